//! A disk that forgets: what could be on it after the power was cut.
//!
//! Nothing is sure to be there that was not asked to be (`fsync`), neither bytes nor names; and what was not asked may be there
//! all the same, in part: each sector of 512 bytes of each write for itself. Names in one folder come about in order, those of
//! two folders independently. A file that could not be made sure of (`fsync` failed) will not be by asking again: what was
//! written before is lost unless it is written once more, as Linux has it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::trace::{Event, FileId, Naming};

/// The smallest piece that a disk writes whole.
const SECTOR: usize = 512;

/// Numbers without a pattern, the same in every run.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound.max(1)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// What is left of what was not made sure of.
#[derive(Debug, Clone)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// Names, and no bytes.
    Names,
    /// Bytes, and no names.
    Bytes,
    /// All of it, as after a crash of the program alone.
    Everything,
    /// Some of it, as the dice fall.
    Some(Dice),
}

#[derive(Debug, Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

#[derive(Debug, Clone, Default)]
struct Content {
    sure: Vec<u8>,
    unsure: Vec<Change>,
}

/// The disk as the record goes by.
#[derive(Debug, Clone, Default)]
pub struct Disk {
    contents: HashMap<FileId, Content>,
    files: BTreeMap<PathBuf, FileId>,
    folders: BTreeSet<PathBuf>,
    unsure: Vec<Naming>,
    /// Whether a sync failed: then there are bytes that the program sees and that no disk has.
    forgot: bool,
}

/// Files and folders, as they could be found. Two that are equal are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Image {
    files: BTreeMap<PathBuf, Vec<u8>>,
    folders: BTreeSet<PathBuf>,
}

impl Disk {
    /// A disk with these folders and files on it, all of them sure. The files get the numbers of their places.
    pub fn with(folders: &[PathBuf], files: &[PathBuf]) -> io::Result<Self> {
        let mut disk = Self { folders: folders.iter().cloned().collect(), ..Self::default() };
        for (file, path) in files.iter().enumerate() {
            disk.contents.insert(file, Content { sure: fs::read(path)?, unsure: Vec::new() });
            disk.files.insert(path.clone(), file);
        }
        Ok(disk)
    }

    /// What happens next.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Write { file, at, bytes } => {
                let change = Change::Write { at: place(*at), bytes: bytes.clone() };
                self.contents.entry(*file).or_default().unsure.push(change);
            }
            Event::Length { file, bytes } => {
                self.contents.entry(*file).or_default().unsure.push(Change::Length(place(*bytes)));
            }
            Event::Sync { file, done } => {
                let content = self.contents.entry(*file).or_default();
                let unsure = std::mem::take(&mut content.unsure);
                if *done {
                    for change in &unsure {
                        change.make(&mut content.sure);
                    }
                } else {
                    self.forgot = true;
                }
            }
            Event::SyncFolder(folder) => {
                let (sure, unsure) = std::mem::take(&mut self.unsure)
                    .into_iter()
                    .partition(|naming| naming.folders().any(|touched| touched == folder));
                self.unsure = unsure;
                for naming in &sure {
                    make(naming, &mut self.files, &mut self.folders);
                }
            }
            Event::Name(naming) => self.unsure.push(naming.clone()),
            Event::Said(_) => {}
        }
    }

    /// What is found when the power comes back; `None` where this cannot be.
    pub fn image(&self, left: &Left) -> Option<Image> {
        let (mut files, mut folders) = (self.files.clone(), self.folders.clone());
        let mut dice = match left {
            Left::Some(dice) => dice.clone(),
            Left::Everything | Left::Bytes if self.forgot => return None,
            _ => Dice(0),
        };
        let kept: HashMap<PathBuf, usize> = match left {
            Left::Nothing | Left::Bytes => HashMap::new(),
            Left::Names | Left::Everything => self.counts(),
            Left::Some(_) => {
                let counts: BTreeMap<_, _> = self.counts().into_iter().collect();
                counts
                    .into_iter()
                    .map(|(folder, count)| (folder, place(dice.below(count as u64 + 1))))
                    .collect()
            }
        };
        let mut seen: HashMap<&Path, usize> = HashMap::new();
        for naming in &self.unsure {
            let so_far = seen.entry(naming.folder()).or_default();
            *so_far += 1;
            if *so_far <= kept.get(naming.folder()).copied().unwrap_or(0) {
                make(naming, &mut files, &mut folders);
            }
        }
        let mut content_of = |file: FileId| {
            let Some(content) = self.contents.get(&file) else { return Vec::new() };
            let mut bytes = content.sure.clone();
            for change in &content.unsure {
                match &left {
                    Left::Nothing | Left::Names => {}
                    Left::Bytes | Left::Everything => change.make(&mut bytes),
                    Left::Some(_) => change.make_some(&mut bytes, &mut dice),
                }
            }
            bytes
        };
        let files = files.into_iter().map(|(path, file)| (path, content_of(file))).collect();
        Some(Image { files, folders }.reachable())
    }

    fn counts(&self) -> HashMap<PathBuf, usize> {
        let mut counts: HashMap<PathBuf, usize> = HashMap::new();
        for naming in &self.unsure {
            *counts.entry(naming.folder().to_owned()).or_default() += 1;
        }
        counts
    }
}

impl Image {
    /// What lies in a folder that is not there is not there.
    fn reachable(self) -> Self {
        let mut folders = BTreeSet::new();
        // Sorted: a folder comes before what is in it. The first is where everything lies.
        for folder in &self.folders {
            if folders.is_empty() || folder.parent().is_some_and(|parent| folders.contains(parent)) {
                folders.insert(folder.clone());
            }
        }
        let there = |path: &PathBuf| path.parent().is_some_and(|parent| folders.contains(parent));
        let files = self.files.into_iter().filter(|(path, _)| there(path)).collect();
        Self { files, folders }
    }

    /// Puts it where a program can look at it: what lay below `from` lies below `to`.
    pub fn lay_out(&self, from: &Path, to: &Path) -> io::Result<()> {
        let moved =
            |path: &Path| path.strip_prefix(from).map_or_else(|_| to.to_owned(), |rest| to.join(rest));
        fs::create_dir_all(to)?;
        for folder in self.folders.iter().filter(|folder| folder.starts_with(from)) {
            fs::create_dir_all(moved(folder))?;
        }
        for (path, bytes) in self.files.iter().filter(|(path, _)| path.starts_with(from)) {
            fs::write(moved(path), bytes)?;
        }
        Ok(())
    }
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes: new } => put(bytes, *at, new),
            Self::Length(length) => bytes.resize(*length, 0),
        }
    }

    /// All, nothing, or some sectors of it. A file can have become longer without having its bytes.
    fn make_some(&self, bytes: &mut Vec<u8>, dice: &mut Dice) {
        match (self, dice.below(3)) {
            (_, 0) => {}
            (Self::Length(_), _) | (_, 1) => self.make(bytes),
            (Self::Write { at, bytes: new }, _) => {
                if dice.coin() {
                    let length = bytes.len().max(at + new.len());
                    bytes.resize(length, 0);
                }
                // Sectors of the disk, not of the write.
                let mut from = 0;
                while from < new.len() {
                    let to = new.len().min((at + from) / SECTOR * SECTOR + SECTOR - at);
                    if let (true, Some(sector)) = (dice.coin(), new.get(from..to)) {
                        put(bytes, at + from, sector);
                    }
                    from = to;
                }
            }
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    if bytes.len() < at + new.len() {
        bytes.resize(at + new.len(), 0);
    }
    if let Some(there) = bytes.get_mut(at..at + new.len()) {
        there.copy_from_slice(new);
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl Naming {
    /// The folder in which it is seen.
    fn folder(&self) -> &Path {
        let (Self::Create { path, .. }
        | Self::Folder { path }
        | Self::Remove { path }
        | Self::Rename { to: path, .. }) = self;
        path.parent().unwrap_or(path)
    }

    /// The folders it changes.
    fn folders(&self) -> impl Iterator<Item = &Path> {
        let other = match self {
            Self::Rename { from, .. } => from.parent(),
            Self::Create { .. } | Self::Folder { .. } | Self::Remove { .. } => None,
        };
        std::iter::once(self.folder()).chain(other)
    }
}

fn make(naming: &Naming, files: &mut BTreeMap<PathBuf, FileId>, folders: &mut BTreeSet<PathBuf>) {
    match naming {
        Naming::Create { path, file } => {
            files.insert(path.clone(), *file);
        }
        Naming::Folder { path } => {
            folders.insert(path.clone());
        }
        Naming::Rename { from, to, file } => {
            if files.get(from) == Some(file) {
                files.remove(from);
            }
            files.insert(to.clone(), *file);
        }
        Naming::Remove { path } => {
            files.remove(path);
            folders.remove(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(events: &[Event]) -> Disk {
        let folders = [PathBuf::from("/b")];
        let mut disk = Disk::with(&folders, &[]).unwrap();
        for event in events {
            disk.apply(event);
        }
        disk
    }

    fn content(disk: &Disk, left: &Left) -> Option<Vec<u8>> {
        disk.image(left).unwrap().files.get(Path::new("/b/f")).cloned()
    }

    fn file() -> Vec<Event> {
        vec![
            Event::Name(Naming::Create { path: "/b/f".into(), file: 0 }),
            Event::Write { file: 0, at: 0, bytes: vec![7; 1024] },
        ]
    }

    #[test]
    fn without_a_sync_neither_bytes_nor_name_are_sure() {
        let mut events = file();
        let disk = written(&events);
        assert_eq!(content(&disk, &Left::Nothing), None);
        assert_eq!(content(&disk, &Left::Names), Some(vec![]), "a name without its bytes");
        assert_eq!(content(&disk, &Left::Everything), Some(vec![7; 1024]));
        events.push(Event::Sync { file: 0, done: true });
        assert_eq!(content(&written(&events), &Left::Nothing), None, "bytes without a name");
        events.push(Event::SyncFolder("/b".into()));
        assert_eq!(content(&written(&events), &Left::Nothing), Some(vec![7; 1024]));
    }

    #[test]
    fn what_was_written_before_a_failed_sync_is_not_made_sure_by_the_next() {
        let mut events = file();
        events.push(Event::SyncFolder("/b".into()));
        events.push(Event::Sync { file: 0, done: false });
        events.push(Event::Write { file: 0, at: 512, bytes: vec![8; 512] });
        events.push(Event::Sync { file: 0, done: true });
        assert_eq!(content(&written(&events), &Left::Nothing), Some([vec![0; 512], vec![8; 512]].concat()));
    }

    #[test]
    fn the_dice_tear_a_write_between_sectors_and_nowhere_else() {
        let disk = written(&file());
        let mut seen = BTreeSet::new();
        for seed in 0..200 {
            if let Some(bytes) = content(&disk, &Left::Some(Dice(seed))) {
                assert!(
                    bytes.len() % SECTOR == 0
                        && bytes.chunks(SECTOR).all(|sector| sector.iter().all(|byte| *byte == sector[0]))
                );
                seen.insert(bytes);
            }
        }
        // Nothing; longer without bytes; the first or second half, the second with or without the length; both.
        assert!(seen.len() >= 5, "{}", seen.len());
    }

    #[test]
    fn a_rename_that_is_not_sure_may_or_may_not_have_been() {
        let mut events = file();
        events.push(Event::Sync { file: 0, done: true });
        events.push(Event::SyncFolder("/b".into()));
        events.push(Event::Name(Naming::Rename { from: "/b/f".into(), to: "/b/g".into(), file: 0 }));
        let disk = written(&events);
        assert!(content(&disk, &Left::Nothing).is_some());
        assert!(content(&disk, &Left::Names).is_none());
        let both: BTreeSet<_> =
            (0..50).map(|seed| content(&disk, &Left::Some(Dice(seed))).is_some()).collect();
        assert_eq!(both.len(), 2);
    }
}
