//! Taking bytes in: from a file, which must stay as it is meanwhile, or from anything else that can be read.

use std::fs::{self, File, Metadata};
use std::path::Path;

use super::chunks::Watch;
use super::refused::FileRefused;
use super::unnamed::{Incoming, Unnamed};
use super::{Kept, Vault};

/// Takes in the file at this path.
pub fn file(vault: &Vault, source: &Path, watch: &mut Watch<'_>) -> Result<Kept, FileRefused> {
    let before = look_at(source)?;
    let mut file = File::open(source).map_err(|error| FileRefused::reading(source, error))?;
    let incoming = Incoming { name: source, bytes: before.len(), from: &mut file };
    let copy = Unnamed::copy(vault, incoming, watch)?;
    refuse_changed(source, &file, &before)?;
    named(vault, copy, source)
}

/// Takes in bytes that are no file, or of a vault.
pub fn bytes(vault: &Vault, incoming: Incoming<'_>, watch: &mut Watch<'_>) -> Result<Kept, FileRefused> {
    let name = incoming.name;
    if incoming.bytes == 0 {
        return Err(FileRefused::Empty(name.to_owned()));
    }
    let copy = Unnamed::copy(vault, incoming, watch)?;
    named(vault, copy, name)
}

fn named(vault: &Vault, copy: Unnamed, from: &Path) -> Result<Kept, FileRefused> {
    let kept = Kept {
        sha256: copy.sha256.clone(),
        bytes: copy.bytes,
        original_name: from.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        media_type: copy.media_type.to_owned(),
    };
    copy.name(vault)?;
    Ok(kept)
}

fn look_at(source: &Path) -> Result<Metadata, FileRefused> {
    let about = fs::metadata(source).map_err(|error| FileRefused::reading(source, error))?;
    match () {
        () if about.is_dir() => Err(FileRefused::Folder(source.to_owned())),
        // Opening a pipe would wait for ever.
        () if !about.is_file() => Err(FileRefused::NotAFile(source.to_owned())),
        () if about.len() == 0 => Err(FileRefused::Empty(source.to_owned())),
        () => Ok(about),
    }
}

/// The copy must be of one state of the file: same size and same time of change as before, at the path and in what was read.
fn refuse_changed(source: &Path, file: &File, before: &Metadata) -> Result<(), FileRefused> {
    let read = file.metadata().map_err(|error| FileRefused::reading(source, error))?;
    let now = fs::metadata(source).map_err(|error| FileRefused::reading(source, error))?;
    let same =
        |after: &Metadata| after.len() == before.len() && after.modified().ok() == before.modified().ok();
    if same(&read) && same(&now) { Ok(()) } else { Err(FileRefused::Changed(source.to_owned())) }
}
