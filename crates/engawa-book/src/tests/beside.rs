//! Long work beside the book, which goes on being written: what is written out is the book as it stood when it was asked for, and what
//! comes in takes nothing with it that was recorded meanwhile.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use engawa_domain::facts::Contract;
use engawa_domain::text::Title;

use super::samples::*;
use super::stopping::{all_in, with_large_file};
use crate::samples_for_tests::{contract_id, facts};
use crate::{
    Book, BookError, ExportFiles, ImportMode, ImportRefused, Op, PacketOptions, Passphrase, Patience,
};

fn rename(it: &mut InFolder, title: &str) {
    let title = Title::new(title).unwrap();
    it.write(Op::ContractAmend, |tx| Ok(tx.update(&Contract { title, ..facts().contract })?));
}

/// Has the book as it stands worked on, and records something once that work has begun and before it goes on.
fn while_written<T: Send + 'static>(
    it: &mut InFolder,
    work: impl FnOnce(&Book, &Patience) -> Result<T, BookError> + Send + 'static,
) -> T {
    let standing = it.book.as_it_stands().unwrap();
    rename(it, "頼んだあとに書いた題名");
    let (at_it, has_begun) = mpsc::channel();
    let (release, released) = mpsc::channel();
    let mut is_first = true;
    let patience = Patience::watched(move |_| {
        if std::mem::take(&mut is_first) {
            at_it.send(()).unwrap();
            released.recv().unwrap();
        }
        ControlFlow::Continue(())
    });
    let working = thread::spawn(move || work(&standing, &patience));
    has_begun.recv().unwrap();
    rename(it, "書き出しているあいだに書いた題名");
    release.send(()).unwrap();
    working.join().unwrap().unwrap()
}

/// Everything below a folder, by its place in it.
fn within(folder: &Path) -> BTreeMap<PathBuf, String> {
    let all = all_in(folder).into_iter();
    all.map(|(path, holds)| (path.strip_prefix(folder).unwrap().to_owned(), holds)).collect()
}

fn drawers(it: &InFolder) -> (PathBuf, PathBuf) {
    let drawers = (it.folder.path().join("before"), it.folder.path().join("meanwhile"));
    fs::create_dir(&drawers.0).unwrap();
    fs::create_dir(&drawers.1).unwrap();
    drawers
}

#[test]
fn an_export_is_of_the_book_as_it_stood_when_it_was_asked_for() {
    let mut it = with_large_file();
    let (before, meanwhile) = drawers(&it);
    it.book.export(&before.join("book.json"), ExportFiles::Along).unwrap();
    let to = meanwhile.join("book.json");
    let made =
        while_written(&mut it, move |book, patience| book.export_watched(&to, ExportFiles::Along, patience));
    assert_eq!(made.files, 2);
    assert_eq!(within(&meanwhile), within(&before));
    assert_eq!(
        it.book.rows().all::<Contract>().unwrap()[0].title.as_str(),
        "書き出しているあいだに書いた題名"
    );
}

#[test]
fn an_encrypted_export_is_of_the_book_as_it_stood_when_it_was_asked_for() {
    let passphrase = || Passphrase::new("gravel umbrella piano nineteen".to_owned()).unwrap().quick();
    let mut it = with_large_file();
    let (digest, to) = (it.digest(), it.folder.path().join("book.age"));
    let place = to.clone();
    while_written(&mut it, move |book, patience| book.export_sealed_watched(&place, &passphrase(), patience));
    let mut into = InFolder::seeded(7);
    into.book.import_sealed(&to, &passphrase(), ImportMode::Apply).unwrap();
    assert_eq!(into.digest(), digest);
    assert_ne!(it.digest(), digest);
}

#[test]
fn a_packet_is_of_the_book_as_it_stood_when_it_was_asked_for_byte_for_byte() {
    let mut it = with_large_file();
    let (before, meanwhile) = drawers(&it);
    let options = PacketOptions::default();
    it.book.packet(contract_id(), &options, &before.join("packet.zip")).unwrap();
    let to = meanwhile.join("packet.zip");
    while_written(&mut it, move |book, patience| {
        book.packet_watched(contract_id(), &PacketOptions::default(), &to, patience)
    });
    assert_eq!(within(&meanwhile), within(&before));
}

#[test]
fn a_book_that_is_only_looked_at_and_one_as_it_was_are_written_out_as_they_stand() {
    let it = with_large_file();
    let (before, meanwhile) = drawers(&it);
    it.book.export(&before.join("book.json"), ExportFiles::Along).unwrap();
    let past = it.book.as_of(now()).unwrap();
    past.as_it_stands().unwrap().export(&meanwhile.join("book.json"), ExportFiles::Along).unwrap();
    assert_eq!(within(&meanwhile), within(&before));
    let looked = Book::open_read_only(options(it.book.folder().to_owned(), 3), None).unwrap();
    looked.as_it_stands().unwrap().export(&meanwhile.join("book.json"), ExportFiles::Along).unwrap();
    assert_eq!(within(&meanwhile), within(&before));
}

#[test]
fn a_book_as_it_stands_takes_no_change() {
    let it = InFolder::filled();
    let mut standing = it.book.as_it_stands().unwrap();
    let refused = standing.transact(Op::ContractAmend, new_action(), |tx| Ok(tx.update(&facts().contract)?));
    assert!(matches!(refused, Err(BookError::ReadOnlyView(_))), "{refused:?}");
}

#[test]
fn what_was_recorded_while_an_export_was_received_is_kept_with_its_files() {
    let from = with_large_file();
    let export = from.folder.path().join("book.json");
    from.book.export(&export, ExportFiles::Along).unwrap();
    let mut into = InFolder::seeded(7);
    let mut importing = into.book.importing(&export, ImportMode::Apply).unwrap();
    let received = importing.receive(&Patience::endless());
    let files = within(&into.book.folder().join("evidence"));
    assert!(!files.is_empty(), "they came before anything of the records did");
    assert_eq!(into.book.rows().entries().unwrap(), 0);
    into.write(Op::AccountAdd, |tx| Ok(tx.insert(&facts().account)?));
    let digest = into.digest();
    let refused = into.book.import_received(&importing, received, &Patience::endless());
    assert!(matches!(refused, Err(BookError::Import(ImportRefused::BookNotEmpty))), "{refused:?}");
    assert_eq!(into.digest(), digest);
    assert_eq!(within(&into.book.folder().join("evidence")), files, "one of them may be recorded by now");
}

#[test]
fn what_was_received_for_one_book_does_not_come_into_another() {
    let from = with_large_file();
    let export = from.folder.path().join("book.json");
    from.book.export(&export, ExportFiles::Along).unwrap();
    let (first, mut other) = (InFolder::seeded(7), InFolder::seeded(8));
    let mut importing = first.book.importing(&export, ImportMode::Apply).unwrap();
    let received = importing.receive(&Patience::endless());
    assert!(other.book.import_received(&importing, received, &Patience::endless()).is_err());
    assert_eq!(other.book.rows().entries().unwrap(), 0);
}

#[test]
fn an_export_that_became_another_while_it_was_received_is_refused() {
    let from = with_large_file();
    let export = from.folder.path().join("book.json");
    let mut into = InFolder::seeded(7);
    InFolder::seeded(9).book.export(&export, ExportFiles::Along).unwrap();
    let mut importing = into.book.importing(&export, ImportMode::Apply).unwrap();
    let received = importing.receive(&Patience::endless());
    from.book.export(&export, ExportFiles::Along).unwrap();
    let refused = into.book.import_received(&importing, received, &Patience::endless());
    assert!(matches!(refused, Err(BookError::Import(ImportRefused::Evidence(_)))), "{refused:?}");
    assert_eq!(into.book.rows().entries().unwrap(), 0);
    into.book.import(&export, ImportMode::Apply).unwrap();
    assert_eq!(into.digest(), from.digest(), "begun again, it comes in");
}
