//! The same facts told to `engawa-cli`, in a book of its own: what it answers, the window has to say too.

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use engawa_desk::{Desk, Language, Window, cli};
use serde_json::{Value, json};

/// A book that only the command line knows.
pub struct Twin {
    folder: PathBuf,
    language: Language,
    contract: String,
}

impl Twin {
    /// A book with an account and a contract, both as the forms of the window have them.
    #[track_caller]
    pub fn with_contract(desk: &Desk, language: Language, account: &Value, contract: &Value) -> Self {
        let mut twin = Self { folder: desk.folder("twin"), language, contract: String::new() };
        let account = twin.records("account", account);
        let mut contract = contract.clone();
        contract["account"] = account;
        let id = twin.records("contract", &contract);
        id.as_str().unwrap().clone_into(&mut twin.contract);
        twin
    }

    /// Records a fact about the contract.
    #[track_caller]
    pub fn fact(&self, day: &str, time: &str, what: &Value) -> Value {
        let fact = json!({"contract": self.contract, "when": {"day": day, "time": time}, "what": what});
        self.records("fact", &fact)
    }

    /// Records the reply to an inquiry.
    #[track_caller]
    pub fn reply(&self, inquiry: &Value, day: &str, time: &str, result: &str, text: &str) {
        let when = json!({"day": day, "time": time});
        self.records("reply", &json!({"inquiry": inquiry, "when": when, "result": result, "text": text}));
    }

    /// The standing of the contract at the end of a day.
    #[track_caller]
    pub fn standing(&self, day: &str) -> Value {
        let mut standing = answer(self.ask().args(["standing", &self.contract, "--on", day]), None);
        // Each book makes identifiers of its own.
        for own in ["contract", "client_id"] {
            standing.as_object_mut().unwrap().remove(own);
        }
        // The window notes the second at which something was recorded; of the command line's facts only the hour was told.
        for reason in standing["reasons"].as_array_mut().unwrap() {
            reason.as_object_mut().unwrap().remove("time");
        }
        standing
    }

    /// The text of a draft.
    #[track_caller]
    pub fn draft(&self, name: &str) -> String {
        let draft = answer(self.ask().args(["draft", name, "--contract", &self.contract]), None);
        draft["text"].as_str().unwrap().to_owned()
    }

    /// The same questions, put to the book that the window kept, once it is closed.
    #[track_caller]
    pub fn of_window(desk: &Desk, language: Language, title: &str) -> Self {
        Self { folder: desk.book(), language, contract: title.to_owned() }
    }

    fn ask(&self) -> Command {
        let mut command = Command::new(cli());
        command.arg("--json").arg("--lang").arg(self.language.code()).arg("--book").arg(&self.folder);
        command
    }

    #[track_caller]
    fn records(&self, what: &str, input: &Value) -> Value {
        answer(self.ask().args(["record", what]), Some(input))["value"].clone()
    }
}

/// Runs the command line and reads its answer.
#[track_caller]
pub fn answer(command: &mut Command, input: Option<&Value>) -> Value {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut typed = child.stdin.take().unwrap();
    if let Some(input) = input {
        typed.write_all(input.to_string().as_bytes()).unwrap();
    }
    drop(typed);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "engawa-cli refused {input:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Everything that the command line says about a standing, the contract's screen reads as well.
#[track_caller]
pub fn says_the_same(window: &Window<'_>, standing: &Value) {
    let texts = |list: &str, field: &str| -> Vec<Value> {
        standing[list].as_array().into_iter().flatten().map(|one| one[field].clone()).collect()
    };
    let mut said =
        vec![standing["word"].clone(), standing["summary"].clone(), standing["rule"]["text"].clone()];
    said.extend(texts("reasons", "text"));
    said.extend(texts("deadlines", "name"));
    said.extend(texts("deadlines", "arithmetic"));
    // The best step; of the others a window may leave out what leads nowhere else.
    said.extend(["text", "button"].map(|part| standing["next"][0][part].clone()));
    for text in said {
        window.reads(text.as_str().unwrap());
    }
}
