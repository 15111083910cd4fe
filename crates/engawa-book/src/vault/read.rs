//! The bytes of a kept file. Whoever wants them comes through here, so that how they lie on the disk is known to the vault alone.

use std::fs::File;
use std::io::{self, Read};

use super::refused::FileRefused;
use super::sealed::{self, SealedReader};
use super::spot::Spot;

/// A kept file, open to be read from its beginning.
#[derive(Debug)]
pub struct VaultReader {
    from: From,
    bytes: u64,
}

#[derive(Debug)]
enum From {
    Plain(File),
    Sealed(Box<SealedReader<File>>),
}

impl VaultReader {
    /// How many bytes it has in all.
    pub const fn size(&self) -> u64 {
        self.bytes
    }
}

impl Read for VaultReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.from {
            From::Plain(file) => file.read(into),
            From::Sealed(file) => file.read(into),
        }
    }
}

/// Opens the file that lies there.
pub fn open(spot: &Spot<'_>) -> Result<VaultReader, FileRefused> {
    let path = &spot.path;
    let failed = |error| FileRefused::reading(path, error);
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    match spot.keys {
        _ if about.is_dir() => Err(FileRefused::Folder(path.clone())),
        _ if !about.is_file() => Err(FileRefused::NotAFile(path.clone())),
        None => Ok(VaultReader { from: From::Plain(file), bytes: about.len() }),
        Some(keys) => {
            let bytes = sealed::plain_bytes(about.len()).map_err(failed)?;
            let file = SealedReader::open(file, keys).map_err(failed)?;
            // Whole, and of this book, but another file than its name says.
            if engawa_store::Hash(*file.sha256()).to_string() != spot.sha256.0 {
                return Err(FileRefused::Altered(path.clone()));
            }
            Ok(VaultReader { from: From::Sealed(Box::new(file)), bytes })
        }
    }
}
