//! A file as a tree of values: what is true of every text and every cite is checked here once, wherever they stand.

use toml::{Table, Value};

/// A value and the way to it.
pub struct Node<'a> {
    /// The way: `request.places[0].screen`.
    pub path: String,
    /// The value.
    pub value: &'a Value,
}

/// Every value of a file that is not the file itself, parents first.
pub fn nodes(table: &Table) -> Vec<Node<'_>> {
    let mut all = Vec::new();
    for (key, value) in table {
        collect(key, value, &mut all);
    }
    all
}

fn collect<'a>(path: &str, value: &'a Value, all: &mut Vec<Node<'a>>) {
    all.push(Node { path: path.to_owned(), value });
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                collect(&format!("{path}.{key}"), value, all);
            }
        }
        Value::Array(values) => {
            for (nth, value) in values.iter().enumerate() {
                collect(&format!("{path}[{nth}]"), value, all);
            }
        }
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
    }
}

/// The two languages of a text, where the value is one.
pub fn as_text(value: &Value) -> Option<(&str, &str)> {
    let table = value.as_table().filter(|table| table.len() == 2)?;
    Some((table.get("ja")?.as_str()?, table.get("en")?.as_str()?))
}

/// The source, the day and the confidence of a cite, where the value is one.
pub fn as_cite(value: &Value) -> Option<(&str, &str, &str)> {
    let table = value.as_table()?;
    Some((
        table.get("source")?.as_str()?,
        table.get("checked")?.as_str()?,
        table.get("confidence")?.as_str()?,
    ))
}

/// The ways to the values that a file has and what was read from it has not: serde lets some of them pass, since it
/// cannot refuse them everywhere.
pub fn not_read(file: &Table, read: &Table) -> Vec<String> {
    let mut unread = Vec::new();
    compare_tables("", file, read, &mut unread);
    unread
}

fn compare_tables(path: &str, file: &Table, read: &Table, unread: &mut Vec<String>) {
    for (key, value) in file {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match read.get(key) {
            Some(read) => compare(&path, value, read, unread),
            None => unread.push(path),
        }
    }
}

fn compare(path: &str, file: &Value, read: &Value, unread: &mut Vec<String>) {
    match (file, read) {
        (Value::Table(file), Value::Table(read)) => compare_tables(path, file, read, unread),
        (Value::Array(file), Value::Array(read)) => {
            for (nth, (file, read)) in file.iter().zip(read).enumerate() {
                compare(&format!("{path}[{nth}]"), file, read, unread);
            }
        }
        _ => {}
    }
}
