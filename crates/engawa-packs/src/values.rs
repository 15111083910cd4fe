//! The rules of a platform as a flat list of values, each with the source it rests on: what is explained, and what two
//! versions of a pack are compared by.

use std::collections::BTreeMap;
use std::fmt;

use engawa_domain::rules::{Cite, PlatformRules, Text};
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use crate::tree::{as_cite, as_text};

/// One value of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct PackValue {
    /// The way to it, things of a list by their key: `timers.inspection.span.days`.
    pub path: String,
    /// The value.
    pub value: Written,
    /// Where it comes from: its own source, or that of the nearest thing around it that names one.
    pub cite: Option<Cite>,
}

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Written {
    /// A sentence in each language.
    Text(Text),
    /// A number, a day, a choice, an address.
    Plain(String),
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{} / {}", text.ja, text.en),
            Self::Plain(words) => f.write_str(words),
        }
    }
}

/// Every value of the rules, in the order of their paths.
pub fn values(rules: &PlatformRules) -> Vec<PackValue> {
    let mut all = Vec::new();
    if let Ok(tree) = Table::try_from(rules) {
        table("", &tree, None, &mut all);
    }
    all
}

fn table(path: &str, table: &Table, around: Option<&Cite>, all: &mut Vec<PackValue>) {
    let own = table.get("cite").and_then(cite);
    let cite = own.as_ref().or(around);
    for (key, value) in table {
        // The key of a thing in a list is part of the way to it, and its source is told with each of its values.
        if key == "cite" || (key == "id" && !path.is_empty()) {
            continue;
        }
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        one(&path, value, cite, all);
    }
}

fn one(path: &str, value: &Value, around: Option<&Cite>, all: &mut Vec<PackValue>) {
    let mut push = |value| all.push(PackValue { path: path.to_owned(), value, cite: around.cloned() });
    match value {
        Value::Table(inside) => match as_text(value) {
            Some((ja, en)) => push(Written::Text(Text { ja: ja.to_owned(), en: en.to_owned() })),
            None => table(path, inside, around, all),
        },
        Value::Array(values) if values.first().is_some_and(Value::is_table) => {
            for (nth, value) in values.iter().enumerate() {
                let key =
                    value.get("id").and_then(Value::as_str).map_or_else(|| nth.to_string(), str::to_owned);
                one(&format!("{path}.{key}"), value, around, all);
            }
        }
        // An empty list says nothing.
        Value::Array(values) if values.is_empty() => {}
        Value::Array(values) => {
            push(Written::Plain(values.iter().map(plain).collect::<Vec<_>>().join(", ")));
        }
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            push(Written::Plain(plain(value)));
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn cite(value: &Value) -> Option<Cite> {
    as_cite(value)?;
    value.clone().try_into().ok()
}

/// What the rules say, without where it comes from: a value only looked up again is the same.
pub fn said(rules: &PlatformRules) -> BTreeMap<String, Written> {
    let all = values(rules).into_iter().filter(|value| value.path != "checked");
    all.filter(|value| !value.path.starts_with("sources.")).map(|value| (value.path, value.value)).collect()
}

/// A value that differs between two versions of a pack.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChange {
    /// The way to it.
    pub path: String,
    /// What it was; `None` where there was none.
    pub before: Option<PackValue>,
    /// What it is; `None` where there is none any more.
    pub after: Option<PackValue>,
}

/// What differs between two versions of a platform's rules, in the order of the paths. A value that only was looked up
/// again, on the same page and with the same words, has not changed.
pub fn changes(before: &PlatformRules, after: &PlatformRules) -> Vec<ValueChange> {
    let by_path = |rules| -> BTreeMap<String, PackValue> {
        let all = values(rules).into_iter().filter(|value| value.path != "checked");
        all.map(|value| (value.path.clone(), value)).collect()
    };
    let (mut before, after) = (by_path(before), by_path(after));
    let mut changes: Vec<ValueChange> = after
        .into_iter()
        .filter_map(|(path, after)| {
            let before = before.remove(&path);
            let same = before.as_ref().is_some_and(|before| before.value == after.value);
            (!same).then_some(ValueChange { path, before, after: Some(after) })
        })
        .collect();
    changes.extend(before.into_iter().map(|(path, before)| ValueChange {
        path,
        before: Some(before),
        after: None,
    }));
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    changes
}
