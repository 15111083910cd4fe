//! What is inside a kept file, for the window.

use std::io::Read;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_domain::facts::Evidence;

use crate::error::BookError;
use crate::vault::{FileRefused, Vault, VaultReader};
use crate::views::{EvidencePreview, Extent};

/// Kinds of pictures that every web view shows and that can carry no script. (An SVG can.)
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/// Larger pictures are not carried into the window.
const LARGEST: u64 = 20 * 1024 * 1024;
/// Of a text, this many bytes are shown: some twenty pages.
const TEXT_SHOWN: u64 = 64 * 1024;

/// The picture or the text, or what there is instead: other kinds, what is too large, a file that is not there any more.
pub(super) fn of(evidence: &Evidence, vault: &Vault) -> Result<EvidencePreview, BookError> {
    let mut kept = match vault.read(&evidence.sha256) {
        Ok(kept) => kept,
        Err(FileRefused::Vanished(_)) => return Ok(EvidencePreview::Gone),
        Err(refused) => return Err(refused.into()),
    };
    let mut begin = |bytes| begin(&mut kept, bytes, &vault.place_of(&evidence.sha256));
    Ok(match evidence.media_type.as_str() {
        kind if PICTURES.contains(&kind) && evidence.bytes <= LARGEST => {
            let bytes = begin(evidence.bytes)?;
            EvidencePreview::Picture { data_url: format!("data:{kind};base64,{}", STANDARD.encode(&bytes)) }
        }
        "text/plain" => text(&begin(TEXT_SHOWN)?, evidence.bytes),
        _ => EvidencePreview::None,
    })
}

fn begin(kept: &mut VaultReader, bytes: u64, place: &Path) -> Result<Vec<u8>, BookError> {
    let mut begun = Vec::new();
    kept.take(bytes).read_to_end(&mut begun).map_err(|error| BookError::of_file(place, error))?;
    Ok(begun)
}

/// The text as far as it was read; a letter cut at the end is left out.
fn text(bytes: &[u8], of: u64) -> EvidencePreview {
    let words = match std::str::from_utf8(bytes) {
        Ok(words) => words,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return EvidencePreview::None,
    };
    let extent = if of > TEXT_SHOWN { Extent::Beginning } else { Extent::Whole };
    EvidencePreview::Text { words: words.to_owned(), extent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_cut_at_the_end_of_what_is_shown_is_left_out() {
        let long = "縁".repeat(30_000);
        let shown = &long.as_bytes()[..65_536];
        let EvidencePreview::Text { words, extent } = text(shown, 90_000) else { panic!("it is a text") };
        assert_eq!((words.chars().count(), extent), (21_845, Extent::Beginning));
    }

    #[test]
    fn bytes_that_are_no_text_are_not_shown_as_one() {
        assert_eq!(text(b"\x93\xfa\x96\x7b", 4), EvidencePreview::None);
    }
}
