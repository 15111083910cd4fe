//! How a screen is: to a checker of accessibility, to whoever has no mouse, on a small window.

use std::fmt::Write as _;

use serde_json::Value;

use crate::{
    axe,
    wait::{PATIENCE, within},
    walk,
    window::{Window, must},
};

impl Window<'_> {
    /// Looks at the screen as axe-core does and panics with all that it finds.
    #[track_caller]
    pub fn passes_axe(&self, screen: &str) {
        let found = must("ask axe-core", axe::violations(self.driver()));
        assert!(found.is_empty(), "axe-core objects to {screen}:\n{}", told(&found));
    }

    /// Walks around the screen with Tab: every control is reached, and the focus is in sight on each.
    #[track_caller]
    pub fn is_walked_by_tab(&self, screen: &str) {
        let found = must("walk over the screen", walk::faults(self.driver()));
        assert!(found.is_empty(), "{screen} cannot be used by keys alone:\n{}", told(&found));
    }

    /// Panics when anything on the screen makes the page wider than the window.
    #[track_caller]
    pub fn does_not_scroll_sideways(&self, screen: &str) {
        let too_wide = self.script(TOO_WIDE);
        assert!(
            too_wide.as_array().is_some_and(Vec::is_empty),
            "{screen} scrolls sideways, because of: {too_wide:#}"
        );
    }

    /// Panics when the window as a whole can be scrolled: only the part with the screen may, or what stands around it goes out of
    /// sight.
    #[track_caller]
    pub fn stays_in_its_frame(&self, screen: &str) {
        let beyond = self.script(
            "const page = document.scrollingElement;
             return page.scrollHeight - page.clientHeight;",
        );
        assert!(
            beyond.as_i64().is_some_and(|beyond| beyond <= 1),
            "on {screen} the whole window can be scrolled by {beyond} px"
        );
    }

    /// Waits until a screen has come that can be used, and that is read from its title: the title has the focus.
    #[track_caller]
    pub fn is_at(&self, title: &str) {
        let there = within(PATIENCE, || {
            let ready = self.driver().execute(crate::window::READY, &[]).ok()? == true;
            let place = self.driver().execute(HEAD, &[Value::from(title)]).ok()?;
            (ready && place == true).then_some(())
        });
        assert!(
            there.is_some(),
            "the screen \u{201c}{title}\u{201d} did not come, or does not begin at its title; the focus is on {:?}, and the page reads:\n{}",
            self.focus(),
            self.text()
        );
    }

    /// Waits until the first screen after a start has come: nothing has the focus yet.
    #[track_caller]
    pub fn is_at_start(&self, title: &str) {
        self.is_ready();
        self.sees("heading", title);
    }
}

fn told(found: &[String]) -> String {
    let mut told = String::new();
    for one in found {
        writeln!(told, "  {one}").ok();
    }
    told
}

/// Whether the title of the screen is this, and has the focus.
const HEAD: &str = "
    const title = document.querySelector('main h1');
    return title !== null && title.innerText.trim() === arguments[0] && document.activeElement === title;";

/// What makes the page wider than the window: the innermost elements that stick out of a page that can be scrolled sideways. A drawing has two
/// directions by its nature, and scrolls in a box of its own (WCAG 1.4.10 leaves it out for that).
const TOO_WIDE: &str = "
    const page = document.documentElement;
    const scrolls = element => element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && !element.matches('[data-drawing]');
    const wide = [...document.querySelectorAll('body, body *')].filter(element => element.checkVisibility() && scrolls(element));
    if (page.scrollWidth > page.clientWidth + 1) {
        const out = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > page.clientWidth + 1);
        wide.push(...out.filter(element => !out.some(other => other !== element && element.contains(other))).slice(0, 5));
        if (out.length === 0) wide.push(page);
    }
    return wide.map(element => element.outerHTML.slice(0, 200));";
