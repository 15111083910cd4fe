//! 証拠.

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Evidence, FactRef, Sha256Hex};
use engawa_domain::ids::{EvidenceId, EvidenceLinkId};
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::shared::ContractBrief;
use crate::vault::{TextEncoding, UnknownFile};

/// The whole screen: every kept file, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceListView {
    /// The files.
    pub files: Vec<EvidenceRow>,
    /// What was found when all of them were last read and hashed.
    pub checked: Option<EvidenceChecked>,
}

/// One kept file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceRow {
    /// The file.
    pub evidence: Evidence,
    /// Whether it is still in the book's folder.
    pub presence: FilePresence,
    /// What it proves, and for which contracts; none for a file that was untied and stays kept.
    pub ties: Vec<EvidenceTie>,
}

/// What a file proves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceTie {
    /// The tie.
    pub link: EvidenceLinkId,
    /// The contract.
    pub contract: ContractBrief,
    /// The fact; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
    /// The fact in one line.
    pub proves: Option<Say>,
}

/// Whether a kept file is still there. Its bytes are not read for this: that is the check of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FilePresence {
    /// There, with the size it was taken in with.
    There,
    /// Not there.
    Gone,
    /// There, with another size.
    OtherSize,
    /// The system does not say.
    Unreadable,
}

/// 確かめる: what was found when every kept file was read and hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceChecked {
    /// When.
    pub at: Moment,
    /// How many files were looked at.
    pub files: u64,
    /// How many bytes they have together.
    pub bytes: u64,
    /// Those that are not what they were.
    pub wrong: Vec<WrongFile>,
    /// What lies in the folder of evidence and is no file of the book.
    pub unknown: Vec<UnknownFile>,
}

/// A kept file that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WrongFile {
    /// The file.
    pub evidence: EvidenceId,
    /// The name it came with.
    pub name: String,
    /// The hash it should have.
    pub sha256: Sha256Hex,
    /// What is wrong.
    pub how: FileWrong,
}

/// What is wrong with a kept file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileWrong {
    /// Not there.
    Missing,
    /// There, with other bytes.
    Altered,
    /// There, and the system does not let us read it.
    Unreadable,
}

/// A kept file, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EvidenceInside {
    /// What can be shown of it.
    pub shown: EvidencePreview,
    /// Where its bytes lie: for whoever wants to see for themselves.
    pub place: String,
}

/// What is inside a kept file, for the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "preview", rename_all = "snake_case")]
pub enum EvidencePreview {
    /// A picture as a `data:` address.
    Picture {
        /// The address.
        data_url: String,
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// A text, or the beginning of one.
    Text {
        /// The words.
        words: String,
        /// Whether that is all of it.
        extent: Extent,
        /// In which letters it was written.
        encoding: TextEncoding,
    },
    /// A document, whose pages are asked for one by one.
    Document {
        /// How many there are.
        pages: u32,
    },
    /// A picture whose pixels would need more memory than a window should take.
    Huge {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// Another kind of file, or one too large to show.
    None,
    /// The file is not in the book's folder any more.
    Gone,
}

/// A page of a document as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PageShown {
    /// The picture as a `data:` address.
    pub data_url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// How much of a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning.
    Beginning,
}
