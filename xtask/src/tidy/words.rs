//! Every sentence lives in `locales/`, once per language, and is used.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Finding, Law, Tree,
    mentions::{self, Mention, Place},
    messages::{self, Message, MessageFile},
};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "messages-can-be-read",
        why: "a message that Fluent cannot parse, or that stands twice, would show its key to the user",
        check: messages_can_be_read,
    },
    Law {
        name: "same-in-each-language",
        why: "every message is there in every language, with the same arguments",
        check: same_in_each_language,
    },
    Law {
        name: "no-unused-message",
        why: "a message nobody shows is translated for nothing and grows wrong unseen",
        check: no_unused_message,
    },
    Law {
        name: "no-missing-message",
        why: "code that names a message that is not there shows a key to the user",
        check: no_missing_message,
    },
    Law {
        name: "calm-words",
        why: "plain words: no exclamation marks, and no platform's name outside packs/",
        check: calm_words,
    },
];

fn messages_can_be_read(tree: &Tree) -> Vec<Finding> {
    let files = messages::files(tree);
    let mut findings = Vec::new();
    let mut seen: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for file in &files {
        findings.extend(file.mistakes.iter().map(|(line, what)| Finding::new(file.path, *line, what)));
        for message in &file.messages {
            if let Some(other) = seen.insert((file.language, &message.key), file.path) {
                findings.push(Finding::new(file.path, 0, format!("`{}` stands in {other} too", message.key)));
            }
        }
    }
    findings
}

fn same_in_each_language(tree: &Tree) -> Vec<Finding> {
    let files = messages::files(tree);
    let languages: BTreeSet<&str> = files.iter().map(|file| file.language).collect();
    let mut findings = Vec::new();
    for file in &files {
        for other in languages.iter().filter(|other| **other != file.language) {
            let twin = files.iter().find(|one| one.language == *other && one.name == file.name);
            findings.extend(differences(file, other, twin));
        }
    }
    findings
}

/// What one file has and its twin in another language has not.
fn differences(file: &MessageFile, other: &str, twin: Option<&MessageFile>) -> Vec<Finding> {
    let Some(twin) = twin else {
        return vec![Finding::new(file.path, 0, format!("there is no such file in {other}"))];
    };
    let find = |key: &str| twin.messages.iter().find(|message| message.key == key);
    let difference = |message: &Message| match find(&message.key) {
        None => Some(format!("`{}` is missing in {other}", message.key)),
        Some(same) => {
            let lacking: Vec<&str> =
                message.arguments.difference(&same.arguments).map(String::as_str).collect();
            (!lacking.is_empty())
                .then(|| format!("`{}` uses ${} here and not in {other}", message.key, lacking.join(", $")))
        }
    };
    file.messages.iter().filter_map(difference).map(|what| Finding::new(file.path, 0, what)).collect()
}

fn no_unused_message(tree: &Tree) -> Vec<Finding> {
    let files = messages::files(tree);
    let mentioned = mentions::all(tree);
    let by_messages: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| &file.messages)
        .flat_map(|message| &message.mentions)
        .map(String::as_str)
        .collect();
    // An attribute is shown together with its message.
    let is_used = |key: &str| {
        let owner = key.split('.').next().unwrap_or(key);
        by_messages.contains(key)
            || mentioned.iter().any(|mention| mention.names(key) || mention.names(owner))
    };
    let unused = |file: &MessageFile| {
        let unused = file.messages.iter().filter(|message| !is_used(&message.key));
        unused
            .map(|message| Finding::new(file.path, 0, format!("`{}` is used nowhere", message.key)))
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(unused).collect()
}

fn no_missing_message(tree: &Tree) -> Vec<Finding> {
    let files = messages::files(tree);
    let keys: BTreeSet<&str> =
        files.iter().flat_map(|file| &file.messages).map(|message| message.key.as_str()).collect();
    let families: BTreeSet<&str> =
        keys.iter().filter_map(|key| key.split('-').next()).filter(|family| !family.is_empty()).collect();
    let looks_like_a_key = |mention: &Mention| {
        let family = mention.beginning().split('-').next().unwrap_or_default();
        mention.place == Place::Code && families.contains(family)
    };
    let all = mentions::all(tree);
    let missing =
        all.iter().filter(|mention| looks_like_a_key(mention) && !keys.iter().any(|key| mention.names(key)));
    let mut findings: Vec<Finding> = missing
        .map(|mention| {
            Finding::new(&mention.path, mention.line, format!("`{}` is in no .ftl file", mention.spelled()))
        })
        .collect();
    for file in &files {
        for message in &file.messages {
            let missing = message.mentions.iter().filter(|key| !keys.contains(key.as_str()));
            findings.extend(missing.map(|key| {
                Finding::new(
                    file.path,
                    0,
                    format!("`{}` is made of `{key}`, which is not there", message.key),
                )
            }));
        }
    }
    findings
}

fn calm_words(tree: &Tree) -> Vec<Finding> {
    let files = messages::files(tree);
    let loud = |file: &MessageFile| {
        let loud = file.messages.iter().filter_map(|message| Some((message, not_calm(&message.words)?)));
        loud.map(|(message, what)| Finding::new(file.path, 0, format!("`{}` {what}", message.key)))
            .collect::<Vec<_>>()
    };
    files.iter().flat_map(loud).collect()
}

fn not_calm(words: &str) -> Option<String> {
    if words.contains(['!', '！', '❗', '‼']) {
        return Some("has an exclamation mark".to_owned());
    }
    super::code::platform_named_in(words).map(|name| format!("names {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(check: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_key_that_stands_in_two_files_of_a_language_is_refused() {
        let twice = [
            ("locales/ja/a.ftl", "a-b = x\n"),
            ("locales/ja/c.ftl", "a-b = y\n"),
            ("locales/en/a.ftl", "a-b = z\n"),
        ];
        assert_eq!(whats(messages_can_be_read, &twice), ["`a-b` stands in locales/ja/a.ftl too"]);
    }

    #[test]
    fn a_message_or_an_argument_that_one_language_lacks_is_refused() {
        let files = [
            ("locales/ja/a.ftl", "a-b = { $day } に { $who }\na-c = x\n"),
            ("locales/en/a.ftl", "a-b = { $day }\n"),
        ];
        assert_eq!(
            whats(same_in_each_language, &files),
            ["`a-b` uses $who here and not in en", "`a-c` is missing in en"]
        );
    }

    #[test]
    fn a_message_is_used_by_code_by_a_family_or_by_another_message() {
        let files = [
            (
                "locales/ja/a.ftl",
                "a-one = x\na-two = x\n    .title = y\na-kind-big = x\na-part = x\na-gone = { a-part }\n",
            ),
            ("crates/a/src/a.rs", "fn a() { b(\"a-one\"); format!(\"a-kind-{}\", c) }"),
            ("ui/src/a.svelte", "{t('a-two')}"),
        ];
        assert_eq!(whats(no_unused_message, &files), ["`a-gone` is used nowhere"]);
    }

    #[test]
    fn a_key_that_only_a_test_names_is_unused() {
        let files = [("locales/ja/a.ftl", "a-one = x\n"), ("ui/src/a.test.ts", "t('a-one')")];
        assert_eq!(whats(no_unused_message, &files).len(), 1);
    }

    #[test]
    fn a_key_that_no_file_holds_is_refused_and_the_name_of_a_class_is_not() {
        let files = [
            ("locales/ja/a.ftl", "today-one = { today-four }\n"),
            ("crates/a/src/a.rs", "fn a() { b(\"today-two\"); c(\"x-ray\"); d(\"today-one\") }"),
            ("ui/src/a.svelte", "<p class=\"today-row\">{t('today-three')}</p>"),
        ];
        let expected = [
            "`today-two` is in no .ftl file",
            "`today-three` is in no .ftl file",
            "`today-one` is made of `today-four`, which is not there",
        ];
        assert_eq!(whats(no_missing_message, &files), expected);
    }

    #[test]
    fn loud_words_and_platforms_are_refused_in_messages() {
        assert_eq!(
            whats(calm_words, &[("locales/ja/a.ftl", "a-b = 保存しました！\n")]),
            ["`a-b` has an exclamation mark"]
        );
        assert_eq!(
            whats(calm_words, &[("locales/en/a.ftl", "a-b = Open CrowdWorks\n")]),
            ["`a-b` names crowdworks"]
        );
        assert!(whats(calm_words, &[("locales/ja/a.ftl", "# Really!\na-b = 保存しました\n")]).is_empty());
    }
}
