//! What a program did to its disk, read from a record of its system calls: the shipped code, unchanged.
//!
//! `strace` writes the record. Calls that could change a file in a way not understood here are an error, never overlooked.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A file, told apart from others that had or will have its name.
pub type FileId = usize;

/// One thing that happened, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Bytes were written into a file.
    Write {
        /// The file.
        file: FileId,
        /// From where.
        at: u64,
        /// Which.
        bytes: Vec<u8>,
    },
    /// A file was cut off, or made longer with zeros.
    Length {
        /// The file.
        file: FileId,
        /// Its length now.
        bytes: u64,
    },
    /// A file was asked to be on the disk, and it was said to be (or not).
    Sync {
        /// The file.
        file: FileId,
        /// Whether it was said to be.
        done: bool,
    },
    /// The names in a folder were asked to be on the disk, and were said to be.
    SyncFolder(PathBuf),
    /// A name was changed.
    Name(Naming),
    /// A line was said to whoever waits for an answer.
    Said(String),
}

/// A change of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// A new, empty file.
    Create {
        /// Its name.
        path: PathBuf,
        /// The file.
        file: FileId,
    },
    /// A new folder.
    Folder {
        /// Its name.
        path: PathBuf,
    },
    /// A file got another name; what had that name before is gone.
    Rename {
        /// Its name until now.
        from: PathBuf,
        /// Its name now.
        to: PathBuf,
        /// The file.
        file: FileId,
    },
    /// A file or folder is gone.
    Remove {
        /// Its name.
        path: PathBuf,
    },
}

/// The calls that are recorded: all that change a file or a name, and those that say which file is meant.
pub const CALLS: &str = "trace=open,openat,creat,close,dup,dup2,dup3,lseek,write,writev,pwrite64,pwritev,pwritev2,\
    ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,\
    symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile,splice,mmap,io_uring_setup";

/// Reads a record; `folder` is the one whose files matter, and `there` are those that were in it before.
pub fn read(record: &str, folder: &Path, there: &[PathBuf]) -> Result<Vec<Event>, String> {
    let mut reader = Reader::new(folder, there);
    let mut unfinished: HashMap<&str, &str> = HashMap::new();
    for line in record.lines() {
        let Some((process, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix("<unfinished ...>") {
            unfinished.insert(process, begun);
        } else if let Some((_, end)) =
            rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>"))
        {
            let whole = format!("{}{end}", unfinished.remove(process).unwrap_or_default());
            reader.line(&whole).map_err(|why| format!("{why}: {whole:.300}"))?;
        } else {
            reader.line(rest).map_err(|why| format!("{why}: {rest:.300}"))?;
        }
    }
    Ok(reader.events)
}

struct Opened {
    path: PathBuf,
    /// Nothing for a folder.
    file: Option<FileId>,
    at: u64,
    appends: bool,
}

struct Reader<'a> {
    folder: &'a Path,
    events: Vec<Event>,
    /// What each name in the folder stands for now; nothing for a folder.
    names: HashMap<PathBuf, Option<FileId>>,
    lengths: Vec<u64>,
    open: HashMap<i64, Opened>,
}

impl<'a> Reader<'a> {
    fn new(folder: &'a Path, there: &[PathBuf]) -> Self {
        let names = there.iter().enumerate().map(|(file, path)| (path.clone(), Some(file))).collect();
        let length = |path: &PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
        let lengths = there.iter().map(length).collect();
        Self { folder, events: Vec::new(), names, lengths, open: HashMap::new() }
    }

    /// SQLite keeps the index of its log there, in memory shared between programs, and makes it anew after a crash.
    fn matters(&self, path: &Path) -> bool {
        path.starts_with(self.folder) && !path.to_string_lossy().ends_with("-shm")
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
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
            ("fsync" | "fdatasync", [fd]) => self.synced(number(fd)?, true),
            ("rename", [from, to]) => self.renamed(from, to),
            ("renameat" | "renameat2", [_, from, _, to, ..]) => self.renamed(from, to),
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
            ("fsync" | "fdatasync", [fd]) => self.synced(number(fd)?, false),
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
            Some(None) => None,
            None if has("O_CREAT") => {
                let file = self.lengths.len();
                self.lengths.push(0);
                self.names.insert(path.clone(), Some(file));
                self.events.push(Event::Name(Naming::Create { path: path.clone(), file }));
                Some(file)
            }
            // A folder that was there before.
            None => None,
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

    fn synced(&mut self, fd: i64, done: bool) -> Result<(), String> {
        match self.open.get(&fd) {
            Some(Opened { file: Some(file), .. }) => self.events.push(Event::Sync { file: *file, done }),
            Some(Opened { path, .. }) if done => self.events.push(Event::SyncFolder(path.clone())),
            Some(_) | None => {}
        }
        Ok(())
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

/// The arguments of a call. All texts are written in hex digits, so that a comma is a comma.
fn split(arguments: &str) -> Vec<&str> {
    // What stands in brackets or braces is one argument.
    let (mut depth, mut from, mut found) = (0_i32, 0, Vec::new());
    for (at, byte) in arguments.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            b',' if depth == 0 => {
                found.push(arguments.get(from..at).unwrap_or_default().trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(arguments.get(from..).unwrap_or_default().trim());
    found
}

fn number(fd: &str) -> Result<i64, String> {
    fd.parse().map_err(|_| format!("no number of a file: {fd:.40}"))
}

/// A text as `-xx` writes it: `"\x41\x42"`.
fn text(argument: &str) -> Result<Vec<u8>, String> {
    let inside = argument.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let Some((digits, after)) = inside else { return Err("no text".to_owned()) };
    if after.starts_with("...") {
        return Err("a text that was cut off".to_owned());
    }
    let byte = |pair: &str| u8::from_str_radix(pair, 16).map_err(|_| "no hex digits".to_owned());
    digits.split("\\x").skip(1).map(byte).collect()
}

fn named(argument: &str) -> Result<PathBuf, String> {
    let bytes = text(argument)?;
    Ok(PathBuf::from(String::from_utf8_lossy(&bytes).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> String {
        let digits: String = text.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        format!("\"{digits}\"")
    }

    #[test]
    fn a_record_becomes_what_happened_to_the_files_of_the_folder() {
        let record = format!(
            "7 openat(AT_FDCWD, {}, O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 4\n\
             7 pwrite64(4, {}, 2, 10) = 2\n\
             8 fsync(4 <unfinished ...>\n\
             7 openat(AT_FDCWD, {}, O_RDONLY) = 5\n\
             8 <... fsync resumed>) = 0\n\
             7 fdatasync(4) = -1 EIO (Input/output error) (INJECTED)\n\
             7 writev(1, [{{iov_base={}, iov_len=2}}], 1) = 2\n\
             7 +++ exited with 0 +++\n",
            hex("/b/f"),
            hex(",\""),
            hex("/etc/passwd"),
            hex("1\n"),
        );
        let path = PathBuf::from("/b/f");
        assert_eq!(
            read(&record, Path::new("/b"), &[]),
            Ok(vec![
                Event::Name(Naming::Create { path, file: 0 }),
                Event::Write { file: 0, at: 10, bytes: b",\"".to_vec() },
                Event::Sync { file: 0, done: true },
                Event::Sync { file: 0, done: false },
                Event::Said("1".to_owned()),
            ])
        );
    }

    #[test]
    fn a_call_that_is_not_understood_is_an_error() {
        let record = format!("7 link({}, {}) = 0", hex("/b/f"), hex("/b/g"));
        assert!(read(&record, Path::new("/b"), &[]).is_err());
        let elsewhere = format!("7 link({}, {}) = 0", hex("/c/f"), hex("/c/g"));
        assert_eq!(read(&elsewhere, Path::new("/b"), &[]), Ok(vec![]));
    }
}
