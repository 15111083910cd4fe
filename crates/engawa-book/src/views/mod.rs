//! What the window and the command line are shown: one struct per question asked of the book. Everything in them is
//! computed from facts when asked; nothing here is stored.

mod contract;
mod draft;
mod evidence;
mod guide;
mod inquiries;
mod list;
mod message;
mod protect;
mod rules;
mod shared;
mod start;
mod today;

pub use contract::{
    ContractView, EvidenceView, FactPart, HistoryEntry, HistoryView, LedgerRow, LedgerWhat, MoneyView,
    StageMark, StageStep, TimelineItem,
};
pub use draft::{DraftCheckView, LengthView, LimitView, PassageView};
pub use evidence::{EvidenceListView, EvidenceRow, EvidenceTie, FilePresence};
pub use guide::{
    AnswerSoFar, ChangeShown, DraftBrief, DraftView, GuideBrief, GuideDrawing, GuideListView,
    GuideWrittenFor, OutcomeView, QuestionView, RunAt, RunBrief, RunView, StepView, WalkedShown,
};
pub use inquiries::{InquiriesView, InquiryRow, SenderCheck};
pub use list::{
    ContractListQuery, ContractListView, ContractRow, Direction, DueFilter, HitField, RowDeadline, SearchHit,
    SortKey, StateCount,
};
pub use message::{FindingView, MessageInput, MessagePart, MessageView};
pub use protect::{NewCode, StaysPlain};
pub use rules::{
    AnswerShown, CorrectionPreview, CorrectionShown, CorrectionView, PointOption, PointTakes, PointView,
    RulesChangedView, RulesView, ServiceChanged, ServiceLine, StandingChange, ValueChanged,
};
pub use shared::{
    AccountView, ClientView, ContractBrief, EntryKind, EntryShown, EvidenceBrief, EvidencePreview, Extent,
    PlatformBrief, SourceShown, StageShown,
};
pub use start::{AppStart, BookInfo, BookKind, Contrast, Language, Settings, Theme};
pub use today::{RecentEntry, RestDay, StripDay, TaskAction, TaskKind, TaskRow, TodayView};
