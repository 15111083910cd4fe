//! Documents of electronic transactions (電子取引), and the log that the user's own 事務処理規程 asks for.
//!
//! The rule says that what was exchanged is neither corrected nor deleted without a reason, and that each time eight things are
//! written down and kept as long as the data: day of the application, number, subject, other side, day of the correction, what
//! was corrected or deleted, why, and who did it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::Day;
use crate::ids::{DocumentCorrectionId, DocumentId, EvidenceId};
use crate::money::Yen;
use crate::text::{Title, Words};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 見積書.
    Estimate,
    /// 注文書.
    Order,
    /// 契約書.
    Contract,
    /// 納品書, which has no amount.
    DeliveryNote,
    /// 請求書.
    Invoice,
    /// 領収書.
    Receipt,
    /// Another with the same information.
    Other,
}

/// A kept file that the user declares to be the document of an electronic transaction, and by what it is found: day, amount and
/// other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Document {
    /// Its identifier.
    pub id: DocumentId,
    /// The file. One file is one document.
    pub evidence: EvidenceId,
    /// What kind it is.
    pub kind: DocumentKind,
    /// 取引伝票番号: the number by which the user files it; may be empty.
    pub number: String,
    /// 取引件名: what it was about.
    pub title: Title,
    /// 取引先名: the other side.
    pub counterparty: Title,
    /// 取引年月日: the day that the document bears.
    pub day: Day,
    /// 取引金額 in whole yen; nothing where the document names none, as a 納品書.
    pub amount: Option<Yen>,
    /// Free words.
    pub note: String,
    /// Who filed it.
    pub person: Words,
}

/// What was done with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentDid {
    /// What is recorded of it became another.
    Corrected,
    /// It is not filed as a document any more. The file stays.
    Removed,
    /// It is filed again after it was not.
    Returned,
    /// Its file was untied from a contract. The file stays.
    Untied,
    /// Its file was tied again.
    Tied,
}

/// What can be corrected of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentField {
    /// The file.
    Evidence,
    /// Its kind.
    Kind,
    /// Its number.
    Number,
    /// Its subject.
    Title,
    /// The other side.
    Counterparty,
    /// Its day.
    Day,
    /// Its amount.
    Amount,
    /// Free words.
    Note,
    /// Who filed it.
    Person,
    /// The contract that its file is tied to.
    Contract,
}

/// A value before and after, as the book writes it: days as `2026-11-24`, yen as a number, a choice as its word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentChange {
    /// Which.
    pub field: DocumentField,
    /// What it was; nothing where it held nothing.
    pub before: Option<String>,
    /// What it became; nothing where it holds nothing.
    pub after: Option<String>,
}

/// A line of the log. It is never changed and never removed, also when what it tells of is taken back: that is a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentCorrection {
    /// Its identifier.
    pub id: DocumentCorrectionId,
    /// The document, which may be gone.
    pub document: DocumentId,
    /// 一 申請日: the day on which the correction was applied for.
    pub applied: Day,
    /// 二 取引伝票番号, as it was before; may be empty.
    pub number: String,
    /// 三 取引件名, as it was before.
    pub title: Title,
    /// 四 取引先名, as it was before.
    pub counterparty: Title,
    /// 五 訂正・削除日付: the day in Japan on which it was done.
    pub day: Day,
    /// 六 訂正・削除内容: what was done …
    pub did: DocumentDid,
    /// … and to which values.
    pub content: Vec<DocumentChange>,
    /// 七 訂正・削除理由.
    pub reason: Words,
    /// 八 処理担当者名.
    pub person: Words,
}
