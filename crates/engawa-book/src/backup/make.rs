//! Making a backup beside the book, and bringing it to the places of the user's choice.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::Evidence;
use engawa_store::{Copy, FileKey, Snapshot};

use super::Backups;
use super::files::{Brought, Patience, bring, hash_of, in_evidence, make_room, size, sizes, sweep};
use super::name::{moment, name};
use super::places::{Place, PlaceState, Remembered};
use super::prove;
use super::refused::BackupRefused;
use super::shrunk::{Shrunk, is_sudden};
use super::slip::{BackupWhy, How, Slip};
use super::thin::{Dated, may_go};
use crate::protect::{KeyFile, wipe};
use crate::vault::{FileRefused, Vault};
use crate::views::FilePresence;

/// Bytes of older evidence that are read again at a place each time a backup goes there, in turn.
const READ_AGAIN: u64 = 64 << 20;

/// What came of it.
#[derive(Debug)]
pub struct Kept {
    /// When it was tried.
    pub tried: Moment,
    /// The newest backup beside the book, proven.
    pub home: Result<Moment, BackupRefused>,
    /// Whether a place has not got it.
    pub is_behind: bool,
    /// Whether it was stopped. What was proven until then counts.
    pub is_stopped: bool,
}

impl Backups {
    /// Makes a backup, unless the newest holds everything already, and brings it to every place that has not got it. What went
    /// wrong at a place is remembered as its state; the others get theirs all the same.
    pub fn keep(&self, why: BackupWhy, patience: &Patience) -> Kept {
        let Some(_turn) = self.turn_for(patience) else {
            let (tried, is_behind) = (self.now(), self.is_behind());
            return Kept { tried, home: Err(BackupRefused::Stopped), is_behind, is_stopped: true };
        };
        let tried = self.now();
        let remembered = Remembered::read(&self.home());
        let mut kept = remembered.clone();
        let before = self.newest();
        patience.foresee(self.ahead(&kept.places));
        let made = patience.or_ended(self.make_home(why, before.as_ref(), &patience.without_limit()));
        let newest = match &made {
            Ok(slip) => {
                kept.home = PlaceState::Proven { at: slip.proven };
                Some(slip.clone())
            }
            // Whoever stopped it has learnt nothing about the folder.
            Err(BackupRefused::Stopped) => before.clone(),
            Err(refused) => {
                kept.home = kept.home.after(refused, tried);
                before.clone()
            }
        };
        if let (Some(before), Some(now)) = (&before, &newest)
            && before.at != now.at
            && is_sudden(before.counts, now.counts)
        {
            // What was there first is what is asked about, however often it shrinks before somebody answers.
            let first =
                kept.shrunk.map_or((before.at, before.counts), |first| (first.before_at, first.before));
            kept.shrunk = Some(Shrunk { before_at: first.0, before: first.1, at: now.at, now: now.counts });
        }
        if made.is_ok() && kept.shrunk.is_none() {
            self.thin(&self.home());
        }
        let may_thin = kept.shrunk.is_none();
        for place in &mut kept.places {
            if let Some(newest) = &newest {
                self.bring_to(place, newest, may_thin, patience);
            }
        }
        env!("CARGO_PKG_VERSION").clone_into(&mut kept.app);
        // A stick that stays away is not written down anew every minute. A state that cannot be kept is found again the next time.
        if kept != remembered {
            let _ = kept.write(&self.home());
        }
        let has_newest = |place: &Place| newest.as_ref().is_none_or(|slip| place.proven == Some(slip.at));
        let is_behind = kept
            .places
            .iter()
            .any(|place| !has_newest(place) || !matches!(place.state, PlaceState::Proven { .. }));
        Kept { tried, home: made.map(|slip| slip.at), is_behind, is_stopped: patience.is_stopped() }
    }

    /// Brings the newest backup to a folder this once, without making it a place; the file there.
    pub fn bring_once(&self, folder: &Path, patience: &Patience) -> Result<PathBuf, BackupRefused> {
        let _turn = self.turn();
        if !folder.is_dir() {
            return Err(BackupRefused::Away(folder.to_owned()));
        }
        let newest = self.newest().ok_or_else(|| BackupRefused::NoSuch(folder.display().to_string()))?;
        let to = self.at(folder);
        self.bring_backup(&to, &newest, patience)?;
        Ok(to.join(name(newest.at)))
    }

    /// The newest backup beside the book that counts.
    pub(super) fn newest(&self) -> Option<Slip> {
        let home = self.home();
        let mut all = moments(&home);
        all.sort_unstable();
        all.into_iter().rev().find_map(|at| Slip::read(&home, at))
    }

    /// Bytes that are read and written for a backup beside the book and at these places, as far as sizes tell beforehand: a file is
    /// copied and read back, and the copy of the book is hashed once more.
    fn ahead(&self, places: &[Place]) -> u64 {
        let (book, vault) = (size(&self.folder.file()), sizes(&self.folder.evidence()));
        let again = READ_AGAIN.min(vault.values().sum());
        let at_place = |place: &Place| {
            let there = sizes(&self.at(&place.folder).join("evidence"));
            let new = vault.iter().filter(|(name, bytes)| there.get(*name) != Some(*bytes));
            2 * new.map(|(_, bytes)| bytes).sum::<u64>() + 3 * book + again
        };
        let there = places.iter().filter(|place| place.folder.is_dir());
        2 * book + there.map(at_place).sum::<u64>()
    }

    fn make_home(
        &self,
        why: BackupWhy,
        newest: Option<&Slip>,
        patience: &Patience,
    ) -> Result<Slip, BackupRefused> {
        let folder = self.home();
        engawa_store::make_folder(&folder).map_err(|error| BackupRefused::system(&folder, error))?;
        sweep(&folder);
        let book = self.folder.file();
        let snapshot = Snapshot::of(&book, self.folder.key())?.asking(&patience.asked())?;
        if let (Some(newest), BackupWhy::Changes | BackupWhy::Exit | BackupWhy::Upgrade) = (newest, why)
            && newest.ends_like(&snapshot.end()?)
        {
            return Ok(newest.clone());
        }
        let bytes = fs::metadata(&book).map_err(|error| BackupRefused::system(&book, error))?.len();
        make_room(&folder, bytes)?;
        let contents = snapshot.contents()?;
        let mut at = self.now();
        while folder.join(name(at)).exists() {
            at = Moment::from_millis(at.as_millis() + 1).unwrap_or(at);
        }
        let (path, unproven) = (folder.join(name(at)), folder.join(name(at)).with_extension("unproven"));
        let failed = |error| BackupRefused::system(&unproven, error);
        patience.ask().map_err(failed)?;
        snapshot.copy_to_watched(&unproven, &mut |bytes| patience.come(bytes).is_ok())?;
        drop(snapshot);
        let proven = prove::compare(&unproven, self.folder.key(), &contents, patience).and_then(|()| {
            let bytes = fs::metadata(&unproven).map_err(failed)?.len();
            let sha256 = hash_of(&unproven, patience).map_err(failed)?;
            Ok(Slip::new(at, why, &contents, bytes, sha256))
        });
        if proven.is_err() {
            let _ = fs::remove_file(&unproven);
        }
        let slip = proven?;
        engawa_store::rename(&unproven, &path).map_err(failed)?;
        slip.write(&folder)?;
        Ok(slip)
    }

    /// Brings the newest backup to a place, and says in the place's state what came of it.
    fn bring_to(&self, place: &mut Place, newest: &Slip, may_thin: bool, patience: &Patience) {
        let now = self.now();
        if !place.folder.is_dir() {
            place.state = place.state.after(&BackupRefused::Away(place.folder.clone()), now);
            return;
        }
        let folder = self.at(&place.folder);
        let had = Self::has_proven(&folder, newest.at);
        let brought = self.bring_backup(&folder, newest, patience).and_then(|slip| {
            place.proven = Some(newest.at);
            if had && matches!(place.state, PlaceState::Proven { .. }) {
                return Ok(slip);
            }
            let read = self.read_again(&folder, &place.read_up_to, patience)?;
            place.read_up_to = read.up_to;
            if read.lost.is_empty() {
                Ok(slip)
            } else {
                Err(BackupRefused::NotWhole { why: read.lost.join(", ") })
            }
        });
        match brought {
            Ok(slip) => {
                place.state = PlaceState::Proven { at: slip.proven };
                if may_thin {
                    self.clear_plain(&folder, &slip);
                    self.thin(&folder);
                }
            }
            // Whoever had no patience left has learnt nothing about the place.
            Err(_) if patience.is_over() => {}
            Err(_) if !place.folder.is_dir() => {
                place.state = place.state.after(&BackupRefused::Away(place.folder.clone()), now);
            }
            Err(refused) => place.state = place.state.after(&refused, now),
        }
    }

    /// Whether the folder has a backup of this moment that counts.
    fn has_proven(folder: &Path, at: Moment) -> bool {
        folder.join(name(at)).is_file() && Slip::read(folder, at).is_some()
    }

    fn bring_backup(&self, folder: &Path, newest: &Slip, patience: &Patience) -> Result<Slip, BackupRefused> {
        // Of the same moment there may be a plain one, from before the book was protected.
        if let Some(slip) = Slip::read(folder, newest.at)
            .filter(|slip| slip.sha256 == newest.sha256 && Self::has_proven(folder, newest.at))
        {
            return Ok(slip);
        }
        let failed = |error| BackupRefused::system(folder, error);
        fs::create_dir_all(folder).map_err(failed)?;
        sweep(folder);
        let from = self.home().join(name(newest.at));
        let missing = self.bring_evidence(&from, folder, newest.bytes, patience)?;
        self.bring_key_file(folder)?;
        let to = folder.join(name(newest.at));
        match bring(&from, &to, &newest.sha256, patience)? {
            Brought::Whole => {}
            Brought::NoSource => {
                return Err(BackupRefused::NotWhole {
                    why: "the backup beside the book was altered".to_owned(),
                });
            }
        }
        let opened = prove::again(&to, self.folder.key(), newest, patience);
        if opened.is_err() {
            let _ = fs::remove_file(&to);
        }
        opened?;
        let mut slip = newest.clone().proven_again(self.now());
        slip.files_missing = missing;
        slip.how.extend([How::Bytes, How::NewEvidence]);
        slip.write(folder)?;
        Ok(slip)
    }

    /// The key file of a protected book lies beside its backups: without it nobody opens them again, whoever knows the passphrase.
    fn bring_key_file(&self, folder: &Path) -> Result<(), BackupRefused> {
        if self.folder.keys().is_none() {
            return Ok(());
        }
        let failed = |why: String| BackupRefused::NotWhole { why };
        let file = KeyFile::read(self.folder.path()).map_err(|error| failed(error.to_string()))?;
        let file = file.ok_or_else(|| failed("the key file of the book is not there".to_owned()))?;
        file.write_beside(folder).map_err(|error| failed(error.to_string()))
    }

    /// Brings every file of evidence that the place has not got; those that even the book has not got are named.
    fn bring_evidence(
        &self,
        backup: &Path,
        folder: &Path,
        beside: u64,
        patience: &Patience,
    ) -> Result<Vec<String>, BackupRefused> {
        let to = folder.join("evidence");
        let files = evidence_of(backup, self.folder.key())?;
        let (vault, there) = (self.folder.vault(), self.folder.vault_in(to));
        let has = |file: &Evidence| there.presence(&file.sha256, file.bytes) == FilePresence::There;
        let new: Vec<_> = files.into_iter().filter(|file| !has(file)).collect();
        make_room(folder, new.iter().map(|file| file.bytes).sum::<u64>().saturating_add(beside))?;
        let mut missing = Vec::new();
        for file in new {
            match bring_evidence(&vault, &there, &name_in(&vault, &file), patience)? {
                Brought::Whole => {}
                Brought::NoSource => missing.push(file.sha256.0),
            }
        }
        Ok(missing)
    }

    /// Reads some of the evidence at a place again, in the order of hashes, going on from where the last time ended. What rotted
    /// is brought again; what cannot be is named.
    fn read_again(&self, folder: &Path, from: &str, patience: &Patience) -> Result<ReadAgain, BackupRefused> {
        self.read_evidence(folder, from, READ_AGAIN, patience)
    }

    pub(super) fn read_evidence(
        &self,
        folder: &Path,
        from: &str,
        limit: u64,
        patience: &Patience,
    ) -> Result<ReadAgain, BackupRefused> {
        let evidence = folder.join("evidence");
        let (vault, there) = (self.folder.vault(), self.folder.vault_in(evidence.clone()));
        let mut read = ReadAgain { up_to: String::new(), lost: Vec::new(), files: 0 };
        let mut bytes = 0;
        for hash in hashes(&evidence).into_iter().filter(|hash| hash.as_str() > from) {
            let path = in_evidence(&evidence, &hash);
            let failed = |error| BackupRefused::system(&path, error);
            if bytes >= limit {
                return Ok(read);
            }
            bytes += fs::metadata(&path).map_err(failed)?.len();
            read.files += 1;
            // From before the book was protected: it goes once the protected backup is proven here.
            let is_plain_leftover = there.is_sealed() && !there.is_sealed_named(&hash);
            if !is_plain_leftover && !is_whole(&there, &hash, patience)? {
                let again = bring_evidence(&vault, &there, &hash, patience)?;
                if again == Brought::NoSource {
                    read.lost.push(hash.clone());
                }
            }
            read.up_to = hash;
        }
        // To the end: the next time begins at the beginning.
        read.up_to.clear();
        Ok(read)
    }

    /// Removes what a place still holds from before the book was protected: backups that anybody can open, and plain evidence. Only
    /// once the protected backup is proven there. A file that the book itself has lost stays: this may be the only one.
    fn clear_plain(&self, folder: &Path, proven: &Slip) {
        if self.folder.keys().is_none() {
            return;
        }
        for at in moments(folder).into_iter().filter(|at| *at != proven.at) {
            let file = folder.join(name(at));
            if engawa_store::is_plain(&file) {
                // The slip goes first: without it the backup does not count, whatever comes between.
                let _ = fs::remove_file(folder.join(super::name::slip_name(at)));
                // What cannot be removed now is tried again the next time.
                let _ = wipe(&file);
            }
        }
        let there = self.folder.vault_in(folder.join("evidence"));
        for name in hashes(&folder.join("evidence")) {
            if !proven.files_missing.contains(&name) && !there.is_sealed_named(&name) {
                let _ = wipe(&there.place_named(&name));
            }
        }
    }

    /// Throws away what the rule lets go. What cannot be removed is tried again the next time.
    fn thin(&self, folder: &Path) {
        let backups: Vec<Dated> = slips(folder)
            .into_iter()
            .map(|slip| Dated { at: slip.at, day: self.day_of(slip.at), stays: slip.why.stays() })
            .collect();
        for at in may_go(&backups, self.now()) {
            // The slip goes first: without it the backup does not count, whatever comes between.
            if fs::remove_file(folder.join(super::name::slip_name(at))).is_ok() {
                let _ = fs::remove_file(folder.join(name(at)));
            }
        }
    }
}

/// The name under which a file lies in a vault.
fn name_in(vault: &Vault, file: &Evidence) -> String {
    vault.place_of(&file.sha256).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Whether what lies under this name is what it was; it is read to its end.
fn is_whole(vault: &Vault, name: &str, patience: &Patience) -> Result<bool, BackupRefused> {
    let path = vault.place_named(name);
    match vault.is_whole_named(name, &mut patience.within()) {
        Ok(whole) => Ok(whole),
        Err(FileRefused::Vanished(_) | FileRefused::Altered(_)) => Ok(false),
        Err(FileRefused::Cancelled) => Err(BackupRefused::Stopped),
        Err(error) => Err(BackupRefused::system(&path, std::io::Error::other(error))),
    }
}

/// Brings a file of evidence as it lies there, encrypted where it is.
fn bring_evidence(
    from: &Vault,
    to: &Vault,
    name: &str,
    patience: &Patience,
) -> Result<Brought, BackupRefused> {
    let (source, place) = (from.place_named(name), to.place_named(name));
    // A name that is the hash of the bytes says by itself whether they are whole.
    if !from.is_sealed() {
        return bring(&source, &place, name, patience);
    }
    if !is_whole(from, name, patience)? {
        return Ok(Brought::NoSource);
    }
    let bytes = hash_of(&source, patience).map_err(|error| BackupRefused::system(&source, error))?;
    bring(&source, &place, &bytes, patience)
}

/// What reading evidence again has shown.
#[derive(Debug)]
pub(super) struct ReadAgain {
    /// The hash of the last file that was read; empty when all were.
    pub up_to: String,
    /// Files that are not what their name says and could not be brought again.
    pub lost: Vec<String>,
    /// How many were read.
    pub files: u64,
}

/// The slips of a folder whose backups are there.
pub(super) fn slips(folder: &Path) -> Vec<Slip> {
    moments(folder).into_iter().filter_map(|at| Slip::read(folder, at)).collect()
}

/// The moments of the files of a folder that are called like backups.
fn moments(folder: &Path) -> Vec<Moment> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| moment(&entry.file_name().to_string_lossy())).collect()
}

/// The files that the evidence of a backup consists of.
pub(super) fn evidence_of(backup: &Path, key: Option<&FileKey>) -> Result<Vec<Evidence>, BackupRefused> {
    let copy = Copy::open(backup, key)?;
    if !copy.is_current() {
        return Ok(Vec::new());
    }
    Ok(copy.rows().all::<Evidence>()?)
}

/// The hashes of the files that lie in a folder of evidence, in order.
fn hashes(evidence: &Path) -> BTreeSet<String> {
    let within = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    within(evidence)
        .filter(|entry| entry.path().is_dir())
        .flat_map(|entry| within(&entry.path()).collect::<Vec<_>>())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .collect()
}
