//! The files of evidence that an export speaks of, read from it before anything else of it is.

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::rc::Rc;

use engawa_domain::facts::Evidence;
use engawa_store::{Image, Table};
use serde::Deserializer as _;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::element::RowElement;
use super::import::Metered;
use crate::patience::Patience;

/// Every file that its rows name, each as the domain accepts one. Of a file that is no export, those up to where it is none: what is the
/// matter with it is told by whoever reads the whole of it.
pub fn files_in(export: File, patience: &Patience) -> Vec<Evidence> {
    let (metered, since) = Metered::of(export, patience);
    let mut found = Found { files: Vec::new(), since };
    let mut json = serde_json::Deserializer::from_reader(metered);
    let _ = json.deserialize_map(Level { found: &mut found, wanted: "tables", then: Then::Tables });
    found.files
}

struct Found {
    files: Vec<Evidence>,
    /// Bytes since the last piece.
    since: Rc<Cell<u64>>,
}

/// What is under the key that is wanted.
#[derive(Clone, Copy)]
enum Then {
    Tables,
    Rows,
}

/// An object of which one key is wanted; everything else is passed over, piece by piece.
struct Level<'f> {
    found: &'f mut Found,
    wanted: &'static str,
    then: Then,
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.found.since.set(0);
            let found = &mut *self.found;
            match (key == self.wanted, self.then) {
                (true, Then::Tables) => {
                    let wanted = Table::Evidence.name();
                    map.next_value_seed(Level { found, wanted, then: Then::Rows })?;
                }
                (true, Then::Rows) => map.next_value_seed(Rows { found, of: Of::Evidence })?,
                (false, _) => map.next_value_seed(Rows { found, of: Of::Others })?,
            }
        }
        Ok(())
    }
}

/// Whose rows a list holds.
#[derive(Clone, Copy)]
enum Of {
    Evidence,
    Others,
}

/// A list, or anything else that is passed over.
struct Rows<'f> {
    found: &'f mut Found,
    of: Of,
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.found.since.set(0);
            let is_end = match self.of {
                Of::Others => list.next_element::<IgnoredAny>()?.is_none(),
                Of::Evidence => match list.next_element::<RowElement>()? {
                    None => true,
                    Some(row) => {
                        let file = Image::from_json(Table::Evidence, &row.columns())
                            .and_then(|image| image.read::<Evidence>());
                        self.found.files.extend(file);
                        false
                    }
                },
            };
            if is_end {
                return Ok(());
            }
        }
    }
}
