use std::fs;

use engawa_book::BookError;
use engawa_faults::table::record;
use engawa_faults::{numbers, open};
use engawa_store::StoreError;

use super::damaged::copy;
use super::writer::{Writer, run};

#[test]
fn a_book_cut_off_anywhere_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    run(&["write", book.to_str().unwrap(), "1", "300"]);
    let whole = fs::read(book.join("book.sqlite")).unwrap();
    for cut in 1..=60 {
        let length = whole.len() * cut / 61;
        let here = folder.path().join(format!("cut-{cut}"));
        fs::create_dir(&here).unwrap();
        fs::write(here.join("book.sqlite"), &whole[..length]).unwrap();
        match open(here.clone()) {
            Err(BookError::Store(StoreError::Damaged { .. })) => {}
            other => panic!("cut off after {length} of {} bytes: {other:?}", whole.len()),
        }
        assert_eq!(fs::read(here.join("book.sqlite")).unwrap(), whole[..length]);
    }
    record("file-cut-off", 60, "");
}

#[test]
fn a_log_cut_off_anywhere_gives_a_whole_book_with_an_earlier_end() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    let mut writer = Writer::start(&book, 1);
    while writer.next() < 60 {}
    writer.kill();
    let log = fs::read(book.join("book.sqlite-wal")).unwrap();
    let mut ends = Vec::new();
    for cut in 0..=40 {
        let length = log.len() * cut / 40;
        let here = folder.path().join(format!("cut-{cut}"));
        copy(&book, &here, &["book.sqlite"]);
        fs::write(here.join("book.sqlite-wal"), &log[..length]).unwrap();
        let opened = open(here).unwrap();
        assert!(opened.check().unwrap().is_whole(), "log cut off after {length} of {} bytes", log.len());
        let kept = numbers(&opened).unwrap();
        assert!(kept.iter().copied().eq(1..=kept.len() as u64), "an end, not a hole: {kept:?}");
        ends.push(kept.len());
    }
    assert!(ends.is_sorted() && ends.first() == Some(&0) && ends.last() >= Some(&60), "{ends:?}");
    record("log-cut-off", 41, "");
}
