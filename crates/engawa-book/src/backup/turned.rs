//! The backups beside a book that becomes a protected one, or a plain one again: each is written anew, and so is its slip, which
//! holds the hash of its bytes.

use std::fs;
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_store::FileKey;

use super::files::{Patience, hash_of};
use super::name::{moment, slip_name};
use super::refused::BackupRefused;
use super::slip::{BackupWhy, Slip};
use super::{places, prove};

/// What a file among the backups is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The slip of a backup that is there: it goes the way of that backup.
    Slip,
    /// Where the places are and how they do. It names folders and nothing of the book.
    State,
    /// Anything else.
    Other,
}

impl Beside {
    /// By its name.
    pub fn of(backups: &Path, name: &str) -> Self {
        let is_slip = |at: Moment| slip_name(at) == name && backups.join(super::name(at)).is_file();
        let backup = Path::new(name).with_extension("sqlite");
        match moment(&backup.to_string_lossy()) {
            _ if name == places::FILE => Self::State,
            Some(at) if is_slip(at) => Self::Slip,
            Some(_) | None => Self::Other,
        }
    }
}

/// Writes the slip of a backup that was made anew, where the old one had a slip: the same facts, other bytes.
pub fn slip_anew(backups: &Path, name: &str, made: &Path) -> Result<(), BackupRefused> {
    let Some(slip) = moment(name).and_then(|at| Slip::read(backups, at)) else { return Ok(()) };
    let failed = |error| BackupRefused::system(made, error);
    let bytes = fs::metadata(made).map_err(failed)?.len();
    let sha256 = hash_of(made, &Patience::endless()).map_err(failed)?;
    slip.written_anew(bytes, sha256).write(made.parent().unwrap_or(made))
}

/// Proves a backup that was made of a book as a whole, and writes its slip.
pub fn proven_anew(at: Moment, made: &Path, key: Option<&FileKey>) -> Result<(), BackupRefused> {
    let failed = |error| BackupRefused::system(made, error);
    let Some(contents) = prove::open(made, key, &Patience::endless())?.contents else {
        // Of an older schema: it counts like a copy from before a migration, by its name.
        return Ok(());
    };
    let bytes = fs::metadata(made).map_err(failed)?.len();
    let sha256 = hash_of(made, &Patience::endless()).map_err(failed)?;
    Slip::new(at, BackupWhy::Repair, &contents, bytes, sha256).write(made.parent().unwrap_or(made))
}
