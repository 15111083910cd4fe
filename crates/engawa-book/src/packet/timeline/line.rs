//! Who did what when, in the words on the screen, and where things stood at the end of that day.

use std::collections::BTreeMap;

use engawa_domain::calendar::{Day, When};
use engawa_domain::facts::{FactRef, Party, Witness};
use engawa_domain::say::SayValue;
use engawa_domain::standing::{filed_by_name, party_name, standing_as_of, state_name};
use engawa_store::Table;

use super::Pen;
use super::html::Html;
use crate::inputs::Fact;
use crate::reads::{all_facts, said, timeline, uuid_of};
use crate::views::{FactPart, TimelineItem};

/// One thing that happened.
struct Item {
    when: When,
    who: String,
    what: String,
    /// Words exactly as they were sent, shown or noted.
    words: Vec<String>,
    files: Vec<FactRef>,
    written: Option<(Table, String)>,
}

/// The whole line, oldest first.
pub fn section(html: &mut Html, pen: &Pen<'_, '_>) {
    html.within("<h2 class=\"page\">", &pen.t("packet-page-line"), "</h2>\n");
    html.within("<p class=\"fine\">", &pen.t("packet-page-line-text"), "</p>\n");
    html.tags("<table class=\"line\"><thead><tr>");
    for key in ["packet-page-when", "packet-page-who", "packet-page-what", "packet-page-state"] {
        html.within("<th scope=\"col\">", &pen.t(key), "</th>");
    }
    html.tags("</tr></thead><tbody>\n");
    let mut states = BTreeMap::new();
    for item in items(pen) {
        html.within("<tr><td>", &pen.when(item.when), "");
        if let Some(at) = item.written.and_then(|row| pen.content.written.get(&row).copied()) {
            let noted = pen.words.get("packet-page-written", &[("at", &pen.moment(at))]);
            html.within("<br><small>", &noted, "</small>");
        }
        html.within("</td><td><bdi>", &item.who, "</bdi></td><td><bdi>").within("", &item.what, "</bdi>");
        item.words.iter().for_each(|words| {
            html.words(words);
        });
        for fact in &item.files {
            proofs(html, pen, *fact);
        }
        let state = states.entry(item.when.day).or_insert_with(|| state_at(pen, item.when.day));
        html.within("</td><td>", state, "</td></tr>\n");
    }
    html.tags("</tbody></table>\n");
}

/// The word of the standing at the end of a day.
fn state_at(pen: &Pen<'_, '_>, day: Day) -> String {
    let answer = standing_as_of(&pen.content.facts, pen.content.rules, day);
    pen.words.value(&state_name(answer.verdict.name()))
}

fn items(pen: &Pen<'_, '_>) -> Vec<Item> {
    let facts = &pen.content.facts;
    let known: BTreeMap<_, Fact> =
        all_facts(facts).into_iter().map(|fact| (uuid_of(fact.reference()), fact)).collect();
    let mut items: Vec<Item> = timeline(facts, &[])
        .into_iter()
        .filter_map(|item| Some(of_item(pen, &item, known.get(&uuid_of(item.fact))?)))
        .collect();
    items.extend(pen.content.copied.iter().map(|copied| Item {
        when: copied.when,
        who: pen.words.value(&party_name(Party::Me)),
        what: pen.t("packet-page-copied"),
        words: vec![copied.text.clone()],
        files: Vec::new(),
        written: Some((Table::Copies, copied.id.to_string())),
    }));
    // The newest stood first; of one moment, the one recorded earlier comes first here.
    items.reverse();
    items.sort_by_key(|item| item.when);
    items
}

fn of_item(pen: &Pen<'_, '_>, item: &TimelineItem, fact: &Fact) -> Item {
    let words = pen.words;
    let notes = item.note.as_ref().map(|note| words.say(note));
    Item {
        when: item.when,
        who: who(fact, item.part).map_or_else(
            || match item.part {
                FactPart::Reply => pen.t("packet-page-support"),
                FactPart::Fact => String::new(),
            },
            |name| words.value(&name),
        ),
        what: words.say(&item.say),
        words: item.quote.clone().into_iter().chain(notes).collect(),
        files: match item.part {
            FactPart::Fact => vec![item.fact],
            FactPart::Reply => Vec::new(),
        },
        written: match item.part {
            FactPart::Fact => Some((table(item.fact), uuid_of(item.fact).to_string())),
            FactPart::Reply => None,
        },
    }
}

/// Who did it; nobody in particular for what both did or what came by itself.
fn who(fact: &Fact, part: FactPart) -> Option<SayValue> {
    match (fact, part) {
        (Fact::Sighting(sighting), FactPart::Fact) => Some(party_name(sighting.looker)),
        (Fact::Request(request), FactPart::Fact) => Some(filed_by_name(request.by)),
        (Fact::Status(status), FactPart::Fact) => Some(party_name(match status.witness {
            Witness::Me { .. } => Party::Me,
            Witness::ToldByClient => Party::Client,
        })),
        (Fact::Inquiry(_), FactPart::Fact) => Some(party_name(Party::Me)),
        (Fact::Wish(_), FactPart::Fact) => Some(party_name(Party::Client)),
        (Fact::Restriction(restriction), FactPart::Fact) => Some(party_name(restriction.party)),
        (_, FactPart::Reply)
        | (Fact::Stage(_) | Fact::OutsideContact(_) | Fact::Payment(_), FactPart::Fact) => None,
    }
}

const fn table(fact: FactRef) -> Table {
    match fact {
        FactRef::Stage(_) => Table::Stages,
        FactRef::Sighting(_) => Table::Sightings,
        FactRef::Request(_) => Table::Requests,
        FactRef::Status(_) => Table::Statuses,
        FactRef::Inquiry(_) => Table::Inquiries,
        FactRef::Wish(_) => Table::Wishes,
        FactRef::OutsideContact(_) => Table::OutsideContacts,
        FactRef::Restriction(_) => Table::Restrictions,
        FactRef::Payment(_) => Table::Payments,
    }
}

/// The files that prove it, by their names in the packet.
fn proofs(html: &mut Html, pen: &Pen<'_, '_>, fact: FactRef) {
    let proves = |file: &&super::super::content::Kept| file.links.iter().any(|link| link.fact == Some(fact));
    for file in pen.content.kept.iter().filter(proves) {
        let name = file.member.clone().unwrap_or_else(|| file.evidence.original_name.clone());
        html.within("<br><small><bdi>", &name, "</bdi></small>");
    }
}

/// A fact in one line.
pub fn fact_said(pen: &Pen<'_, '_>, fact: FactRef) -> Option<String> {
    let facts = &pen.content.facts;
    let found = all_facts(facts).into_iter().find(|known| known.reference() == fact)?;
    Some(pen.say(&said::fact(&found, &facts.account)))
}
