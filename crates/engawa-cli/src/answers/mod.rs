//! Each command: ask the book, say what it answers.

mod backup;
mod documents;
mod draft;
mod drawing;
mod guide;
mod message;
mod packet;
mod packs;
mod passphrase;
mod record;
mod rescue;
mod run;
mod run_page;
mod standing;
mod support;
mod transfer;
mod trial;
mod verify;

use std::sync::Arc;

use engawa_book::views::BookKind;
use engawa_book::{Clock, ImportMode, export_schema};
use engawa_words::Words;

use self::trial::Trial;
use crate::args::{Ask, CommandLine, GuideAsk, MessageAsk, PacksAsk};
use crate::desk::{Begin, Desk, Voice, tell};
use crate::exit::Exit;
use crate::stop::Stop;

/// Does what was asked.
pub fn answer(asked: CommandLine, words: Words, clock: &Arc<dyn Clock>) -> Result<Exit, Stop> {
    let voice = Voice { words, json: asked.common.json };
    let folder = asked.common.book;
    let passphrase = asked.common.book_passphrase_file;
    let open = |begin, kind| {
        Desk::open(folder.clone(), passphrase.as_deref(), begin, kind, Arc::clone(clock), voice)
    };
    let own = |begin| open(begin, BookKind::Own);
    match asked.ask {
        Ask::Check => rescue::check(&own(Begin::No)?),
        Ask::Repair { dry_run: true } => rescue::would_repair(&own(Begin::No)?),
        Ask::Repair { dry_run: false } => rescue::repair(&mut own(Begin::No)?),
        Ask::Rescue { ask } => {
            rescue::rescue(&ask, folder.ok_or(Stop::NoFolder)?, passphrase.as_deref(), clock, voice)
        }
        Ask::Standing { contract, on, as_of } => {
            let desk = own(Begin::No)?.back_at(as_of.as_deref())?;
            standing::answer(&desk, contract.as_deref(), on.as_deref())
        }
        Ask::Guide { ask } => guided(ask, folder.is_some(), own, voice),
        Ask::Packs { ask: PacksAsk::Check { packs } } => packs::check(packs.as_deref(), voice),
        Ask::Packs { ask: PacksAsk::Explain { service, on } } => {
            packs::explain(service.as_deref(), on.as_deref(), clock.as_ref(), voice)
        }
        Ask::Packs { ask: PacksAsk::Diff { before, after } } => packs::diff(&before, after.as_deref(), voice),
        Ask::Draft { draft, contract, text } => {
            draft::answer(&own(Begin::No)?, draft, &contract, text.as_deref())
        }
        Ask::Message { ask: MessageAsk::Check(looked) } => message::answer(&looked, voice),
        Ask::Record { what, from } => {
            let text = record::read(from.as_deref())?;
            record::record(&mut own(Begin::Yes)?, what, &text)
        }
        Ask::Amend { what, from } => {
            let text = record::read(from.as_deref())?;
            record::amend(&mut own(Begin::No)?, what, &text)
        }
        Ask::Remove { what, from } => {
            let text = record::read(from.as_deref())?;
            record::remove(&mut own(Begin::No)?, what, &text)
        }
        Ask::Undo => record::undo(&mut own(Begin::No)?),
        Ask::Redo => record::redo(&mut own(Begin::No)?),
        Ask::Export { to, as_of, encrypt: false, .. } => {
            transfer::export(&own(Begin::No)?.back_at(as_of.as_deref())?, &to)
        }
        Ask::Export { to, as_of, encrypt: true, passphrase_file } => {
            let desk = own(Begin::No)?.back_at(as_of.as_deref())?;
            transfer::export_sealed(&desk, &to, passphrase_file.as_deref())
        }
        Ask::Import { from, dry_run: false, passphrase_file } => {
            let file = passphrase_file.as_deref();
            transfer::import(&mut own(Begin::Yes)?, &from, ImportMode::Apply, file)
        }
        Ask::Import { from, dry_run: true, passphrase_file } => {
            let trial = Trial::of(folder.as_deref().ok_or(Stop::NoFolder)?, clock.as_ref())?;
            let book = Some(trial.folder().to_owned());
            let mut desk =
                Desk::open(book, passphrase.as_deref(), Begin::Yes, BookKind::Own, Arc::clone(clock), voice)?;
            transfer::import(&mut desk, &from, ImportMode::DryRun, passphrase_file.as_deref())
        }
        Ask::Journal { contract, as_of } => {
            transfer::journal(&own(Begin::No)?.back_at(as_of.as_deref())?, contract.as_deref())
        }
        Ask::Verify { path, expect } => {
            verify::answer(&path, &expect, passphrase.as_deref(), clock.as_ref(), voice)
        }
        Ask::Documents { ask } => documents::answer(&mut own(Begin::No)?, ask),
        Ask::Packet(asked) => packet::answer(&own(Begin::No)?, &asked),
        Ask::Sample { contracts } => transfer::sample(&mut open(Begin::Yes, BookKind::Sample)?, contracts),
        Ask::Support => support::answer(folder.as_deref(), passphrase.as_deref(), clock, voice),
        Ask::Backup { into: None, .. } => backup::make(&mut own(Begin::No)?),
        Ask::Backup { into: Some(folder), encrypt: false, .. } => {
            backup::make_at(&mut own(Begin::No)?, &folder)
        }
        Ask::Backup { into: Some(folder), encrypt: true, passphrase_file } => {
            backup::seal(&mut own(Begin::No)?, &folder, passphrase_file.as_deref())
        }
        Ask::Backups { prove: false } => backup::list(&own(Begin::No)?),
        Ask::Backups { prove: true } => backup::prove(&own(Begin::No)?),
        Ask::Restore { backup, dry_run, passphrase_file } => {
            // A book that was lost is begun anew by what is put back.
            let begin = if dry_run { Begin::No } else { Begin::Yes };
            backup::restore(own(begin)?, &backup, dry_run, passphrase_file.as_deref())
        }
        Ask::Schema => {
            tell(export_schema().trim_end())?;
            Ok(Exit::Done)
        }
    }
}

/// What is asked about the guides. They are part of the program; a run is part of a book.
fn guided(
    ask: GuideAsk,
    is_book_named: bool,
    own: impl Fn(Begin) -> Result<Desk, Stop>,
    voice: Voice,
) -> Result<Exit, Stop> {
    match ask {
        GuideAsk::Find { words, platform } => guide::search(&words, platform.as_deref(), voice),
        GuideAsk::Show { name: Some(name), drawing: true, platform, .. } => {
            drawing::show(&name, platform.as_deref(), voice)
        }
        GuideAsk::Show { name: None, .. } => {
            let desk = if is_book_named { Some(own(Begin::No)?) } else { None };
            guide::list(desk, voice)
        }
        GuideAsk::Show { name: Some(name), on: None, platform, .. } if guide::is_guide(&name)? => {
            guide::show(&name, platform.as_deref(), voice)
        }
        GuideAsk::Show { name: Some(name), on, .. } => run::show(&own(Begin::No)?, &name, on.as_deref()),
        GuideAsk::Run { name, contract, answers, skip } => {
            let course = if skip { run::Course::Skipped } else { run::Course::Asked(answers) };
            run::go(&mut own(Begin::No)?, &name, contract.as_deref(), course)
        }
    }
}
