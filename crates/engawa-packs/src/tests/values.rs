//! Rules as a list of values, and two versions of them compared.

use engawa_domain::rules::{Confidence, Known, PlatformRules, ReviewTime};

use super::story::crowdworks;
use crate::{Written, changes, values};

fn rules() -> PlatformRules {
    crowdworks().rules
}

fn paths_changed(before: &PlatformRules, after: &PlatformRules) -> Vec<String> {
    changes(before, after).into_iter().map(|change| change.path).collect()
}

#[test]
fn each_value_is_told_with_the_source_it_rests_on() {
    let all = values(&rules());
    let find = |path: &str| all.iter().find(|value| value.path == path).unwrap_or_else(|| panic!("{path}"));
    let review = find("request.review.known.business_days");
    assert_eq!(review.value, Written::Plain("2".to_owned()));
    let cite = review.cite.as_ref().unwrap();
    assert_eq!((cite.source.0.as_str(), cite.confidence), ("faq-10562", Confidence::High));
    let consent = find("timers.consent.span.days");
    assert_eq!(consent.cite.as_ref().unwrap().confidence, Confidence::Low, "its own source, by its key");
    assert!(matches!(&find("contact.text").value, Written::Text(text) if text.ja.contains("承認")));
    assert_eq!(find("earlier.0.until").value, Written::Plain("2020-10-20".to_owned()));
}

#[test]
fn no_value_stands_twice() {
    let all = values(&rules());
    let mut paths: Vec<_> = all.iter().map(|value| &value.path).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), all.len());
}

#[test]
fn the_same_rules_differ_in_nothing() {
    assert_eq!(changes(&rules(), &rules()), []);
}

#[test]
fn a_value_that_was_only_looked_up_again_has_not_changed() {
    let mut again = rules();
    again.checked = "2027-01-15".parse().unwrap();
    again.contact.cite.checked = again.checked;
    assert_eq!(paths_changed(&rules(), &again), [""; 0]);
}

#[test]
fn what_was_changed_added_and_left_out_is_named() {
    let mut newer = rules();
    let request = newer.request.as_mut().unwrap();
    request.review = Known::Known(ReviewTime { business_days: 3 });
    request.limit = Known::Unknown;
    newer.timers.retain(|timer| timer.id != "consent");
    let paths = paths_changed(&rules(), &newer);
    assert!(paths.contains(&"request.review.known.business_days".to_owned()));
    assert!(paths.contains(&"request.limit".to_owned()), "it is unknown now");
    assert!(paths.contains(&"request.limit.known".to_owned()), "and was known before");
    assert!(paths.iter().any(|path| path.starts_with("timers.consent.")));
    assert!(!paths.iter().any(|path| path.starts_with("timers.inspection")), "the next one keeps its key");
    let review = changes(&rules(), &newer)
        .remove(paths.iter().position(|path| path == "request.review.known.business_days").unwrap());
    let written = |value: Option<crate::PackValue>| value.unwrap().value.to_string();
    assert_eq!((written(review.before), written(review.after)), ("2".to_owned(), "3".to_owned()));
}
