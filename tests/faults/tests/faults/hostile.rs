use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::writer::run;

const MEGABYTE: usize = 1 << 20;

/// An import may need this much memory, whatever it is given: in KiB.
const MEMORY: u64 = 320 << 10;

/// Two hundred megabytes that begin like an export and go on with the same piece.
fn huge(path: &Path, begin: &str, piece: &str) {
    let mut out = BufWriter::new(File::create(path).unwrap());
    out.write_all(begin.as_bytes()).unwrap();
    let block = piece.repeat(MEGABYTE / piece.len());
    for _ in 0..200 {
        out.write_all(block.as_bytes()).unwrap();
    }
}

#[test]
fn two_hundred_megabytes_of_anything_are_refused_within_bounded_memory() {
    let folder = tempfile::tempdir().unwrap();
    let start = "{\"format\":\"engawa-book\",\"version\":1,\"journal\":[";
    for (number, (begin, piece)) in [
        ("", "\0"),
        ("", " "),
        ("[", "["),
        (start, "["),
        (start, "{},"),
        (&format!("{start}\""), "帳"),
        (&format!("{start}["), "0,"),
        (&format!("{start}{{"), "\"a\":0,"),
        (&format!("{start}{{\"facts\":["), "0,"),
        (&format!("{start}{{\"op\":\""), "a"),
        (&format!("{start}],\"tables\":{{\"clients\":[{{\"note\":["), "0,"),
        (&format!("{start}],\"tables\":{{\"clients\":[{{"), "\"a\":\"\","),
        ("{\"format\":\"", "a"),
    ]
    .into_iter()
    .enumerate()
    {
        let file = folder.path().join("huge.json");
        huge(&file, begin, piece);
        let book = folder.path().join(format!("book-{number}"));
        let said = run(&["import", book.to_str().unwrap(), file.to_str().unwrap()]);
        let (refused, memory) = said.trim_end().rsplit_once("\nmemory ").unwrap();
        assert!(refused.starts_with("refused import-refused "), "{begin}{piece}…: {said}");
        assert!(memory.parse::<u64>().unwrap() < MEMORY, "{begin}{piece}…: {memory} KiB");
    }
}
