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
