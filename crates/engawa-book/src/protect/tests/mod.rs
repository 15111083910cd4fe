//! Protected books as their users meet them.

mod crashes;
mod secrets;
mod turning;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::facts::Evidence;
use tempfile::TempDir;

use super::*;
use crate::tests::samples::{InFolder, now, options};
use crate::{Book, BookError};

pub const PASSPHRASE: &str = "縁側で猫と夕立を待つ";

pub fn typed(text: &str) -> Typed {
    Typed::new(text.to_owned())
}

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::of(&typed(text))
}

pub fn secret(text: &str) -> Secret {
    Secret::of(&typed(text))
}

/// A closed book with one row of every kind, a file of evidence, a form that was not finished, and a backup.
pub struct Closed {
    pub folder: TempDir,
    pub digest: String,
}

impl Closed {
    pub fn filled() -> Self {
        let mut it = InFolder::filled_with_schema_2();
        it.book.form_draft_save("contract_add", "{\"client\":\"書きかけ商会\"}").unwrap();
        it.book.back_up(crate::BackupWhy::Asked).unwrap();
        let digest = it.digest();
        let InFolder { book, folder } = it;
        drop(book);
        fs::remove_file(folder.path().join("承認.txt")).unwrap();
        Self { folder, digest }
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    /// The same book with everything in its folder as it is now.
    pub fn copied(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&self.home(), &folder.path().join("book"));
        Self { folder, digest: self.digest.clone() }
    }

    pub fn protect(&self, steps: &mut Steps<'_>) -> Result<(Turned, RecoveryCode), BookError> {
        let code = RecoveryCode::new().unwrap();
        protect(&self.home(), &passphrase(PASSPHRASE), &code, Cost::QUICK, now(), steps)
            .map(|turned| (turned, code))
    }

    pub fn open(&self, key: Option<&BookKey>) -> Result<Book, BookError> {
        Book::open_with(options(self.home(), 2), key)
    }

    pub fn unlock(&self, text: &str) -> Result<BookKey, BookError> {
        unlock(&self.home(), &secret(text), now())
    }

    /// Everything is there and is what it was.
    pub fn assert_whole(&self, book: &Book) {
        assert_eq!(book.digest().unwrap().to_string(), self.digest);
        assert!(book.check().unwrap().is_whole(), "{:?}", book.check().unwrap());
        let draft = book.form_draft_load("contract_add").unwrap();
        assert_eq!(draft.as_deref(), Some("{\"client\":\"書きかけ商会\"}"));
        let evidence: Evidence = book.rows().all().unwrap().remove(0);
        let mut bytes = String::new();
        std::io::Read::read_to_string(&mut book.vault.read(&evidence.sha256).unwrap(), &mut bytes).unwrap();
        assert_eq!(bytes, "承認されました");
    }
}

pub fn on(_: Step) -> Go {
    Go::On
}

/// Every file below a folder.
pub fn all_files(folder: &Path) -> Vec<PathBuf> {
    plan::files_in(folder).unwrap().into_iter().map(|way| folder.join(way)).collect()
}

fn copy_folder(from: &Path, to: &Path) {
    for file in plan::files_in(from).unwrap() {
        let to = to.join(&file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from.join(file), to).unwrap();
    }
}
