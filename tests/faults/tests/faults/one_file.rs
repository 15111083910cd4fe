use std::collections::HashSet;

use engawa_faults::{numbers, open};

use super::writer::Writer;

const KILLS: u64 = 25;

#[test]
fn kills_lose_no_acknowledged_write_where_the_book_is_kept_as_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("帳");
    let (mut acknowledged, mut next) = (Vec::new(), 1);
    for kill in 0..KILLS {
        let mut writer = Writer::start_in_one_drive(folder.path(), &path, next);
        for _ in 0..=kill % 5 {
            acknowledged.push(writer.next());
        }
        assert!(!path.join("book.sqlite-wal").exists(), "a program that copies folders meets no log");
        acknowledged.extend(writer.kill());
        next = acknowledged.last().unwrap() + 1;
    }
    let book = open(path).unwrap();
    let kept = numbers(&book).unwrap();
    let unique: HashSet<_> = kept.iter().collect();
    assert!(acknowledged.iter().all(|number| unique.contains(number)), "acknowledged and lost");
    assert_eq!(unique.len(), kept.len(), "a repeated press was written twice");
    assert!(book.check().unwrap().is_whole());
}
