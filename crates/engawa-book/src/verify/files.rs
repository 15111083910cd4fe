//! Every file that was ever recorded, and every file that is there.

use std::collections::HashSet;
use std::path::Path;

use engawa_domain::facts::Sha256Hex;
use engawa_store::FileSaid;

use crate::below::{Lies, below};
use crate::error::BookError;
use crate::vault::{FileState, Vault};

/// What a look through the files of evidence found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilesVerified {
    /// Files that were looked at.
    pub seen: u64,
    /// Files that are not what they were.
    pub faults: Vec<FileFault>,
    /// What lies in the folder and was never recorded, by its path in it. It does no harm; a crash may have left it.
    pub unknown: Vec<String>,
}

/// A file of evidence that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is not there.
    Missing(FileSaid),
    /// It is there, with other bytes.
    Altered(FileSaid),
    /// The system does not let us read it.
    Unreadable {
        /// The file.
        file: FileSaid,
        /// As the system says it.
        detail: String,
    },
}

/// Looks at each of them.
pub fn verify(vault: &Vault, folder: &Path, said: &[FileSaid]) -> Result<FilesVerified, BookError> {
    let mut faults = Vec::new();
    for file in said {
        match vault.state(&Sha256Hex(file.sha256.clone()), file.bytes) {
            Ok(FileState::Whole) => {}
            Ok(FileState::Missing) => faults.push(FileFault::Missing(file.clone())),
            Ok(FileState::Altered) => faults.push(FileFault::Altered(file.clone())),
            Err(error) => {
                faults.push(FileFault::Unreadable { file: file.clone(), detail: error.to_string() });
            }
        }
    }
    let known: HashSet<String> = said
        .iter()
        .filter_map(|file| {
            let place = vault.place_of(&Sha256Hex(file.sha256.clone()));
            let name = place.file_name()?.to_str()?;
            Some(format!("{}/{name}", name.get(..2)?))
        })
        .collect();
    let mut unknown = Vec::new();
    for (way, lies) in below(folder)? {
        let parts: Vec<_> = way.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if lies == Lies::Other || !known.contains(&name) {
            unknown.push(name);
        }
    }
    unknown.sort();
    Ok(FilesVerified { seen: said.len() as u64, faults, unknown })
}
