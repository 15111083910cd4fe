//! Removing plain bytes. Overwritten once: on a magnetic disk they are gone then; on a solid-state disk the old blocks may stay
//! where nobody but the drive can reach them, which only encryption of the whole disk prevents. The window says so.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

/// Overwritten at a time.
const CHUNK: usize = 1 << 18;

/// Overwrites a file once, makes that last, and removes it. Nothing to do where there is none.
pub fn wipe(path: &Path) -> io::Result<()> {
    let length = match fs::symlink_metadata(path) {
        // A link is removed; what it leads to is not ours.
        Ok(about) if about.is_symlink() => return fs::remove_file(path),
        Ok(about) => about.len(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let mut file = OpenOptions::new().write(true).open(path)?;
    let zeros = vec![0; CHUNK];
    let mut left = length;
    while left > 0 {
        let now = left.min(CHUNK as u64);
        file.write_all(&zeros[..usize::try_from(now).unwrap_or(CHUNK)])?;
        left -= now;
    }
    file.sync_all()?;
    drop(file);
    engawa_store::remove_file(path)
}

/// Overwrites and removes everything in a folder but one file that is to stay. Nothing to do where there is no folder.
pub fn wipe_within(folder: &Path, but: Option<&Path>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            wipe_within(&path, but)?;
            fs::remove_dir(&path)?;
        } else if but != Some(&path) {
            wipe(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A second name for the same bytes shows what was written over them.
    #[cfg(unix)]
    #[test]
    fn the_bytes_are_overwritten_before_the_name_goes() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, vec![b'x'; CHUNK + 5]).unwrap();
        fs::hard_link(&file, &other).unwrap();
        wipe(&file).unwrap();
        assert!(!file.exists());
        assert_eq!(fs::read(&other).unwrap(), vec![0; CHUNK + 5]);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join("link"));
        fs::write(&file, "of somebody else").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        wipe(&link).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"of somebody else");
        assert!(fs::symlink_metadata(&link).is_err());
    }

    #[test]
    fn all_in_a_folder_goes_but_the_one_that_is_to_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (stays, below) = (folder.path().join("stays"), folder.path().join("a/b"));
        fs::create_dir_all(&below).unwrap();
        for file in [&stays, &folder.path().join("goes"), &below.join("goes too")] {
            fs::write(file, "x").unwrap();
        }
        wipe_within(folder.path(), Some(&stays)).unwrap();
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, std::slice::from_ref(&stays));
        assert_eq!(fs::read_to_string(stays).unwrap(), "x");
    }

    #[test]
    fn what_is_not_there_needs_no_wiping() {
        let folder = tempfile::tempdir().unwrap();
        wipe(&folder.path().join("nothing")).unwrap();
        wipe_within(&folder.path().join("nothing"), None).unwrap();
    }
}
