//! What SQLite does for long is ended while it is at it.

use std::cell::RefCell;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::samples::*;
use crate::{Asked, Copy, Salvage, Snapshot, check_copy, check_copy_asking, examine_beside};

/// A book with so many rows that looking through them takes a while.
fn large() -> InFolder {
    let mut book = book();
    book.change("fill", fill);
    for number in 0..400 {
        book.change("another", |change| change.insert(&client(1_000 + number)));
    }
    book
}

/// Ends the work when it is asked for this time, counted from 0, and counts how often it asks.
fn until(times: u32) -> (Asked, Arc<AtomicU32>) {
    let count = Arc::new(AtomicU32::new(0));
    let asked = Arc::clone(&count);
    (Asked::by(move |_| asked.fetch_add(1, Ordering::Relaxed) < times), count)
}

/// One piece of work asks often, is ended at each moment in which it asks, and does nothing more after that.
fn is_ended<T: std::fmt::Debug, E: std::fmt::Debug>(work: impl Fn(&Asked) -> Result<T, E>) {
    let (nobody, count) = until(u32::MAX);
    work(&nobody).unwrap();
    let all = count.load(Ordering::Relaxed);
    assert!(all > 4, "it asks often, and this {all} times");
    for at in [0, 1, all / 2, all - 1] {
        let (asked, count) = until(at);
        let ended = work(&asked);
        assert!(ended.is_err(), "{at} of {all}: {ended:?}");
        let more = count.load(Ordering::Relaxed) - at;
        assert!(more < 100, "whoever was told that it ends ends, and this asked {more} times more");
    }
}

#[test]
fn looking_through_a_copy_is_ended_and_so_are_the_sums_over_its_rows() {
    let book = large();
    let to = book.folder.path().join("copy.sqlite");
    book.store.copy_to(&to).unwrap();
    is_ended(|asked| Copy::open(&to, None).unwrap().asking(asked).unwrap().look_through());
    is_ended(|asked| Copy::open(&to, None).unwrap().asking(asked).unwrap().contents());
    is_ended(|asked| Copy::open(&to, None).unwrap().asking(asked).unwrap().follow_chain());
    is_ended(|asked| check_copy_asking(&to, None, asked));
    check_copy(&to, None).unwrap();
}

#[test]
fn the_sums_over_the_rows_of_an_open_book_are_ended() {
    let book = large();
    let path = book.folder.path().join("book.sqlite");
    is_ended(|asked| Snapshot::of(&path, None).unwrap().asking(asked).unwrap().contents());
}

#[test]
fn a_look_that_is_ended_says_nothing_of_what_it_saw_by_then() {
    let mut book = large();
    let path = book.folder.path().join("book.sqlite");
    is_ended(|asked| examine_beside(&path, None, asked));
    let own = RefCell::new(&mut book.store);
    is_ended(|asked| own.borrow_mut().examine_asking(asked));
    assert_eq!(book.store.examine().unwrap().flaws, [], "the book's own connection is asked no more");
    book.change("after it", |change| change.insert(&client(9_000)));
}

#[test]
fn a_rescue_that_is_ended_is_no_rescue_of_what_was_read_by_then() {
    let book = large();
    book.store.settle().unwrap();
    let path = book.folder.path().join("book.sqlite");
    is_ended(|asked| Salvage::of_asking(&path, None, asked));
    let salvage = Salvage::of(&path, None).unwrap();
    let (origin, folder) = (book.store.origin(), tempfile::tempdir().unwrap());
    is_ended(|asked| {
        let to = folder.path().join("new.sqlite");
        let _ = fs::remove_file(&to);
        salvage.write(&to, None, origin, at(), "salvage", asked)
    });
}
