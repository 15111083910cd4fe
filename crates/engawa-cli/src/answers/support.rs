//! A report for whoever helps: nothing in it was written by the user, so it can be read and passed on.

use std::path::Path;
use std::sync::Arc;

use engawa_book::support::{
    HeldProblems, Program, Shows, Version, support_report, support_report_without_book,
};
use engawa_book::views::BookKind;
use engawa_book::{Clock, problem};
use serde_json::json;

use crate::desk::{Begin, Desk, Voice};
use crate::exit::Exit;
use crate::stop::Stop;

/// The report, with the book where it can be opened. A book that cannot be is what such a report is most often wanted for.
pub fn answer(
    folder: Option<&Path>,
    passphrase: Option<&Path>,
    clock: &Arc<dyn Clock>,
    voice: Voice,
) -> Result<Exit, Stop> {
    let lang = voice.words.lang();
    let program = Program { version: Version::read(env!("CARGO_PKG_VERSION")), shows: Shows::Terminal };
    let none = HeldProblems::default();
    let report = match Desk::open(
        folder.map(Path::to_owned),
        passphrase,
        Begin::No,
        BookKind::Own,
        Arc::clone(clock),
        voice,
    ) {
        Ok(desk) => support_report(&desk.book, &none, program, lang)?,
        Err(stop) => {
            let why = match &stop {
                Stop::Book(error) => Some(problem(error, &voice.words, lang).code),
                Stop::NoFolder | Stop::NoBook(_) => None,
                // Nothing else stops a book from being opened.
                Stop::Input(_)
                | Stop::NoContract(_)
                | Stop::NoGuide(_)
                | Stop::NoService(_)
                | Stop::NoAnswer(_)
                | Stop::NoMessage(_)
                | Stop::NoEvidence(_)
                | Stop::NoDocument(_)
                | Stop::NoHash(_)
                | Stop::Packet(_)
                | Stop::Usage(_)
                | Stop::NotEmpty => return Err(stop),
            };
            support_report_without_book(folder, &none, why, program, clock.now(), lang)?
        }
    };
    voice.say(&json!({ "report": report }), report.trim_end())
}
