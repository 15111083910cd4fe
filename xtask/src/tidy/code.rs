//! How Rust is written here.

use super::{
    Finding, Law, Tree,
    rust::{self, Kind, Token, places},
};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "no-panic",
        why: "a product that holds somebody's proof does not stop in mid-sentence: no unwrap, expect or panic outside tests",
        check: no_panic,
    },
    Law {
        name: "no-string-errors",
        why: "an error is a type somebody can act on: no Result<_, String>",
        check: no_string_errors,
    },
    Law {
        name: "allow-with-reason",
        why: "a silenced lint says why: #[allow(…, reason = \"…\")]",
        check: allow_with_reason,
    },
    Law {
        name: "no-platform-in-code",
        why: "platforms are data in packs/: code knows none by name",
        check: no_platform_in_code,
    },
    Law {
        name: "no-sentence-in-code",
        why: "every sentence comes from locales/ or packs/, so that it can be read in two languages",
        check: no_sentence_in_code,
    },
    Law { name: "no-sleep", why: "tests wait for a condition, never for time to pass", check: no_sleep },
    Law {
        name: "short-files",
        why: "a file over 400 lines hides two; over 500 it must be split",
        check: short_files,
    },
];

const PANICS: &[&[&str]] = &[
    &[".", "unwrap", "("],
    &[".", "expect", "("],
    &[".", "unwrap_err", "("],
    &["panic", "!"],
    &["unreachable", "!"],
    &["unimplemented", "!"],
    &["todo", "!"],
];

fn no_panic(tree: &Tree) -> Vec<Finding> {
    in_product(tree, |tokens| {
        let found =
            PANICS.iter().flat_map(|pattern| places(tokens, pattern).map(move |token| (token.line, pattern)));
        found.map(|(line, pattern)| (line, format!("`{}`", pattern.concat()))).collect()
    })
}

fn no_string_errors(tree: &Tree) -> Vec<Finding> {
    in_product(tree, |tokens| {
        let results = tokens.iter().enumerate().filter(|(_, token)| token.is("Result"));
        let strings =
            results.filter(|(at, _)| error_type_is_string(tokens.get(at + 1..).unwrap_or_default()));
        strings.map(|(_, token)| (token.line, "the error is a String".to_owned())).collect()
    })
}

/// Whether `<…, String>` follows, with the comma at the outermost level.
fn error_type_is_string(tokens: &[Token]) -> bool {
    let mut depth = 0_i32;
    for (at, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "<" | "(" | "[" if token.kind == Kind::Mark => depth += 1,
            ">" | ")" | "]" if token.kind == Kind::Mark => depth -= 1,
            "," if depth == 1 => {
                let next =
                    |ahead: usize, text: &str| tokens.get(at + ahead).is_some_and(|token| token.is(text));
                return next(1, "String") && next(2, ">");
            }
            _ => {}
        }
        if depth <= 0 {
            return false;
        }
    }
    false
}

fn allow_with_reason(tree: &Tree) -> Vec<Finding> {
    in_product(tree, |tokens| {
        let allows = tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| token.is("allow") && tokens.get(at + 1).is_some_and(|next| next.is("(")));
        let silent = allows.filter(|(at, _)| {
            let inside = tokens.get(at + 2..).unwrap_or_default().iter().take_while(|token| !token.is(")"));
            !inside.clone().any(|token| token.is("reason"))
        });
        silent.map(|(_, token)| (token.line, "an `allow` without a reason".to_owned())).collect()
    })
}

/// Names of platforms, as they are written in Latin letters and in Japanese.
const PLATFORMS: &[&str] = &[
    "crowdworks",
    "クラウドワークス",
    "lancers",
    "ランサーズ",
    "coconala",
    "ココナラ",
    "upwork",
    "fiverr",
    "shufti",
    "シュフティ",
    "craudia",
    "クラウディア",
    "mitsumore",
    "ミツモア",
    "サグーワークス",
    "peopleperhour",
    "workana",
];

/// The platform that a text names, if it names one.
pub fn platform_named_in(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    PLATFORMS.iter().copied().find(|name| text.contains(name))
}

fn no_platform_in_code(tree: &Tree) -> Vec<Finding> {
    let named = |text: &str| platform_named_in(text).map(|name| format!("names {name}"));
    let mut findings = in_product(tree, |tokens| {
        tokens.iter().filter_map(|token| Some((token.line, named(&token.text)?))).collect()
    });
    for (path, text) in tree.web_product() {
        let code = super::web_source::read(text).code;
        let lines = code.lines().enumerate().filter_map(|(at, line)| Some((at + 1, named(line)?)));
        findings.extend(lines.map(|(line, what)| Finding::new(path, line, what)));
    }
    findings
}

fn no_sentence_in_code(tree: &Tree) -> Vec<Finding> {
    let mut findings = in_product(tree, |tokens| {
        let texts = tokens.iter().filter(|token| token.kind == Kind::Text);
        texts
            .filter(|token| has_japanese_words(&token.text))
            .map(|token| (token.line, format!("says `{}`", token.text)))
            .collect()
    });
    for (path, text) in tree.web_product() {
        let code = super::web_source::read(text).code;
        let lines = code.lines().enumerate().filter(|(_, line)| has_japanese_words(line));
        findings
            .extend(lines.map(|(at, line)| Finding::new(path, at + 1, format!("says `{}`", line.trim()))));
    }
    findings
}

/// Three Japanese letters in a row: less is a unit, a bracket or a key of a table.
fn has_japanese_words(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|letter| {
        run = if is_japanese(letter) { run + 1 } else { 0 };
        run >= 3
    })
}

/// Hiragana, katakana (full and half width) and ideographs.
const fn is_japanese(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '々' | '〆' | '㐀'..='䶿' | '一'..='鿿' | '豈'..='﫿' | 'ｦ'..='ﾟ' | '\u{20000}'..='\u{323af}')
}

const SLEEPS: &[&[&str]] =
    &[&["thread", ":", ":", "sleep"], &["time", ":", ":", "sleep"], &["sleep", "("], &["sleep_ms"]];

fn no_sleep(tree: &Tree) -> Vec<Finding> {
    let in_tests =
        |path: &str| path.ends_with(".rs") && (path.starts_with("tests/") || path.contains("/tests/"));
    let mut findings = Vec::new();
    for (path, text) in tree.files(in_tests) {
        let tokens = rust::product_tokens(&text.replace("#[test]", "").replace("#[cfg(test)]", ""));
        let mut lines: Vec<usize> =
            SLEEPS.iter().flat_map(|pattern| places(&tokens, pattern).map(|token| token.line)).collect();
        lines.sort_unstable();
        lines.dedup();
        findings.extend(lines.into_iter().map(|line| Finding::new(path, line, "sleeps")));
    }
    findings
}

/// More lines than this are a finding; docs/style.md asks for 400.
const LONGEST_FILE: usize = 500;

fn short_files(tree: &Tree) -> Vec<Finding> {
    let rust = tree.files(|path| path.ends_with(".rs"));
    let long =
        rust.map(|(path, text)| (path, text.lines().count())).filter(|(_, lines)| *lines > LONGEST_FILE);
    long.map(|(path, lines)| Finding::new(path, 0, format!("has {lines} lines"))).collect()
}

/// Looks at every file of the product's Rust.
fn in_product(tree: &Tree, look: impl Fn(&[Token]) -> Vec<(usize, String)>) -> Vec<Finding> {
    let found = tree.rust_product().map(|(path, tokens)| (path, look(&tokens)));
    found
        .flat_map(|(path, found)| found.into_iter().map(move |(line, what)| Finding::new(path, line, what)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(check: fn(&Tree) -> Vec<Finding>, text: &str) -> usize {
        check(&Tree::of(&[("crates/engawa-book/src/a.rs", text)])).len()
    }

    #[test]
    fn unwrap_and_its_kin_are_refused_outside_tests() {
        assert_eq!(count(no_panic, "fn a() { b().unwrap(); c().expect(\"d\"); unreachable!() }"), 3);
        assert_eq!(count(no_panic, "fn a() { b().unwrap_or_default() }"), 0);
        assert_eq!(count(no_panic, "#[test] fn a() { b().unwrap() }"), 0);
    }

    #[test]
    fn an_error_may_not_be_a_string() {
        assert_eq!(count(no_string_errors, "fn a() -> Result<Vec<(u8, u8)>, String> {}"), 1);
        assert_eq!(count(no_string_errors, "fn a() -> Result<String, Problem> {}"), 0);
        assert_eq!(count(no_string_errors, "fn a() -> Result<BTreeMap<u8, String>> {}"), 0);
    }

    #[test]
    fn an_allow_needs_its_reason() {
        assert_eq!(count(allow_with_reason, "#[allow(clippy::too_many_lines)] fn a() {}"), 1);
        assert_eq!(
            count(allow_with_reason, "#[allow(clippy::too_many_lines, reason = \"a list\")] fn a() {}"),
            0
        );
    }

    #[test]
    fn a_platform_may_not_be_named_in_a_string_or_a_word() {
        assert_eq!(count(no_platform_in_code, "fn a() { b(\"ランサーズ\"); }"), 1);
        assert_eq!(count(no_platform_in_code, "fn is_crowdworks() {}"), 1);
        assert_eq!(count(no_platform_in_code, "// as on CrowdWorks\nfn a() {}"), 0);
    }

    #[test]
    fn a_japanese_sentence_in_a_string_is_refused_and_a_unit_is_not() {
        assert_eq!(count(no_sentence_in_code, "fn a() { b(\"保存しました\"); }"), 1);
        assert_eq!(count(no_sentence_in_code, "fn a() { b(\"万円\"); }"), 0);
        let page = Tree::of(&[("ui/src/today/a.ts", "say('保存しました'); // 保存しました")]);
        assert_eq!(no_sentence_in_code(&page).len(), 1);
    }

    #[test]
    fn a_test_may_not_sleep() {
        let check = |text: &str| no_sleep(&Tree::of(&[("tests/desk/tests/story.rs", text)])).len();
        assert_eq!(check("#[test] fn a() { std::thread::sleep(B); }"), 1);
        assert_eq!(check("#[test] fn a() { wait_for(b); }"), 0);
    }

    #[test]
    fn a_file_of_501_lines_is_refused() {
        assert_eq!(count(short_files, &"\n".repeat(500)), 0);
        assert_eq!(count(short_files, &"\n".repeat(501)), 1);
    }
}
