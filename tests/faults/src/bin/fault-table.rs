//! `fault-table RECORDS DOCUMENT`: writes `docs/reliability.md` from what the tests recorded.

use std::path::Path;
use std::{fs, io};

use engawa_book::{Clock, SystemClock};
use engawa_faults::table;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [records, document] = &arguments[..] else {
        return Err(io::Error::other("fault-table RECORDS DOCUMENT"));
    };
    let before = fs::read_to_string(document).unwrap_or_default();
    let today = SystemClock.now().to_string();
    let day = today.split('T').next().unwrap_or_default();
    fs::write(document, table::document(Path::new(records), &before, day)?)
}
