//! Copying files so that a copy is whole or is not there: under another name, to the disk, read back and compared.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use engawa_store::{make_folder, sync_folder_of};
use sha2::{Digest, Sha256};

use super::refused::BackupRefused;
pub use crate::patience::Patience;
use crate::unfinished::{END, beside};

/// Bytes copied at a time: a file of 5 GB needs no more memory than a small one.
const CHUNK: usize = 1 << 18;

/// Reads everything in pieces; `take` may end it.
pub fn pour(from: &mut impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<u64> {
    let (mut chunk, mut bytes) = (vec![0; CHUNK], 0);
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return Ok(bytes),
            Ok(read) => {
                take(&chunk[..read])?;
                bytes += read as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// The SHA-256 of a file.
pub fn hash_of(path: &Path, patience: &Patience) -> io::Result<String> {
    let mut hasher = Sha256::new();
    pour(&mut File::open(path)?, |chunk| {
        hasher.update(chunk);
        patience.come(chunk.len() as u64)
    })?;
    Ok(engawa_store::Hash(hasher.finalize().into()).to_string())
}

/// What came of bringing a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brought {
    /// It is there and has its hash.
    Whole,
    /// There is no source with this hash.
    NoSource,
}

/// Brings the file with this hash to another place: copied, put on the disk, read back and compared, and only then named.
pub fn bring(from: &Path, to: &Path, sha256: &str, patience: &Patience) -> Result<Brought, BackupRefused> {
    bring_by_way_of(&beside(to), from, to, sha256, patience)
}

/// The same, where the copy is called otherwise until it has its name.
pub fn bring_by_way_of(
    unfinished: &Path,
    from: &Path,
    to: &Path,
    sha256: &str,
    patience: &Patience,
) -> Result<Brought, BackupRefused> {
    let mut source = match File::open(from) {
        Ok(source) => source,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Brought::NoSource),
        Err(error) => return Err(BackupRefused::system(from, error)),
    };
    let failed = |error| BackupRefused::system(to, error);
    // Made before the copy and for good: in a folder that a power cut takes away, the file would be gone too.
    to.parent().map_or(Ok(()), make_folder).map_err(failed)?;
    let copied = copy(&mut source, unfinished, patience);
    let read_back = copied.and_then(|found| {
        if found != sha256 {
            return Ok(None);
        }
        Ok(Some(hash_of(unfinished, patience)? == sha256))
    });
    match read_back {
        Ok(Some(true)) => {
            engawa_store::rename(unfinished, to).and_then(|()| sync_folder_of(to)).map_err(failed)?;
            Ok(Brought::Whole)
        }
        Ok(Some(false)) => {
            let _ = fs::remove_file(unfinished);
            Err(BackupRefused::NotWhole { why: format!("{} does not read back as written", to.display()) })
        }
        Ok(None) => {
            let _ = fs::remove_file(unfinished);
            Ok(Brought::NoSource)
        }
        Err(error) => {
            let _ = fs::remove_file(unfinished);
            Err(failed(error))
        }
    }
}

fn copy(source: &mut File, to: &Path, patience: &Patience) -> io::Result<String> {
    let mut copy = File::create(to)?;
    let mut hasher = Sha256::new();
    pour(source, |chunk| {
        hasher.update(chunk);
        copy.write_all(chunk)?;
        patience.come(chunk.len() as u64)
    })?;
    copy.sync_all()?;
    Ok(engawa_store::Hash(hasher.finalize().into()).to_string())
}

/// Where the file with this hash is within a folder of evidence.
pub fn in_evidence(folder: &Path, sha256: &str) -> PathBuf {
    folder.join(sha256.get(..2).unwrap_or_default()).join(sha256)
}

/// Whether a file of this name was begun and never finished, or is what SQLite laid beside such a one.
fn is_never_finished(name: &str) -> bool {
    let of = ["-journal", "-wal", "-shm"].iter().find_map(|beside| name.strip_suffix(beside)).unwrap_or(name);
    [END, ".unproven"].iter().any(|end| of.ends_with(end))
}

/// Throws away what was begun and never finished, in a folder of our own. Nothing that counts ends so: a backup gets its name after its
/// proof. What cannot be removed does no harm: it counts for nothing.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if is_never_finished(&name) {
            let _ = fs::remove_file(path);
        } else if name.len() == 2 && path.is_dir() || name == "evidence" {
            sweep(&path);
        }
    }
}

/// The same in a folder of the user's, where only what is called like ours is ours.
pub fn sweep_among(folder: &Path, ours: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_string_lossy().starts_with(ours) && name.to_string_lossy().ends_with(END) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The files of a folder of evidence by the name under which they lie, with their sizes: what work on them has before it.
pub fn sizes(evidence: &Path) -> BTreeMap<OsString, u64> {
    let within = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = within(evidence).filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|folder| within(&folder.path()).collect::<Vec<_>>());
    files.filter_map(|file| Some((file.file_name(), file.metadata().ok()?.len()))).collect()
}

/// The size of a file; nothing of one that is not there.
pub fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |about| about.len())
}

/// Bytes that stay free beside what is written.
const RESERVE: u64 = 32 << 20;

/// Whether there is room for so many bytes.
pub fn make_room(folder: &Path, needed: u64) -> Result<(), BackupRefused> {
    // A file system that does not tell is asked by writing.
    let Ok(free) = fs4::available_space(folder) else { return Ok(()) };
    let needed = needed.saturating_add(RESERVE);
    if free < needed { Err(BackupRefused::NoRoom { needed, free }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::*;

    /// `printf 承認 | sha256sum`
    const SHA256_OF_SHOUNIN: &str = "5d103c64a39b8ac1e10c8a7038fa6d780ed1d1b205e071e2b52236f9540f59a6";

    #[test]
    fn a_file_is_brought_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("evidence/5d/x"));
        fs::write(&from, "承認").unwrap();
        let bring = |sha256: &str| bring(&from, &to, sha256, &Patience::endless()).unwrap();
        assert_eq!(bring(SHA256_OF_SHOUNIN), Brought::Whole);
        assert_eq!(fs::read(&to).unwrap(), "承認".as_bytes());
        fs::remove_file(&to).unwrap();
        assert_eq!(bring(&"0".repeat(64)), Brought::NoSource, "a source that was altered is none");
        assert_eq!(fs::read_dir(to.parent().unwrap()).unwrap().count(), 0, "and leaves nothing");
    }

    #[test]
    fn who_has_no_patience_left_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "承認").unwrap();
        let patience = Patience::endless();
        patience.stop.store(true, Ordering::Relaxed);
        assert!(bring(&from, &to, SHA256_OF_SHOUNIN, &patience).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_was_never_finished_is_swept_and_what_is_named_stays() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("evidence/5d")).unwrap();
        for name in
            ["book-1.sqlite", "book-2.unproven", "book-3.sqlite.part", "evidence/5d/a", "evidence/5d/b.part"]
        {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        sweep(folder.path());
        let left = |name: &str| folder.path().join(name).exists();
        assert!(left("book-1.sqlite") && left("evidence/5d/a"));
        assert!(!left("book-2.unproven") && !left("book-3.sqlite.part") && !left("evidence/5d/b.part"));
    }
}
