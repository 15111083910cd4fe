//! What to do next.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::draft::DraftId;
use crate::guide::GuideId;
use crate::say::Say;

/// A next step: a sentence and the button that does it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct NextStep {
    /// What the button does.
    pub kind: NextKind,
    /// The sentence.
    pub say: Say,
    /// The words on the button.
    pub button: Say,
}

/// What a next step does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum NextKind {
    /// Show where to apply, and record what was seen there.
    LookForLink,
    /// Start or go on with a guide.
    RunGuide {
        /// Which; the pack says which guides are offered in which state.
        guide: Option<GuideId>,
    },
    /// Record that the request was filed. Never offered where the limit is used up.
    RecordRequest,
    /// Look at the status and record it, words and all.
    RecordStatus,
    /// Open a draft.
    OpenDraft {
        /// Which; `None` where the pack names none.
        draft: Option<DraftId>,
        /// What for.
        purpose: DraftPurpose,
    },
    /// Record the reply of support.
    RecordReply,
    /// Ask support.
    AskOffice,
    /// Record a stage: the gate of the rule.
    RecordStage {
        /// Which.
        stage: crate::facts::Stage,
    },
    /// Stop contact outside, keep the notice.
    StopContact,
    /// Go on inside the service; nothing to do.
    StayInside,
}

/// What a draft is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DraftPurpose {
    /// Ask support why the link is missing.
    InquiryToOffice,
    /// Ask the client whether they see the link and can apply.
    AskClient,
    /// Ask the client to wait.
    Holding,
    /// The reason in the request.
    RequestReason,
    /// Exchange contact details after an approval.
    ExchangeContact,
    /// Decline politely.
    Decline,
}
