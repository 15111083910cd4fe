//! What is in the clipboard, as far as it can be kept as evidence.
//!
//! The page cannot ask: its own paste event says nothing of a picture under WebKitGTK. So the system is asked here, first what is
//! offered, and then for the one thing that is meant.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod gtk;

use std::path::PathBuf;

#[cfg(not(target_os = "linux"))]
pub use elsewhere::look;
#[cfg(target_os = "linux")]
pub use gtk::look;

use crate::host::ClipboardRefused;

/// What was found in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clip {
    /// Files of this machine.
    Files(Vec<PathBuf>),
    /// A picture, as the bytes of a PNG.
    Picture(Vec<u8>),
    /// A text, which is no picture of one.
    Text,
    /// Nothing, or nothing of these.
    Nothing,
}

/// Is given what was found.
pub type Looked = Box<dyn FnOnce(Result<Clip, ClipboardRefused>) + Send>;

/// What a program that copied something offers it as; nothing of it was fetched yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Offer {
    /// Files of this machine.
    pub files: bool,
    /// Plain words.
    pub text: bool,
    /// A picture.
    pub picture: bool,
}

/// What is meant by an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// The files.
    Files,
    /// The picture.
    Picture,
    /// The words, which are no picture.
    Text,
    /// Nothing that could be kept.
    Nothing,
}

/// Whoever copied files means the files, though their names are offered as words and a picture of them may be too. Where there
/// are words, they are meant: cells of a table are offered as a picture as well, and nobody wants that.
pub const fn meant(offer: Offer) -> Meant {
    match offer {
        Offer { files: true, .. } => Meant::Files,
        Offer { text: true, .. } => Meant::Text,
        Offer { picture: true, .. } => Meant::Picture,
        Offer { files: false, text: false, picture: false } => Meant::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Offer = Offer { files: false, text: false, picture: false };

    #[test]
    fn a_screenshot_is_a_picture() {
        assert_eq!(meant(Offer { picture: true, ..NOTHING }), Meant::Picture);
    }

    #[test]
    fn cells_of_a_table_are_words_although_they_are_offered_as_a_picture_too() {
        assert_eq!(meant(Offer { text: true, picture: true, ..NOTHING }), Meant::Text);
    }

    #[test]
    fn files_are_files_although_their_names_are_words_and_an_icon_is_a_picture() {
        for (text, picture) in [(false, false), (true, false), (false, true), (true, true)] {
            assert_eq!(meant(Offer { files: true, text, picture }), Meant::Files);
        }
    }

    #[test]
    fn words_are_no_picture_and_an_empty_clipboard_is_nothing() {
        assert_eq!(meant(Offer { text: true, ..NOTHING }), Meant::Text);
        assert_eq!(meant(NOTHING), Meant::Nothing);
    }
}
