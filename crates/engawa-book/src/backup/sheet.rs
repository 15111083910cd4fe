//! The sheet to print and keep: what the encrypted backup is for, where it lies, and how it is opened in years. It has room for
//! the passphrase, written by hand, and never holds the passphrase itself.

use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;
use engawa_words::Words;

use super::Backups;
use super::refused::BackupRefused;
use super::seal::Sealed;
use super::shrunk::Counts;
use super::slip::{Slip, write_whole};

/// How it looks, on paper first.
const STYLE: &str = "body{font:14px/1.7 'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:1.5rem 0 .25rem;border-bottom:1px solid #999}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}\
code{font-family:'Noto Sans Mono',monospace;font-size:.9em;overflow-wrap:anywhere}pre{border:1px solid #999;padding:.5rem;white-space:pre-wrap}\
.room{border:1.5px solid #111;height:4.5rem;margin:.5rem 0}.room+.room{height:2.5rem}\
@media print{body{margin:0;max-width:none}@page{margin:18mm}}";

/// What a sheet is for: its messages differ where the way back does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetFor {
    /// An encrypted backup.
    Backup,
    /// An encrypted export.
    Export,
}

/// What stands on a sheet of the file.
pub(crate) struct Told {
    pub at: Moment,
    pub counts: Counts,
    pub entries: u64,
    pub head: String,
}

impl Backups {
    /// Writes the sheet beside the encrypted backup, in the language of these words; where it is.
    pub fn sheet(&self, sealed: &Sealed, slip: &Slip, words: Words) -> Result<PathBuf, BackupRefused> {
        // What is in the file, and not what the book names: some of it may have been missing.
        let counts = Counts { files: sealed.files, ..slip.counts };
        let told = Told { at: slip.at, counts, entries: slip.entries, head: slip.head.clone() };
        self.sheet_for(SheetFor::Backup, Path::new(&sealed.file), &told, words)
    }

    /// Writes the sheet beside an encrypted file.
    pub(crate) fn sheet_for(
        &self,
        sheet: SheetFor,
        file: &Path,
        told: &Told,
        words: Words,
    ) -> Result<PathBuf, BackupRefused> {
        let path = file.with_extension("html");
        write_whole(&path, &self.page(sheet, file, told, words))?;
        Ok(path)
    }

    fn page(&self, sheet: SheetFor, file: &Path, slip: &Told, words: Words) -> String {
        let say = |key: &str| escape(&words.get(key, &[]));
        let [purpose, by_app, after] = match sheet {
            SheetFor::Backup => ["backup-sheet-for", "backup-sheet-app-text", "backup-sheet-after"],
            SheetFor::Export => ["transfer-sheet-for", "transfer-sheet-app-text", "transfer-sheet-after"],
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let day = words.day(self.day_of(slip.at));
        let (contracts, files) = (slip.counts.contracts.to_string(), slip.counts.files.to_string());
        let holds = words.get("backup-sheet-holds-what", &[("contracts", &contracts), ("files", &files)]);
        let rows = [
            (say("backup-sheet-file"), format!("<code>{}</code>", escape(&name))),
            (say("backup-sheet-folder"), escape(&file.parent().unwrap_or(file).display().to_string())),
            (say("backup-sheet-day"), escape(&format!("{day} ({})", slip.at))),
            (say("backup-sheet-holds"), escape(&holds)),
            (say("backup-sheet-entries"), slip.entries.to_string()),
            (say("backup-sheet-head"), format!("<code>{}</code>", escape(&slip.head))),
        ];
        let rows = rows.map(|(term, what)| format!("<dt>{term}</dt><dd>{what}</dd>")).concat();
        let lang = match words.lang() {
            engawa_words::Lang::Ja => "ja",
            engawa_words::Lang::En => "en",
        };
        let title = say("backup-sheet-title");
        let command = escape(&format!("age --decrypt \"{name}\" | tar --extract"));
        format!(
            "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
             <style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n<p>{}</p>\n<dl>{rows}</dl>\n\
             <h2>{}</h2>\n<p>{}</p>\n<div class=\"room\"></div><div class=\"room\"></div>\n\
             <h2>{}</h2>\n<p>{}</p>\n<h2>{}</h2>\n<p>{}</p>\n<pre>{command}</pre>\n<p>{}</p>\n</body></html>\n",
            say(purpose),
            say("backup-sheet-passphrase"),
            say("backup-sheet-passphrase-text"),
            say("backup-sheet-app"),
            say(by_app),
            say("backup-sheet-tool"),
            say("backup-sheet-tool-text"),
            say(after),
        )
    }
}

/// Text as it stands in a page.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // Marks that Fluent puts around values for mixed scripts; on paper they are boxes.
            '\u{2068}' | '\u{2069}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
