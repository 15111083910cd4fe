//! 確かめる: what the vault was found to hold, in the names that the user knows.

use std::collections::HashMap;

use engawa_domain::facts::{Evidence, Sha256Hex};

use crate::book::Book;
use crate::error::BookError;
use crate::vault::{FileState, Vault, VaultFound, Watch};
use crate::views::{EvidenceChecked, FileWrong, WrongFile};

/// Under which name the last result is kept beside the settings.
const LAST: &str = "evidence_checked";

/// A look at every kept file, to be had on another thread than the book's.
#[derive(Debug, Clone)]
pub struct EvidenceCheck {
    vault: Vault,
    known: Vec<(Sha256Hex, u64)>,
}

impl EvidenceCheck {
    /// Reads and hashes every file.
    pub fn run(&self, watch: &mut Watch<'_>) -> Result<VaultFound, BookError> {
        Ok(self.vault.look_through(&self.known, watch)?)
    }
}

impl Book {
    /// What has to be looked at.
    pub fn evidence_check(&self) -> Result<EvidenceCheck, BookError> {
        let kept = self.rows().all::<Evidence>()?;
        let known = kept.into_iter().map(|evidence| (evidence.sha256, evidence.bytes)).collect();
        Ok(EvidenceCheck { vault: self.vault.clone(), known })
    }

    /// What a look that has just ended found. It is remembered, so that the screen can say when that was.
    pub fn evidence_check_end(&mut self, found: VaultFound) -> Result<EvidenceChecked, BookError> {
        let kept = self.rows().all::<Evidence>()?;
        let mut names: HashMap<Sha256Hex, Evidence> =
            kept.into_iter().map(|evidence| (evidence.sha256.clone(), evidence)).collect();
        let wrong = found.wrong.into_iter().filter_map(|(sha256, state)| Some((sha256, of_state(state)?)));
        let unreadable = found.unreadable.into_iter().map(|sha256| (sha256, FileWrong::Unreadable));
        let wrong = wrong.chain(unreadable).filter_map(|(sha256, how)| {
            let Evidence { id, original_name: name, .. } = names.remove(&sha256)?;
            Some(WrongFile { evidence: id, name, sha256, how })
        });
        let checked = EvidenceChecked {
            at: self.clock.now(),
            files: found.files,
            bytes: found.bytes,
            wrong: wrong.collect(),
            unknown: found.unknown,
        };
        let text = serde_json::to_string(&checked).map_err(BookError::Answer)?;
        self.store.save_setting(LAST, &text)?;
        Ok(checked)
    }

    /// What the last look found; `None` where there was none yet, or where another version wrote what this one cannot read.
    pub fn evidence_checked(&self) -> Result<Option<EvidenceChecked>, BookError> {
        Ok(self.store.setting(LAST)?.and_then(|text| serde_json::from_str(&text).ok()))
    }
}

const fn of_state(state: FileState) -> Option<FileWrong> {
    match state {
        FileState::Whole => None,
        FileState::Missing => Some(FileWrong::Missing),
        FileState::Altered => Some(FileWrong::Altered),
    }
}
