//! A backup becomes a book in another folder: for whoever does not want to touch the place of the damaged one, or cannot.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Evidence;
use engawa_store::{Copy, Unrecorded, copy_as_found, make_ready};

use super::{Rescue, UNFINISHED, aside, refuse_full};
use crate::backup::files::{Brought, Patience, bring, in_evidence};
use crate::backup::{BackupRefused, as_its_slip_says};
use crate::book::{Book, Folder, OpenOptions};
use crate::error::BookError;

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
    /// It gets the name of a book after that, and is opened as one.
    pub fn restore_to(
        &self,
        name: &str,
        to: &Path,
        options: &OpenOptions,
    ) -> Result<RestoredElsewhere, BookError> {
        let target = Folder::at(to.to_owned());
        refuse_full(&target)?;
        // A name, not a path: nothing but what lies among the backups.
        let known = self.backups().into_iter().find(|backup| backup.name == name);
        let from = known.ok_or_else(|| BackupRefused::NoSuch(name.to_owned()))?.name;
        let backups = self.folder.backups();
        fs::create_dir_all(to).map_err(|error| BookError::of_file(to, error))?;
        let new = to.join(UNFINISHED);
        let ready = copy_as_found(&backups.join(&from), &new)
            .map_err(BookError::from)
            .and_then(|()| Ok(as_its_slip_says(&backups, &from, &new)?))
            .and_then(|()| Ok(make_ready(&new, &Unrecorded::default())?))
            .and_then(|()| self.bring_files(&new, &target));
        if ready.is_err() {
            aside::clear(&new)?;
        }
        let (files, files_missing) = ready?;
        fs::rename(&new, target.file()).map_err(|error| BookError::of_file(target.file(), error))?;
        let book = Book::open(OpenOptions { folder: to.to_owned(), ..options.clone() })?;
        let contracts = book.app_start()?.book.contracts;
        Ok(RestoredElsewhere { folder: to.to_owned(), contracts, files, files_missing })
    }

    /// The files of evidence that the copy names, from the vault beside the damaged book or from beside its backups.
    fn bring_files(&self, copy: &Path, target: &Folder) -> Result<(u32, Vec<String>), BookError> {
        let sources = [self.folder.evidence(), self.folder.backups().join("evidence")];
        let (mut brought, mut missing) = (0, Vec::new());
        for file in Copy::open(copy)?.rows().all::<Evidence>()? {
            let (hash, to) = (&file.sha256.0, in_evidence(&target.evidence(), &file.sha256.0));
            let mut found = false;
            for source in &sources {
                // One that cannot be read here may be whole in the other place.
                found = matches!(
                    bring(&in_evidence(source, hash), &to, hash, &Patience::endless()),
                    Ok(Brought::Whole)
                );
                if found {
                    break;
                }
            }
            if found { brought += 1 } else { missing.push(file.original_name) }
        }
        Ok((brought, missing))
    }
}
