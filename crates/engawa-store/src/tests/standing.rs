use engawa_domain::calendar::Moment;
use zeroize::Zeroizing;

use super::samples::*;
use crate::{FileKey, Hash, Log, OpenAs, Store};

fn filled(how: impl FnOnce(OpenAs) -> OpenAs) -> InFolder {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&how(open_as(&folder))).unwrap();
    let mut book = InFolder { store, folder };
    book.change("fill", fill);
    book
}

fn holds(store: &Store) -> (u64, Hash) {
    (store.rows().entries().unwrap(), store.digest().unwrap())
}

/// The book goes on and is written at once, and what was taken of it before knows nothing of that.
fn stands(mut book: InFolder) {
    let before = holds(&book.store);
    let standing = book.store.standing().unwrap();
    for number in 0..50 {
        book.change("another", |change| change.insert(&client(900 + number)));
    }
    assert_eq!(holds(&standing), before, "the moment is fixed");
    assert_ne!(holds(&book.store), before, "and the book is not");
    assert!(standing.again().is_none(), "another connection would see what came since");
    let elsewhere = std::thread::spawn(move || holds(&standing));
    assert_eq!(elsewhere.join().unwrap(), before);
    book.store.settle().unwrap();
}

#[test]
fn a_book_stands_as_it_was_asked_for_while_it_is_written() {
    stands(filled(|how| how));
}

#[test]
fn a_book_of_one_file_is_written_meanwhile_and_waits_for_nobody() {
    stands(filled(|how| OpenAs { log: Log::OneFile, ..how }));
}

#[test]
fn an_encrypted_book_stands_however_it_is_kept() {
    let key = || Some(FileKey::new(Zeroizing::new([7; 32])));
    stands(filled(|how| OpenAs { key: key(), ..how }));
    stands(filled(|how| OpenAs { key: key(), log: Log::OneFile, ..how }));
}

#[test]
fn what_stands_is_not_written() {
    for log in [Log::Beside, Log::OneFile] {
        let book = filled(|how| OpenAs { log, ..how });
        let mut standing = book.store.standing().unwrap();
        assert!(standing.save_setting("text_size", "200").is_err(), "{log:?}");
    }
}

#[test]
fn a_book_that_is_only_looked_at_stands_and_so_does_one_in_memory() {
    let book = filled(|how| how);
    let before = holds(&book.store);
    let past = Store::in_memory_at(
        book.store.rows(),
        book.store.origin(),
        Moment::from_millis(i64::MAX / 4).unwrap_or(at()),
    );
    assert_eq!(holds(&past.unwrap().standing().unwrap()), before);
    let InFolder { store, folder } = book;
    let path = folder.path().join("book.sqlite");
    let looked = Store::open_read_only(&path, None).unwrap();
    assert_eq!(holds(&looked.standing().unwrap()), before, "while another program has it open");
    drop((store, looked));
    let looked = Store::open_read_only(&path, None).unwrap();
    let standing = looked.standing().unwrap();
    drop(looked);
    assert_eq!(holds(&standing), before, "and on a medium where it lies alone");
    assert_eq!(holds(&standing.standing().unwrap()), before);
}
