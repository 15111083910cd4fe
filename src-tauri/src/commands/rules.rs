//! サービスのきまり: what the services permit, what the user says of it, and what newer packs changed.

use engawa_book::{
    Book,
    done::Done,
    inputs::{Action, CorrectionInput, OwnServiceAmendment, OwnServiceInput},
    problem::Problem,
    views::{CorrectionPreview, RulesChangedView, RulesView, ServiceLine},
};
use engawa_domain::ids::{CorrectionId, OwnServiceId, PlatformId};

use crate::bookkeeper::Keeper;

/// サービスのきまり of one platform.
#[tauri::command]
#[specta::specta]
pub async fn rules_view(keeper: Keeper<'_>, platform: PlatformId) -> Result<RulesView, Problem> {
    keeper.ask(move |book| book.rules_view(&platform)).await
}

/// Every service, with what the user said of it.
#[tauri::command]
#[specta::specta]
pub async fn service_list(keeper: Keeper<'_>) -> Result<Vec<ServiceLine>, Problem> {
    keeper.ask(|book| book.service_list()).await
}

/// Adds a service without a pack, or a direct client.
#[tauri::command]
#[specta::specta]
pub async fn service_add(
    keeper: Keeper<'_>,
    action: Action<OwnServiceInput>,
) -> Result<Done<OwnServiceId>, Problem> {
    keeper.ask(move |book| book.service_add(action)).await
}

/// Changes a service that the user added.
#[tauri::command]
#[specta::specta]
pub async fn service_amend(
    keeper: Keeper<'_>,
    action: Action<OwnServiceAmendment>,
) -> Result<Done<OwnServiceId>, Problem> {
    keeper.ask(move |book| book.service_amend(action)).await
}

/// Removes a service under which no account is registered.
#[tauri::command]
#[specta::specta]
pub async fn service_remove(keeper: Keeper<'_>, action: Action<OwnServiceId>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.service_remove(action)).await
}

/// What a correction would change, without keeping it.
#[tauri::command]
#[specta::specta]
pub async fn correction_preview(
    keeper: Keeper<'_>,
    input: CorrectionInput,
) -> Result<CorrectionPreview, Problem> {
    keeper.ask(move |book| book.correction_preview(&input)).await
}

/// What going back to the pack's value would change.
#[tauri::command]
#[specta::specta]
pub async fn correction_removal_preview(
    keeper: Keeper<'_>,
    id: CorrectionId,
) -> Result<CorrectionPreview, Problem> {
    keeper.ask(move |book| book.correction_removal_preview(id)).await
}

/// Corrects a value of a pack, or confirms a correction against a newer pack.
#[tauri::command]
#[specta::specta]
pub async fn correction_keep(
    keeper: Keeper<'_>,
    action: Action<CorrectionInput>,
) -> Result<Done<CorrectionId>, Problem> {
    keeper.ask(move |book| book.correction_keep(action)).await
}

/// Goes back to what the pack says.
#[tauri::command]
#[specta::specta]
pub async fn correction_remove(
    keeper: Keeper<'_>,
    action: Action<CorrectionId>,
) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.correction_remove(action)).await
}

/// What newer packs say otherwise than those the book saw last.
#[tauri::command]
#[specta::specta]
pub async fn rules_changed_view(keeper: Keeper<'_>) -> Result<RulesChangedView, Problem> {
    keeper.ask(|book| book.rules_changed_view()).await
}

/// The user has looked at what changed.
#[tauri::command]
#[specta::specta]
pub async fn rules_changed_seen(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.ask(Book::rules_changed_seen).await
}
