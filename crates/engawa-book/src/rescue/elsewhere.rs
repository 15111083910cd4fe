//! A backup becomes a book in another folder: for whoever does not want to touch the place of the damaged one, or cannot.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Evidence;
use engawa_store::{Copy, Unrecorded, copy_as_found, is_plain, make_ready, rewrite};

use super::{Rescue, UNFINISHED, aside, refuse_full};
use crate::backup::{BackupRefused, Patience, as_its_slip_says, bring_back_one};
use crate::book::{Book, Folder, OpenOptions};
use crate::error::BookError;
use crate::lock::Lock;
use crate::vault::Vault;

/// A backup that became a book of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredElsewhere {
    /// The folder of the new book.
    pub folder: PathBuf,
    /// Contracts in it.
    pub contracts: u32,
    /// Files of evidence that came along, each compared with its hash.
    pub files: u32,
    /// The names of those that are nowhere whole.
    pub files_missing: Vec<String>,
}

impl Rescue {
    /// Puts a backup, by its name, into another folder, which must be empty or not there. The copy is proven as a backup is that is put
    /// back in the window: byte for byte what its slip says, opened, looked through, its chain followed, its digest computed again.
    /// It gets the name of a book after that, and is opened as one. A backup of a protected book becomes a book that is protected
    /// under the same key.
    pub fn restore_to(
        &self,
        name: &str,
        to: &Path,
        options: &OpenOptions,
    ) -> Result<RestoredElsewhere, BookError> {
        let target = Folder::keyed(to.to_owned(), self.folder.keys().cloned());
        refuse_full(&target)?;
        // A name, not a path: nothing but what lies among the backups.
        let known = self.backups().into_iter().find(|backup| backup.name == name);
        let from = known.ok_or_else(|| BackupRefused::NoSuch(name.to_owned()))?.name;
        fs::create_dir_all(to).map_err(|error| BookError::of_file(to, error))?;
        self.carry_key_file(&target)?;
        let new = to.join(UNFINISHED);
        let ready = self
            .copy_proven(&from, &new)
            .and_then(|()| Ok(make_ready(&new, self.folder.key(), &Unrecorded::default())?))
            .and_then(|()| self.bring_files(&new, &target));
        if ready.is_err() {
            aside::clear(&new)?;
        }
        let (files, files_missing) = ready?;
        engawa_store::rename(&new, target.file())
            .map_err(|error| BookError::of_file(target.file(), error))?;
        let lock = Lock::take(to, options.clock.now())?;
        let as_new = OpenOptions { folder: to.to_owned(), ..options.clone() };
        let book = Book::open_held(as_new, self.folder.keys().cloned(), Some(lock))?;
        let contracts = book.app_start()?.book.contracts;
        Ok(RestoredElsewhere { folder: to.to_owned(), contracts, files, files_missing })
    }

    /// Copies a backup, and proves what arrived. Of one that was still plain when the book became a protected one, no second plain
    /// file is made.
    pub(super) fn copy_proven(&self, from: &str, to: &Path) -> Result<(), BookError> {
        let (backups, key) = (self.folder.backups(), self.folder.key());
        let file = backups.join(from);
        match key {
            Some(key) if is_plain(&file) => {
                as_its_slip_says(&backups, from, &file, None, &Patience::endless())?;
                Ok(rewrite(&file, None, to, Some(key))?)
            }
            _ => {
                copy_as_found(&file, to)?;
                Ok(as_its_slip_says(&backups, from, to, key, &Patience::endless())?)
            }
        }
    }

    /// The files of evidence that the copy names, from the vault beside the damaged book or from beside its backups.
    fn bring_files(&self, copy: &Path, target: &Folder) -> Result<(u32, Vec<String>), BookError> {
        let keys = self.folder.keys();
        let vault = Vault::keyed_in_folder(target.evidence(), keys.map(|keys| keys.evidence.clone()));
        let sources = [self.folder.evidence(), self.folder.backups().join("evidence")];
        let (mut brought, mut missing) = (0, Vec::new());
        for file in Copy::open(copy, self.folder.key())?.rows().all::<Evidence>()? {
            // One that cannot be read here may be whole in the other place.
            let found = sources.iter().any(|source| {
                matches!(bring_back_one(&vault, &[keys, None], source, &file, &Patience::endless()), Ok(true))
            });
            if found { brought += 1 } else { missing.push(file.original_name) }
        }
        Ok((brought, missing))
    }
}
