//! 契約の画面.

use engawa_domain::calendar::{Day, Moment, When};
use engawa_domain::facts::{ContractFacts, Evidence, FactRef};
use engawa_domain::ids::{EvidenceLinkId, RunId};
use engawa_domain::money::FeeBreakdown;
use engawa_domain::rules::{Cite, Entrance, RequestRule, SourceId, Text, UnknownPoint};
use engawa_domain::say::Say;
use engawa_domain::standing::Standing;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::guide::{DraftBrief, GuideBrief};
use super::shared::{ContractBrief, EvidenceBrief, PlatformBrief, SourceShown, StageShown};

/// The whole screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ContractView {
    /// The record as it is.
    pub facts: ContractFacts,
    /// The platform.
    pub platform: PlatformBrief,
    /// The stage line.
    pub stages: Vec<StageStep>,
    /// The answer.
    pub standing: Standing,
    /// 申請の台帳.
    pub ledger: Vec<LedgerRow>,
    /// 時系列, newest first.
    pub timeline: Vec<TimelineItem>,
    /// お金の見込み; `None` without an amount or a published fee.
    pub money: Option<MoneyView>,
    /// The files.
    pub evidence: Vec<EvidenceView>,
    /// Guides offered in this state.
    pub guides: Vec<GuideBrief>,
    /// A run that was left before its end.
    pub open_run: Option<RunId>,
    /// Drafts that fit this contract.
    pub drafts: Vec<DraftBrief>,
    /// Where to apply, as the pack knows it.
    pub request: Option<RequestRule>,
    /// Ways to ask support, the best first; none where nobody has published one.
    pub entrances: Vec<Entrance>,
    /// わからないこと.
    pub unknowns: Vec<UnknownPoint>,
    /// The pages cited on this screen.
    pub sources: Vec<SourceShown>,
}

/// One step of the stage line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StageStep {
    /// The stage.
    pub stage: StageShown,
    /// Whether it is behind, here or ahead.
    pub mark: StageMark,
    /// When it was reached.
    pub day: Option<Day>,
    /// What is known of one that is ahead: 11/30 予定.
    pub plan: Option<Say>,
}

/// Whether a stage is behind, here or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StageMark {
    /// Behind.
    Done,
    /// いまここ.
    Current,
    /// Ahead.
    Ahead,
    /// Skipped, though later ones were reached.
    Skipped,
}

/// One row of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct LedgerRow {
    /// What it is about; chooses the icon.
    pub what: LedgerWhat,
    /// Who and where: 私・Web.
    pub head: Say,
    /// What was found: 見当たらない.
    pub result: Say,
    /// A second line: 利用上の注意.
    pub note: Option<Say>,
    /// When.
    pub when: Option<When>,
    /// The fact behind it, for editing; `None` where nothing was recorded yet.
    pub fact: Option<FactRef>,
}

/// What a ledger row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LedgerWhat {
    /// The link was there.
    LinkSeen,
    /// The link was not there.
    LinkMissing,
    /// Support was asked.
    Inquiry,
    /// A request was filed, or none yet.
    Request,
    /// A status was seen, or none yet.
    Status,
}

/// One item of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TimelineItem {
    /// When.
    pub when: When,
    /// What happened.
    pub say: Say,
    /// The user's own words about it.
    pub note: Option<Say>,
    /// Words of others or as sent, verbatim: a reply, a message, the reason in a request, a notice.
    pub quote: Option<String>,
    /// The fact, for editing.
    pub fact: FactRef,
    /// Which part of the fact this is.
    pub part: FactPart,
    /// Files that prove it.
    pub evidence: Vec<EvidenceBrief>,
}

/// The part of a fact that an item of the timeline is about. A reply belongs to its inquiry and is corrected by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FactPart {
    /// The fact itself.
    Fact,
    /// What support answered to an inquiry.
    Reply,
}

/// お金の見込み.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MoneyView {
    /// Amount, fee by tier, tax on the fee, what is received.
    pub breakdown: FeeBreakdown,
    /// Where the fee comes from.
    pub cite: Cite,
    /// Its page.
    pub source: SourceId,
    /// What the tiers alone do not say.
    pub note: Option<Text>,
}

/// A file of this contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EvidenceView {
    /// The tie to this contract.
    pub link: EvidenceLinkId,
    /// The file.
    pub evidence: Evidence,
    /// What it proves.
    pub fact: Option<FactRef>,
    /// The fact in one line.
    pub proves: Option<Say>,
}

/// 履歴.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HistoryView {
    /// Changes, newest first.
    pub entries: Vec<HistoryEntry>,
    /// What 元に戻す would take back.
    pub undo: Option<Say>,
    /// What やり直す would do again.
    pub redo: Option<Say>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct HistoryEntry {
    /// Its number.
    pub seq: u64,
    /// When it was made.
    pub at: Moment,
    /// What it was.
    pub say: Say,
    /// The contract it is about.
    pub contract: Option<ContractBrief>,
    /// Whether it has been taken back.
    pub undone: bool,
}
