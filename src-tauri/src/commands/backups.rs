//! Backups: made, proven, brought to places, put back, encrypted.

use std::path::Path;

use engawa_book::{
    BackupWhy, BookError, Passphrase,
    problem::Problem,
    protect::{Secret, Typed},
    strength,
    views::{
        BackupProof, BackupStatus, BackupsView, PickedBackup, RestorePreview, RestoredView, SealedView,
        StrengthView,
    },
};
use engawa_domain::{calendar::Moment, facts::Account};
use engawa_words::Words;

use crate::{
    asked::first_chosen,
    bookkeeper::Keeper,
    host::OurHost,
    works::{OurWorks, WorkId, unless_ended},
};

/// How the backups are doing, in a glance.
#[tauri::command]
#[specta::specta]
pub async fn backup_status(keeper: Keeper<'_>) -> Result<BackupStatus, Problem> {
    keeper.ask(|book| Ok(book.backups().status(book.is_unsaved()))).await
}

/// Places and backups.
#[tauri::command]
#[specta::specta]
pub async fn backups_view(keeper: Keeper<'_>) -> Result<BackupsView, Problem> {
    let unsaved = keeper.ask(|book| Ok(book.is_unsaved())).await?;
    keeper.beside(move |backups| Ok(backups.view(unsaved))).await
}

/// Makes a backup now, beside the book and at every place; `None` when the user stopped that. What is proven until then counts.
#[tauri::command]
#[specta::specta]
pub async fn backup_make(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
) -> Result<Option<BackupStatus>, Problem> {
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.make_way().await?;
    let kept = keeper.beside(move |backups| Ok(backups.keep(BackupWhy::Asked, &patience))).await?;
    let made = move |book: &mut engawa_book::Book| {
        book.backed_up(&kept);
        if kept.is_stopped {
            return Ok(None);
        }
        kept.home.map_err(BookError::from)?;
        Ok(Some(book.backups().status(book.is_unsaved())))
    };
    keeper.ask(made).await
}

/// Proves a backup again, at every place where it lies; `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn backup_prove(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    at: Moment,
) -> Result<Option<BackupProof>, Problem> {
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.make_way().await?;
    keeper.beside(move |backups| unless_ended(backups.prove(at, &patience))).await
}

/// What a restore would change. Named by its moment or by its file.
#[tauri::command]
#[specta::specta]
pub async fn backup_preview(keeper: Keeper<'_>, named: String) -> Result<RestorePreview, Problem> {
    keeper.beside(move |backups| backups.preview(&named)).await
}

/// Puts a backup in the place of the book, which is kept as a backup of its own first; `None` when the user stopped that in time.
#[tauri::command]
#[specta::specta]
pub async fn backup_restore(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    named: String,
) -> Result<Option<RestoredView>, Problem> {
    let patience = works.begin(work.clone(), host.inner().clone()).patience();
    let (works, host) = (works.inner().clone(), host.inner().clone());
    keeper.restore(named, patience, move || works.bind(&work, host.as_ref())).await
}

/// Lets the user choose a folder and makes it a place for backups; none when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn backup_place_pick(keeper: Keeper<'_>, host: OurHost<'_>) -> Result<Option<String>, Problem> {
    let title = keeper.tongue().say("backup-place-picker");
    let picked = first_chosen(&keeper, |then| host.pick_folder(title, then)).await?;
    let Some(folder) = picked else { return Ok(None) };
    let shown = folder.display().to_string();
    keeper.beside(move |backups| backups.add_place(&folder)).await?;
    keeper
        .ask(|book| {
            let _: () = book.note_place();
            Ok(())
        })
        .await?;
    Ok(Some(shown))
}

/// Forgets a place; what lies there stays.
#[tauri::command]
#[specta::specta]
pub async fn backup_place_remove(keeper: Keeper<'_>, folder: String) -> Result<(), Problem> {
    keeper.beside(move |backups| backups.remove_place(Path::new(&folder))).await
}

/// The sudden loss was meant: older backups may be thinned again.
#[tauri::command]
#[specta::specta]
pub async fn backup_loss_meant(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.beside(|backups| backups.loss_was_meant()).await
}

/// Lets the user choose a folder and makes an encrypted backup in it, with the sheet to print; none when the dialog is closed without a
/// choice, or the making was stopped.
#[tauri::command]
#[specta::specta]
pub async fn backup_seal(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    passphrase: String,
) -> Result<Option<SealedView>, Problem> {
    let title = keeper.tongue().say("backup-seal-picker");
    let picked = first_chosen(&keeper, |then| host.pick_folder(title, then)).await?;
    let Some(folder) = picked else { return Ok(None) };
    let tongue = Words::new(keeper.tongue().now());
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.make_way().await?;
    let made = keeper.beside(move |backups| {
        let passphrase = Passphrase::new(passphrase)?;
        let Some((mut sealed, slip)) = unless_ended(backups.seal(&folder, &passphrase, &patience))? else {
            return Ok(None);
        };
        sealed.sheet = backups.sheet(&sealed, &slip, tongue)?.display().to_string();
        Ok(Some(sealed))
    });
    made.await
}

/// Lets the user choose a backup, wherever it lies, and says what has to be known to open it; none when the dialog is closed without
/// a choice.
#[tauri::command]
#[specta::specta]
pub async fn backup_file_pick(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
) -> Result<Option<PickedBackup>, Problem> {
    let title = keeper.tongue().say("backup-elsewhere");
    let picked = first_chosen(&keeper, |then| host.pick_files(title, then)).await?;
    let Some(file) = picked else { return Ok(None) };
    let named = file.display().to_string();
    let is = keeper.beside(move |backups| backups.kind_of(&file)).await?;
    Ok(Some(PickedBackup { file: named, is }))
}

/// Opens a backup of a protected book with its passphrase or its recovery code, until it is closed.
#[tauri::command]
#[specta::specta]
pub async fn backup_unlock(keeper: Keeper<'_>, file: String, secret: Typed) -> Result<(), Problem> {
    keeper.beside(move |backups| backups.unlock(Path::new(&file), &Secret::of(&secret))).await
}

/// Opens an encrypted backup; the name by which it can be looked at and put back, or `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn backup_unseal(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    file: String,
    passphrase: String,
) -> Result<Option<String>, Problem> {
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.make_way().await?;
    let opened = keeper.beside(move |backups| {
        let passphrase = Passphrase::new(passphrase)?;
        unless_ended(backups.unseal(Path::new(&file), &passphrase, &patience))
    });
    Ok(opened.await?.map(|opened| opened.display().to_string()))
}

/// Removes what was unpacked of an encrypted backup.
#[tauri::command]
#[specta::specta]
pub async fn backup_close_opened(keeper: Keeper<'_>) -> Result<(), Problem> {
    keeper.beside(|backups| backups.close_opened()).await
}

/// How strong a passphrase is, while it is being typed. Nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn passphrase_strength(keeper: Keeper<'_>, typed: String) -> Result<StrengthView, Problem> {
    let known = keeper.ask(|book| {
        let accounts: Vec<Account> = book.rows().all()?;
        Ok(accounts.into_iter().map(|account| account.user_name.to_string()).collect::<Vec<_>>())
    });
    Ok(strength(&typed, &known.await?))
}
