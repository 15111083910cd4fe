//! サポート用の報告.

use engawa_book::{problem::Problem, support::save_support_report};

use crate::{
    asked::{answered, shown},
    bookkeeper::Keeper,
    host::OurHost,
};

/// What a saved report is called, unless the user says otherwise.
const NAME: &str = "engawa-support.txt";

/// A report for whoever helps, as a text to be read before it is copied. It holds nothing that the user wrote.
#[tauri::command]
#[specta::specta]
pub async fn support_report(keeper: Keeper<'_>) -> Result<String, Problem> {
    keeper.support_report().await
}

/// Saves a report that was read where the user chooses; where that is, or `null` when the dialog is closed without a choice. It needs
/// no book.
#[tauri::command]
#[specta::specta]
pub async fn support_save(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    text: String,
) -> Result<Option<String>, Problem> {
    let title = keeper.tongue().say("support-save-title");
    let place = answered(&keeper, |then| host.pick_place(title, NAME.to_owned(), then)).await?;
    let Some(to) = place else { return Ok(None) };
    let saved = shown(&to);
    keeper.aside(move || save_support_report(&to, &text)).await?;
    Ok(Some(saved))
}
