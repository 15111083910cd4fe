//! Files kept as proof.

use engawa_book::{done::Done, inputs::Action, problem::Problem, views::EvidenceListView};
use engawa_domain::ids::EvidenceLinkId;

use crate::bookkeeper::Keeper;

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
