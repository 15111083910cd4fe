//! Places become findings: joined where one kind is found twice, counted in characters, with their words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::circumstances::Circumstances;
use super::finding::{Finding, FindingKind};

/// The findings, in order of their place.
pub(super) fn findings(
    text: &str,
    found: Vec<(FindingKind, Range<usize>)>,
    circumstances: &Circumstances<'_>,
) -> Vec<Finding> {
    let mut by_kind: BTreeMap<FindingKind, Vec<Range<usize>>> = BTreeMap::new();
    for (kind, place) in found {
        by_kind.entry(kind).or_default().push(place);
    }
    let joined =
        by_kind.into_iter().flat_map(|(kind, places)| joined(places).map(move |place| (place, kind)));
    let mut places: Vec<(Range<usize>, FindingKind)> = joined.collect();
    places.sort_by_key(|(place, kind)| (place.start, place.end, *kind));
    let count = Counter::new(text, &places);
    places
        .into_iter()
        .map(|(place, kind)| Finding {
            kind,
            words: text.get(place.clone()).unwrap_or_default().to_owned(),
            grounds: circumstances.grounds(kind),
            place: count.characters(place.start)..count.characters(place.end),
        })
        .collect()
}

/// The places with those joined that overlap.
fn joined(mut places: Vec<Range<usize>>) -> impl Iterator<Item = Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined.into_iter()
}

/// How many characters stand before the bytes that were asked about, counted in one pass.
struct Counter(BTreeMap<usize, usize>);

impl Counter {
    fn new(text: &str, places: &[(Range<usize>, FindingKind)]) -> Self {
        let mut ends: Vec<usize> = places.iter().flat_map(|(place, _)| [place.start, place.end]).collect();
        ends.sort_unstable();
        let (mut counted, mut at) = (0, 0);
        let counts = ends.into_iter().map(|end| {
            counted += text.get(at..end).unwrap_or_default().chars().count();
            at = end;
            (end, counted)
        });
        Self(counts.collect())
    }

    fn characters(&self, at: usize) -> usize {
        self.0.get(&at).copied().unwrap_or_default()
    }
}
