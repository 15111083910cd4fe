//! What a row is called: by the words of the user where it has any, by its contract and day where it has none.

use engawa_domain::say::{Say, SayValue};
use engawa_store::{Flaw, Ground, Image, Place, Rows, Table};

/// A row by name. The image is what is known of it, from the file or from the journal.
pub fn of(place: &Place, known: Option<&Image>, contract: impl Fn(&str) -> Option<String>) -> Say {
    let kind = kind(place.table);
    let Some(image) = known else {
        return Say::new("repair-record-unnamed").with("kind", kind).with("id", place.id.as_str());
    };
    let own = ["title", "user_name", "original_name", "name"].iter().find_map(|column| image.text(column));
    if let Some(own) = own {
        return Say::new("repair-record-named").with("kind", kind).with("name", own);
    }
    let title = image.text("contract").and_then(contract).unwrap_or_else(|| place.id.clone());
    match image.text("day").and_then(|day| day.parse().ok()) {
        Some(day) => Say::new("repair-record-of-day")
            .with("kind", kind)
            .with("contract", title.as_str())
            .with("day", SayValue::Day(day)),
        None => Say::new("repair-record-of").with("kind", kind).with("contract", title.as_str()),
    }
}

/// A row of an open book by name, also when it is not there or cannot be read.
pub fn in_book(rows: Rows<'_>, place: &Place, ground: Option<Ground>) -> Say {
    let found = rows.image(place.table, &place.id).ok().flatten();
    let known = found.or_else(|| match ground {
        Some(Ground::Firm { position }) => rows.said_at(place, position).ok().flatten(),
        Some(Ground::Doubtful) | None => None,
    });
    let title = |id: &str| {
        let contract = rows.image(Table::Contracts, id).ok().flatten()?;
        contract.text("title").map(str::to_owned)
    };
    of(place, known.as_ref(), title)
}

/// Where the journal says what the row of a flaw should be.
pub const fn ground_of(flaw: &Flaw) -> Option<Ground> {
    match flaw {
        Flaw::RowAltered { ground, .. } | Flaw::RowMissing { ground, .. } => Some(*ground),
        Flaw::Value { ground, .. } | Flaw::RowUnknown { removed: ground, .. } => *ground,
        Flaw::Page { .. }
        | Flaw::Index { .. }
        | Flaw::Schema { .. }
        | Flaw::Dangling { .. }
        | Flaw::EntryAltered { .. }
        | Flaw::ChainBroken { .. }
        | Flaw::EntryUnreadable { .. }
        | Flaw::About { .. }
        | Flaw::Action { .. }
        | Flaw::Form { .. }
        | Flaw::Origin => None,
    }
}

/// What the rows of a table are called.
pub fn kind(table: Table) -> SayValue {
    SayValue::Name(format!("repair-table-{}", table.name().replace('_', "-")))
}
