//! What is said about a contract, and the two ways to hear it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use engawa_book::done::Done;
use engawa_book::inputs::{Action, GuideAnswer, GuideStart};
use engawa_book::views::{BookKind, RunAt};
use engawa_book::{Book, BookError, Clock, OpenOptions, RandomIds};
use engawa_domain::calendar::Moment;
use engawa_domain::draft::DraftId;
use engawa_domain::guide::{GuideId, OptionId, QuestionId};
use engawa_domain::ids::{ActionId, ContractId, PlatformId, RunId};
use engawa_domain::say::Lang;
use engawa_domain::standing::state_name;
use engawa_packs::Packs;
use engawa_words::Words;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tempfile::TempDir;

use super::cli::{Cli, text};
use super::story::Way;

/// Everything that is said about a contract, in the words of a language.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub state: String,
    pub contact: String,
    pub deal_outside: String,
    pub word: String,
    pub summary: String,
    /// Day and sentence.
    pub reasons: Vec<(String, String)>,
    /// The rule and when it was checked.
    pub rule: (String, String),
    /// Day and arithmetic.
    pub deadlines: Vec<(String, String)>,
    pub next: Vec<String>,
    /// By key; where the guide was asked about too.
    pub drafts: BTreeMap<String, Told>,
    /// The question or the outcome at which the guide stands.
    pub guide_at: Option<String>,
}

/// A draft and what was looked at.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    pub text: String,
    /// Tone and sentence.
    pub checks: Vec<(String, String)>,
}

fn list<T>(value: &Value, of: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}")).iter().map(of).collect()
}

impl Way for Cli {
    fn at(&mut self, now: &str) {
        self.set(now);
    }

    fn record(&mut self, what: &str, input: &Value) -> Value {
        Self::record(self, what, input)
    }

    fn file(&self, name: &str, content: &[u8]) -> String {
        Self::file(self, name, content).display().to_string()
    }

    fn guide(&mut self, contract: &str, answers: &[(&str, &str)]) -> String {
        let answers: Vec<String> =
            answers.iter().map(|(question, option)| format!("{question}={option}")).collect();
        let mut arguments = vec!["guide", "run", "link-missing", contract, "--json"];
        for answer in &answers {
            arguments.extend(["--answer", answer]);
        }
        text(&self.run(&arguments).json()["run"])
    }

    fn answer(&mut self, contract: &str, run: Option<&str>) -> Answer {
        let standing = self.run(&["standing", contract, "--json"]).json();
        let names = match run {
            Some(_) => {
                let drafts = self.run(&["draft", "--contract", contract, "--json"]).json();
                list(&drafts, |it| text(&it["draft"]))
            }
            None => Vec::new(),
        };
        let drafts = names.into_iter().map(|name| {
            let draft = self.run(&["draft", &name, "--contract", contract, "--json"]).json();
            let checks = list(&draft["checks"], |it| (text(&it["tone"]), text(&it["text"])));
            (name, Told { text: text(&draft["text"]), checks })
        });
        let drafts = drafts.collect();
        let guide_at = run.map(|run| {
            let run = self.run(&["guide", "show", run, "--json"]).json();
            text(run["question"].get("question").unwrap_or(&run["outcome"]["outcome"]))
        });
        Answer {
            state: text(&standing["state"]),
            contact: text(&standing["contact"]),
            deal_outside: text(&standing["deal_outside"]),
            word: text(&standing["word"]),
            summary: text(&standing["summary"]),
            reasons: list(&standing["reasons"], |it| {
                (it["day"].as_str().unwrap_or_default().to_owned(), text(&it["text"]))
            }),
            rule: (text(&standing["rule"]["text"]), text(&standing["rule"]["checked"])),
            deadlines: list(&standing["deadlines"], |it| (text(&it["day"]), text(&it["arithmetic"]))),
            next: list(&standing["next"], |it| text(&it["text"])),
            drafts,
            guide_at,
        }
    }
}

/// The book itself, as the window asks it.
pub struct InBook {
    book: Book,
    clock: Arc<SetClock>,
    folder: TempDir,
    lang: Lang,
    actions: u128,
}

#[derive(Debug)]
struct SetClock(Mutex<Moment>);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

impl InBook {
    /// A new book.
    pub fn in_language(lang: &str) -> Self {
        let lang = if lang == "en" { Lang::En } else { Lang::Ja };
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(SetClock(Mutex::new("2026-11-24T14:05:00+09:00".parse().unwrap())));
        let book = Book::open(OpenOptions {
            folder: folder.path().join("book"),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            ids: Arc::new(RandomIds::default()),
            packs: Arc::new(Packs::embedded().unwrap()),
            kind: BookKind::Own,
            zone: "Asia/Tokyo".to_owned(),
            lang,
        });
        Self { book: book.unwrap(), clock, folder, lang, actions: 0 }
    }

    fn action<T>(&mut self, input: T) -> Action<T> {
        self.actions += 1;
        Action { id: ActionId(uuid(self.actions)), input }
    }

    fn read<T: DeserializeOwned>(&mut self, input: &Value) -> Action<T> {
        let input = serde_json::from_value(input.clone()).unwrap();
        self.action(input)
    }
}

fn uuid<T: DeserializeOwned>(number: u128) -> T {
    let hex = format!("{number:032x}");
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    serde_json::from_value(Value::from(parts.join("-"))).unwrap()
}

fn json<T: Serialize>(done: Result<Done<T>, BookError>) -> Value {
    serde_json::to_value(done.unwrap()).unwrap()
}

fn word(value: &impl Serialize) -> String {
    text(&serde_json::to_value(value).unwrap())
}

impl Way for InBook {
    fn at(&mut self, now: &str) {
        let (day, time) = now.split_once(' ').unwrap();
        *self.clock.0.lock().unwrap() = format!("2026-{day}T{time}:00+09:00").parse().unwrap();
    }

    fn record(&mut self, what: &str, input: &Value) -> Value {
        let done = match what {
            "account" => {
                let action = self.read(input);
                json(self.book.account_add(action))
            }
            "contract" => {
                let action = self.read(input);
                json(self.book.contract_add(action))
            }
            "fact" => {
                let action = self.read(input);
                json(self.book.fact_add(action))
            }
            "reply" => {
                let action = self.read(input);
                json(self.book.reply_record(action))
            }
            "evidence" => {
                let action = self.read(input);
                json(self.book.evidence_attach(action))
            }
            other => panic!("nothing is recorded as {other}"),
        };
        done["value"].clone()
    }

    fn file(&self, name: &str, content: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    fn guide(&mut self, contract: &str, answers: &[(&str, &str)]) -> String {
        let action = self.action(GuideStart {
            guide: GuideId("link-missing".to_owned()),
            platform: PlatformId("crowdworks".to_owned()),
            contract: Some(contract.parse().unwrap()),
        });
        let run = self.book.guide_start(action).unwrap().value;
        for (question, option) in answers {
            let (question, option) = (QuestionId((*question).to_owned()), OptionId((*option).to_owned()));
            let action = self.action(GuideAnswer { run, question, option });
            self.book.guide_answer(action).unwrap();
        }
        run.to_string()
    }

    fn answer(&mut self, contract: &str, run: Option<&str>) -> Answer {
        let words = Words::new(self.lang).on(self.book.today());
        let id: ContractId = contract.parse().unwrap();
        let view = self.book.contract_view(id).unwrap();
        let drafts = view.drafts.iter().filter(|_| run.is_some()).map(|brief| {
            let DraftId(name) = &brief.id;
            let draft = self.book.draft_view(id, &brief.id).unwrap();
            let checks = draft.check.items.iter().map(|item| (word(&item.tone), words.say(&item.say)));
            (name.clone(), Told { text: draft.text.clone(), checks: checks.collect() })
        });
        let drafts = drafts.collect();
        let guide_at = run.map(|run| {
            let run: RunId = run.parse().unwrap();
            match self.book.run_view(run).unwrap().at {
                RunAt::Question(asked) => asked.id.0,
                RunAt::Outcome(outcome) => outcome.id.0,
            }
        });
        let standing = view.standing;
        Answer {
            state: word(&standing.verdict.name()),
            contact: word(&standing.contact),
            deal_outside: word(&standing.deal_outside),
            word: words.value(&state_name(standing.verdict.name())),
            summary: words.say(&standing.summary),
            reasons: standing
                .reasons
                .iter()
                .map(|reason| {
                    (
                        reason.when.map_or_else(String::new, |when| when.day.to_string()),
                        words.say(&reason.say),
                    )
                })
                .collect(),
            rule: (words.text(&standing.rule.text).to_owned(), standing.rule.cite.checked.to_string()),
            deadlines: standing
                .deadlines
                .iter()
                .map(|deadline| (deadline.day.to_string(), words.say(&deadline.arithmetic)))
                .collect(),
            next: standing.next.iter().map(|step| words.say(&step.say)).collect(),
            drafts,
            guide_at,
        }
    }
}
