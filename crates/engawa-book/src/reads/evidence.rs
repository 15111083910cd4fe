//! 証拠: every kept file, what it proves and whether it is still there.

use std::collections::{BTreeMap, HashMap};

use engawa_domain::calendar::zone;
use engawa_domain::facts::{ContractFacts, Evidence, EvidenceLink, FactRef};
use engawa_domain::ids::{ContractId, EvidenceId};
use engawa_domain::say::Say;

use super::contract::all_facts;
use super::said;
use super::shared::contract_brief;
use crate::book::Book;
use crate::error::BookError;
use crate::views::{EvidenceListView, EvidenceRow, EvidenceTie};

impl Book {
    /// 証拠: every kept file, the one taken in last first.
    pub fn evidence_list(&self) -> Result<EvidenceListView, BookError> {
        let mut ties = self.ties()?;
        let mut kept: Vec<Evidence> = self.rows().all()?;
        kept.sort_by_key(|evidence| std::cmp::Reverse((evidence.captured, evidence.id)));
        let files = kept.into_iter().map(|evidence| EvidenceRow {
            presence: self.vault.presence(&evidence.sha256, evidence.bytes),
            ties: ties.remove(&evidence.id).unwrap_or_default(),
            evidence,
        });
        Ok(EvidenceListView { files: files.collect(), checked: self.evidence_checked()? })
    }

    /// What a picture is called that is pasted now: by the moment as the user's clock shows it, in letters that every file
    /// system takes.
    pub fn pasted_name(&self) -> String {
        let now = self.clock.now();
        let local = zone::local(now, &self.zone).or_else(|_| zone::local(now, "UTC"));
        let when = local.map_or_else(|_| now.to_string(), |when| when.to_string());
        self.words().get("vault-pasted-name", &[("when", &when.replace(':', "."))])
    }

    /// What each file proves, in the order in which it was said.
    fn ties(&self) -> Result<HashMap<EvidenceId, Vec<EvidenceTie>>, BookError> {
        let mut of_contract: BTreeMap<ContractId, Vec<EvidenceLink>> = BTreeMap::new();
        for link in self.rows().all::<EvidenceLink>()? {
            of_contract.entry(link.contract).or_default().push(link);
        }
        let mut ties: HashMap<EvidenceId, Vec<EvidenceTie>> = HashMap::new();
        for (id, links) in of_contract {
            let (facts, rules) = self.desk().contract(self.rows(), id)?;
            let contract = contract_brief(&facts, rules);
            for link in links {
                let proves = link.fact.and_then(|fact| proves(fact, &facts));
                let tie = EvidenceTie { link: link.id, contract: contract.clone(), fact: link.fact, proves };
                ties.entry(link.evidence).or_default().push(tie);
            }
        }
        Ok(ties)
    }
}

/// A recorded fact in one line.
pub fn proves(fact: FactRef, facts: &ContractFacts) -> Option<Say> {
    let found = all_facts(facts).into_iter().find(|known| known.reference() == fact)?;
    Some(said::fact(&found, &facts.account))
}
