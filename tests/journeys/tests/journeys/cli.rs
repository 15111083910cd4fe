//! `engawa-cli` as a person or a script runs it: a process for each command.

use std::cell::Cell;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The command line with a book in a folder of its own.
pub struct Cli {
    /// Where its files are.
    pub folder: TempDir,
    lang: &'static str,
    /// `2026-11-24T14:05:00`, in Japan.
    now: String,
    /// Every command comes a moment after the one before.
    moments: Cell<u32>,
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The answer, which must be JSON.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The refusal, which must be JSON on standard error with nothing on standard output.
    pub fn problem(&self) -> Value {
        assert_eq!(self.out, "", "{self:?}");
        let told: Value = serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {self:?}"));
        told["problem"].clone()
    }
}

impl Cli {
    /// On a day of 2026: `11-24 14:05`.
    pub fn at(now: &str) -> Self {
        Self::in_language("ja", now)
    }

    /// The same in a language.
    pub fn in_language(lang: &'static str, now: &str) -> Self {
        let cli = Self { folder: TempDir::new().unwrap(), lang, now: String::new(), moments: Cell::new(0) };
        cli.later(now)
    }

    /// The same book at another time.
    pub fn later(mut self, now: &str) -> Self {
        self.set(now);
        self
    }

    /// Another time from now on.
    pub fn set(&mut self, now: &str) {
        let (day, time) = now.split_once(' ').unwrap();
        self.now = format!("2026-{day}T{time}:00");
    }

    /// The same book at noon of a day of any year: `2027-05-22`.
    pub fn on_day(mut self, day: &str) -> Self {
        self.now = format!("{day}T12:00:00");
        self
    }

    /// The folder of the book.
    pub fn book(&self) -> PathBuf {
        self.folder.path().join("book")
    }

    /// A file beside the book, with this content.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Runs a command on the book.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_on(&self.book(), arguments, "")
    }

    /// Runs a command that reads this.
    pub fn run_with(&self, arguments: &[&str], typed: &str) -> Said {
        self.run_on(&self.book(), arguments, typed)
    }

    /// Runs a command on a book elsewhere.
    pub fn run_on(&self, book: &Path, arguments: &[&str], typed: &str) -> Said {
        self.moments.set(self.moments.get() + 1);
        let mut command = Command::new(env!("CARGO_BIN_EXE_engawa-cli-on-a-day"));
        command.args(arguments).env_clear();
        // Without these no program of Windows finds its own system, nor where it may put what is temporary.
        let kept = ["SystemRoot", "TEMP"].into_iter().filter(|_| cfg!(windows));
        command.envs(kept.filter_map(|name| Some((name, std::env::var_os(name)?))));
        command.env("ENGAWA_BOOK", book).env("ENGAWA_LANG", self.lang).env("TZ", "Asia/Tokyo");
        command.env("ENGAWA_NOW", format!("{}.{:03}+09:00", self.now, self.moments.get()));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that reads nothing may have ended by now, and its pipe with it.
        child.stdin.take().unwrap().write_all(typed.as_bytes()).ok();
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Records something; its identifier.
    pub fn record(&self, what: &str, input: &Value) -> Value {
        self.run_with(&["record", what, "--json"], &input.to_string()).json()["value"].clone()
    }

    /// Records something that cannot be recorded; how it ended, and the refusal.
    pub fn refused(&self, what: &str, input: &Value) -> (i32, Value) {
        let said = self.run_with(&["record", what, "--json"], &input.to_string());
        (said.code, said.problem())
    }

    /// An account.
    pub fn account(&self) -> Value {
        self.record("account", &account())
    }

    /// An account and a contract under it.
    pub fn contract(&self) -> String {
        let account = self.account();
        text(&self.record("contract", &contract(&account)))
    }

    /// The names of the fields that a refusal is about.
    pub fn fields(problem: &Value) -> Vec<&str> {
        problem["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect()
    }
}

/// A JSON text as a text.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// An account with its registered address.
pub fn account() -> Value {
    json!({
        "platform": "crowdworks", "user_name": "sample_writer", "registered_email": "me@example.jp", "note": "",
    })
}

/// A contract that was made on the 18th and paid in on the 19th, with a client who asked for Chatwork on the 20th.
pub fn contract(account: &Value) -> Value {
    json!({
        "account": account,
        "client": { "client": "new", "name": "サンプル商店", "reading": "さんぷるしょうてん", "kind": "company" },
        "title": "商品紹介文の作成（60本）", "format": "fixed",
        "stages": [{ "stage": "contracted", "day": "11/18" }, { "stage": "escrowed", "day": "11/19" }],
        "wishes": ["chatwork"], "wish_day": "11/20", "amount": "26万4千円", "delivery_due": "11/30",
        "url": "https://example.jp/contracts/1234567", "number": "1234567",
        "contact_reason": "原稿の確認を音声で行うため", "note": "",
    })
}

/// A fact of a day; an empty day is now.
pub fn fact(contract: &str, day: &str, what: Value) -> Value {
    let mut input = json!({ "contract": contract, "when": { "day": day, "time": "" } });
    input["what"] = what;
    input
}

/// Who looked where, and whether the link was there.
pub fn looked(looker: &str, place: &str, seen: &str) -> Value {
    json!({ "fact": "sighting", "looker": looker, "place": place, "seen": seen, "note": "" })
}

/// What the screen showed.
pub fn status(value: &str, words: &str) -> Value {
    json!({ "fact": "status_seen", "value": value, "words": words, "shown": "web", "note": "" })
}

/// A request filed by the user.
pub fn request() -> Value {
    json!({ "fact": "request", "by": "me", "reason": "原稿の確認を音声で行うため", "channels": ["chatwork"] })
}

/// A message to the office from this address.
pub fn inquiry(sender: &str) -> Value {
    json!({ "fact": "inquiry", "entrance": "faq-button", "sender": sender, "body": "リンクが表示されません。" })
}
