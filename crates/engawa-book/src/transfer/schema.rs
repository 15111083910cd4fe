//! The JSON schema of an export, made from the tables themselves.

use engawa_store::{Column, Holds, Need, Table};
use serde_json::{Map, Value, json};

use super::{EXPORT_VERSION, FORMAT};

/// How a moment is written: always UTC, always milliseconds.
const MOMENT: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$";

/// The schema as it is committed in `docs/schema/export.schema.json`.
pub fn export_schema() -> String {
    let tables: Map<String, Value> = Table::ALL
        .into_iter()
        .map(|table| {
            (
                table.name().to_owned(),
                json!({ "type": "array", "items": { "$ref": format!("#/$defs/{table}") } }),
            )
        })
        .collect();
    let mut definitions: Map<String, Value> =
        Table::ALL.into_iter().map(|table| (table.name().to_owned(), row(table))).collect();
    definitions.insert("entry".to_owned(), entry());
    definitions.insert("fact".to_owned(), fact());
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Export of an Engawa book",
        "type": "object",
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": EXPORT_VERSION },
            "journal": { "type": "array", "items": { "$ref": "#/$defs/entry" } },
            "tables": object(tables),
        },
        "required": ["format", "version", "journal", "tables"],
        "additionalProperties": false,
        "$defs": definitions,
    });
    format!("{schema:#}\n")
}

/// An object with exactly these keys.
fn object(properties: Map<String, Value>) -> Value {
    let required: Vec<_> = properties.keys().cloned().collect();
    let properties = Value::Object(properties);
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn row(table: Table) -> Value {
    object(table.columns().iter().map(|column| (column.name.to_owned(), cell(column))).collect())
}

fn cell(column: &Column) -> Value {
    let value = match column.holds {
        Holds::Id | Holds::AnyId => json!({ "type": "string", "format": "uuid" }),
        Holds::Reference(table) => {
            json!({ "type": "string", "format": "uuid", "description": format!("the id of a row of {table}") })
        }
        Holds::Text => json!({ "type": "string" }),
        Holds::Sha256 => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        Holds::Choice(words) => json!({ "type": "string", "enum": words }),
        Holds::Choices(words) => {
            json!({ "type": "string", "pattern": format!("^(({0})( ({0}))*)?$", words.join("|")), "description": "words joined by a space" })
        }
        Holds::Day => json!({ "type": "string", "format": "date" }),
        Holds::Time => json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$" }),
        Holds::Moment => json!({ "type": "string", "pattern": MOMENT }),
        Holds::Integer => json!({ "type": "integer" }),
        Holds::Json => json!({ "type": "string", "contentMediaType": "application/json" }),
    };
    match column.need {
        Need::Required => value,
        Need::Optional => json!({ "anyOf": [value, { "type": "null" }] }),
    }
}

fn entry() -> Value {
    let hash = json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    let keys = [
        ("origin", json!({ "type": "string", "format": "uuid" })),
        ("seq", json!({ "type": "integer", "minimum": 1 })),
        ("at", json!({ "type": "string", "pattern": MOMENT })),
        ("op", json!({ "type": "string" })),
        ("facts", json!({ "type": "array", "items": { "$ref": "#/$defs/fact" } })),
        ("prev_hash", hash.clone()),
        ("hash", hash),
    ];
    object(keys.map(|(key, value)| (key.to_owned(), value)).into_iter().collect())
}

fn fact() -> Value {
    let tables: Vec<_> = Table::ALL.into_iter().map(Table::name).collect();
    let row = json!({ "type": ["object", "null"] });
    let keys = [
        ("table", json!({ "type": "string", "enum": tables })),
        ("id", json!({ "type": "string", "format": "uuid" })),
        ("before", row.clone()),
        ("after", row),
    ];
    object(keys.map(|(key, value)| (key.to_owned(), value)).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_the_one_of_the_tables() {
        let place =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/export.schema.json");
        if std::env::var_os("ENGAWA_WRITE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(place.parent().unwrap()).unwrap();
            std::fs::write(&place, export_schema()).unwrap();
        }
        let committed = std::fs::read_to_string(&place).unwrap();
        let made = export_schema();
        let differs = committed.lines().zip(made.lines()).position(|(old, new)| old != new);
        assert_eq!(differs, None, "the first line that differs: run cargo xtask codegen schema");
        assert_eq!(committed.len(), made.len(), "run cargo xtask codegen schema");
    }
}
