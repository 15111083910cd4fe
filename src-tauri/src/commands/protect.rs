//! The protected book: unlocking, locking, and what the settings offer for it. A secret comes in and never goes out.

use engawa_book::{
    BackupRefused, problem,
    problem::Problem,
    protect::Typed,
    views::{AppStart, NewCode, StaysPlain},
};

use engawa_words::Words;

use super::frame::follow;
use crate::{
    bookkeeper::{Bookkeeper, Keeper, Open},
    host::OurHost,
    works::{OurWorks, WorkId, Works},
};

/// Opens a locked book with its passphrase or its recovery code.
#[tauri::command]
#[specta::specta]
pub async fn book_unlock(keeper: Keeper<'_>, host: OurHost<'_>, secret: Typed) -> Result<AppStart, Problem> {
    let start = keeper.unlock(secret).await?;
    follow(&keeper, &host, start.settings.language);
    Ok(start)
}

/// Closes a protected book: its keys are wiped.
#[tauri::command]
#[specta::specta]
pub async fn book_lock(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.lock().await
}

/// Somebody is there: the book is not locked for some minutes more.
#[tauri::command]
#[specta::specta]
pub async fn book_touch(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.touch();
    Ok(())
}

/// A new recovery code, shown once, and which part of it will be asked for.
#[tauri::command]
#[specta::specta]
pub async fn recovery_code_show(keeper: Keeper<'_>) -> Result<NewCode, Problem> {
    keeper.with(Open::show_code).await
}

/// Encrypts the book with a passphrase and the code that was shown; `None` when the user stopped that. `part` is the group that was
/// asked for.
#[tauri::command]
#[specta::specta]
pub async fn book_protect(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    passphrase: Typed,
    part: Typed,
) -> Result<Option<StaysPlain>, Problem> {
    make_way(&keeper, &works).await?;
    let mut running = works.begin(work, host.inner().clone());
    let turned = keeper.with(move |open, lang| open.protect(&passphrase, &part, lang, &mut running)).await?;
    Ok(turned.map(|files| StaysPlain { files }))
}

/// Long work takes files in as the book was when it began: a plain one must not come into a protected book behind its back. A backup
/// that nobody asked for makes way; whatever the user asked for is done first.
async fn make_way(keeper: &Bookkeeper, works: &Works) -> Result<(), Problem> {
    keeper.make_way().await?;
    if !works.are_under_way() {
        return Ok(());
    }
    let lang = keeper.tongue().now();
    Err(problem(&BackupRefused::Busy.into(), &Words::new(lang), lang))
}

/// Makes the book a plain one again; `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn book_unprotect(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    secret: Typed,
) -> Result<Option<StaysPlain>, Problem> {
    make_way(&keeper, &works).await?;
    let mut running = works.begin(work, host.inner().clone());
    let turned = keeper.with(move |open, lang| open.unprotect(&secret, lang, &mut running)).await?;
    Ok(turned.map(|files| StaysPlain { files }))
}

/// Changes the passphrase to the chosen one. `secret` is the one so far, or the recovery code.
#[tauri::command]
#[specta::specta]
pub async fn passphrase_change(keeper: Keeper<'_>, secret: Typed, chosen: Typed) -> Result<(), Problem> {
    keeper.with(move |open, lang| open.change_passphrase(&secret, &chosen, lang)).await
}

/// The recovery code that was shown takes the place of the old one.
#[tauri::command]
#[specta::specta]
pub async fn recovery_code_renew(keeper: Keeper<'_>, secret: Typed, part: Typed) -> Result<(), Problem> {
    keeper.with(move |open, lang| open.renew_code(&secret, &part, lang)).await
}
