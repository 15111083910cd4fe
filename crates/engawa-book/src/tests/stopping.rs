//! Long work that is stopped, at several of the moments in which it asks: nothing half is left, and begun again it comes to its end.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use engawa_domain::facts::{Client, Evidence, EvidenceLink, Sha256Hex};
use engawa_domain::ids::{ClientId, EvidenceId, EvidenceLinkId};
use sha2::{Digest, Sha256};

use super::samples::*;
use crate::samples_for_tests::{contract_id, facts, id};
use crate::{
    BackupWhy, Book, BookCheck, BookError, ExportFiles, FileState, ImportMode, Op, OpenOptions,
    PacketOptions, Passphrase, Patience, Rescue, files_beside,
};

const TYPED: &str = "gravel umbrella piano nineteen";

/// A book with every kind of row, a small file of evidence and one that is read in several pieces.
pub fn with_large_file() -> InFolder {
    let mut it = InFolder::filled();
    let evidence = it.kept(EvidenceId(id(62)), "録画.mkv", &vec![7; 900_000]);
    it.write(Op::EvidenceAttach, |tx| {
        tx.insert(&evidence)?;
        let (id, evidence, contract) = (EvidenceLinkId(id(63)), evidence.id, contract_id());
        Ok(tx.insert(&EvidenceLink { id, evidence, contract, fact: None })?)
    });
    it
}

/// Patience that ends when it is asked for this time, counted from 0.
pub fn until_asked(times: u32) -> Patience {
    let mut asked = 0;
    Patience::watched(move |_| {
        asked += 1;
        if asked > times { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
}

/// How often the work asks when nobody stops it, as several moments at which it may be stopped.
pub fn moments<T>(work: impl FnOnce(&Patience) -> T) -> BTreeSet<u32> {
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let patience = Patience::watched(move |come| {
        assert!(come.done <= come.total, "{come:?}");
        count.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Continue(())
    });
    drop(work(&patience));
    let asked = asked.load(Ordering::Relaxed);
    assert!(asked > 8, "long work asks often, and this {asked} times");
    [0, 1, asked / 4, asked / 2, asked * 3 / 4, asked - 2, asked - 1].into()
}

/// Everything in a folder, by its path: what each file holds, as a hash.
pub fn all_in(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.insert(path.clone(), String::new());
            all.extend(all_in(&path));
        } else {
            let hash = format!("{:?}", Sha256::digest(fs::read(&path).unwrap()));
            all.insert(path, hash);
        }
    }
    all
}

fn passphrase() -> Passphrase {
    Passphrase::new(TYPED.to_owned()).unwrap().quick()
}

fn assert_stopped<T: std::fmt::Debug>(done: &Result<T, BookError>, at: u32) {
    assert!(done.as_ref().is_err_and(BookError::is_stopped), "{at}: {done:?}");
}

/// Work that writes into a folder is stopped at every moment, and leaves the folder as it was; at the end it is done.
fn leaves_nothing<T: std::fmt::Debug>(work: impl Fn(&InFolder, &Path, &Patience) -> Result<T, BookError>) {
    let it = with_large_file();
    let drawer = it.folder.path().join("drawer");
    fs::create_dir(&drawer).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let moments = moments(|patience| work(&it, elsewhere.path(), patience).unwrap());
    for at in moments {
        assert_stopped(&work(&it, &drawer, &until_asked(at)), at);
        assert_eq!(all_in(&drawer), BTreeMap::new(), "{at}");
    }
    work(&it, &drawer, &Patience::endless()).unwrap();
    assert_ne!(all_in(&drawer), BTreeMap::new());
}

#[test]
fn a_packet_that_is_stopped_leaves_no_file() {
    leaves_nothing(|it, folder, patience| {
        let to = folder.join("packet.zip");
        it.book.packet_watched(contract_id(), &PacketOptions::default(), &to, patience)
    });
}

#[test]
fn an_export_that_is_stopped_leaves_neither_its_file_nor_a_folder_of_evidence() {
    leaves_nothing(|it, folder, patience| {
        it.book.export_watched(&folder.join("book.json"), ExportFiles::Along, patience)
    });
}

#[test]
fn an_encrypted_export_that_is_stopped_leaves_no_file() {
    leaves_nothing(|it, folder, patience| {
        it.book.export_sealed_watched(&folder.join("book.age"), &passphrase(), patience)
    });
}

#[test]
fn an_export_that_is_stopped_over_an_older_one_leaves_the_older_one() {
    let mut it = with_large_file();
    let (to, folder) = (it.folder.path().join("drawer/book.json"), it.folder.path().join("drawer"));
    fs::create_dir(&folder).unwrap();
    it.book.export(&to, ExportFiles::Along).unwrap();
    let before = all_in(&folder);
    it.book.undo(new_action()).unwrap();
    for at in [0, 1, 2] {
        assert_stopped(&it.book.export_watched(&to, ExportFiles::Along, &until_asked(at)), at);
        assert_eq!(all_in(&folder), before, "{at}");
    }
}

/// An import that is stopped at every moment leaves the book blank and its folder as it was; at the end it comes in.
fn leaves_the_book_blank(
    export: &Path,
    work: impl Fn(&mut InFolder, &Path, &Patience) -> Result<u64, BookError>,
) {
    let moments =
        moments(|patience| assert_eq!(work(&mut InFolder::seeded(8), export, patience).unwrap(), 2));
    let mut into = InFolder::seeded(7);
    let beside = |it: &InFolder| {
        let mut all = all_in(it.book.folder());
        // The store's own files: what they hold is compared as rows. The folders of the vault and of backups may be made at any time.
        all.retain(|path, hash| {
            !hash.is_empty() && !path.file_name().unwrap().to_string_lossy().starts_with("book.sqlite")
        });
        all
    };
    let (digest, before) = (into.digest(), beside(&into));
    for at in moments {
        assert_stopped(&work(&mut into, export, &until_asked(at)), at);
        assert_eq!(into.book.rows().entries().unwrap(), 0, "{at}");
        assert_eq!(into.digest(), digest, "{at}");
        assert_eq!(beside(&into), before, "{at}");
    }
    assert_eq!(work(&mut into, export, &Patience::endless()).unwrap(), 2);
    assert!(into.book.check().unwrap().is_whole());
}

#[test]
fn an_import_that_is_stopped_leaves_the_book_blank() {
    let it = with_large_file();
    let export = it.folder.path().join("book.json");
    it.book.export(&export, ExportFiles::Along).unwrap();
    assert!(files_beside(&export).is_dir());
    leaves_the_book_blank(&export, |into, from, patience| {
        Ok(into.book.import_watched(from, ImportMode::Apply, patience)?.files)
    });
}

#[test]
fn an_encrypted_import_that_is_stopped_leaves_the_book_blank_and_nothing_unpacked() {
    let it = with_large_file();
    let export = it.folder.path().join("book.age");
    it.book.export_sealed(&export, &passphrase()).unwrap();
    leaves_the_book_blank(&export, |into, from, patience| {
        Ok(into.book.import_sealed_watched(from, &passphrase(), ImportMode::Apply, patience)?.files)
    });
}

/// Work on a book that does not open is stopped at every moment, or when all is ready, and leaves its folder as it was.
fn leaves_the_folder(
    work: impl Fn(&Rescue, &OpenOptions, &Patience, ControlFlow<()>) -> Result<(), BookError>,
) {
    let closed = || {
        let InFolder { mut book, folder } = with_large_file();
        book.back_up(BackupWhy::Asked).unwrap();
        folder
    };
    let on = |home: &Path, patience: &Patience, may_go| {
        work(&Rescue::in_folder(home), &options(home.to_owned(), 3), patience, may_go)
    };
    let files = |home: &Path| {
        let mut all = all_in(home);
        // Who held the book last.
        all.retain(|path, _| !path.ends_with("lock"));
        all
    };
    let (go, stop) = (ControlFlow::Continue(()), ControlFlow::Break(()));
    let moments = moments(|patience| on(&closed().path().join("book"), patience, go).unwrap());
    for at in moments {
        let folder = closed();
        let home = folder.path().join("book");
        let before = files(&home);
        assert_stopped(&on(&home, &until_asked(at), go), at);
        assert_eq!(files(&home), before, "{at}");
    }
    let folder = closed();
    let home = folder.path().join("book");
    let before = files(&home);
    assert_stopped(&on(&home, &Patience::endless(), stop), u32::MAX);
    assert_eq!(files(&home), before, "stopped when all was ready");
    on(&home, &Patience::endless(), go).unwrap();
    assert_ne!(files(&home), before);
}

/// Everything in the folder of a book but what SQLite's own readers tell one another of.
fn at_rest(home: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = all_in(home);
    all.retain(|path, _| !path.ends_with("book.sqlite-shm"));
    all
}

/// A book of which a file is missing that lies beside the backups still.
fn with_missing_file() -> (InFolder, Sha256Hex) {
    let it = with_large_file();
    let missing = it.book.rows().all::<Evidence>().unwrap().pop().unwrap().sha256;
    let beside_backups = it.book.folder.vault_in(it.book.folder.backups().join("evidence"));
    let copy = beside_backups.place_of(&missing);
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::rename(it.book.vault.place_of(&missing), &copy).unwrap();
    (it, missing)
}

/// A look through the book is stopped at every moment, and leaves its folder as it was; at the end it sees all there is.
fn looks_and_leaves_the_folder(look: impl Fn(&mut Book, &Patience) -> Result<BookCheck, BookError>) {
    let (mut it, missing) = with_missing_file();
    let all = it.book.check().unwrap();
    assert_eq!(all.files, [(missing, FileState::Missing)]);
    let before = at_rest(it.book.folder());
    for at in moments(|patience| look(&mut it.book, patience).unwrap()) {
        assert_stopped(&look(&mut it.book, &until_asked(at)), at);
        assert_eq!(at_rest(it.book.folder()), before, "{at}");
    }
    assert_eq!(look(&mut it.book, &Patience::endless()).unwrap(), all);
    assert_eq!(at_rest(it.book.folder()), before);
    it.write(Op::SampleFill, |tx| Ok(tx.insert(&Client { id: ClientId(id(900)), ..facts().client })?));
}

#[test]
fn a_look_through_the_book_from_another_thread_that_is_stopped_says_and_leaves_nothing() {
    looks_and_leaves_the_folder(|book, patience| book.examiner().unwrap().look(patience));
}

#[test]
fn a_look_through_the_book_by_itself_that_is_stopped_says_and_leaves_nothing() {
    looks_and_leaves_the_folder(Book::check_watched);
}

#[test]
fn a_repair_that_is_stopped_before_its_first_change_leaves_the_book_as_it_was() {
    let (go, stop) = (ControlFlow::Continue(()), ControlFlow::Break(()));
    let moments = moments(|patience| with_missing_file().0.book.repair_watched(patience, || go).unwrap());
    let (mut it, missing) = with_missing_file();
    let but_backups = |it: &InFolder| {
        let mut all = at_rest(it.book.folder());
        all.retain(|path, _| !path.starts_with(it.book.folder.backups()));
        all
    };
    let before = but_backups(&it);
    let tries = moments.into_iter().map(|at| (until_asked(at), go)).chain([(Patience::endless(), stop)]);
    for (at, (patience, may_go)) in tries.enumerate() {
        assert_stopped(&it.book.repair_watched(&patience, || may_go), u32::try_from(at).unwrap());
        assert_eq!(but_backups(&it), before, "{at}");
    }
    assert_eq!(it.book.check().unwrap().files, [(missing, FileState::Missing)]);
    assert!(it.book.repair().unwrap().after.is_whole());
}

#[test]
fn a_repair_asks_no_more_once_it_changes_something() {
    let (mut it, _) = with_missing_file();
    let patience = Patience::endless();
    let report = it.book.repair_watched(&patience, || {
        // Somebody presses the button a moment too late.
        patience.stop.store(true, Ordering::Relaxed);
        ControlFlow::Continue(())
    });
    assert!(report.unwrap().after.is_whole());
}

#[test]
fn a_rescue_that_is_stopped_leaves_the_folder_as_it_was() {
    leaves_the_folder(|rescue, options, patience, may_go| {
        rescue.in_place_watched(options, patience, &mut || may_go).map(drop)
    });
}

#[test]
fn a_backup_that_is_stopped_on_its_way_to_a_book_that_does_not_open_leaves_the_folder_as_it_was() {
    leaves_the_folder(|rescue, options, patience, may_go| {
        let name = rescue.backups().remove(0).name;
        rescue.restore_watched(&name, options, patience, &mut || may_go).map(drop)
    });
}
