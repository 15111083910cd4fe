//! What a user does with the parts of a form, by keys alone.

use serde_json::Value;

use crate::{
    find::{Name, words},
    wait::{PATIENCE, until, within},
    window::Window,
};

/// No list of choices is longer than this.
const MOST_CHOICES: usize = 60;

impl Window<'_> {
    /// Fills a text field, reached by Tab: what stood in it is replaced.
    #[track_caller]
    pub fn fill(&self, name: impl Into<Name>, text: &str) {
        self.tab_to("textbox", name);
        self.press("Control+a");
        self.type_text(text);
        until(&format!("{text} in the field"), || (self.value() == text).then_some(()));
    }

    /// Goes to a control by Tab and presses Enter on it.
    #[track_caller]
    pub fn choose(&self, role: &str, name: impl Into<Name>) {
        self.tab_to(role, name);
        self.press("Enter");
    }

    /// Unfolds a part of a form.
    #[track_caller]
    pub fn unfold(&self, name: impl Into<Name>) {
        self.choose("", name);
    }

    /// Ticks a box, or takes the tick away.
    #[track_caller]
    pub fn tick(&self, name: impl Into<Name>) {
        self.tab_to("checkbox", name);
        self.press("Space");
    }

    /// Picks one of a list that shows one choice at a time: the arrows go through it.
    #[track_caller]
    pub fn pick(&self, name: impl Into<Name>, choice: &str) {
        let name = name.into();
        self.tab_to("button", name.clone());
        self.press("Home");
        let mut offered = Vec::new();
        for _ in 0..MOST_CHOICES {
            let chosen = self.script("return document.activeElement.selectedOptions?.[0]?.label ?? ''");
            let chosen = words(chosen.as_str().unwrap_or_default());
            if chosen == words(choice) {
                return;
            }
            if offered.last() == Some(&chosen) {
                break;
            }
            offered.push(chosen);
            self.press("ArrowDown");
        }
        panic!("the list {name} offers no \u{201c}{choice}\u{201d}, only: {}", offered.join(", "));
    }

    /// Chooses one of a group in which all choices are in sight: Tab leads into the group, the arrows through it.
    #[track_caller]
    pub fn choose_in(&self, group: &str, choice: &str) {
        let there = || ["radiogroup", "group"].iter().any(|role| self.perceives(role, &Name::from(group)));
        until(&format!("the choices of \u{201c}{group}\u{201d}"), || there().then_some(()));
        for _ in 0..MOST_CHOICES {
            if self.group_of_focus() == group {
                // The web view does not go round: from the last choice there is only the way back.
                let way = if self.is_on_the_last_choice() { "ArrowLeft" } else { "ArrowRight" };
                self.arrow_to(way, "radio", choice);
                // An arrow chooses what it comes to; Space where none of the group was chosen yet.
                self.press("Space");
                return;
            }
            self.press("Tab");
        }
        panic!("Tab never comes into the group \u{201c}{group}\u{201d}");
    }

    /// The text in the field that has the focus.
    #[track_caller]
    pub fn value(&self) -> String {
        let value = self.script("return document.activeElement.value ?? ''");
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the focus is on the last of several choices.
    #[track_caller]
    fn is_on_the_last_choice(&self) -> bool {
        let is_last = self.script(
            "const group = document.activeElement.closest('[role=radiogroup], fieldset');
             const radios = [...(group?.querySelectorAll('input[type=radio]') ?? [])];
             return radios.length > 1 && radios.at(-1) === document.activeElement;",
        );
        is_last == true
    }

    /// Name of the group around the focus, empty when there is none.
    #[track_caller]
    fn group_of_focus(&self) -> String {
        let group = self.script(
            "const group = document.activeElement.closest('[role=radiogroup], fieldset');
             const by = group?.getAttribute('aria-labelledby');
             return group?.getAttribute('aria-label') ?? (by && document.getElementById(by)?.innerText)
                 ?? group?.querySelector('legend')?.innerText ?? ''",
        );
        words(group.as_str().unwrap_or_default())
    }

    /// Waits until something is said to be wrong.
    #[track_caller]
    pub fn is_warned(&self) {
        let warned = within(PATIENCE, || (!self.labels("alert").is_empty()).then_some(()));
        assert!(warned.is_some(), "nothing is said to be wrong; the page reads:\n{}", self.text());
    }

    /// Waits until the field of this name holds this text.
    #[track_caller]
    pub fn field_holds(&self, name: &str, text: &str) {
        self.tab_to("textbox", name);
        until(&format!("\u{201c}{text}\u{201d} in the field \u{201c}{name}\u{201d}"), || {
            (self.value() == text).then_some(())
        });
    }

    /// How many elements a selector finds: for what has neither role nor name, such as the rows that a long table draws.
    #[track_caller]
    pub fn count(&self, selector: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        self.script_with(script, &[Value::from(selector)]).as_u64().unwrap_or_default()
    }
}
