//! The words and rules of the program, and where they are fulfilled in a reading.

use std::ops::Range;
use std::sync::LazyLock;

use super::circumstances::Circumstances;
use super::finding::{FindingKind, Grounds};
use super::means;
use super::reading::Reading;
use super::rules::{Rule, rules};
use super::seek::{Concepts, Sentence, seek};
use super::words::{Concept, Hit, Vocabulary};
use crate::rules::DealOutside;
use crate::standing::Contact;
use crate::text::{ContactKind, contact_places};

/// The table of the program.
pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::of(include_str!("words.csv"), include_str!("rules.csv")));

/// Words that say of contact data beside them that it is a sample, or what the work is about.
const NOT_MEANT: [&str; 2] = ["sample-data", "slot"];

/// Words and rules.
pub(super) struct Table {
    words: Vocabulary,
    rules: Vec<Rule>,
    not_meant: Vec<Concept>,
}

/// Bytes of the original with what was found there.
pub(super) type Place = (FindingKind, Range<usize>);

impl Table {
    /// Reads a table.
    pub fn of(words: &str, rule_lines: &str) -> Self {
        let words = Vocabulary::of(words);
        let rules = rules(rule_lines, &words);
        let not_meant = NOT_MEANT.into_iter().filter_map(|name| words.concept(name)).collect();
        Self { words, rules, not_meant }
    }

    /// What is found in a reading.
    pub fn places(&self, reading: &Reading<'_>, circumstances: &Circumstances<'_>) -> Vec<Place> {
        let hits = self.words.hits(reading);
        let (parts, here) = sentences(reading, &hits);
        let mut places = self.contact_data(reading, &here, circumstances);
        places.extend(self.by_rules(reading, &parts, &here, circumstances));
        places
    }

    /// What the words of a reading say, contact data aside.
    pub fn in_words(&self, reading: &Reading<'_>, circumstances: &Circumstances<'_>) -> Vec<Place> {
        let hits = self.words.hits(reading);
        let (parts, here) = sentences(reading, &hits);
        self.by_rules(reading, &parts, &here, circumstances)
    }

    fn by_rules(
        &self,
        reading: &Reading<'_>,
        parts: &[&[Hit]],
        here: &[Concepts],
        circumstances: &Circumstances<'_>,
    ) -> Vec<Place> {
        let mut places = Vec::new();
        let asked =
            self.rules.iter().filter(|rule| is_alarm(rule.kind, circumstances) && rule.holds(circumstances));
        let asked: Vec<&Rule> = asked.collect();
        for (nth, part) in parts.iter().enumerate() {
            if part.is_empty() {
                continue;
            }
            let concepts =
                |nth: Option<usize>| nth.and_then(|nth| here.get(nth)).copied().unwrap_or_default();
            let this = concepts(Some(nth));
            let near = this.and(concepts(nth.checked_sub(1))).and(concepts(nth.checked_add(1)));
            let sentence = Sentence { hits: part, here: this, near };
            for rule in &asked {
                let found = seek(rule, &sentence).into_iter();
                places.extend(found.filter_map(|letters| Some((rule.kind, reading.source(&letters)?))));
            }
        }
        if circumstances.grounds(FindingKind::ContactInvitation) == Grounds::OtherMeans {
            let named = means::named(reading);
            places.retain(|(kind, place)| {
                let inside =
                    named.iter().filter(|(_, word)| place.start <= word.start && word.end <= place.end);
                *kind != FindingKind::ContactInvitation
                    || circumstances.is_beyond(inside.map(|(channel, _)| *channel))
            });
        }
        places
    }

    fn contact_data(
        &self,
        reading: &Reading<'_>,
        here: &[Concepts],
        circumstances: &Circumstances<'_>,
    ) -> Vec<Place> {
        if !is_alarm(FindingKind::ContactInvitation, circumstances) {
            return Vec::new();
        }
        let found = contact_places(reading.original, &reading.folded, circumstances.own_hosts);
        let meant = found.into_iter().filter(|(kind, place)| {
            let letter = reading.letter_at(place.start);
            let sentence = reading.sentences.partition_point(|sentence| sentence.end <= letter);
            is_an_alarm(*kind, circumstances)
                && !here.get(sentence).is_some_and(|here| here.has_any(&self.not_meant))
        });
        meant.map(|(_, place)| (FindingKind::ContactInvitation, place)).collect()
    }

    #[cfg(test)]
    pub fn is_whole(&self, rule_lines: &str) -> bool {
        self.words.is_whole()
            && self.rules.iter().all(Rule::names_something)
            && self.not_meant.len() == NOT_MEANT.len()
            && self.rules.len() == super::words::rows(rule_lines).count()
    }
}

/// Whether the circumstances leave this kind an alarm. Permission to talk is none to deal.
fn is_alarm(kind: FindingKind, circumstances: &Circumstances<'_>) -> bool {
    match kind {
        FindingKind::ContactInvitation => match circumstances.contact {
            Contact::Yes => !circumstances.agreed.is_empty(),
            Contact::No | Contact::Ask => true,
        },
        FindingKind::DirectDeal | FindingKind::OutsidePayment => match circumstances.deal_outside {
            DealOutside::Permitted => false,
            DealOutside::Forbidden | DealOutside::Unknown => true,
        },
        FindingKind::WorkBeforeEscrow
        | FindingKind::BuyGoods
        | FindingKind::SeminarSchool
        | FindingKind::IdentityPapers
        | FindingKind::NoNeedToApply
        | FindingKind::DeleteRequest => true,
    }
}

/// A page is where material lies; it is contact only when the words around it say so. Where the request named means of contact,
/// the data of others is one too.
fn is_an_alarm(kind: ContactKind, circumstances: &Circumstances<'_>) -> bool {
    means::of_data(kind).is_some_and(|channel| match circumstances.contact {
        Contact::Yes => circumstances.is_beyond(std::iter::once(channel)),
        Contact::No | Contact::Ask => true,
    })
}

/// The words of each sentence, and the concepts in it.
fn sentences<'h>(reading: &Reading<'_>, hits: &'h [Hit]) -> (Vec<&'h [Hit]>, Vec<Concepts>) {
    let parts = parts(&reading.sentences, hits);
    let here = parts.iter().map(|part| Concepts::of(part)).collect();
    (parts, here)
}

/// The words of each sentence.
fn parts<'h>(sentences: &[Range<usize>], hits: &'h [Hit]) -> Vec<&'h [Hit]> {
    let mut rest = hits;
    sentences
        .iter()
        .map(|sentence| {
            let count = rest.partition_point(|hit| hit.letters.start < sentence.end);
            let (part, behind) = rest.split_at(count);
            rest = behind;
            part
        })
        .collect()
}
