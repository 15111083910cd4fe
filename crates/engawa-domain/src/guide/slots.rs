//! What a text of a guide leaves to the service it is read for. A guide written once for every service says nothing of any of
//! them by itself: it names the service, and quotes its rule.

use crate::rules::{PlatformRules, Text};

/// A place in a text that the rules of a service fill: its key stands there in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The name of the service.
    Service,
    /// What its support is called.
    Support,
    /// Its rule on contact outside, in one sentence or more.
    Rule,
    /// Its rule on dealing outside, in one sentence or more.
    Deal,
}

impl Slot {
    /// Every slot.
    pub const ALL: [Self; 4] = [Self::Service, Self::Support, Self::Rule, Self::Deal];

    /// The key, as it stands in braces.
    pub fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Support => "support",
            Self::Rule => "rule",
            Self::Deal => "deal",
        }
    }

    /// What the rules say there.
    fn said_by(self, rules: &PlatformRules) -> &Text {
        match self {
            Self::Service => &rules.name,
            Self::Support => &rules.support.name,
            Self::Rule => &rules.contact.text,
            Self::Deal => &rules.deal_outside.text,
        }
    }

    /// Whether a text leaves this to the service.
    pub fn stands_in(self, text: &Text) -> bool {
        let key = format!("{{{}}}", self.key());
        text.ja.contains(&key) || text.en.contains(&key)
    }
}

/// A text of a guide as it reads for a service. The rules are those of the day.
pub fn filled(text: &Text, rules: &PlatformRules) -> Text {
    let mut text = text.clone();
    // Nothing to fill is the usual case, and needs no second look.
    if text.ja.contains('{') {
        for slot in Slot::ALL {
            let (key, said) = (format!("{{{}}}", slot.key()), slot.said_by(rules));
            text.ja = text.ja.replace(&key, &said.ja);
            text.en = text.en.replace(&key, &said.en);
        }
    }
    text
}
