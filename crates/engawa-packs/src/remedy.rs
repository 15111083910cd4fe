//! What is wrong with a pack and what to do about it, for whoever corrects the file. One exhaustive match, so that no
//! error is without.

use engawa_domain::say::Say;

use crate::error::Refused;

impl Refused {
    /// What is wrong, and what to do, in one or two sentences.
    pub fn say(&self) -> Say {
        match self {
            Self::Unreadable(why) => Say::new("packs-unreadable").with("why", why.as_str()),
            Self::UnknownField => Say::new("packs-unknown-field"),
            Self::NoRules => Say::new("packs-no-rules"),
            Self::StrayFile => Say::new("packs-stray-file"),
            Self::NamedOtherwise { inside } => {
                Say::new("packs-named-otherwise").with("inside", inside.as_str())
            }
            Self::NoWords(_) => Say::new("packs-no-words"),
            Self::NotCalm => Say::new("packs-not-calm"),
            Self::NoSuchSource(source) => Say::new("packs-no-such-source").with("source", source.as_str()),
            Self::UnusedSource => Say::new("packs-unused-source"),
            Self::NoAddress => Say::new("packs-no-address"),
            Self::TooSure { .. } => Say::new("packs-too-sure"),
            Self::AssertedUnknown => Say::new("packs-asserted-unknown"),
            Self::GreenOnUnknown => Say::new("packs-green-on-unknown"),
            Self::GateBesideTheWay => Say::new("packs-gate-beside-the-way"),
            Self::CheckedLater => Say::new("packs-checked-later"),
            Self::NoSuchZone(zone) => Say::new("packs-no-such-zone").with("zone", zone.as_str()),
            Self::NotAHost(host) => Say::new("packs-not-a-host").with("host", host.as_str()),
            Self::KeyTwice(key) => Say::new("packs-key-twice").with("key", key.as_str()),
            Self::NoRequest => Say::new("packs-no-request"),
            Self::RequestUnreachable => Say::new("packs-request-unreachable"),
            Self::NoEntrance => Say::new("packs-no-entrance"),
            Self::TiersInDisorder => Say::new("packs-tiers-in-disorder"),
            Self::Overlapping => Say::new("packs-overlapping"),
            Self::NothingBefore(since) => Say::new("packs-nothing-before").with("since", *since),
            Self::NoConflict => Say::new("packs-no-conflict"),
            Self::NoDraftFor(purpose) => Say::new("packs-no-draft-for").with("purpose", purpose.as_str()),
            Self::NoSuchField(field) => Say::new("packs-no-such-field").with("field", field.as_str()),
            Self::FieldsDiffer => Say::new("packs-fields-differ"),
            Self::NoCheck(check) => Say::new("packs-no-check").with("check", check.as_str()),
            Self::ContactData(words) => Say::new("packs-contact-data").with("words", words.as_str()),
            Self::EmptyWord => Say::new("packs-empty-word"),
            Self::Guide(defect) => Say::new("packs-guide").with("what", defect.kind.to_string().as_str()),
        }
    }
}
