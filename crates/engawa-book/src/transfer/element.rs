//! One entry or row of an export as it is read: nothing is built of what has not the right form.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::str::FromStr;

use engawa_store::{Entry, StoreError};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::refused::ImportRefused;

/// An entry of the journal. Its facts stay a text until their hash is known to be right.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryElement {
    origin: String,
    seq: u64,
    at: String,
    op: String,
    facts: Box<RawValue>,
    prev_hash: String,
    hash: String,
}

impl EntryElement {
    /// The entry; `place` is where it stands in the export, for the refusal.
    pub fn read(self, place: u64) -> Result<Entry, ImportRefused> {
        Ok(Entry {
            origin: parse("origin", &self.origin, place)?,
            seq: self.seq,
            at: parse("at", &self.at, place)?,
            op: self.op,
            facts: compact(self.facts.get()),
            prev_hash: parse("prev_hash", &self.prev_hash, place)?,
            hash: parse("hash", &self.hash, place)?,
        })
    }
}

fn parse<T: FromStr<Err: Display>>(key: &str, text: &str, place: u64) -> Result<T, ImportRefused> {
    text.parse().map_err(|error| {
        ImportRefused::Row(StoreError::BadEntry { seq: place, why: format!("{key}: {error}") })
    })
}

/// JSON without the white space between its parts: the bytes that were hashed, however the file was laid out since.
fn compact(json: &str) -> String {
    let (mut compact, mut in_text, mut escaped) = (String::with_capacity(json.len()), false, false);
    for letter in json.chars() {
        match (in_text, letter) {
            (false, ' ' | '\t' | '\n' | '\r') => continue,
            (false, '"') => in_text = true,
            (true, '"') if !escaped => in_text = false,
            (_, _) => {}
        }
        escaped = in_text && letter == '\\' && !escaped;
        compact.push(letter);
    }
    compact
}

/// A row: columns by name. Lists and objects are refused where they begin, so that nothing large is built of them.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct RowElement(BTreeMap<String, Scalar>);

impl RowElement {
    /// The columns as the store reads them.
    pub fn columns(self) -> Map<String, Value> {
        self.0.into_iter().map(|(name, Scalar(value))| (name, value)).collect()
    }
}

/// A text, a number, or nothing.
#[derive(Debug)]
struct Scalar(Value);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reads;

        impl Visitor<'_> for Reads {
            type Value = Scalar;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number or null")
            }

            fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
                Ok(Scalar(Value::Null))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Scalar, E> {
                Ok(Scalar(number.into()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Scalar, E> {
                Ok(Scalar(number.into()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Scalar, E> {
                Ok(Scalar(number.into()))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar(text.into()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Scalar, E> {
                Ok(Scalar(text.into()))
            }
        }

        deserializer.deserialize_any(Reads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn json_laid_out_anew_is_the_same_json_without_white_space(texts in proptest::collection::vec("\\PC{0,12}|[ \\\\\"\n\t]{0,6}", 0..6)) {
            let value: Value = texts.iter().map(|text| serde_json::json!({ text.as_str(): [text, null, 1] })).collect();
            prop_assert_eq!(compact(&format!("{value:#}")), value.to_string());
        }
    }
}
