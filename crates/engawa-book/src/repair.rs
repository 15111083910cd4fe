//! Repair: what is wrong is set right as far as somebody knows what is right. A backup comes first, the journal is told, and
//! nothing is invented: what nobody knows stays as it is, with the reason.

use std::fs;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Sha256Hex;
use engawa_store::{Flaw, copy_as_found};

use crate::backup;
use crate::book::Book;
use crate::check::BookCheck;
use crate::damage::{Damage, DamageKind, HarmedFile, Reason, Remedy};
use crate::error::BookError;
use crate::op::Op;
use crate::patience::Patience;
use crate::vault::{FileRefused, unwatched};

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairReport {
    /// The backup that was made before; `None` when there was nothing to repair.
    pub backup: Option<PathBuf>,
    /// What was set right.
    pub repaired: Vec<Damage>,
    /// What a new look found afterwards.
    pub after: BookCheck,
}

impl BookCheck {
    /// What a repair would set right. Into a file whose pages do not fit nothing is written at all.
    pub fn repairable(&self) -> Vec<&Damage> {
        self.damage.iter().filter(|damage| !matches!(self.remedy(damage), Remedy::Stays(_))).collect()
    }

    /// What a repair would do about one of them, everything else considered.
    pub fn remedy(&self, damage: &Damage) -> Remedy {
        let is_broken = self.damage.iter().any(|other| other.kind() == DamageKind::Page);
        match (damage, damage.remedy()) {
            (Damage::InFile(_) | Damage::Setting { .. }, _) if is_broken => Remedy::Stays(Reason::FileBroken),
            (_, remedy) => remedy,
        }
    }
}

impl Book {
    /// Sets right what can be. Before anything is written a backup is made; where the book is such that a backup of it is
    /// refused, its file is copied as it is.
    pub fn repair(&mut self) -> Result<RepairReport, BookError> {
        self.repair_watched(&Patience::endless(), || ControlFlow::Continue(()))
    }

    /// The same for whoever watches, and may stop it while the book is looked through and backed up. `bind` is asked once, before the
    /// first change: from there on it goes to its end. Stopped, the book is as it was, and there may be one backup more.
    pub fn repair_watched(
        &mut self,
        patience: &Patience,
        bind: impl FnOnce() -> ControlFlow<()>,
    ) -> Result<RepairReport, BookError> {
        self.writable()?;
        let found = self.check_watched(patience)?;
        let repairable: Vec<Damage> = found.repairable().into_iter().cloned().collect();
        if repairable.is_empty() {
            return Ok(RepairReport { backup: None, repaired: Vec::new(), after: found });
        }
        let backup = patience.or_stopped(self.back_up_as_it_is(patience))?;
        if bind().is_break() {
            return Err(FileRefused::Cancelled.into());
        }
        self.mend(&repairable)?;
        self.set_rows_right()?;
        self.mend_files(&repairable)?;
        // Whatever was computed from the rows may be another now.
        self.touched.everything();
        let after = self.check()?;
        let repaired = repairable.into_iter().filter(|damage| !after.damage.contains(damage)).collect();
        Ok(RepairReport { backup: Some(backup), repaired, after })
    }

    fn back_up_as_it_is(&mut self, patience: &Patience) -> Result<PathBuf, BookError> {
        match self.back_up_watched(backup::BackupWhy::Repair, patience) {
            Ok(path) => Ok(path),
            Err(error) if patience.is_stopped() => Err(error),
            // The disk has no room, or cannot be written: then nothing is repaired either.
            Err(
                error @ (BookError::Store(
                    engawa_store::StoreError::DiskFull | engawa_store::StoreError::ReadOnly { .. },
                )
                | BookError::Backup(
                    backup::BackupRefused::NoRoom { .. } | backup::BackupRefused::System { .. },
                )),
            ) => Err(error),
            // A book that is not whole makes no backup that is.
            Err(_) => {
                self.settle()?;
                let folder = self.folder.backups();
                fs::create_dir_all(&folder).map_err(|error| BookError::of_file(&folder, error))?;
                let name = backup::name(self.clock.now());
                let path = folder.join(Path::new(&name).with_extension("as-found.sqlite"));
                copy_as_found(&self.folder.file(), &path)?;
                Ok(path)
            }
        }
    }

    /// What is no fact.
    fn mend(&mut self, repairable: &[Damage]) -> Result<(), BookError> {
        let now = self.clock.now();
        for damage in repairable {
            match damage {
                Damage::InFile(flaw) => self.store.mend(flaw, now)?,
                Damage::Setting { name } => self.store.forget_setting(name)?,
                Damage::EvidenceMissing(_)
                | Damage::EvidenceAltered(_)
                | Damage::EvidenceUnreadable(_)
                | Damage::EvidenceUnknown { .. }
                | Damage::HalfCopy { .. }
                | Damage::Leftover { .. } => {}
            }
        }
        Ok(())
    }

    /// What is one: as a new look finds it, since a table that came back shows which of its rows are missing.
    fn set_rows_right(&mut self) -> Result<(), BookError> {
        let found = self.check()?;
        let flaws: Vec<Flaw> = found
            .repairable()
            .into_iter()
            .filter_map(|damage| match damage {
                Damage::InFile(flaw) if flaw.place().is_some() => Some(flaw.clone()),
                _ => None,
            })
            .collect();
        if flaws.is_empty() {
            return Ok(());
        }
        self.transact_once(Op::Repair, |tx| {
            let now = tx.now();
            Ok(tx.set_right(&flaws, now, &Op::Salvage.to_string())?)
        })?;
        Ok(())
    }

    /// Files: evidence comes back from a backup, what was never finished goes.
    fn mend_files(&self, repairable: &[Damage]) -> Result<(), BookError> {
        for damage in repairable {
            match damage {
                Damage::EvidenceMissing(HarmedFile { copy: Some(copy), sha256, .. }) => {
                    self.keep_again(copy, sha256)?;
                }
                Damage::EvidenceAltered(HarmedFile { copy: Some(copy), sha256, .. }) => {
                    // What is there now is kept beside it: it may be what somebody is looking for.
                    let path = self.vault.place_of(sha256);
                    let aside = path.with_extension("altered");
                    engawa_store::rename(&path, &aside).map_err(|error| BookError::of_file(path, error))?;
                    self.keep_again(copy, sha256)?;
                }
                Damage::EvidenceUnreadable(HarmedFile { copy: Some(copy), sha256, .. }) => {
                    let path = self.vault.place_of(sha256);
                    let aside = path.with_extension("unreadable");
                    // What does not let itself be moved aside stays where it is, and the new look names it again.
                    if engawa_store::rename(&path, &aside).is_ok() {
                        self.vault
                            .keep(copy, &mut unwatched)
                            .inspect_err(|_| drop(engawa_store::rename(&aside, &path)))?;
                    }
                }
                Damage::HalfCopy { file } | Damage::Leftover { file } => {
                    match engawa_store::remove_file(file) {
                        // The backup that comes first sweeps its folder too.
                        Err(error) if error.kind() != ErrorKind::NotFound => {
                            return Err(BookError::of_file(file, error));
                        }
                        Ok(()) | Err(_) => {}
                    }
                }
                Damage::InFile(_)
                | Damage::Setting { .. }
                | Damage::EvidenceMissing(_)
                | Damage::EvidenceAltered(_)
                | Damage::EvidenceUnreadable(_)
                | Damage::EvidenceUnknown { .. } => {}
            }
        }
        Ok(())
    }
    /// Takes a file in from a folder of evidence of this book, in which it lies as it does here.
    fn keep_again(&self, copy: &Path, sha256: &Sha256Hex) -> Result<(), BookError> {
        let evidence = copy.ancestors().nth(2).unwrap_or(copy);
        let kept = self.folder.vault_in(evidence.to_owned()).read(sha256)?;
        self.vault.keep_bytes(&sha256.0, kept.size(), kept, &mut unwatched)?;
        Ok(())
    }
}
