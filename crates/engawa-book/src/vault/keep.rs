//! Taking a file in: copied and hashed in one pass, on the disk before it has its name.

use std::fs::{self, File, Metadata};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use engawa_domain::facts::Sha256Hex;
use engawa_store::{make_folder, sync_folder_of};
use sha2::{Digest, Sha256};

use super::refused::FileRefused;
use super::verify::{FileState, state};
use super::{Kept, media, path_of};

/// Bytes copied at a time: a file of 5 GB needs no more memory than a small one.
const CHUNK: usize = 1 << 18;

/// Bytes that stay free beside a file taken in, so that the book itself can still be written.
const RESERVE: u64 = 32 << 20;

/// What a copy is called before it has its name.
const UNFINISHED: &str = "incoming-";

pub fn keep(folder: &Path, source: &Path) -> Result<Kept, FileRefused> {
    let before = look_at(source)?;
    let mut file = File::open(source).map_err(|error| FileRefused::reading(source, error))?;
    make_room(folder, before.len())?;
    let unfinished = Unfinished::in_folder(folder);
    let copied = copy(&mut file, source, &unfinished.0, before.len())?;
    refuse_changed(source, &file, &before, copied.bytes)?;
    name(folder, &unfinished.0, &copied)?;
    Ok(Kept {
        sha256: Sha256Hex(copied.sha256),
        bytes: copied.bytes,
        original_name: source.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        media_type: media::of(&copied.first).to_owned(),
    })
}

fn look_at(source: &Path) -> Result<Metadata, FileRefused> {
    let about = fs::metadata(source).map_err(|error| FileRefused::reading(source, error))?;
    match () {
        () if about.is_dir() => Err(FileRefused::Folder(source.to_owned())),
        // Opening a pipe would wait for ever.
        () if !about.is_file() => Err(FileRefused::NotAFile(source.to_owned())),
        () if about.len() == 0 => Err(FileRefused::Empty(source.to_owned())),
        () => Ok(about),
    }
}

fn make_room(folder: &Path, bytes: u64) -> Result<(), FileRefused> {
    let failed = |error| FileRefused::writing(folder, bytes, error);
    make_folder(folder).map_err(failed)?;
    let free = fs4::available_space(folder).map_err(failed)?;
    let needed = bytes.saturating_add(RESERVE);
    if free < needed { Err(FileRefused::NoRoom { needed, free }) } else { Ok(()) }
}

/// A file that is thrown away unless it gets its name.
struct Unfinished(PathBuf);

impl Unfinished {
    fn in_folder(folder: &Path) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self(folder.join(format!("{UNFINISHED}{}-{number}", std::process::id())))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After a rename there is nothing left here to remove.
        let _ = fs::remove_file(&self.0);
    }
}

/// Throws away copies that were never finished.
pub fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED)) {
        // What cannot be removed now does no harm, and is tried again at the next start.
        let _ = fs::remove_file(entry.path());
    }
}

struct Copied {
    sha256: String,
    bytes: u64,
    first: Vec<u8>,
}

fn copy(file: &mut File, source: &Path, to: &Path, expected: u64) -> Result<Copied, FileRefused> {
    let failed = |error| FileRefused::writing(to, expected, error);
    let mut copy = File::create_new(to).map_err(failed)?;
    let mut hasher = Sha256::new();
    let (mut bytes, mut first) = (0_u64, Vec::new());
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match file.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => &chunk[..read],
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(FileRefused::reading(source, error)),
        };
        if first.is_empty() {
            first = read.to_vec();
        }
        hasher.update(read);
        copy.write_all(read).map_err(failed)?;
        bytes += read.len() as u64;
        if bytes > expected {
            // A log that grows while it is copied would never end.
            return Err(FileRefused::Changed(source.to_owned()));
        }
    }
    copy.sync_all().map_err(failed)?;
    let sha256 = engawa_store::Hash(hasher.finalize().into()).to_string();
    Ok(Copied { sha256, bytes, first })
}

/// The copy must be of one state of the file: same size and same time of change as before, at the path and in what was read.
fn refuse_changed(source: &Path, file: &File, before: &Metadata, bytes: u64) -> Result<(), FileRefused> {
    let read = file.metadata().map_err(|error| FileRefused::reading(source, error))?;
    let now = fs::metadata(source).map_err(|error| FileRefused::reading(source, error))?;
    let same =
        |after: &Metadata| after.len() == before.len() && after.modified().ok() == before.modified().ok();
    if bytes == before.len() && same(&read) && same(&now) {
        Ok(())
    } else {
        Err(FileRefused::Changed(source.to_owned()))
    }
}

/// Gives the copy its name, and makes that last.
fn name(folder: &Path, unfinished: &Path, copied: &Copied) -> Result<(), FileRefused> {
    let path = path_of(folder, &copied.sha256);
    let failed = |error| FileRefused::writing(&path, copied.bytes, error);
    let parent = path.parent().unwrap_or(folder);
    if state(&path, &copied.sha256, copied.bytes)? != FileState::Whole {
        fs::create_dir_all(parent).map_err(failed)?;
        fs::rename(unfinished, &path).map_err(failed)?;
    }
    // Also when it was there: whoever put it there may have been killed before this.
    sync_folder_of(&path).and_then(|()| sync_folder_of(parent)).map_err(failed)
}
