//! Whether a book or a packet is what was recorded: no book is opened for it, and nothing is written.

use std::fs;
use std::path::Path;

use engawa_book::protect::BookKey;
use engawa_book::{
    BookVerified, ChainHead, Clock, Hash, PacketRefused, PacketVerified, Told, verify_book, verify_packet,
};
use engawa_domain::say::Say;
use engawa_words::Words;

use crate::desk::Voice;
use crate::exit::Exit;
use crate::json::verify::{BookVerifiedJson, PacketVerifiedJson};
use crate::page::Page;
use crate::stop::Stop;
use crate::unlock;

/// Looks through it, whichever it is, and names everything that is wrong.
pub fn answer(
    path: &Path,
    expect: &[String],
    passphrase: Option<&Path>,
    clock: &dyn Clock,
    voice: Voice,
) -> Result<Exit, Stop> {
    let expect = expect.iter().map(|hash| hash.parse().map_err(|_| Stop::NoHash(hash.clone())));
    let expect: Vec<Hash> = expect.collect::<Result<_, _>>()?;
    if !path.exists() {
        return Err(Stop::NoBook(path.to_owned()));
    }
    if !is_book(path) {
        return packet(path, &expect, voice);
    }
    // The key file lies beside the book, and beside its backups.
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
    let key = unlock::key(folder, passphrase, clock, voice.words)?;
    book(path, key.as_ref(), &expect, voice)
}

/// A book is a folder with its file, or a file that begins as SQLite files do or is called like one.
fn is_book(path: &Path) -> bool {
    if path.is_dir() {
        return path.join("book.sqlite").exists();
    }
    let named = path.extension().is_some_and(|extension| extension == "sqlite");
    let begins = |bytes: &[u8]| bytes.starts_with(b"SQLite format 3\0");
    named || read_begin(path).is_some_and(|bytes| begins(&bytes))
}

fn read_begin(path: &Path) -> Option<Vec<u8>> {
    use std::io::Read as _;
    let mut begin = Vec::new();
    fs::File::open(path).ok()?.take(16).read_to_end(&mut begin).ok()?;
    Some(begin)
}

fn book(path: &Path, key: Option<&BookKey>, expect: &[Hash], voice: Voice) -> Result<Exit, Stop> {
    let found = verify_book(path, key, expect)?;
    let BookVerified { book, files } = &found;
    let words = voice.words;
    let mut page = Page::default();
    let looked = Say::new("verify-book-looked")
        .with("entries", count(book.entries))
        .with("rows", count(book.rows))
        .with("files", count(files.seen));
    page.line(0, &words.say(&looked));
    let faults: Vec<&dyn Told> = book
        .faults
        .iter()
        .map(|fault| fault as &dyn Told)
        .chain(files.faults.iter().map(|fault| fault as &dyn Told))
        .collect();
    wrong(&mut page, &faults, "verify-book-whole", words);
    for name in &files.unknown {
        page.line(0, &words.get("verify-unknown", &[("name", name)]));
    }
    heads(&mut page, &book.heads, words);
    voice.say(&BookVerifiedJson::new(&found, &faults, words), &page.text())?;
    Ok(ended(found.is_whole()))
}

fn packet(path: &Path, expect: &[Hash], voice: Voice) -> Result<Exit, Stop> {
    let found = match verify_packet(path, expect) {
        Ok(found) => found,
        // That it cannot be read at all is nothing that was found out about it.
        Err(refused @ (PacketRefused::File { .. } | PacketRefused::Newer { .. })) => {
            return Err(refused.into());
        }
        Err(refused) => return Err(Stop::Packet(refused)),
    };
    let words = voice.words;
    let mut page = Page::default();
    let PacketVerified { files, proven, rows, .. } = &found;
    let looked =
        Say::new("verify-packet-looked").with("files", *files).with("entries", *proven).with("rows", *rows);
    page.line(0, &words.say(&looked));
    let faults: Vec<&dyn Told> = found.faults.iter().map(|fault| fault as &dyn Told).collect();
    wrong(&mut page, &faults, "verify-packet-whole", words);
    let notes = [
        ("verify-packet-masked", found.masked),
        ("verify-packet-withheld", found.withheld),
        ("verify-packet-unproven", found.rows_unproven),
        ("verify-packet-left-out", found.left_out),
    ];
    for (key, number) in notes.into_iter().filter(|(_, number)| *number > 0) {
        page.line(0, &words.say(&Say::new(key).with("count", number)));
    }
    heads(&mut page, &found.heads, words);
    voice.say(&PacketVerifiedJson::new(&found, &faults, words), &page.text())?;
    Ok(ended(found.faults.is_empty()))
}

fn ended(whole: bool) -> Exit {
    if whole { Exit::Done } else { Exit::Faults }
}

fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn wrong(page: &mut Page, faults: &[&dyn Told], whole: &str, words: Words) {
    if faults.is_empty() {
        page.line(0, &words.get(whole, &[]));
        return;
    }
    page.line(0, &words.say(&Say::new("verify-faults").with("count", count(faults.len() as u64))));
    for fault in faults {
        page.line(1, &words.say(&fault.say()));
    }
}

fn heads(page: &mut Page, heads: &[ChainHead], words: Words) {
    for head in heads {
        let (seq, at) = (head.seq.to_string(), head.at.as_str());
        let args = [("origin", head.origin.as_str()), ("seq", seq.as_str()), ("at", at)];
        page.line(0, &words.get("verify-head", &args));
        page.line(1, &head.hash);
    }
    if !heads.is_empty() {
        page.line(0, &words.get("verify-keep", &[]));
    }
}
