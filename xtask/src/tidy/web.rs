//! The front end: keys, storage, words in markup.

use super::{Finding, Law, Tree, web_source};

/// The laws of this file.
pub const LAWS: &[Law] = &[
    Law {
        name: "keys-in-one-place",
        why: "only ui/src/keys looks at Enter, Escape and composition: the Enter that confirms a conversion must never submit",
        check: keys_in_one_place,
    },
    Law {
        name: "no-browser-storage",
        why: "nothing of value in browser storage: a reload or a wiped profile loses nothing",
        check: no_browser_storage,
    },
    Law {
        name: "no-words-in-markup",
        why: "what a person reads or hears comes from locales/, names for screen readers too",
        check: no_words_in_markup,
    },
    Law {
        name: "no-raw-html",
        why: "the record holds words of strangers: they are shown as text, never as HTML",
        check: no_raw_html,
    },
    Law {
        name: "short-components",
        why: "a component over 250 lines hides two; over 320 it must be split",
        check: short_components,
    },
];

/// Signs of a key handler of one's own.
const KEY_SIGNS: &[&str] = &[
    "isComposing",
    "keyCode",
    "\"Enter\"",
    "'Enter'",
    "\"Escape\"",
    "'Escape'",
    "\"Process\"",
    "'Process'",
    "addEventListener(\"key",
    "addEventListener('key",
];

fn keys_in_one_place(tree: &Tree) -> Vec<Finding> {
    let elsewhere = tree.web_product().filter(|(path, _)| !path.starts_with("ui/src/keys/"));
    elsewhere.flat_map(|(path, text)| signs(path, text, KEY_SIGNS)).collect()
}

const STORAGE: &[&str] = &["localStorage", "sessionStorage", "indexedDB", "document.cookie"];

fn no_browser_storage(tree: &Tree) -> Vec<Finding> {
    tree.web_product().flat_map(|(path, text)| signs(path, text, STORAGE)).collect()
}

const RAW_HTML: &[&str] = &["{@html", ".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write"];

fn no_raw_html(tree: &Tree) -> Vec<Finding> {
    tree.web_product().flat_map(|(path, text)| signs(path, text, RAW_HTML)).collect()
}

/// Every line that carries one of the signs outside a comment.
fn signs(path: &str, text: &str, signs: &[&str]) -> Vec<Finding> {
    let code = web_source::read(text).code;
    let found =
        signs.iter().flat_map(|sign| web_source::lines_with(&code, sign).map(move |line| (line, sign)));
    found.map(|(line, sign)| Finding::new(path, line, format!("has `{sign}`"))).collect()
}

fn no_words_in_markup(tree: &Tree) -> Vec<Finding> {
    let svelte = tree.web_product().filter(|(path, _)| path.ends_with(".svelte"));
    let words = |(path, text): (&str, &str)| {
        let code = web_source::read(text).code;
        let found = web_source::markup_words(&code).into_iter();
        found
            .map(|text| Finding::new(path, text.line, format!("says `{}` by itself", text.value)))
            .collect::<Vec<_>>()
    };
    svelte.flat_map(words).collect()
}

/// More lines than this are a finding; docs/style.md asks for 250.
const LONGEST_COMPONENT: usize = 320;

fn short_components(tree: &Tree) -> Vec<Finding> {
    let svelte = tree.web_product().filter(|(path, _)| path.ends_with(".svelte"));
    let long = svelte
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_COMPONENT);
    long.map(|(path, lines)| Finding::new(path, 0, format!("has {lines} lines"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(check: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    const PAGE: &str = "ui/src/today/Today.svelte";

    #[test]
    fn a_page_may_not_look_at_enter_itself_and_the_helper_may() {
        let handler = "<input onkeydown={(event) => { if (event.key === 'Enter') save(); }} />";
        assert_eq!(count(keys_in_one_place, PAGE, handler), 1);
        assert_eq!(count(keys_in_one_place, "ui/src/keys/keys.ts", handler), 0);
        assert_eq!(count(keys_in_one_place, "ui/src/today/today.test.ts", handler), 0);
    }

    #[test]
    fn browser_storage_is_refused_and_a_comment_about_it_is_not() {
        assert_eq!(count(no_browser_storage, PAGE, "<script>localStorage.setItem('a', 'b')</script>"), 1);
        assert_eq!(count(no_browser_storage, PAGE, "<script>// never localStorage\n</script>"), 0);
    }

    #[test]
    fn words_in_markup_are_refused() {
        assert_eq!(count(no_words_in_markup, PAGE, "<h1>今日</h1>"), 1);
        assert_eq!(count(no_words_in_markup, PAGE, "<h1>{t('today-title')}</h1>"), 0);
    }

    #[test]
    fn raw_html_is_refused() {
        assert_eq!(count(no_raw_html, PAGE, "<p>{@html client.name}</p>"), 1);
    }

    #[test]
    fn a_component_of_321_lines_is_refused() {
        assert_eq!(count(short_components, PAGE, &"\n".repeat(320)), 0);
        assert_eq!(count(short_components, PAGE, &"\n".repeat(321)), 1);
    }
}
