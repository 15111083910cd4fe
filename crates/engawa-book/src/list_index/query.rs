//! A question to the table.

use std::collections::BTreeMap;

use engawa_domain::calendar::Day;
use engawa_domain::facts::Stage;
use engawa_domain::money::Yen;
use engawa_domain::standing::StateName;
use engawa_domain::text::{SearchKey, highlight};

use super::orders::has_value;
use super::{Entry, ListIndex, entry};
use crate::views::{
    ContractListQuery, ContractListView, ContractRow, Direction, DueFilter, HitField, SearchHit, StageShown,
    StateCount,
};

/// What matched, without its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matching {
    /// Which slots match.
    slots: Vec<bool>,
    /// How many.
    pub count: u32,
    /// Sum of their amounts; the largest amount where it would be more.
    pub amount: Yen,
    /// Those that match all but the filter on states, by state.
    pub states: BTreeMap<StateName, u32>,
}

impl ListIndex {
    /// The part of the table that was asked for, on this day. `counted` is left for the caller to say.
    pub fn list(&mut self, query: &ContractListQuery, today: Day) -> ContractListView {
        let searched = SearchKey::of(&query.search);
        let matching = self.matching(query, &searched, today);
        let slots = self.rows(query, &matching);
        let rows = slots
            .into_iter()
            .filter_map(|slot| self.entry(slot))
            .map(|entry| row(entry, &searched))
            .collect();
        let states = matching.states.iter().map(|(state, count)| StateCount {
            state: *state,
            count: *count,
            hint: None,
        });
        ContractListView {
            all: entry::count(self.len()),
            matching: matching.count,
            states: states.collect(),
            amount: matching.amount,
            rows,
            counted: true,
        }
    }

    fn matching(&self, query: &ContractListQuery, searched: &SearchKey, today: Day) -> Matching {
        let found = self.searched(searched);
        let mut matching = Matching { slots: vec![false; self.slots.len()], ..Matching::default() };
        for (slot, entry) in self.slots.iter().enumerate() {
            let Some(entry) = entry else { continue };
            if found.as_ref().is_some_and(|found| !found[slot]) || !passes(entry, query, today) {
                continue;
            }
            *matching.states.entry(entry.state).or_default() += 1;
            if !query.states.is_empty() && !query.states.contains(&entry.state) {
                continue;
            }
            matching.slots[slot] = true;
            matching.count += 1;
            if let Some(amount) = entry.amount {
                matching.amount = matching.amount.plus(amount).unwrap_or(Yen::MAX);
            }
        }
        matching
    }

    /// Which slots contain every word; `None` without a word.
    fn searched(&self, searched: &SearchKey) -> Option<Vec<bool>> {
        let mut words: Vec<&str> = searched.words().collect();
        // The longest word leaves the fewest contracts for the others to be looked up in.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let (first, others) = words.split_first()?;
        let mut found = vec![false; self.slots.len()];
        self.haystack.find(first, |slot| {
            let all = others.is_empty() || {
                let key = self.haystack.key(slot);
                others.iter().all(|word| key.contains(word))
            };
            if let Some(place) = found.get_mut(slot as usize) {
                *place = all;
            }
        });
        Some(found)
    }

    /// The slots of the rows asked for. Whatever the direction, contracts without a value in the column stand last.
    fn rows(&mut self, query: &ContractListQuery, matching: &Matching) -> Vec<u32> {
        let Self { slots, orders, .. } = self;
        let order = orders.of(query.sort, slots);
        let valued = order.partition_point(|slot| {
            slots
                .get(*slot as usize)
                .and_then(Option::as_ref)
                .is_some_and(|entry| has_value(query.sort, entry))
        });
        let (valued, empty) = order.split_at(valued);
        let matches = |slot: &&u32| matching.slots.get(**slot as usize).copied().unwrap_or(false);
        let (offset, limit) = (query.offset as usize, query.limit as usize);
        match query.direction {
            Direction::Ascending => {
                valued.iter().chain(empty).filter(matches).skip(offset).take(limit).copied().collect()
            }
            Direction::Descending => valued
                .iter()
                .rev()
                .chain(empty.iter().rev())
                .filter(matches)
                .skip(offset)
                .take(limit)
                .copied()
                .collect(),
        }
    }
}

/// Every filter but search and state.
pub(super) fn passes(entry: &Entry, query: &ContractListQuery, today: Day) -> bool {
    let platform = query.platforms.is_empty() || query.platforms.contains(&entry.platform);
    let stage =
        query.stages.is_empty() || entry.stage.is_some_and(|stage| query.stages.contains(&recorded(stage)));
    let next = entry.dates.first().map(|date| date.day);
    let due = match query.due {
        DueFilter::Any => true,
        DueFilter::Today => next.is_some_and(|day| day <= today),
        DueFilter::Week => next.is_some_and(|day| day <= today.plus_days(7)),
        DueFilter::None => next.is_none(),
    };
    platform && stage && due
}

/// The recorded stage behind a shown one.
fn recorded(shown: StageShown) -> Stage {
    match shown {
        StageShown::Stage(stage) => stage,
        StageShown::Working => Stage::Escrowed,
    }
}

fn row(entry: &Entry, searched: &SearchKey) -> ContractRow {
    let mut hits = Vec::new();
    if !searched.is_empty() {
        for (field, text) in [(HitField::Title, &entry.title), (HitField::Client, &entry.client)] {
            let places = highlight(text, searched).into_iter();
            hits.extend(places.map(|range| SearchHit { field, start: range.from, end: range.to }));
        }
    }
    ContractRow {
        id: entry.id,
        title: entry.title.clone(),
        client: entry.client.clone(),
        platform: entry.platform_name.clone(),
        stage: entry.stage,
        state: entry.state,
        contact: entry.contact,
        deadline: entry.deadline(),
        amount: entry.amount,
        hits,
    }
}
