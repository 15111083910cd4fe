//! What a look through a book or a packet found, as JSON.

use engawa_book::{BookVerified, ChainHead, PacketVerified, Told};
use engawa_words::Words;
use serde::Serialize;

/// What a look through a book found.
#[derive(Debug, Serialize)]
pub struct BookVerifiedJson {
    /// `book`.
    verified: &'static str,
    whole: bool,
    entries: u64,
    rows: u64,
    /// Files of evidence that were ever recorded.
    files: u64,
    heads: Vec<HeadJson>,
    faults: Vec<FaultJson>,
    /// What lies among the files of evidence and was never recorded.
    unknown: Vec<String>,
}

/// What a look through a packet found.
#[derive(Debug, Serialize)]
pub struct PacketVerifiedJson {
    /// `packet`.
    verified: &'static str,
    whole: bool,
    contract: String,
    title: String,
    as_of: String,
    files: u32,
    /// Entries whose hash was computed again.
    entries: u32,
    entries_masked: u32,
    entries_withheld: u32,
    rows: u32,
    /// Rows that cannot be compared with the chain.
    rows_unproven: u32,
    left_out: u32,
    heads: Vec<HeadJson>,
    faults: Vec<FaultJson>,
}

/// The end of a chain.
#[derive(Debug, Serialize)]
struct HeadJson {
    origin: String,
    seq: u64,
    at: String,
    hash: String,
}

/// Something that is wrong.
#[derive(Debug, Serialize)]
struct FaultJson {
    /// To decide by.
    fault: &'static str,
    text: String,
}

impl BookVerifiedJson {
    /// In the words of a language.
    pub fn new(found: &BookVerified, faults: &[&dyn Told], words: Words) -> Self {
        Self {
            verified: "book",
            whole: found.is_whole(),
            entries: found.book.entries,
            rows: found.book.rows,
            files: found.files.seen,
            heads: heads(&found.book.heads),
            faults: said(faults, words),
            unknown: found.files.unknown.clone(),
        }
    }
}

impl PacketVerifiedJson {
    /// In the words of a language.
    pub fn new(found: &PacketVerified, faults: &[&dyn Told], words: Words) -> Self {
        Self {
            verified: "packet",
            whole: found.faults.is_empty(),
            contract: found.contract.clone(),
            title: found.title.clone(),
            as_of: found.as_of.clone(),
            files: found.files,
            entries: found.proven,
            entries_masked: found.masked,
            entries_withheld: found.withheld,
            rows: found.rows,
            rows_unproven: found.rows_unproven,
            left_out: found.left_out,
            heads: heads(&found.heads),
            faults: said(faults, words),
        }
    }
}

fn heads(heads: &[ChainHead]) -> Vec<HeadJson> {
    let head = |head: &ChainHead| HeadJson {
        origin: head.origin.clone(),
        seq: head.seq,
        at: head.at.clone(),
        hash: head.hash.clone(),
    };
    heads.iter().map(head).collect()
}

fn said(faults: &[&dyn Told], words: Words) -> Vec<FaultJson> {
    faults.iter().map(|fault| FaultJson { fault: fault.kind(), text: words.say(&fault.say()) }).collect()
}
