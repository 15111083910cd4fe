//! A book that does not open, and one in which something is wrong.

use std::path::PathBuf;

use engawa_book::{
    problem::Problem,
    views::{AppStart, CheckView, RepairView, RescueView, SiteView, TroubleView},
};

use crate::{
    asked::{first_chosen, shown},
    bookkeeper::Keeper,
    host::OurHost,
    works::{OurWorks, WorkId},
};

/// Why there is no book in the window, and what can be done; none when there is one.
#[tauri::command]
#[specta::specta]
pub async fn trouble_view(keeper: Keeper<'_>) -> Result<Option<TroubleView>, Problem> {
    keeper.trouble().await
}

/// Opens the book only to look at it: as it is, or what can be read of it.
#[tauri::command]
#[specta::specta]
pub async fn book_look(keeper: Keeper<'_>) -> Result<AppStart, Problem> {
    keeper.look().await
}

/// Puts what can be read of a damaged book in its place. The damaged one is kept beside it. `None` when the user stopped that in time.
#[tauri::command]
#[specta::specta]
pub async fn book_rescue(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
) -> Result<Option<RescueView>, Problem> {
    let patience = works.begin(work.clone(), host.inner().clone()).patience();
    let (works, host) = (works.inner().clone(), host.inner().clone());
    keeper.rescue(patience, move || works.bind(&work, host.as_ref())).await
}

/// Puts a backup in the place of the book, and says where the one from before is kept; `None` when the user stopped that in time.
#[tauri::command]
#[specta::specta]
pub async fn book_restore(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    name: String,
) -> Result<Option<String>, Problem> {
    let patience = works.begin(work.clone(), host.inner().clone()).patience();
    let (works, host) = (works.inner().clone(), host.inner().clone());
    keeper.restore_unopened(name, patience, move || works.bind(&work, host.as_ref())).await
}

/// Opens the book of another folder, until the program ends.
#[tauri::command]
#[specta::specta]
pub async fn book_open_at(keeper: Keeper<'_>, folder: String) -> Result<AppStart, Problem> {
    keeper.open_at(PathBuf::from(folder)).await
}

/// Lets the user choose a folder; none when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn pick_folder(keeper: Keeper<'_>, host: OurHost<'_>) -> Result<Option<String>, Problem> {
    let title = keeper.tongue().say("rescue-picker-title");
    let folder = first_chosen(&keeper, |then| host.pick_folder(title, then)).await?;
    Ok(folder.as_deref().map(shown))
}

/// 帳を調べる: looks through the whole book, which can be used meanwhile; `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn book_check(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
) -> Result<Option<CheckView>, Problem> {
    keeper.check(works.begin(work, host.inner().clone()).patience()).await
}

/// Sets right what a look through the book found, as far as somebody knows what is right. A backup comes first. `None` when the user
/// stopped that before anything was changed.
#[tauri::command]
#[specta::specta]
pub async fn book_repair(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
) -> Result<Option<RepairView>, Problem> {
    let patience = works.begin(work.clone(), host.inner().clone()).patience();
    let (works, host) = (works.inner().clone(), host.inner().clone());
    keeper.repair(patience, move || works.bind(&work, host.as_ref())).await
}

/// Where the folder of the book lies.
#[tauri::command]
#[specta::specta]
pub async fn site_view(keeper: Keeper<'_>) -> Result<SiteView, Problem> {
    keeper.ask(|book| book.site_view()).await
}

/// The user knows where the book lies.
#[tauri::command]
#[specta::specta]
pub async fn site_seen(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.ask(engawa_book::Book::site_seen).await
}
