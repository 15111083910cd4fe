//! Gathers what a report says, writes it, and lets it go only when the last look finds nothing.

use std::fs;
use std::path::Path;

use engawa_domain::calendar::Moment;
use engawa_domain::facts::Evidence;
use engawa_domain::say::Lang;
use engawa_store::{SCHEMA, StoreError, Table};
use engawa_words::Words;

use super::machine::Machine;
use super::render::render;
use super::report::{BookState, Heap, Looked, Program, Report, Sizes};
use super::ring::{HeldProblems, LastProblems};
use super::scan::{Verdict, look_through};
use super::secrets;
use super::version::Version;
use crate::book::Book;
use crate::error::BookError;
use crate::problem::ProblemCode;
use crate::views::FilePresence;

/// A support report about a book, as a text that can be read and passed on, with the problems that `held` has besides those in the
/// folder. Nothing is changed.
pub fn support_report(
    book: &Book,
    held: &HeldProblems,
    program: Program,
    lang: Lang,
) -> Result<String, BookError> {
    let report = Report {
        book: Ok(state(book)?),
        problems: held.after(LastProblems::of_book(book.folder()).read()),
        ..without_book(program, book.clock.now(), None)
    };
    finish(&report, lang, |visit| {
        secrets::of_machine(Some(book.folder()), visit);
        secrets::of_book(book, visit)
    })
}

/// The same where no book is open: `why` says which problem stands in the way, `folder` where the last problems are kept.
pub fn support_report_without_book(
    folder: Option<&Path>,
    held: &HeldProblems,
    why: Option<ProblemCode>,
    program: Program,
    now: Moment,
    lang: Lang,
) -> Result<String, BookError> {
    let written = folder.map(|folder| LastProblems::of_book(folder).read()).unwrap_or_default();
    let problems = held.after(written);
    let report = Report { problems, ..without_book(program, now, why) };
    finish(&report, lang, |visit| {
        secrets::of_machine(folder, visit);
        Ok(())
    })
}

fn finish(
    report: &Report,
    lang: Lang,
    secrets: impl FnOnce(&mut dyn FnMut(&str)) -> Result<(), BookError>,
) -> Result<String, BookError> {
    let page = render(report, Words::new(lang));
    match look_through(&page.text, &page.own, secrets)? {
        Verdict::Clean => Ok(page.text),
        Verdict::Holds => Err(BookError::ReportHolds),
    }
}

fn without_book(program: Program, now: Moment, why: Option<ProblemCode>) -> Report {
    Report {
        made: now,
        program,
        schema: SCHEMA,
        sqlite: Version::read(engawa_store::sqlite_version()),
        machine: Machine::here(),
        book: Err(why),
        problems: Vec::new(),
    }
}

fn state(book: &Book) -> Result<BookState, BookError> {
    let settings = book.settings()?;
    let counts = Table::ALL.into_iter().map(|table| Ok((table, book.rows().count(table)?)));
    Ok(BookState {
        kind: book.kind,
        language: settings.language,
        theme: settings.theme,
        contrast: settings.contrast,
        text_percent: settings.text_percent,
        column_widths: settings.column_widths.len(),
        counts: counts.collect::<Result<_, StoreError>>()?,
        entries: book.rows().entries()?,
        sizes: sizes(book),
        last_backup: book.last_backup().ok().flatten(),
        check: looked(book).ok(),
    })
}

/// A look that is quick: what SQLite and the history say, and whether the files of evidence are there.
fn looked(book: &Book) -> Result<Looked, StoreError> {
    let check = book.store.check()?;
    let mut evidence = 0;
    book.rows().each(|file: Evidence| {
        match book.vault.presence(&file.sha256, file.bytes) {
            FilePresence::There => {}
            FilePresence::Gone | FilePresence::OtherSize | FilePresence::Unreadable => evidence += 1,
        }
        Ok(())
    })?;
    Ok(Looked {
        file: check.file.len(),
        chain: usize::from(check.chain.is_some()),
        dangling: check.dangling.len(),
        unexplained: check.unexplained.len(),
        evidence,
    })
}

fn sizes(book: &Book) -> Sizes {
    let file = book.folder.file();
    let mut log = file.clone().into_os_string();
    log.push("-wal");
    Sizes {
        file: heap(&file),
        log: heap(Path::new(&log)),
        evidence: heap(&book.folder.evidence()),
        backups: heap(&book.folder.backups()),
    }
}

/// A file, or everything below a folder. Links are not followed: what they lead to is not the book's.
fn heap(path: &Path) -> Heap {
    let Ok(found) = fs::symlink_metadata(path) else { return Heap::default() };
    if found.is_dir() {
        let below = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| heap(&entry.path()));
        return below
            .fold(Heap::default(), |sum, one| Heap { files: sum.files + one.files, kib: sum.kib + one.kib });
    }
    Heap { files: 1, kib: found.len().div_ceil(1024) }
}
