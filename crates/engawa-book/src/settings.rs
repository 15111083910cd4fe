//! How the app looks and speaks, and forms that were not finished. Not journaled: undo must not bring back a text size.

use engawa_store::FormDraft;

use crate::book::Book;
use crate::error::BookError;
use crate::views::Settings;

/// The name of the one setting: all of them together.
const SETTINGS: &str = "settings";

impl Book {
    /// The settings; the usual ones where none were saved, or where another version saved what this one cannot read.
    pub fn settings(&self) -> Result<Settings, BookError> {
        let saved = self.store.setting(SETTINGS)?;
        Ok(saved.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Keeps the settings.
    pub fn settings_save(&mut self, settings: &Settings) -> Result<(), BookError> {
        self.writable()?;
        let text = serde_json::to_string(settings).map_err(BookError::Answer)?;
        Ok(self.store.save_setting(SETTINGS, &text)?)
    }

    /// What was typed into a form that was not finished.
    pub fn form_draft_load(&self, key: &str) -> Result<Option<String>, BookError> {
        Ok(self.store.form_draft(key)?.map(|draft| draft.text))
    }

    /// Keeps what is typed into a form.
    pub fn form_draft_save(&mut self, key: &str, text: &str) -> Result<(), BookError> {
        self.writable()?;
        let saved = self.clock.now();
        Ok(self.store.save_form_draft(&FormDraft { name: key.to_owned(), text: text.to_owned(), saved })?)
    }

    /// Forgets what was typed into a form: it was finished, or given up.
    pub fn form_draft_clear(&mut self, key: &str) -> Result<(), BookError> {
        self.writable()?;
        Ok(self.store.clear_form_draft(key)?)
    }
}
