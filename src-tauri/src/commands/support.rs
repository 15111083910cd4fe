//! サポート用の報告.

use engawa_book::{problem::Problem, support::save_support_report};

use crate::{bookkeeper::Keeper, host::OurHost, worker::Unfinished};

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
    let (chosen, choice) = tokio::sync::oneshot::channel();
    let then = move |path| {
        // Nobody waits any more when the page was loaded again meanwhile.
        let _ = chosen.send(path);
    };
    host.pick_place(keeper.tongue().say("support-save-title"), NAME.to_owned(), Box::new(then));
    let Some(to) = choice.await.map_err(|_| keeper.tongue().unfinished(Unfinished))? else { return Ok(None) };
    let shown = to.to_string_lossy().into_owned();
    keeper.aside(move || save_support_report(&to, &text)).await?;
    Ok(Some(shown))
}
