//! The documents of electronic transactions, and the eight fields of each line of their log. They are read from the rows of the
//! packet, where what was to be masked is masked.

use engawa_domain::facts::{DocumentChange, DocumentDid, DocumentField};
use engawa_store::{Cell, Image, Table};

use super::Pen;
use super::html::Html;
use crate::documents::{LOG, content, did, value};

/// What is told of a document, each with its column.
const TOLD: [(&str, DocumentField, &str); 7] = [
    ("document-day", DocumentField::Day, "day"),
    ("document-kind", DocumentField::Kind, "kind"),
    ("document-counterparty", DocumentField::Counterparty, "counterparty"),
    ("document-title", DocumentField::Title, "title"),
    ("document-number", DocumentField::Number, "number"),
    ("document-amount", DocumentField::Amount, "amount"),
    ("document-file", DocumentField::Evidence, "evidence"),
];

/// The documents and the log; nothing where there are none.
pub fn section(html: &mut Html, pen: &Pen<'_, '_>) {
    let of = |table: Table| pen.content.rows.iter().filter(move |row| row.table() == table);
    let mut documents: Vec<&Image> = of(Table::Documents).collect();
    documents.sort_by_key(|row| (row.text("day"), row.id()));
    let mut lines: Vec<&Image> = of(Table::DocumentCorrections).collect();
    // Identifiers are given in the order of time.
    lines.sort_by_key(|row| row.id());
    if documents.is_empty() && lines.is_empty() {
        return;
    }
    html.within("<h2 class=\"page\">", &pen.t("history-kind-document"), "</h2>\n");
    html.within("<p class=\"fine\">", &pen.t("document-packet-text"), "</p>\n");
    if !documents.is_empty() {
        head(html, pen, TOLD.iter().map(|(key, _, _)| *key));
        for row in documents {
            document(html, pen, row);
        }
        html.tags("</tbody></table>\n");
    }
    html.within("<h3>", &pen.t("document-log-title"), "</h3>\n");
    if lines.is_empty() {
        html.within("<p>", &pen.t("document-log-none"), "</p>\n");
        return;
    }
    head(html, pen, LOG.into_iter());
    for row in lines {
        line(html, pen, row);
    }
    html.tags("</tbody></table>\n");
}

fn head<'k>(html: &mut Html, pen: &Pen<'_, '_>, keys: impl Iterator<Item = &'k str>) {
    html.tags("<table class=\"papers\"><thead><tr>");
    keys.for_each(|key| {
        html.within("<th scope=\"col\">", &pen.t(key), "</th>");
    });
    html.tags("</tr></thead><tbody>\n");
}

fn document(html: &mut Html, pen: &Pen<'_, '_>, row: &Image) {
    html.tags("<tr>");
    for (_, field, column) in TOLD {
        let said = match row.cell(column) {
            Some(Cell::Text(text)) => pen.words.value(&value(field, text, |id| file(pen, id))),
            Some(Cell::Integer(number)) => pen.words.value(&value(field, &number.to_string(), str::to_owned)),
            Some(Cell::Null) | None => pen.t("document-nothing"),
        };
        html.within("<td><bdi>", &said, "</bdi>");
        let note = row.text("note").filter(|note| field == DocumentField::Title && !note.trim().is_empty());
        if let Some(note) = note {
            html.words(note);
        }
        html.tags("</td>");
    }
    html.tags("</tr>\n");
}

fn line(html: &mut Html, pen: &Pen<'_, '_>, row: &Image) {
    let text = |column: &str| row.text(column).unwrap_or_default().to_owned();
    let day = |column: &str| pen.words.value(&value(DocumentField::Day, &text(column), str::to_owned));
    let cells = [
        day("applied"),
        text("number"),
        text("title"),
        text("counterparty"),
        day("day"),
        done(pen, row),
        text("reason"),
        text("person"),
    ];
    html.tags("<tr>");
    for cell in cells {
        html.within("<td><bdi>", &cell, "</bdi></td>");
    }
    html.tags("</tr>\n");
}

/// What was done, and to which values: a line for each.
fn done(pen: &Pen<'_, '_>, row: &Image) -> String {
    // Both were read as what they are when the packet was gathered; a row of another version is told as it stands.
    let text = |column: &str| row.text(column).unwrap_or_default();
    let word = serde_json::from_value::<DocumentDid>(text("did").into());
    let said = word.map_or_else(|_| text("did").to_owned(), |word| pen.t(did(word)));
    let changes = serde_json::from_str::<Vec<DocumentChange>>(text("content")).unwrap_or_default();
    let changes = content(&changes, |id| file(pen, id));
    [said].into_iter().chain(changes.iter().map(|change| pen.say(change))).collect::<Vec<_>>().join("\n")
}

/// A file by its name in the packet, or by the one it came with.
fn file(pen: &Pen<'_, '_>, id: &str) -> String {
    let kept = pen.content.kept.iter().find(|file| file.evidence.id.to_string() == id);
    let member = kept.map(|file| file.member.clone().unwrap_or_else(|| file.evidence.original_name.clone()));
    let recorded = || pen.content.rows.iter().find(|row| row.table() == Table::Evidence && row.id() == id);
    let name = member.or_else(|| recorded()?.text("original_name").map(str::to_owned));
    name.unwrap_or_else(|| id.to_owned())
}
