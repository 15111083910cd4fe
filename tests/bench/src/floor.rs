//! The floors: programs of `tests/floor`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

/// Where they were built.
#[derive(Debug)]
pub struct Floors(pub PathBuf);

impl Floors {
    /// An empty Tauri window.
    pub fn window(&self) -> PathBuf {
        self.0.join("floor-window")
    }

    /// Bare commits to a new file in this folder, in milliseconds each.
    pub fn commits(&self, folder: &Path, count: usize) -> Result<Vec<f64>> {
        self.sqlite(&["commit", &folder.join("floor.sqlite").to_string_lossy(), &count.to_string()])
    }

    /// Opening a book's file and reading fifty contracts, in milliseconds.
    pub fn open(&self, book: &Path) -> Result<f64> {
        let times = self.sqlite(&["open", &book.join("book.sqlite").to_string_lossy()])?;
        times.first().copied().context("the floor measured nothing")
    }

    /// Looking for a word with `LIKE`, in milliseconds each.
    pub fn scans(&self, book: &Path, word: &str, count: usize) -> Result<Vec<f64>> {
        self.sqlite(&["scan", &book.join("book.sqlite").to_string_lossy(), word, &count.to_string()])
    }

    fn sqlite(&self, arguments: &[&str]) -> Result<Vec<f64>> {
        let program = self.0.join("floor-sqlite");
        let output = Command::new(&program).args(arguments).output();
        let output = output.with_context(|| format!("cannot start {}", program.display()))?;
        ensure!(output.status.success(), "the floor failed: {}", String::from_utf8_lossy(&output.stderr));
        milliseconds(&String::from_utf8(output.stdout)?)
    }
}

/// From whole microseconds, one a line.
fn milliseconds(lines: &str) -> Result<Vec<f64>> {
    let read = |line: &str| line.parse::<f64>().with_context(|| format!("the floor said `{line}`"));
    lines.lines().map(|line| Ok(read(line)? / 1000.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_speaks_in_microseconds_and_nothing_else() {
        assert_eq!(milliseconds("1500\n20\n").unwrap(), [1.5, 0.02]);
        assert!(milliseconds("fast\n").is_err());
    }
}
