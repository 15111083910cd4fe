//! A copy in the vault that has no name yet: it gets one when all of it is on the disk, and is thrown away otherwise.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use engawa_domain::facts::Sha256Hex;
use engawa_store::{make_folder, sync_folder_of};
use sha2::{Digest, Sha256};

use super::chunks::{self, Progress, Watch, unwatched};
use super::refused::FileRefused;
use super::sealed::SealedWriter;
use super::verify::{FileState, state};
use super::{Vault, media};
use crate::protect::EvidenceKeys;

/// Bytes that stay free beside a file taken in, so that the book itself can still be written.
const RESERVE: u64 = 32 << 20;

/// What a copy is called before it has its name: this, the process that makes it, and a number.
const UNFINISHED: &str = "incoming-";

/// Bytes on their way into the vault.
pub struct Incoming<'r> {
    /// Where they come from, or the name they are to be known by.
    pub name: &'r Path,
    /// How many will come.
    pub bytes: u64,
    /// The bytes.
    pub from: &'r mut dyn Read,
}

/// All the bytes, on the disk, without their name.
pub struct Unnamed {
    place: Place,
    /// The hash of the bytes.
    pub sha256: Sha256Hex,
    /// How many there are.
    pub bytes: u64,
    /// What kind of file it is.
    pub media_type: &'static str,
}

impl Unnamed {
    /// Copies and hashes in one pass.
    pub fn copy(vault: &Vault, incoming: Incoming<'_>, watch: &mut Watch<'_>) -> Result<Self, FileRefused> {
        let Incoming { name, bytes: expected, from } = incoming;
        make_room(&vault.folder, expected)?;
        let place = Place::in_folder(&vault.folder);
        let failed = |error| FileRefused::writing(&place.0, expected, error);
        let mut copy = Copy::begin(&place.0, vault.keys.as_ref()).map_err(failed)?;
        let (mut hasher, mut bytes, mut first) = (Sha256::new(), 0_u64, Vec::new());
        chunks::go_on(watch, Progress { done: 0, total: expected })?;
        chunks::each(
            from,
            |error| FileRefused::reading(name, error),
            |chunk| {
                if first.is_empty() {
                    first = chunk.to_vec();
                }
                bytes += chunk.len() as u64;
                if bytes > expected {
                    // A log that grows while it is copied would never end.
                    return Err(FileRefused::Changed(name.to_owned()));
                }
                hasher.update(chunk);
                copy.add(chunk).map_err(failed)?;
                chunks::go_on(watch, Progress { done: bytes, total: expected })
            },
        )?;
        if bytes != expected {
            return Err(FileRefused::Changed(name.to_owned()));
        }
        let hash: [u8; 32] = hasher.finalize().into();
        copy.finish(&hash).map_err(failed)?;
        let sha256 = Sha256Hex(engawa_store::Hash(hash).to_string());
        let media_type = media::of(&first);
        Ok(Self { place, sha256, bytes, media_type })
    }

    /// Gives the copy its name, and makes that last. The same bytes are kept once.
    pub fn name(self, vault: &Vault) -> Result<(), FileRefused> {
        let spot = vault.spot(&self.sha256);
        let (path, folder) = (&spot.path, &vault.folder);
        let failed = |error| FileRefused::writing(path, self.bytes, error);
        let parent = path.parent().unwrap_or(folder);
        if state(&spot, self.bytes, &mut unwatched)? != FileState::Whole {
            fs::create_dir_all(parent).map_err(failed)?;
            engawa_store::rename(&self.place.0, path).map_err(failed)?;
        }
        // Also when it was there: whoever put it there may have been killed before this.
        sync_folder_of(path).and_then(|()| sync_folder_of(parent)).map_err(failed)
    }
}

/// The file that is being written: plain, or encrypted as it is written.
enum Copy<'k> {
    Plain(File),
    Sealed(SealedWriter<File>, &'k EvidenceKeys),
}

impl<'k> Copy<'k> {
    fn begin(path: &Path, keys: Option<&'k EvidenceKeys>) -> io::Result<Self> {
        let file = File::create_new(path)?;
        Ok(match keys {
            None => Self::Plain(file),
            Some(keys) => Self::Sealed(SealedWriter::begin(file)?, keys),
        })
    }

    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.write_all(bytes),
            Self::Sealed(file, _) => file.add(bytes),
        }
    }

    /// All of it on the disk.
    fn finish(self, hash: &[u8; 32]) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.sync_all(),
            Self::Sealed(file, keys) => file.finish(hash, keys)?.sync_all(),
        }
    }
}

fn make_room(folder: &Path, bytes: u64) -> Result<(), FileRefused> {
    let failed = |error| FileRefused::writing(folder, bytes, error);
    make_folder(folder).map_err(failed)?;
    let free = fs4::available_space(folder).map_err(failed)?;
    let needed = bytes.saturating_add(RESERVE);
    if free < needed { Err(FileRefused::NoRoom { needed, free }) } else { Ok(()) }
}

/// Where a copy lies until it has its name.
struct Place(PathBuf);

impl Place {
    fn in_folder(folder: &Path) -> Self {
        Self(unfinished(folder))
    }
}

/// A new name for a copy that is being made.
pub fn unfinished(folder: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    folder.join(format!("{}{number}", of_this_process()))
}

impl Drop for Place {
    fn drop(&mut self) {
        // After a rename there is nothing left here to remove.
        let _ = fs::remove_file(&self.0);
    }
}

fn of_this_process() -> String {
    format!("{UNFINISHED}{}-", std::process::id())
}

/// Whether a file of this name is a copy that another thread is making now.
pub fn is_being_made(name: &str) -> bool {
    name.starts_with(&of_this_process())
}

/// Whether a file of this name is a copy that was never finished.
pub fn is_unfinished(name: &str) -> bool {
    name.starts_with(UNFINISHED) && !is_being_made(name)
}

/// Throws away copies that were never finished. Those of this process are being made now, on another thread.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_unfinished(&entry.file_name().to_string_lossy()) {
            // What cannot be removed now does no harm, and is tried again at the next start.
            let _ = fs::remove_file(entry.path());
        }
    }
}
