//! What is wrong with a pack: the file, the place in it, and what.

use std::fmt;

use engawa_domain::calendar::Day;
use engawa_domain::rules::Confidence;
use engawa_domain::say::Lang;
use thiserror::Error;

use crate::prove::Defect;

/// One thing wrong with a pack. Written as editors and terminals can follow it: `other/rules.toml:12: timers[0].span: …`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct PackError {
    /// The file, from the folder of the packs.
    pub file: String,
    /// The place in it: a line, or the way to a value such as `request.places[0].screen`.
    pub at: Place,
    /// The line, from 1, of the place or of the nearest thing around it that the file has.
    pub line: Option<usize>,
    /// What.
    pub refused: Refused,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        match &self.at {
            Place::File | Place::Line(_) => write!(f, ": {}", self.refused),
            Place::Path(path) => write!(f, ": {path}: {}", self.refused),
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line, from 1.
    Line(usize),
    /// The way to a value.
    Path(String),
}

/// Why a pack is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// The file is not the TOML it should be, or a value is of another kind.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// There is a value that the app does not know.
    #[error("unknown field")]
    UnknownField,
    /// The pack has no `rules.toml`.
    #[error("the pack has no rules.toml")]
    NoRules,
    /// A file that is neither rules nor a guide nor a draft.
    #[error("a pack has rules.toml, guides/ and drafts/, and nothing else")]
    StrayFile,
    /// The key inside differs from the name of the folder or file.
    #[error("is called {inside:?} inside")]
    NamedOtherwise {
        /// The key inside.
        inside: String,
    },
    /// A text is empty in one language.
    #[error("no words in {0:?}")]
    NoWords(Lang),
    /// A text has an exclamation mark: calm words.
    #[error("has an exclamation mark")]
    NotCalm,
    /// A cite names a source that the pack does not have.
    #[error("no source is called {0:?}")]
    NoSuchSource(String),
    /// A source on which nothing rests.
    #[error("nothing rests on this source")]
    UnusedSource,
    /// A source without an address to open.
    #[error("a source needs an https address")]
    NoAddress,
    /// A value is surer than its source can make it.
    #[error("{confidence:?} is more than such a source can give")]
    TooSure {
        /// The confidence claimed.
        confidence: Confidence,
    },
    /// A value of confidence NONE is asserted.
    #[error("nothing is known here, so nothing may be asserted")]
    AssertedUnknown,
    /// A value was checked after the pack as a whole.
    #[error("checked after the pack itself")]
    CheckedLater,
    /// The zone is in no time zone data.
    #[error("no time zone is called {0:?}")]
    NoSuchZone(String),
    /// A host is not a bare host name.
    #[error("not a host name: {0:?}")]
    NotAHost(String),
    /// Two things of one kind have one key.
    #[error("the key {0:?} stands twice")]
    KeyTwice(String),
    /// The rule asks for an approval, and the pack does not say how to ask for it.
    #[error("the rule needs a request, and there is none")]
    NoRequest,
    /// A rule would permit contact although nothing is known.
    #[error("nothing is known here, so it cannot permit contact")]
    GreenOnUnknown,
    /// A rule would permit contact from a stage that does not lie on the usual way.
    #[error("this stage lies beside the usual way, so it cannot open contact")]
    GateBesideTheWay,
    /// Two old rules end on the same day.
    #[error("two old rules end on one day")]
    Overlapping,
    /// A rule has a beginning, and nothing says what held before it.
    #[error("begins on {0}, and nothing says what held until then")]
    NothingBefore(Day),
    /// A conflict needs two pages.
    #[error("a conflict needs another page than the one applied")]
    NoConflict,
    /// A request without a place to file it, or without anybody who may.
    #[error("nobody can file the request: no place, or no party")]
    RequestUnreachable,
    /// No way to reach support.
    #[error("no way to reach support")]
    NoEntrance,
    /// The tiers of the fee do not rise, or the last one has an end.
    #[error("tiers rise, and only the last has no end")]
    TiersInDisorder,
    /// A draft for this is missing.
    #[error("no draft for this purpose: {0}")]
    NoDraftFor(String),
    /// Braces that name no value of the record.
    #[error("no value is called {0:?}")]
    NoSuchField(String),
    /// The two languages of a line take different values.
    #[error("the languages take different values")]
    FieldsDiffer,
    /// A draft lacks a check that its reader needs.
    #[error("the check {0} is missing")]
    NoCheck(String),
    /// A template carries contact data of its own.
    #[error("contact data in a template: {0:?}")]
    ContactData(String),
    /// A word of like words with nothing in it: it would be found everywhere.
    #[error("a word with nothing in it")]
    EmptyWord,
    /// A guide with a defect.
    #[error("{0}")]
    Guide(Defect),
}

/// Everything wrong with the packs, never empty.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct PackErrors(pub Vec<PackError>);

impl fmt::Display for PackErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, error) in self.0.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

/// The errors found so far in one file.
pub(crate) struct Found<'a> {
    file: &'a str,
    pub(crate) errors: Vec<PackError>,
}

impl<'a> Found<'a> {
    pub(crate) fn in_file(file: &'a str) -> Self {
        Self { file, errors: Vec::new() }
    }

    pub(crate) fn add(&mut self, at: Place, refused: Refused) {
        self.errors.push(PackError { file: self.file.to_owned(), at, line: None, refused });
    }

    pub(crate) fn at(&mut self, path: &str, refused: Refused) {
        self.add(Place::Path(path.to_owned()), refused);
    }
}
