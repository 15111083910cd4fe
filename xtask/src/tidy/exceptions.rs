//! What may break a law, and why: `xtask/tidy.toml`.

use std::cell::Cell;

use anyhow::{Context, Result, ensure};
use toml::Table;

use super::{Finding, Tree};

/// The file's place in the repository.
const FILE: &str = "xtask/tidy.toml";

/// One excuse: this law, in files below this path, for this reason.
#[derive(Debug)]
struct Exception {
    law: String,
    path: String,
    used: Cell<bool>,
}

/// All of them.
#[derive(Debug)]
pub struct Exceptions(Vec<Exception>);

impl Exceptions {
    /// Reads the file; an error when an entry lacks its law, its path or a reason of some length.
    pub fn read(tree: &Tree) -> Result<Self> {
        Self::parse(tree.text(FILE).unwrap_or_default()).with_context(|| format!("{FILE} cannot be used"))
    }

    fn parse(text: &str) -> Result<Self> {
        let table: Table = text.parse()?;
        let entries =
            table.get("except").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
        entries.iter().map(exception).collect::<Result<_>>().map(Self)
    }

    /// The findings that no exception excuses.
    pub fn without_excused(&self, law: &str, findings: Vec<Finding>) -> Vec<Finding> {
        findings.into_iter().filter(|finding| !self.excuses(law, finding)).collect()
    }

    fn excuses(&self, law: &str, finding: &Finding) -> bool {
        let found = self.0.iter().find(|one| one.law == law && finding.path.starts_with(&one.path));
        found.inspect(|one| one.used.set(true)).is_some()
    }

    /// Exceptions that excused nothing.
    pub fn unused(&self) -> Vec<Finding> {
        let unused = self.0.iter().filter(|one| !one.used.get());
        unused
            .map(|one| {
                Finding::new(
                    FILE,
                    0,
                    format!("`{}` in {} is no longer needed; take it out", one.law, one.path),
                )
            })
            .collect()
    }
}

fn exception(entry: &toml::Value) -> Result<Exception> {
    let field = |name: &str| {
        entry.get(name).and_then(toml::Value::as_str).with_context(|| format!("an entry has no `{name}`"))
    };
    let reason = field("reason")?;
    ensure!(reason.len() > 20, "`{reason}` is no reason a reader could judge");
    Ok(Exception { law: field("law")?.to_owned(), path: field("path")?.to_owned(), used: Cell::new(false) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"
        [[except]]
        law = "no-sleep"
        path = "tests/desk/src/wait.rs"
        reason = "the one place that looks at a condition again and again"
    "#;

    #[test]
    fn an_exception_excuses_its_law_in_its_file_only() -> Result<()> {
        let exceptions = Exceptions::parse(ONE)?;
        let there = Finding::new("tests/desk/src/wait.rs", 3, "sleeps");
        let elsewhere = Finding::new("tests/desk/src/story.rs", 3, "sleeps");
        assert_eq!(
            exceptions.without_excused("no-sleep", vec![there.clone(), elsewhere.clone()]),
            [elsewhere]
        );
        assert_eq!(exceptions.without_excused("other-law", vec![there.clone()]), [there]);
        Ok(())
    }

    #[test]
    fn an_exception_that_excuses_nothing_is_reported() -> Result<()> {
        assert_eq!(Exceptions::parse(ONE)?.unused().len(), 1);
        Ok(())
    }

    #[test]
    fn an_exception_without_a_reason_is_refused() {
        let refused = Exceptions::parse("[[except]]\nlaw = \"a\"\npath = \"b\"\nreason = \"because\"");
        assert!(refused.is_err());
    }
}
