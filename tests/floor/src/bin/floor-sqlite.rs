//! Bare SQLite, with nothing around it: what the book's own times are measured against. Each prints one duration a line, in whole
//! microseconds.
//!
//! - `floor-sqlite commit FILE COUNT`: commits of the book's durability: one row, one transaction, WAL, `synchronous=FULL`. The row
//!   is about as long as a contract's and there is no index, journal or search key: what the book adds on top is the ratio.
//! - `floor-sqlite open FILE`: opens a book's file and reads fifty contracts.
//! - `floor-sqlite scan FILE WORD COUNT`: looks, so many times, for the fifty newest titles of a book that hold a word, with `LIKE`.

use std::{
    error::Error,
    io::{BufWriter, Write},
    time::{Duration, Instant},
};

use rusqlite::{Connection, OpenFlags};

/// About the size of one contract's title, note and address together, in bytes.
const ROW_TEXT_BYTES: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let times = match words[..] {
        ["commit", file, count] => commit(file, count.parse()?)?,
        ["open", file] => vec![open(file)?],
        ["scan", file, word, count] => scan(file, word, count.parse()?)?,
        _ => return Err("usage: floor-sqlite commit FILE COUNT | open FILE | scan FILE WORD COUNT".into()),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for time in times {
        writeln!(out, "{}", time.as_micros())?;
    }
    out.flush()?;
    Ok(())
}

fn commit(file: &str, count: u32) -> rusqlite::Result<Vec<Duration>> {
    let mut connection = with_one_table(file)?;
    let text = "a".repeat(ROW_TEXT_BYTES);
    let mut times = Vec::new();
    for number in 0..count {
        let began = Instant::now();
        let transaction = connection.transaction()?;
        transaction.execute("INSERT INTO row (number, text) VALUES (?1, ?2)", (number, &text))?;
        transaction.commit()?;
        times.push(began.elapsed());
    }
    Ok(times)
}

/// Opens the file with the pragmas of the book (docs/format.md) and one plain table.
fn with_one_table(file: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL) STRICT")?;
    Ok(connection)
}

fn open(file: &str) -> rusqlite::Result<Duration> {
    let began = Instant::now();
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // Identifiers follow time, so this is the newest fifty.
    titles(&connection, "SELECT title FROM contracts ORDER BY id DESC LIMIT 50", [])?;
    Ok(began.elapsed())
}

fn scan(file: &str, word: &str, count: u32) -> rusqlite::Result<Vec<Duration>> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let pattern = format!("%{word}%");
    let mut times = Vec::new();
    for _ in 0..count {
        let began = Instant::now();
        // The table says how many there are in all: so every row is looked at.
        connection.query_row("SELECT count(*) FROM contracts WHERE title LIKE ?1", [&pattern], |row| {
            row.get::<_, u32>(0)
        })?;
        let newest = "SELECT title FROM contracts WHERE title LIKE ?1 ORDER BY id DESC LIMIT 50";
        titles(&connection, newest, [&pattern])?;
        times.push(began.elapsed());
    }
    Ok(times)
}

fn titles(
    connection: &Connection,
    query: &str,
    with: impl rusqlite::Params,
) -> rusqlite::Result<Vec<String>> {
    connection.prepare(query)?.query_map(with, |row| row.get(0))?.collect()
}
