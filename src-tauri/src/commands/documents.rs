//! 電子取引の書類 and the log of their corrections.

use engawa_book::{
    done::Done,
    inputs::{Action, DocumentAmendment, DocumentInput, DocumentRemoval, DocumentUntying, DocumentsSearch},
    problem::Problem,
    views::{
        DocumentRow, DocumentTable, DocumentTableForm, DocumentTableSave, DocumentTableSaved, DocumentsView,
    },
};
use engawa_domain::ids::DocumentId;

use crate::{
    asked::{answered, shown},
    bookkeeper::Keeper,
    host::OurHost,
};

/// Every document, and the whole log.
#[tauri::command]
#[specta::specta]
pub async fn documents_view(keeper: Keeper<'_>) -> Result<DocumentsView, Problem> {
    keeper.ask(|book| book.documents_view()).await
}

/// The documents that fit all that is looked for, the newest day first.
#[tauri::command]
#[specta::specta]
pub async fn documents_find(
    keeper: Keeper<'_>,
    search: DocumentsSearch,
) -> Result<Vec<DocumentRow>, Problem> {
    keeper.ask(move |book| book.documents_find(&search)).await
}

/// Declares a kept file to be the document of an electronic transaction.
#[tauri::command]
#[specta::specta]
pub async fn document_declare(
    keeper: Keeper<'_>,
    action: Action<DocumentInput>,
) -> Result<Done<DocumentId>, Problem> {
    keeper.ask(move |book| book.document_declare(action)).await
}

/// Corrects a document. The log keeps what it was, why and who.
#[tauri::command]
#[specta::specta]
pub async fn document_amend(
    keeper: Keeper<'_>,
    action: Action<DocumentAmendment>,
) -> Result<Done<DocumentId>, Problem> {
    keeper.ask(move |book| book.document_amend(action)).await
}

/// Takes a document out of the file. Its file and its log stay.
#[tauri::command]
#[specta::specta]
pub async fn document_remove(
    keeper: Keeper<'_>,
    action: Action<DocumentRemoval>,
) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.document_remove(action)).await
}

/// Unties the file of a document from a contract.
#[tauri::command]
#[specta::specta]
pub async fn document_untie(
    keeper: Keeper<'_>,
    action: Action<DocumentUntying>,
) -> Result<Done<()>, Problem> {
    keeper.ask(move |book| book.document_untie(action)).await
}

/// Lets the user choose where a table goes; `null` when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn document_table_place(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    table: DocumentTable,
    form: DocumentTableForm,
) -> Result<Option<String>, Problem> {
    let name = keeper.ask(move |book| Ok(book.document_table_name(table, form))).await?;
    let title = match table {
        DocumentTable::Log => "document-log-pick",
        DocumentTable::Index => "document-index-pick",
    };
    let title = keeper.tongue().say(title);
    let place = answered(&keeper, |then| host.pick_place(title, name, then)).await?;
    Ok(place.as_deref().map(shown))
}

/// Writes a table to a file.
#[tauri::command]
#[specta::specta]
pub async fn document_table_save(
    keeper: Keeper<'_>,
    input: DocumentTableSave,
) -> Result<DocumentTableSaved, Problem> {
    keeper.ask(move |book| book.document_table_save(&input)).await
}
