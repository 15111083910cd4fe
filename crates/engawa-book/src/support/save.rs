//! A report in a file of the user's choice, exactly as it was read.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::error::BookError;
use crate::vault::FileRefused;

/// Saves the report: whole, or not at all. What was there under that name is replaced, as the dialog has asked.
pub fn save_support_report(to: &Path, text: &str) -> Result<(), BookError> {
    let mut unfinished = to.as_os_str().to_owned();
    unfinished.push(".part");
    let written = write(Path::new(&unfinished), text).and_then(|()| engawa_store::rename(&unfinished, to));
    written.map_err(|error| {
        // Nothing half is left, and where nothing was written there is nothing to remove.
        let _ = fs::remove_file(&unfinished);
        FileRefused::copying(to, text.len() as u64, error).into()
    })
}

fn write(to: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(to)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_saved_as_it_was_read_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("報告.txt");
        save_support_report(&to, "縁側 サポート用の報告\n").unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "縁側 サポート用の報告\n");
        let nowhere = folder.path().join("nowhere").join("報告.txt");
        let refused = save_support_report(&nowhere, "x").unwrap_err();
        assert!(matches!(refused, BookError::File(FileRefused::CopyRefused(..))), "{refused:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half is left");
    }
}
