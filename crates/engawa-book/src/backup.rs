//! Copies of the book: written whole, opened and looked through before they count.
//!
//! Evidence is not copied: a file of the vault is never changed once it is there, and an export takes it along.

use std::fs;
use std::path::PathBuf;

use engawa_domain::calendar::Moment;

use crate::book::Book;
use crate::error::BookError;

/// Backups that are kept beside the book; older ones go. Those made before a migration stay.
const KEPT: usize = 30;

const BEFORE: &str = "book-";
const AFTER: &str = ".sqlite";

/// The name of a copy made at this moment. It sorts like the moment, and every file system accepts it.
pub fn name(at: Moment) -> String {
    format!("{BEFORE}{}{AFTER}", at.to_string().replace(':', "-"))
}

/// The moment of a name; `None` for any other file.
fn moment(name: &str) -> Option<Moment> {
    let (day, time) = name.strip_prefix(BEFORE)?.strip_suffix(AFTER)?.split_once('T')?;
    format!("{day}T{}", time.replace('-', ":")).parse().ok()
}

impl Book {
    /// Makes a backup, opens it and looks through it; where it is. One that is not whole is thrown away and reported.
    pub fn back_up(&self) -> Result<PathBuf, BookError> {
        let folder = self.folder.backups();
        fs::create_dir_all(&folder).map_err(|error| BookError::of_file(&folder, error))?;
        let path = folder.join(name(self.clock.now()));
        // Under another name until it is known to be whole.
        let unproven = path.with_extension("unproven");
        self.store.copy_to(&unproven)?;
        if let Err(refused) = engawa_store::check_copy(&unproven, self.store.key()) {
            let _ = fs::remove_file(&unproven);
            return Err(refused.into());
        }
        fs::rename(&unproven, &path).map_err(|error| BookError::of_file(&path, error))?;
        self.forget_old_backups()?;
        Ok(path)
    }

    /// Makes a backup when something was recorded since the last one and that one is not of today; where it is, or `None` when
    /// there was no need.
    pub fn back_up_when_due(&self) -> Result<Option<PathBuf>, BookError> {
        let Some(changed) = self.rows().history(None, 1)?.first().map(|entry| entry.at) else {
            return Ok(None);
        };
        let due = self.last_backup()?.is_none_or(|last| changed > last && self.day_of(last) != self.today());
        if due { self.back_up().map(Some) } else { Ok(None) }
    }

    /// When the newest backup was made.
    pub fn last_backup(&self) -> Result<Option<Moment>, BookError> {
        Ok(self.backups()?.last().copied())
    }

    /// The moments of all backups, oldest first.
    fn backups(&self) -> Result<Vec<Moment>, BookError> {
        let folder = self.folder.backups();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(BookError::of_file(folder, error)),
        };
        let mut moments: Vec<_> =
            entries.flatten().filter_map(|entry| moment(&entry.file_name().to_string_lossy())).collect();
        moments.sort_unstable();
        Ok(moments)
    }

    fn forget_old_backups(&self) -> Result<(), BookError> {
        let moments = self.backups()?;
        for old in &moments[..moments.len().saturating_sub(KEPT)] {
            let path = self.folder.backups().join(name(*old));
            fs::remove_file(&path).map_err(|error| BookError::of_file(path, error))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_backup_is_its_moment_and_nothing_else_is_taken_for_one() {
        let at: Moment = "2026-11-24T05:05:00.120Z".parse().unwrap();
        assert_eq!(name(at), "book-2026-11-24T05-05-00.120Z.sqlite");
        assert_eq!(moment(&name(at)), Some(at));
        for other in [
            "book-2026-11-24T05-05-00.120Z.schema-0.sqlite",
            "book-2026-11-24T05-05-00.120Z.unproven",
            "book.sqlite",
        ] {
            assert_eq!(moment(other), None, "{other}");
        }
    }
}
