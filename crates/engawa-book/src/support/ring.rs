//! The last problems, in `problems.json` in the folder of the book: when, which, and the masked detail. Never more than fifty.
//!
//! Into the folder of a book that is refused, or only looked at, nothing is written: what is met meanwhile is held in memory
//! ([`HeldProblems`]) until a book is open.
//!
//! Losing them costs nothing, so neither reading nor writing them can stand in anybody's way. Nothing of them is a fact: they are
//! neither in the journal nor in an export.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use serde::{Deserialize, Serialize};

use super::masked::Masked;
use crate::problem::{Problem, ProblemCode};

/// So many are kept; older ones go.
pub const KEPT: usize = 50;

/// A longer file was not written by us, and is begun anew.
const LARGEST_FILE: u64 = 256 * 1024;

/// The name of the file in the folder of the book.
const NAME: &str = "problems.json";

/// A problem that somebody met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// When.
    pub at: Moment,
    /// Which.
    pub code: ProblemCode,
    /// What the error said, masked.
    pub detail: Masked,
}

/// Problems that nobody has written down: of a run in which no book is open, or one is only looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldProblems(Vec<Met>);

impl HeldProblems {
    /// Holds one more, masked; nothing of what belongs to the usual course of things.
    pub fn note(&mut self, problem: &Problem, at: Moment) {
        self.0.extend(Met::of(problem, at));
        last_of(&mut self.0);
    }

    /// These after those that were written down, the last of them all.
    pub(super) fn after(&self, mut written: Vec<Met>) -> Vec<Met> {
        written.extend(self.0.iter().cloned());
        last_of(&mut written);
        written
    }
}

impl Met {
    fn of(problem: &Problem, at: Moment) -> Option<Self> {
        let detail = problem.detail.as_deref().map(Masked::of).unwrap_or_default();
        (!is_usual(problem.code)).then_some(Self { at, code: problem.code, detail })
    }
}

fn last_of(met: &mut Vec<Met>) {
    met.drain(..met.len().saturating_sub(KEPT));
}

/// The file.
#[derive(Debug, Clone)]
pub struct LastProblems(PathBuf);

impl LastProblems {
    /// Those of the book in this folder.
    pub fn of_book(folder: &Path) -> Self {
        Self(folder.join(NAME))
    }

    /// The last ones, oldest first; none, when there is no file or it cannot be read.
    pub fn read(&self) -> Vec<Met> {
        let small = fs::metadata(&self.0).is_ok_and(|file| file.len() <= LARGEST_FILE);
        let text = if small { fs::read(&self.0).unwrap_or_default() } else { Vec::new() };
        let mut met: Vec<Met> = serde_json::from_slice(&text).unwrap_or_default();
        last_of(&mut met);
        met
    }

    /// Keeps one more: a new file takes the place of the old one, so that a crash leaves one of the two. Nothing is written where
    /// there is no folder, and nothing for what belongs to the usual course of things.
    pub fn note(&self, problem: &Problem, at: Moment) -> io::Result<()> {
        let Some(folder) = self.0.parent().filter(|folder| folder.is_dir()) else { return Ok(()) };
        let Some(now) = Met::of(problem, at) else { return Ok(()) };
        let mut met = self.read();
        met.push(now);
        last_of(&mut met);
        let new = folder.join("problems.json.new");
        fs::write(&new, serde_json::to_vec_pretty(&met)?)?;
        engawa_store::rename(new, &self.0)
    }
}

/// Whether a problem is part of the usual course of things: a form that asks for a repair, a rule of a service, nothing to take back.
/// Fifty of these would push out the one that matters.
const fn is_usual(code: ProblemCode) -> bool {
    match code {
        ProblemCode::Field
        | ProblemCode::NotAllowed
        | ProblemCode::NothingToUndo
        | ProblemCode::BookLocked
        | ProblemCode::Passphrase
        | ProblemCode::ReadOnlyView => true,
        ProblemCode::NotFound
        | ProblemCode::Changed
        | ProblemCode::InUse
        | ProblemCode::File
        | ProblemCode::BookHeld
        | ProblemCode::BookNewer
        | ProblemCode::BookReadOnly
        | ProblemCode::DiskFull
        | ProblemCode::BookDamaged
        | ProblemCode::ImportRefused
        | ProblemCode::Internal => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn problem(code: ProblemCode, detail: &str) -> Problem {
        Problem {
            code,
            message: "「青い鳥商店」は使われています".to_owned(),
            remedy: String::new(),
            guide_entry: None,
            detail: Some(detail.to_owned()),
            fields: Vec::new(),
        }
    }

    fn second(second: i64) -> Moment {
        Moment::from_millis(1_795_000_000_000 + second * 1000).unwrap()
    }

    #[test]
    fn the_last_fifty_are_kept_and_the_oldest_of_them_comes_first() {
        let folder = TempDir::new().unwrap();
        let last = LastProblems::of_book(folder.path());
        for count in 0..120 {
            last.note(&problem(ProblemCode::DiskFull, "the disk is full"), second(count)).unwrap();
        }
        let met = last.read();
        assert_eq!((met.len(), met[0].at, met[49].at), (50, second(70), second(119)));
        assert_eq!(met[0].detail.to_string(), "the disk is full");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "one file, and nothing half-written beside it"
        );
    }

    #[test]
    fn what_is_held_comes_after_what_was_written_and_is_masked_too() {
        let folder = TempDir::new().unwrap();
        let last = LastProblems::of_book(folder.path());
        last.note(&problem(ProblemCode::DiskFull, "the disk is full"), second(0)).unwrap();
        let mut held = HeldProblems::default();
        held.note(&problem(ProblemCode::Field, ""), second(1));
        (2..60).for_each(|at| held.note(&problem(ProblemCode::File, "/home/hanako denied"), second(at)));
        let all = held.after(last.read());
        assert_eq!((all.len(), all[0].at, all[49].at), (50, second(10), second(59)));
        assert_eq!(all[49].detail.to_string(), "[…] denied");
        assert_eq!(last.read().len(), 1, "nothing of it was written");
    }

    #[test]
    fn neither_a_name_nor_a_path_reaches_the_file() {
        let folder = TempDir::new().unwrap();
        let last = LastProblems::of_book(folder.path());
        let detail = "/home/hanako/青い鳥商店.pdf: Permission denied (os error 13)";
        last.note(&problem(ProblemCode::File, detail), second(0)).unwrap();
        let written = fs::read_to_string(folder.path().join(NAME)).unwrap();
        assert!(!written.contains("hanako") && !written.contains("青い鳥"), "{written}");
        assert!(written.contains("permission denied os error 13"), "{written}");
    }

    #[test]
    fn what_somebody_else_wrote_into_the_file_is_masked_when_it_is_read() {
        let folder = TempDir::new().unwrap();
        let met = r#"[{"at":"2026-11-24T05:05:00.000Z","code":"file","detail":"青い鳥商店 hanako@example.jp denied"}]"#;
        fs::write(folder.path().join(NAME), met).unwrap();
        assert_eq!(LastProblems::of_book(folder.path()).read()[0].detail.to_string(), "[…] denied");
    }

    #[test]
    fn the_usual_course_of_things_pushes_nothing_out() {
        let folder = TempDir::new().unwrap();
        let last = LastProblems::of_book(folder.path());
        for code in [ProblemCode::Field, ProblemCode::NotAllowed, ProblemCode::NothingToUndo] {
            last.note(&problem(code, ""), second(0)).unwrap();
        }
        assert_eq!(last.read(), []);
    }

    #[test]
    fn a_file_that_is_none_and_a_folder_that_is_not_there_are_in_nobodys_way() {
        let folder = TempDir::new().unwrap();
        let last = LastProblems::of_book(folder.path());
        fs::write(folder.path().join(NAME), "no JSON").unwrap();
        assert_eq!(last.read(), []);
        last.note(&problem(ProblemCode::Internal, "an error"), second(1)).unwrap();
        assert_eq!(last.read().len(), 1);
        let nowhere = LastProblems::of_book(&folder.path().join("nowhere"));
        nowhere.note(&problem(ProblemCode::Internal, "an error"), second(1)).unwrap();
        assert!(
            !folder.path().join("nowhere").exists(),
            "making the folder of a book is the book's business"
        );
    }
}
