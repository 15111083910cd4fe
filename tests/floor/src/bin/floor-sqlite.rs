//! Bare SQLite commits of the book's own durability: one row, one transaction, WAL, `synchronous=FULL`.
//!
//! `floor-sqlite FILE COUNT` prints one line per commit: its duration in whole microseconds. The row is about as long as a
//! contract's row and there is no index, journal or search key: what the book adds on top is the ratio the bench reports.

use std::{
    error::Error,
    io::{BufWriter, Write},
    time::Instant,
};

use rusqlite::Connection;

/// About the size of one contract's title, note and address together, in bytes.
const ROW_TEXT_BYTES: usize = 300;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: floor-sqlite FILE COUNT".into());
    };
    let count: u32 = count.parse()?;
    let mut connection = open(&file)?;
    let text = "a".repeat(ROW_TEXT_BYTES);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        let began = Instant::now();
        let transaction = connection.transaction()?;
        transaction.execute("INSERT INTO row (number, text) VALUES (?1, ?2)", (number, &text))?;
        transaction.commit()?;
        writeln!(out, "{}", began.elapsed().as_micros())?;
    }
    out.flush()?;
    Ok(())
}

/// Opens the file with the pragmas of the book (docs/format.md) and one plain table.
fn open(file: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL) STRICT")?;
    Ok(connection)
}
