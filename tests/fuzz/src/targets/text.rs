//! Texts that others wrote: found passages lie where they are said to lie.

use engawa_domain::facts::Stage;
use engawa_domain::message::{Approval, Circumstances, MessageText, check};
use engawa_domain::text::{SearchKey, contact_data, highlight};

use super::{PACKS, text};
use crate::Target;

pub const MESSAGE: Target = Target {
    name: "message",
    what: "a client's message: findings lie on characters, hold the words there, and those of one kind do not overlap",
    seeds: &[],
    short: 400,
    run: message,
};

pub const CONTACT: Target = Target {
    name: "contact",
    what: "contact data in a text: it lies on characters, in order, and holds the words there",
    seeds: &[],
    short: 2_000,
    run: contact,
};

pub const FOLD: Target = Target {
    name: "fold",
    what: "the search key of a text: the key of a key is itself, a text finds itself, marks lie on characters",
    seeds: &[],
    short: 6_000,
    run: fold,
};

fn message(data: &[u8]) {
    let Ok(message) = MessageText::from_bytes(data.to_vec()) else {
        assert!(std::str::from_utf8(data).is_err());
        return;
    };
    let letters: Vec<char> = message.as_str().chars().collect();
    for pack in PACKS.all().step_by(5) {
        for (stage, approval) in [
            (None, Approval::NotHeld),
            (Some(Stage::Consultation), Approval::Held),
            (Some(Stage::Escrowed), Approval::Held),
        ] {
            let found = check(&message, &Circumstances::of(&pack.rules, stage, approval));
            assert!(found.is_sorted_by_key(|finding| finding.place.start));
            for finding in &found {
                let there: String = letters[finding.place.clone()].iter().collect();
                assert!(!there.is_empty() && there == finding.words, "{:?}", finding.words);
                let same = found.iter().filter(|other| other.kind == finding.kind);
                let over = same.filter(|other| {
                    other.place.start < finding.place.end && finding.place.start < other.place.end
                });
                assert_eq!(over.count(), 1, "two of one kind overlap");
            }
        }
    }
}

fn contact(data: &[u8]) {
    let text = text(data);
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = contact_data(&text, &["crowdworks.jp"]);
    assert!(found.is_sorted_by_key(|found| found.range.from));
    for found in &found {
        let (from, to) = (found.range.from as usize, found.range.to as usize);
        assert!(from < to);
        assert_eq!(
            String::from_utf16(&units[from..to]).as_deref().ok(),
            Some(found.words.as_str()),
            "as the window cuts it"
        );
    }
}

fn fold(data: &[u8]) {
    let text = text(data);
    let key = SearchKey::of(&text);
    assert_eq!(SearchKey::of(key.as_str()), key, "the key of a key is itself");
    assert!(key.has(&key), "a text finds itself");
    let units: Vec<u16> = text.encode_utf16().collect();
    let query: String = text.chars().take(3).collect();
    for mark in highlight(&text, &SearchKey::of(&query)) {
        assert!(mark.from < mark.to);
        assert!(
            String::from_utf16(&units[mark.from as usize..mark.to as usize]).is_ok(),
            "a mark within a letter"
        );
    }
}
