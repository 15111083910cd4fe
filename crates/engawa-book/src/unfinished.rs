//! A file that has its name only once it is whole: until then it lies beside it under another, and a failure leaves neither half of
//! it nor anything less of what was there before.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use engawa_store::sync_folder_of;

/// What is written behind the name until then.
pub(crate) const END: &str = ".part";

/// A file that is thrown away unless it gets its name.
#[derive(Debug)]
pub(crate) struct Unfinished {
    path: PathBuf,
    to: PathBuf,
}

impl Unfinished {
    /// One that is to be called so. Nothing is written yet.
    pub(crate) fn of(to: &Path) -> Self {
        Self { path: beside(to), to: to.to_owned() }
    }

    /// Where it is written.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, in the place of what was there, and makes that last.
    pub(crate) fn named(self) -> io::Result<()> {
        engawa_store::rename(&self.path, &self.to)?;
        match sync_folder_of(&self.to) {
            // A folder that we may write to and not read: the file is there, and no more can be done for its name.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            synced => synced,
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Where it got its name there is nothing left here to remove.
        let _ = fs::remove_file(&self.path);
    }
}

/// Writes a small file: whole and on the disk, or not at all.
pub(crate) fn write_whole(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = Unfinished::of(to);
    let mut file = File::create(unfinished.path())?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    unfinished.named()
}

/// What a file is called that is not whole yet.
pub(crate) fn beside(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(END);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_does_not_get_its_name_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("packet.zip");
        write_whole(&to, b"before").unwrap();
        let unfinished = Unfinished::of(&to);
        fs::write(unfinished.path(), "half").unwrap();
        drop(unfinished);
        assert_eq!(fs::read(&to).unwrap(), b"before");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing half");
    }

    #[test]
    fn a_file_that_gets_its_name_is_in_the_place_of_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("log.csv");
        write_whole(&to, b"before").unwrap();
        write_whole(&to, b"after").unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"after");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
