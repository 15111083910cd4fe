//! What newer packs say otherwise than those the book saw last.

use std::collections::BTreeMap;

use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Say;
use engawa_packs::{Packs, Written, said};
use engawa_store::Store;

use super::shared;
use crate::book::Book;
use crate::error::BookError;
use crate::views::{ContractBrief, RulesChangedView, ServiceChanged, ValueChanged};

/// Under this name stands which packs the book saw; no platform is called so.
const PRINT: &str = "";

/// So many contracts are named for a service; the rest is counted.
const NAMED: usize = 50;

/// A book that never saw packs has nothing to compare with: what they say is what it saw.
pub(crate) fn note_rules(store: &mut Store, packs: &Packs) -> Result<(), BookError> {
    if store.rules_seen()?.is_empty() {
        store.save_rules_seen(&all_said(packs)?)?;
    }
    Ok(())
}

fn all_said(packs: &Packs) -> Result<BTreeMap<String, String>, BookError> {
    let mut all = BTreeMap::from([(PRINT.to_owned(), packs.print().to_owned())]);
    for pack in packs.all() {
        let said = serde_json::to_string(&said(&pack.rules)).map_err(BookError::Answer)?;
        all.insert(pack.rules.id.to_string(), said);
    }
    Ok(all)
}

impl Book {
    /// The values that the packs of the program say otherwise than when the user last looked, and the open contracts on
    /// those services. Corrections and services of the user's own are not among them.
    pub fn rules_changed_view(&self) -> Result<RulesChangedView, BookError> {
        let mut services = Vec::new();
        let seen = self.store.rules_seen()?;
        if seen.get(PRINT).is_some_and(|print| print == self.shipped.print()) {
            return Ok(RulesChangedView { services });
        }
        for pack in self.shipped.all() {
            let Some(before) = seen.get(&pack.rules.id.0) else {
                services.push(self.service_changed(&pack.rules, Vec::new())?);
                continue;
            };
            // What an older program wrote is read as far as it can be: an unreadable note says that all may be new.
            let before: BTreeMap<String, Written> = serde_json::from_str(before).unwrap_or_default();
            let values = differences(before, said(&pack.rules));
            if !values.is_empty() {
                services.push(self.service_changed(&pack.rules, values)?);
            }
        }
        Ok(RulesChangedView { services })
    }

    /// The user has looked: what the packs say now is what the next ones are compared with.
    pub fn rules_changed_seen(&mut self) -> Result<(), BookError> {
        self.writable()?;
        let said = all_said(&self.shipped)?;
        Ok(self.store.save_rules_seen(&said)?)
    }

    fn service_changed(
        &self,
        rules: &PlatformRules,
        values: Vec<ValueChanged>,
    ) -> Result<ServiceChanged, BookError> {
        let mut contracts: Vec<ContractBrief> = self.open_contracts_on(&rules.id)?;
        let count = u32::try_from(contracts.len()).unwrap_or(u32::MAX);
        contracts.truncate(NAMED);
        Ok(ServiceChanged { platform: shared::platform_brief(rules), values, contracts, count })
    }
}

fn differences(mut before: BTreeMap<String, Written>, after: BTreeMap<String, Written>) -> Vec<ValueChanged> {
    let mut changed: Vec<ValueChanged> = after
        .into_iter()
        .filter_map(|(path, after)| {
            let before = before.remove(&path);
            (before.as_ref() != Some(&after)).then(|| value_changed(path, before, Some(after)))
        })
        .collect();
    changed.extend(before.into_iter().map(|(path, before)| value_changed(path, Some(before), None)));
    changed.sort_by(|one, other| one.path.cmp(&other.path));
    changed
}

fn value_changed(path: String, before: Option<Written>, after: Option<Written>) -> ValueChanged {
    let section = path.split('.').next().unwrap_or_default();
    let section = Say::new(&format!("rules-part-{}", section.replace('_', "-")));
    ValueChanged { section, before: before.map(shown), after: after.map(shown), path }
}

fn shown(written: Written) -> Say {
    match written {
        Written::Text(text) => Say::new("view-words").with("words", &text),
        Written::Plain(words) => Say::new("view-words").with("words", words.as_str()),
    }
}
