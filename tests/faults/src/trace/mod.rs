//! What a program did to its disk, read from a record of its system calls: the shipped code, unchanged.
//!
//! `strace` writes the record. Calls that could change a file in a way not understood here are an error, never overlooked.

mod reader;
mod words;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use reader::Reader;

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

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> String {
        let digits = text.bytes().fold(String::new(), |digits, byte| digits + &format!("\\x{byte:02x}"));
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
