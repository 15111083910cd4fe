//! Questions that change nothing.

use engawa_book::{
    Book,
    inputs::ContractInput,
    problem::Problem,
    views::{
        AccountView, ClientView, ContractListQuery, ContractListView, ContractView, EntryKind, EntryShown,
        HistoryView, InquiriesView, MessageInput, MessageView, TodayView,
    },
};
use engawa_domain::ids::ContractId;

use crate::bookkeeper::Keeper;

/// 今日.
#[tauri::command]
#[specta::specta]
pub async fn today_view(keeper: Keeper<'_>) -> Result<TodayView, Problem> {
    keeper.ask(Book::today_view).await
}

/// 契約: a part of the table.
#[tauri::command]
#[specta::specta]
pub async fn contract_list(
    keeper: Keeper<'_>,
    query: ContractListQuery,
) -> Result<ContractListView, Problem> {
    keeper.ask(move |book| book.contract_list(&query)).await
}

/// メッセージ点検: what a client wrote, looked through. Nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn message_check(keeper: Keeper<'_>, input: MessageInput) -> Result<MessageView, Problem> {
    keeper.ask(move |book| book.message_check(&input)).await
}

/// 契約の画面.
#[tauri::command]
#[specta::specta]
pub async fn contract_view(keeper: Keeper<'_>, id: ContractId) -> Result<ContractView, Problem> {
    keeper.ask(move |book| book.contract_view(id)).await
}

/// The screen that a contract would have if it were recorded as it is typed now.
#[tauri::command]
#[specta::specta]
pub async fn contract_preview(keeper: Keeper<'_>, input: ContractInput) -> Result<ContractView, Problem> {
    keeper.ask(move |book| book.contract_preview(&input)).await
}

/// 登録アカウント, all of them.
#[tauri::command]
#[specta::specta]
pub async fn account_list(keeper: Keeper<'_>) -> Result<Vec<AccountView>, Problem> {
    keeper.ask(|book| book.account_list()).await
}

/// クライアント, all of them.
#[tauri::command]
#[specta::specta]
pub async fn client_list(keeper: Keeper<'_>) -> Result<Vec<ClientView>, Problem> {
    keeper.ask(|book| book.client_list()).await
}

/// 問い合わせ.
#[tauri::command]
#[specta::specta]
pub async fn inquiries_view(keeper: Keeper<'_>) -> Result<InquiriesView, Problem> {
    keeper.ask(|book| book.inquiries_view()).await
}

/// 履歴 of one contract, or of the whole book.
#[tauri::command]
#[specta::specta]
pub async fn history_view(keeper: Keeper<'_>, contract: Option<ContractId>) -> Result<HistoryView, Problem> {
    keeper.ask(move |book| book.history_view(contract)).await
}

/// What a typed day, time, amount or address is read as, while it is being typed.
#[tauri::command]
#[specta::specta]
pub async fn entry_read(keeper: Keeper<'_>, kind: EntryKind, text: String) -> Result<EntryShown, Problem> {
    // Also while the book as it was is shown, 昨日 is the day before today.
    keeper.ask_now(move |book| book.entry_read(kind, &text)).await
}
