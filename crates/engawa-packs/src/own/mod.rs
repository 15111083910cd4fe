//! What the user says of the rules, put together with what the packs say: services of their own, and corrected values.

mod point;
mod service;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{Cite, Confidence, Correction, OwnService, PlatformRules, SourceId};
use engawa_domain::say::Say;
use toml::Table;

use crate::borrow;
use crate::check;
use crate::pack::Pack;
use crate::packs::Packs;
use crate::read::Read;

pub use point::{About, Point, SpanUnit, Takes, points, value_at};
use point::{KIND, NotSet, leave_open, set};
pub(crate) use words::OwnWords;

/// A correction, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// The correction.
    pub correction: Correction,
    /// What became of it.
    pub state: CorrectionState,
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq)]
pub enum CorrectionState {
    /// It holds.
    Applied,
    /// The pack says by now what the user said.
    Agrees,
    /// The pack says something else than when the correction was made, and something else than the correction. Until the
    /// user decides, neither counts as known wherever it could permit something.
    Conflict {
        /// What the pack says now.
        shipped: String,
    },
    /// The pack has no such value any more.
    Gone,
    /// The value cannot stand there; what would be wrong.
    Refused(Say),
}

impl CorrectionState {
    /// Whether the user has something to decide.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Applied => false,
            Self::Agrees | Self::Conflict { .. } | Self::Gone | Self::Refused(_) => true,
        }
    }
}

impl Packs {
    /// These packs with what the user says: their own services, and their corrections. The packs of the program are not
    /// changed by it; without services and corrections the answer is as these are.
    #[must_use]
    pub fn with_own(&self, services: &[OwnService], corrections: &[Correction]) -> Self {
        let mut packs = self.clone();
        let Some(words) = &self.own_words else {
            return packs;
        };
        for service in services {
            let rules = service::rules_of(service, &self.other.rules, words);
            packs.add_own(rules);
        }
        let mut of_platform: BTreeMap<&PlatformId, Vec<&Correction>> = BTreeMap::new();
        for correction in corrections {
            of_platform.entry(&correction.platform).or_default().push(correction);
        }
        for (platform, mut corrections) in of_platform {
            // The rule before the stage it names: a stage left open leaves the rule open, whatever it was corrected to.
            corrections.sort_by_key(|correction| correction.path != KIND);
            let Some(pack) = packs.by_platform.get_mut(platform) else {
                packs.corrected.extend(corrections.into_iter().map(|correction| Corrected {
                    correction: correction.clone(),
                    state: CorrectionState::Gone,
                }));
                continue;
            };
            let shipped = pack.rules.clone();
            for correction in corrections {
                let state = correct(&mut Arc::make_mut(pack).rules, &shipped, correction, words);
                packs.corrected.push(Corrected { correction: correction.clone(), state });
            }
        }
        packs
    }

    /// Every correction, and what became of it.
    pub fn corrected(&self) -> &[Corrected] {
        &self.corrected
    }

    /// What these packs say at a point, as a correction of it writes it; nothing where only another correction has made the
    /// point (`held` are the packs with those). `None` where there is no such point.
    pub fn says_at(&self, held: &Self, platform: &PlatformId, path: &str) -> Option<String> {
        says(self.rules(platform), held.rules(platform), path)
    }

    /// What would be wrong with a correction beside those that `held` has; `None` where nothing is.
    pub fn would_refuse(&self, held: &Self, correction: &Correction) -> Option<Say> {
        let (shipped, rules) = (self.rules(&correction.platform), held.rules(&correction.platform));
        let words = self.own_words.as_ref()?;
        match correct(&mut rules.clone(), shipped, correction, words) {
            CorrectionState::Refused(why) => Some(why),
            CorrectionState::Gone => Some(Say::new("correction-gone")),
            CorrectionState::Applied | CorrectionState::Agrees | CorrectionState::Conflict { .. } => None,
        }
    }
}

/// What a pack says at a point: nothing where only another correction has made the point, as the stage of a new gate.
fn says(shipped: &PlatformRules, rules: &PlatformRules, path: &str) -> Option<String> {
    value_at(shipped, path).or_else(|| value_at(rules, path).map(|_| String::new()))
}

/// Corrects one value of the rules. `shipped` is what the pack says by itself.
fn correct(
    rules: &mut PlatformRules,
    shipped: &PlatformRules,
    correction: &Correction,
    words: &OwnWords,
) -> CorrectionState {
    let Some(says) = says(shipped, rules, &correction.path) else {
        return CorrectionState::Gone;
    };
    if says == correction.value {
        return CorrectionState::Agrees;
    }
    let is_conflict = says != correction.shipped;
    // What the user read somewhere is one named source. While a newer pack contradicts it, it is a weak one.
    let confidence = if is_conflict { Confidence::Low } else { Confidence::Medium };
    let source = SourceId(format!("own_{}", correction.id));
    let cite = Cite { source: source.clone(), checked: correction.source.looked, confidence, since: None };
    let mut corrected = rules.clone();
    let put = if is_conflict { leave_open } else { set };
    match put(&mut corrected, &correction.path, &correction.value, cite, words) {
        Ok(()) => {}
        Err(NotSet::Gone) => return CorrectionState::Gone,
        Err(NotSet::Unfit) => return CorrectionState::Refused(Say::new("correction-unfit")),
    }
    corrected.sources.insert(source, service::page(&correction.source));
    let read = Read { name: "", value: corrected, tree: Table::new() };
    if let Some(error) = check::rules(&read).into_iter().next() {
        return CorrectionState::Refused(error.refused.say());
    }
    *rules = read.value;
    if is_conflict { CorrectionState::Conflict { shipped: says } } else { CorrectionState::Applied }
}

impl Packs {
    fn add_own(&mut self, rules: PlatformRules) {
        let mut pack = Pack::of_rules(rules);
        borrow::lend(&mut pack, &self.other);
        self.by_platform.insert(pack.rules.id.clone(), Arc::new(pack));
    }
}
