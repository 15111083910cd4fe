//! What a service has from the pack of the others: letters it has none of its own for, and the guides that are written for
//! every service. All of it is read once and held by each pack that borrows it.

use std::collections::BTreeSet;
use std::sync::Arc;

use engawa_domain::draft::DraftId;
use engawa_domain::guide::Guide;
use engawa_domain::rules::{SourceId, Sources};

use crate::pack::Pack;

/// Marks the guides of the pack of the others as what they are: written for every service.
pub(crate) fn share(other: &mut Pack) {
    other.shared = other.guides.iter().map(|guide| guide.id.clone()).collect();
}

/// Lends a pack what it lacks.
pub(crate) fn lend(pack: &mut Pack, other: &Pack) {
    let guides: Vec<_> =
        other.guides.iter().filter(|guide| pack.guide(&guide.id).is_none()).map(Arc::clone).collect();
    drafts(pack, other, &guides);
    sources(&mut pack.rules.sources, &other.rules.sources, &guides);
    pack.shared = guides.iter().map(|guide| guide.id.clone()).collect();
    pack.guides.extend(guides);
    pack.guides.sort_by_key(|guide| guide.rank);
}

/// Letters for a purpose that the pack has none for, and those that its borrowed guides hand out.
fn drafts(pack: &mut Pack, other: &Pack, guides: &[Arc<Guide>]) {
    let handed_out: BTreeSet<&DraftId> = guides
        .iter()
        .flat_map(|guide| &guide.outcomes)
        .flat_map(|outcome| &outcome.drafts)
        .map(|used| &used.draft)
        .collect();
    let lacking = other.drafts.iter().filter(|draft| {
        let needed = match draft.purpose {
            Some(purpose) => pack.draft_for(purpose).is_none(),
            None => handed_out.contains(&draft.id),
        };
        needed && pack.draft(&draft.id).is_none()
    });
    let lacking: Vec<_> = lacking.map(Arc::clone).collect();
    pack.drafts.extend(lacking);
}

/// A borrowed guide brings the pages it rests on.
fn sources(sources: &mut Sources, others: &Sources, guides: &[Arc<Guide>]) {
    for id in guides.iter().flat_map(|guide| cited(guide)) {
        if let Some(source) = others.get(id).filter(|_| !sources.contains_key(id)) {
            sources.insert(id.clone(), source.clone());
        }
    }
}

/// The pages a guide rests on.
fn cited(guide: &Guide) -> impl Iterator<Item = &SourceId> {
    let questions = guide.questions.iter().flat_map(|question| &question.cites);
    let outcomes = guide.outcomes.iter().flat_map(|outcome| &outcome.cites);
    let estimates = guide.estimates.iter().flat_map(|estimate| &estimate.sources);
    questions.chain(outcomes).map(|cite| &cite.source).chain(estimates)
}
