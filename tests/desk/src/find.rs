//! Finding things as assistive technology does: by role and accessible name.
//!
//! Both are computed by the web view itself (`computedrole`, `computedlabel`), so a test sees what a screen reader is told and not
//! what the markup hopes. CSS only narrows down which elements are asked.

use serde_json::Value;

use crate::webdriver::{Answer, Element, WebDriver};

/// The accessible name something is looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// All of it.
    Exactly(String),
    /// A part of it.
    Containing(String),
}

impl Name {
    /// Whether a name, however its spaces fall, is the one that is looked for.
    pub fn fits(&self, label: &str) -> bool {
        let label = words(label);
        match self {
            Self::Exactly(name) => label == words(name),
            Self::Containing(part) => label.contains(&words(part)),
        }
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Exactly(name.to_owned())
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Self {
        Self::Exactly(name.clone())
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exactly(name) => write!(formatter, "\u{201c}{name}\u{201d}"),
            Self::Containing(part) => write!(formatter, "\u{201c}…{part}…\u{201d}"),
        }
    }
}

/// A name of which only a part is known: `containing("3件")`.
pub fn containing(part: &str) -> Name {
    Name::Containing(part.to_owned())
}

/// One space between words, none around them.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Elements that may have a role; what they really are, the web view says.
const CANDIDATES: &[(&str, &str)] = &[
    // No role of the standard is that of a handle that unfolds a part.
    ("", "summary"),
    ("alert", "[role=alert]"),
    ("alertdialog", "[role=alertdialog]"),
    ("banner", "header,[role=banner]"),
    // The web view calls a list that shows one choice at a time a button, which opens it.
    ("button", "button,select,[role=button],input[type=button],input[type=submit]"),
    ("checkbox", "input[type=checkbox],[role=checkbox]"),
    ("columnheader", "th,[role=columnheader]"),
    ("combobox", "select,input,[role=combobox]"),
    ("dialog", "dialog,[role=dialog]"),
    ("grid", "table,[role=grid]"),
    ("gridcell", "td,[role=gridcell]"),
    ("group", "fieldset,details,[role=group]"),
    ("heading", "h1,h2,h3,h4,h5,h6,[role=heading]"),
    ("link", "a[href],[role=link]"),
    ("list", "ul,ol,[role=list]"),
    ("listbox", "select,[role=listbox]"),
    ("listitem", "li,[role=listitem]"),
    ("main", "main,[role=main]"),
    ("menuitem", "[role=menuitem]"),
    ("navigation", "nav,[role=navigation]"),
    ("option", "option,[role=option]"),
    ("radio", "input[type=radio],[role=radio]"),
    ("radiogroup", "fieldset,[role=radiogroup]"),
    ("region", "section,[role=region]"),
    ("row", "tr,[role=row]"),
    ("rowheader", "th,[role=rowheader]"),
    ("searchbox", "input,[role=searchbox]"),
    ("status", "output,[role=status]"),
    ("switch", "[role=switch]"),
    ("tab", "[role=tab]"),
    ("table", "table,[role=table]"),
    ("textbox", "input,textarea,[role=textbox]"),
];

/// What of the candidates can be perceived at all.
const PERCEIVABLE: &str = "return [...document.querySelectorAll(arguments[0])].filter(element =>
    element.checkVisibility({visibilityProperty: true}) && !element.closest('[inert], [aria-hidden=true]'));";

/// Roles that take their name from what they hold, and of which the web view leaves that to the reader.
const NAMED_BY_CONTENT: &[&str] = &["columnheader", "gridcell", "listitem", "row", "rowheader"];

/// An element with the name it is known by.
pub struct Found {
    pub element: Element,
    pub label: String,
}

/// All perceivable elements of a role, with their names.
pub fn all(driver: &WebDriver, role: &str) -> Answer<Vec<Found>> {
    let css = CANDIDATES.iter().find(|(known, _)| *known == role).map_or("*", |(_, css)| css);
    let candidates = driver.execute(PERCEIVABLE, &[Value::from(css)])?;
    let mut found = Vec::new();
    for element in WebDriver::elements_of(&candidates) {
        if driver.role(&element)? == role {
            let mut label = driver.label(&element)?;
            if label.is_empty() && NAMED_BY_CONTENT.contains(&role) {
                label = driver.text(&element)?;
            }
            found.push(Found { element, label });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_however_its_spaces_fall() {
        assert!(Name::from("契約を記録 n").fits(" 契約を記録\n n "));
        assert!(!Name::from("契約").fits("契約を記録"));
        assert!(containing("契約").fits("契約を記録"));
    }

    #[test]
    fn the_roles_are_in_order_so_that_one_is_found_at_a_glance() {
        assert!(CANDIDATES.is_sorted_by_key(|(role, _)| role));
    }
}
