//! A backup on its way to the place of the book: everything up to the moment in which the book is closed, apart from the book.

use std::fs::File;
use std::io;
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{Evidence, Sha256Hex};
use engawa_store::{Copy, Unrecorded, make_ready};

use super::Backups;
use super::files::{Brought, Patience, bring_by_way_of, in_evidence, make_room, size};
use super::list::Chosen;
use super::make::{Kept, evidence_of};
use super::prove;
use super::refused::BackupRefused;
use super::restore::{Around, Step, remove};
use super::slip::BackupWhy;
use crate::book::Folder;
use crate::error::BookError;
use crate::protect::Keys;
use crate::vault::{FileState, Vault};
use crate::views::FilePresence;

/// A backup on its way to the place of the book. Until it is there, the book is as it was and goes on being used.
#[derive(Debug)]
pub struct Restoring {
    pub(super) backups: Backups,
    /// Entries of the book when it was begun.
    pub(super) entries: u64,
    /// Files of evidence that were brought back.
    pub(super) back: Vec<Sha256Hex>,
    pub(super) ready: Option<Ready>,
}

/// What is ready to take the place of the book.
#[derive(Debug)]
pub(super) struct Ready {
    pub from: Option<Moment>,
    /// What came of backing up the book as it was then.
    pub kept: Kept,
    pub before: Moment,
    /// Files of evidence that are nowhere.
    pub lost: u32,
}

impl Restoring {
    /// Everything up to the moment in which the book is closed, on any thread. What it leaves where it fails or is stopped is taken back
    /// by [`Book::give_up_restore`](crate::Book::give_up_restore).
    pub fn prepare(
        &mut self,
        named: &str,
        patience: &Patience,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<(), BookError> {
        let prepared =
            patience.or_stopped(self.prepare_whole(named, patience, told).map_err(BookError::from));
        prepared.map(|ready| self.ready = Some(ready))
    }

    fn prepare_whole(
        &mut self,
        named: &str,
        patience: &Patience,
        told: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<Ready, BackupRefused> {
        let (backups, folder) = (&self.backups, &self.backups.folder);
        let around = Around::of(folder);
        let failed = |error| BackupRefused::system(&around.restoring, error);
        let mut done = |step| told(step).map_err(failed);
        // Chosen first: where there is no such backup, none is made in vain.
        let chosen = backups.choose(named, patience)?;
        let bytes = size(&chosen.file);
        // Read, copied, compared and made ready; then its evidence.
        patience.foresee(4 * bytes + backups.missing(&chosen));
        let proof = chosen.prove(folder, patience)?;
        let at_home = patience.clone().until(std::time::Instant::now());
        let kept = backups.keep(BackupWhy::Restore, &at_home);
        let before = kept.home?;
        let kept = Kept { home: Ok(before), ..kept };
        done(Step::Kept)?;
        let Some(_turn) = backups.turn_for(patience) else { return Err(BackupRefused::Stopped) };
        remove(&around.restoring)?;
        make_room(folder.path(), bytes)?;
        copy_beside(&chosen, &around.restoring, folder, patience)?;
        done(Step::Copied)?;
        make_ready(&around.restoring, folder.key(), &Unrecorded::default())?;
        let ready = prove::open(&around.restoring, folder.key(), patience)?;
        let has_facts = match (&proof.contents, &ready.contents) {
            (Some(then), Some(ready)) => then == ready,
            (None, ready) => ready.is_some(),
            (Some(_), None) => false,
        };
        if !has_facts {
            return Err(BackupRefused::NotWhole { why: "the copy beside the book is another".to_owned() });
        }
        patience.come(bytes).map_err(failed)?;
        done(Step::Ready)?;
        let brought = backups.bring_back(&chosen, &around.restoring, patience, &mut self.back);
        let lost = patience.or_ended(brought)?;
        done(Step::Evidence)?;
        Ok(Ready { from: chosen.at, kept, before, lost })
    }
}

/// Copies the backup beside the book, and compares what arrived.
fn copy_beside(chosen: &Chosen, to: &Path, book: &Folder, patience: &Patience) -> Result<(), BackupRefused> {
    let failed = |error| BackupRefused::system(to, error);
    chosen.copy_to(to, book, patience)?;
    File::options().write(true).open(to).and_then(|file| file.sync_all()).map_err(failed)?;
    match &chosen.slip {
        Some(slip) if chosen.under.is_as_in(book) => prove::same_bytes(to, slip, patience),
        // Written anew under the key of the book, and compared row by row when that was done.
        Some(_) | None => Ok(()),
    }
}

/// Brings one file back into the vault from a folder where it may lie under one of these keys, or plain; whether it came.
pub fn bring_back_one(
    vault: &Vault,
    under: &[Option<&Keys>],
    folder: &Path,
    file: &Evidence,
    patience: &Patience,
) -> Result<bool, BackupRefused> {
    let source = in_evidence(folder, &file.sha256.0);
    if !vault.is_sealed() && source.is_file() {
        // On its way it is called as the vault calls what is unfinished, which whoever opens the book throws away.
        let (on_its_way, place) = (vault.place_of_unfinished(), vault.place_of(&file.sha256));
        let brought = bring_by_way_of(&on_its_way, &source, &place, &file.sha256.0, patience)?;
        return Ok(brought == Brought::Whole);
    }
    let refused = |error| BackupRefused::system(folder, io::Error::other(error));
    for keys in under {
        let there = Vault::looking_into(folder.to_owned(), keys.map(|keys| keys.evidence.clone()));
        if matches!(there.state(&file.sha256, file.bytes), Ok(FileState::Whole)) {
            let kept = there.read(&file.sha256).map_err(refused)?;
            vault.keep_bytes(&file.sha256.0, file.bytes, kept, &mut patience.within()).map_err(refused)?;
            return Ok(true);
        }
    }
    Ok(false)
}

fn has(vault: &Vault, file: &Evidence) -> bool {
    vault.presence(&file.sha256, file.bytes) == FilePresence::There
}

impl Backups {
    /// Bytes that are read and written to bring back what the book has not got of this backup's evidence.
    fn missing(&self, chosen: &Chosen) -> u64 {
        // Of one that cannot be read nothing is reckoned; why it cannot is told by whoever proves it.
        let files = evidence_of(&chosen.file, chosen.under.key(&self.folder)).unwrap_or_default();
        let vault = self.folder.vault();
        let missing = files.iter().filter(|file| !has(&vault, file));
        2 * missing.map(|file| file.bytes).sum::<u64>()
    }

    /// Brings the evidence of a backup back that the book has not got, and notes each file that came; how many are nowhere.
    fn bring_back(
        &self,
        chosen: &Chosen,
        ready: &Path,
        patience: &Patience,
        back: &mut Vec<Sha256Hex>,
    ) -> Result<u32, BackupRefused> {
        let vault = self.folder.vault();
        let under = [self.folder.keys(), chosen.under.keys(&self.folder), None];
        let mut lost = 0;
        for file in Copy::open(ready, self.folder.key())?.rows().all::<Evidence>()? {
            if has(&vault, &file) {
                continue;
            }
            let mut found = false;
            for folder in &chosen.evidence {
                if bring_back_one(&vault, &under, folder, &file, patience)? {
                    found = true;
                    break;
                }
            }
            if found { back.push(file.sha256) } else { lost += 1 }
        }
        Ok(lost)
    }
}
