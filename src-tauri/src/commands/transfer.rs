//! The whole book written out and read in.

use engawa_book::{
    BookError, Passphrase,
    problem::Problem,
    views::{ExportedView, ImportInput, ImportedView},
};
use engawa_words::Words;

use crate::{
    asked::{answered, first_chosen},
    bookkeeper::{Keeper, Of},
    host::OurHost,
    works::{OurWorks, WorkId, unless_stopped},
};

/// Lets the user choose a place and writes the whole book there, with a passphrase as one encrypted file; `null` when the dialog is
/// closed without a choice, or the writing stopped.
#[tauri::command]
#[specta::specta]
pub async fn export_save(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    passphrase: Option<String>,
) -> Result<Option<ExportedView>, Problem> {
    let sealed = passphrase.is_some();
    let name = keeper.ask_now(move |book| Ok(book.export_name(sealed))).await?;
    let title = keeper.tongue().say("transfer-export-picker");
    let place = answered(&keeper, |then| host.pick_place(title, name, then)).await?;
    let Some(to) = place else { return Ok(None) };
    let tongue = Words::new(keeper.tongue().now());
    let patience = works.begin(work, host.inner().clone()).patience();
    let made = keeper.standing(Of::Now, move |book| {
        let passphrase = passphrase.map(Passphrase::new).transpose().map_err(BookError::from)?;
        unless_stopped(book.export_shown(&to, passphrase.as_ref(), tongue, &patience))
    });
    made.await
}

/// Lets the user choose an export; `null` when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn import_pick(keeper: Keeper<'_>, host: OurHost<'_>) -> Result<Option<String>, Problem> {
    let title = keeper.tongue().say("transfer-import");
    let picked = first_chosen(&keeper, |then| host.pick_files(title, then)).await?;
    Ok(picked.map(|file| file.display().to_string()))
}

/// Reads an export into a book that is still empty, or says what that would bring; `null` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn import_file(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    input: ImportInput,
) -> Result<Option<ImportedView>, Problem> {
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.import(input, patience).await
}
