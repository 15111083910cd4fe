//! The app's window, used as its user would.

use std::{cell::RefCell, collections::BTreeSet, path::Path, time::Duration};

use serde_json::Value;

use crate::{
    companion::{Companion, children_named, descendants, kill_all},
    desk::Desk,
    failure,
    find::{self, Name, words},
    keys::{self, Stroke},
    place,
    wait::{PATIENCE, until, within},
    webdriver::{Answer, Element, WebDriver},
};

/// The open window. Dropping it ends the app.
pub struct Window<'desk> {
    desk: &'desk Desk,
    driver: WebDriver,
    process: Companion,
    /// What was pressed since somebody last asked.
    strokes: RefCell<Vec<Stroke>>,
}

/// No screen has more stops than this on the way of the Tab key; a table is one stop.
const MOST_STOPS: usize = 150;

/// No press takes longer to move the focus.
const LONGEST_STEP: Duration = Duration::from_millis(500);

impl<'desk> Window<'desk> {
    pub(crate) fn new(desk: &'desk Desk, process: Companion, driver: WebDriver) -> Self {
        Self { desk, driver, process, strokes: RefCell::default() }
    }

    pub(crate) const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Waits until the app shows a screen that can be used: it has a title, and nothing on it is still on its way.
    #[track_caller]
    pub fn is_ready(&self) {
        let ready = within(PATIENCE, || (self.driver.execute(READY, &[]).ok()? == true).then_some(()));
        assert!(ready.is_some(), "no screen that can be used has come; the page reads:\n{}", self.text());
    }

    /// Minimises the window.
    #[track_caller]
    pub fn hide(&self) {
        let window = self.desk.windows();
        let Some(window) = window.last() else { panic!("the display shows no window to hide") };
        assert!(self.desk.xdotool(&["windowminimize", window]).is_some(), "the window cannot be hidden");
        until("the window to go away", || self.desk.windows().is_empty().then_some(()));
    }

    /// Waits until the window is shown and has the keyboard.
    #[track_caller]
    pub fn is_in_front(&self) {
        until("the window to come to the front", || {
            let active = self.desk.xdotool(&["getactivewindow"])?;
            self.desk.windows().contains(&active).then_some(())
        });
    }

    /// Presses a key or a chord: `n`, `Enter`, `Control+k`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        self.strokes.borrow_mut().push(Stroke::Chord(chord.to_owned()));
        must(&format!("press {chord}"), self.driver.act(&keys::chord(chord)));
    }

    /// Presses keys one after the other: `g c`.
    #[track_caller]
    pub fn press_each(&self, chords: &str) {
        chords.split(' ').for_each(|chord| self.press(chord));
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.strokes.borrow_mut().push(Stroke::Text(text.to_owned()));
        must(&format!("type {text}"), self.driver.act(&keys::text(text)));
    }

    /// All that was pressed and typed since this was last asked: what was done here with a driver can be done elsewhere without one.
    pub fn take_strokes(&self) -> Vec<Stroke> {
        self.strokes.take()
    }

    /// Goes with the Tab key to a control: it is reachable without a mouse.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: impl Into<Name>) {
        self.go_to("Tab", role, &name.into());
    }

    /// Goes back with Shift and Tab to a control.
    #[track_caller]
    pub fn tab_back_to(&self, role: &str, name: impl Into<Name>) {
        self.go_to("Shift+Tab", role, &name.into());
    }

    /// Goes with an arrow key to a choice within a group: `arrow_to("ArrowDown", "radio", "はい")`.
    #[track_caller]
    pub fn arrow_to(&self, arrow: &str, role: &str, name: impl Into<Name>) {
        self.go_to(arrow, role, &name.into());
    }

    #[track_caller]
    fn go_to(&self, key: &str, role: &str, name: &Name) {
        // It may still be on its way to the screen; without it there is nothing to go to.
        self.sees(role, name.clone());
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            let (found_role, label) = self.focus();
            if found_role == role && name.fits(&label) {
                return;
            }
            stops.push(format!("{found_role} \u{201c}{}\u{201d}", words(&label)));
            self.press_and_follow(key);
        }
        stops.dedup();
        panic!("{key} never comes to the {role} {name}; it stops at: {}", stops.join(", "));
    }

    /// Presses a key that moves the focus and waits until it has: below an input method a press comes to the page a moment later,
    /// and whoever looked at once would press again.
    #[track_caller]
    fn press_and_follow(&self, key: &str) {
        self.script("window.deskFrom = document.activeElement");
        self.press(key);
        // Where there is nothing else to go to, it stays.
        within(LONGEST_STEP, || {
            (self.script("return document.activeElement !== deskFrom") == true).then_some(())
        });
    }

    /// Role and name of what has the focus.
    #[track_caller]
    pub fn focus(&self) -> (String, String) {
        // The element may be replaced between two questions; then the new one is asked.
        until("the focus", || {
            let element = self.driver.focused().ok()?;
            Some((self.driver.role(&element).ok()?, self.driver.label(&element).ok()?))
        })
    }

    /// Waits until something of this role and name can be perceived.
    #[track_caller]
    pub fn sees(&self, role: &str, name: impl Into<Name>) {
        let name = name.into();
        let found = within(PATIENCE, || self.perceives(role, &name).then_some(()));
        assert!(found.is_some(), "there is no {role} {name}; there is: {}", self.labels(role).join(", "));
    }

    /// Waits until nothing of this role and name can be perceived any more.
    #[track_caller]
    pub fn sees_no(&self, role: &str, name: impl Into<Name>) {
        let name = name.into();
        until(&format!("the {role} {name} to go away"), || (!self.perceives(role, &name)).then_some(()));
    }

    /// The names of everything of a role that can be perceived now.
    pub fn labels(&self, role: &str) -> Vec<String> {
        let found = find::all(&self.driver, role).unwrap_or_default();
        found.iter().map(|found| words(&found.label)).collect()
    }

    pub(crate) fn perceives(&self, role: &str, name: &Name) -> bool {
        self.find(role, name).is_ok_and(|found| found.is_some())
    }

    fn find(&self, role: &str, name: &Name) -> Answer<Option<Element>> {
        let all = find::all(&self.driver, role)?;
        Ok(all.into_iter().find(|found| name.fits(&found.label)).map(|found| found.element))
    }

    /// Waits until the page reads this somewhere.
    #[track_caller]
    pub fn reads(&self, text: &str) {
        let found = within(PATIENCE, || self.text().contains(&words(text)).then_some(()));
        assert!(
            found.is_some(),
            "nowhere does the page read \u{201c}{text}\u{201d}; it reads:\n{}",
            self.text()
        );
    }

    /// All that the page reads, with one space between words.
    pub fn text(&self) -> String {
        let text = self.driver.execute("return document.body.innerText", &[]);
        words(text.ok().as_ref().and_then(Value::as_str).unwrap_or_default())
    }

    /// Makes the window this large and waits until the page has followed.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        must("resize", self.driver.resize(width, height));
        until("the page to follow the window's size", || {
            (self.script("return innerWidth") == width).then_some(())
        });
    }

    /// Presses F5 and waits until the page is there again.
    #[track_caller]
    pub fn press_f5(&self) {
        self.press("F5");
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        must("reload", self.driver.reload());
    }

    /// The page's address.
    #[track_caller]
    pub fn address(&self) -> String {
        must("read the address", self.driver.address())
    }

    /// How many windows the app has.
    #[track_caller]
    pub fn windows(&self) -> usize {
        must("count the windows", self.driver.windows())
    }

    /// Runs a script in the page: for what no key can do, such as an attempt to leave the app.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.script_with(script, &[])
    }

    /// Runs a script in the page with arguments.
    #[track_caller]
    pub fn script_with(&self, script: &str, arguments: &[Value]) -> Value {
        must("run a script", self.driver.execute(script, arguments))
    }

    /// Runs a script that calls its last argument with the answer.
    #[track_caller]
    pub fn script_async(&self, script: &str, arguments: &[Value]) -> Value {
        must("run a script", self.driver.execute_async(script, arguments))
    }

    /// Closes the window as its user would, through the window manager, and waits until the app has ended.
    #[track_caller]
    pub fn close(self) {
        let app = descendants(self.process.id());
        self.desk.close_the_window_in_front();
        until("the app to end", || {
            let left = descendants(self.process.id());
            app.iter().collect::<BTreeSet<_>>().is_disjoint(&left.iter().collect()).then_some(())
        });
    }

    /// Kills the process that draws the page, and waits until another one draws it.
    #[track_caller]
    pub fn kill_page(&self) {
        let drawing = || children_named(self.process.id(), Path::new("WebKitWebProcess"));
        let died = drawing();
        assert!(!died.is_empty(), "no process draws the page, so it cannot be killed");
        kill_all(&died);
        until("another process to draw the page", || {
            drawing().iter().any(|id| !died.contains(id)).then_some(())
        });
    }

    /// Ends the app as a crash or a power cut does: it is told nothing and saves nothing.
    #[track_caller]
    pub fn kill(self) {
        let app = children_named(self.process.id(), &place::app());
        assert!(!app.is_empty(), "the app does not run, so it cannot be killed");
        kill_all(&app);
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            failure::keep(self.desk, &self.driver);
        }
        // A window that was closed has no session any more.
        self.driver.end().ok();
    }
}

/// Whether a screen with its title is there and says of no part that it is busy.
pub(crate) const READY: &str = "
    const title = document.querySelector('main h1, main h2');
    return document.readyState === 'complete' && title?.checkVisibility() === true && !document.querySelector('[aria-busy=true]');";

/// What was asked, or a panic in the caller's line.
#[track_caller]
pub(crate) fn must<T>(what: &str, answer: Answer<T>) -> T {
    match answer {
        Ok(value) => value,
        Err(refusal) => panic!("cannot {what}: {refusal}"),
    }
}
