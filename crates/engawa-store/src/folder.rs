//! Folders and names that last.
//!
//! A file is on the disk when it was synced; its name, when its folder was; and the folder, when the one around it was. A power
//! cut takes along what was left out.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Makes a folder, with those around it that are missing, so that their names last. One that is there is made sure of: whoever
/// made it may have been stopped before.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.is_dir()).collect();
    fs::create_dir_all(folder)?;
    let made_last = missing.iter().chain(&[folder]).try_for_each(|made| sync_folder_of(made));
    match made_last {
        // A folder around it that we may not read is none that we made.
        Err(error) if missing.is_empty() && error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        Err(error) => {
            // The next attempt must begin from the start, or those around it would never be sure.
            for made in missing {
                let _ = fs::remove_dir(made);
            }
            Err(error)
        }
        Ok(()) => Ok(()),
    }
}

/// Copies what is in a file, and makes it last. The copy can be written, also where the original cannot.
pub fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = File::create(to)?;
    io::copy(&mut File::open(from)?, &mut copy)?;
    copy.sync_all()
}

/// Makes what is in a file last.
pub fn sync_file(path: &Path) -> io::Result<()> {
    // Windows does so only for who may write; elsewhere a file that may only be read can be made to last as well.
    File::options().read(true).write(cfg!(windows)).open(path)?.sync_all()
}

/// Makes names in the folder of this path last: that it came, went, or was called otherwise.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    // Windows has no such thing, and needs none: its renames are in the file system's own journal.
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Ok(()),
    };
    match File::open(folder)?.sync_all() {
        // A stick may be of a kind that cannot either: what counts there is what is read back.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Whether the file system says that there is no room for what is written: none on the disk, or none that we may have of it.
pub const fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_of_a_file_that_can_only_be_read_can_be_written() {
        let here = tempfile::tempdir().unwrap();
        let (from, to) = (here.path().join("from"), here.path().join("to"));
        fs::write(&from, "kept").unwrap();
        let mut rights = fs::metadata(&from).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&from, rights).unwrap();
        // Windows makes a file last only for who may write it.
        #[cfg(not(windows))]
        sync_file(&from).unwrap();
        copy_file(&from, &to).unwrap();
        sync_file(&to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "kept");
        assert!(!fs::metadata(&to).unwrap().permissions().readonly());
    }

    #[test]
    fn missing_folders_are_made_and_those_that_are_there_are_no_error() {
        let here = tempfile::tempdir().unwrap();
        let deep = here.path().join("a/b/c");
        make_folder(&deep).unwrap();
        make_folder(&deep).unwrap();
        assert!(deep.is_dir());
        fs::write(here.path().join("file"), "").unwrap();
        assert!(make_folder(&here.path().join("file/d")).is_err());
    }
}
