//! What is inside a kept file, for the window.

use std::fs::File;
use std::io::{self, ErrorKind, Read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_domain::facts::Evidence;

use crate::error::BookError;
use crate::vault::Vault;
use crate::views::{EvidencePreview, Extent};

/// Kinds of pictures that every web view shows and that can carry no script. (An SVG can.)
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/// Larger pictures are not carried into the window.
const LARGEST: u64 = 20 * 1024 * 1024;
/// Of a text, this many bytes are shown: some twenty pages.
const TEXT_SHOWN: u64 = 64 * 1024;

/// The picture or the text, or what there is instead: other kinds, what is too large, a file that is not there any more.
pub(super) fn of(evidence: &Evidence, vault: &Vault) -> Result<EvidencePreview, BookError> {
    let path = vault.path_of(&evidence.sha256);
    let shown = match evidence.media_type.as_str() {
        kind if PICTURES.contains(&kind) && evidence.bytes <= LARGEST => {
            begin(&path, evidence.bytes).map(|bytes| EvidencePreview::Picture {
                data_url: format!("data:{kind};base64,{}", STANDARD.encode(&bytes)),
            })
        }
        "text/plain" => begin(&path, TEXT_SHOWN).map(|bytes| text(&bytes, evidence.bytes)),
        _ => path.try_exists().map(|there| if there { EvidencePreview::None } else { EvidencePreview::Gone }),
    };
    match shown {
        Ok(shown) => Ok(shown),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(EvidencePreview::Gone),
        Err(error) => Err(BookError::of_file(path, error)),
    }
}

fn begin(path: &std::path::Path, bytes: u64) -> io::Result<Vec<u8>> {
    let mut begun = Vec::new();
    File::open(path)?.take(bytes).read_to_end(&mut begun)?;
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
