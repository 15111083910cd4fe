//! A report as a text: headings, and lines of a label and its values.

use engawa_domain::calendar::Moment;
use engawa_store::Table;
use engawa_words::Words;

use super::masked::Masked;
use super::report::{BookState, Heap, Looked, Program, Report, Shows};
use super::ring::Met;
use super::version::Version;
use crate::problem::ProblemCode;
use crate::views::{BookKind, Contrast, Language, Theme};

/// A finished text, and what of it is known to be the program's own: its labels, its figures, the words of its enums. Other words among
/// the values are not taken from here: whoever looks through the text knows their lists.
#[derive(Debug, Default)]
pub struct Page {
    /// What is shown.
    pub text: String,
    /// Labels, figures and words of enums, one a line.
    pub own: String,
}

/// A value that may stand in a report. There is no implementation for a text, and none may be added.
pub trait Shown {
    /// As it stands there.
    fn shown(&self) -> String;

    /// Whether its kind leaves no room for a text: a figure, or a word of an enum of ours.
    fn is_closed(&self) -> bool {
        false
    }
}

macro_rules! figures {
    ($($kind:ty),*) => { $(impl Shown for $kind {
        fn shown(&self) -> String { self.to_string() }
        fn is_closed(&self) -> bool { true }
    })* };
}
figures!(u16, u32, u64, usize, Moment, Version);

/// Words of our own enums, as they cross the border.
macro_rules! words_of_enums {
    ($($kind:ty),*) => { $(impl Shown for $kind {
        fn shown(&self) -> String {
            serde_json::to_value(self).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
        }
        fn is_closed(&self) -> bool {
            true
        }
    })* };
}
words_of_enums!(ProblemCode, BookKind, Language, Theme, Contrast);

impl Shown for Masked {
    fn shown(&self) -> String {
        self.to_string()
    }
}

/// A word of the program.
impl Shown for &'static str {
    fn shown(&self) -> String {
        (*self).to_owned()
    }
}

/// What is not known is a dash.
impl<T: Shown> Shown for Option<T> {
    fn shown(&self) -> String {
        self.as_ref().map_or_else(|| "-".to_owned(), Shown::shown)
    }

    fn is_closed(&self) -> bool {
        self.as_ref().is_some_and(Shown::is_closed)
    }
}

struct Writer {
    words: Words,
    page: Page,
}

impl Writer {
    fn own(&mut self, text: &str) {
        self.page.text.push_str(text);
        self.page.own.push_str(text);
        self.page.own.push('\n');
    }

    /// A paragraph of its own.
    fn paragraph(&mut self, key: &'static str) {
        let text = self.words.get(key, &[]);
        self.own(text.trim_end());
        self.page.text.push('\n');
    }

    fn heading(&mut self, key: &'static str) {
        self.page.text.push('\n');
        self.paragraph(key);
    }

    /// `label: value value`.
    fn line(&mut self, key: &'static str, values: &[&dyn Shown]) {
        let label = self.words.get(key, &[]);
        self.labelled(&label, values);
    }

    fn labelled(&mut self, label: &str, values: &[&dyn Shown]) {
        self.page.text.push_str("  ");
        self.own(label);
        self.page.text.push(':');
        for value in values {
            self.page.text.push(' ');
            self.value(*value);
        }
        self.page.text.push('\n');
    }

    fn value(&mut self, value: &dyn Shown) {
        let shown = value.shown();
        if value.is_closed() {
            self.own(&shown);
        } else {
            self.page.text.push_str(&shown);
        }
    }
}

/// Writes a report in the words of a language.
pub fn render(report: &Report, words: Words) -> Page {
    let mut writer = Writer { words, page: Page::default() };
    writer.paragraph("support-report-title");
    writer.line("support-report-made", &[&report.made]);
    writer.page.text.push('\n');
    writer.paragraph("support-report-masked");
    program(&mut writer, report, report.program);
    machine(&mut writer, report);
    match &report.book {
        Ok(state) => book(&mut writer, state),
        Err(why) => {
            writer.heading("support-report-book");
            writer.line("support-report-no-book", &[why]);
        }
    }
    problems(&mut writer, &report.problems);
    writer.page
}

fn program(writer: &mut Writer, report: &Report, program: Program) {
    writer.heading("support-report-program");
    writer.line("support-report-version", &[&program.version]);
    writer.line("support-report-schema", &[&report.schema]);
    writer.labelled("SQLite", &[&report.sqlite]);
    match program.shows {
        Shows::Window { tauri, web_view } => {
            writer.labelled("Tauri", &[&tauri]);
            writer.line("support-report-web-view", &[&web_view]);
        }
        Shows::Terminal => writer.paragraph("support-report-terminal"),
    }
}

fn machine(writer: &mut Writer, report: &Report) {
    let machine = &report.machine;
    writer.heading("support-report-machine");
    writer.line("support-report-system", &[&machine.system, &machine.distribution, &machine.version]);
    writer.line("support-report-kernel", &[&machine.kernel]);
    writer.line("support-report-processor", &[&machine.processor]);
    writer.line("support-report-session", &[&machine.session]);
    writer.line("support-report-desktop", &[&machine.desktop]);
}

fn book(writer: &mut Writer, state: &BookState) {
    writer.heading("support-report-settings");
    writer.line("support-report-language", &[&state.language]);
    writer.line("support-report-theme", &[&state.theme]);
    writer.line("support-report-contrast", &[&state.contrast]);
    writer.line("support-report-text", &[&state.text_percent]);
    writer.line("support-report-columns", &[&state.column_widths]);
    writer.heading("support-report-counts");
    writer.line("support-report-kind", &[&state.kind]);
    for (table, count) in &state.counts {
        writer.labelled(Table::name(*table), &[count]);
    }
    writer.line("support-report-entries", &[&state.entries]);
    writer.heading("support-report-sizes");
    let heaps = [
        ("book.sqlite", state.sizes.file),
        ("book.sqlite-wal", state.sizes.log),
        ("evidence", state.sizes.evidence),
        ("backups", state.sizes.backups),
    ];
    for (name, Heap { files, kib }) in heaps {
        writer.labelled(name, &[&files, &kib]);
    }
    writer.line("support-report-last-backup", &[&state.last_backup]);
    writer.heading("support-report-check");
    match state.check {
        None => writer.paragraph("support-report-check-refused"),
        Some(Looked { file, chain, dangling, unexplained, evidence }) => {
            writer.line("support-report-check-file", &[&file]);
            writer.line("support-report-check-chain", &[&chain]);
            writer.line("support-report-check-dangling", &[&dangling]);
            writer.line("support-report-check-unexplained", &[&unexplained]);
            writer.line("support-report-check-evidence", &[&evidence]);
        }
    }
}

fn problems(writer: &mut Writer, met: &[Met]) {
    writer.heading("support-report-problems");
    if met.is_empty() {
        writer.paragraph("support-report-problems-none");
    }
    for Met { at, code, detail } in met {
        writer.page.text.push_str("  ");
        for value in [at as &dyn Shown, code, detail] {
            writer.value(value);
            writer.page.text.push(' ');
        }
        let end = writer.page.text.trim_end_matches(' ').len();
        writer.page.text.truncate(end);
        writer.page.text.push('\n');
    }
}
