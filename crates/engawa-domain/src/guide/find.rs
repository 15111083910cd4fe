//! Finding a guide by saying what is wrong: kana, width, case and small slips do not matter, and words that mean the same
//! count as one.
//!
//! A text is taken apart into features: pairs of letters where words are written without spaces, words and their triples
//! of letters where they are not, and the groups of like words it touches, alone and in pairs. A guide is what its phrases
//! have together; the rarer a feature is among the guides, the more it says.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::GuideId;
use crate::text::SearchKey;

/// Groups of words that mean the same to somebody who looks for a guide, by name.
pub type LikeWords = BTreeMap<String, Vec<String>>;

/// Guides that can be looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Finder {
    groups: Vec<(String, Vec<String>)>,
    guides: Vec<Profile>,
    /// How much each feature says.
    weights: BTreeMap<String, f64>,
}

/// What the phrases of a guide have.
#[derive(Debug, Clone, PartialEq)]
struct Profile {
    guide: GuideId,
    /// All phrases together: how often each feature stands in them.
    together: BTreeMap<String, u32>,
    phrases: Vec<BTreeSet<String>>,
}

/// A guide that fits, and how well.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundGuide {
    /// The guide.
    pub guide: GuideId,
    /// How well it fits: above 0, of no meaning beyond the order.
    pub score: f64,
}

impl Finder {
    /// Guides by the phrases with which people look for them.
    pub fn new(guides: impl IntoIterator<Item = (GuideId, Vec<String>)>, like: &LikeWords) -> Self {
        let keys = |words: &Vec<String>| words.iter().map(|word| flat(word)).collect::<Vec<_>>();
        let groups: Vec<_> = like.iter().map(|(name, words)| (name.clone(), keys(words))).collect();
        let guides: Vec<Profile> = guides
            .into_iter()
            .map(|(guide, phrases)| {
                let phrases: Vec<_> = phrases.iter().map(|phrase| features(phrase, &groups)).collect();
                let mut together = BTreeMap::new();
                for feature in phrases.iter().flatten() {
                    *together.entry(feature.clone()).or_insert(0) += 1;
                }
                Profile { guide, together, phrases }
            })
            .collect();
        let weights = weights(&guides);
        Self { groups, guides, weights }
    }

    /// The guides that fit, best first; those that share nothing with the words are left out.
    pub fn find(&self, words: &str) -> Vec<FoundGuide> {
        let asked = features(words, &self.groups);
        let mut found: Vec<FoundGuide> = self
            .guides
            .iter()
            .map(|profile| FoundGuide { guide: profile.guide.clone(), score: self.score(&asked, profile) })
            .filter(|found| found.score > 0.0)
            .collect();
        found.sort_by(|one, other| {
            other.score.total_cmp(&one.score).then_with(|| one.guide.cmp(&other.guide))
        });
        found
    }

    /// What is shared with all phrases, and what with the nearest one.
    fn score(&self, asked: &BTreeSet<String>, profile: &Profile) -> f64 {
        let weight = |feature: &String| self.weights.get(feature).copied().unwrap_or(0.0);
        let all: f64 = asked.iter().map(weight).sum();
        if all <= 0.0 {
            return 0.0;
        }
        // The second phrase with a feature says more, the tenth hardly.
        let often = |count: u32| 1.0 - 0.5_f64.powi(i32::try_from(count).unwrap_or(i32::MAX));
        let shared =
            |feature: &String| weight(feature) * profile.together.get(feature).map_or(0.0, |n| often(*n));
        let together: f64 = asked.iter().map(shared).sum::<f64>() / all;
        let nearest = profile
            .phrases
            .iter()
            .map(|phrase| {
                let both: f64 = asked.intersection(phrase).map(weight).sum();
                let either: f64 = asked.union(phrase).map(weight).sum();
                if either > 0.0 { both / either } else { 0.0 }
            })
            .fold(0.0, f64::max);
        together + nearest
    }
}

/// The rarer among the guides, the more a feature says.
fn weights(guides: &[Profile]) -> BTreeMap<String, f64> {
    let mut held: BTreeMap<&String, u32> = BTreeMap::new();
    for feature in guides.iter().flat_map(|profile| profile.together.keys()) {
        *held.entry(feature).or_insert(0) += 1;
    }
    let all = f64::from(u32::try_from(guides.len()).unwrap_or(u32::MAX));
    held.into_iter()
        .map(|(feature, count)| {
            let rare = (1.0 + all / f64::from(count)).ln() - 1.0_f64.ln_1p() + 0.05;
            (feature.clone(), rare * worth(feature))
        })
        .collect()
}

/// A group of like words says more than letters, two of them together more than one.
fn worth(feature: &str) -> f64 {
    match feature.as_bytes().first() {
        Some(b'#') if feature.contains('+') => 2.0,
        Some(b'#') => 3.0,
        Some(b'=') => 1.5,
        _ => 1.0,
    }
}

/// The search key without spaces, for words written in Japanese; with single spaces otherwise.
fn flat(text: &str) -> String {
    SearchKey::of(text).as_str().to_owned()
}

fn features(text: &str, groups: &[(String, Vec<String>)]) -> BTreeSet<String> {
    let key = flat(text);
    let joined: String = key.chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut all = BTreeSet::new();
    let touched: Vec<&str> = groups
        .iter()
        .filter(|(_, words)| words.iter().any(|word| stands_in(word, &key, &joined)))
        .map(|(name, _)| name.as_str())
        .collect();
    for (nth, one) in touched.iter().enumerate() {
        all.insert(format!("#{one}"));
        all.extend(touched.iter().skip(nth + 1).map(|other| format!("#{one}+{other}")));
    }
    for run in runs(&key) {
        let letters: Vec<char> = run.chars().collect();
        if letters.iter().all(char::is_ascii) {
            all.insert(format!("={run}"));
            all.extend(letters.windows(3).map(|three| three.iter().collect::<String>()));
        } else {
            all.extend(letters.windows(2).map(|two| two.iter().collect::<String>()));
        }
    }
    all
}

/// A word of Latin letters begins where a word begins; any other word stands anywhere.
fn stands_in(word: &str, key: &str, joined: &str) -> bool {
    if word.is_ascii() {
        key.match_indices(word).any(|(at, _)| {
            !key.get(..at)
                .and_then(|before| before.chars().next_back())
                .is_some_and(|c| c.is_ascii_alphanumeric())
        })
    } else {
        joined.contains(word)
    }
}

/// Letters that belong together: Latin words and numbers, and stretches of Japanese.
fn runs(key: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut kind = None;
    for letter in key.chars() {
        let now = letter.is_alphanumeric().then(|| letter.is_ascii());
        match (now, runs.last_mut()) {
            (None, _) => {}
            (Some(_), Some(run)) if kind == now => run.push(letter),
            (Some(_), _) => runs.push(letter.to_string()),
        }
        kind = now;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finder() -> Finder {
        let like: LikeWords = [
            ("link", ["リンク", "ボタン", "link", "button"].as_slice()),
            ("missing", ["見当たらない", "出てこない", "でてこない", "ない", "find", "missing"].as_slice()),
            ("silent", ["返事がない", "ghost", "no reply"].as_slice()),
        ]
        .into_iter()
        .map(|(name, words)| (name.to_owned(), words.iter().map(|word| (*word).to_owned()).collect()))
        .collect();
        let guide = |id: &str, phrases: &[&str]| {
            (GuideId(id.to_owned()), phrases.iter().map(|phrase| (*phrase).to_owned()).collect())
        };
        Finder::new(
            [
                guide("link-missing", &["申請リンクが見当たらない", "I cannot find the link"]),
                guide("client-silent", &["クライアントから返事がない", "the client does not answer"]),
                guide("denied", &["申請が否認された", "my request was refused"]),
            ],
            &like,
        )
    }

    fn first(words: &str) -> String {
        finder().find(words).first().map_or_else(String::new, |found| found.guide.0.clone())
    }

    #[test]
    fn what_is_wrong_is_said_in_many_ways() {
        for words in [
            "ボタンがない",
            "リンクでてこない",
            "ﾘﾝｸ 見当たらない",
            "りんくがない",
            "can't find request link",
            "LINK missing",
        ] {
            assert_eq!(first(words), "link-missing", "{words}");
        }
        for words in ["返事がない", "へんじ無い クライアント", "client ghosted me", "no reply"]
        {
            assert_eq!(first(words), "client-silent", "{words}");
        }
        assert_eq!(first("ひにん 否認"), "denied");
    }

    #[test]
    fn a_slip_of_the_pen_does_not_hide_a_guide() {
        assert_eq!(first("cliant dose not anser"), "client-silent");
        assert_eq!(first("クライアトから返事ない"), "client-silent");
    }

    #[test]
    fn words_that_share_nothing_find_nothing() {
        assert!(finder().find("").is_empty());
        assert!(finder().find("🍵").is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_typed_has_an_order(words in "\\PC{0,60}") {
            let found = finder().find(&words);
            prop_assert!(found.is_sorted_by(|one, other| one.score >= other.score));
            prop_assert!(found.iter().all(|found| found.score.is_finite()));
        }

        #[test]
        fn width_and_kana_do_not_matter(nth in 0..4_usize) {
            let (plain, other) = [("リンクがない", "ﾘﾝｸがない"), ("ボタン", "ぼたん"), ("LINK", "ｌｉｎｋ"), ("返事 がない", "返事　がない")][nth];
            prop_assert_eq!(finder().find(plain), finder().find(other));
        }
    }
}
