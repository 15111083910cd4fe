//! `facts.json`: the rows of the contract and of what it rests on, in the form of an export.

use std::collections::BTreeMap;

use engawa_store::{Image, Table};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::transfer::EXPORT_VERSION;

/// What `facts.json` says it is.
pub const FORMAT: &str = "engawa-facts";

/// The text: one row a line, each table in the order of identifiers.
pub fn text(contract: &str, rows: &[Image]) -> Result<String, serde_json::Error> {
    let mut text = format!(
        "{{\n\"format\":\"{FORMAT}\",\n\"version\":{EXPORT_VERSION},\n\"contract\":\"{contract}\",\n\"tables\":{{"
    );
    for (place, table) in Table::ALL.into_iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push('"');
        text.push_str(table.name());
        text.push_str("\":[");
        let mut of_table: Vec<&Image> = rows.iter().filter(|row| row.table() == table).collect();
        of_table.sort_by(|a, b| a.id().cmp(b.id()));
        for (place, row) in of_table.into_iter().enumerate() {
            text.push_str(if place == 0 { "\n" } else { ",\n" });
            text.push_str(&serde_json::to_string(row)?);
        }
        text.push_str("\n]");
    }
    text.push_str("\n}\n}\n");
    Ok(text)
}

/// The same, read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    pub format: String,
    pub version: u64,
    pub contract: String,
    pub tables: BTreeMap<String, Vec<Map<String, Value>>>,
}
