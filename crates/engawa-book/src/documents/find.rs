//! Finding documents as the law asks: by day, amount and other side, in ranges, and by several of them at once.

use engawa_domain::calendar::Day;
use engawa_domain::money::Yen;
use engawa_domain::text::SearchKey;

use crate::book::Book;
use crate::error::BookError;
use crate::inputs::{self, DocumentsSearch};
use crate::views::DocumentRow;
use crate::writes::documents::reader;

/// What a document must be to be found: all of it at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentsWanted {
    /// Words of the other side, the subject, the number, the note or the name of the file: each of them in any of these.
    pub words: String,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// The amount.
    pub amount: AmountWanted,
}

/// What of the amount.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AmountWanted {
    /// Whatever it is.
    #[default]
    Any,
    /// One between these two, which belong to it. A document without an amount is not found.
    Within {
        /// At least so much.
        least: Option<Yen>,
        /// At most so much.
        most: Option<Yen>,
    },
    /// None, as on a 納品書.
    Blank,
}

impl Book {
    /// The documents that fit what was typed, the newest day first: the search of the window and of the command line. Nothing is found
    /// by half a wish: what cannot be read is refused, field by field.
    pub fn documents_find(&self, search: &DocumentsSearch) -> Result<Vec<DocumentRow>, BookError> {
        let mut reader = reader(self.desk());
        let wanted = inputs::documents_wanted(search, &mut reader);
        self.documents_found(&reader.done(wanted)?)
    }

    /// The documents that fit, the newest day first.
    pub fn documents_found(&self, wanted: &DocumentsWanted) -> Result<Vec<DocumentRow>, BookError> {
        let words = SearchKey::of(&wanted.words);
        let mut found = self.documents_view()?.documents;
        found.retain(|row| fits(row, wanted, &words));
        Ok(found)
    }
}

fn fits(row: &DocumentRow, wanted: &DocumentsWanted, words: &SearchKey) -> bool {
    let document = &row.document;
    let of_amount = match wanted.amount {
        AmountWanted::Any => true,
        AmountWanted::Within { least, most } => document.amount.is_some_and(|amount| {
            least.is_none_or(|least| amount >= least) && most.is_none_or(|most| amount <= most)
        }),
        AmountWanted::Blank => document.amount.is_none(),
    };
    of_amount
        && wanted.from.is_none_or(|from| document.day >= from)
        && wanted.to.is_none_or(|to| document.day <= to)
        && (words.is_empty() || key(row).has(words))
}

/// All that words are looked for in. No word holds a space, so none is found across two of these.
fn key(DocumentRow { document, file, .. }: &DocumentRow) -> SearchKey {
    let texts =
        [document.counterparty.as_str(), document.title.as_str(), &document.number, &document.note, file];
    SearchKey::of(&texts.join(" "))
}
