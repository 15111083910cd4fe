//! Where backups go beside the book's own folder, and how each place is doing. Kept in a file of its own beside the backups: it
//! must be there when the book cannot be opened, and a restore must not change it.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::refused::BackupRefused;
use super::shrunk::Shrunk;
use super::slip::write_whole;

/// The file, in the folder of backups.
pub(super) const FILE: &str = "places.json";

/// What is remembered of the backups of a book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The version of the app that had the book open last.
    #[serde(default)]
    pub app: String,
    /// How the folder beside the book is doing.
    #[serde(default)]
    pub home: PlaceState,
    /// The places of the user's choice.
    #[serde(default)]
    pub places: Vec<Place>,
    /// A sudden loss that nobody has answered for yet. Until then no backup is thrown away.
    #[serde(default)]
    pub shrunk: Option<Shrunk>,
    /// The last restore.
    #[serde(default)]
    pub restored: Option<LastRestore>,
}

/// A restore, as it is remembered so that one press goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRestore {
    /// When.
    pub at: Moment,
    /// The backup that took the place of the book, where its moment is known.
    pub from: Option<Moment>,
    /// The backup of the book as it was before.
    pub before: Moment,
}

/// A folder of the user's choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
    /// How it is doing.
    #[serde(default)]
    pub state: PlaceState,
    /// The newest backup that is proven there.
    #[serde(default)]
    pub proven: Option<Moment>,
    /// The hash of the last file of evidence that was read again in turn; the next time it goes on from there.
    #[serde(default)]
    pub read_up_to: String,
}

impl Place {
    /// A place that has nothing yet.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder, state: PlaceState::Waiting, proven: None, read_up_to: String::new() }
    }
}

/// How a place is doing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PlaceState {
    /// Nothing was tried yet.
    #[default]
    Waiting,
    /// A backup was last proven there then.
    Proven {
        /// When.
        at: Moment,
    },
    /// The folder has not been there since then. That is no failure: a stick is put in when it is put in.
    Away {
        /// Since when.
        since: Moment,
    },
    /// It is there, and a backup could not be made since then.
    Failed {
        /// Since when.
        since: Moment,
        /// Why.
        because: PlaceTrouble,
        /// As the system says it.
        detail: String,
    },
}

/// Why a backup could not be made at a place that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlaceTrouble {
    /// There is no room.
    NoRoom,
    /// It cannot be written there.
    CannotWrite,
    /// What was written did not read back as it should.
    NotWhole,
    /// Files of evidence that were there once are missing or altered, and could not be brought again.
    Evidence,
    /// Something else.
    Other,
}

impl PlaceState {
    /// What an attempt that came to nothing makes of the state: what has been so, stays so from when it began.
    #[must_use]
    pub fn after(&self, refused: &BackupRefused, now: Moment) -> Self {
        if let BackupRefused::Away(_) = refused {
            return match self {
                Self::Away { since } => Self::Away { since: *since },
                _ => Self::Away { since: now },
            };
        }
        let since = match self {
            Self::Failed { since, .. } => *since,
            _ => now,
        };
        Self::Failed { since, because: because(refused), detail: refused.to_string() }
    }
}

fn because(refused: &BackupRefused) -> PlaceTrouble {
    match refused {
        BackupRefused::NoRoom { .. } => PlaceTrouble::NoRoom,
        BackupRefused::System { source, .. }
            if matches!(
                source.kind(),
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            PlaceTrouble::CannotWrite
        }
        BackupRefused::NotWhole { .. } | BackupRefused::Newer { .. } | BackupRefused::Altered(_) => {
            PlaceTrouble::NotWhole
        }
        BackupRefused::NoSuch(_)
        | BackupRefused::Away(_)
        | BackupRefused::InTheBook(_)
        | BackupRefused::Twice(_)
        | BackupRefused::NotSealed(_)
        | BackupRefused::TooCostly(_)
        | BackupRefused::WrongPassphrase
        | BackupRefused::NoPassphrase
        | BackupRefused::Protected
        | BackupRefused::Busy
        | BackupRefused::OtherKey(_)
        | BackupRefused::Stopped
        | BackupRefused::System { .. } => PlaceTrouble::Other,
    }
}

impl Remembered {
    /// What the folder of backups remembers; nothing where the file is missing or cannot be read.
    pub fn read(backups: &Path) -> Self {
        let text = fs::read_to_string(backups.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Keeps it.
    pub fn write(&self, backups: &Path) -> Result<(), BackupRefused> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| BackupRefused::system(backups, error.into()))?;
        fs::create_dir_all(backups).map_err(|error| BackupRefused::system(backups, error))?;
        write_whole(&backups.join(FILE), &text)
    }

    /// Adds a place, which must be a folder outside the book.
    pub fn add(&mut self, book: &Path, folder: &Path) -> Result<(), BackupRefused> {
        if !folder.is_dir() {
            return Err(BackupRefused::Away(folder.to_owned()));
        }
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if real(folder).starts_with(real(book)) {
            return Err(BackupRefused::InTheBook(folder.to_owned()));
        }
        if self.places.iter().any(|place| real(&place.folder) == real(folder)) {
            return Err(BackupRefused::Twice(folder.to_owned()));
        }
        self.places.push(Place::new(folder.to_owned()));
        Ok(())
    }
}

/// Names of folders that services for synchronising use. What lies in one of them also lies on somebody else's machine.
const SYNCED: &[&str] = &[
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud drive",
    "clouddocs",
    "nextcloud",
    "box sync",
    "mega",
];

/// Whether the folder lies in one that is copied elsewhere.
pub fn is_synced(folder: &Path) -> bool {
    folder.components().any(|part| {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        SYNCED
            .iter()
            .any(|name| part == *name || part.starts_with(&format!("{name} ")) || part.contains("~clouddocs"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: u8) -> Moment {
        format!("2026-11-24T05:{minute:02}:00Z").parse().unwrap()
    }

    #[test]
    fn a_stick_that_is_away_has_been_away_since_it_was_first_missed() {
        let away = BackupRefused::Away(PathBuf::from("/media/stick"));
        let first = PlaceState::Proven { at: at(0) }.after(&away, at(5));
        assert_eq!(first, PlaceState::Away { since: at(5) });
        assert_eq!(first.after(&away, at(6)), first, "it is not news every minute");
    }

    #[test]
    fn a_disk_that_is_full_says_so_since_it_was() {
        let full = BackupRefused::NoRoom { needed: 10, free: 1 };
        let first = PlaceState::Waiting.after(&full, at(1));
        assert!(
            matches!(first, PlaceState::Failed { since, because: PlaceTrouble::NoRoom, .. } if since == at(1))
        );
        assert!(matches!(first.after(&full, at(9)), PlaceState::Failed { since, .. } if since == at(1)));
    }

    #[test]
    fn the_book_itself_is_no_place_for_its_backups_and_no_place_is_chosen_twice() {
        let folder = tempfile::tempdir().unwrap();
        let (book, other) = (folder.path().join("book"), folder.path().join("other"));
        fs::create_dir_all(book.join("backups")).unwrap();
        fs::create_dir(&other).unwrap();
        let mut kept = Remembered::default();
        assert!(matches!(kept.add(&book, &book.join("backups")), Err(BackupRefused::InTheBook(_))));
        assert!(matches!(kept.add(&book, &folder.path().join("none")), Err(BackupRefused::Away(_))));
        kept.add(&book, &other).unwrap();
        assert!(matches!(kept.add(&book, &other.join(".")), Err(BackupRefused::Twice(_))));
    }

    #[test]
    fn folders_of_services_that_synchronise_are_known_by_name() {
        for synced in [
            "/home/a/Dropbox/控え",
            "C:/Users/a/OneDrive - 会社/x",
            "/Users/a/Library/Mobile Documents/com~apple~CloudDocs",
        ] {
            assert!(is_synced(Path::new(synced)), "{synced}");
        }
        for own in ["/media/stick", "/home/a/boxes", "/home/omega"] {
            assert!(!is_synced(Path::new(own)), "{own}");
        }
    }

    #[test]
    fn what_is_remembered_survives_and_a_file_that_cannot_be_read_is_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Remembered {
            app: "0.1.0".to_owned(),
            places: vec![Place {
                state: PlaceState::Away { since: at(1) },
                ..Place::new(PathBuf::from("/media/stick"))
            }],
            ..Remembered::default()
        };
        kept.write(folder.path()).unwrap();
        assert_eq!(Remembered::read(folder.path()), kept);
        fs::write(folder.path().join(FILE), "{").unwrap();
        assert_eq!(Remembered::read(folder.path()), Remembered::default());
    }
}
