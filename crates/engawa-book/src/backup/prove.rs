//! Whether a backup is one: opened by another connection than the one that wrote it, looked through, followed and compared.

use std::fs;
use std::path::Path;

use engawa_store::{Contents, Copy, FileKey};

use super::files::{Patience, hash_of};
use super::name::moment;
use super::refused::BackupRefused;
use super::slip::Slip;
use super::under::refuse_other_key;

/// What opening a backup has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Its schema.
    pub schema: u32,
    /// What it holds; `None` for one of an older schema, whose rows are read only after it was brought up to date.
    pub contents: Option<Contents>,
}

/// Opens the file, lets SQLite look through it and follows its chain to the end.
pub fn open(path: &Path, key: Option<&FileKey>, patience: &Patience) -> Result<Proof, BackupRefused> {
    let copy = Copy::open(path, key)?.asking(&patience.asked())?;
    copy.look_through()?;
    copy.follow_chain()?;
    let contents = if copy.is_current() { Some(copy.contents()?) } else { None };
    Ok(Proof { schema: copy.schema(), contents })
}

/// The file must hold what the book held at the moment of the copy.
pub fn compare(
    path: &Path,
    key: Option<&FileKey>,
    expected: &Contents,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    match open(path, key, patience)?.contents {
        Some(found) if found == *expected => Ok(()),
        found => Err(BackupRefused::NotWhole { why: format!("{found:?} instead of {expected:?}") }),
    }
}

/// A backup that was proven once is proven again: it must be what its slip says, byte for byte, and still open.
pub fn again(
    path: &Path,
    key: Option<&FileKey>,
    slip: &Slip,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    same_bytes(path, slip, patience)?;
    refuse_other_key(path, key)?;
    let proof = open(path, key, patience)?;
    let told = |why: &str| BackupRefused::NotWhole { why: why.to_owned() };
    match proof.contents {
        Some(found) if found.digest.to_string() != slip.digest => Err(told("its digest is another")),
        Some(found) if !slip.ends_like(&(found.entries, found.head)) => {
            Err(told("its history ends elsewhere"))
        }
        Some(_) => Ok(()),
        None if proof.schema == slip.schema => Ok(()),
        None => Err(told("its schema is another")),
    }
}

/// A copy of the backup of this name must be what the slip beside the backup says. Where there is none, as beside one that was put there
/// by hand, the copy must open, hold together and have a whole chain.
pub fn as_its_slip_says(
    backups: &Path,
    named: &str,
    copy: &Path,
    key: Option<&FileKey>,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    match moment(named).and_then(|at| Slip::read(backups, at)) {
        Some(slip) => again(copy, key, &slip, patience),
        None => open(copy, key, patience).map(drop),
    }
}

/// The file must be the one that the slip was written for.
pub fn same_bytes(path: &Path, slip: &Slip, patience: &Patience) -> Result<(), BackupRefused> {
    let failed = |error| BackupRefused::system(path, error);
    let size = fs::metadata(path).map_err(failed)?.len();
    if size != slip.bytes || hash_of(path, patience).map_err(failed)? != slip.sha256 {
        return Err(BackupRefused::NotWhole { why: "its bytes are not those that were proven".to_owned() });
    }
    Ok(())
}
