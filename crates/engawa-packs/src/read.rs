//! Reading the files of a pack.

use std::collections::BTreeSet;
use std::sync::Arc;

use engawa_domain::draft::DraftTemplate;
use engawa_domain::guide::{Guide, LikeWords};
use engawa_domain::rules::PlatformRules;
use engawa_domain::text::SearchKey;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::Table;

use crate::borrow;
use crate::check;
use crate::error::{Found, PackError, PackErrors, Place, Refused};
use crate::lines;
use crate::own::OwnWords;
use crate::pack::Pack;
use crate::packs::OTHER;
use crate::prove;
use crate::tree;

/// A file of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackFile<'a> {
    /// Its name from the folder of the packs, with `/`: `own-1/rules.toml`.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// A file that was read: the value, and the tree it was read from.
pub(crate) struct Read<'a, T> {
    pub(crate) name: &'a str,
    pub(crate) value: T,
    pub(crate) tree: Table,
}

/// How closely a pack is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scrutiny {
    /// Everything, as for files that somebody may have changed.
    Full,
    /// Only what is needed to have the values: the files are part of the program, and its tests looked at them in full.
    AsBuilt,
}

/// Reads and checks the pack in a folder. Every error of every file is in the answer.
pub fn read_pack(folder: &str, files: &[PackFile<'_>]) -> Result<Pack, PackErrors> {
    read_with(Scrutiny::Full, folder, files)
}

pub(crate) fn read_with(
    scrutiny: Scrutiny,
    folder: &str,
    files: &[PackFile<'_>],
) -> Result<Pack, PackErrors> {
    read_unplaced(scrutiny, folder, files).map_err(|errors| with_lines(errors, files))
}

/// The words by which guides are found.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Alike {
    /// Groups of words that mean the same, by a key of their own: a word of one finds the guides that use another.
    groups: LikeWords,
}

/// What a file that belongs to no service holds.
pub(crate) enum Common {
    /// The words by which guides are found.
    Alike(LikeWords),
    /// The words of rules that the user wrote down.
    Own(Box<OwnWords>),
}

/// Reads a file that belongs to no service.
pub(crate) fn read_common(file: PackFile<'_>) -> Result<Common, PackErrors> {
    match file.name.rsplit('/').next() {
        Some("alike.toml") => read_alike(file).map(Common::Alike),
        Some("own.toml") => read_own(file).map(|words| Common::Own(Box::new(words))),
        _ => {
            let mut found = Found::in_file(file.name);
            found.add(Place::File, Refused::StrayFile);
            Err(with_lines(PackErrors(found.errors), &[file]))
        }
    }
}

fn read_own(file: PackFile<'_>) -> Result<OwnWords, PackErrors> {
    let refused = |errors| with_lines(PackErrors(errors), &[file]);
    let read = read::<OwnWords>(Scrutiny::Full, file).map_err(refused)?;
    let mut found = Found::in_file(file.name);
    check::texts(&read.tree, &mut found);
    if found.errors.is_empty() { Ok(read.value) } else { Err(refused(found.errors)) }
}

fn read_alike(file: PackFile<'_>) -> Result<LikeWords, PackErrors> {
    let mut found = Found::in_file(file.name);
    let words: Alike = toml::from_str(file.text).map_err(|error| {
        found.add(line_of(file.text, &error), Refused::Unreadable(error.message().to_owned()));
        with_lines(PackErrors(std::mem::take(&mut found.errors)), &[file])
    })?;
    for (name, group) in &words.groups {
        if group.iter().any(|word| SearchKey::of(word).is_empty()) {
            found.at(&format!("groups.{name}"), Refused::EmptyWord);
        }
    }
    if found.errors.is_empty() {
        Ok(words.groups)
    } else {
        Err(with_lines(PackErrors(found.errors), &[file]))
    }
}

/// Each error with the line of its place.
fn with_lines(errors: PackErrors, files: &[PackFile<'_>]) -> PackErrors {
    let placed = errors.0.into_iter().map(|error| {
        let text = files.iter().find(|file| file.name == error.file).map(|file| file.text);
        let line = match &error.at {
            Place::File => None,
            Place::Line(line) => Some(*line),
            Place::Path(path) => text.and_then(|text| lines::line_of(text, path)),
        };
        PackError { line, ..error }
    });
    PackErrors(placed.collect())
}

fn read_unplaced(scrutiny: Scrutiny, folder: &str, files: &[PackFile<'_>]) -> Result<Pack, PackErrors> {
    let mut errors = Vec::new();
    let mut rules: Option<Read<'_, PlatformRules>> = None;
    let mut guides: Vec<Read<'_, Guide>> = Vec::new();
    let mut drafts: Vec<Read<'_, DraftTemplate>> = Vec::new();
    let rules_name = format!("{folder}/rules.toml");
    for file in files {
        match file.name.split('/').collect::<Vec<_>>()[..] {
            [_, "rules.toml"] => rules = keep(read(scrutiny, *file), &mut errors),
            [_, "guides", _] => guides.extend(keep(read(scrutiny, *file), &mut errors)),
            [_, "drafts", _] => drafts.extend(keep(read(scrutiny, *file), &mut errors)),
            _ => errors.push(PackError {
                file: file.name.to_owned(),
                at: Place::File,
                line: None,
                refused: Refused::StrayFile,
            }),
        }
    }
    let Some(rules) = rules else {
        if errors.is_empty() {
            errors.push(PackError {
                file: rules_name,
                at: Place::File,
                line: None,
                refused: Refused::NoRules,
            });
        }
        return Err(PackErrors(errors));
    };
    if scrutiny == Scrutiny::Full {
        errors.extend(names(folder, &rules, &guides, &drafts));
        errors.extend(check::rules(&rules));
        errors.extend(check::drafts(&rules, &drafts));
        errors.extend(check::slots(&guides));
        errors.extend(check::words(&rules, &guides, &drafts));
    }
    guides.sort_by_key(|guide| guide.value.rank);
    let (names, guides): (Vec<_>, Vec<_>) =
        guides.into_iter().map(|guide| (guide.name, Arc::new(guide.value))).unzip();
    let mut pack = Pack {
        rules: rules.value,
        guides,
        drafts: drafts.into_iter().map(|draft| Arc::new(draft.value)).collect(),
        shared: BTreeSet::new(),
    };
    if folder == OTHER {
        borrow::share(&mut pack);
    }
    if scrutiny == Scrutiny::Full {
        let guides = names.into_iter().zip(&pack.guides);
        errors.extend(guides.flat_map(|(name, guide)| defects(name, guide, &pack)));
    }
    if errors.is_empty() { Ok(pack) } else { Err(PackErrors(errors)) }
}

fn defects(name: &str, guide: &Guide, pack: &Pack) -> Vec<PackError> {
    let mut found = Found::in_file(name);
    for defect in prove::shape(guide, pack) {
        let at = defect.at.clone();
        found.at(&at, Refused::Guide(defect));
    }
    found.errors
}

fn keep<T>(read: Result<T, Vec<PackError>>, errors: &mut Vec<PackError>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(refused) => {
            errors.extend(refused);
            None
        }
    }
}

/// Reads one file; in full scrutiny, what it says beyond what was read is an error.
fn read<T: DeserializeOwned + Serialize>(
    scrutiny: Scrutiny,
    file: PackFile<'_>,
) -> Result<Read<'_, T>, Vec<PackError>> {
    let mut found = Found::in_file(file.name);
    let value: T = match toml::from_str(file.text) {
        Ok(value) => value,
        Err(error) => {
            found.add(line_of(file.text, &error), Refused::Unreadable(error.message().to_owned()));
            return Err(found.errors);
        }
    };
    let tree = match scrutiny {
        Scrutiny::Full => beyond(file, &value, &mut found),
        Scrutiny::AsBuilt => Table::new(),
    };
    if found.errors.is_empty() { Ok(Read { name: file.name, value, tree }) } else { Err(found.errors) }
}

/// The file as a tree; an error for each value in it that was not read.
fn beyond<T: Serialize>(file: PackFile<'_>, value: &T, found: &mut Found<'_>) -> Table {
    match (toml::from_str::<Table>(file.text), Table::try_from(value)) {
        (Ok(tree), Ok(read)) => {
            for path in tree::not_read(&tree, &read) {
                found.at(&path, Refused::UnknownField);
            }
            tree
        }
        (Err(error), _) => {
            let place = line_of(file.text, &error);
            found.add(place, Refused::Unreadable(error.message().to_owned()));
            Table::new()
        }
        (_, Err(error)) => {
            found.add(Place::File, Refused::Unreadable(error.to_string()));
            Table::new()
        }
    }
}

fn line_of(text: &str, error: &toml::de::Error) -> Place {
    error.span().map_or(Place::File, |span| Place::Line(lines::line_at(text, span.start)))
}

/// The keys inside are the names outside, so that what is named in one file is found in another.
fn names(
    folder: &str,
    rules: &Read<'_, PlatformRules>,
    guides: &[Read<'_, Guide>],
    drafts: &[Read<'_, DraftTemplate>],
) -> Vec<PackError> {
    let inside = [(rules.name, folder.to_owned(), rules.value.id.0.clone())]
        .into_iter()
        .chain(guides.iter().map(|guide| (guide.name, stem(guide.name), guide.value.id.0.clone())))
        .chain(drafts.iter().map(|draft| (draft.name, stem(draft.name), draft.value.id.0.clone())));
    inside
        .filter(|(_, outside, inside)| outside != inside)
        .map(|(file, _, inside)| PackError {
            file: file.to_owned(),
            at: Place::Path("id".to_owned()),
            line: None,
            refused: Refused::NamedOtherwise { inside },
        })
        .collect()
}

fn stem(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".toml").unwrap_or(file).to_owned()
}
