use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use engawa_domain::calendar::{Day, When};
use engawa_domain::money::Yen;
use engawa_domain::rules::Text;
use engawa_domain::say::{Say, SayValue};
use engawa_domain::standing::{channel_name, stage_name};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::bundle::embedded;
use super::{Lang, Unsaid, Words};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn both(say: &Say) -> (String, String) {
    let today = day("2026-11-24");
    (Words::new(Lang::Ja).on(today).say(say), Words::new(Lang::En).on(today).say(say))
}

#[test]
fn a_day_of_this_year_is_written_without_its_year_and_one_of_another_with_it() {
    let words = |lang| Words::new(lang).on(day("2026-11-24"));
    assert_eq!(words(Lang::Ja).day(day("2026-11-24")), "11/24(火)");
    assert_eq!(words(Lang::En).day(day("2026-11-24")), "Tue 24 Nov");
    assert_eq!(words(Lang::Ja).day(day("2027-01-05")), "2027/1/5(火)");
    assert_eq!(words(Lang::En).day(day("2027-01-05")), "Tue 5 Jan 2027");
}

#[test]
fn who_does_not_know_the_day_writes_the_year() {
    assert_eq!(Words::new(Lang::Ja).day(day("2026-11-24")), "2026/11/24(火)");
}

#[test]
fn amounts_are_grouped_and_marked_in_each_language() {
    let yen = |amount| Yen::new(amount).unwrap();
    assert_eq!(Words::new(Lang::Ja).yen(yen(50_000)), "50,000円");
    assert_eq!(Words::new(Lang::En).yen(yen(50_000)), "¥50,000");
    assert_eq!(Words::new(Lang::Ja).yen(yen(-33_200)), "−33,200円");
    assert_eq!(Words::new(Lang::En).yen(yen(-33_200)), "−¥33,200");
    assert_eq!(Words::new(Lang::Ja).yen(Yen::ZERO), "0円");
    assert_eq!(Words::new(Lang::Ja).yen(Yen::MAX), "9,007,199,254,740,991円");
}

#[test]
fn the_arithmetic_of_a_review_reads_as_a_person_would_write_it() {
    let skipped = SayValue::List(vec![
        Say::new("standing-skip-weekend").into(),
        Say::new("standing-skip-holiday")
            .with("day", day("2026-11-23"))
            .with("name", &Text { ja: "勤労感謝の日".to_owned(), en: "Labour Thanksgiving Day".to_owned() })
            .into(),
    ]);
    let say = Say::new("standing-arithmetic-business-days-skipping")
        .with("start", SayValue::Name("standing-from-request".to_owned()))
        .with("from", When::on(day("2026-11-20")))
        .with("count", 2_u32)
        .with("skipped", skipped);
    let (ja, en) = both(&say);
    assert_eq!(ja, "申請 11/20(金) + 2営業日（土日、11/23(月) 勤労感謝の日を除く）");
    assert_eq!(
        en,
        "Request Fri 20 Nov + 2 business days (not counting weekends, Mon 23 Nov Labour Thanksgiving Day)"
    );
}

#[test]
fn one_day_is_not_called_days_in_english() {
    let say = |count: u32| {
        Say::new("standing-arithmetic-days")
            .with("start", stage_name(engawa_domain::facts::Stage::Delivered))
            .with("from", day("2026-11-17"))
            .with("count", count)
    };
    assert_eq!(
        both(&say(7)),
        ("納品 11/17(火) + 7日".to_owned(), "Delivered Tue 17 Nov + 7 days".to_owned())
    );
    assert_eq!(both(&say(1)).1, "Delivered Tue 17 Nov + 1 day");
    assert_eq!(both(&say(1_800)).0, "納品 11/17(火) + 1,800日");
}

#[test]
fn words_of_a_screen_are_put_in_as_they_are() {
    let odd = "{ $x } \u{2068}承認\u{2069} <b>";
    let say = Say::new("standing-reason-status")
        .with("words", odd)
        .with("shown", SayValue::Name("shown-web".to_owned()));
    assert_eq!(both(&say).0, format!("申請ステータス「{odd}」を画面で確認"));
}

#[test]
fn nothing_invisible_is_put_around_what_is_put_in() {
    let say = Say::new("standing-reason-contact")
        .with("channel", channel_name(engawa_domain::facts::Channel::Chatwork));
    assert_eq!(both(&say), ("外での連絡（Chatwork）".to_owned(), "Contact outside by Chatwork".to_owned()));
}

#[test]
fn a_fault_is_seen_and_named() {
    let words = Words::new(Lang::Ja);
    assert_eq!(words.say(&Say::new("no-such-message")), "no-such-message");
    assert_eq!(
        words.try_say(&Say::new("no-such-message")),
        Err(vec![Unsaid::NoMessage("no-such-message".to_owned())])
    );
    let faults = words.try_say(&Say::new("standing-reason-contact")).unwrap_err();
    assert!(
        matches!(&faults[..], [Unsaid::Incomplete { key, .. }] if key == "standing-reason-contact"),
        "{faults:?}"
    );
}

/// Key by key: the file it stands in and the arguments it takes, those of messages within it included.
fn messages(files: &[(&str, &str)]) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut found = BTreeMap::new();
    for (file, text) in files {
        let resource = FluentResource::try_new((*text).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{file}.ftl: {errors:?}"));
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut arguments = BTreeSet::new();
            if let Some(value) = &message.value {
                in_pattern(value, &mut arguments);
            }
            let before = found.insert(message.id.name.to_owned(), ((*file).to_owned(), arguments));
            assert_eq!(
                before.map(|(file, _)| file),
                None,
                "{} stands twice, again in {file}.ftl",
                message.id.name
            );
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, arguments);
        }
    }
}

fn in_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            in_inline(selector, arguments);
            for variant in variants {
                in_pattern(&variant.value, arguments);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, arguments),
        _ => {}
    }
}

#[test]
fn every_message_stands_once_in_each_language_in_the_same_file() {
    let (ja, en) = (messages(embedded::JA), messages(embedded::EN));
    let place = |all: &BTreeMap<String, (String, BTreeSet<String>)>| -> BTreeSet<(String, String)> {
        all.iter().map(|(key, (file, _))| (key.clone(), file.clone())).collect()
    };
    let (ja, en) = (place(&ja), place(&en));
    assert_eq!(ja.difference(&en).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "only in Japanese");
    assert_eq!(en.difference(&ja).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "only in English");
}

#[test]
fn every_message_takes_the_same_arguments_in_each_language() {
    let (ja, en) = (messages(embedded::JA), messages(embedded::EN));
    for (key, (_, arguments)) in &ja {
        assert_eq!(en.get(key).map(|(_, arguments)| arguments), Some(arguments), "{key}");
    }
}

/// A string of the code that begins like a key of the domain or the book is one.
const FAMILIES: [&str; 9] = [
    "done-",
    "standing-",
    "draft-value-",
    "draft-check-",
    "contact-kind-",
    "problem-",
    "op-",
    "view-",
    "remark-",
];

#[test]
fn every_message_that_the_code_names_is_there() {
    let words = Words::new(Lang::Ja);
    let mut missing = Vec::new();
    let mut seen = 0;
    for (file, code) in sources() {
        for literal in code.split('"').skip(1).step_by(2) {
            let is_key = !literal.ends_with('-')
                && literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                && FAMILIES.iter().any(|family| literal.starts_with(family));
            if is_key {
                seen += 1;
                if !words.has(literal) {
                    missing.push(format!("{file}: {literal}"));
                }
            }
        }
    }
    assert!(seen > 100, "the code was not found: {seen} keys");
    assert_eq!(missing, Vec::<String>::new());
}

/// `Say::new("key").with("name", …).with(…)`: the key, and the names given in the same expression.
fn said_with(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for piece in code.split("Say::new(\"").skip(1) {
        let Some((key, mut rest)) = piece.split_once("\")") else {
            continue;
        };
        let mut names = BTreeSet::new();
        while let Some((name, after)) =
            rest.trim_start().strip_prefix(".with(\"").and_then(|more| more.split_once('"'))
        {
            names.insert(name.to_owned());
            let mut open = 1;
            let end = after.char_indices().find_map(|(at, letter)| {
                open += i32::from(letter == '(') - i32::from(letter == ')');
                (open == 0).then_some(at + 1)
            });
            rest = &after[end.unwrap_or(after.len())..];
        }
        found.push((key.to_owned(), names));
    }
    found
}

#[test]
fn every_argument_that_a_message_asks_for_is_given_where_it_is_said() {
    assert_eq!(
        said_with("a(Say::new(\"x-y\").with(\"b\", f(g(1), h))\n  .with(\"c\", 2)); Say::new(\"z\")"),
        [
            ("x-y".to_owned(), BTreeSet::from(["b".to_owned(), "c".to_owned()])),
            ("z".to_owned(), BTreeSet::new())
        ]
    );
    let messages = messages(embedded::JA);
    let mut seen = 0;
    for (file, code) in sources() {
        for (key, given) in said_with(&code) {
            // What is taken back is known, and added, only where the operation is said.
            let is_completed_later = ["op-undo", "op-redo"].contains(&key.as_str());
            let Some((_, asked)) = messages.get(&key).filter(|_| !is_completed_later) else {
                continue;
            };
            seen += 1;
            assert!(asked.is_subset(&given), "{file}: {key} asks for {asked:?}, given is {given:?}");
        }
    }
    assert!(seen > 40, "the code was not found: {seen} sentences");
}

fn sources() -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    let mut folders = vec![crates.join("engawa-domain/src"), crates.join("engawa-book/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !name.contains("test")
                && name != "laws.rs"
                && name != "samples.rs"
            {
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}
