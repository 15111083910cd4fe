//! Why there is no answer, told in words or as JSON.

use std::fmt::Display;
use std::io::{Write, stderr};
use std::path::PathBuf;

use engawa_book::problem::{FieldProblem, Problem, ProblemCode};
use engawa_book::{BookError, PacketRefused, packet_problem, problem};
use engawa_domain::message::MessageRefused;
use engawa_words::{Lang, Words};
use serde::Serialize;
use serde_json::json;

use crate::exit::Exit;

/// Why there is no answer.
#[derive(Debug)]
pub enum Stop {
    /// The book said no.
    Book(BookError),
    /// What was given, or the place where the answer should go, cannot be read or written.
    Input(String),
    /// No contract, or more than one, is called that.
    NoContract(String),
    /// No guide and no run, or more than one run, is called that.
    NoGuide(String),
    /// No service has this key.
    NoService(String),
    /// It is no answer to a question of the guide.
    NoAnswer(String),
    /// What was given is no message that can be looked through.
    NoMessage(MessageRefused),
    /// The command line was wrong: as the reader of it says it, where it is not shown by itself.
    Usage(String),
    /// Neither `--book` nor `ENGAWA_BOOK` names a book.
    NoFolder,
    /// There is no book in the folder.
    NoBook(PathBuf),
    /// The book for a sample holds something already.
    NotEmpty,
    /// No kept file, or more than one, is called that.
    NoEvidence(String),
    /// No document, or more than one, is called that.
    NoDocument(String),
    /// It is no hash.
    NoHash(String),
    /// It is no packet, or one that could do harm: found out by verifying it.
    Packet(PacketRefused),
}

impl<E: Into<BookError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Book(error.into())
    }
}

/// What cannot be read or written, as the reader says it.
pub fn input(error: impl Display) -> Stop {
    Stop::Input(error.to_string())
}

/// A refusal as JSON. An explicit shape of its own: it may only grow.
#[derive(Debug, Serialize)]
struct ProblemJson {
    /// To decide by.
    code: Code,
    /// What happened, and that nothing was lost.
    message: String,
    /// What to do, where it is not said with the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    /// The cause, for a support report.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The fields that need a repair.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldProblem>,
}

/// What is wrong with a message, and what to do.
fn no_message(refused: MessageRefused, words: Words) -> (String, String) {
    match refused {
        MessageRefused::NotText { at } => (
            words.get("message-not-text", &[("at", &at.to_string())]),
            words.get("message-not-text-remedy", &[]),
        ),
        MessageRefused::TooLong { limit } => (
            words.get("message-too-long", &[("limit", &(limit / (1024 * 1024)).to_string())]),
            words.get("message-too-long-remedy", &[]),
        ),
    }
}

/// The code of a refusal: the book's own, or that of the command line.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
enum Code {
    Book(ProblemCode),
    Line(LineCode),
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum LineCode {
    Input,
    Usage,
    NoBook,
    NotEmpty,
}

impl Stop {
    /// Says on standard error why there is no answer; the exit code is the same in words and as JSON.
    pub fn tell(&self, words: Words, as_json: bool) -> Exit {
        let problem = self.problem(words);
        let told = if as_json { format!("{:#}", json!({ "problem": problem })) } else { in_words(&problem) };
        // Where nobody listens there is nobody to tell, and the exit code says it all the same.
        writeln!(stderr().lock(), "{told}").ok();
        self.exit()
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Book(error) => Exit::of(problem(error, &Words::new(Lang::Ja), Lang::Ja).code),
            Self::Input(_) | Self::NoMessage(_) | Self::NotEmpty => Exit::Failed,
            Self::NoContract(_)
            | Self::NoGuide(_)
            | Self::NoService(_)
            | Self::NoAnswer(_)
            | Self::NoEvidence(_)
            | Self::NoDocument(_) => Exit::NotFound,
            Self::Usage(_) | Self::NoFolder | Self::NoHash(_) => Exit::Usage,
            Self::NoBook(_) => Exit::NoBook,
            Self::Packet(_) => Exit::Faults,
        }
    }

    fn problem(&self, words: Words) -> ProblemJson {
        let own =
            |code, message| ProblemJson { code, message, remedy: None, detail: None, fields: Vec::new() };
        let not_found = Code::Book(ProblemCode::NotFound);
        let told = |told: Problem| ProblemJson {
            code: Code::Book(told.code),
            message: told.message,
            remedy: Some(told.remedy),
            detail: told.detail,
            fields: told.fields,
        };
        match self {
            Self::Book(error) => told(problem(error, &words, words.lang())),
            Self::Packet(refused) => told(packet_problem(refused, &words)),
            Self::Input(why) => {
                own(Code::Line(LineCode::Input), words.get("cli-input-refused", &[("why", why)]))
            }
            Self::NoMessage(refused) => {
                let (message, remedy) = no_message(*refused, words);
                let problem = own(Code::Line(LineCode::Input), message);
                ProblemJson { remedy: Some(remedy), detail: Some(refused.to_string()), ..problem }
            }
            Self::NoContract(name) => own(not_found, words.get("cli-no-contract", &[("name", name)])),
            Self::NoGuide(name) => own(not_found, words.get("cli-no-guide", &[("name", name)])),
            Self::NoService(name) => own(not_found, words.get("cli-no-service", &[("name", name)])),
            Self::NoAnswer(given) => own(not_found, words.get("cli-no-answer", &[("given", given)])),
            Self::Usage(said) => {
                let problem = own(Code::Line(LineCode::Usage), words.get("cli-usage-refused", &[]));
                ProblemJson { detail: (!said.is_empty()).then(|| said.clone()), ..problem }
            }
            Self::NoFolder => own(Code::Line(LineCode::Usage), words.get("cli-no-folder", &[])),
            Self::NoBook(folder) => {
                let folder = folder.display().to_string();
                own(Code::Line(LineCode::NoBook), words.get("cli-no-book", &[("folder", &folder)]))
            }
            Self::NoEvidence(name) => own(not_found, words.get("cli-no-evidence", &[("name", name)])),
            Self::NoDocument(name) => own(not_found, words.get("cli-no-document", &[("name", name)])),
            Self::NoHash(hash) => {
                own(Code::Line(LineCode::Usage), words.get("cli-not-a-hash", &[("hash", hash)]))
            }
            Self::NotEmpty => own(Code::Line(LineCode::NotEmpty), words.get("cli-not-empty", &[])),
        }
    }
}

fn in_words(problem: &ProblemJson) -> String {
    let ProblemJson { code: _, message, remedy, detail, fields } = problem;
    let mut lines = vec![message.trim_end().to_owned()];
    lines.extend(remedy.clone());
    lines.extend(fields.iter().map(|field| format!("  {}: {}", field.field, field.message)));
    lines.extend(detail.iter().map(|detail| format!("  ({detail})")));
    lines.join("\n")
}
