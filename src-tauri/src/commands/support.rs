//! サポート用の報告.

use engawa_book::problem::Problem;

use crate::bookkeeper::Keeper;

/// A report for whoever helps, as a text to be read before it is copied. It holds nothing that the user wrote.
#[tauri::command]
#[specta::specta]
pub async fn support_report(keeper: Keeper<'_>) -> Result<String, Problem> {
    keeper.support_report().await
}
