//! What would be otherwise after a restore: by name, in both directions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use engawa_domain::facts::{Contract, Evidence};
use engawa_domain::ids::ContractId;
use engawa_domain::say::Say;
use engawa_store::{Copy, Rows, Snapshot, StoreError, Table, Unrecorded, make_ready};
use sha2::{Digest, Sha256};

use super::Backups;
use super::files::Patience;
use super::list::Chosen;
use super::refused::BackupRefused;
use crate::book::Folder;
use crate::vault::Vault;
use crate::views::{ContractDiffers, FilePresence, RecordsDiffer, RestorePreview};

impl Backups {
    /// What a restore of this backup would change, without changing anything.
    pub fn preview(&self, named: &str) -> Result<RestorePreview, BackupRefused> {
        let _turn = self.turn();
        let chosen = self.choose(named, &Patience::endless())?;
        let proof = chosen.prove(&self.folder, &Patience::endless())?;
        let now = Snapshot::of(&self.folder.file(), self.folder.key())?;
        let opened = match proof.contents {
            Some(_) => None,
            // An older one is brought up to date in a copy, to be compared.
            None => Some(Opened::of(&chosen, self.home().join("preview.unproven"), &self.folder)?),
        };
        let copy = match &opened {
            Some(opened) => Copy::open(&opened.0, self.folder.key())?,
            None => Copy::open(&chosen.file, chosen.under.key(&self.folder))?,
        };
        let lost = self.nowhere(&chosen, copy.rows())?;
        let mut preview = differ(now.rows(), copy.rows())?;
        preview.files_lost = lost;
        preview.at = chosen.at;
        named.clone_into(&mut preview.chosen);
        Ok(preview)
    }

    /// The files of a backup that lie neither in the book nor anywhere else that can be reached now.
    fn nowhere(&self, chosen: &Chosen, then: Rows<'_>) -> Result<Vec<String>, BackupRefused> {
        let folders = std::iter::once(self.folder.evidence()).chain(chosen.evidence.iter().cloned());
        // What was brought to a place before the book was protected lies there plain.
        let vaults: Vec<Vault> = folders
            .flat_map(|folder| {
                let other = chosen.under.keys(&self.folder).map(|keys| keys.evidence.clone());
                let looking = |keys| Vault::looking_into(folder.clone(), keys);
                [self.folder.vault_in(folder.clone()), looking(other), looking(None)]
            })
            .collect();
        let lies = |file: &Evidence| {
            vaults.iter().any(|vault| vault.presence(&file.sha256, file.bytes) == FilePresence::There)
        };
        let files = then.all::<Evidence>()?.into_iter().filter(|file| !lies(file));
        Ok(files.map(|file| file.original_name).collect())
    }
}

/// A copy of a backup that was brought up to date; gone when it is no longer needed.
struct Opened(PathBuf);

impl Opened {
    fn of(chosen: &Chosen, to: PathBuf, book: &Folder) -> Result<Self, BackupRefused> {
        let opened = Self(to);
        if let Some(folder) = opened.0.parent() {
            fs::create_dir_all(folder).map_err(|error| BackupRefused::system(folder, error))?;
        }
        chosen.copy_to(&opened.0, book, &Patience::endless())?;
        make_ready(&opened.0, book.key(), &Unrecorded::default())?;
        Ok(opened)
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        // What stays is swept with everything else that was never finished.
        let _ = fs::remove_file(&self.0);
    }
}

/// A row, as far as two of them are compared by it.
struct Seen {
    hash: [u8; 32],
    contract: Option<String>,
}

fn seen(rows: Rows<'_>, table: Table) -> Result<HashMap<String, Seen>, StoreError> {
    let mut all = HashMap::new();
    rows.each_image(table, |image| {
        // Texts and whole numbers always have a JSON text.
        let hash = Sha256::digest(serde_json::to_string(&image).unwrap_or_default()).into();
        all.insert(image.id().to_owned(), Seen { hash, contract: image.contract().map(str::to_owned) });
        Ok::<_, StoreError>(())
    })?;
    Ok(all)
}

/// How many rows come back, are only there now, are otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counted {
    back: u32,
    gone: u32,
    other: u32,
}

impl Counted {
    const fn is_none(self) -> bool {
        self.back == 0 && self.gone == 0 && self.other == 0
    }
}

/// What differs between the book now and then.
fn differ(now: Rows<'_>, then: Rows<'_>) -> Result<RestorePreview, BackupRefused> {
    let mut contracts: BTreeMap<String, Counted> = BTreeMap::new();
    let mut records = Vec::new();
    for table in Table::ALL {
        let (now, then) = (seen(now, table)?, seen(then, table)?);
        let mut counted = Counted::default();
        let mut note = |row: &Seen, count: fn(&mut Counted)| {
            count(&mut counted);
            if let Some(contract) = &row.contract {
                count(contracts.entry(contract.clone()).or_default());
            }
        };
        for (id, row) in &then {
            match now.get(id) {
                None => note(row, |counted| counted.back += 1),
                Some(today) if today.hash != row.hash => note(row, |counted| counted.other += 1),
                Some(_) => {}
            }
        }
        for (_, row) in now.iter().filter(|(id, _)| !then.contains_key(*id)) {
            note(row, |counted| counted.gone += 1);
        }
        if let Some(kind) = kind(table).filter(|_| !counted.is_none()) {
            let Counted { back, gone, other } = counted;
            records.push(RecordsDiffer { kind, back, gone, other });
        }
    }
    let mut preview = RestorePreview {
        chosen: String::new(),
        at: None,
        entries: [then.entries()?, now.entries()?],
        back: Vec::new(),
        gone: Vec::new(),
        changed: Vec::new(),
        records,
        files_back: only_in(then, now)?,
        files_gone: only_in(now, then)?,
        files_lost: Vec::new(),
        same: false,
    };
    for (id, Counted { back, gone, other }) in contracts {
        let title = |rows: Rows<'_>| -> Result<Option<String>, StoreError> {
            let Ok(id) = id.parse::<ContractId>() else { return Ok(None) };
            Ok(rows.get::<Contract>(id)?.map(|contract| contract.title.to_string()))
        };
        match (title(then)?, title(now)?) {
            (Some(title), None) => preview.back.push(title),
            (None, Some(title)) => preview.gone.push(title),
            (Some(title), Some(_)) => preview.changed.push(ContractDiffers { title, back, gone, other }),
            (None, None) => {}
        }
    }
    preview.same = preview.records.is_empty()
        && [&preview.back, &preview.gone, &preview.files_back, &preview.files_gone]
            .iter()
            .all(|list| list.is_empty())
        && preview.changed.is_empty()
        && preview.entries[0] == preview.entries[1];
    Ok(preview)
}

/// Names of files that are recorded here and not there.
fn only_in(here: Rows<'_>, there: Rows<'_>) -> Result<Vec<String>, StoreError> {
    let there: BTreeSet<_> = there.all::<Evidence>()?.into_iter().map(|file| file.sha256).collect();
    let here = here.all::<Evidence>()?.into_iter().filter(|file| !there.contains(&file.sha256));
    Ok(here.map(|file| file.original_name).collect())
}

/// What the rows of a table are called; contracts and files are shown by name.
fn kind(table: Table) -> Option<Say> {
    let key = match table {
        Table::Contracts | Table::Evidence => return None,
        Table::Accounts => "backup-kind-accounts",
        Table::Clients => "backup-kind-clients",
        Table::Stages => "backup-kind-stages",
        Table::Sightings => "backup-kind-sightings",
        Table::Requests => "backup-kind-requests",
        Table::Statuses => "backup-kind-statuses",
        Table::Inquiries => "backup-kind-inquiries",
        Table::Wishes => "backup-kind-wishes",
        Table::OutsideContacts => "backup-kind-outside-contacts",
        Table::Restrictions => "backup-kind-restrictions",
        Table::EvidenceLinks => "backup-kind-evidence-links",
        Table::Runs => "backup-kind-runs",
        Table::Payments => "backup-kind-payments",
        Table::Copies => "backup-kind-copies",
        Table::Services => "backup-kind-services",
        Table::Corrections => "backup-kind-corrections",
        Table::Documents => "backup-kind-documents",
        Table::DocumentCorrections => "backup-kind-document-corrections",
    };
    Some(Say::new(key))
}
