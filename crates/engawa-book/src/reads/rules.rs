//! サービスのきまり of one platform.

use engawa_domain::ids::PlatformId;
use engawa_domain::rules::STALE_AFTER_DAYS;

use crate::book::Book;
use crate::views::RulesView;

impl Book {
    /// The rules of a platform as they are today; of a service without rules of its own, that nothing is known.
    pub fn rules_view(&self, platform: &PlatformId) -> RulesView {
        let today = self.today();
        let rules = self.packs.rules(platform).on(today).into_owned();
        RulesView { rules, stale_before: today.plus_days(-STALE_AFTER_DAYS) }
    }
}
