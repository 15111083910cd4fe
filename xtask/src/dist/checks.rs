//! What was looked at in a package, and whether it held.

/// A list of facts, told as they are found.
#[derive(Debug, Default)]
pub struct Checks {
    held: u32,
    broken: u32,
}

impl Checks {
    /// Tells one fact.
    pub fn fact(&mut self, what: &str, holds: Holds) {
        match holds {
            Holds::Yes => {
                self.held += 1;
                println!("ok      {what}");
            }
            Holds::No { since } => {
                self.broken += 1;
                println!("BROKEN  {what}: {since}");
            }
        }
    }

    /// Tells that each of these is among the files of a package.
    pub fn files(&mut self, package: &str, wanted: &[&str], listed: &[String]) {
        for file in wanted {
            let is_there = listed.iter().any(|path| path == file);
            self.fact(&format!("the {package} holds {file}"), Holds::if_true(is_there, || listed.join(" ")));
        }
    }

    /// Whether nothing was broken, and something was looked at.
    pub const fn all_held(&self) -> bool {
        self.broken == 0 && self.held > 0
    }

    /// The line that `cargo xtask test` adds up.
    pub fn closing_line(&self) -> String {
        format!("Checks: {} passed, {} failed", self.held, self.broken)
    }
}

/// Whether a fact is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// As it should be.
    Yes,
    /// What was found instead.
    No { since: String },
}

impl Holds {
    /// `Yes` when true; else what is found instead.
    pub fn if_true(holds: bool, otherwise: impl FnOnce() -> String) -> Self {
        if holds { Self::Yes } else { Self::No { since: otherwise() } }
    }
}

impl<T> From<anyhow::Result<T>> for Holds {
    fn from(outcome: anyhow::Result<T>) -> Self {
        match outcome {
            Ok(_) => Self::Yes,
            Err(error) => Self::No { since: format!("{error:#}") },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_fact_breaks_the_whole_and_no_fact_is_no_success() {
        let mut checks = Checks::default();
        assert!(!checks.all_held(), "a check that looked at nothing has shown nothing");
        checks.files("package", &["/a"], &["/a".to_owned()]);
        assert!(checks.all_held());
        checks.files("package", &["/b"], &["/a".to_owned()]);
        assert!(!checks.all_held());
        assert_eq!(checks.closing_line(), "Checks: 1 passed, 1 failed");
    }
}
