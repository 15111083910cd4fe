//! Files kept as proof: taken in from the disk or the clipboard, looked at, looked through, copied out.

use engawa_book::{
    KeptFile,
    done::Done,
    inputs::{Action, EvidenceLinkInput, EvidenceNoteInput},
    problem::Problem,
    views::{EvidenceChecked, EvidenceInside, PageShown},
};
use engawa_domain::ids::{EvidenceId, EvidenceLinkId};

use crate::{
    bookkeeper::Keeper,
    host::OurHost,
    intake::{self, ClipboardFound, EvidenceTake, Turn},
    pasted::OurPasted,
    works::{OurWorks, WorkId},
};

/// Keeps a file and ties it to what it proves; `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn evidence_take(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    pasted: OurPasted<'_>,
    work: WorkId,
    action: Action<EvidenceTake>,
) -> Result<Option<Done<EvidenceLinkId>>, Problem> {
    intake::take(&keeper, &pasted, works.begin(work, host.inner().clone()), action).await
}

/// Looks for files or a picture in the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn clipboard_look(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    pasted: OurPasted<'_>,
) -> Result<ClipboardFound, Problem> {
    intake::look_at_clipboard(&keeper, &host, &pasted).await
}

/// Changes what is said of a kept file.
#[tauri::command]
#[specta::specta]
pub async fn evidence_note(
    keeper: Keeper<'_>,
    action: Action<EvidenceNoteInput>,
) -> Result<Done<EvidenceId>, Problem> {
    keeper.ask(move |book| book.evidence_note(action)).await
}

/// Chooses anew which fact a file proves.
#[tauri::command]
#[specta::specta]
pub async fn evidence_link(
    keeper: Keeper<'_>,
    action: Action<EvidenceLinkInput>,
) -> Result<Done<EvidenceLinkId>, Problem> {
    keeper.ask(move |book| book.evidence_link(action)).await
}

/// What is inside a kept file.
#[tauri::command]
#[specta::specta]
pub async fn evidence_inside(keeper: Keeper<'_>, id: EvidenceId) -> Result<EvidenceInside, Problem> {
    intake::inside(&keeper, Turn::Opened, id, KeptFile::inside).await
}

/// A page of a kept document, counted from 0; `None` where there is no such page, or it cannot be drawn.
#[tauri::command]
#[specta::specta]
pub async fn evidence_page(
    keeper: Keeper<'_>,
    id: EvidenceId,
    number: u32,
) -> Result<Option<PageShown>, Problem> {
    intake::inside(&keeper, Turn::Opened, id, move |file| file.page(number)).await
}

/// A small picture of a kept file as a `data:` address; `None` for what has none.
#[tauri::command]
#[specta::specta]
pub async fn evidence_thumbnail(keeper: Keeper<'_>, id: EvidenceId) -> Result<Option<String>, Problem> {
    intake::inside(&keeper, Turn::Small, id, KeptFile::thumbnail).await
}

/// Saves a copy of a kept file where the user chooses; where that is, or `None` when no place was chosen.
#[tauri::command]
#[specta::specta]
pub async fn evidence_save_copy(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    id: EvidenceId,
) -> Result<Option<String>, Problem> {
    intake::save_copy(&keeper, &host, works.begin(work, host.inner().clone()), id).await
}

/// Reads and hashes every kept file; `None` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn evidence_verify(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
) -> Result<Option<EvidenceChecked>, Problem> {
    intake::verify(&keeper, works.begin(work, host.inner().clone())).await
}

/// Stops long work.
#[tauri::command]
#[specta::specta]
pub async fn work_stop(works: OurWorks<'_>, work: WorkId) -> Result<(), Problem> {
    works.stop(&work);
    Ok(())
}
