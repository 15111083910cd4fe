//! Finding a guide by saying what is wrong: measured on phrases that were written without looking at the guides.

use std::collections::BTreeMap;

use engawa_domain::ids::PlatformId;
use serde::Deserialize;

use crate::Packs;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    asked: Vec<Phrase>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    words: String,
    lang: String,
    /// The service that the words name; `None` where they are searched on the service of the guides.
    #[serde(default)]
    service: Option<String>,
    guide: String,
    #[serde(default)]
    also: Vec<String>,
}

impl Phrase {
    fn is_right(&self, guide: &str) -> bool {
        guide == self.guide || self.also.iter().any(|also| also == guide)
    }
}

fn phrases() -> Vec<Phrase> {
    let asked: Asked = toml::from_str(include_str!("asked.toml")).unwrap();
    asked.asked
}

/// The phrases that name another service.
fn phrases_elsewhere() -> Vec<Phrase> {
    let asked: Asked = toml::from_str(include_str!("asked_elsewhere.toml")).unwrap();
    asked.asked
}

fn platform() -> PlatformId {
    PlatformId("crowdworks".to_owned())
}

/// The place of the first right guide, from 0; `None` where none was found.
fn place(packs: &Packs, phrase: &Phrase) -> Option<usize> {
    let found = packs.find_guides(&phrase.words, Some(&platform()));
    found.iter().position(|(_, guide)| phrase.is_right(&guide.id.0))
}

/// How many of the phrases have a right guide among the first `n`, in hundredths.
fn hit_at(places: &[Option<usize>], n: usize) -> f64 {
    let count = |count: usize| f64::from(u32::try_from(count).unwrap());
    100.0 * count(places.iter().filter(|place| place.is_some_and(|place| place < n)).count())
        / count(places.len())
}

#[test]
fn every_phrase_is_meant_for_a_guide_that_exists() {
    let packs = Packs::embedded().unwrap();
    let pack = packs.pack(&platform());
    let known: Vec<&str> = pack.guides.iter().map(|guide| guide.id.0.as_str()).collect();
    for phrase in phrases() {
        assert!(known.contains(&phrase.guide.as_str()), "{phrase:?}");
        assert!(phrase.also.iter().all(|also| known.contains(&also.as_str())), "{phrase:?}");
    }
    assert!(phrases().len() >= 200);
}

#[test]
fn the_right_guide_comes_first_for_nine_of_ten_phrases_and_among_three_for_nearly_all() {
    let packs = Packs::embedded().unwrap();
    let mut by_lang: BTreeMap<String, Vec<Option<usize>>> = BTreeMap::new();
    let mut missed = Vec::new();
    for phrase in phrases() {
        let place = place(&packs, &phrase);
        if place != Some(0) {
            let first = packs.find_guides(&phrase.words, Some(&platform()));
            let first = first.first().map_or("nothing", |(_, guide)| guide.id.0.as_str());
            missed.push(format!(
                "{:>4} {} -> {first}, not {}",
                place.map_or("–".to_owned(), |n| n.to_string()),
                phrase.words,
                phrase.guide
            ));
        }
        by_lang.entry(phrase.lang.clone()).or_default().push(place);
        by_lang.entry("both".to_owned()).or_default().push(place);
    }
    for (lang, places) in &by_lang {
        println!(
            "{lang}: {} phrases, hit@1 {:.1} %, hit@3 {:.1} %",
            places.len(),
            hit_at(places, 1),
            hit_at(places, 3)
        );
    }
    println!("{}", missed.join("\n"));
    let both = &by_lang["both"];
    assert!(hit_at(both, 1) >= 90.0 && hit_at(both, 3) >= 98.0, "below the bar, see above");
}

#[test]
fn the_order_does_not_depend_on_width_or_kana() {
    let packs = Packs::embedded().unwrap();
    let order = |words: &str| -> Vec<String> {
        packs.find_guides(words, None).into_iter().map(|(_, guide)| guide.id.0.clone()).collect()
    };
    for (one, other) in
        [("リンクがない", "ﾘﾝｸがない"), ("LINEに誘われた", "ＬＩＮＥに誘われた"), ("ボタン", "ぼたん")]
    {
        assert_eq!(order(one), order(other));
    }
}

#[test]
fn words_that_name_a_service_are_answered_by_the_guides_of_that_service() {
    let packs = Packs::embedded().unwrap();
    for phrase in phrases_elsewhere() {
        let found = packs.find_guides(&phrase.words, None);
        let services: Vec<&str> = found.iter().map(|(pack, _)| pack.rules.id.0.as_str()).collect();
        assert!(!found.is_empty(), "{phrase:?}");
        assert!(
            services.iter().all(|service| Some(*service) == phrase.service.as_deref()),
            "{phrase:?}: {services:?}"
        );
    }
    let named = packs.find_guides("ランサーズかココナラでLINE", None);
    assert!(named.iter().any(|(pack, _)| pack.rules.id == platform()), "two services are none in particular");
}

#[test]
fn on_every_other_service_the_right_guide_comes_first_for_nine_of_ten_phrases_too() {
    let packs = Packs::embedded().unwrap();
    let mut missed = Vec::new();
    let mut places = Vec::new();
    for phrase in phrases_elsewhere() {
        let found = packs.find_guides(&phrase.words, None);
        let place = found.iter().position(|(_, guide)| phrase.is_right(&guide.id.0));
        if place != Some(0) {
            let first = found.first().map_or("nothing", |(_, guide)| guide.id.0.as_str());
            missed.push(format!("{place:?} {} -> {first}, not {}", phrase.words, phrase.guide));
        }
        places.push(place);
    }
    println!(
        "elsewhere: {} phrases, hit@1 {:.1} %, hit@3 {:.1} %\n{}",
        places.len(),
        hit_at(&places, 1),
        hit_at(&places, 3),
        missed.join("\n")
    );
    assert!(places.len() >= 60);
    assert!(hit_at(&places, 1) >= 90.0 && hit_at(&places, 3) >= 98.0, "below the bar, see above");
}

#[test]
fn over_all_services_a_guide_that_they_share_is_found_once() {
    let packs = Packs::embedded().unwrap();
    let found = packs.find_guides("クライアントから返事がない", None);
    let silent: Vec<&str> = found
        .iter()
        .filter(|(_, guide)| guide.id.0 == "client-silent")
        .map(|(pack, _)| pack.rules.id.0.as_str())
        .collect();
    assert_eq!(silent, ["crowdworks", "other"], "the one for a service, and the one for all");
}
