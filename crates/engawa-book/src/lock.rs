//! One writer: the lock on the book's folder, and who holds it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use engawa_domain::calendar::Moment;
use serde::{Deserialize, Serialize};

use crate::error::BookError;

/// The file that is locked. It is empty: on Windows nobody else could read it.
const LOCK: &str = "lock";
/// The file beside it that says who holds it.
const HOLDER: &str = "lock-holder.json";
/// How often the name of the holder is looked for, and how long it is waited in between: a fifth of a second in all.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Who holds a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// The name of its program.
    pub program: String,
    /// Since when.
    pub since: Moment,
}

/// The lock, held as long as this lives. The system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
    holder: PathBuf,
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub fn take(folder: &Path, now: Moment) -> Result<Self, BookError> {
        let path = folder.join(LOCK);
        let holder = folder.join(HOLDER);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| BookError::of_file(&path, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(BookError::Held { holder: name_of(&holder) });
            }
            Err(TryLockError::Error(error)) => return Err(BookError::of_file(path, error)),
        }
        let me = Holder { process: std::process::id(), program: program(), since: now };
        let text = serde_json::to_string(&me).map_err(std::io::Error::other);
        text.and_then(|text| fs::write(&holder, text)).map_err(|error| BookError::of_file(&holder, error))?;
        Ok(Self { file, holder })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A name left behind says nothing while the lock itself is free.
        let _ = fs::remove_file(&self.holder);
        let _ = self.file.unlock();
    }
}

/// Who took the lock writes its name the next moment. Asked in between, that moment is waited for: "another program" helps nobody.
fn name_of(holder: &Path) -> Option<Holder> {
    for _ in 0..LOOKS {
        if let Some(found) = read(holder) {
            return Some(found);
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    read(holder)
}

fn read(holder: &Path) -> Option<Holder> {
    serde_json::from_str(&fs::read_to_string(holder).ok()?).ok()
}

fn program() -> String {
    let path = std::env::current_exe().unwrap_or_default();
    path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_the_first_is() {
        let folder = tempfile::tempdir().unwrap();
        let now: Moment = "2026-11-24T05:05:00Z".parse().unwrap();
        let first = Lock::take(folder.path(), now).unwrap();
        match Lock::take(folder.path(), now) {
            Err(BookError::Held { holder: Some(holder) }) => {
                assert_eq!((holder.process, holder.since), (std::process::id(), now));
            }
            other => panic!("the lock was given twice: {other:?}"),
        }
        drop(first);
        assert!(Lock::take(folder.path(), now).is_ok(), "a lock that was let go of can be taken");
    }

    #[test]
    fn a_name_left_behind_by_a_killed_process_holds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK), "").unwrap();
        fs::write(
            folder.path().join(HOLDER),
            r#"{"process":1,"program":"x","since":"2026-11-24T05:05:00.000Z"}"#,
        )
        .unwrap();
        assert!(Lock::take(folder.path(), "2026-11-24T06:00:00Z".parse().unwrap()).is_ok());
    }
}
