//! Documents of electronic transactions: found, declared, corrected, and their index and the log of their corrections written as
//! tables.

use std::path::Path;

use engawa_book::document_kind;
use engawa_book::inputs::{
    Action, DocumentAmendment, DocumentInput, DocumentRemoval, DocumentSlip, DocumentUntying, DocumentsSearch,
};
use engawa_book::views::{DocumentRow, DocumentTable, DocumentTableForm, DocumentTableSave};
use engawa_domain::facts::{DocumentKind, Evidence};
use engawa_domain::say::Say;
use engawa_words::Words;
use serde_json::json;

use super::record::told;
use crate::args::{DocumentMore, DocumentsAsk, Encoding, KindTyped, Wanted, WhyTyped};
use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::documents::DocumentsJson;
use crate::page::Page;
use crate::stop::Stop;

/// Answers what was asked.
pub fn answer(desk: &mut Desk, ask: DocumentsAsk) -> Result<Exit, Stop> {
    match ask {
        DocumentsAsk::List(wanted) => list(desk, &wanted),
        DocumentsAsk::Declare { evidence, kind, title, counterparty, day, more, person } => {
            declare(desk, &evidence, Said { kind, title, counterparty, day, person }, more)
        }
        DocumentsAsk::Correct { document, kind, title, counterparty, day, more, why } => {
            correct(desk, &document, Changed { kind, title, counterparty, day }, more, why)
        }
        DocumentsAsk::Remove { document, why } => remove(desk, &document, why),
        DocumentsAsk::Untie { document, contract, why } => untie(desk, &document, &contract, why),
        DocumentsAsk::Index { to, encoding } => write(desk, DocumentTable::Index, &to, encoding),
        DocumentsAsk::Log { to, encoding } => write(desk, DocumentTable::Log, &to, encoding),
    }
}

fn list(desk: &Desk, wanted: &Wanted) -> Result<Exit, Stop> {
    let found = desk.book.documents_find(&search(wanted))?;
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
        document.id.to_string(),
    ]
}

/// What was typed, to be read as in the window.
fn search(wanted: &Wanted) -> DocumentsSearch {
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    DocumentsSearch {
        words: typed(&wanted.party),
        from: typed(&wanted.since),
        to: typed(&wanted.until),
        least: typed(&wanted.least),
        most: typed(&wanted.most),
        no_amount: wanted.no_amount,
    }
}

/// Declares a kept file to be a document.
fn declare(desk: &mut Desk, evidence: &str, said: Said, more: DocumentMore) -> Result<Exit, Stop> {
    let files: Vec<Evidence> = desk.book.rows().all()?;
    let evidence = Desk::file(files, evidence)?;
    let Said { kind, title, counterparty, day, person } = said;
    let input = DocumentInput {
        evidence,
        kind: kind.into(),
        number: more.number.unwrap_or_default(),
        title,
        counterparty,
        day,
        amount: more.amount.unwrap_or_default(),
        note: more.note.unwrap_or_default(),
        person,
    };
    let done = desk.book.document_declare(Action { id: desk.action(), input })?;
    told(desk, done)
}

/// What must be said of a document that is declared.
struct Said {
    kind: KindTyped,
    title: String,
    counterparty: String,
    day: String,
    person: String,
}

/// What of a document is to become another; the rest stays.
struct Changed {
    kind: Option<KindTyped>,
    title: Option<String>,
    counterparty: Option<String>,
    day: Option<String>,
}

fn correct(
    desk: &mut Desk,
    document: &str,
    changed: Changed,
    more: DocumentMore,
    why: WhyTyped,
) -> Result<Exit, Stop> {
    let before = desk.document(document)?;
    let Changed { kind, title, counterparty, day } = changed;
    let amount = || before.amount.map(|yen| yen.get().to_string()).unwrap_or_default();
    let input = DocumentInput {
        evidence: before.evidence,
        kind: kind.map_or(before.kind, DocumentKind::from),
        number: more.number.unwrap_or_else(|| before.number.clone()),
        title: title.unwrap_or_else(|| before.title.as_str().to_owned()),
        counterparty: counterparty.unwrap_or_else(|| before.counterparty.as_str().to_owned()),
        day: day.unwrap_or_else(|| before.day.to_string()),
        amount: more.amount.unwrap_or_else(amount),
        note: more.note.unwrap_or_else(|| before.note.clone()),
        person: before.person.as_str().to_owned(),
    };
    let document = before.id;
    let input = DocumentAmendment { document, before: Some(before), input, slip: slip(why) };
    let done = desk.book.document_amend(Action { id: desk.action(), input })?;
    told(desk, done)
}

fn remove(desk: &mut Desk, document: &str, why: WhyTyped) -> Result<Exit, Stop> {
    let input = DocumentRemoval { document: desk.document(document)?.id, slip: slip(why) };
    let done = desk.book.document_remove(Action { id: desk.action(), input })?;
    told(desk, done)
}

fn untie(desk: &mut Desk, document: &str, contract: &str, why: WhyTyped) -> Result<Exit, Stop> {
    let evidence = desk.document(document)?.evidence;
    let slip = slip(why);
    let ties = desk.book.contract_files(desk.contract(contract)?)?;
    let mut done = None;
    // It may prove several facts of the contract: each tie is let go, and each is a line of the log.
    for (link, _) in ties.into_iter().filter(|(link, _)| link.evidence == evidence) {
        let input = DocumentUntying { link: link.id, slip: slip.clone() };
        done = Some(desk.book.document_untie(Action { id: desk.action(), input })?);
    }
    told(desk, done.ok_or_else(|| Stop::NoEvidence(document.to_owned()))?)
}

fn slip(why: WhyTyped) -> DocumentSlip {
    let WhyTyped { reason, person, applied } = why;
    DocumentSlip { applied: applied.unwrap_or_default(), reason, person }
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
