//! The packs of the program.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use engawa_domain::guide::{Finder, Guide, GuideId, LikeWords};
use engawa_domain::ids::{OwnServiceId, PlatformId};
use engawa_domain::rules::PlatformRules;

use crate::error::PackErrors;
use crate::own::{Corrected, OwnWords};
use crate::pack::Pack;
use crate::prove;
use crate::read::{Common, PackFile, Scrutiny, read_common, read_with};

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
    finder: OnceLock<Finder>,
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
        for (folder, files) in folders {
            match read_with(scrutiny, folder, &files) {
                Ok(pack) => {
                    by_platform.insert(PlatformId(folder.to_owned()), pack);
                }
                Err(refused) => errors.extend(refused.0),
            }
        }
        match by_platform.remove(&PlatformId(OTHER.to_owned())) {
            Some(other) if errors.is_empty() => {
                for pack in by_platform.values_mut() {
                    borrow_drafts(pack, &other);
                }
                let paths = by_platform.values().flat_map(|pack| &pack.guides).map(prove::count_paths).sum();
                let by_platform = by_platform.into_iter().map(|(id, pack)| (id, Arc::new(pack))).collect();
                let (other, finder) = (Arc::new(other), OnceLock::new());
                Ok(Self {
                    by_platform,
                    other,
                    paths,
                    like,
                    own_words,
                    corrected: Vec::new(),
                    finder,
                    print: String::new(),
                })
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

    /// Every pack: those with the most guides first, since there the app helps most, and the one for other services last. In
    /// this order services are offered; the user's own come after those that the app knows.
    pub fn all(&self) -> impl Iterator<Item = &Pack> {
        let mut known: Vec<&Pack> = self.by_platform.values().map(Arc::as_ref).collect();
        known.sort_by_key(|pack| (OwnServiceId::of(&pack.rules.id).is_some(), Reverse(pack.guides.len())));
        known.into_iter().chain([self.other.as_ref()])
    }

    /// Gives a pack what it lacks and the pack of the others has.
    pub(crate) fn borrow(&self, pack: &mut Pack) {
        borrow_drafts(pack, &self.other);
    }

    /// The guides for what is wrong, as somebody says it, the best first; of one platform, or of all.
    pub fn find_guides(&self, words: &str, platform: Option<&PlatformId>) -> Vec<(&Pack, &Guide)> {
        let finder = self.finder.get_or_init(|| {
            let mut phrases: BTreeMap<&GuideId, Vec<String>> = BTreeMap::new();
            for guide in self.all().flat_map(|pack| &pack.guides) {
                phrases.entry(&guide.id).or_default().extend(said_of(guide));
            }
            Finder::new(phrases.into_iter().map(|(id, phrases)| (id.clone(), phrases)), &self.like)
        });
        let found = finder.find(words);
        let of = |id: &GuideId| {
            let in_pack = |pack: &&Pack| platform.is_none_or(|platform| pack.rules.id == *platform);
            let guides = self.all().filter(in_pack).filter_map(|pack| Some((pack, pack.guide(id)?)));
            guides.collect::<Vec<_>>()
        };
        found.iter().flat_map(|found| of(&found.guide)).collect()
    }

    /// How many paths the guides have; each is walked by the prover, as a test of every build.
    pub fn paths_proven(&self) -> u32 {
        self.paths
    }
}

/// What a service has no letter of its own for, it has from the pack of the others.
fn borrow_drafts(pack: &mut Pack, other: &Pack) {
    let lacking = other.drafts.iter().filter(|draft| {
        draft.purpose.is_some_and(|purpose| pack.draft_for(purpose).is_none())
            && pack.draft(&draft.id).is_none()
    });
    let lacking: Vec<_> = lacking.cloned().collect();
    pack.drafts.extend(lacking);
}

/// The phrases with which people look for a guide, and what it calls itself.
fn said_of(guide: &Guide) -> impl Iterator<Item = String> {
    let own = [&guide.title, &guide.summary].into_iter().flat_map(|text| [&text.ja, &text.en]);
    own.chain(&guide.phrases.ja).chain(&guide.phrases.en).cloned()
}
