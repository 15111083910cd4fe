//! What the window and the command line are shown: one struct per question asked of the book. Everything in them is
//! computed from facts when asked; nothing here is stored.

mod backup;
mod contract;
mod documents;
mod draft;
mod evidence;
mod guide;
mod history;
mod inquiries;
mod list;
mod message;
mod packet;
mod protect;
mod repair;
mod rescue;
mod rules;
mod shared;
mod start;
mod today;
mod transfer;

pub use backup::{
    BackupFileIs, BackupPlace, BackupProof, BackupRow, BackupStatus, BackupStatusIs, BackupsView,
    ContractDiffers, PickedBackup, PlaceIs, RecordsDiffer, RestorePreview, RestoredView, SealedView,
    ShrunkView, StrengthView,
};
pub use contract::{
    ContractView, EvidenceView, FactPart, HistoryEntry, HistoryView, LedgerRow, LedgerWhat, MoneyView,
    StageMark, StageStep, TimelineItem,
};
pub use documents::{
    DocumentLogRow, DocumentRow, DocumentTable, DocumentTableForm, DocumentTableSave, DocumentTableSaved,
    DocumentsView,
};
pub use draft::{DraftCheckView, LengthView, LimitView, PassageView};
pub use evidence::{
    EvidenceChecked, EvidenceInside, EvidenceListView, EvidencePreview, EvidenceRow, EvidenceTie, Extent,
    FilePresence, FileWrong, PageShown, WrongFile,
};
pub use guide::{
    AnswerSoFar, ChangeShown, DraftBrief, DraftView, GuideBrief, GuideDrawing, GuideListView,
    GuideWrittenFor, OutcomeView, QuestionView, RunAt, RunBrief, RunView, StepView, WalkedShown,
};
pub use history::{
    ChangeView, ChangesQuery, ChangesView, DeletedRecord, DeletedView, Did, Differs, FieldChange,
    RecordChange, RecordKey,
};
pub use inquiries::{InquiriesView, InquiryRow, SenderCheck};
pub use list::{
    ContractListQuery, ContractListView, ContractRow, Direction, DueFilter, HitField, RowDeadline, SearchHit,
    SortKey, StateCount,
};
pub use message::{FindingView, MessageInput, MessagePart, MessageView};
pub use packet::{PacketContactData, PacketInput, PacketLanguage, PacketView};
pub use protect::{NewCode, StaysPlain};
pub use repair::{CheckView, DamageView, RepairView, SiteView};
pub use rescue::{
    BackupSeen, HolderView, LostView, RescueView, TableSavedView, TroubleKind, TroubleView, WayOut,
};
pub use rules::{
    AnswerShown, CorrectionPreview, CorrectionShown, CorrectionView, PointOption, PointTakes, PointView,
    RulesChangedView, RulesView, ServiceChanged, ServiceLine, StandingChange, ValueChanged,
};
pub use shared::{
    AccountView, ClientView, ContractBrief, EntryKind, EntryShown, EvidenceBrief, PlatformBrief, SourceShown,
    StageShown,
};
pub use start::{Access, AppStart, BookInfo, BookKind, Contrast, Language, Settings, Theme, Why};
pub use today::{RecentEntry, RestDay, StripDay, TaskAction, TaskKind, TaskRow, TodayView};
pub use transfer::{ExportedView, ImportHow, ImportInput, ImportedView};
