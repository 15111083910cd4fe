//! How the app looks and speaks, and forms that were not finished. Not journaled: undo must not bring back a text size.

use engawa_store::FormDraft;

use crate::book::Book;
use crate::error::BookError;
use crate::views::{Settings, SiteView};

/// The name of the one setting: all of them together.
const SETTINGS: &str = "settings";

/// The name of the setting that says at which place the user was told that the book's folder is copied elsewhere.
const SITE_SEEN: &str = "site_seen";

/// Whether a saved setting is of the form that some version wrote. What only another version understands is no damage.
pub(crate) fn can_be_read(name: &str, value: &str) -> bool {
    name != SETTINGS || serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(value).is_ok()
}

impl Book {
    /// Where the folder of the book lies, and whether the user has said that it is known.
    pub fn site_view(&self) -> Result<SiteView, BookError> {
        let folder = self.folder().display().to_string();
        let seen = self.store.setting(SITE_SEEN)?.is_some_and(|seen| seen == folder);
        Ok(SiteView { site: self.site, folder, seen })
    }

    /// The user knows where the book lies; of this place it is not said again.
    pub fn site_seen(&mut self) -> Result<(), BookError> {
        self.writable()?;
        let folder = self.folder().display().to_string();
        Ok(self.store.save_setting(SITE_SEEN, &folder)?)
    }

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
