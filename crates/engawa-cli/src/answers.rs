//! Each command: ask the book, say what it answers.

use std::fs;
use std::io::{ErrorKind, Read, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engawa_book::inputs::Action;
use engawa_book::views::BookKind;
use engawa_book::{
    Book, BookError, ExportFiles, Ids, ImportMode, OpenOptions, RandomIds, SeededIds, export_schema,
};
use engawa_domain::calendar::zone;
use engawa_domain::draft::DraftId;
use engawa_domain::facts::Contract;
use engawa_domain::ids::{ActionId, ContractId};
use engawa_domain::standing::standing_as_of;
use engawa_packs::Packs;
use engawa_words::Words;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::Stop;
use crate::args::{Ask, CommandLine, What};
use crate::exit::Exit;
use crate::standing_json::{About, StandingJson};

/// The identifiers of a sample come again, so that two of one size are alike.
const SAMPLE_SEED: u64 = 1;

struct Desk {
    book: Book,
    packs: Arc<Packs>,
    options: OpenOptions,
    words: Words,
    json: bool,
}

/// Does what was asked.
pub fn answer(asked: CommandLine, words: Words) -> Result<Exit, Stop> {
    if matches!(asked.ask, Ask::Schema) {
        print!("{}", export_schema());
        return Ok(Exit::Done);
    }
    let folder = asked.common.book.ok_or(Stop::NoFolder)?;
    let kind = if matches!(asked.ask, Ask::Sample { .. }) { BookKind::Sample } else { BookKind::Own };
    // A book is begun by what fills it; anything else about a folder without one is a slip of the path.
    let begins = matches!(asked.ask, Ask::Record { .. } | Ask::Import { .. } | Ask::Sample { .. });
    if !begins && !folder.join("book.sqlite").exists() {
        return Err(Stop::NoBook(folder));
    }
    let mut options = OpenOptions::of_this_machine(folder, kind, words.lang())?;
    if kind == BookKind::Sample {
        options.ids = Arc::new(SeededIds::new(SAMPLE_SEED));
    }
    let book = Book::open(options.clone())?;
    let packs = Arc::clone(&options.packs);
    let mut desk = Desk { words: words.on(book.today()), book, packs, options, json: asked.common.json };
    match asked.ask {
        Ask::Check => desk.check(),
        Ask::Standing { contract, on } => desk.standing(contract.as_deref(), on.as_deref()),
        Ask::Draft { draft, contract } => desk.draft(draft, &contract),
        Ask::Record { what, from } => desk.record(what, from.as_deref()),
        Ask::Export { to } => desk.export(&to),
        Ask::Import { from, dry_run } => {
            desk.import(&from, if dry_run { ImportMode::DryRun } else { ImportMode::Apply })
        }
        Ask::Journal { contract } => desk.journal(contract.as_deref()),
        Ask::Sample { contracts } => desk.sample(contracts),
        Ask::Schema => Ok(Exit::Done),
    }
}

fn input(error: impl std::fmt::Display) -> Stop {
    Stop::Input(error.to_string())
}

impl Desk {
    /// The answer as JSON, or in words.
    fn say(&self, json: &impl Serialize, words: &str) -> Result<Exit, Stop> {
        let text =
            if self.json { serde_json::to_string_pretty(json).map_err(input)? } else { words.to_owned() };
        match writeln!(stdout().lock(), "{text}") {
            // Whoever reads has read enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            written => written.map_err(input)?,
        }
        Ok(Exit::Done)
    }

    /// The one contract of this identifier, start of an identifier, or title.
    fn contract(&self, name: &str) -> Result<ContractId, Stop> {
        let all: Vec<Contract> = self.book.rows().all().map_err(BookError::from)?;
        let titled = |contract: &&Contract| contract.title.as_str() == name;
        let started = |contract: &&Contract| !name.is_empty() && contract.id.0.to_string().starts_with(name);
        let mut found = all.iter().filter(|contract| titled(contract) || started(contract));
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.id),
            (None | Some(_), _) => Err(Stop::NoContract(name.to_owned())),
        }
    }

    fn check(&self) -> Result<Exit, Stop> {
        let check = self.book.check()?;
        let whole = check.is_whole();
        let key = if whole { "cli-check-whole" } else { "cli-check-faults" };
        let found =
            json!({ "whole": whole, "files_seen": check.files_seen, "files_wrong": check.files.len() });
        self.say(&found, &self.words.get(key, &[]))?;
        Ok(if whole { Exit::Done } else { Exit::Faults })
    }

    fn standing(&self, contract: Option<&str>, on: Option<&str>) -> Result<Exit, Stop> {
        let ids = if let Some(name) = contract {
            vec![self.contract(name)?]
        } else {
            let all: Vec<Contract> = self.book.rows().all().map_err(BookError::from)?;
            all.iter().map(|contract| contract.id).collect()
        };
        let answers = ids.into_iter().map(|id| self.standing_of(id, on)).collect::<Result<Vec<_>, _>>()?;
        let lines: Vec<String> = answers
            .iter()
            .flat_map(|answer| {
                [
                    format!("{}  {}", answer.title, answer.client),
                    format!("  {}  {}", answer.word, answer.summary),
                ]
            })
            .collect();
        match (contract, answers.as_slice()) {
            (Some(_), [one]) => self.say(one, &lines.join("\n")),
            _ => self.say(&answers, &lines.join("\n")),
        }
    }

    fn standing_of(&self, id: ContractId, on: Option<&str>) -> Result<StandingJson, Stop> {
        let view = self.book.contract_view(id)?;
        let rules = self.packs.rules(&view.platform.id);
        let (day, standing) = if let Some(day) = on {
            let day = serde_json::from_value(Value::from(day)).map_err(input)?;
            (day, standing_as_of(&view.facts, rules, day))
        } else {
            let now = zone::local(self.options.clock.now(), &rules.zone).map_err(input)?;
            (now.day, view.standing)
        };
        let about = About {
            contract: id,
            title: view.facts.contract.title.as_str().to_owned(),
            client: view.facts.client.name.as_str().to_owned(),
            platform: rules.id.0.clone(),
            on: day,
        };
        StandingJson::new(about, &standing, &self.words).map_err(input)
    }

    fn draft(&self, draft: Option<String>, contract: &str) -> Result<Exit, Stop> {
        let id = self.contract(contract)?;
        let Some(draft) = draft else {
            let drafts = self.book.contract_view(id)?.drafts;
            let names: Vec<&str> = drafts.iter().map(|draft| draft.id.0.as_str()).collect();
            return self.say(&drafts, &names.join("\n"));
        };
        let view = self.book.draft_view(id, &DraftId(draft))?;
        self.say(&view, &view.text)
    }

    fn record(&mut self, what: What, from: Option<&Path>) -> Result<Exit, Stop> {
        let mut text = String::new();
        match from {
            Some(path) => text = fs::read_to_string(path).map_err(input)?,
            None => drop(stdin().lock().read_to_string(&mut text).map_err(input)?),
        }
        let id = ActionId(RandomIds::default().next(self.options.clock.now()));
        let (value, said) = match what {
            What::Account => parts(self.book.account_add(action(id, &text)?)?)?,
            What::Contract => parts(self.book.contract_add(action(id, &text)?)?)?,
            What::Fact => parts(self.book.fact_add(action(id, &text)?)?)?,
            What::Reply => parts(self.book.reply_record(action(id, &text)?)?)?,
            What::Evidence => parts(self.book.evidence_attach(action(id, &text)?)?)?,
        };
        let said = self.words.say(&said);
        self.say(&json!({ "value": value, "said": said }), &said)
    }

    fn export(&self, to: &Path) -> Result<Exit, Stop> {
        let done = self.book.export(to, ExportFiles::Along)?;
        let entries = done.entries.to_string();
        let found = json!({ "path": done.path, "entries": done.entries, "files": done.files });
        self.say(&found, &self.words.get("cli-exported", &[("entries", &entries)]))
    }

    fn import(&mut self, from: &Path, mode: ImportMode) -> Result<Exit, Stop> {
        let done = self.book.import(from, mode)?;
        let (entries, dry) = (done.entries.to_string(), mode == ImportMode::DryRun);
        let key = if dry { "cli-import-would" } else { "cli-imported" };
        let found = json!({
            "dry_run": dry, "entries": done.entries, "files": done.files, "files_missing": done.files_missing,
        });
        self.say(&found, &self.words.get(key, &[("entries", &entries)]))
    }

    fn journal(&self, contract: Option<&str>) -> Result<Exit, Stop> {
        let contract = contract.map(|name| self.contract(name)).transpose()?;
        let view = self.book.history_view(contract)?;
        let line = |entry: &engawa_book::views::HistoryEntry| {
            format!("{}  {}", entry.at, self.words.say(&entry.say))
        };
        let lines: Vec<String> = view.entries.iter().map(line).collect();
        self.say(&view, &lines.join("\n"))
    }

    fn sample(&mut self, contracts: Option<u32>) -> Result<Exit, Stop> {
        // Invented contracts never come among recorded ones.
        if self.book.history_view(None)?.entries.is_empty() {
            match contracts {
                Some(contracts) => self.book.fill_bulk(contracts, |_| {})?,
                None => self.book.fill_sample()?,
            }
        } else {
            return Err(Stop::NotEmpty);
        }
        let made = self.book.app_start()?.book.contracts;
        let folder: PathBuf = self.book.folder().to_owned();
        let words = self.words.get("cli-sample-made", &[("contracts", &made.to_string())]);
        self.say(&json!({ "folder": folder, "contracts": made }), &words)
    }
}

fn action<T: DeserializeOwned>(id: ActionId, text: &str) -> Result<Action<T>, Stop> {
    Ok(Action { id, input: serde_json::from_str(text).map_err(input)? })
}

fn parts<T: Serialize>(done: engawa_book::done::Done<T>) -> Result<(Value, engawa_domain::say::Say), Stop> {
    Ok((serde_json::to_value(done.value).map_err(input)?, done.said))
}
