//! From lines to events: which file a number stands for, and what each call did to it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::words::{named, number, split, text};
use super::{Event, FileId, Naming};

struct Opened {
    path: PathBuf,
    /// Nothing for a folder.
    file: Option<FileId>,
    at: u64,
    appends: bool,
}

/// What is known so far.
pub(super) struct Reader<'a> {
    folder: &'a Path,
    pub(super) events: Vec<Event>,
    /// What each name in the folder stands for now; nothing for a folder.
    names: HashMap<PathBuf, Option<FileId>>,
    lengths: Vec<u64>,
    open: HashMap<i64, Opened>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(folder: &'a Path, there: &[PathBuf]) -> Self {
        let names = there.iter().enumerate().map(|(file, path)| (path.clone(), Some(file))).collect();
        let length = |path: &PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
        let lengths = there.iter().map(length).collect();
        Self { folder, events: Vec::new(), names, lengths, open: HashMap::new() }
    }

    /// SQLite keeps the index of its log there, in memory shared between programs, and makes it anew after a crash.
    fn matters(&self, path: &Path) -> bool {
        path.starts_with(self.folder) && !path.to_string_lossy().ends_with("-shm")
    }

    /// The next line.
    pub(super) fn line(&mut self, line: &str) -> Result<(), String> {
        let Some((name, rest)) = line.split_once('(') else { return Ok(()) };
        let Some((arguments, result)) = rest.rsplit_once(" = ") else { return Ok(()) };
        let arguments = arguments.trim_end().strip_suffix(')').unwrap_or(arguments);
        let arguments: Vec<&str> = split(arguments);
        let word = result.split_whitespace().next().unwrap_or_default();
        let answer = word.split('<').next().unwrap_or_default().parse::<i64>().unwrap_or(0);
        if answer < 0 {
            return self.refused(name, &arguments);
        }
        match (name, &arguments[..]) {
            ("openat", [_, path, flags, ..]) | ("open", [path, flags, ..]) => {
                self.opened(path, flags, answer)
            }
            ("close", [fd]) => {
                self.open.remove(&number(fd)?);
                Ok(())
            }
            ("lseek", [fd, ..]) => {
                if let Some(open) = self.open.get_mut(&number(fd)?) {
                    open.at = answer.unsigned_abs();
                }
                Ok(())
            }
            ("write", [fd, bytes, _]) => self.appended(number(fd)?, &text(bytes)?),
            ("writev", [fd, parts, _]) => self.said(number(fd)?, parts),
            ("pwrite64", [fd, bytes, _, at]) => {
                let at = at.parse().map_err(|_| "no offset".to_owned())?;
                self.written(number(fd)?, at, text(bytes)?)
            }
            ("ftruncate", [fd, bytes]) => {
                let bytes = bytes.parse().map_err(|_| "no length".to_owned())?;
                match self.file(number(fd)?) {
                    Some(file) => self.length(file, bytes),
                    None => Ok(()),
                }
            }
            ("fsync" | "fdatasync", [fd]) => {
                self.synced(number(fd)?, true);
                Ok(())
            }
            ("rename", [from, to]) | ("renameat" | "renameat2", [_, from, _, to, ..]) => {
                self.renamed(from, to)
            }
            ("unlink" | "rmdir", [path]) => self.removed(path),
            ("unlinkat", [at, path, _]) if at.starts_with("AT_FDCWD") => self.removed(path),
            ("mkdir", [path, _]) | ("mkdirat", [_, path, _]) => {
                let path = named(path)?;
                if self.matters(&path) {
                    self.names.insert(path.clone(), None);
                    self.events.push(Event::Name(Naming::Folder { path }));
                }
                Ok(())
            }
            ("mmap", [_, _, protection, flags, fd, _]) => {
                let writes = protection.contains("PROT_WRITE") && flags.contains("MAP_SHARED");
                let fd = fd.split('<').next().unwrap_or_default().parse().unwrap_or(-1);
                if writes && self.file(fd).is_some() {
                    Err("a file is written through memory".to_owned())
                } else {
                    Ok(())
                }
            }
            ("io_uring_setup", _) => Err("calls that are not seen".to_owned()),
            (_, arguments) => self.must_not_matter(arguments),
        }
    }

    /// A call that was refused changed nothing, but a refused sync says something.
    fn refused(&mut self, name: &str, arguments: &[&str]) -> Result<(), String> {
        match (name, arguments) {
            ("fsync" | "fdatasync", [fd]) => {
                self.synced(number(fd)?, false);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Calls that nothing of ours makes. Should that change, they must be understood first.
    fn must_not_matter(&self, arguments: &[&str]) -> Result<(), String> {
        let touches = |argument: &&str| {
            number(argument).ok().is_some_and(|fd| self.open.contains_key(&fd))
                || named(argument).is_ok_and(|path| self.matters(&path))
        };
        if arguments.iter().any(touches) { Err("a call that is not understood".to_owned()) } else { Ok(()) }
    }

    fn opened(&mut self, path: &str, flags: &str, fd: i64) -> Result<(), String> {
        let path = named(path)?;
        self.open.remove(&fd);
        if !self.matters(&path) {
            return Ok(());
        }
        let has = |flag: &str| flags.split('|').any(|one| one.split(',').next() == Some(flag));
        if has("O_TMPFILE") {
            return Err("a file without a name".to_owned());
        }
        let file = match self.names.get(&path) {
            Some(Some(file)) => Some(*file),
            None if has("O_CREAT") => {
                let file = self.lengths.len();
                self.lengths.push(0);
                self.names.insert(path.clone(), Some(file));
                self.events.push(Event::Name(Naming::Create { path: path.clone(), file }));
                Some(file)
            }
            // A folder, or a file that is gone.
            Some(None) | None => None,
        };
        if let (Some(file), true) = (file, has("O_TRUNC")) {
            self.length(file, 0)?;
        }
        self.open.insert(fd, Opened { path, file, at: 0, appends: has("O_APPEND") });
        Ok(())
    }

    fn file(&self, fd: i64) -> Option<FileId> {
        self.open.get(&fd).and_then(|open| open.file)
    }

    fn length(&mut self, file: FileId, bytes: u64) -> Result<(), String> {
        let length = self.lengths.get_mut(file).ok_or("an unknown file")?;
        if *length != bytes {
            *length = bytes;
            self.events.push(Event::Length { file, bytes });
        }
        Ok(())
    }

    fn appended(&mut self, fd: i64, bytes: &[u8]) -> Result<(), String> {
        let Some((file, appends, at)) =
            self.open.get(&fd).and_then(|open| Some((open.file?, open.appends, open.at)))
        else {
            return Ok(());
        };
        let at = if appends { self.lengths.get(file).copied().unwrap_or(0) } else { at };
        if let Some(open) = self.open.get_mut(&fd) {
            open.at = at + bytes.len() as u64;
        }
        self.written(fd, at, bytes.to_vec())
    }

    fn written(&mut self, fd: i64, at: u64, bytes: Vec<u8>) -> Result<(), String> {
        let Some(file) = self.file(fd) else { return Ok(()) };
        let length = self.lengths.get_mut(file).ok_or("an unknown file")?;
        *length = (*length).max(at + bytes.len() as u64);
        self.events.push(Event::Write { file, at, bytes });
        Ok(())
    }

    /// Answers are written with this call, files never are.
    fn said(&mut self, fd: i64, parts: &str) -> Result<(), String> {
        if self.open.contains_key(&fd) {
            return Err("a call that is not understood".to_owned());
        }
        let bytes = parts.split("iov_base=").skip(1).map(text).collect::<Result<Vec<_>, _>>()?.concat();
        self.events.extend(String::from_utf8_lossy(&bytes).lines().map(|line| Event::Said(line.to_owned())));
        Ok(())
    }

    fn synced(&mut self, fd: i64, done: bool) {
        match self.open.get(&fd) {
            Some(Opened { file: Some(file), .. }) => self.events.push(Event::Sync { file: *file, done }),
            Some(Opened { path, .. }) if done => self.events.push(Event::SyncFolder(path.clone())),
            Some(_) | None => {}
        }
    }

    fn renamed(&mut self, from: &str, to: &str) -> Result<(), String> {
        let (from, to) = (named(from)?, named(to)?);
        match (self.matters(&from), self.matters(&to)) {
            (false, false) => Ok(()),
            (true, true) => {
                let Some(file) = self.names.remove(&from).flatten() else {
                    return Err("a folder is renamed".to_owned());
                };
                self.names.insert(to.clone(), Some(file));
                self.events.push(Event::Name(Naming::Rename { from, to, file }));
                Ok(())
            }
            _ => Err("a file comes in or leaves".to_owned()),
        }
    }

    fn removed(&mut self, path: &str) -> Result<(), String> {
        let path = named(path)?;
        if self.matters(&path) {
            self.names.remove(&path);
            self.events.push(Event::Name(Naming::Remove { path }));
        }
        Ok(())
    }
}
