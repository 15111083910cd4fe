//! What is said while a status is being recorded.

use engawa_book::problem::Problem;
use engawa_domain::{facts::StatusValue, ids::ContractId, say::Say};

use crate::bookkeeper::Keeper;

/// A hint where the typed words are known to stand for another status than the one chosen; `null` where nothing is to be said.
#[tauri::command]
#[specta::specta]
pub async fn status_look(
    keeper: Keeper<'_>,
    contract: ContractId,
    chosen: StatusValue,
    seen: String,
) -> Result<Option<Say>, Problem> {
    keeper.ask(move |book| book.status_look(contract, chosen, &seen)).await
}
