//! Documents of electronic transactions: found, and their index and the log of their corrections written as tables.

use std::path::Path;

use engawa_book::inputs::{Fault, FieldFault};
use engawa_book::views::{DocumentRow, DocumentTable, DocumentTableForm, DocumentTableSave};
use engawa_book::{AmountWanted, BookError, DocumentsWanted, document_kind};
use engawa_domain::entry;
use engawa_domain::say::Say;
use engawa_words::Words;
use serde_json::json;

use crate::args::{DocumentsAsk, Encoding, Wanted};
use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::documents::DocumentsJson;
use crate::page::Page;
use crate::stop::Stop;

/// Answers what was asked.
pub fn answer(desk: &Desk, ask: &DocumentsAsk) -> Result<Exit, Stop> {
    match ask {
        DocumentsAsk::List(wanted) => list(desk, wanted),
        DocumentsAsk::Index { to, encoding } => write(desk, DocumentTable::Index, to, *encoding),
        DocumentsAsk::Log { to, encoding } => write(desk, DocumentTable::Log, to, *encoding),
    }
}

fn list(desk: &Desk, wanted: &Wanted) -> Result<Exit, Stop> {
    let found = desk.book.documents_found(&read(desk, wanted)?)?;
    let words = desk.voice.words;
    let mut page = Page::default();
    page.rows(0, &found.iter().map(|row| cells(row, words)).collect::<Vec<_>>());
    page.gap();
    page.line(0, &words.count("document-found", &[("count", found.len() as u64)]));
    desk.voice.say(&DocumentsJson::new(&found), &page.text())
}

fn cells(row: &DocumentRow, words: Words) -> Vec<String> {
    let DocumentRow { document, file, lines } = row;
    let amount = document.amount.map_or_else(|| words.get("document-nothing", &[]), |yen| words.yen(yen));
    vec![
        words.day(document.day),
        words.value(&document_kind(document.kind)),
        document.counterparty.as_str().to_owned(),
        document.title.as_str().to_owned(),
        amount,
        file.clone(),
        words.count("document-lines", &[("count", (*lines).into())]),
    ]
}

/// What was typed, read as in the window. Nothing is found by half a wish.
fn read(desk: &Desk, wanted: &Wanted) -> Result<DocumentsWanted, Stop> {
    let mut faults = Vec::new();
    let mut day = |field, typed: Option<&str>| {
        kept(field, typed, |typed| entry::day(typed, desk.book.today()), &mut faults)
    };
    let (from, to) = (day("from", wanted.since.as_deref()), day("to", wanted.until.as_deref()));
    let mut yen = |field, typed: Option<&str>| kept(field, typed, entry::amount, &mut faults);
    let (least, most) = (yen("least", wanted.least.as_deref()), yen("most", wanted.most.as_deref()));
    if !faults.is_empty() {
        return Err(BookError::Fields(faults).into());
    }
    let amount = match (wanted.no_amount, least, most) {
        (true, _, _) => AmountWanted::Blank,
        (false, None, None) => AmountWanted::Any,
        (false, least, most) => AmountWanted::Within { least, most },
    };
    Ok(DocumentsWanted { words: wanted.party.clone().unwrap_or_default(), from, to, amount })
}

fn kept<T, E: Into<Fault>>(
    field: &str,
    typed: Option<&str>,
    read: impl Fn(&str) -> Result<Option<T>, E>,
    faults: &mut Vec<FieldFault>,
) -> Option<T> {
    let read = read(typed?).map_err(|fault| faults.push(FieldFault::new(field, fault)));
    read.ok().flatten()
}

fn write(desk: &Desk, table: DocumentTable, to: &Path, encoding: Encoding) -> Result<Exit, Stop> {
    let form = match encoding {
        Encoding::Utf8 => DocumentTableForm::CsvUtf8,
        Encoding::ShiftJis => DocumentTableForm::CsvShiftJis,
    };
    let input = DocumentTableSave { to: to.display().to_string(), table, form };
    let saved = desk.book.document_table_save(&input)?;
    let said = Say::new("document-table-saved").with("path", saved.path.as_str()).with("lines", saved.lines);
    desk.voice.say(&json!({ "path": saved.path, "lines": saved.lines }), &desk.voice.words.say(&said))
}
