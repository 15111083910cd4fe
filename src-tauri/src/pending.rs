//! Stands in for the book until it is there.
#![allow(missing_docs, clippy::all, clippy::pedantic, unused)]
use engawa_book::{done::*, inputs::*, problem::*, views::*};
use engawa_domain::{facts::*, ids::*, draft::*};
#[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum Lang { Ja, En }
#[derive(Debug)] pub struct Words(Lang);
impl Words { pub fn new(l: Lang) -> Self { Self(l) } pub fn get(&self, key: &str, _: &[(&str, &str)]) -> String { key.to_owned() } }
#[derive(Debug)] pub struct Book;
#[derive(Debug)] pub struct BookError;
pub fn problem(_: &BookError, words: &Words, _: Lang) -> Problem { Problem { code: ProblemCode::Internal, message: String::new(), remedy: String::new(), guide_entry: None, detail: None, fields: Vec::new() } }
impl Book {
    pub fn open(_: std::path::PathBuf) -> Result<Self, BookError> { Err(BookError) }
    pub fn app_start(&self) -> Result<AppStart, BookError> { Err(BookError) }
    pub fn today_view(&mut self) -> Result<TodayView, BookError> { Err(BookError) }
    pub fn contract_list(&mut self, query: &ContractListQuery) -> Result<ContractListView, BookError> { Err(BookError) }
    pub fn contract_view(&mut self, id: ContractId) -> Result<ContractView, BookError> { Err(BookError) }
    pub fn account_list(&mut self) -> Result<Vec<AccountView>, BookError> { Err(BookError) }
    pub fn client_list(&mut self) -> Result<Vec<ClientView>, BookError> { Err(BookError) }
    pub fn inquiries_view(&mut self) -> Result<InquiriesView, BookError> { Err(BookError) }
    pub fn history_view(&mut self, contract: Option<ContractId>) -> Result<HistoryView, BookError> { Err(BookError) }
    pub fn entry_read(&mut self, kind: EntryKind, text: &str) -> Result<EntryShown, BookError> { Err(BookError) }
    pub fn account_add(&mut self, action: Action<AccountInput>) -> Result<Done<AccountId>, BookError> { Err(BookError) }
    pub fn account_amend(&mut self, action: Action<AccountAmendment>) -> Result<Done<AccountId>, BookError> { Err(BookError) }
    pub fn account_remove(&mut self, action: Action<AccountId>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn contract_add(&mut self, action: Action<ContractInput>) -> Result<Done<ContractId>, BookError> { Err(BookError) }
    pub fn contract_amend(&mut self, action: Action<ContractAmendment>) -> Result<Done<ContractId>, BookError> { Err(BookError) }
    pub fn contract_remove(&mut self, action: Action<ContractId>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn fact_add(&mut self, action: Action<FactInput>) -> Result<Done<FactRef>, BookError> { Err(BookError) }
    pub fn fact_amend(&mut self, action: Action<FactAmendment>) -> Result<Done<FactRef>, BookError> { Err(BookError) }
    pub fn fact_remove(&mut self, action: Action<FactRef>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn reply_record(&mut self, action: Action<ReplyInput>) -> Result<Done<InquiryId>, BookError> { Err(BookError) }
    pub fn undo(&mut self, action: Action<()>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn redo(&mut self, action: Action<()>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn evidence_attach(&mut self, action: Action<EvidenceInput>) -> Result<Done<EvidenceLinkId>, BookError> { Err(BookError) }
    pub fn evidence_detach(&mut self, action: Action<EvidenceLinkId>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn evidence_preview(&mut self, id: EvidenceId) -> Result<EvidencePreview, BookError> { Err(BookError) }
    pub fn guide_list(&mut self) -> Result<GuideListView, BookError> { Err(BookError) }
    pub fn run_view(&mut self, id: RunId) -> Result<RunView, BookError> { Err(BookError) }
    pub fn guide_start(&mut self, action: Action<GuideStart>) -> Result<Done<RunId>, BookError> { Err(BookError) }
    pub fn guide_answer(&mut self, action: Action<GuideAnswer>) -> Result<Done<RunId>, BookError> { Err(BookError) }
    pub fn guide_skip(&mut self, action: Action<RunId>) -> Result<Done<RunId>, BookError> { Err(BookError) }
    pub fn guide_forget(&mut self, action: Action<RunId>) -> Result<Done<()>, BookError> { Err(BookError) }
    pub fn draft_view(&mut self, contract: ContractId, draft: &DraftId) -> Result<DraftView, BookError> { Err(BookError) }
    pub fn draft_check(&mut self, contract: ContractId, draft: &DraftId, text: &str) -> Result<Vec<CheckItem>, BookError> { Err(BookError) }
    pub fn settings_save(&mut self, settings: &Settings) -> Result<(), BookError> { Err(BookError) }
    pub fn form_draft_load(&mut self, key: &str) -> Result<Option<String>, BookError> { Err(BookError) }
    pub fn form_draft_save(&mut self, key: &str, text: &str) -> Result<(), BookError> { Err(BookError) }
    pub fn form_draft_clear(&mut self, key: &str) -> Result<(), BookError> { Err(BookError) }
}
