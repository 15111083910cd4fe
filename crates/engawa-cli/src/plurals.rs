//! Whatever the command line counts is counted in English as English counts it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use engawa_words::{Lang, Words};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;

/// The texts of the files with this ending below a folder.
fn texts(folder: &Path, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// What a message says when each of its numbers is this one, read off its text by hand.
fn by_hand(pattern: &Pattern<String>, number: u64) -> String {
    let said = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => value.clone(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            let category = if number == 1 { "one" } else { "other" };
            let fits = |variant: &&Variant<String>| {
                matches!(&variant.key, VariantKey::Identifier { name } if name == category)
            };
            by_hand(&variants.iter().find(fits).unwrap().value, number)
        }
        PatternElement::Placeable { expression: Expression::Inline(_) } => number.to_string(),
    });
    said.collect()
}

/// The numbers of a message, and whether it chooses between one and many.
fn numbers(pattern: &Pattern<String>, names: &mut Vec<String>) -> bool {
    let mut chooses = false;
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Select { selector: inline, .. } | Expression::Inline(inline)) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            names.push(id.name.clone());
        }
        if let Expression::Select { variants, .. } = expression {
            let is_one = |variant: &Variant<String>| matches!(&variant.key, VariantKey::Identifier { name } if name == "one");
            chooses |= variants.iter().any(is_one);
            for variant in variants {
                numbers(&variant.value, names);
            }
        }
    }
    chooses
}

/// The English messages that the sources of the command line name and that choose between one and many.
fn counting() -> BTreeMap<String, Pattern<String>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = texts(&here.join("src"), "rs").concat();
    let mut found = BTreeMap::new();
    for text in texts(&here.join("../../locales/en"), "ftl") {
        for entry in parse(text).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = message.value else { continue };
            if numbers(&pattern, &mut Vec::new()) && sources.contains(&format!("\"{}\"", message.id.name)) {
                found.insert(message.id.name, pattern);
            }
        }
    }
    found
}

#[test]
fn one_of_anything_is_said_as_one_and_two_as_many() {
    let counting = counting();
    assert!(counting.len() >= 8, "the messages were not found: {:?}", counting.keys());
    let words = Words::new(Lang::En);
    for (key, pattern) in &counting {
        let mut names = Vec::new();
        numbers(pattern, &mut names);
        names.sort();
        names.dedup();
        let said = |number| {
            let all: Vec<(&str, u64)> = names.iter().map(|name| (name.as_str(), number)).collect();
            words.count(key, &all)
        };
        assert_eq!((said(1), said(2)), (by_hand(pattern, 1), by_hand(pattern, 2)), "{key}");
        assert_ne!(said(1), said(2).replace('2', "1"), "{key} says one and many alike");
    }
}

#[test]
fn no_message_that_counts_is_given_its_number_as_a_word() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = texts(&here.join("src"), "rs").concat();
    let sources: String = sources.chars().filter(|letter| !letter.is_whitespace()).collect();
    for key in counting().keys() {
        assert!(!sources.contains(&format!(".get(\"{key}\"")), "{key}: Words::count takes numbers");
    }
}
