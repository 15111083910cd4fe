//! The chain of facts behind an answer.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::When;
use crate::facts::{Channel, FactRef, FiledBy, InquiryResult, Party, Place, Seen, Stage, StatusValue};
use crate::say::Say;
use crate::text::Words;

/// One fact of the chain, with its day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Reason {
    /// When; `None` for what follows from the rule alone.
    pub when: Option<When>,
    /// The recorded fact it comes from.
    pub fact: Option<FactRef>,
    /// Whether it speaks for or against contact.
    pub speaks: Speaks,
    /// What it is.
    pub kind: ReasonKind,
    /// The sentence.
    pub say: Say,
}

/// Whether a fact speaks for or against contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Speaks {
    /// For.
    For,
    /// Against.
    Against,
    /// Neither; it is part of the story.
    Neither,
}

/// What a reason is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum ReasonKind {
    /// The rule alone: nothing has been recorded that meets it.
    NoApprovalRecorded,
    /// The rule alone: never permitted.
    RuleForbids,
    /// The rule alone: always permitted.
    RuleFree,
    /// The rule alone: not published.
    RuleUnknown,
    /// The rule alone: it would permit, but rests on one weak source or on an inference.
    RuleWeak,
    /// The stage that the rule asks for has not been reached.
    GateNotReached {
        /// Which.
        stage: Stage,
    },
    /// A stage was reached.
    StageReached {
        /// Which.
        stage: Stage,
    },
    /// The client asked to talk outside.
    ClientWishes {
        /// By what means.
        channels: Vec<Channel>,
    },
    /// The link was looked for.
    LinkLookedFor {
        /// By whom.
        looker: Party,
        /// Where, each place once.
        places: Vec<Place>,
        /// With what result.
        seen: Seen,
    },
    /// A request was filed.
    RequestFiled {
        /// By whom.
        by: FiledBy,
    },
    /// A status was seen.
    StatusShown {
        /// Its meaning.
        value: StatusValue,
        /// Its words.
        words: Option<Words>,
    },
    /// The client told of a status.
    StatusHeard {
        /// Its meaning.
        value: StatusValue,
    },
    /// Support was asked.
    InquirySent,
    /// Support answered.
    InquiryAnswered {
        /// With what result.
        result: InquiryResult,
    },
    /// Contact outside took place.
    ContactTookPlace {
        /// By what means.
        channel: Channel,
    },
    /// An account is restricted.
    AccountRestricted {
        /// Whose.
        party: Party,
    },
    /// This way of contracting has no screen for a request.
    FormatHasNoRequest,
    /// Whether a request can be filed in this way of contracting is not published.
    FormatNotKnown,
    /// Whether an approval given before the contract holds after it is not published.
    ScopeNotKnown,
    /// Whether an approval holds after the end is not published.
    EndNotKnown,
}
