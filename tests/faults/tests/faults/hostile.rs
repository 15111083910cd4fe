use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use engawa_book::{BookError, ImportMode};
use engawa_faults::open;
use engawa_faults::table::record;

use super::recorder::folder;
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
    let huge_ones = [
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
        ("{\"version\":", "9"),
        ("{\"a\":", "{\"a\":"),
    ];
    for (number, (begin, piece)) in huge_ones.into_iter().enumerate() {
        let file = folder.path().join("huge.json");
        huge(&file, begin, piece);
        let book = folder.path().join(format!("book-{number}"));
        let said = run(&["import", book.to_str().unwrap(), file.to_str().unwrap()]);
        let (refused, memory) = said.trim_end().rsplit_once("\nmemory ").unwrap();
        assert!(refused.starts_with("refused import-refused "), "{begin}{piece}…: {said}");
        assert!(memory.parse::<u64>().unwrap() < MEMORY, "{begin}{piece}…: {memory} KiB");
    }
    let small = small_ones();
    record("hostile-import", (huge_ones.len() + small) as u64, "");
}

/// Small exports that are none; how many there are. Each is refused as an import, and leaves the book empty.
fn small_ones() -> usize {
    let head = "\"format\":\"engawa-book\",\"version\":2";
    let tail = "\"journal\":[],\"tables\":{}";
    let texts: Vec<Vec<u8>> = [
        String::new(),
        "null".to_owned(),
        format!("\u{feff}{{{head},{tail}}}"),
        format!("{{{head},{head},{tail}}}"),
        format!("{{{head},{tail},{tail}}}"),
        format!("{{{head},{tail}}}{{}}"),
        format!("{{{head},{tail},\"more\":1}}"),
        format!("{{\"format\":\"engawa-book\",\"version\":2.0,{tail}}}"),
        format!("{{\"format\":\"engawa-book\",\"version\":-1,{tail}}}"),
        format!("{{\"format\":\"engawa-book\",\"version\":1e999,{tail}}}"),
        format!("{{\"format\":\"engawa-book\",\"version\":{},{tail}}}", "9".repeat(4_000)),
        format!("{{\"format\":\"engawa-book\",\"version\":NaN,{tail}}}"),
        format!("{{\"format\":\"engawa-book\",\"version\":0,{tail}}}"),
        format!("{{{head},\"journal\":{}", "[".repeat(200_000)),
        format!("{{{head},\"journal\":[],\"tables\":{{\"nothing\":[]}}}}"),
        format!("{{{head},\"journal\":[{{\"origin\":1,\"origin\":1}}],\"tables\":{{}}}}"),
        format!("{{{head},\"journal\":[],\"tables\":{{\"clients\":[{{\"id\":Infinity}}]}}}}"),
        format!("{{{head},\"journal\":[],\"tables\":{{\"clients\":[{{\"id\":\"\\ud800\"}}]}}}}"),
        format!(
            "{{{head},\"journal\":[],\"tables\":{{\"clients\":[{{\"id\":{}}}]}}}}",
            "{\"a\":".repeat(5_000)
        ),
    ]
    .map(String::into_bytes)
    .into_iter()
    .chain([b"{\"format\":\"engawa-b\xff\xfeook\"}".to_vec(), vec![0xff, 0xfe, b'{', 0], vec![0; 64]])
    .collect();
    for text in &texts {
        let (_kept, here) = folder();
        let file = here.join("export.json");
        std::fs::write(&file, text).unwrap();
        let mut book = open(here.join("book")).unwrap();
        let shown = String::from_utf8_lossy(text).chars().take(120).collect::<String>();
        match book.import(&file, ImportMode::Apply) {
            Err(BookError::Import(_)) => {}
            other => panic!("{shown}: {other:?}"),
        }
        assert_eq!(book.rows().entries().unwrap(), 0, "{shown}");
        assert!(book.check().unwrap().is_whole(), "{shown}");
    }
    texts.len()
}
