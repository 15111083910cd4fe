//! 履歴: changes, what was deleted, bringing back, and the book as it was.

use engawa_book::{
    RestoreInput,
    done::Done,
    inputs::Action,
    problem::Problem,
    views::{AppStart, ChangesQuery, ChangesView, DeletedView},
};

use crate::bookkeeper::Keeper;

/// A page of changes, each field before and after.
#[tauri::command]
#[specta::specta]
pub async fn changes_view(keeper: Keeper<'_>, query: ChangesQuery) -> Result<ChangesView, Problem> {
    keeper.ask(move |book| book.changes_view(&query)).await
}

/// A page of what was deleted.
#[tauri::command]
#[specta::specta]
pub async fn deleted_view(keeper: Keeper<'_>, before: Option<u64>) -> Result<DeletedView, Problem> {
    keeper.ask(move |book| book.deleted_view(before)).await
}

/// Brings a record back, or one field of it, into the book of today, also while the book as it was is shown.
#[tauri::command]
#[specta::specta]
pub async fn record_restore(keeper: Keeper<'_>, action: Action<RestoreInput>) -> Result<Done<()>, Problem> {
    keeper.ask_now(move |book| book.record_restore(action)).await
}

/// Shows the book as it was at the end of a day, as that was typed.
#[tauri::command]
#[specta::specta]
pub async fn past_open(keeper: Keeper<'_>, day: String) -> Result<AppStart, Problem> {
    keeper.look_back(move |book| book.as_of_typed(&day)).await
}

/// Shows the book of today again.
#[tauri::command]
#[specta::specta]
pub async fn past_close(keeper: Keeper<'_>) -> Result<AppStart, Problem> {
    keeper.back_to_now().await
}
