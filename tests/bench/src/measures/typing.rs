//! From a typed character to the frame in which the rows that hold it are shown.

use anyhow::{Context, Result};
use engawa_desk::{Desk, Start, Window, until};

use super::{Bench, contracts};
use crate::{
    finding::{Budget, Finding, Round, Unit},
    report::Chapter,
};

/// Each is typed into the empty field and leaves other rows than there were.
const TYPED: &[&str] = &["ロ", "訳", "看"];

pub fn take(bench: &Bench) -> Result<Chapter> {
    // Each on a display of its own: the keyboard belongs to one window of a display.
    let (below, desk) = (Desk::new(), Desk::new());
    let floor = below.open_program(&bench.floors.window().to_string_lossy(), &[], &Start::japanese());
    floor.reads("floor");
    floor.script(FLOOR_FIELD);
    floor.script(WATCH);
    let mut findings = Vec::new();
    for &size in bench.sizes.iter().filter(|size| **size >= 1_000) {
        eprintln!("  typing, {}", contracts(size));
        let window = desk.open(&Start::japanese().with_book(bench.books.with(size)?));
        window.is_ready();
        window.script("location.hash = '#/contracts'");
        until("the rows of the table", || (window.script(ROWS_ARE_THERE) == true).then_some(()));
        until("the search field", || (window.script(FIELD_IS_THERE) == true).then_some(()));
        window.script("document.querySelector('input[type=search]').focus()");
        window.script(WATCH);
        let mut rounds = Vec::new();
        for round in 0..=bench.rounds {
            for typed in TYPED {
                let (floor, app) = (shown_after(&floor, typed)?, shown_after(&window, typed)?);
                if round > 0 {
                    rounds.push(Round { app, floor });
                }
            }
        }
        findings.push(Finding {
            what: contracts(size),
            unit: Unit::Milliseconds,
            budget: Budget::Within(50.0),
            rounds,
        });
    }
    Ok(Chapter {
        title: "A typed character to shown rows",
        method: "ロ, 訳 and 看 are each typed into the empty search field of the table, three characters a round: from `keydown` in the page, through the \
            book and back, to the end of the frame that paints the last change of the page. The floor is a field in the empty window whose \
            `input` handler writes one line. Both through the same driver; the web view's clock has a grain of 1 ms.",
        findings,
    })
}

/// Types a character and tells how many milliseconds passed until the page had last changed for it.
fn shown_after(window: &Window<'_>, typed: &str) -> Result<f64> {
    window.script("engawaBench.key = engawaBench.shown = 0");
    window.type_text(typed);
    let time = settled(window)?;
    window.script(EMPTY_FIELD);
    settled(window)?;
    Ok(time)
}

/// Waits until the page has been at rest for a while.
fn settled(window: &Window<'_>) -> Result<f64> {
    let time = until("the page to be at rest", || window.script(AT_REST).as_f64());
    Some(time).filter(|time| *time >= 0.0).context("the page changed before the key was pressed")
}

/// Notes when a key went down and when what it changed was last painted.
const WATCH: &str = "
    window.engawaBench = { key: 0, shown: 0 };
    addEventListener('keydown', () => { engawaBench.key = performance.now(); engawaBench.shown = 0; }, true);
    const painted = () => setTimeout(() => { engawaBench.shown = performance.now(); });
    new MutationObserver(() => requestAnimationFrame(painted))
        .observe(document.body, { subtree: true, childList: true, characterData: true });";

const AT_REST: &str = "
    const { key, shown } = engawaBench;
    return shown > 0 && performance.now() - shown > 300 ? shown - key : null;";

/// Whether the screen with the search field of the table has come.
const FIELD_IS_THERE: &str = "return document.querySelector('input[type=search]') !== null";

const ROWS_ARE_THERE: &str = "
    return document.querySelectorAll('main tbody tr[aria-rowindex]').length > 5 && !document.querySelector('main [aria-busy=true]')";

/// By script, for the floor has no menu whose items would select and delete.
const EMPTY_FIELD: &str = "
    engawaBench.shown = 0;
    document.activeElement.value = '';
    document.activeElement.dispatchEvent(new InputEvent('input', { bubbles: true }));";

const FLOOR_FIELD: &str = "
    const field = document.createElement('input');
    const line = document.querySelector('p');
    field.addEventListener('input', () => { line.textContent = `floor ${field.value}`; });
    document.body.append(field);
    field.focus();";
