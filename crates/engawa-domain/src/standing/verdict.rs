//! The answer and its parts.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::deadlines::Deadline;
use super::next::NextStep;
use super::reasons::Reason;
use crate::calendar::{Day, When};
use crate::facts::{Shown, Stage, StatusSeen, StatusValue, Witness};
use crate::ids::{ContractId, StatusId};
use crate::rules::{Cite, DealOutside, Duty, Exemption, Source, Text};
use crate::say::Say;
use crate::text::Words;

/// Whether contact outside is permitted now. Ordered by how much it permits: `No < Ask < Yes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// It is not.
    No,
    /// Not known: look, or ask, before doing anything.
    Ask,
    /// It is.
    Yes,
}

/// An approval that the user saw, with the words on the screen: the only ground on which an approval counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ApprovalSeen {
    id: StatusId,
    words: Words,
    shown: Shown,
    when: When,
}

impl ApprovalSeen {
    /// The approval of this contract in a recorded status, if it is one: approved, for this contract and no other, seen by
    /// the user, words written down.
    pub fn of(contract: ContractId, status: &StatusSeen) -> Option<Self> {
        if status.contract != contract {
            return None;
        }
        match (&status.value, &status.witness) {
            (StatusValue::Approved, Witness::Me { words: Some(words), shown }) => {
                Some(Self { id: status.id, words: words.clone(), shown: *shown, when: status.when })
            }
            (
                StatusValue::Approved
                | StatusValue::Blank
                | StatusValue::Pending
                | StatusValue::Denied
                | StatusValue::Revoked
                | StatusValue::Unclear,
                Witness::Me { .. } | Witness::ToldByClient,
            ) => None,
        }
    }

    /// The recorded status.
    pub fn id(&self) -> StatusId {
        self.id
    }

    /// The words on the screen, verbatim.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Where they were shown.
    pub fn shown(&self) -> Shown {
        self.shown
    }

    /// When they were seen.
    pub fn when(&self) -> When {
        self.when
    }
}

/// The verdict, each with the ground it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Verdict {
    /// まだできません: what the rule asks for has not been recorded.
    NotYet {
        /// The stage that must be reached first, where the rule names one that has not been.
        gate: Option<Stage>,
    },
    /// 確認が必要です: something speaks for it, but not enough.
    Ask {
        /// What is missing.
        why: AskWhy,
    },
    /// 申請中: a request is under review.
    Pending {
        /// The last day of the review, where a review time is published.
        due: Option<Day>,
    },
    /// 申請中, and the review has taken longer than published.
    Overdue {
        /// The last day of the review.
        due: Day,
    },
    /// 連絡できます: the platform approved it for this contract, and the user saw it.
    Approved {
        /// The approval.
        approval: ApprovalSeen,
    },
    /// 否認されました.
    Denied {
        /// When that was learned.
        when: When,
    },
    /// 取り消されました: it was approved, and is not any more.
    Revoked {
        /// When that was learned.
        when: When,
    },
    /// 禁止されています: the platform never permits it.
    Forbidden,
    /// 連絡できます: the rule permits it without an application; the stage that opened it, where there is one.
    Free {
        /// The stage that opened it.
        opened_by: Option<(Stage, When)>,
    },
    /// 確認が必要です: no rule is published.
    Unknown,
}

/// Why the user must look or ask before doing anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AskWhy {
    /// The client says it was approved; the user has not seen it.
    ToldByClient,
    /// The approval was recorded without the words on the screen.
    NoWords,
    /// The status was blank, under review or unclear when last seen, after an approval.
    StatusChanged,
    /// The client says that it was refused or taken back, after an approval.
    DenialHeard,
    /// It was approved before the contract was made; whether that still holds is not published.
    BeforeContract,
    /// The contract has ended; whether the approval still holds is not published.
    AfterEnd,
    /// An account is restricted.
    Restricted,
    /// This way of contracting has no screen for a request, yet an approval is recorded.
    FormatHasNone,
    /// The approval is dated after now.
    InFuture,
    /// The rule would permit it, but it rests on one weak source or on an inference.
    WeakSource,
}

/// The state by name, without its ground: for lists, filters and JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StateName {
    /// See [`Verdict::NotYet`].
    NotYet,
    /// See [`Verdict::Ask`].
    Ask,
    /// See [`Verdict::Pending`].
    Pending,
    /// See [`Verdict::Overdue`].
    Overdue,
    /// See [`Verdict::Approved`].
    Approved,
    /// See [`Verdict::Denied`].
    Denied,
    /// See [`Verdict::Revoked`].
    Revoked,
    /// See [`Verdict::Forbidden`].
    Forbidden,
    /// See [`Verdict::Free`].
    Free,
    /// See [`Verdict::Unknown`].
    Unknown,
}

impl Verdict {
    /// Whether contact is permitted. Derived, so that it cannot disagree with the verdict.
    pub fn contact(&self) -> Contact {
        match self {
            Self::Approved { .. } | Self::Free { .. } => Contact::Yes,
            Self::Ask { .. } | Self::Unknown => Contact::Ask,
            Self::NotYet { .. }
            | Self::Pending { .. }
            | Self::Overdue { .. }
            | Self::Denied { .. }
            | Self::Revoked { .. }
            | Self::Forbidden => Contact::No,
        }
    }

    /// The name of the state.
    pub fn name(&self) -> StateName {
        match self {
            Self::NotYet { .. } => StateName::NotYet,
            Self::Ask { .. } => StateName::Ask,
            Self::Pending { .. } => StateName::Pending,
            Self::Overdue { .. } => StateName::Overdue,
            Self::Approved { .. } => StateName::Approved,
            Self::Denied { .. } => StateName::Denied,
            Self::Revoked { .. } => StateName::Revoked,
            Self::Forbidden => StateName::Forbidden,
            Self::Free { .. } => StateName::Free,
            Self::Unknown => StateName::Unknown,
        }
    }
}

/// The rule shown under an answer, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleShown {
    /// The rule in one sentence.
    pub text: Text,
    /// Where it comes from and when it was checked.
    pub cite: Cite,
    /// The page itself.
    pub source: Option<Source>,
    /// Whether the last look is so long ago that it should be looked up again.
    pub stale: bool,
    /// Where the platform's own pages do not agree: what each says, and which is applied.
    pub conflicts: Vec<ConflictShown>,
}

/// Pages that do not agree, each with its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConflictShown {
    /// What each says, and which is applied.
    pub text: Text,
    /// The page that is applied, and the others.
    pub sources: Vec<Source>,
}

/// The whole answer for one contract at one time. Computed, never stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Standing {
    /// Whether contact is permitted.
    pub contact: Contact,
    /// The verdict with its ground.
    pub verdict: Verdict,
    /// The verdict in one sentence, under its word.
    pub summary: Say,
    /// Dealing and paying outside: another question, always answered beside the first.
    pub deal_outside: DealOutside,
    /// The rule on dealing outside.
    pub deal_rule: RuleShown,
    /// The facts that led here, oldest first.
    pub reasons: Vec<Reason>,
    /// The rule applied.
    pub rule: RuleShown,
    /// What is permitted for a purpose although contact is not; empty where contact is.
    pub exemptions: Vec<Exemption>,
    /// What the platform asks of the user now: to write back what was said outside, to stop.
    pub duties: Vec<Duty>,
    /// Dates that follow, soonest first, each with its arithmetic.
    pub deadlines: Vec<Deadline>,
    /// What to do, the best first. Never empty.
    pub next: Vec<NextStep>,
}
