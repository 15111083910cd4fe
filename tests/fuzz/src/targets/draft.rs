//! The lines of a letter, and what the record puts into them.

use std::collections::BTreeMap;

use engawa_domain::draft::{Addressee, DraftId, DraftTemplate, Field, Line, Segment, WhenMissing, fill};
use engawa_domain::message::{Approval, Circumstances, check_outgoing};
use engawa_domain::rules::Text;
use engawa_domain::say::{Lang, SayValue};

use super::{PACKS, text};
use crate::Target;

pub const TARGET: Target = Target {
    name: "draft",
    what: "the lines of a letter: filled in one pass, a dropped line leaves no gap, findings lie on characters",
    seeds: &[],
    short: 1_500,
    run,
};

fn run(data: &[u8]) {
    let words = text(data);
    let line =
        |line: &str, missing| Line { text: Text { ja: line.to_owned(), en: line.to_owned() }, missing };
    let template = |missing| DraftTemplate {
        id: DraftId("made".to_owned()),
        name: Text { ja: String::new(), en: String::new() },
        purpose: None,
        asked_in: Vec::new(),
        to: Addressee::Client,
        subject: None,
        lines: words.lines().map(|text| line(text, missing)).collect(),
        checks: Vec::new(),
    };
    // What the record says looks like a place to fill: it must not be filled once more.
    let values: BTreeMap<Field, SayValue> = [
        (Field::Title, SayValue::Words("{client_name}".to_owned())),
        (Field::UserName, SayValue::Words("hana".to_owned())),
    ]
    .into();
    let said = |value: &SayValue| match value {
        SayValue::Words(words) => words.clone(),
        other => format!("{other:?}"),
    };
    let dropped = fill(&template(WhenMissing::Drop), &values, Lang::Ja, &said);
    assert!(dropped.gaps().is_empty(), "a line with a gap was not dropped");
    let kept = fill(&template(WhenMissing::Gap), &values, Lang::Ja, &said);
    for segment in &kept.segments {
        if let Segment::Record { field: Field::Title, text } = segment {
            assert_eq!(text, "{client_name}", "filled twice");
        }
    }
    let text = kept.text();
    let letters: Vec<char> = text.chars().collect();
    let rules = &PACKS.first().rules;
    for finding in check_outgoing(&text, &Circumstances::of(rules, None, Approval::NotHeld)) {
        assert_eq!(letters[finding.place.clone()].iter().collect::<String>(), finding.words);
    }
}
