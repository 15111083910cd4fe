//! The bytes of a kept file. Whoever wants them comes through here, so that how they lie on the disk is known to the vault alone.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::refused::FileRefused;

/// A kept file, open to be read from its beginning.
#[derive(Debug)]
pub struct VaultReader {
    file: File,
    bytes: u64,
}

impl VaultReader {
    /// How many bytes it has.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }
}

impl Read for VaultReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.file.read(into)
    }
}

/// Opens the file that lies there.
pub fn open(path: &Path) -> Result<VaultReader, FileRefused> {
    let failed = |error| FileRefused::reading(path, error);
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    match () {
        () if about.is_dir() => Err(FileRefused::Folder(path.to_owned())),
        () if !about.is_file() => Err(FileRefused::NotAFile(path.to_owned())),
        () => Ok(VaultReader { file, bytes: about.len() }),
    }
}
