//! The clipboard under Windows and macOS.

use arboard::{Clipboard, Error, ImageData};

use super::{Clip, Looked, Meant, Offer, meant};
use crate::host::ClipboardRefused;

/// Looks into the clipboard.
pub fn look(then: Looked) {
    then(found().map_err(|error| ClipboardRefused(error.to_string())));
}

fn found() -> Result<Clip, Error> {
    let mut clipboard = Clipboard::new()?;
    let files = there(clipboard.get().file_list())?.unwrap_or_default();
    let text = there(clipboard.get_text())?.is_some_and(|text| !text.is_empty());
    let offer = Offer { files: !files.is_empty(), text, picture: true };
    Ok(match meant(offer) {
        Meant::Files => Clip::Files(files),
        Meant::Text => Clip::Text,
        Meant::Picture => there(clipboard.get_image())?
            .and_then(|picture| png(&picture))
            .map_or(Clip::Nothing, Clip::Picture),
        Meant::Nothing => Clip::Nothing,
    })
}

/// What is there; `None` where the clipboard holds something else.
fn there<T>(asked: Result<T, Error>) -> Result<Option<T>, Error> {
    match asked {
        Ok(found) => Ok(Some(found)),
        Err(Error::ContentNotAvailable | Error::ConversionFailure) => Ok(None),
        Err(error) => Err(error),
    }
}

fn png(picture: &ImageData<'_>) -> Option<Vec<u8>> {
    let (width, height) = (u32::try_from(picture.width).ok()?, u32::try_from(picture.height).ok()?);
    engawa_book::as_png(width, height, &picture.bytes).ok()
}
