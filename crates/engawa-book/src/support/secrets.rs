//! Every text that must not stand in a report: what the user wrote, what was seen, and the names of the machine.

use std::path::Path;

use engawa_store::{Cell, Holds, StoreError, Table};

use crate::book::Book;
use crate::error::BookError;

/// The texts of the book: its rows, its history (which holds what was removed), and the forms that were not finished.
pub fn of_book(book: &Book, visit: &mut dyn FnMut(&str)) -> Result<(), BookError> {
    for table in Table::ALL {
        book.rows().each_image(table, |row| {
            for (column, cell) in row.columns() {
                let is_text = matches!(column.holds, Holds::Text | Holds::Json);
                if let (true, Cell::Text(text)) = (is_text, cell) {
                    visit(text);
                }
            }
            Ok::<_, StoreError>(())
        })?;
    }
    book.rows().each_entry(|entry| {
        visit(&entry.facts);
        Ok::<_, StoreError>(())
    })?;
    Ok(book.store.each_form_draft(|text| visit(text))?)
}

/// The names of the machine: of its user, of itself, of the home folder and of the folder of the book.
pub fn of_machine(folder: Option<&Path>, visit: &mut dyn FnMut(&str)) {
    for name in ["USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"] {
        if let Ok(name) = std::env::var(name) {
            visit(&name);
        }
    }
    visit(&gethostname::gethostname().to_string_lossy());
    let home = std::env::home_dir();
    for path in home.as_deref().into_iter().chain(folder) {
        // Part by part: those of a path do not belong together.
        for part in path.components() {
            visit(&part.as_os_str().to_string_lossy());
        }
    }
}
