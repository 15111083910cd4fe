//! How a book goes from plain to protected, or back, so that a crash at any moment leaves the one or the other.
//!
//! Everything is made anew in a folder of its own first. `plan.json` there says how far it has come:
//!
//! - *making*: nothing of the book was touched. What was made is thrown away.
//! - *moving*: all of it is made and proven. What the book had is put aside and what was made takes its place: renames only,
//!   which can be repeated and need no key.
//! - *clearing*: the book is the new one. What was put aside is overwritten and removed.
//!
//! Whoever opens the book finishes what it finds first, under the book's lock.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};

use engawa_store::sync_folder_of;
use serde::{Deserialize, Serialize};

use super::refused::ProtectionRefused;
use super::wipe::{wipe, wipe_within};
use crate::below::{Lies, below};
use crate::error::BookError;

/// The folder within the folder of the book.
const FOLDER: &str = "protecting";
const PLAN: &str = "plan.json";
const NEW: &str = "new";
const OLD: &str = "old";

/// Where a moment of the work lies: after it the program could end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The plan is written, or says that it has come further.
    Planned,
    /// So many bytes of all were made anew.
    Made {
        /// Bytes done.
        done: u64,
        /// Bytes of all files.
        total: u64,
    },
    /// A file was moved.
    Moved,
    /// What was put aside is gone.
    Cleared,
}

/// Whether the work goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// It does.
    On,
    /// The user stopped it; the book stays as it was. Once files are moved it is too late.
    Stop,
    /// As when the program ends here: nothing is put in order.
    #[cfg(test)]
    Die,
}

/// Is told of each step, and says whether the work goes on.
pub type Steps<'s> = dyn FnMut(Step) -> Go + 's;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Phase {
    Making,
    Moving,
    Clearing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Plan {
    phase: Phase,
    /// Files of the book that it will not have any more, from its folder.
    gone: Vec<PathBuf>,
}

/// The work on a book.
#[derive(Debug)]
pub struct Work {
    home: PathBuf,
}

impl Work {
    /// Begins anew: what is left of an earlier time is no more.
    pub fn begin(home: &Path, steps: &mut Steps<'_>) -> Result<Self, BookError> {
        let work = Self { home: home.to_owned() };
        work.throw_away()?;
        let folder = work.made(Path::new(""));
        fs::create_dir_all(&folder).map_err(|error| BookError::of_file(&folder, error))?;
        work.write(&Plan { phase: Phase::Making, gone: Vec::new() })?;
        sync(home)?;
        go_on(steps, Step::Planned)?;
        Ok(work)
    }

    /// Where a file is made that is to lie there in the book.
    pub fn made(&self, relative: &Path) -> PathBuf {
        self.folder().join(NEW).join(relative)
    }

    /// Everything is made and proven: from here on the book becomes the new one. `gone` is what it will not have any more.
    pub fn commit(self, gone: Vec<PathBuf>, steps: &mut Steps<'_>) -> Result<(), BookError> {
        // The files are on the disk, and now their names are: a plan that outlived them would put aside what nothing replaces.
        sync_all_below(&self.made(Path::new("")))?;
        let plan = Plan { phase: Phase::Moving, gone };
        self.write(&plan)?;
        go_on_regardless(steps, Step::Planned)?;
        self.finish(plan, steps)
    }

    /// Nothing comes of it, or it has served. The plan goes last and is not overwritten: whoever finds it half gone could not tell
    /// how far the work had come.
    pub fn throw_away(&self) -> Result<(), BookError> {
        let (folder, plan) = (self.folder(), self.folder().join(PLAN));
        wipe_within(&folder, Some(&plan))
            .and_then(|()| gone(fs::remove_file(&plan)))
            .and_then(|()| gone(fs::remove_dir(&folder)))
            .map_err(|error| BookError::of_file(folder, error))
    }

    fn finish(&self, mut plan: Plan, steps: &mut Steps<'_>) -> Result<(), BookError> {
        if plan.phase == Phase::Moving {
            self.move_all(&plan.gone, steps)?;
            plan.phase = Phase::Clearing;
            self.write(&plan)?;
            go_on_regardless(steps, Step::Planned)?;
        }
        self.throw_away()?;
        go_on_regardless(steps, Step::Cleared)
    }

    fn move_all(&self, gone: &[PathBuf], steps: &mut Steps<'_>) -> Result<(), BookError> {
        let new = files_in(&self.folder().join(NEW))?;
        let old = |relative: &PathBuf| self.folder().join(OLD).join(relative);
        // The folders first, and for good: a file that is moved into one that a power cut takes away would be in neither place.
        let mut touched = BTreeSet::new();
        for to in gone.iter().chain(&new).map(old).chain(new.iter().map(|relative| self.home.join(relative)))
        {
            to.parent().map_or(Ok(()), |folder| make_folder(folder, &mut touched))?;
        }
        sync_each(&std::mem::take(&mut touched))?;
        // The log of the plain file must be away before the new file takes its place.
        for relative in gone.iter().chain(&new) {
            let old = old(relative);
            // What lies where a file of `new` still has to go is the old one: `new` holds only what was not moved yet.
            if !old.exists() && self.home.join(relative).exists() {
                rename(&self.home.join(relative), &old, &mut touched)?;
                go_on_regardless(steps, Step::Moved)?;
            }
        }
        for relative in &new {
            rename(&self.made(relative), &self.home.join(relative), &mut touched)?;
            go_on_regardless(steps, Step::Moved)?;
        }
        sync_each(&touched)
    }

    fn folder(&self) -> PathBuf {
        self.home.join(FOLDER)
    }

    fn write(&self, plan: &Plan) -> Result<(), BookError> {
        let path = self.folder().join(PLAN);
        let failed = |error| BookError::of_file(&path, error);
        let text = serde_json::to_vec(plan).map_err(|error| failed(error.into()))?;
        let new = path.with_extension("json.new");
        File::create(&new)
            .and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()))
            .map_err(failed)?;
        engawa_store::rename(&new, &path).and_then(|()| sync_folder_of(&path)).map_err(failed)
    }

    fn read(&self) -> Result<Option<Plan>, BookError> {
        let path = self.folder().join(PLAN);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(BookError::of_file(path, error)),
        };
        let damaged = |why: String| ProtectionRefused::KeyFile { path: path.clone(), why };
        let plan: Plan = serde_json::from_slice(&text).map_err(|error| damaged(error.to_string()))?;
        // It moves and removes files: only those of the book.
        let within = |path: &PathBuf| path.components().all(|part| matches!(part, Component::Normal(_)));
        if plan.gone.iter().all(within) {
            Ok(Some(plan))
        } else {
            Err(damaged("a path out of the book".to_owned()).into())
        }
    }
}

/// Whether something was begun in this folder and not finished.
pub fn is_underway(home: &Path) -> bool {
    home.join(FOLDER).exists()
}

/// Finishes, or undoes, what was begun before the program ended. The caller holds the lock of the book.
pub fn resume(home: &Path) -> Result<(), BookError> {
    resume_watched(home, &mut |_| Go::On)
}

pub fn resume_watched(home: &Path, steps: &mut Steps<'_>) -> Result<(), BookError> {
    if !is_underway(home) {
        return Ok(());
    }
    let work = Work { home: home.to_owned() };
    match work.read()? {
        None | Some(Plan { phase: Phase::Making, .. }) => work.throw_away(),
        Some(plan) => work.finish(plan, steps),
    }
}

/// Asks whether to go on.
pub fn go_on(steps: &mut Steps<'_>, step: Step) -> Result<(), BookError> {
    match steps(step) {
        Go::On => Ok(()),
        Go::Stop => Err(ProtectionRefused::Stopped.into()),
        #[cfg(test)]
        Go::Die => Err(ProtectionRefused::Died.into()),
    }
}

/// Tells of a step at which it is too late to stop.
#[cfg_attr(not(test), expect(clippy::unnecessary_wraps, reason = "a test can end the program here"))]
fn go_on_regardless(steps: &mut Steps<'_>, step: Step) -> Result<(), BookError> {
    match steps(step) {
        Go::On | Go::Stop => Ok(()),
        #[cfg(test)]
        Go::Die => Err(ProtectionRefused::Died.into()),
    }
}

fn rename(from: &Path, to: &Path, touched: &mut BTreeSet<PathBuf>) -> Result<(), BookError> {
    let moved = match engawa_store::rename(from, to) {
        // Where evidence or backups lie on another disk, as who was short of room may have arranged.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => carry(from, to),
        moved => moved,
    };
    moved.map_err(|error| BookError::of_file(from, error))?;
    touched.extend([from, to].into_iter().filter_map(Path::parent).map(Path::to_owned));
    Ok(())
}

/// Makes a folder and those it lies in; where a new one got its name is touched too.
fn make_folder(folder: &Path, touched: &mut BTreeSet<PathBuf>) -> Result<(), BookError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_folder(parent, touched)?;
        touched.insert(parent.to_owned());
    }
    fs::create_dir(folder).map_err(|error| BookError::of_file(folder, error))
}

/// Makes the names in a folder last.
fn sync(folder: &Path) -> Result<(), BookError> {
    sync_folder_of(&folder.join("name")).map_err(|error| BookError::of_file(folder, error))
}

fn sync_each(folders: &BTreeSet<PathBuf>) -> Result<(), BookError> {
    folders.iter().try_for_each(|folder| sync(folder))
}

/// Makes every name below a folder last.
fn sync_all_below(folder: &Path) -> Result<(), BookError> {
    let failed = |error| BookError::of_file(folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_type().map_err(failed)?.is_dir() {
            sync_all_below(&entry.path())?;
        }
    }
    sync(folder)
}

/// What was to be removed and is not there is gone.
fn gone(removed: std::io::Result<()>) -> std::io::Result<()> {
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Moves a file to another disk: whole and on the disk before it has its name, and then gone from where it was.
fn carry(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut name = to.as_os_str().to_owned();
    name.push(".carried");
    let unfinished = PathBuf::from(name);
    engawa_store::copy_file(from, &unfinished)?;
    engawa_store::rename(&unfinished, to)?;
    sync_folder_of(to)?;
    wipe(from)
}

/// Every file below a folder, by its way from there, in the order of names. Links are not followed and are no files.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, BookError> {
    let found = below(folder)?.into_iter().filter(|(_, lies)| *lies == Lies::File);
    Ok(found.map(|(way, _)| way).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_carried_to_another_disk_is_there_whole_and_no_longer_here() {
        let folder = tempfile::tempdir().unwrap();
        let (here, there) = (folder.path().join("here"), folder.path().join("there"));
        fs::write(&here, "whole").unwrap();
        // What a crash left of an earlier attempt.
        fs::write(folder.path().join("there.carried"), "wh").unwrap();
        carry(&here, &there).unwrap();
        assert_eq!(fs::read_to_string(&there).unwrap(), "whole");
        assert_eq!(files_in(folder.path()).unwrap(), [Path::new("there")]);
    }
}
