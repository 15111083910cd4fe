//! The operations: protect, unlock, change the passphrase, a new recovery code, unprotect. The book is closed meanwhile.

use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;

use super::code::RecoveryCode;
use super::kdf::Cost;
use super::keyfile::KeyFile;
use super::keys::BookKey;
use super::plan::{self, Steps, Work};
use super::refused::ProtectionRefused;
use super::remake::Turn;
use super::secret::{Passphrase, Typed};
use crate::error::BookError;
use crate::lock::Lock;

/// What opens a protected book.
#[derive(Debug, Clone)]
pub enum Secret {
    /// Its passphrase.
    Passphrase(Passphrase),
    /// Its recovery code.
    Code(RecoveryCode),
}

impl Secret {
    /// What was typed: a recovery code when it has the form of one, else a passphrase. No passphrase has that form by accident.
    pub fn of(typed: &Typed) -> Self {
        RecoveryCode::read(typed).map_or_else(|_| Self::Passphrase(Passphrase::of(typed)), Self::Code)
    }
}

/// What became of a book that was protected, or is no longer.
#[derive(Debug)]
pub struct Turned {
    /// Its key, when it is protected now.
    pub key: Option<BookKey>,
    /// Files in its folder that are none of the book's, and stayed as they are.
    pub left: Vec<PathBuf>,
}

/// Whether the book in this folder is protected. Something begun and not finished is finished first.
pub fn is_protected(folder: &Path, now: Moment) -> Result<bool, BookError> {
    settle(folder, now)?;
    Ok(KeyFile::read(folder)?.is_some())
}

/// Encrypts the book in this folder with a new key. Until every file was made anew and proven the book stays as it is; after
/// that the plain files are overwritten and removed.
pub fn protect(
    folder: &Path,
    passphrase: &Passphrase,
    code: &RecoveryCode,
    cost: Cost,
    now: Moment,
    steps: &mut Steps<'_>,
) -> Result<Turned, BookError> {
    let _lock = Lock::take(folder, now)?;
    plan::resume(folder)?;
    if KeyFile::read(folder)?.is_some() {
        return Err(ProtectionRefused::AlreadyProtected.into());
    }
    let key = BookKey::new()?;
    let key_file = KeyFile::new(&key, passphrase, cost, code)?;
    let keys = key.keys()?;
    let turn = Turn { home: folder, from: None, to: Some(&keys), key_file: Some(&key_file), now };
    let left = carry_out(turn, steps)?;
    Ok(Turned { key: Some(key), left })
}

/// Makes the book in this folder a plain one again.
pub fn unprotect(
    folder: &Path,
    secret: &Secret,
    now: Moment,
    steps: &mut Steps<'_>,
) -> Result<Turned, BookError> {
    let _lock = Lock::take(folder, now)?;
    plan::resume(folder)?;
    let keys = key_file(folder)?.opened(secret)?.keys()?;
    let left = carry_out(Turn { home: folder, from: Some(&keys), to: None, key_file: None, now }, steps)?;
    Ok(Turned { key: None, left })
}

fn carry_out(turn: Turn<'_>, steps: &mut Steps<'_>) -> Result<Vec<PathBuf>, BookError> {
    let book = turn.home.join("book.sqlite");
    std::fs::metadata(&book).map_err(|error| BookError::of_file(book, error))?;
    let work = Work::begin(turn.home, steps)?;
    match turn.remake(&work, steps) {
        Ok(remade) => work.commit(remade.gone, steps).map(|()| remade.left),
        #[cfg(test)]
        Err(BookError::Protection(ProtectionRefused::Died)) => Err(ProtectionRefused::Died.into()),
        Err(error) => {
            // What cannot be removed now is removed when the book is opened next.
            let _ = work.throw_away();
            Err(error)
        }
    }
}

/// The key of the book in this folder.
pub fn unlock(folder: &Path, secret: &Secret, now: Moment) -> Result<BookKey, BookError> {
    settle(folder, now)?;
    Ok(key_file(folder)?.opened(secret)?)
}

/// Another passphrase. The key of the book stays, and so does the recovery code.
pub fn change_passphrase(
    folder: &Path,
    secret: &Secret,
    new: &Passphrase,
    cost: Cost,
) -> Result<(), BookError> {
    let file = key_file(folder)?;
    let key = file.opened(secret)?;
    file.with_passphrase(&key, new, cost)?.write(folder)
}

/// Another recovery code; the old one opens nothing any more.
pub fn renew_code(folder: &Path, secret: &Secret, new: &RecoveryCode) -> Result<(), BookError> {
    let file = key_file(folder)?;
    let key = file.opened(secret)?;
    file.with_code(&key, new)?.write(folder)
}

fn key_file(folder: &Path) -> Result<KeyFile, BookError> {
    KeyFile::read(folder)?.ok_or_else(|| ProtectionRefused::NotProtected.into())
}

/// Finishes what was begun; who has the book open meanwhile has done so.
fn settle(folder: &Path, now: Moment) -> Result<(), BookError> {
    if plan::is_underway(folder) {
        let _lock = Lock::take(folder, now)?;
        plan::resume(folder)?;
    }
    Ok(())
}
