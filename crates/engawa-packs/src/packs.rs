//! The packs of the program.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use engawa_domain::guide::{Finder, Guide, GuideId, LikeWords};
use engawa_domain::ids::{OwnServiceId, PlatformId};
use engawa_domain::rules::PlatformRules;

use crate::borrow;
use crate::error::{Found, PackError, PackErrors, Refused};
use crate::own::{Corrected, OwnWords};
use crate::pack::{Pack, WrittenFor};
use crate::prove;
use crate::read::{Common, PackFile, Scrutiny, read_common, read_with};
use crate::service;

/// The key of the pack for a service that has none of its own: nothing is known, so everything is asked about.
pub const OTHER: &str = "other";

/// The folder of what belongs to no service: the words by which guides are found.
pub(crate) const COMMON: &str = "common";

/// The files of `packs/`, each with its name from there.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// Differs between builds with other packs; equal packs may still differ in it.
const PRINT: &str = include!(concat!(env!("OUT_DIR"), "/print.rs"));

/// Packs by platform.
#[derive(Debug, Clone, PartialEq)]
pub struct Packs {
    pub(crate) by_platform: BTreeMap<PlatformId, Arc<Pack>>,
    pub(crate) other: Arc<Pack>,
    paths: u32,
    like: LikeWords,
    pub(crate) own_words: Option<OwnWords>,
    /// What the user corrected; empty in the packs of the program.
    pub(crate) corrected: Vec<Corrected>,
    /// Made when somebody first looks for a guide: a start does not wait for it.
    finders: [OnceLock<Finder>; 2],
    print: String,
}

impl Packs {
    /// The packs that are part of the program. A debug build looks at them in full; a release build has its tests'
    /// word for it and only reads them, since every start waits for this.
    pub fn embedded() -> Result<Self, PackErrors> {
        let scrutiny = if cfg!(debug_assertions) { Scrutiny::Full } else { Scrutiny::AsBuilt };
        let packs = Self::read_unprinted(scrutiny, Self::files())?;
        Ok(Self { print: PRINT.to_owned(), ..packs })
    }

    /// Tells these packs from others: with the same print nothing changed.
    pub fn print(&self) -> &str {
        &self.print
    }

    /// The files of the packs that are part of the program.
    pub fn files() -> impl Iterator<Item = PackFile<'static>> {
        FILES.iter().map(|(name, text)| PackFile { name, text })
    }

    /// Reads packs from files named `<platform>/rules.toml`, `<platform>/guides/….toml`, `<platform>/drafts/….toml`.
    /// All of them are right, or none is taken: every error of every file is in the answer.
    pub fn read<'a>(files: impl IntoIterator<Item = PackFile<'a>>) -> Result<Self, PackErrors> {
        Self::read_with(Scrutiny::Full, files)
    }

    pub(crate) fn read_with<'a>(
        scrutiny: Scrutiny,
        files: impl IntoIterator<Item = PackFile<'a>>,
    ) -> Result<Self, PackErrors> {
        // As the build script does it for the files of the program.
        let mut print = DefaultHasher::new();
        let files = files.into_iter().inspect(|file| (file.name, file.text.as_bytes()).hash(&mut print));
        let files: Vec<_> = files.collect();
        let packs = Self::read_unprinted(scrutiny, files)?;
        Ok(Self { print: format!("{:016x}", print.finish()), ..packs })
    }

    /// The packs in these files, but for their print.
    fn read_unprinted<'a>(
        scrutiny: Scrutiny,
        files: impl IntoIterator<Item = PackFile<'a>>,
    ) -> Result<Self, PackErrors> {
        let mut folders: BTreeMap<&str, Vec<PackFile<'a>>> = BTreeMap::new();
        for file in files {
            let folder = file.name.split_once('/').map_or(file.name, |(folder, _)| folder);
            folders.entry(folder).or_default().push(file);
        }
        // Without a pack for the others there would be services without an answer.
        folders.entry(OTHER).or_default();
        let mut by_platform = BTreeMap::new();
        let mut errors = Vec::new();
        let mut like = LikeWords::new();
        let mut own_words = None;
        for file in folders.remove(COMMON).unwrap_or_default() {
            match read_common(file) {
                Ok(Common::Alike(words)) => like.extend(words),
                Ok(Common::Own(words)) => own_words = Some(*words),
                Err(refused) => errors.extend(refused.0),
            }
        }
        for (folder, read) in read_all(scrutiny, &folders) {
            match read {
                Ok(pack) => {
                    by_platform.insert(PlatformId(folder.to_owned()), pack);
                }
                Err(refused) => errors.extend(refused.0),
            }
        }
        match by_platform.remove(&PlatformId(OTHER.to_owned())) {
            Some(other) if errors.is_empty() => {
                for pack in by_platform.values_mut() {
                    borrow::lend(pack, &other);
                }
                if scrutiny == Scrutiny::Full {
                    let errors: Vec<_> = by_platform.values().flat_map(unfit).collect();
                    if !errors.is_empty() {
                        return Err(PackErrors(errors));
                    }
                }
                let mut packs = Self {
                    by_platform: by_platform.into_iter().map(|(id, pack)| (id, Arc::new(pack))).collect(),
                    other: Arc::new(other),
                    paths: 0,
                    like,
                    own_words,
                    corrected: Vec::new(),
                    finders: Default::default(),
                    print: String::new(),
                };
                packs.paths = packs.guides_once().map(|(_, guide)| prove::count_paths(guide)).sum();
                Ok(packs)
            }
            Some(_) | None => Err(PackErrors(errors)),
        }
    }

    /// The pack of a platform; for a service without one, the pack that knows nothing and asks.
    pub fn pack(&self, platform: &PlatformId) -> &Pack {
        self.by_platform.get(platform).unwrap_or(&self.other)
    }

    /// The rules of a platform, or those of a service about which nothing is known.
    pub fn rules(&self, platform: &PlatformId) -> &PlatformRules {
        &self.pack(platform).rules
    }

    /// Whether the platform has a pack of its own.
    pub fn knows(&self, platform: &PlatformId) -> bool {
        self.by_platform.contains_key(platform)
    }

    /// Every pack: those with the most guides of their own first, since there the app helps most, and the one for other services last. In
    /// this order services are offered; the user's own come after those that the app knows.
    pub fn all(&self) -> impl Iterator<Item = &Pack> {
        let mut known: Vec<&Pack> = self.by_platform.values().map(Arc::as_ref).collect();
        known.sort_by_key(|pack| {
            (OwnServiceId::of(&pack.rules.id).is_some(), Reverse(pack.own_guides().count()))
        });
        known.into_iter().chain([self.other.as_ref()])
    }

    /// The pack that is offered first.
    pub fn first(&self) -> &Pack {
        self.all().next().unwrap_or_else(|| self.other.as_ref())
    }

    /// Every guide once, with the pack it is written in: those written for a service, and last those written for all of them.
    pub fn guides_once(&self) -> impl Iterator<Item = (&Pack, &Guide)> {
        let own = self.all().flat_map(|pack| pack.own_guides().map(move |guide| (pack, guide.as_ref())));
        own.chain(self.other.guides.iter().map(|guide| (self.other.as_ref(), guide.as_ref())))
    }

    /// The guides for what is wrong, as somebody says it, the best first: those that a service has, each once. Where no
    /// service is given and the words name one, it is that service; where they name none, every guide is found once.
    pub fn find_guides(&self, words: &str, platform: Option<&PlatformId>) -> Vec<(&Pack, &Guide)> {
        let one = match platform {
            Some(platform) => Some((self.pack(platform), words.to_owned())),
            None => service::named_in(words, self.by_platform.values().map(Arc::as_ref)),
        };
        if let Some((pack, words)) = one {
            let found = self.finder(said_in(pack)).find(&words).into_iter();
            found.filter_map(|found| Some((pack, pack.guide(&found.guide)?.as_ref()))).collect()
        } else {
            let of = |id: GuideId| self.guides_once().filter(move |(_, guide)| guide.id == id);
            self.finder(SaidIn::All).find(words).into_iter().flat_map(|found| of(found.guide)).collect()
        }
    }

    /// The finder of guides by what is said of them there.
    fn finder(&self, said: SaidIn) -> &Finder {
        let cell = match said {
            SaidIn::Own => &self.finders[0],
            SaidIn::All => &self.finders[1],
        };
        cell.get_or_init(|| {
            let mut phrases: BTreeMap<&GuideId, Vec<String>> = BTreeMap::new();
            let counts = |pack: &Pack, guide: &Guide| match said {
                SaidIn::Own => pack.written_for(&guide.id) == WrittenFor::Service,
                SaidIn::All => true,
            };
            for (_, guide) in self.guides_once().filter(|(pack, guide)| counts(pack, guide)) {
                phrases.entry(&guide.id).or_default().extend(said_of(guide));
            }
            Finder::new(phrases.into_iter().map(|(id, phrases)| (id.clone(), phrases)), &self.like)
        })
    }

    /// How many paths the guides have, each walked by the prover as a test of every build. A guide that is written for every
    /// service counts once, though it is walked under the rules of each.
    pub fn paths_proven(&self) -> u32 {
        self.paths
    }
}

/// Reads every folder, side by side: a start waits for the longest of them, not for all.
fn read_all<'f>(
    scrutiny: Scrutiny,
    folders: &BTreeMap<&'f str, Vec<PackFile<'_>>>,
) -> Vec<(&'f str, Result<Pack, PackErrors>)> {
    std::thread::scope(|scope| {
        let begun: Vec<_> = folders
            .iter()
            .map(|(folder, files)| (*folder, scope.spawn(move || read_with(scrutiny, folder, files))))
            .collect();
        let joined = begun.into_iter().map(|(folder, reading)| {
            (folder, reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        joined.collect()
    })
}

/// Whose phrases guides are found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SaidIn {
    /// Those of the guides written for one service.
    Own,
    /// Those of all guides of a name together.
    All,
}

/// A service that borrows no guide is found by the words of its own; elsewhere more words find more.
fn said_in(pack: &Pack) -> SaidIn {
    if pack.shared.is_empty() { SaidIn::Own } else { SaidIn::All }
}

/// What is wrong with the borrowed guides in this pack.
fn unfit(pack: &Pack) -> Vec<PackError> {
    let borrowed = pack.guides.iter().filter(|guide| pack.shared.contains(&guide.id));
    let unfit = borrowed.flat_map(|guide| {
        let file = format!("{OTHER}/guides/{}.toml", guide.id);
        let mut found = Found::in_file(&file);
        for defect in prove::shape(guide, pack) {
            found.at(&defect.at.clone(), Refused::Guide(defect));
        }
        found.errors
    });
    unfit.collect()
}

/// The phrases with which people look for a guide, and what it calls itself.
fn said_of(guide: &Guide) -> impl Iterator<Item = String> {
    let own = [&guide.title, &guide.summary].into_iter().flat_map(|text| [&text.ja, &text.en]);
    own.chain(&guide.phrases.ja).chain(&guide.phrases.en).cloned()
}
