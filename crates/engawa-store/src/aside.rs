//! What is in the file and not in the journal: settings and unfinished forms. Undo must not bring back a text size.

use std::collections::BTreeMap;

use engawa_domain::calendar::Moment;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::error::StoreError;
use crate::open::Store;
use crate::seal::{self, Aside};

/// A form that was not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    /// Which form.
    pub name: String,
    /// Its fields, in the words of the window.
    pub text: String,
    /// When it was last saved.
    pub saved: Moment,
}

impl Store {
    /// A setting, in the words of `engawa-book`.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
        Ok(statement.query_row([name], |row| row.get(0)).optional()?)
    }

    /// Keeps a setting.
    pub fn save_setting(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.write_aside(Aside::Settings, |change| Ok(change.execute(sql, [name, value]).map(|_| ())?))
    }

    /// The only place where a row beside the facts is written: no write without its seal.
    fn write_aside(
        &mut self,
        table: Aside,
        work: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        work(&transaction)?;
        seal::seal(&transaction, table)?;
        Ok(transaction.commit()?)
    }

    /// An unfinished form.
    pub fn form_draft(&self, name: &str) -> Result<Option<FormDraft>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT text, saved FROM form_drafts WHERE name = ?1")?;
        let found: Option<(String, String)> =
            statement.query_row([name], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found
            .map(|(text, saved)| {
                let saved = saved
                    .parse()
                    .map_err(|_| StoreError::Damaged { detail: format!("form_drafts, saved: {saved:?}") })?;
                Ok(FormDraft { name: name.to_owned(), text, saved })
            })
            .transpose()
    }

    /// What is typed into every unfinished form, one at a time.
    pub fn each_form_draft(&self, mut visit: impl FnMut(&str)) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text FROM form_drafts")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(&row.get::<_, String>(0)?);
        }
        Ok(())
    }

    /// Keeps an unfinished form; what it was before is gone.
    pub fn save_form_draft(&mut self, draft: &FormDraft) -> Result<(), StoreError> {
        let sql = "INSERT INTO form_drafts (name, text, saved) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (name) DO UPDATE SET text = excluded.text, saved = excluded.saved";
        self.write_aside(Aside::FormDrafts, |change| {
            change.execute(sql, params![draft.name, draft.text, draft.saved.to_string()])?;
            Ok(())
        })
    }

    /// Forgets an unfinished form, if there is one.
    pub fn clear_form_draft(&mut self, name: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM form_drafts WHERE name = ?1";
        self.write_aside(Aside::FormDrafts, |change| Ok(change.execute(sql, [name]).map(|_| ())?))
    }

    /// What the packs said when the user last looked, by platform, in the words of `engawa-book`.
    pub fn rules_seen(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT platform, said FROM rules_seen")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what the packs say now, in place of what was kept.
    pub fn save_rules_seen(&mut self, said: &BTreeMap<String, String>) -> Result<(), StoreError> {
        self.write_aside(Aside::RulesSeen, |change| {
            change.execute("DELETE FROM rules_seen", [])?;
            let mut insert = change.prepare("INSERT INTO rules_seen (platform, said) VALUES (?1, ?2)")?;
            for (platform, said) in said {
                insert.execute([platform, said])?;
            }
            Ok(())
        })
    }
}
