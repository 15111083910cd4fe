//! Around the records: the start, the settings, what is being typed, and what only the desktop can do.

use std::sync::Arc;

use engawa_book::{
    problem::Problem,
    views::{AppStart, BookKind, Language, Settings},
};

use tauri::State;

use crate::{
    asked::{answered, shown},
    bookkeeper::{Bookkeeper, Keeper},
    host::{Host, OurHost},
    window::leaving::AllTyped,
};

/// The first question of the window. A book that could not be opened is tried once more, so that the user can repair the cause
/// and try again without closing the window.
#[tauri::command]
#[specta::specta]
pub async fn app_start(keeper: Keeper<'_>, host: OurHost<'_>) -> Result<AppStart, Problem> {
    let start = keeper.begin().await?;
    follow(&keeper, &host, start.settings.language);
    Ok(start)
}

/// Goes from the user's own book to the sample book, or back.
#[tauri::command]
#[specta::specta]
pub async fn book_open(keeper: Keeper<'_>, host: OurHost<'_>, kind: BookKind) -> Result<AppStart, Problem> {
    let start = keeper.open(kind).await?;
    follow(&keeper, &host, start.settings.language);
    Ok(start)
}

/// Saves how the app looks and speaks; the menu follows.
#[tauri::command]
#[specta::specta]
pub async fn settings_save(keeper: Keeper<'_>, host: OurHost<'_>, settings: Settings) -> Result<(), Problem> {
    let language = settings.language;
    let kept = settings.clone();
    let is_protected = keeper
        .ask_now(move |book| {
            book.settings_save(&settings)?;
            Ok(book.is_protected())
        })
        .await?;
    keeper.watch(&kept, is_protected);
    follow(&keeper, &host, language);
    Ok(())
}

/// Lets the menu speak as the page does.
pub fn follow(keeper: &Bookkeeper, host: &Arc<dyn Host>, set: Language) {
    if let Some(lang) = keeper.tongue().follow(set) {
        host.speak(lang);
    }
}

/// What was being typed into a form when it was last left.
#[tauri::command]
#[specta::specta]
pub async fn form_draft_load(keeper: Keeper<'_>, key: String) -> Result<Option<String>, Problem> {
    keeper.ask_now(move |book| book.form_draft_load(&key)).await
}

/// Keeps what is being typed into a form.
#[tauri::command]
#[specta::specta]
pub async fn form_draft_save(keeper: Keeper<'_>, key: String, text: String) -> Result<(), Problem> {
    keeper.ask_now(move |book| book.form_draft_save(&key, &text)).await
}

/// Forgets what was being typed into a form.
#[tauri::command]
#[specta::specta]
pub async fn form_draft_clear(keeper: Keeper<'_>, key: String) -> Result<(), Problem> {
    keeper.ask_now(move |book| book.form_draft_clear(&key)).await
}

/// The book has everything that was typed: a window that is about to close may go.
#[tauri::command]
#[specta::specta]
pub async fn form_drafts_kept(typed: State<'_, AllTyped>) -> Result<(), Problem> {
    typed.tell();
    Ok(())
}

/// Copies a text.
#[tauri::command]
#[specta::specta]
pub async fn clipboard_copy(keeper: Keeper<'_>, host: OurHost<'_>, text: String) -> Result<(), Problem> {
    host.copy(text).map_err(|error| keeper.tongue().clipboard(&error))
}

/// Lets the user choose files; none when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(keeper: Keeper<'_>, host: OurHost<'_>) -> Result<Vec<String>, Problem> {
    let title = keeper.tongue().say("shell-picker-title");
    let chosen = answered(&keeper, |then| host.pick_files(title, then)).await?;
    Ok(chosen.iter().map(|path| shown(path)).collect())
}

/// The first usable paint: the watchdog rests.
#[tauri::command]
#[specta::specta]
pub async fn window_usable(host: OurHost<'_>) -> Result<(), Problem> {
    host.usable();
    Ok(())
}
