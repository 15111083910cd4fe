//! What nobody writes on purpose: files that were cut, overwritten or mixed up, and words that are typed to break things.

use proptest::prelude::*;

use crate::packs::FILES;
use crate::{PackFile, Packs, read_pack};

/// What happens to the bytes of a file.
#[derive(Debug, Clone)]
enum Harm {
    /// A byte becomes another.
    Overwrite(u8),
    /// Some bytes are gone.
    Cut(usize),
    /// Something stands there that was not there before.
    Insert(&'static str),
    /// It ends here.
    End,
}

/// Each with its place, as a share of the file's length in ten-thousandths.
fn harm() -> impl Strategy<Value = (usize, Harm)> {
    let what = prop_oneof![
        4 => any::<u8>().prop_map(Harm::Overwrite),
        2 => (1..40_usize).prop_map(Harm::Cut),
        4 => prop::sample::select(&HOSTILE[..]).prop_map(Harm::Insert),
        1 => Just(Harm::End),
    ];
    (0..10_000_usize, what)
}

/// Toml that means something, and letters that are not what they look like.
const HOSTILE: [&str; 18] = [
    "\n[request]\n",
    "\n[[timers]]\n",
    "\n[a.b.c.d]\n",
    "= { known = ",
    "\"\"\"",
    "'''",
    "\\u{0}",
    "99999999999999999999999",
    "-1",
    "1e999",
    "2026-02-30",
    "[[[[[[[[",
    "{{{{{{{{",
    "\u{202E}\u{2066}",
    "\u{200B}\u{200D}\u{FEFF}",
    "\u{0}\u{7}\u{1b}[2J",
    "👨‍👩‍👧‍👦🏽",
    "ｒｅｑｕｅｓｔ",
];

fn harmed(text: &str, harms: &[(usize, Harm)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (share, harm) in harms {
        let at = bytes.len() * share / 10_000;
        match harm {
            Harm::Overwrite(byte) => bytes[at..].iter_mut().take(1).for_each(|old| *old = *byte),
            Harm::Cut(count) => drop(bytes.drain(at..(at + count).min(bytes.len()))),
            Harm::Insert(what) => drop(bytes.splice(at..at, what.bytes())),
            Harm::End => bytes.truncate(at),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A service of which one file is harmed: small ones, since every case reads a whole service.
const FOLDERS: [&str; 4] = ["lancers", "craudia", "upwork", "other"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_harmed_pack_is_read_or_refused_at_a_line_that_is_there(
        folder in prop::sample::select(&FOLDERS[..]),
        file in any::<prop::sample::Index>(),
        harms in prop::collection::vec(harm(), 1..6),
    ) {
        let mut files: Vec<(&str, String)> = FILES
            .iter()
            .filter(|(name, _)| name.starts_with(&format!("{folder}/")))
            .map(|(name, text)| (*name, (*text).to_owned()))
            .collect();
        let nth = file.index(files.len());
        files[nth].1 = harmed(&files[nth].1, &harms);
        let given: Vec<PackFile<'_>> = files.iter().map(|(name, text)| PackFile { name, text }).collect();
        if let Err(errors) = read_pack(folder, &given) {
            prop_assert!(!errors.0.is_empty());
            for error in &errors.0 {
                let text = given.iter().find(|file| file.name == error.file).map(|file| file.text);
                prop_assert!(text.is_some(), "{error}: no such file was given");
                let lines = text.unwrap_or_default().lines().count().max(1);
                prop_assert!(error.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "{error}");
            }
        }
    }

    #[test]
    fn a_harmed_guide_is_read_or_refused(nth in any::<prop::sample::Index>(), harms in prop::collection::vec(harm(), 1..4)) {
        let guides: Vec<_> = FILES.iter().filter(|(name, _)| name.contains("/guides/")).collect();
        let (_, text) = guides[nth.index(guides.len())];
        // The whole service takes long to look at; its reader does not depend on the other files.
        let _ = toml::from_str::<engawa_domain::guide::Guide>(&harmed(text, &harms));
    }
}

#[test]
fn whatever_is_typed_into_the_search_for_guides_has_an_answer() {
    let packs = Packs::embedded().unwrap();
    let typed = prop_oneof![
        prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        "\\PC{0,12}",
        "(リンクが|ない|LINK|ｌｉｎｋ){1,6}"
    ];
    proptest!(|(words in prop::collection::vec(typed, 0..12))| {
        let found = packs.find_guides(&words.concat(), None);
        let mut ids: Vec<_> = found.iter().map(|(pack, guide)| (&pack.rules.id, &guide.id)).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), found.len(), "no guide is offered twice");
    });
}

/// Were the search not in proportion to what is typed, this would not come to its end.
#[test]
fn a_whole_book_typed_into_the_search_is_answered() {
    let packs = Packs::embedded().unwrap();
    for words in ["申請のリンクが見当たらない ", "link missing ", "\u{200B}", "👨‍👩‍👧‍👦", "ない"]
    {
        let _ = packs.find_guides(&words.repeat(200_000 / words.len()), None);
    }
}
