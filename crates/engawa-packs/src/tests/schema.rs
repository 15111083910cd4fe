//! The committed schemas of pack files: what the app ships fits them, and what is wrong in an editor is wrong there too.

use boon::{Compiler, SchemaIndex, Schemas, ValidationError};
use serde_json::Value;

use crate::packs::FILES;

const RULES: &str = "crowdworks/rules.toml";
const GUIDE: &str = "crowdworks/guides/link-missing.toml";
const DRAFT: &str = "crowdworks/drafts/holding.toml";

/// The schema of a file, as its place among the packs says.
fn schema_name(file: &str) -> &'static str {
    match file.split('/').collect::<Vec<_>>()[..] {
        ["common", "own.toml"] => "own.schema.json",
        ["common", _] => "alike.schema.json",
        [_, "guides", _] => "guide.schema.json",
        [_, "drafts", _] => "draft.schema.json",
        _ => "rules.schema.json",
    }
}

fn schema(name: &str) -> Value {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/schema");
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

/// A schema, ready to be held against texts.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

fn compiled(name: &str) -> Schema {
    let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
    let place = format!("packs:///{name}");
    compiler.add_resource(&place, schema(name)).unwrap();
    let index = compiler.compile(&place, &mut schemas).unwrap();
    Schema { schemas, index }
}

fn text_of(file: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == file).unwrap().1
}

/// What the schema says against a text: the place of each error, and what it is.
fn errors(schema: &Schema, text: &str) -> Vec<String> {
    fn innermost(error: &ValidationError<'_, '_>, all: &mut Vec<String>) {
        if error.causes.is_empty() {
            all.push(format!("{}: {}", error.instance_location, error.kind));
        }
        error.causes.iter().for_each(|cause| innermost(cause, all));
    }
    let read: Value = toml::from_str(text).unwrap();
    let mut all = Vec::new();
    if let Err(error) = schema.schemas.validate(&read, schema.index) {
        innermost(&error, &mut all);
    }
    all
}

#[test]
fn every_file_that_is_shipped_fits_its_schema() {
    for name in [
        "rules.schema.json",
        "guide.schema.json",
        "draft.schema.json",
        "alike.schema.json",
        "own.schema.json",
    ] {
        let schema = compiled(name);
        let files: Vec<_> = FILES.iter().filter(|(file, _)| schema_name(file) == name).collect();
        assert!(!files.is_empty(), "{name} is of no file");
        for (file, text) in files {
            assert_eq!(errors(&schema, text), [""; 0], "{file}");
        }
    }
}

#[test]
fn every_file_names_its_schema_in_its_first_line_for_editors() {
    for (file, text) in FILES {
        let up = "../".repeat(file.matches('/').count());
        let line = format!("#:schema {up}schema/{}", schema_name(file));
        assert_eq!(text.lines().next(), Some(line.as_str()), "{file}");
    }
}

#[test]
fn every_field_is_explained() {
    fn unexplained(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                if let Some(Value::Object(fields)) = map.get("properties") {
                    let without = |field: &&Value| field["description"].as_str().is_none_or(str::is_empty);
                    found.extend(
                        fields
                            .iter()
                            .filter(|(_, field)| without(field))
                            .map(|(key, _)| format!("{at}.{key}")),
                    );
                }
                map.iter().for_each(|(key, value)| unexplained(value, &format!("{at}.{key}"), found));
            }
            Value::Array(items) => items.iter().for_each(|value| unexplained(value, at, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    for name in [
        "rules.schema.json",
        "guide.schema.json",
        "draft.schema.json",
        "alike.schema.json",
        "own.schema.json",
    ] {
        let mut found = Vec::new();
        unexplained(&schema(name), name, &mut found);
        assert_eq!(found, [""; 0]);
    }
}

#[test]
fn what_is_wrong_in_a_file_is_wrong_by_its_schema() {
    for (what, file, from, to) in [
        ("an unknown field", RULES, "zone =", "colour = \"red\"\nzone ="),
        ("an unknown field deeper", RULES, "limit = { known = 1 }", "limit = { known = 1, sure = true }"),
        (
            "a field that another shape has",
            RULES,
            "kind = \"approval\"",
            "kind = \"approval\", gate = \"escrowed\"",
        ),
        ("a number for a text", RULES, "zone = \"Asia/Tokyo\"", "zone = 9"),
        ("a text for a number", RULES, "business_days = 2 }", "business_days = \"2\" }"),
        ("less than no days", RULES, "business_days = 2 }", "business_days = -2 }"),
        ("a missing language", RULES, ", en = \"CrowdWorks\" }", " }"),
        (
            "a source without a title",
            RULES,
            "title = { ja = \"システム手数料のご案内\", en = \"The system fee\" }\n",
            "",
        ),
        (
            "a value without a date",
            RULES,
            "checked = \"2026-11-23\", confidence = \"M\"",
            "confidence = \"M\"",
        ),
        ("no day", RULES, "checked = \"2026-11-23\"\n", "checked = \"November\"\n"),
        ("a confidence that there is none of", RULES, "confidence = \"M\"", "confidence = \"sure\""),
        ("a stage that there is none of", RULES, "stage = \"terms\"", "stage = \"talk\""),
        ("a format that there is none of", RULES, "[formats.fixed]", "[formats.weekly]"),
        ("no id", RULES, "id = \"crowdworks\"\n", ""),
        ("a question without an answer that leads on", GUIDE, "to = { question =", "go = { question ="),
        ("a fact with too much", GUIDE, "fact = \"link_visible\"", "sure = 1, fact = \"link_visible\""),
        ("a fact that there is none of", GUIDE, "fact = \"link_visible\"", "fact = \"link_felt\""),
        ("a purpose that there is none of", DRAFT, "purpose = \"", "purpose = \"un"),
        ("an unknown field of a letter", DRAFT, "purpose =", "mood = 1\npurpose ="),
    ] {
        let text = text_of(file);
        assert!(text.contains(from), "{file} has {from:?}");
        let schema = compiled(schema_name(file));
        assert!(!errors(&schema, &text.replacen(from, to, 1)).is_empty(), "{what} was taken");
    }
}
