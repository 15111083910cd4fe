//! A day's work, step by step, and what a book must hold after each: what the tests compare with what is left.
//!
//! Steps are numbered, and a step does the same wherever it is tried: its number is its action. Whoever pressed a button and
//! got no answer presses it again.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use engawa_book::inputs::{Action, EvidenceInput};
use engawa_book::{Book, BookError};
use engawa_domain::facts::{Evidence, Origin};

use crate::{CONTRACT, action, begin, numbers, open, write};

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Records a stage.
    Stage,
    /// Takes a file in.
    Evidence,
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Saves the settings.
    Setting,
    /// Saves a form that is being typed into.
    Form,
    /// Finishes that form.
    FormDone,
    /// Makes a backup.
    BackUp,
    /// Moves the log into the file.
    Settle,
    /// Closes the book and opens it again.
    Reopen,
}

/// The day, which comes again and again. What is taken back is always there.
const DAY: [Step; 17] = [
    Step::Stage,
    Step::Evidence,
    Step::Setting,
    Step::Stage,
    Step::Form,
    Step::Undo,
    Step::Redo,
    Step::Stage,
    Step::BackUp,
    Step::Undo,
    Step::Stage,
    Step::Settle,
    Step::Evidence,
    Step::FormDone,
    Step::Undo,
    Step::Reopen,
    Step::Redo,
];

/// Steps in a day.
pub const DAY_STEPS: u64 = DAY.len() as u64;

/// The step with this number, from 1.
pub fn step(number: u64) -> Step {
    let place = usize::try_from((number.max(1) - 1) % DAY_STEPS).unwrap_or(0);
    DAY.get(place).copied().unwrap_or(Step::Stage)
}

/// What a book holds, as far as the steps change it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holds {
    /// Stages, by the number of the step that recorded them.
    pub stages: BTreeSet<u64>,
    /// Files of evidence, by the number of the step that took them in.
    pub evidence: BTreeSet<u64>,
    /// The step that saved the settings last.
    pub setting: u64,
    /// The step that saved the unfinished form, where there is one.
    pub form: Option<u64>,
    /// Entries of the journal, without the one that recorded the contract.
    pub entries: u64,
}

/// What a book holds after this many steps: worked out from the steps alone, without any book.
pub fn after(steps: u64) -> Holds {
    let mut holds = Holds::default();
    let (mut done, mut undone): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    for number in 1..=steps {
        match step(number) {
            Step::Stage | Step::Evidence => {
                apply(&mut holds, number);
                done.push(number);
                undone.clear();
            }
            Step::Undo => {
                let last = done.pop().unwrap_or_default();
                holds.stages.remove(&last);
                holds.evidence.remove(&last);
                holds.entries += 1;
                undone.push(last);
            }
            Step::Redo => {
                let last = undone.pop().unwrap_or_default();
                apply(&mut holds, last);
                done.push(last);
            }
            Step::Setting => holds.setting = number,
            Step::Form => holds.form = Some(number),
            Step::FormDone => holds.form = None,
            Step::BackUp | Step::Settle | Step::Reopen => {}
        }
    }
    holds
}

fn apply(holds: &mut Holds, number: u64) {
    holds.entries += 1;
    match step(number) {
        Step::Evidence => holds.evidence.insert(number),
        _ => holds.stages.insert(number),
    };
}

/// What this book holds.
pub fn found(book: &Book) -> Result<Holds, BookError> {
    let stages = numbers(book)?;
    let files: Vec<Evidence> = book.rows().all()?;
    let evidence: Vec<u64> = files.iter().filter_map(|file| file.original_name.parse().ok()).collect();
    let holds = Holds {
        stages: stages.iter().copied().collect(),
        evidence: evidence.iter().copied().collect(),
        setting: book.settings()?.column_widths.get(SETTING).copied().unwrap_or_default().into(),
        form: book.form_draft_load(FORM)?.and_then(|text| text.parse().ok()),
        entries: book.rows().entries()?.saturating_sub(1),
    };
    // Counted with what is there twice, so that a doubled step is no equal.
    let twice = stages.len() + evidence.len() - holds.stages.len() - holds.evidence.len();
    Ok(Holds { entries: holds.entries + twice as u64 * 1_000_000, ..holds })
}

const SETTING: &str = "faults.steps";
const FORM: &str = "faults";

/// The desk at which the steps are done.
#[derive(Debug)]
pub struct Work {
    folder: PathBuf,
    sources: PathBuf,
    /// Nothing between a closing and an opening that was refused.
    book: Option<Book>,
}

impl Work {
    /// At the book in this folder, with the files that are taken in in another.
    pub fn at(folder: &Path, sources: &Path) -> Self {
        Self { folder: folder.to_owned(), sources: sources.to_owned(), book: None }
    }

    /// The open book.
    pub fn book(&mut self) -> Result<&mut Book, BookError> {
        let book = match self.book.take() {
            Some(book) => book,
            None => open(self.folder.clone())?,
        };
        let book = self.book.insert(book);
        begin(book)?;
        Ok(book)
    }

    /// Does a step. When it answers, the step is done for good.
    pub fn perform(&mut self, number: u64) -> Result<(), BookError> {
        let source = self.sources.join(number.to_string());
        let book = self.book()?;
        match step(number) {
            Step::Stage => write(book, number).map(drop),
            Step::Evidence => {
                let path = source.to_string_lossy().into_owned();
                let input = EvidenceInput { contract: CONTRACT, fact: None, path, origin: Origin::Picked };
                book.evidence_attach(Action { id: action(number), input }).map(drop)
            }
            Step::Undo => book.undo(action(number)).map(drop),
            Step::Redo => book.redo(action(number)).map(drop),
            Step::Setting => {
                let mut settings = book.settings()?;
                settings.column_widths.insert(SETTING.to_owned(), u32::try_from(number).unwrap_or(u32::MAX));
                book.settings_save(&settings)
            }
            Step::Form => book.form_draft_save(FORM, &number.to_string()),
            Step::FormDone => book.form_draft_clear(FORM),
            Step::BackUp => book.back_up(engawa_book::BackupWhy::Asked).map(drop),
            Step::Settle => book.settle(),
            Step::Reopen => {
                self.book = None;
                self.book().map(drop)
            }
        }
    }
}

/// Makes the files that the steps of these numbers take in: small ones, and some larger than what is copied at a time.
pub fn lay_out_sources(folder: &Path, steps: RangeInclusive<u64>) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for number in steps.filter(|number| step(*number) == Step::Evidence) {
        let times = if number % 4 == 0 { 40_000 } else { 70 };
        std::fs::write(folder.join(number.to_string()), format!("step {number}\n").repeat(times))?;
    }
    Ok(())
}

/// Whether the step that was not answered was done all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It was, or it is one that nothing shows of.
    Done,
    /// It was not.
    NotDone,
}

/// Opens the book in this folder as the app does, and looks whether it is what it must be when all steps up to
/// `acknowledged` were answered and the next may have been done. That one is then pressed again, as its user would.
pub fn look_after(folder: &Path, sources: &Path, acknowledged: u64) -> Result<Next, String> {
    let refused = |error: BookError| format!("refused after {acknowledged} steps: {error}");
    let mut work = Work::at(folder, sources);
    let book = work.book().map_err(refused)?;
    let check = book.check().map_err(refused)?;
    if !check.is_whole() {
        return Err(format!("after {acknowledged} steps not whole: {check:?}"));
    }
    let (before, with_next) = (after(acknowledged), after(acknowledged + 1));
    let now = found(book).map_err(refused)?;
    if now != before && now != with_next {
        return Err(format!(
            "after {acknowledged} steps there is\n{now:?}\nneither\n{before:?}\nnor\n{with_next:?}"
        ));
    }
    work.perform(acknowledged + 1).map_err(refused)?;
    let again = work.book().and_then(|book| found(book)).map_err(refused)?;
    if again != with_next {
        return Err(format!("step {} again gives\n{again:?}\nnot\n{with_next:?}", acknowledged + 1));
    }
    Ok(if now == with_next { Next::Done } else { Next::NotDone })
}

/// Names in the folder of a book that have no place there: left by work that was broken off, and never thrown away.
pub fn debris(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let unfinished = [".part", ".new", ".new-journal", ".unproven", "-journal"];
            if unfinished.iter().any(|end| name.ends_with(end)) || name.starts_with("incoming-") {
                found.push(path.strip_prefix(folder).unwrap_or(&path).display().to_string());
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_after_any_number_of_steps_holds_what_was_worked_out_without_it() {
        let folder = tempfile::tempdir().unwrap();
        let (book, sources) = (folder.path().join("book"), folder.path().join("sources"));
        let steps = 3 * DAY_STEPS;
        lay_out_sources(&sources, 1..=steps).unwrap();
        let mut work = Work::at(&book, &sources);
        for number in 1..=steps {
            work.perform(number).unwrap();
            assert_eq!(found(work.book().unwrap()).unwrap(), after(number), "after step {number}");
        }
        assert!(work.book().unwrap().check().unwrap().is_whole());
    }

    #[test]
    fn a_day_takes_back_a_stage_and_a_file_and_does_both_again() {
        assert_eq!(after(6).stages, [1].into());
        assert_eq!(after(7).stages, [1, 4].into());
        assert_eq!(after(15).evidence, [2].into());
        assert_eq!(after(17).evidence, [2, 13].into());
        assert_eq!(after(17).entries, 11);
    }
}
