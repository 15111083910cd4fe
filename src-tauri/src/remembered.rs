//! What the shell remembers from start to start, in `window.json` beside the book: where the window was and how much of the
//! fast drawing has to stay off. Losing it costs nothing, so neither reading nor writing it can fail a start.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    rendering::Rendering,
    window::place::{Extent, Rect},
};

/// The file's content.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// Where the window was while it had its own size.
    pub place: Option<Rect>,
    /// Whether it filled the screen.
    pub extent: Extent,
    /// What worked on this machine.
    pub rendering: Rendering,
}

/// The file.
#[derive(Debug, Clone)]
pub struct RememberedFile(PathBuf);

impl RememberedFile {
    /// The file of this book.
    pub fn beside_the_book(folder: &Path) -> Self {
        Self(folder.join("window.json"))
    }

    /// What it says; the usual, when there is no file or it cannot be read.
    pub fn read(&self) -> Remembered {
        let text = fs::read(&self.0).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes a new file and puts it in the place of the old one, so that a crash leaves one of the two. Writes nothing when
    /// there is no folder: making the book's folder is the book's business.
    pub fn write(&self, remembered: &Remembered) -> io::Result<()> {
        let Some(folder) = self.0.parent().filter(|folder| folder.is_dir()) else {
            return Ok(());
        };
        let new = folder.join("window.json.new");
        fs::write(&new, serde_json::to_vec_pretty(remembered)?)?;
        fs::rename(new, &self.0)
    }

    /// Changes one thing of it and keeps the rest.
    pub fn amend(&self, change: impl FnOnce(&mut Remembered)) -> io::Result<()> {
        let mut remembered = self.read();
        change(&mut remembered);
        self.write(&remembered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = RememberedFile::beside_the_book(folder.path());
        let remembered = Remembered {
            place: Some(Rect { x: 10.0, y: 20.5, width: 1000.0, height: 640.0 }),
            extent: Extent::Maximized,
            rendering: Rendering::Plain,
        };
        file.write(&remembered).unwrap();
        assert_eq!(file.read(), remembered);
        let names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["window.json"], "nothing else is left in the user's folder");
    }

    #[test]
    fn changing_one_thing_keeps_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let file = RememberedFile::beside_the_book(folder.path());
        file.amend(|remembered| remembered.extent = Extent::Maximized).unwrap();
        file.amend(|remembered| remembered.rendering = Rendering::Plain).unwrap();
        assert_eq!(
            file.read(),
            Remembered { extent: Extent::Maximized, rendering: Rendering::Plain, ..Remembered::default() }
        );
    }

    #[test]
    fn a_broken_file_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["", "{", "[]", r#"{"place": "left"}"#, "\u{0}"] {
            fs::write(folder.path().join("window.json"), text).unwrap();
            assert_eq!(
                RememberedFile::beside_the_book(folder.path()).read(),
                Remembered::default(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_book_that_has_no_folder_yet_does_not_get_one_from_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("not-yet");
        RememberedFile::beside_the_book(&nowhere).write(&Remembered::default()).unwrap();
        assert!(!nowhere.exists());
    }
}
