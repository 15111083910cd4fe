//! A passphrase: from a file, from the environment, or typed without being shown. Never from the command line, which every
//! program of the machine can read.

use std::path::Path;
use std::{env, fs};

use engawa_book::{BookError, Passphrase};
use engawa_words::Words;

use crate::stop::{Stop, input};

/// Where a passphrase may stand, so that no list of processes ever shows it.
const PASSPHRASE: &str = "ENGAWA_PASSPHRASE";

/// How often a passphrase is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// To open something.
    Once,
    /// To lock something: a slip of the finger would lock it for ever.
    Twice,
}

/// Whether a file is opened by a passphrase, by its name.
pub fn is_sealed(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "age")
}

/// The passphrase.
pub fn ask(file: Option<&Path>, words: Words, asked: Asked) -> Result<Passphrase, Stop> {
    let typed = match (file, env::var(PASSPHRASE)) {
        (Some(file), _) => {
            let text = fs::read_to_string(file).map_err(input)?;
            let line = text.strip_suffix('\n').unwrap_or(&text);
            line.strip_suffix('\r').unwrap_or(line).to_owned()
        }
        (None, Ok(set)) => set,
        (None, Err(_)) => typed(words, asked)?,
    };
    Ok(Passphrase::new(typed).map_err(BookError::from)?)
}

fn typed(words: Words, asked: Asked) -> Result<String, Stop> {
    let prompt = |key: &str| {
        let question = format!("{}: ", words.get(key, &[]));
        rpassword::prompt_password(question)
            .map_err(|_| Stop::Usage(words.get("backup-cli-no-terminal", &[])))
    };
    let typed = prompt("backup-passphrase")?;
    if asked == Asked::Twice && prompt("backup-passphrase-again")? != typed {
        return Err(Stop::Usage(words.get("backup-passphrase-differs", &[])));
    }
    Ok(typed)
}
