//! The JSON schemas of the files of a pack, for editors: completion, the words of each field, and an error while one still types.
//!
//! They are made from the types that read the files and from their words, so that neither can say something else. What a schema
//! cannot say (that a source exists, that a guide has no dead end) is left to [`read_pack`](crate::read_pack).
//!
//! Draft 7, the newest that the common editors of TOML know.

use engawa_domain::draft::DraftTemplate;
use engawa_domain::guide::Guide;
use engawa_domain::rules::PlatformRules;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::own::OwnWords;
use crate::read::Alike;

/// Every schema: the name of its file in `packs/schema`, and what is in it.
pub fn schemas() -> [(&'static str, Value); 5] {
    [
        ("rules.schema.json", schema_of::<PlatformRules>()),
        ("guide.schema.json", schema_of::<Guide>()),
        ("draft.schema.json", schema_of::<DraftTemplate>()),
        ("alike.schema.json", schema_of::<Alike>()),
        ("own.schema.json", schema_of::<OwnWords>()),
    ]
}

fn schema_of<T: JsonSchema>() -> Value {
    let mut whole = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    tidy(&mut whole);
    close(&mut whole);
    whole
}

/// TOML has no null: what may be left out is left out.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if map.get("default") == Some(&Value::Null) {
                map.remove("default");
            }
            if let Some(Value::Array(kinds)) = map.get_mut("type") {
                kinds.retain(|kind| kind != "null");
                if let [kind] = kinds.as_slice() {
                    let kind = kind.clone();
                    map.insert("type".to_owned(), kind);
                }
            }
            if let Some(Value::Array(choices)) = map.get_mut("anyOf") {
                choices.retain(|choice| *choice != json!({ "type": "null" }));
                if choices.len() == 1 {
                    rename(map, "anyOf", "allOf");
                }
            }
            map.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The same map with one key called otherwise, in its place.
fn rename(map: &mut Map<String, Value>, from: &str, to: &str) {
    let renamed = std::mem::take(map)
        .into_iter()
        .map(|(key, value)| (if key == from { to.to_owned() } else { key }, value));
    *map = renamed.collect();
}

/// Closes every object: what is not named is refused, as it is when the file is read. Fields that stand beside a choice
/// ([`serde(flatten)`](serde)) are put into each of its branches first, since draft 7 cannot close an object over both.
fn close(value: &mut Value) {
    match value {
        Value::Object(map) => {
            spread(map);
            describe(map);
            map.values_mut().for_each(close);
            if map.contains_key("properties") && !map.contains_key("additionalProperties") {
                map.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A field that only marks a branch is explained by the words of the branch.
fn describe(map: &mut Map<String, Value>) {
    let (Some(words), Some(Value::Object(fields))) =
        (map.get("description").cloned(), map.get_mut("properties"))
    else {
        return;
    };
    for field in fields.values_mut().filter_map(Value::as_object_mut) {
        if let Some(link) = field.remove("$ref") {
            field.insert("allOf".to_owned(), json!([{ "$ref": link }]));
        }
        field.entry("description").or_insert_with(|| words.clone());
    }
}

fn spread(map: &mut Map<String, Value>) {
    let (true, Some(Value::Object(shared))) = (map.contains_key("oneOf"), map.get("properties").cloned())
    else {
        return;
    };
    let required = match map.remove("required") {
        Some(Value::Array(required)) => required,
        _ => Vec::new(),
    };
    map.remove("properties");
    map.remove("additionalProperties");
    if let Some(Value::Array(branches)) = map.get_mut("oneOf") {
        for branch in branches.iter_mut().filter_map(Value::as_object_mut) {
            let own = branch.entry("properties").or_insert_with(|| json!({}));
            if let Value::Object(own) = own {
                let all = shared.clone().into_iter().chain(std::mem::take(own));
                *own = all.collect();
            }
            let own = branch.entry("required").or_insert_with(|| json!([]));
            if let Value::Array(own) = own {
                own.splice(0..0, required.iter().cloned());
            }
        }
    }
}
