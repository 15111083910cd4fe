//! Files kept as proof.

use engawa_book::{
    done::Done,
    inputs::{Action, EvidenceInput},
    problem::Problem,
    views::{EvidenceListView, EvidencePreview},
};
use engawa_domain::ids::{EvidenceId, EvidenceLinkId};

use crate::bookkeeper::Keeper;

/// Keeps a file and ties it to what it proves.
#[tauri::command]
#[specta::specta]
pub async fn evidence_attach(
    keeper: Keeper<'_>,
    action: Action<EvidenceInput>,
) -> Result<Done<EvidenceLinkId>, Problem> {
    keeper.ask(move |book| book.evidence_attach(action)).await
}

/// Unties a file; its bytes stay in the book.
#[tauri::command]
#[specta::specta]
pub async fn evidence_detach(
    keeper: Keeper<'_>,
    action: Action<EvidenceLinkId>,
) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.evidence_detach(action)).await
}

/// 証拠: every kept file.
#[tauri::command]
#[specta::specta]
pub async fn evidence_list(keeper: Keeper<'_>) -> Result<EvidenceListView, Problem> {
    keeper.ask(|book| book.evidence_list()).await
}

/// What is inside a kept file.
#[tauri::command]
#[specta::specta]
pub async fn evidence_preview(keeper: Keeper<'_>, id: EvidenceId) -> Result<EvidencePreview, Problem> {
    keeper.ask(move |book| book.evidence_preview(id)).await
}
