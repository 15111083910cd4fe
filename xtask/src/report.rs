//! What the tests of a step said, and the summary at the end.

use std::{fmt::Write as _, time::Duration};

use crate::repo;

/// The error of a verb that has already said everything a person needs: only the exit code is left to give.
#[derive(Debug)]
pub struct AlreadyTold;

impl std::fmt::Display for AlreadyTold {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("see above")
    }
}

impl std::error::Error for AlreadyTold {}

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: u32,
    /// Tests that did not.
    pub failed: u32,
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything held.
    Passed,
    /// Something did not; the end of its log.
    Failed { log_tail: String },
    /// Not tried, because the step it builds on failed.
    Blocked { by: &'static str },
}

/// One step, done.
#[derive(Clone, Debug)]
pub struct Done {
    /// Its name on the command line.
    pub name: &'static str,
    /// How it ended.
    pub ending: Ending,
    /// How long it took.
    pub took: Duration,
    /// The tests its runner counted; a step without a runner counts as one test itself.
    pub tests: Tally,
}

impl Done {
    fn tally(&self) -> Tally {
        match self.ending {
            Ending::Passed => Tally { passed: self.tests.passed.max(1), failed: 0 },
            Ending::Failed { .. } => Tally { passed: self.tests.passed, failed: self.tests.failed.max(1) },
            Ending::Blocked { .. } => Tally { passed: 0, failed: 1 },
        }
    }

    /// One line: how it ended, its name, its time, its tests.
    pub fn line(&self) -> String {
        let mark = match self.ending {
            Ending::Passed => "ok     ",
            Ending::Failed { .. } => "FAILED ",
            Ending::Blocked { .. } => "blocked",
        };
        let tests = match self.tests {
            Tally { passed: 0, failed: 0 } => String::new(),
            Tally { passed, failed: 0 } => format!("{passed} tests"),
            Tally { passed, failed } => format!("{passed} tests passed, {failed} failed"),
        };
        format!("{mark} {:<14} {:>7.1} s  {tests}", self.name, self.took.as_secs_f64()).trim_end().to_owned()
    }
}

/// Bytes free on the disk of the repository, before a run and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// When it began.
    pub before: u64,
    /// When it had ended.
    pub after: u64,
}

impl Room {
    /// What is free now; `None` where the system does not tell, which ends no run.
    pub fn now() -> Option<u64> {
        fs4::available_space(repo::root()).ok()
    }

    fn line(self) -> String {
        let gigabytes = |bytes: u64| format!("{}.{} GB", bytes / 1_000_000_000, bytes / 100_000_000 % 10);
        format!("{} are free on the disk; before, {} were", gigabytes(self.after), gigabytes(self.before))
    }
}

/// The sum over all steps.
pub fn total(steps: &[Done]) -> Tally {
    steps.iter().map(Done::tally).fold(Tally::default(), Tally::plus)
}

/// The end of a run of this verb: a table, the slowest steps, the room on the disk (a full one looks like failing tests), the first
/// failure in full, and the count alone on the last line.
pub fn summary(steps: &[Done], room: Option<Room>, verb: &str) -> String {
    let mut text = String::from("\n");
    for step in steps {
        let _ = writeln!(text, "{}", step.line());
    }
    let mut slowest: Vec<&Done> = steps.iter().collect();
    slowest.sort_by_key(|step| std::cmp::Reverse(step.took));
    let slowest: Vec<String> = slowest
        .iter()
        .take(3)
        .map(|step| format!("{} {:.0} s", step.name, step.took.as_secs_f64()))
        .collect();
    let whole: Duration = steps.iter().map(|step| step.took).sum();
    let _ = writeln!(text, "\n{:.0} s in all; slowest: {}", whole.as_secs_f64(), slowest.join(", "));
    if let Some(room) = room {
        let _ = writeln!(text, "{}", room.line());
    }
    if let Some((name, tail)) = first_failure(steps) {
        let _ = writeln!(
            text,
            "\nThe first failure is `{name}` (again alone: cargo xtask {verb} --only {name}):\n\n{tail}"
        );
    }
    let Tally { passed, failed } = total(steps);
    let _ = write!(text, "\n{passed} passed, {failed} failed");
    text
}

fn first_failure(steps: &[Done]) -> Option<(&'static str, &str)> {
    steps.iter().find_map(|step| match &step.ending {
        Ending::Failed { log_tail } => Some((step.name, log_tail.as_str())),
        Ending::Passed | Ending::Blocked { .. } => None,
    })
}

/// Adds up what the test runners wrote into a log: cargo test, cargo-nextest and vitest.
pub fn count(log: &str) -> Tally {
    log.lines().filter_map(|line| count_line(&plain(line))).fold(Tally::default(), Tally::plus)
}

fn count_line(line: &str) -> Option<Tally> {
    // What nextest shows of a failing test is indented, and holds the closing line of `cargo test` for that test alone.
    let of_cargo_test = line.strip_prefix("test result: "); // cargo test: `test result: ok. 12 passed; 0 failed; …`
    let line = line.trim();
    let counts = of_cargo_test
        .or_else(|| line.strip_prefix("Tests  ")) // vitest: `Tests  1 failed | 12 passed (13)`
        .or_else(|| line.strip_prefix("Summary [")) // nextest: `Summary [   0.1s] 12 tests run: 11 passed, 1 failed, 0 skipped`
        .or_else(|| line.strip_prefix("Laws: ")) // our own tidy
        .or_else(|| line.strip_prefix("Checks: "))?; // our own dist
    Some(Tally { passed: number_before(counts, "passed"), failed: number_before(counts, "failed") })
}

/// The number that stands before a word.
fn number_before(text: &str, word: &str) -> u32 {
    let mut words = text
        .split(|letter: char| letter.is_whitespace() || ";,|.()".contains(letter))
        .filter(|part| !part.is_empty());
    let mut before = "";
    words
        .find_map(|part| {
            if part == word {
                before.parse().ok()
            } else {
                before = part;
                None
            }
        })
        .unwrap_or(0)
}

/// The line without the escape sequences that colour it.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_three_runners_are_added_up() {
        let log = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            \u{20}   test result: FAILED. 0 passed; 1 failed; what nextest shows of a test\n\
            \u{1b}[32;1m     Summary\u{1b}[0m [   0.052s] 12 tests run: 11 passed, 1 failed, 2 skipped\n\
            \u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m\u{1b}[22m | 5 passed (6)\n\
            a line that says 99 passed by the way\n";
        assert_eq!(count(log), Tally { passed: 19, failed: 2 });
    }

    #[test]
    fn a_step_that_fails_before_any_test_ran_counts_as_a_failure() {
        let steps =
            [done("clippy", Ending::Failed { log_tail: "error: x".into() }), done("fmt", Ending::Passed)];
        assert_eq!(total(&steps), Tally { passed: 1, failed: 1 });
    }

    #[test]
    fn a_blocked_step_is_not_a_pass() {
        assert_eq!(total(&[done("desk", Ending::Blocked { by: "build" })]), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn the_first_failure_is_shown_and_the_count_stands_alone_on_the_last_line() {
        let steps = [
            done("fmt", Ending::Passed),
            done("tidy", Ending::Failed { log_tail: "FIRST".into() }),
            done("ui-test", Ending::Failed { log_tail: "SECOND".into() }),
        ];
        let summary = summary(&steps, Some(Room { before: 12_340_000_000, after: 250_000_000 }), "test");
        assert!(summary.contains("0.2 GB are free on the disk; before, 12.3 GB were"), "{summary}");
        assert!(summary.contains("FIRST") && !summary.contains("SECOND"));
        assert_eq!(summary.lines().last(), Some("1 passed, 2 failed"));
    }

    fn done(name: &'static str, ending: Ending) -> Done {
        Done { name, ending, took: Duration::from_secs(1), tests: Tally::default() }
    }
}
