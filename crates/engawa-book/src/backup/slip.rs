//! The slip beside a backup: what it holds and how it was proven. A backup without one does not count.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_store::{Contents, Hash};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::name::slip_name;
use super::refused::BackupRefused;
use super::shrunk::Counts;

/// What a slip says it is.
const FORMAT: &str = "engawa-backup";
/// The version of its form.
const VERSION: u32 = 1;

/// What was about to happen when a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupWhy {
    /// A burst of changes was over.
    Changes,
    /// The app was closed.
    Exit,
    /// Somebody asked for it.
    Asked,
    /// Another version of the app opened the book for the first time.
    Upgrade,
    /// Another backup was about to take the place of the book.
    Restore,
    /// The book was about to be repaired, or otherwise changed as a whole.
    Repair,
}

impl BackupWhy {
    /// Whether it stays however old it grows: what it was made for may have to be taken back much later.
    pub const fn stays(self) -> bool {
        match self {
            Self::Changes | Self::Exit | Self::Asked => false,
            Self::Upgrade | Self::Restore | Self::Repair => true,
        }
    }
}

/// One step of the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It was opened, by another connection than the one that wrote it.
    Opened,
    /// SQLite looked through every page.
    Integrity,
    /// The chain of the journal was followed to its end.
    Chain,
    /// Its rows have the digest that the book had at that moment.
    Digest,
    /// The bytes of the file are those of the backup it was copied from.
    Bytes,
    /// Every file of evidence that was new at this place was read back and has its hash.
    NewEvidence,
}

/// What is written beside a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    format: String,
    version: u32,
    /// When the backup was made.
    pub at: Moment,
    /// Why.
    pub why: BackupWhy,
    /// The version of the app that made it.
    pub app: String,
    /// The schema of the book.
    pub schema: u32,
    /// Entries of the journal.
    pub entries: u64,
    /// The hash of the newest entry.
    pub head: String,
    /// The digest of all rows.
    pub digest: String,
    /// How much it holds.
    #[serde(flatten)]
    pub counts: Counts,
    /// The size of the file.
    pub bytes: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// When the proof was last made.
    pub proven: Moment,
    /// Of which steps the proof consisted.
    pub how: Vec<How>,
    /// Files of evidence that were missing or altered in the book when this was made, and are not at this place either.
    #[serde(default)]
    pub files_missing: Vec<String>,
}

impl Slip {
    /// The slip of a backup that was just proven.
    pub fn new(at: Moment, why: BackupWhy, contents: &Contents, bytes: u64, sha256: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            at,
            why,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            schema: engawa_store::SCHEMA,
            entries: contents.entries,
            head: contents.head.to_string(),
            digest: contents.digest.to_string(),
            counts: Counts { contracts: contents.contracts, files: contents.files },
            bytes,
            sha256,
            proven: at,
            how: vec![How::Opened, How::Integrity, How::Chain, How::Digest],
            files_missing: Vec::new(),
        }
    }

    /// The same, proven again.
    #[must_use]
    pub fn proven_again(self, proven: Moment) -> Self {
        Self { proven, ..self }
    }

    /// The same facts in other bytes.
    #[must_use]
    pub fn written_anew(self, bytes: u64, sha256: String) -> Self {
        Self { bytes, sha256, ..self }
    }

    /// Whether a book that ends so has nothing that this backup has not.
    pub fn ends_like(&self, end: &(u64, Hash)) -> bool {
        self.entries == end.0 && self.head == end.1.to_string()
    }

    /// Reads the slip of a backup; `None` where there is none, or none that can be read.
    pub fn read(folder: &Path, at: Moment) -> Option<Self> {
        let text = fs::read_to_string(folder.join(slip_name(at))).ok()?;
        Self::of_text(&text).filter(|slip| slip.at == at)
    }

    /// Reads a slip.
    pub fn of_text(text: &str) -> Option<Self> {
        let slip: Self = serde_json::from_str(text).ok()?;
        (slip.format == FORMAT && slip.version <= VERSION).then_some(slip)
    }

    /// The slip as it is written.
    pub fn text(&self) -> Result<String, BackupRefused> {
        serde_json::to_string_pretty(self).map_err(|error| BackupRefused::system("slip", error.into()))
    }

    /// Writes it beside its backup: whole, or not at all. From then on the backup counts.
    pub fn write(&self, folder: &Path) -> Result<(), BackupRefused> {
        write_whole(&folder.join(slip_name(self.at)), &self.text()?)
    }
}

/// Writes a small file under another name, to the disk, and gives it its own.
pub fn write_whole(path: &Path, text: &str) -> Result<(), BackupRefused> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let written = File::create(&unfinished).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written
        .and_then(|()| engawa_store::rename(&unfinished, path))
        .and_then(|()| sync_folder(path.parent()))
        .map_err(|error| BackupRefused::system(path, error))
}

/// Makes the names in a folder last.
pub fn sync_folder(folder: Option<&Path>) -> std::io::Result<()> {
    match folder {
        // Windows cannot and need not. A stick may be of a kind that cannot either: what counts there is what is read back.
        Some(folder) if cfg!(unix) => match File::open(folder)?.sync_all() {
            Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => Ok(()),
            synced => synced,
        },
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip() -> Slip {
        let contents = Contents { entries: 9, head: Hash::ZERO, digest: Hash::ZERO, contracts: 1, files: 1 };
        let at = "2026-11-24T05:05:00.000Z".parse().unwrap();
        Slip::new(at, BackupWhy::Changes, &contents, 4096, "ab".repeat(32))
    }

    #[test]
    fn a_slip_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        slip().write(folder.path()).unwrap();
        assert_eq!(Slip::read(folder.path(), slip().at), Some(slip()));
    }

    #[test]
    fn a_slip_that_is_cut_off_newer_or_of_another_backup_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(slip_name(slip().at));
        let whole = slip().text().unwrap();
        for other in [
            whole[..whole.len() - 3].to_owned(),
            whole.replace("\"version\": 1", "\"version\": 2"),
            whole.replace("engawa-backup", "other"),
            whole.replace("2026-11-24T05:05:00.000Z", "2026-11-24T05:06:00.000Z"),
        ] {
            assert_ne!(other, whole);
            fs::write(&path, &other).unwrap();
            assert_eq!(Slip::read(folder.path(), slip().at), None, "{other}");
        }
    }
}
