//! Books of older schemas, and whether one was brought up to date without loss.

use std::fs;
use std::path::{Path, PathBuf};

use engawa_faults::open;
use engawa_store::SCHEMA;

/// A book that an older version made.
pub struct OldBook {
    /// Its file.
    pub file: PathBuf,
    /// Its schema.
    pub schema: u32,
    /// What it says when it was brought up to date undisturbed.
    pub digest: String,
}

/// Those of every schema before this one.
pub fn old_books() -> Vec<OldBook> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../old-books");
    (1..SCHEMA)
        .map(|schema| {
            let file = folder.join(format!("book-{schema}.sqlite"));
            assert_eq!(written_schema(&file), schema);
            let here = tempfile::tempdir().unwrap();
            fs::copy(&file, here.path().join("book.sqlite")).unwrap();
            let digest = open(here.path().to_owned()).unwrap().digest().unwrap().to_string();
            OldBook { file, schema, digest }
        })
        .collect()
}

/// The schema that the head of a SQLite file names (`user_version`, big-endian, at byte 60); 0 where there is no file.
pub fn written_schema(file: &Path) -> u32 {
    let bytes = fs::read(file).unwrap_or_default();
    bytes.get(60..64).map_or(0, |bytes| u32::from_be_bytes(bytes.try_into().unwrap()))
}

/// The copy of the book as it was with this schema.
pub fn copy_of(book: &Path, schema: u32) -> Option<PathBuf> {
    let end = format!(".schema-{schema}.sqlite");
    let entries = fs::read_dir(book.join("backups")).ok()?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths.find(|path| path.to_string_lossy().ends_with(&end) && written_schema(path) == schema)
}

/// Opens the book as the app does: it must be whole and say this. Its files of evidence lie elsewhere.
pub fn says_the_same(book: &Path, digest: &str) -> Result<(), String> {
    let book = open(book.to_owned()).map_err(|error| error.to_string())?;
    let check = book.check().map_err(|error| error.to_string())?;
    match book.digest().map_err(|error| error.to_string())?.to_string() {
        now if now != digest => Err("it says something else".to_owned()),
        _ if !check.book.is_whole() => Err(format!("{check:?}")),
        _ => Ok(()),
    }
}
