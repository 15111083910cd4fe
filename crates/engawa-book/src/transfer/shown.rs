//! Export and import as the window asks for them.

use std::path::Path;

use engawa_store::{Hash, Table};
use engawa_words::Words;

use super::{ExportFiles, ImportMode, ImportReport, Importing};
use crate::backup::sheet::{SheetFor, Told};
use crate::backup::{Counts, Passphrase};
use crate::book::Book;
use crate::error::BookError;
use crate::patience::Patience;
use crate::views::{ExportedView, ImportHow, ImportInput, ImportedView};

impl Book {
    /// A name for an export made today.
    pub fn export_name(&self, sealed: bool) -> String {
        format!("engawa-{}.{}", self.today(), if sealed { "age" } else { "json" })
    }

    /// Writes the whole book out; with a passphrase as one encrypted file, with the sheet to print beside it.
    pub fn export_shown(
        &self,
        to: &Path,
        passphrase: Option<&Passphrase>,
        words: Words,
        patience: &Patience,
    ) -> Result<ExportedView, BookError> {
        let report = match passphrase {
            Some(passphrase) => self.export_sealed_watched(to, passphrase, patience)?,
            None => self.export_watched(to, ExportFiles::Along, patience)?,
        };
        let contracts = report.rows.get(&Table::Contracts).copied().unwrap_or_default();
        let sheet = match passphrase {
            Some(_) => {
                let head = self.rows().history(None, 1)?.first().map_or(Hash::ZERO, |entry| entry.hash);
                let counts = Counts { contracts, files: report.files };
                let told =
                    Told { at: self.clock.now(), counts, entries: report.entries, head: head.to_string() };
                let sheet = self.backups.sheet_for(SheetFor::Export, to, &told, words)?;
                Some(sheet.display().to_string())
            }
            None => None,
        };
        Ok(ExportedView {
            path: report.path.display().to_string(),
            sheet,
            entries: count(report.entries),
            contracts: count(contracts),
            files: count(report.files),
        })
    }

    /// Begins to read an export in, or to say what that would bring.
    pub fn import_asked(&self, input: &ImportInput) -> Result<Importing, BookError> {
        let mode = match input.how {
            ImportHow::Try => ImportMode::DryRun,
            ImportHow::Take => ImportMode::Apply,
        };
        self.importing(Path::new(&input.file), mode)
    }

    /// Takes in what was received, as [`Book::import_received`] does.
    pub fn import_ended(
        &mut self,
        importing: &Importing,
        received: Result<(), BookError>,
        patience: &Patience,
    ) -> Result<ImportedView, BookError> {
        Ok(shown(&self.import_received(importing, received, patience)?))
    }
}

impl Importing {
    /// Everything that takes long, on any thread. A file with a passphrase is opened with it.
    pub fn receive_given(
        &mut self,
        passphrase: Option<String>,
        patience: &Patience,
    ) -> Result<(), BookError> {
        if let Some(typed) = passphrase {
            self.unseal(&Passphrase::new(typed)?, patience)?;
        }
        self.receive(patience)
    }
}

fn shown(report: &ImportReport) -> ImportedView {
    ImportedView {
        entries: count(report.entries),
        contracts: count(report.rows.get(&Table::Contracts).copied().unwrap_or_default()),
        files: count(report.files),
        files_missing: count(report.files_missing.len() as u64),
    }
}

fn count(all: u64) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use engawa_domain::say::Lang;

    use super::*;
    use crate::tests::samples::InFolder;

    const TYPED: &str = "gravel umbrella piano nineteen";

    fn input(file: &Path, passphrase: Option<&str>, how: ImportHow) -> ImportInput {
        ImportInput { file: file.display().to_string(), passphrase: passphrase.map(str::to_owned), how }
    }

    /// As the window does it, all on one thread.
    fn import(book: &mut Book, input: ImportInput) -> Result<ImportedView, BookError> {
        let (mut importing, patience) = (book.import_asked(&input)?, Patience::endless());
        let received = importing.receive_given(input.passphrase, &patience);
        let imported = book.import_ended(&importing, received, &patience);
        importing.close()?;
        imported
    }

    #[test]
    fn an_encrypted_export_has_its_sheet_and_comes_in_with_its_passphrase_only() {
        let it = InFolder::filled();
        let to = it.folder.path().join(it.book.export_name(true));
        let passphrase = Passphrase::new(TYPED.to_owned()).unwrap().quick();
        let made =
            it.book.export_shown(&to, Some(&passphrase), Words::new(Lang::Ja), &Patience::endless()).unwrap();
        assert_eq!((made.contracts, made.files), (1, 1));
        let sheet = fs::read_to_string(made.sheet.unwrap()).unwrap();
        assert!(sheet.contains("書き出した帳を読み込む") && sheet.contains("age --decrypt"), "{sheet}");
        assert!(!sheet.contains("gravel"), "the passphrase is never on the sheet");

        let mut other = InFolder::seeded(7);
        let wrong = import(&mut other.book, input(&to, Some("gravel"), ImportHow::Take));
        assert!(matches!(wrong, Err(BookError::Backup(_))), "{wrong:?}");
        let tried = import(&mut other.book, input(&to, Some(TYPED), ImportHow::Try)).unwrap();
        assert_eq!(other.book.rows().entries().unwrap(), 0, "what is tried changes nothing");
        let taken = import(&mut other.book, input(&to, Some(TYPED), ImportHow::Take)).unwrap();
        assert_eq!(taken, tried);
        assert_eq!(other.digest(), it.digest());
    }

    #[test]
    fn an_export_without_a_passphrase_is_json_with_its_files_and_has_no_sheet() {
        let it = InFolder::filled();
        let to = it.folder.path().join(it.book.export_name(false));
        let made = it.book.export_shown(&to, None, Words::new(Lang::En), &Patience::endless()).unwrap();
        assert_eq!(made.sheet, None);
        let mut other = InFolder::seeded(7);
        let taken = import(&mut other.book, input(&to, None, ImportHow::Take)).unwrap();
        assert_eq!((taken.entries, taken.files, taken.files_missing), (made.entries, 1, 0));
    }
}
