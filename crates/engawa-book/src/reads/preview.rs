//! A picture of a kept file, for the window.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_domain::facts::Evidence;

use crate::error::BookError;
use crate::vault::Vault;
use crate::views::EvidencePreview;

/// Kinds of pictures that every web view shows and that can carry no script. (An SVG can.)
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/// Larger files are not carried into the window.
const LARGEST: u64 = 20 * 1024 * 1024;

/// The picture, or nothing for other kinds, for what is too large, and for a file that is not there any more: the check of the
/// book reports that.
pub(super) fn of(evidence: &Evidence, vault: &Vault) -> Result<EvidencePreview, BookError> {
    if !PICTURES.contains(&evidence.media_type.as_str()) || evidence.bytes > LARGEST {
        return Ok(EvidencePreview::None);
    }
    let path = vault.path_of(&evidence.sha256);
    match fs::read(&path) {
        Ok(bytes) => {
            let data_url = format!("data:{};base64,{}", evidence.media_type, STANDARD.encode(&bytes));
            Ok(EvidencePreview::Picture { data_url })
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(EvidencePreview::None),
        Err(error) => Err(BookError::of_file(path, error)),
    }
}
