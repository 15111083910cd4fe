//! `cargo xtask <verb>`: everything one does with this repository, one file per verb.
//!
//! The tool is plain Rust so that the same command works for a newcomer, for a script and for `.ci/run`.
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the files looked at are the repository's own, and their endings are lower case"
)]

mod app;
mod bench;
mod codegen;
mod command;
mod display;
mod dist;
mod faults;
mod fuzz;
mod home;
mod opened;
mod repo;
mod report;
mod run;
mod screenshots;
mod setup;
mod test;
mod tidy;
mod windows;

use std::{fmt::Write as _, process::ExitCode};

use anyhow::Result;

/// What follows the verb on the command line.
type Arguments = lexopt::Parser;

/// One thing the tool can do.
struct Verb {
    name: &'static str,
    /// Arguments as shown in the help.
    arguments: &'static str,
    /// One line for the help.
    what: &'static str,
    act: fn(Arguments) -> Result<()>,
}

/// In the order a newcomer needs them.
const VERBS: &[Verb] = &[
    Verb {
        name: "setup",
        arguments: "[build] [display] [tests] [package] [windows]",
        what: "install what is missing on this machine and say why (all groups but windows when none is named)",
        act: setup::act,
    },
    Verb {
        name: "run",
        arguments: "[--sample] [--dev] [-- ARGUMENT…]",
        what: "build the app and open it; without a display, run it unseen and keep a screenshot",
        act: run::act,
    },
    Verb {
        name: "test",
        arguments: "[--only STEP,…] [--list]",
        what: "every check and every test",
        act: test::act,
    },
    Verb {
        name: "faults",
        arguments: "[--percent N]",
        what: "the fault suite with its large counts (or N percent of them); writes docs/reliability.md",
        act: faults::act,
    },
    Verb {
        name: "fuzz",
        arguments: "[TARGET] [--seconds N] [--seed N] [--plain]",
        what: "give a target inputs of all kinds: under libFuzzer, or (--plain) with the mutator of the tests; without a target, list them",
        act: fuzz::act,
    },
    Verb {
        name: "windows",
        arguments: "[--only STEP,…] [--list]",
        what: "compile the app for Windows, and run in Wine what can run there (Debian)",
        act: windows::act,
    },
    Verb {
        name: "tidy",
        arguments: "[--list]",
        what: "the laws of docs/architecture.md that a script can check",
        act: tidy::act,
    },
    Verb {
        name: "codegen",
        arguments: "[--check] [NAME…]",
        what: "write the committed files that are generated from code, or check that they are current",
        act: codegen::act,
    },
    Verb {
        name: "bench",
        arguments: "[--quick] [--rounds N] [window] [commit] [open] [list] [typing]",
        what: "measure the app against an empty window and a bare commit; writes docs/performance.md",
        act: bench::act,
    },
    Verb {
        name: "dist",
        arguments: "[--check]",
        what: "make the .deb and the .rpm (--check: also install, start and remove the .deb)",
        act: dist::act,
    },
    Verb {
        name: "screenshots",
        arguments: "",
        what: "make the pictures of the README from the real window",
        act: screenshots::act,
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(name) = words.next().filter(|word| word != "help" && word != "--help" && word != "-h") else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        eprintln!("There is no verb `{name}`.\n\n{}", help());
        return ExitCode::from(2);
    };
    let arguments = Arguments::from_args(words);
    match (verb.act)(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is::<report::AlreadyTold>() {
                eprintln!("\nxtask {name}: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

/// The help, printed from the table above.
fn help() -> String {
    let mut text = String::from("cargo xtask <verb>\n\n");
    for verb in VERBS {
        let call = format!("{} {}", verb.name, verb.arguments);
        let _ = writeln!(text, "  {call}\n      {}", verb.what);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_verb_once() {
        let help = help();
        for verb in VERBS {
            let line = format!("\n  {} ", verb.name);
            assert_eq!(help.matches(&line).count(), 1, "`{}` must be listed once", verb.name);
        }
    }
}
