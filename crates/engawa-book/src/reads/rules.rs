//! サービスのきまり of one platform, what the user said of them, and what that changes.

use engawa_domain::ids::{CorrectionId, OwnServiceId, PlatformId};
use engawa_domain::rules::{Correction, OwnService, PlatformRules, STALE_AFTER_DAYS};
use engawa_packs::{CorrectionState, Packs, points};

use super::point::{label_of, point_view, says};
use super::shared;
use crate::book::Book;
use crate::error::BookError;
use crate::inputs::CorrectionInput;
use crate::list_index::{Course, Entry};
use crate::views::{
    AnswerShown, ContractBrief, CorrectionPreview, CorrectionShown, CorrectionView, RulesView, ServiceLine,
    StandingChange,
};
use crate::writes::desk::local;
use crate::writes::rules::{read_correction, recorded};

/// So many contracts are named in a preview; the rest is counted.
const NAMED: usize = 50;

impl Book {
    /// The rules of a platform as they are today; of a service without rules of its own, that nothing is known.
    pub fn rules_view(&self, platform: &PlatformId) -> Result<RulesView, BookError> {
        let today = self.today();
        let rules = self.packs.rules(platform);
        let corrections: Vec<CorrectionView> = self.corrections_of(platform);
        let own = match OwnServiceId::of(platform) {
            Some(id) => self.rows().get::<OwnService>(id)?,
            None => None,
        };
        let points = if self.shipped.knows(platform) {
            let of = |path: &str| {
                corrections.iter().map(|view| &view.correction).find(|correction| correction.path == path)
            };
            points(rules)
                .into_iter()
                .map(|point| {
                    let correction = of(&point.path).map(|correction| correction.id);
                    point_view(point, correction)
                })
                .collect()
        } else {
            Vec::new()
        };
        Ok(RulesView {
            rules: rules.on(today).into_owned(),
            stale_before: today.plus_days(-STALE_AFTER_DAYS),
            points,
            corrections,
            own,
        })
    }

    /// Every service, with what the user said of it.
    pub fn service_list(&self) -> Result<Vec<ServiceLine>, BookError> {
        let mut lines = Vec::new();
        for pack in self.packs.all() {
            let id = &pack.rules.id;
            let of = || self.packs.corrected().iter().filter(|one| one.correction.platform == *id);
            let own = match OwnServiceId::of(id) {
                Some(own) => self.rows().get::<OwnService>(own)?,
                None => None,
            };
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            lines.push(ServiceLine {
                platform: shared::platform_brief(&pack.rules),
                own,
                corrections: count(of().count()),
                to_decide: count(of().filter(|one| one.state.is_open()).count()),
            });
        }
        Ok(lines)
    }

    /// What a correction would change, without keeping it.
    pub fn correction_preview(&self, input: &CorrectionInput) -> Result<CorrectionPreview, BookError> {
        let before = recorded(self.rows(), input)?;
        let id = before.map_or(CorrectionId(uuid::Uuid::nil()), |before| before.id);
        let correction = read_correction(self.desk(), &self.shipped, id, input)?;
        self.preview_with(&input.platform, Some(correction))
    }

    /// What going back to the pack's value would change.
    pub fn correction_removal_preview(&self, id: CorrectionId) -> Result<CorrectionPreview, BookError> {
        let correction: Correction = self.rows().need(id)?;
        let services: Vec<OwnService> = self.rows().all()?;
        let mut corrections: Vec<Correction> = self.rows().all()?;
        corrections.retain(|one| one.id != id);
        let packs = self.shipped.with_own(&services, &corrections);
        self.compare(&correction.platform, &packs)
    }

    fn preview_with(
        &self,
        platform: &PlatformId,
        correction: Option<Correction>,
    ) -> Result<CorrectionPreview, BookError> {
        let services: Vec<OwnService> = self.rows().all()?;
        let mut corrections: Vec<Correction> = self.rows().all()?;
        if let Some(correction) = correction {
            corrections.retain(|one| one.platform != correction.platform || one.path != correction.path);
            corrections.push(correction);
        }
        let packs = self.shipped.with_own(&services, &corrections);
        self.compare(platform, &packs)
    }

    /// The open contracts on a platform whose answer is another under other packs.
    fn compare(&self, platform: &PlatformId, after: &Packs) -> Result<CorrectionPreview, BookError> {
        let (rules, other) = (self.packs.rules(platform), after.rules(platform));
        let now = self.clock.now();
        let (mut changes, mut count, mut open) = (Vec::new(), 0_u32, 0_u32);
        for facts in self.rows().load_all_facts()? {
            if facts.account.platform != *platform {
                continue;
            }
            let answer = |rules: &PlatformRules| Entry::of(&facts, rules, local(now, rules), 0);
            let before = answer(rules);
            if !is_open(before.course) {
                continue;
            }
            open = open.saturating_add(1);
            let after = answer(other);
            if (before.contact, before.state) == (after.contact, after.state) {
                continue;
            }
            count = count.saturating_add(1);
            if changes.len() < NAMED {
                changes.push(StandingChange {
                    contract: shared::contract_brief(&facts, rules),
                    before: AnswerShown { contact: before.contact, state: before.state },
                    after: AnswerShown { contact: after.contact, state: after.state },
                });
            }
        }
        Ok(CorrectionPreview { changes, count, open })
    }

    /// The open contracts on a platform.
    pub(crate) fn open_contracts_on(&self, platform: &PlatformId) -> Result<Vec<ContractBrief>, BookError> {
        let rules = self.packs.rules(platform);
        let now = local(self.clock.now(), rules);
        let facts = self.rows().load_all_facts()?;
        let of = facts.iter().filter(|facts| facts.account.platform == *platform);
        let open = of.filter(|facts| is_open(Entry::of(facts, rules, now, 0).course));
        Ok(open.map(|facts| shared::contract_brief(facts, rules)).collect())
    }

    fn corrections_of(&self, platform: &PlatformId) -> Vec<CorrectionView> {
        let rules = self.shipped.rules(platform);
        let points = points(rules);
        let of = self.packs.corrected().iter().filter(|one| one.correction.platform == *platform);
        of.map(|one| {
            let path = &one.correction.path;
            let point = points.iter().find(|point| point.path == *path);
            let value = |value: &str| says(point, value);
            let state = match &one.state {
                CorrectionState::Applied => CorrectionShown::Applied,
                CorrectionState::Agrees => CorrectionShown::Agrees,
                CorrectionState::Conflict { shipped } => {
                    CorrectionShown::Conflict { shipped: value(shipped) }
                }
                CorrectionState::Gone => CorrectionShown::Gone,
                CorrectionState::Refused(why) => CorrectionShown::Refused { why: why.clone() },
            };
            CorrectionView {
                label: label_of(point, path),
                of: point.and_then(|point| point.of.clone()),
                says: value(&one.correction.value),
                correction: one.correction.clone(),
                state,
            }
        })
        .collect()
    }
}

fn is_open(course: Course) -> bool {
    match course {
        Course::Running => true,
        Course::Ended => false,
    }
}
