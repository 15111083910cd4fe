//! What is known about the link: who saw it last, and where.

use crate::calendar::When;
use crate::facts::{ContractFacts, LinkSighting, Party, Place, Seen};
use crate::ids::SightingId;

/// What one side last saw, in every place where it saw the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looked {
    pub(super) looker: Party,
    pub(super) places: Vec<Place>,
    pub(super) seen: Seen,
    pub(super) when: When,
    pub(super) id: SightingId,
}

/// What each side last saw on the site and in the app: one entry for each side and result.
pub(super) fn looked(facts: &ContractFacts) -> Vec<Looked> {
    let mut all: Vec<Looked> = Vec::new();
    for sighting in latest(facts) {
        match all.iter_mut().find(|look| look.looker == sighting.looker && look.seen == sighting.seen) {
            Some(look) => {
                look.places.push(sighting.place);
                if sighting.when > look.when {
                    (look.when, look.id) = (sighting.when, sighting.id);
                }
            }
            None => all.push(Looked {
                looker: sighting.looker,
                places: vec![sighting.place],
                seen: sighting.seen,
                when: sighting.when,
                id: sighting.id,
            }),
        }
    }
    all
}

/// What is known about the link, for the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// The user sees it.
    Visible,
    /// The user does not, but the client does.
    ClientSees,
    /// The user looked, and it was not there; when that was last seen.
    Missing(When),
    /// The user has not looked.
    NotLooked,
}

/// What is known about the link. The user's newest look decides, wherever it was.
pub(super) fn link(facts: &ContractFacts) -> Link {
    let newest = |party: Party| {
        facts
            .sightings
            .iter()
            .filter(|sighting| sighting.looker == party)
            .max_by_key(|sighting| (sighting.when, sighting.seen == Seen::Visible, sighting.id))
    };
    let client_sees = newest(Party::Client).is_some_and(|sighting| sighting.seen == Seen::Visible);
    match newest(Party::Me) {
        Some(mine) if mine.seen == Seen::Visible => Link::Visible,
        _ if client_sees => Link::ClientSees,
        Some(mine) => Link::Missing(mine.when),
        None => Link::NotLooked,
    }
}

/// The newest sighting of each side in each place.
fn latest(facts: &ContractFacts) -> Vec<&LinkSighting> {
    let mut latest: Vec<&LinkSighting> = Vec::new();
    for party in [Party::Me, Party::Client] {
        for place in [Place::Web, Place::App] {
            latest.extend(
                facts
                    .sightings
                    .iter()
                    .filter(|sighting| sighting.looker == party && sighting.place == place)
                    .max_by_key(|sighting| (sighting.when, sighting.seen == Seen::Visible, sighting.id)),
            );
        }
    }
    latest
}
