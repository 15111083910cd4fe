//! Changes of accounts, contracts and their facts; undo and redo.

use engawa_book::{
    done::Done,
    inputs::{
        AccountAmendment, AccountInput, Action, ClientAmendment, ContractAmendment, ContractInput,
        FactAmendment, FactInput, ReplyInput,
    },
    problem::Problem,
};
use engawa_domain::{
    facts::FactRef,
    ids::{AccountId, ClientId, ContractId, InquiryId},
};

use crate::bookkeeper::Keeper;

/// Adds an account.
#[tauri::command]
#[specta::specta]
pub async fn account_add(
    keeper: Keeper<'_>,
    action: Action<AccountInput>,
) -> Result<Done<AccountId>, Problem> {
    keeper.ask(move |book| book.account_add(action)).await
}

/// Changes an account.
#[tauri::command]
#[specta::specta]
pub async fn account_amend(
    keeper: Keeper<'_>,
    action: Action<AccountAmendment>,
) -> Result<Done<AccountId>, Problem> {
    keeper.ask(move |book| book.account_amend(action)).await
}

/// Removes an account under which no contract runs.
#[tauri::command]
#[specta::specta]
pub async fn account_remove(keeper: Keeper<'_>, action: Action<AccountId>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.account_remove(action)).await
}

/// Corrects a client, in every contract with it.
#[tauri::command]
#[specta::specta]
pub async fn client_amend(
    keeper: Keeper<'_>,
    action: Action<ClientAmendment>,
) -> Result<Done<ClientId>, Problem> {
    keeper.ask(move |book| book.client_amend(action)).await
}

/// 契約を記録.
#[tauri::command]
#[specta::specta]
pub async fn contract_add(
    keeper: Keeper<'_>,
    action: Action<ContractInput>,
) -> Result<Done<ContractId>, Problem> {
    keeper.ask(move |book| book.contract_add(action)).await
}

/// Changes what was recorded of a contract itself.
#[tauri::command]
#[specta::specta]
pub async fn contract_amend(
    keeper: Keeper<'_>,
    action: Action<ContractAmendment>,
) -> Result<Done<ContractId>, Problem> {
    keeper.ask(move |book| book.contract_amend(action)).await
}

/// Removes a contract with all its facts.
#[tauri::command]
#[specta::specta]
pub async fn contract_remove(keeper: Keeper<'_>, action: Action<ContractId>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.contract_remove(action)).await
}

/// Records a fact of a contract.
#[tauri::command]
#[specta::specta]
pub async fn fact_add(keeper: Keeper<'_>, action: Action<FactInput>) -> Result<Done<FactRef>, Problem> {
    keeper.ask(move |book| book.fact_add(action)).await
}

/// Corrects a recorded fact.
#[tauri::command]
#[specta::specta]
pub async fn fact_amend(keeper: Keeper<'_>, action: Action<FactAmendment>) -> Result<Done<FactRef>, Problem> {
    keeper.ask(move |book| book.fact_amend(action)).await
}

/// Removes a recorded fact.
#[tauri::command]
#[specta::specta]
pub async fn fact_remove(keeper: Keeper<'_>, action: Action<FactRef>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.fact_remove(action)).await
}

/// Records what support answered.
#[tauri::command]
#[specta::specta]
pub async fn reply_record(
    keeper: Keeper<'_>,
    action: Action<ReplyInput>,
) -> Result<Done<InquiryId>, Problem> {
    keeper.ask(move |book| book.reply_record(action)).await
}

/// Removes a reply; its inquiry waits again.
#[tauri::command]
#[specta::specta]
pub async fn reply_remove(keeper: Keeper<'_>, action: Action<InquiryId>) -> Result<Done<InquiryId>, Problem> {
    keeper.ask(move |book| book.reply_remove(action)).await
}

/// 元に戻す: takes back the last change.
#[tauri::command]
#[specta::specta]
pub async fn undo(keeper: Keeper<'_>, action: Action<()>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.undo(action.id)).await
}

/// やり直す: does again what was taken back.
#[tauri::command]
#[specta::specta]
pub async fn redo(keeper: Keeper<'_>, action: Action<()>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.redo(action.id)).await
}
