//! What is inside a kept file, for the window. Pictures, texts and documents are read on another thread than the book's: a
//! large one takes its time.

mod document;
mod picture;

use std::io::Read;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engawa_domain::facts::Evidence;
use engawa_domain::ids::EvidenceId;

pub use picture::{NotAPicture, as_png};

use crate::book::Book;
use crate::error::BookError;
use crate::vault::{FileRefused, Vault, Watch, read_text};
use crate::views::{EvidenceInside, EvidencePreview, Extent, PageShown};
use document::DrawnPage;
use picture::Size;

/// Kinds of pictures that every web view shows and that can carry no script. (An SVG can.)
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/// Larger pictures are not carried into the window.
const LARGEST: u64 = 20 * 1024 * 1024;
/// A document is read as a whole, so it has to fit in memory.
const LARGEST_DOCUMENT: u64 = 64 * 1024 * 1024;
/// The kind of file that has pages.
const DOCUMENT: &str = "application/pdf";
/// Of a text, this many bytes are shown: some three hundred pages.
const TEXT_SHOWN: u64 = 1024 * 1024;

/// A kept file together with the vault it lies in: all that is needed to look inside without the book.
#[derive(Debug, Clone)]
pub struct KeptFile {
    evidence: Evidence,
    vault: Vault,
}

impl Book {
    /// A kept file, to look inside.
    pub fn evidence_file(&self, id: EvidenceId) -> Result<KeptFile, BookError> {
        Ok(KeptFile { evidence: self.rows().need(id)?, vault: self.vault.clone() })
    }
}

impl KeptFile {
    /// The name it came with.
    pub fn name(&self) -> &str {
        &self.evidence.original_name
    }

    /// What can be shown of it, and where it lies.
    pub fn inside(&self) -> Result<EvidenceInside, BookError> {
        let place = self.vault.place_of(&self.evidence.sha256).display().to_string();
        let shown = match self.shown() {
            Err(BookError::File(FileRefused::Vanished(_))) => EvidencePreview::Gone,
            shown => shown?,
        };
        Ok(EvidenceInside { shown, place })
    }

    /// A small picture of it as a `data:` address; `None` for what is no picture, or cannot be made small.
    pub fn thumbnail(&self) -> Result<Option<String>, BookError> {
        if !self.is_picture() {
            return Ok(None);
        }
        let bytes = self.read(LARGEST)?;
        Ok(picture::thumbnail(&bytes).ok().map(|small| data_url("image/jpeg", &small)))
    }

    /// A page of a document, counted from 0; `None` where there is no such page, or it cannot be drawn.
    pub fn page(&self, number: u32) -> Result<Option<PageShown>, BookError> {
        if !self.is_document() {
            return Ok(None);
        }
        let drawn = document::page(self.read(LARGEST_DOCUMENT)?, number);
        Ok(drawn.map(|DrawnPage { png, width, height }| PageShown {
            data_url: data_url("image/png", &png),
            width,
            height,
        }))
    }

    /// Writes a copy to where the user wants it; how many bytes it has.
    pub fn copy_out(&self, to: &Path, watch: &mut Watch<'_>) -> Result<u64, BookError> {
        Ok(self.vault.copy_out(&self.evidence.sha256, to, watch)?)
    }

    fn shown(&self) -> Result<EvidencePreview, BookError> {
        if self.is_picture() {
            return Ok(picture_shown(&self.evidence.media_type, &self.read(LARGEST)?));
        }
        if self.is_document() {
            let pages = document::pages(self.read(LARGEST_DOCUMENT)?);
            return Ok(pages.map_or(EvidencePreview::None, |pages| EvidencePreview::Document { pages }));
        }
        Ok(match self.evidence.media_type.as_str() {
            // What was kept by a version that did not know Shift_JIS has no kind.
            "text/plain" | "application/octet-stream" => {
                text_shown(&self.read(TEXT_SHOWN)?, self.evidence.bytes)
            }
            _ => {
                self.vault.read(&self.evidence.sha256)?;
                EvidencePreview::None
            }
        })
    }

    fn is_picture(&self) -> bool {
        PICTURES.contains(&self.evidence.media_type.as_str()) && self.evidence.bytes <= LARGEST
    }

    fn is_document(&self) -> bool {
        self.evidence.media_type == DOCUMENT && self.evidence.bytes <= LARGEST_DOCUMENT
    }

    /// Its first bytes.
    fn read(&self, bytes: u64) -> Result<Vec<u8>, BookError> {
        let mut read = Vec::new();
        let kept = self.vault.read(&self.evidence.sha256)?;
        let place = || self.vault.place_of(&self.evidence.sha256);
        kept.take(bytes).read_to_end(&mut read).map_err(|error| BookError::of_file(place(), error))?;
        Ok(read)
    }
}

fn picture_shown(media_type: &str, bytes: &[u8]) -> EvidencePreview {
    match picture::size(bytes) {
        Ok(Size { width, height }) => {
            EvidencePreview::Picture { data_url: data_url(media_type, bytes), width, height }
        }
        Err(NotAPicture::Huge(Size { width, height })) => EvidencePreview::Huge { width, height },
        Err(NotAPicture::Unreadable(_)) => EvidencePreview::None,
    }
}

fn text_shown(bytes: &[u8], of: u64) -> EvidencePreview {
    match read_text(bytes) {
        Some((words, encoding)) => {
            let extent = if of > TEXT_SHOWN { Extent::Beginning } else { Extent::Whole };
            EvidencePreview::Text { words, extent, encoding }
        }
        None => EvidencePreview::None,
    }
}

fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::TextEncoding;

    #[test]
    fn a_text_longer_than_what_is_shown_says_that_it_is_its_beginning() {
        let long = "縁".repeat(400_000);
        let shown = &long.as_bytes()[..1_048_576];
        let EvidencePreview::Text { words, extent, encoding } = text_shown(shown, 1_200_000) else {
            panic!("it is a text")
        };
        // 1,048,576 bytes are 349,525 letters of three bytes and one byte of the next.
        assert_eq!(
            (words.chars().count(), extent, encoding),
            (349_525, Extent::Beginning, TextEncoding::Utf8)
        );
    }
}
