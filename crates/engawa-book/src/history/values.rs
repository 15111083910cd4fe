//! What a cell holds, as people read it.

use engawa_domain::calendar::{Moment, zone};
use engawa_domain::ids::PlatformId;
use engawa_domain::money::Yen;
use engawa_domain::say::{Say, SayValue};
use engawa_store::{Cell, Column, Holds, Image, Table};

use super::columns;
use super::names::Names;
use crate::error::BookError;

/// A value in words; `None` where the cell holds nothing.
pub fn shown(image: &Image, column: &Column, names: &mut Names<'_>) -> Result<Option<Say>, BookError> {
    let table = image.table();
    let value = match image.cell(column.name) {
        None | Some(Cell::Null) => return Ok(None),
        Some(Cell::Text(text)) if text.trim().is_empty() => return Ok(None),
        Some(Cell::Integer(number)) => number_shown(table, column, *number),
        Some(Cell::Text(text)) => text_shown(image, column, text, names)?,
    };
    Ok(Some(plain(value)))
}

/// A value by itself, as a sentence.
pub fn plain(value: SayValue) -> Say {
    Say::new("history-value").with("value", value)
}

fn number_shown(table: Table, column: &Column, number: i64) -> SayValue {
    match (table, column.name) {
        (Table::Contracts | Table::Payments | Table::Documents, "amount") => {
            Yen::new(number).map_or(SayValue::Number(number), SayValue::Yen)
        }
        (Table::Evidence, "bytes") => {
            Say::new("history-bytes").with("bytes", SayValue::Number(number)).into()
        }
        (Table::Services, "answer_days") => {
            Say::new("history-days").with("days", SayValue::Number(number)).into()
        }
        _ => SayValue::Number(number),
    }
}

fn text_shown(
    image: &Image,
    column: &Column,
    text: &str,
    names: &mut Names<'_>,
) -> Result<SayValue, BookError> {
    let table = image.table();
    let words = || SayValue::Words(text.to_owned());
    let called = |word: &str| {
        columns::choice(table, column.name, word)
            .map_or_else(|| SayValue::Words(word.to_owned()), SayValue::Name)
    };
    Ok(match column.holds {
        Holds::Reference(other) => names.of(other, text)?.into(),
        Holds::AnyId if table == Table::DocumentCorrections => names.of(Table::Documents, text)?.into(),
        Holds::AnyId => {
            let kind = match image.cell("fact_kind") {
                Some(Cell::Text(kind)) => columns::table_of_fact(kind),
                Some(Cell::Null | Cell::Integer(_)) | None => None,
            };
            match kind {
                Some(table) => names.of(table, text)?.into(),
                None => words(),
            }
        }
        Holds::Choice(_) => called(text),
        Holds::Choices(_) => SayValue::List(text.split_whitespace().map(called).collect()),
        Holds::Day => text.parse().map_or_else(|_| words(), SayValue::Day),
        Holds::Time => SayValue::Words(text.chars().take("14:05".len()).collect()),
        Holds::Moment => text.parse().map_or_else(|_| words(), |at| moment(at, names.zone())),
        Holds::Json => {
            // What was answered stands on the screen of the run; here is said how much.
            let count = serde_json::from_str(text).map_or(0, |value| match value {
                serde_json::Value::Array(all) => all.len(),
                serde_json::Value::Object(all) => all.len(),
                _ => 0,
            });
            Say::new("history-count").with("count", u32::try_from(count).unwrap_or(u32::MAX)).into()
        }
        Holds::Text if column.name == "platform" => {
            SayValue::Text(names.platform(&PlatformId(text.to_owned())))
        }
        Holds::Text if column.name == "entrance" => names.entrance(image, text)?.into(),
        Holds::Text if column.name == "guide" => names.guide(image).into(),
        Holds::Text if column.name == "draft" => names.draft(text).into(),
        Holds::Text | Holds::Id | Holds::Sha256 | Holds::Integer => words(),
    })
}

/// A moment on the user's clock.
fn moment(at: Moment, zone: &str) -> SayValue {
    match zone::local(at, zone).or_else(|_| zone::local(at, "UTC")) {
        Ok(local) => {
            let time: String =
                local.time.map_or_else(String::new, |time| time.to_string()).chars().take(5).collect();
            Say::new("history-moment").with("day", local.day).with("time", time.as_str()).into()
        }
        Err(_) => SayValue::Words(at.to_string()),
    }
}
