//! The page of a packet: whatever somebody typed, nothing of it runs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use crate::common::documents::{amend, declare, invoice, why};
use crate::common::packet::{PIXEL, keep, packed, text};
use crate::common::{Desk, contract, seen};
use engawa_book::inputs::{
    AccountInput, ClientChoice, ContractInput, DocumentInput, ReplyInput, WhatInput, WhenInput,
};
use engawa_book::{PacketOptions, verify_packet};
use engawa_domain::facts::{
    Channel, ClientKind, FactRef, FiledBy, InquiryResult, Party, Place, Seen, Stage, StatusValue,
};
use engawa_domain::ids::{ContractId, PlatformId};

/// What somebody may type who wants a page to do something.
const HOSTILE: &str =
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)>&lt;b&gt;\u{202E}</td>";

/// A file of such a name. Windows lets nobody have the worst.
const FILE: &str = if cfg!(windows) {
    "'&lt;img src=x onerror=alert(4)&gt;.png"
} else {
    "<img src=x onerror=alert(4)>.png"
};

/// A contract with something hostile in every field that takes a text.
fn hostile() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-20 10:00");
    let action = desk.action(AccountInput {
        platform: PlatformId("crowdworks".to_owned()),
        user_name: HOSTILE.to_owned(),
        registered_email: String::new(),
        note: HOSTILE.to_owned(),
    });
    let account = desk.book.account_add(action).unwrap().value;
    let input = ContractInput {
        client: ClientChoice::New {
            name: HOSTILE.to_owned(),
            reading: HOSTILE.to_owned(),
            kind: ClientKind::Company,
        },
        number: HOSTILE.to_owned(),
        contact_reason: HOSTILE.to_owned(),
        note: HOSTILE.to_owned(),
        ..contract(account, HOSTILE, &[(Stage::Contracted, "11/18")])
    };
    let action = desk.action(input);
    let id = desk.book.contract_add(action).unwrap().value;
    let note = || HOSTILE.to_owned();
    for what in [
        WhatInput::Sighting { looker: Party::Me, place: Place::Web, seen: Seen::Missing, note: note() },
        WhatInput::Request { by: FiledBy::Me, reason: note(), channels: Vec::new() },
        seen(StatusValue::Approved, HOSTILE),
        WhatInput::Wish { channels: Vec::new(), note: note() },
        WhatInput::OutsideContact { channel: Channel::Line, note: note() },
        WhatInput::Restriction { party: Party::Client, words: note() },
    ] {
        desk.fact(id, "11/20", what).unwrap();
    }
    let sent = WhatInput::Inquiry {
        entrance: "faq-button".to_owned(),
        sender: "me@example.jp".to_owned(),
        body: note(),
    };
    let FactRef::Inquiry(inquiry) = desk.fact(id, "11/20", sent).unwrap().value else { panic!() };
    let when = WhenInput { day: "11/20".to_owned(), time: String::new() };
    let action =
        desk.action(ReplyInput { inquiry, before: None, when, result: InquiryResult::NoHelp, text: note() });
    desk.book.reply_record(action).unwrap();
    let file = keep(&mut desk, id, None, FILE, PIXEL);
    let document = declare(&mut desk, file);
    let hostile = || HOSTILE.to_owned();
    let input = DocumentInput {
        number: hostile(),
        title: hostile(),
        counterparty: hostile(),
        note: hostile(),
        ..invoice(file)
    };
    assert!(amend(&mut desk, document, input.clone(), why(HOSTILE, HOSTILE)).is_empty());
    // And once more, so that the log tells of what it was.
    assert!(amend(&mut desk, document, invoice(file), why(HOSTILE, HOSTILE)).is_empty());
    assert!(amend(&mut desk, document, input, why(HOSTILE, HOSTILE)).is_empty());
    (desk, id)
}

/// The tags of a page, each with everything up to its end.
fn tags(page: &str) -> Vec<&str> {
    let style = page.find("<style>").unwrap()..page.find("</style>").unwrap();
    page.match_indices('<')
        .filter(|(at, _)| !(style.start < *at && *at < style.end))
        .map(|(at, _)| &page[at..=(at + page[at..].find('>').unwrap())])
        .collect()
}

#[test]
fn whatever_somebody_typed_nothing_of_it_becomes_a_tag_or_runs() {
    let (desk, id) = hostile();
    let (zip, _) = packed(&desk, id, &PacketOptions::default());
    let known = BTreeSet::from([
        "!DOCTYPE",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "b",
        "br",
        "small",
        "span",
        "bdi",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "img",
    ]);
    for lang in ["ja", "en"] {
        let page = text(&zip, &format!("timeline.{lang}.html"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it stands there to be read");
        assert!(page.contains("<table class=\"papers\">"), "documents and their log are on the page");
        assert!(!page.to_lowercase().contains("<script"));
        for tag in tags(&page) {
            let name = tag.trim_start_matches(['<', '/']);
            let name = name.split([' ', '>']).next().unwrap();
            assert!(known.contains(name), "{tag}");
            if let Some(source) = tag.strip_prefix("<img src=\"") {
                assert!(source.starts_with("files/"), "{tag}");
                assert_eq!(tag.matches('"').count(), 4, "a picture has a source and a name: {tag}");
            }
            let attributes = tag.split(' ').skip(1).filter_map(|part| part.split('=').next());
            assert!(
                tag.starts_with("<img") || attributes.into_iter().all(|name| !name.starts_with("on")),
                "{tag}"
            );
        }
        assert!(page.contains("default-src &#39;none&#39;"), "and the browser is told that nothing may run");
    }
    assert_eq!(verify_packet(&zip, &[]).unwrap().faults, []);
}
