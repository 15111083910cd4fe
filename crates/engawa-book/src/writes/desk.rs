//! What a question or a change has at hand beside the rows: the rules and the time.

use engawa_domain::calendar::{Moment, When, zone};
use engawa_domain::facts::ContractFacts;
use engawa_domain::guide::{Guide, GuideId};
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::rules::PlatformRules;
use engawa_packs::Packs;
use engawa_store::{Rows, Table};

use crate::error::{BookError, NoSuch};
use crate::inputs::Reader;

/// What a question or a change has at hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// Rules, guides and drafts.
    pub packs: &'a Packs,
    /// Now.
    pub now: Moment,
}

impl<'a> Desk<'a> {
    /// The rules of a platform; of one without a pack, those that know nothing and ask.
    pub fn rules(self, platform: &PlatformId) -> &'a PlatformRules {
        self.packs.rules(platform)
    }

    /// A guide of a platform.
    pub fn guide(self, platform: &PlatformId, guide: &GuideId) -> Result<&'a Guide, BookError> {
        self.packs
            .pack(platform)
            .guide(guide)
            .map(AsRef::as_ref)
            .ok_or_else(|| BookError::NoSuch(NoSuch::Guide(guide.to_string())))
    }

    /// Now, in the platform's zone.
    pub fn now_in(self, rules: &PlatformRules) -> When {
        local(self.now, rules)
    }

    /// A reader of what was typed, as this platform counts.
    pub fn reader(self, rules: &'a PlatformRules) -> Reader<'a> {
        Reader::new(self.now_in(rules), rules)
    }

    /// Everything recorded about a contract, and its rules.
    pub fn contract(
        self,
        rows: Rows<'_>,
        contract: ContractId,
    ) -> Result<(ContractFacts, &'a PlatformRules), BookError> {
        let facts = rows.load_facts(contract)?.ok_or_else(|| not_found(Table::Contracts, contract))?;
        let rules = self.rules(&facts.account.platform);
        Ok((facts, rules))
    }
}

/// A moment in a platform's zone. Packs are proven to name zones that exist; the fallback keeps this total.
pub(crate) fn local(moment: Moment, rules: &PlatformRules) -> When {
    zone::local(moment, &rules.zone)
        .or_else(|_| zone::local(moment, "UTC"))
        .unwrap_or(When::on(rules.checked))
}

/// A row that is not there.
pub(crate) fn not_found(table: Table, id: impl std::fmt::Display) -> BookError {
    engawa_store::StoreError::NoSuchRow { table, id: id.to_string() }.into()
}
