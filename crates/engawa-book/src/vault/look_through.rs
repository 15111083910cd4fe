//! 確かめる: every file that the book knows is read and hashed, and what else lies in the folder is named.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::chunks::{self, Progress, Watch};
use super::refused::FileRefused;
use super::verify::FileState;
use super::{Vault, unnamed};

/// Folders within folders that are looked into. The vault itself is two deep.
const DEEPEST: u32 = 8;

/// What was found in the vault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VaultFound {
    /// How many files of the book were looked for.
    pub files: u64,
    /// How many bytes were to be read.
    pub bytes: u64,
    /// Those that are missing or not what they were.
    pub wrong: Vec<(Sha256Hex, FileState)>,
    /// Those that are there and cannot be read.
    pub unreadable: Vec<Sha256Hex>,
    /// What lies in the folder and is no file of the book.
    pub unknown: Vec<UnknownFile>,
}

/// A file in the vault's folder that the book knows nothing of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct UnknownFile {
    /// Where it lies within the folder, with `/` between its parts.
    pub path: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it looks like.
    pub stray: Stray,
}

/// What an unknown file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Stray {
    /// It lies where a kept file with that hash would: taken in once, and not recorded, or taken back since.
    NoRecord,
    /// Its name is no hash, or it lies where no file of that hash belongs.
    Foreign,
}

pub fn look(
    vault: &Vault,
    known: &[(Sha256Hex, u64)],
    watch: &mut Watch<'_>,
) -> Result<VaultFound, FileRefused> {
    let total = known.iter().map(|(_, bytes)| bytes).sum();
    let mut found = VaultFound { files: known.len() as u64, bytes: total, ..VaultFound::default() };
    let mut before = 0;
    for (sha256, bytes) in known {
        chunks::go_on(watch, Progress { done: before, total })?;
        let state = vault.state_watched(sha256, *bytes, &mut |within| {
            watch(Progress { done: before + within.done, total })
        });
        match state {
            Ok(FileState::Whole) => {}
            Ok(state @ (FileState::Missing | FileState::Altered)) => {
                found.wrong.push((sha256.clone(), state));
            }
            Err(FileRefused::Cancelled) => return Err(FileRefused::Cancelled),
            Err(_) => found.unreadable.push(sha256.clone()),
        }
        before += bytes;
    }
    let places: HashSet<PathBuf> = known.iter().map(|(sha256, _)| vault.place_of(sha256)).collect();
    strays(&vault.folder, &vault.folder, DEEPEST, &places, &mut found.unknown);
    found.unknown.sort_unstable();
    chunks::go_on(watch, Progress { done: total, total })?;
    Ok(found)
}

/// Links are named and not followed: they may lead anywhere, or in a circle. A folder that does not let itself be listed hides what
/// nobody recorded, and that is no fault; the files of the book in it are looked for by name.
fn strays(vault: &Path, folder: &Path, deep: u32, known: &HashSet<PathBuf>, unknown: &mut Vec<UnknownFile>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() && deep > 0 {
            strays(vault, &path, deep - 1, known, unknown);
        } else if !known.contains(&path) && !unnamed::is_being_made(&entry.file_name().to_string_lossy()) {
            unknown.push(UnknownFile {
                path: within(vault, &path),
                bytes: about.len(),
                stray: stray(vault, &path),
            });
        }
    }
}

fn within(vault: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(vault).unwrap_or(path).iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn stray(vault: &Path, path: &Path) -> Stray {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_hash = name.len() == 64 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_hash && super::spot::named(vault, &name) == path { Stray::NoRecord } else { Stray::Foreign }
}
