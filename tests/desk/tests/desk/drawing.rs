//! 手引きの図: the whole of a guide at one look, walked over with the arrows; within a run, the way so far.

use engawa_desk::{Desk, Language, Start, Window, containing, until};

use crate::{guide_words::GuideWords, wording::Wording};

/// The guide for a link that is not there, before it is begun.
fn begins(desk: &Desk, language: Language) -> (Window<'_>, Wording, GuideWords) {
    let window = desk.open(&Start::in_language(language).with("--sample"));
    window.is_ready();
    let words = Wording::of(language);
    window.press_each("g g");
    window.is_at(&words.t("frame-guides"));
    (window, words, GuideWords::link_missing(language))
}

/// From the list of guides to the drawing.
#[track_caller]
fn opens_the_drawing(window: &Window<'_>, words: &Wording, guide: &GuideWords) {
    let title = guide.title();
    window.choose("link", &words.with("drawing-of", &[("title", &title)]));
    window.is_at(&words.with("drawing-title", &[("title", &title)]));
    window.sees("list", &words.t("drawing-nodes"));
}

/// The card in focus, by the words on it; it is in sight.
#[track_caller]
fn stands_on(window: &Window<'_>, name: &str) {
    until(&format!("the focus on \u{201c}{name}\u{201d}"), || {
        (window.focus() == ("group".to_owned(), name.to_owned())).then_some(())
    });
    assert_eq!(window.script(IN_SIGHT), true, "\u{201c}{name}\u{201d} has the focus and is out of sight");
}

/// Whether what has the focus lies within the box that scrolls, by its upper left corner.
const IN_SIGHT: &str = "
    const card = document.activeElement.getBoundingClientRect();
    const box = document.querySelector('[data-drawing]').getBoundingClientRect();
    return card.left >= box.left && card.top >= box.top && card.left < box.right && card.top < box.bottom;";

#[test]
fn a_guide_is_seen_as_a_drawing_and_walked_over_with_the_arrows_in_both_languages() {
    for language in [Language::Japanese, Language::English] {
        let desk = Desk::new();
        let (window, words, guide) = begins(&desk, language);
        opens_the_drawing(&window, &words, &guide);
        window.passes_axe("the drawing");
        window.tab_to("group", &guide.question("danger"));
        window.press("ArrowRight");
        stands_on(&window, &guide.question("screen"));
        window.press("ArrowDown");
        stands_on(&window, &guide.outcome("no-work-before-escrow"));
        window.press("ArrowLeft");
        stands_on(&window, &guide.question("danger"));
        let lead = words.with(
            "drawing-leads",
            &[("label", &guide.option("danger", "exchanged")), ("to", &guide.outcome("stop-contact"))],
        );
        window.tab_to("link", &lead);
        window.press("Enter");
        stands_on(&window, &guide.outcome("stop-contact"));
        window.press("End");
        window.press("Home");
        stands_on(&window, &guide.question("danger"));
    }
}

#[test]
fn a_reload_comes_back_to_the_card_that_was_looked_at() {
    let desk = Desk::new();
    let (window, words, guide) = begins(&desk, Language::Japanese);
    opens_the_drawing(&window, &words, &guide);
    window.tab_to("group", &guide.question("danger"));
    window.press("ArrowRight");
    stands_on(&window, &guide.question("screen"));
    window.press_f5();
    window.sees("list", &words.t("drawing-nodes"));
    window.tab_to("group", &guide.question("screen"));
}

#[test]
fn the_drawing_is_made_larger_by_buttons_and_the_card_in_focus_stays_in_sight() {
    let desk = Desk::new();
    let (window, words, guide) = begins(&desk, Language::Japanese);
    window.resize(900, 600);
    opens_the_drawing(&window, &words, &guide);
    window.does_not_scroll_sideways("the drawing");
    window.choose("button", &words.t("drawing-whole"));
    let width =
        || window.script("return document.querySelector('[data-card]').getBoundingClientRect().width");
    let whole = width().as_f64().unwrap_or_default();
    for _ in 0..6 {
        window.choose("button", &words.t("drawing-larger"));
    }
    until("a larger card", || width().as_f64().is_some_and(|larger| larger > 3.0 * whole).then_some(()));
    window.tab_to("group", containing(&guide.question("danger")));
    for _ in 0..4 {
        window.press("ArrowRight");
        let (_, name) = window.focus();
        stands_on(&window, &name);
    }
    window.choose("button", &words.t("drawing-whole"));
    until("all of it again", || (width() == whole).then_some(()));
}

#[test]
fn within_a_run_the_way_so_far_is_marked_and_one_finds_back() {
    let desk = Desk::new();
    let (window, words, guide) = begins(&desk, Language::Japanese);
    window.choose("button", &words.t("guide-start"));
    window.sees("heading", &guide.question("danger"));
    window.choose_in(&guide.question("danger"), &guide.option("danger", "none"));
    window.press("Enter");
    window.sees("heading", &guide.question("screen"));
    window.choose("button", &words.t("drawing-open"));
    window.is_at(&words.with("drawing-title", &[("title", &guide.title())]));
    window.tab_to("group", &guide.question("screen"));
    window.reads(&words.t("drawing-here"));
    window.reads(&words.t("drawing-walked"));
    window.choose("button", &words.t("drawing-back-to-run"));
    window.is_at(&guide.title());
    window.sees("heading", &guide.question("screen"));
}
