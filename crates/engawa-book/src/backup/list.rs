//! Which backups there are, at which places, and how each is doing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use engawa_domain::calendar::Moment;

use super::Backups;
use super::files::{Patience, size, sizes, sweep};
use super::make::slips;
use super::name::{before_migration, moment, name};
use super::places::{PlaceState, Remembered, is_synced};
use super::prove;
use super::refused::BackupRefused;
use super::slip::Slip;
use super::under::{Under, refuse_other_key};
use crate::book::Folder;
use crate::views::{
    BackupPlace, BackupProof, BackupRow, BackupStatus, BackupStatusIs, BackupsView, PlaceIs, ShrunkView,
};

/// Where a backup lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// Beside the book.
    Home,
    /// At a place of the user's choice.
    Place(PathBuf),
}

/// A backup that was chosen to be looked at or put back.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Its file.
    pub file: PathBuf,
    /// When it was made, as far as its name says so.
    pub at: Option<Moment>,
    /// What its slip says.
    pub(super) slip: Option<Slip>,
    /// Under which key it lies.
    pub(super) under: Under,
    /// Where evidence lies that belongs to it.
    pub(super) evidence: Vec<PathBuf>,
}

impl Chosen {
    /// Looks whether the chosen file is still what its slip says, or, without one, whether it is whole.
    pub(super) fn prove(&self, folder: &Folder) -> Result<prove::Proof, BackupRefused> {
        if let Some(slip) = &self.slip {
            prove::same_bytes(&self.file, slip, &Patience::endless())?;
            refuse_other_key(&self.file, self.under.key(folder))?;
        }
        prove::open(&self.file, self.under.key(folder))
    }
}

impl Chosen {
    /// Copies it beside the book, under the key of the book: of a plain one that belongs to a protected book no second plain file
    /// is made.
    pub(super) fn copy_to(&self, to: &Path, folder: &Folder) -> Result<(), BackupRefused> {
        if self.under.is_as_in(folder) {
            engawa_store::copy_file(&self.file, to).map_err(|error| BackupRefused::system(to, error))
        } else {
            Ok(engawa_store::rewrite(&self.file, self.under.key(folder), to, folder.key())?)
        }
    }
}

/// One moment, and the folders where its backup counts.
type Found = BTreeMap<Moment, (Slip, Vec<Where>)>;

impl Backups {
    /// Every folder in which backups of this book may lie now, the book's own first.
    fn folders(&self) -> Vec<(Where, PathBuf)> {
        let places = Remembered::read(&self.home()).places;
        let home = (Where::Home, self.home());
        let there = places.into_iter().filter(|place| place.folder.is_dir());
        std::iter::once(home)
            .chain(there.map(|place| (Where::Place(place.folder.clone()), self.at(&place.folder))))
            .collect()
    }

    fn found(&self) -> Found {
        let mut found = Found::new();
        for (place, folder) in self.folders() {
            for slip in slips(&folder) {
                let at = slip.at;
                found.entry(at).or_insert_with(|| (slip, Vec::new())).1.push(place.clone());
            }
        }
        found
    }

    /// The backup that is called so: by its moment, as the list shows it, or by its file.
    pub fn choose(&self, named: &str) -> Result<Chosen, BackupRefused> {
        match named.parse::<Moment>().ok().or_else(|| moment(named)) {
            Some(at) => self.choose_at(at),
            None => self.choose_file(Path::new(named)),
        }
    }

    fn choose_at(&self, at: Moment) -> Result<Chosen, BackupRefused> {
        let folders = self.folders();
        let files = folders.iter().map(|(_, folder)| folder.join(name(at))).filter(|file| file.is_file());
        // The first that is still what it was; where none is, the first says why.
        let mut chosen: Vec<Chosen> = files
            .map(|file| Chosen {
                slip: file.parent().and_then(|folder| Slip::read(folder, at)),
                at: Some(at),
                under: self.under(&file),
                file,
                evidence: self.evidence_folders(None),
            })
            .collect();
        if chosen.is_empty() {
            return self.choose_before_migration(at);
        }
        let whole = chosen.iter().position(|one| {
            one.slip
                .as_ref()
                .is_some_and(|slip| prove::same_bytes(&one.file, slip, &Patience::endless()).is_ok())
        });
        Ok(chosen.swap_remove(whole.unwrap_or(0)))
    }

    /// A copy that was made before the book was brought up to date.
    fn choose_before_migration(&self, at: Moment) -> Result<Chosen, BackupRefused> {
        let copies = older_schemas(&self.home());
        let copy = copies.into_iter().find(|(made, _, _)| *made == at).ok_or(BackupRefused::no_such(at))?;
        Ok(Chosen {
            under: self.under(&copy.2),
            file: copy.2,
            at: Some(at),
            slip: None,
            evidence: self.evidence_folders(None),
        })
    }

    fn choose_file(&self, file: &Path) -> Result<Chosen, BackupRefused> {
        if !file.is_file() {
            return Err(BackupRefused::NoSuch(file.display().to_string()));
        }
        let at = file.file_name().and_then(|name| moment(&name.to_string_lossy()));
        let slip = at.zip(file.parent()).and_then(|(at, folder)| Slip::read(folder, at));
        let (evidence, under) = (self.evidence_folders(file.parent()), self.under(file));
        Ok(Chosen { evidence, at, slip, under, file: file.to_owned() })
    }

    /// Where files of evidence may lie: in the book, beside the backup, at every place.
    pub(super) fn evidence_folders(&self, beside: Option<&Path>) -> Vec<PathBuf> {
        let places = self.folders().into_iter().filter(|(place, _)| *place != Where::Home);
        let others = beside.map(Path::to_path_buf).into_iter().chain(places.map(|(_, folder)| folder));
        others.map(|folder| folder.join("evidence")).filter(|folder| folder.is_dir()).collect()
    }

    /// How the backups are doing, in a glance: for the bar below every screen.
    pub fn status(&self, unsaved: bool) -> BackupStatus {
        let kept = Remembered::read(&self.home());
        let newest = self.newest();
        let at = newest.as_ref().map(|slip| slip.proven);
        let has_newest =
            |place: &&super::places::Place| newest.as_ref().is_some_and(|slip| place.proven == Some(slip.at));
        let places = kept.places.iter().filter(has_newest).count() + usize::from(newest.is_some());
        let failed = |state: &PlaceState| matches!(state, PlaceState::Failed { .. });
        let is = match () {
            () if kept.shrunk.is_some() => BackupStatusIs::Shrunk,
            () if failed(&kept.home) || kept.places.iter().any(|place| failed(&place.state)) => {
                BackupStatusIs::Failed
            }
            () if newest.is_none() => BackupStatusIs::None,
            () if kept.places.iter().any(|place| matches!(place.state, PlaceState::Away { .. })) => {
                BackupStatusIs::Away
            }
            () => BackupStatusIs::Good,
        };
        BackupStatus { is, at, places: u32::try_from(places).unwrap_or(u32::MAX), unsaved }
    }

    /// Everything that the page of backups shows.
    pub fn view(&self, unsaved: bool) -> BackupsView {
        let kept = Remembered::read(&self.home());
        let found = self.found();
        let count = |place: &Where| {
            let there = found.values().filter(|(_, places)| places.contains(place)).count();
            u32::try_from(there).unwrap_or(u32::MAX)
        };
        let home = BackupPlace {
            folder: self.home().display().to_string(),
            kind: PlaceIs::Home,
            state: kept.home.clone(),
            proven: self.newest().map(|slip| slip.proven),
            synced: is_synced(self.folder.path()),
            backups: count(&Where::Home),
        };
        let chosen = kept.places.iter().map(|place| BackupPlace {
            folder: place.folder.display().to_string(),
            kind: PlaceIs::Chosen,
            state: place.state.clone(),
            proven: place.proven,
            synced: is_synced(&place.folder),
            backups: count(&Where::Place(place.folder.clone())),
        });
        let mut backups: Vec<BackupRow> =
            found.iter().map(|(at, (slip, places))| row(*at, slip, places)).collect();
        backups.extend(older_schemas(&self.home()).into_iter().map(|(at, schema, file)| BackupRow {
            at,
            why: None,
            contracts: None,
            files: None,
            entries: None,
            bytes: fs::metadata(&file).map_or(0, |about| about.len()),
            proven: Some(at),
            places: vec![String::new()],
            older_schema: Some(schema),
            files_missing: 0,
        }));
        backups.sort_by_key(|row| std::cmp::Reverse(row.at));
        BackupsView {
            places: std::iter::once(home).chain(chosen).collect(),
            backups,
            shrunk: kept.shrunk.map(ShrunkView::from),
            unsaved,
            before_restore: super::restore::before_last(&self.home()),
        }
    }

    /// Proves one backup again, at every place where it lies, with all the evidence there. Whatever is wrong is said with its
    /// place.
    pub fn prove(&self, at: Moment, patience: &Patience) -> Result<BackupProof, BackupRefused> {
        patience.or_ended(self.prove_everywhere(at, patience))
    }

    fn prove_everywhere(&self, at: Moment, patience: &Patience) -> Result<BackupProof, BackupRefused> {
        let Some(_turn) = self.turn_for(patience) else { return Err(BackupRefused::Stopped) };
        let there = |(place, folder): (Where, PathBuf)| {
            let evidence =
                if place == Where::Home { 0 } else { sizes(&folder.join("evidence")).values().sum::<u64>() };
            size(&folder.join(name(at))) + evidence
        };
        patience.foresee(self.folders().into_iter().map(there).sum());
        let mut proof = BackupProof { at, places: 0, files: 0 };
        for (place, folder) in self.folders() {
            let file = folder.join(name(at));
            let Some(slip) = Slip::read(&folder, at).filter(|_| file.is_file()) else { continue };
            let told = |refused: BackupRefused| match refused {
                BackupRefused::NotWhole { why } => {
                    BackupRefused::NotWhole { why: format!("{}: {why}", file.display()) }
                }
                other => other,
            };
            prove::again(&file, self.under(&file).key(&self.folder), &slip, patience).map_err(told)?;
            if place != Where::Home {
                let read = self.read_evidence(&folder, "", u64::MAX, patience).map_err(told)?;
                if !read.lost.is_empty() {
                    return Err(told(BackupRefused::NotWhole { why: read.lost.join(", ") }));
                }
                proof.files += read.files;
            }
            slip.proven_again(self.now()).write(&folder)?;
            proof.places += 1;
        }
        if proof.places == 0 { Err(BackupRefused::no_such(at)) } else { Ok(proof) }
    }

    /// Adds a place. What is there of earlier backups of this book is found again.
    pub fn add_place(&self, folder: &Path) -> Result<(), BackupRefused> {
        let _turn = self.turn();
        let mut kept = Remembered::read(&self.home());
        kept.add(self.folder.path(), folder)?;
        kept.write(&self.home())
    }

    /// Forgets a place. What lies there stays there.
    pub fn remove_place(&self, folder: &Path) -> Result<(), BackupRefused> {
        let _turn = self.turn();
        let mut kept = Remembered::read(&self.home());
        kept.places.retain(|place| place.folder != folder);
        kept.write(&self.home())
    }

    /// The sudden loss was meant: older backups may be thinned again.
    pub fn loss_was_meant(&self) -> Result<(), BackupRefused> {
        let _turn = self.turn();
        let mut kept = Remembered::read(&self.home());
        kept.shrunk = None;
        kept.write(&self.home())
    }

    /// Whether another version of the app made the last backup. Of a book that has none yet nothing is known; it gets its first
    /// like any other.
    pub(crate) fn is_upgrade(&self) -> bool {
        let app = Remembered::read(&self.home()).app;
        !app.is_empty() && app != env!("CARGO_PKG_VERSION")
    }

    /// Whether the newest backup holds everything of a book that ends so.
    pub(crate) fn holds(&self, end: &(u64, engawa_store::Hash)) -> bool {
        self.newest().is_some_and(|slip| slip.ends_like(end))
    }

    /// Whether a place has not got the newest backup.
    pub(crate) fn is_behind(&self) -> bool {
        let newest = self.newest().map(|slip| slip.at);
        newest.is_some() && Remembered::read(&self.home()).places.iter().any(|place| place.proven != newest)
    }

    /// Throws away what was begun and never finished.
    pub(crate) fn sweep(&self) {
        sweep(&self.home());
        let _ = self.close_opened();
    }
}

fn row(at: Moment, slip: &Slip, places: &[Where]) -> BackupRow {
    let place = |place: &Where| match place {
        Where::Home => String::new(),
        Where::Place(folder) => folder.display().to_string(),
    };
    BackupRow {
        at,
        why: Some(slip.why),
        contracts: Some(slip.counts.contracts),
        files: Some(slip.counts.files),
        entries: Some(slip.entries),
        bytes: slip.bytes,
        proven: Some(slip.proven),
        places: places.iter().map(place).collect(),
        older_schema: (slip.schema < engawa_store::SCHEMA).then_some(slip.schema),
        files_missing: u32::try_from(slip.files_missing.len()).unwrap_or(u32::MAX),
    }
}

/// Copies made before the book was brought up to date: when, of which schema, where.
fn older_schemas(home: &Path) -> Vec<(Moment, u32, PathBuf)> {
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    let copies = entries.filter_map(|entry| {
        let (at, schema) = before_migration(&entry.file_name().to_string_lossy())?;
        Some((at, schema, entry.path()))
    });
    copies.collect()
}
