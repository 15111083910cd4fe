//! 申請の台帳: who looked where, what support said, the request and its status. A row stands there, too, for what has not been
//! done yet.

use engawa_domain::facts::{
    ContractFacts, FactRef, Inquiry, LinkSighting, Party, Place, Seen, StatusSeen, StatusValue, Witness,
};
use engawa_domain::rules::{Known, PlatformRules};
use engawa_domain::say::Say;
use engawa_domain::standing::{filed_by_name, party_name, place_name, shown_name, status_name};

use crate::views::{LedgerRow, LedgerWhat};

/// The rows: the newest look of each side in each place, inquiries, requests, the newest status.
pub fn ledger(facts: &ContractFacts, rules: &PlatformRules) -> Vec<LedgerRow> {
    let mut rows: Vec<LedgerRow> = newest_looks(facts).into_iter().map(|look| looked(look, rules)).collect();
    let mut inquiries: Vec<&Inquiry> = facts.inquiries.iter().collect();
    inquiries.sort_by_key(|inquiry| (inquiry.sent, inquiry.id));
    rows.extend(inquiries.into_iter().map(|inquiry| asked(inquiry, facts)));
    rows.extend(requests(facts, rules));
    rows.extend(status(facts, rules));
    rows
}

fn newest_looks(facts: &ContractFacts) -> Vec<&LinkSighting> {
    let sides = [
        (Party::Me, Place::Web),
        (Party::Me, Place::App),
        (Party::Client, Place::Web),
        (Party::Client, Place::App),
    ];
    sides
        .into_iter()
        .filter_map(|(looker, place)| {
            let looks = facts.sightings.iter().filter(|look| look.looker == looker && look.place == place);
            looks.max_by_key(|look| (look.when, look.seen == Seen::Visible, look.id))
        })
        .collect()
}

fn looked(look: &LinkSighting, rules: &PlatformRules) -> LedgerRow {
    let (what, result) = match look.seen {
        Seen::Visible => (LedgerWhat::LinkSeen, "view-ledger-link-seen"),
        Seen::Missing => (LedgerWhat::LinkMissing, "view-ledger-link-missing"),
    };
    let note = match look.looker {
        Party::Client => Some(Say::new("view-ledger-told")),
        Party::Me => {
            let places = rules.request.iter().flat_map(|request| &request.places);
            let known = places.into_iter().find(|known| known.place == look.place);
            known.map(|known| Say::new("view-ledger-section").with("section", &known.section))
        }
    };
    LedgerRow {
        what,
        head: Say::new("view-ledger-who-where")
            .with("who", party_name(look.looker))
            .with("place", place_name(look.place)),
        result: Say::new(result),
        note,
        when: Some(look.when),
        fact: Some(FactRef::Sighting(look.id)),
    }
}

fn asked(inquiry: &Inquiry, facts: &ContractFacts) -> LedgerRow {
    let result = if inquiry.reply.is_some() { "view-ledger-answered" } else { "view-ledger-waiting" };
    let note = match &facts.account.registered_email {
        Some(registered) if *registered == inquiry.sender => "view-ledger-from-registered",
        Some(_) => "view-ledger-from-other",
        None => "view-ledger-from-unchecked",
    };
    LedgerRow {
        what: LedgerWhat::Inquiry,
        head: Say::new("view-ledger-inquiry"),
        result: Say::new(result),
        note: Some(Say::new(note)),
        when: Some(inquiry.reply.as_ref().map_or(inquiry.sent, |reply| reply.when)),
        fact: Some(FactRef::Inquiry(inquiry.id)),
    }
}

fn requests(facts: &ContractFacts, rules: &PlatformRules) -> Vec<LedgerRow> {
    let Some(rule) = &rules.request else {
        return Vec::new();
    };
    let head = || Say::new("view-ledger-request").with("name", &rule.name);
    if facts.requests.is_empty() {
        let limit = match rule.limit {
            Known::Known(limit) => Some(Say::new("view-ledger-limit").with("count", limit)),
            Known::Unknown => None,
        };
        let none = LedgerRow {
            what: LedgerWhat::Request,
            head: head(),
            result: Say::new("view-ledger-not-filed"),
            note: limit,
            when: None,
            fact: None,
        };
        return vec![none];
    }
    let mut filed: Vec<_> = facts.requests.iter().collect();
    filed.sort_by_key(|request| (request.when, request.id));
    let row = |request: &&engawa_domain::facts::ContactRequest| LedgerRow {
        what: LedgerWhat::Request,
        head: head(),
        result: Say::new("view-ledger-filed"),
        note: Some(Say::new("view-ledger-filed-by").with("who", filed_by_name(request.by))),
        when: Some(request.when),
        fact: Some(FactRef::Request(request.id)),
    };
    filed.iter().map(row).collect()
}

fn status(facts: &ContractFacts, rules: &PlatformRules) -> Option<LedgerRow> {
    let head = Say::new("view-ledger-status");
    let Some(newest) = facts.statuses.iter().max_by_key(|status| (status.when, status.id)) else {
        // Without a request there is no status to look for.
        let none = LedgerRow {
            what: LedgerWhat::Status,
            head,
            result: Say::new("view-ledger-not-looked"),
            note: None,
            when: None,
            fact: None,
        };
        return rules.request.as_ref().map(|_| none);
    };
    Some(LedgerRow {
        what: LedgerWhat::Status,
        head,
        result: shown(newest),
        note: Some(match &newest.witness {
            Witness::Me { shown, .. } => Say::new("view-ledger-who-where")
                .with("who", party_name(Party::Me))
                .with("place", shown_name(*shown)),
            Witness::ToldByClient => Say::new("view-ledger-told"),
        }),
        when: Some(newest.when),
        fact: Some(FactRef::Status(newest.id)),
    })
}

/// The words on the screen as they stood there, or else their meaning.
fn shown(status: &StatusSeen) -> Say {
    match (&status.witness, status.value) {
        (Witness::Me { words: Some(words), .. }, value) if value != StatusValue::Blank => {
            Say::new("view-ledger-words").with("words", words.as_str())
        }
        (_, value) => Say::new("view-ledger-result").with("status", status_name(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples_for_tests::{facts, rules, seen, sighting};

    #[test]
    fn what_has_not_been_done_has_a_row_of_its_own() {
        let rows = ledger(&facts(), &rules());
        let keys: Vec<_> = rows.iter().map(|row| row.result.key.as_str()).collect();
        assert_eq!(keys, ["view-ledger-not-filed", "view-ledger-not-looked"]);
        assert!(rows.iter().all(|row| row.fact.is_none()));
    }

    #[test]
    fn the_newest_look_of_each_side_in_each_place_stands_there() {
        let looked = ContractFacts {
            sightings: vec![
                sighting(10, Party::Me, Place::Web, Seen::Missing, "11-20"),
                sighting(11, Party::Me, Place::Web, Seen::Visible, "11-25"),
                sighting(12, Party::Client, Place::Web, Seen::Missing, "11-24"),
            ],
            ..facts()
        };
        let rows = ledger(&looked, &rules());
        let looks: Vec<_> =
            rows.iter().take(2).map(|row| (row.what, row.when.unwrap().day.to_string())).collect();
        assert_eq!(
            looks,
            [
                (LedgerWhat::LinkSeen, "2026-11-25".to_owned()),
                (LedgerWhat::LinkMissing, "2026-11-24".to_owned())
            ]
        );
        assert_eq!(
            rows[1].note.as_ref().map(|say| say.key.as_str()),
            Some("view-ledger-told"),
            "what the client says was heard"
        );
    }

    #[test]
    fn the_words_on_the_screen_are_shown_as_they_were() {
        let status = ContractFacts {
            statuses: vec![seen(10, StatusValue::Approved, "承認済み", "11-26")],
            ..facts()
        };
        let row = ledger(&status, &rules()).pop().unwrap();
        assert_eq!(row.result, Say::new("view-ledger-words").with("words", "承認済み"));
    }
}
