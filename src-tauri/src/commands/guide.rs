//! 手引き and 文案.

use engawa_book::{
    done::Done,
    inputs::{Action, DraftCopy, GuideAnswer, GuideStart, GuidesOf},
    problem::Problem,
    views::{DraftCheckView, DraftView, GuideBrief, GuideDrawing, GuideListView, RunView},
};
use engawa_domain::{
    draft::DraftId,
    guide::GuideId,
    ids::{ContractId, CopiedAnywayId, PlatformId, RunId},
};

use crate::bookkeeper::Keeper;

/// 手引き: the guides of one service, and the runs left before their end.
#[tauri::command]
#[specta::specta]
pub async fn guide_list(keeper: Keeper<'_>, of: GuidesOf) -> Result<GuideListView, Problem> {
    keeper.ask(move |book| book.guide_list(&of)).await
}

/// The guides for what is wrong, as somebody says it, the best first: those of a service, or each once.
#[tauri::command]
#[specta::specta]
pub async fn guide_find(
    keeper: Keeper<'_>,
    words: String,
    service: Option<PlatformId>,
) -> Result<Vec<GuideBrief>, Problem> {
    keeper.ask(move |book| Ok(book.guide_find(&words, service.as_ref()))).await
}

/// A whole guide as a drawing; with a run of it, the way so far.
#[tauri::command]
#[specta::specta]
pub async fn guide_drawing(
    keeper: Keeper<'_>,
    platform: PlatformId,
    guide: GuideId,
    run: Option<RunId>,
) -> Result<GuideDrawing, Problem> {
    keeper.ask(move |book| book.guide_drawing(&platform, &guide, run)).await
}

/// A run: the answers so far and where it stands.
#[tauri::command]
#[specta::specta]
pub async fn run_view(keeper: Keeper<'_>, id: RunId) -> Result<RunView, Problem> {
    keeper.ask(move |book| book.run_view(id)).await
}

/// The same run tried at another date, as it was typed: with what was dated up to the end of that day. Nothing is recorded.
#[tauri::command]
#[specta::specta]
pub async fn run_replay(keeper: Keeper<'_>, id: RunId, day: String) -> Result<RunView, Problem> {
    keeper.ask(move |book| book.run_view_on_typed(id, &day)).await
}

/// Starts a guide, or goes on with the run that is open for the same contract.
#[tauri::command]
#[specta::specta]
pub async fn guide_start(keeper: Keeper<'_>, action: Action<GuideStart>) -> Result<Done<RunId>, Problem> {
    keeper.ask(move |book| book.guide_start(action)).await
}

/// Answers a question, or changes an earlier answer.
#[tauri::command]
#[specta::specta]
pub async fn guide_answer(keeper: Keeper<'_>, action: Action<GuideAnswer>) -> Result<Done<RunId>, Problem> {
    keeper.ask(move |book| book.guide_answer(action)).await
}

/// Goes past a question that the user cannot answer now.
#[tauri::command]
#[specta::specta]
pub async fn guide_skip(keeper: Keeper<'_>, action: Action<RunId>) -> Result<Done<RunId>, Problem> {
    keeper.ask(move |book| book.guide_skip(action)).await
}

/// Drops a run.
#[tauri::command]
#[specta::specta]
pub async fn guide_forget(keeper: Keeper<'_>, action: Action<RunId>) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.guide_forget(action)).await
}

/// A draft, filled from the record and checked.
#[tauri::command]
#[specta::specta]
pub async fn draft_view(
    keeper: Keeper<'_>,
    contract: ContractId,
    draft: DraftId,
) -> Result<DraftView, Problem> {
    keeper.ask(move |book| book.draft_view(contract, &draft)).await
}

/// 点検 of a draft as the user changed it.
#[tauri::command]
#[specta::specta]
pub async fn draft_check(
    keeper: Keeper<'_>,
    contract: ContractId,
    draft: DraftId,
    text: String,
) -> Result<DraftCheckView, Problem> {
    keeper.ask(move |book| book.draft_check(contract, &draft, &text)).await
}

/// Keeps the choice to copy a text although 点検 found something in it. The window copies it after that.
#[tauri::command]
#[specta::specta]
pub async fn draft_copy_anyway(
    keeper: Keeper<'_>,
    action: Action<DraftCopy>,
) -> Result<Done<Option<CopiedAnywayId>>, Problem> {
    keeper.ask(move |book| book.draft_copy_anyway(action)).await
}
