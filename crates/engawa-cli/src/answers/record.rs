//! Changes: the same inputs as the window's forms, as JSON, through the same door.

use std::path::Path;
use std::{fs, io};

use engawa_book::done::Done;
use engawa_book::inputs::Action;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};

use crate::args::{Amended, Recorded, Removed};
use crate::desk::Desk;
use crate::exit::Exit;
use crate::stop::{Stop, input};

/// Records something new.
pub fn record(desk: &mut Desk, what: Recorded, text: &str) -> Result<Exit, Stop> {
    let done = match what {
        Recorded::Account => parts(desk.book.account_add(action(desk, text)?)?)?,
        Recorded::Contract => parts(desk.book.contract_add(action(desk, text)?)?)?,
        Recorded::Fact => parts(desk.book.fact_add(action(desk, text)?)?)?,
        Recorded::Reply => parts(desk.book.reply_record(action(desk, text)?)?)?,
        Recorded::Evidence => parts(desk.book.evidence_attach(action(desk, text)?)?)?,
        Recorded::Service => parts(desk.book.service_add(action(desk, text)?)?)?,
        Recorded::Correction => parts(desk.book.correction_keep(action(desk, text)?)?)?,
    };
    said(desk, &done)
}

/// Corrects something that was recorded.
pub fn amend(desk: &mut Desk, what: Amended, text: &str) -> Result<Exit, Stop> {
    let done = match what {
        Amended::Account => parts(desk.book.account_amend(action(desk, text)?)?)?,
        Amended::Client => parts(desk.book.client_amend(action(desk, text)?)?)?,
        Amended::Contract => parts(desk.book.contract_amend(action(desk, text)?)?)?,
        Amended::Fact => parts(desk.book.fact_amend(action(desk, text)?)?)?,
        Amended::Evidence => parts(desk.book.evidence_note(action(desk, text)?)?)?,
        Amended::EvidenceLink => parts(desk.book.evidence_link(action(desk, text)?)?)?,
        Amended::Service => parts(desk.book.service_amend(action(desk, text)?)?)?,
    };
    said(desk, &done)
}

/// Takes something out; `undo` brings it back.
pub fn remove(desk: &mut Desk, what: Removed, text: &str) -> Result<Exit, Stop> {
    let done = match what {
        Removed::Account => parts(desk.book.account_remove(action(desk, text)?)?)?,
        Removed::Contract => parts(desk.book.contract_remove(action(desk, text)?)?)?,
        Removed::Fact => parts(desk.book.fact_remove(action(desk, text)?)?)?,
        Removed::Evidence => parts(desk.book.evidence_detach(action(desk, text)?)?)?,
        Removed::Service => parts(desk.book.service_remove(action(desk, text)?)?)?,
        Removed::Correction => parts(desk.book.correction_remove(action(desk, text)?)?)?,
    };
    said(desk, &done)
}

/// Takes the last change back.
pub fn undo(desk: &mut Desk) -> Result<Exit, Stop> {
    let done = desk.book.undo(desk.action())?;
    told(desk, done)
}

/// Does again what was taken back last.
pub fn redo(desk: &mut Desk) -> Result<Exit, Stop> {
    let done = desk.book.redo(desk.action())?;
    told(desk, done)
}

/// The JSON of a file or of standard input. Looked at before a book is opened, so that a slip begins none.
pub fn read(from: Option<&Path>) -> Result<String, Stop> {
    let text = match from {
        Some(path) => fs::read_to_string(path),
        None => io::read_to_string(io::stdin().lock()),
    };
    let text = text.map_err(input)?;
    // The mark that editors and PowerShell put first under Windows.
    let text = text.trim_start_matches('\u{FEFF}');
    serde_json::from_str::<IgnoredAny>(text).map_err(input)?;
    Ok(text.to_owned())
}

fn action<T: DeserializeOwned>(desk: &Desk, text: &str) -> Result<Action<T>, Stop> {
    Ok(Action { id: desk.action(), input: serde_json::from_str(text).map_err(input)? })
}

/// Says what was done.
pub fn told<T: Serialize>(desk: &Desk, done: Done<T>) -> Result<Exit, Stop> {
    said(desk, &parts(done)?)
}

/// What was done, whatever the kind of its value.
struct Noted {
    value: Value,
    said: engawa_domain::say::Say,
}

fn parts<T: Serialize>(done: Done<T>) -> Result<Noted, Stop> {
    Ok(Noted { value: serde_json::to_value(done.value).map_err(input)?, said: done.said })
}

fn said(desk: &Desk, done: &Noted) -> Result<Exit, Stop> {
    let said = desk.voice.words.say(&done.said);
    desk.voice.say(&json!({ "value": done.value, "said": said }), &said)
}
