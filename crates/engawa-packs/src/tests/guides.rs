//! Every guide of the pack, walked where it matters: with what is recorded, on a day that counts.

use engawa_domain::calendar::Day;
use engawa_domain::facts::{
    Channel, ContractFacts, FiledBy, Format, InquiryResult, Party, Restriction, Stage, StageEvent,
    StatusValue, Wish,
};
use engawa_domain::guide::{Act, At, Guide, GuideId, NodeId, Record, Urgency, longest_from, walk};
use engawa_domain::ids::{RestrictionId, StageEventId, WishId};
use engawa_domain::standing::{StateName, judge};
use engawa_domain::text::EmailAddress;
use uuid::Uuid;

use super::record::{Recorded, empty, link_missing, seen, when};
use super::story::{answers, crowdworks};
use crate::Pack;

const GUIDES: [&str; 15] = [
    "link-missing",
    "waiting-too-long",
    "denied",
    "revoked",
    "outside-before-contract",
    "is-this-outside-contact",
    "contact-already-exchanged",
    "direct-deal-invited",
    "client-silent",
    "work-before-escrow",
    "not-inspected",
    "termination-request",
    "account-restricted",
    "office-silent",
    "which-rule",
];

fn guide<'a>(pack: &'a Pack, id: &str) -> &'a Guide {
    pack.guide(&GuideId(id.to_owned())).unwrap_or_else(|| panic!("no guide {id}"))
}

/// Where a guide leads with these answers, all given on that day.
fn leads(id: &str, given: &[(&str, &str)], facts: &ContractFacts, today: &str) -> String {
    let pack = crowdworks();
    let contact = judge(facts, &pack.rules, when(today)).contact();
    let given: Vec<_> = given.iter().map(|(question, option)| (*question, *option, today)).collect();
    let record = Record { facts: Some(facts), rules: &pack.rules, now: when(today) };
    match walk(guide(&pack, id), &answers(&given), Some(record), contact).at {
        At::Question(id) => id.0,
        At::Outcome(id) => id.0,
    }
}

/// The day on which an outcome that is reached on a day says to look again.
fn looks_again(id: &str, outcome: &str, facts: &ContractFacts, today: &str) -> Day {
    let pack = crowdworks();
    let outcome = guide(&pack, id).outcomes.iter().find(|known| known.id.0 == outcome).unwrap();
    let (rules, now) = (&pack.rules, when(today));
    outcome.look_again.day(now.day, rules, Some(Record { facts: Some(facts), rules, now }))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

const SAFE: (&str, &str) = ("danger", "none");

fn reached(mut facts: ContractFacts, stage: Stage, day: &str) -> ContractFacts {
    let id = StageEventId(Uuid::from_u128(700 + facts.stages.len() as u128));
    let contract = facts.contract.id;
    facts.stages.push(StageEvent { id, contract, stage, when: when(day), note: String::new() });
    facts
}

#[test]
fn there_are_fifteen_guides_and_the_one_for_the_missing_link_comes_first() {
    let pack = crowdworks();
    let mut ids: Vec<_> = pack.guides.iter().map(|guide| guide.id.0.as_str()).collect();
    assert_eq!(ids[0], "link-missing");
    ids.sort_unstable();
    let mut expected = GUIDES;
    expected.sort_unstable();
    assert_eq!(ids, expected);
}

#[test]
fn a_contract_is_offered_a_short_list_with_the_old_guide_first_where_it_was_first() {
    let pack = crowdworks();
    for state in [
        StateName::NotYet,
        StateName::Ask,
        StateName::Pending,
        StateName::Overdue,
        StateName::Approved,
        StateName::Denied,
        StateName::Revoked,
        StateName::Forbidden,
        StateName::Free,
        StateName::Unknown,
    ] {
        let offered: Vec<_> = pack.guides_in(state).map(|guide| guide.id.0.as_str()).collect();
        assert!((1..=5).contains(&offered.len()), "{state:?}: {offered:?}");
        let missing = offered.iter().position(|id| *id == "link-missing");
        assert!(missing.is_none_or(|at| at == 0), "{state:?}: {offered:?}");
    }
    let first = |state| pack.guides_in(state).next().map(|guide| guide.id.0.as_str());
    assert_eq!(first(StateName::NotYet), Some("link-missing"));
    assert_eq!(first(StateName::Denied), Some("denied"));
    assert_eq!(first(StateName::Revoked), Some("revoked"));
}

#[test]
fn what_does_not_wait_is_told_from_the_rest_in_the_list() {
    let pack = crowdworks();
    let now: Vec<_> = pack.guides.iter().filter(|guide| guide.urgency() == Urgency::Now).collect();
    assert_eq!(
        now.iter().map(|guide| guide.id.0.as_str()).collect::<Vec<_>>(),
        [
            "revoked",
            "contact-already-exchanged",
            "direct-deal-invited",
            "work-before-escrow",
            "termination-request",
            "account-restricted",
        ]
    );
}

#[test]
fn what_is_recorded_has_a_guide_offered_in_every_state() {
    let pack = crowdworks();
    let offered = |facts: &ContractFacts, today: &str| -> Vec<String> {
        let record = Record { facts: Some(facts), rules: &pack.rules, now: when(today) };
        let state = judge(facts, &pack.rules, record.now).name();
        let offered = pack.guides.iter().filter(|guide| guide.is_offered(state, record));
        offered.map(|guide| guide.id.0.clone()).collect()
    };
    let has = |offered: &[String], id: &str| offered.iter().any(|known| known == id);
    let delivered = reached(link_missing(), Stage::Delivered, "11-17");
    assert!(!has(&offered(&delivered, "11-23"), "not-inspected"), "the week is not over");
    assert!(has(&offered(&delivered, "11-24"), "not-inspected"), "no approval is needed for that");
    assert_eq!(offered(&delivered, "11-24")[0], "link-missing", "the oldest stays first");
    let mut asked = link_missing();
    asked.inquired("11-18");
    assert!(!has(&offered(&asked, "11-19"), "office-silent"));
    assert!(has(&offered(&asked, "11-24"), "office-silent"));
}

#[test]
fn only_the_guide_for_the_missing_link_ever_says_talk_outside_and_all_others_are_shorter() {
    let pack = crowdworks();
    for guide in &pack.guides {
        let longest = longest_from(guide, &NodeId::Question(guide.start.clone()));
        let outside = guide.outcomes.iter().any(|outcome| outcome.act == Act::ContactOutside);
        let oldest = guide.id.0 == "link-missing";
        assert_eq!(outside, oldest, "{}", guide.id);
        assert!(oldest || (3..=5).contains(&longest), "{} asks {longest} questions", guide.id);
    }
}

#[test]
fn a_refusal_that_was_seen_leads_to_the_office_only_for_work_that_needs_contact() {
    let mut facts = link_missing();
    facts.filed(FiledBy::Me, "11-20");
    facts.saw_status(StatusValue::Denied, seen("否認"), "11-24");
    assert_eq!(leads("denied", &[SAFE], &facts, "11-24"), "need", "that it was seen is on record");
    assert_eq!(leads("denied", &[SAFE, ("need", "inside")], &facts, "11-24"), "stay-inside");
    assert_eq!(leads("denied", &[SAFE, ("need", "outside")], &facts, "11-24"), "ask-office", "it runs");
    assert_eq!(leads("denied", &[("danger", "exchanged")], &facts, "11-24"), "stop-contact");
    assert_eq!(leads("denied", &[SAFE, ("seen", "told")], &empty(), "11-24"), "see-yourself");
}

#[test]
fn an_approval_that_was_taken_back_stops_contact_before_anything_is_asked() {
    let mut facts = link_missing();
    facts.saw_status(StatusValue::Approved, seen("承認"), "11-20");
    facts.saw_status(StatusValue::Revoked, seen("否認"), "11-24");
    assert_eq!(leads("revoked", &[("danger", "talking")], &facts, "11-24"), "stop-and-ask");
    assert_eq!(leads("revoked", &[("danger", "stopped")], &facts, "11-24"), "notice");
    assert_eq!(leads("revoked", &[("danger", "stopped"), ("notice", "yes")], &facts, "11-24"), "ask-office");
    let still = [("danger", "stopped"), ("shown", "approved")];
    assert_eq!(leads("revoked", &still, &empty(), "11-24"), "still-approved");
}

#[test]
fn a_review_is_long_once_its_last_day_is_over_and_the_record_counts_the_days() {
    let mut filed_wednesday = link_missing();
    filed_wednesday.filed(FiledBy::Me, "11-18");
    let pending = [SAFE, ("shown", "pending")];
    assert_eq!(leads("waiting-too-long", &pending, &filed_wednesday, "11-24"), "ask-office");
    // Friday; the weekend and the holiday of Monday do not count, so Wednesday the 25th is the last day.
    let mut filed_friday = link_missing();
    filed_friday.filed(FiledBy::Me, "11-20");
    assert_eq!(
        leads("waiting-too-long", &pending, &filed_friday, "11-25"),
        "over",
        "not yet known to be over"
    );
    let early = [SAFE, ("shown", "pending"), ("over", "not_yet")];
    assert_eq!(leads("waiting-too-long", &early, &filed_friday, "11-24"), "wait");
    assert_eq!(looks_again("waiting-too-long", "wait", &filed_friday, "11-24"), day("2026-11-26"));
    let blank = [SAFE, ("shown", "blank"), ("filed", "nobody")];
    assert_eq!(leads("waiting-too-long", &blank, &empty(), "11-24"), "not-filed");
}

#[test]
fn a_client_who_will_not_apply_before_a_contract_is_not_followed() {
    let mut facts = reached(empty(), Stage::Consultation, "11-18");
    let (id, contract) = (WishId(Uuid::from_u128(800)), facts.contract.id);
    let channels = vec![Channel::VideoCall];
    facts.wishes.push(Wish { id, contract, channels, when: when("11-19"), note: String::new() });
    let guide = "outside-before-contract";
    assert_eq!(leads(guide, &[SAFE], &facts, "11-24"), "applies", "a call is a meeting");
    assert_eq!(leads(guide, &[SAFE, ("applies", "wont")], &facts, "11-24"), "walk-away");
    assert_eq!(leads(guide, &[SAFE, ("applies", "will")], &facts, "11-24"), "apply");
    assert_eq!(leads(guide, &[("danger", "school")], &facts, "11-24"), "walk-away");
    assert_eq!(leads(guide, &[SAFE, ("purpose", "habit")], &empty(), "11-24"), "inside-first");
}

#[test]
fn no_tool_is_passed_without_a_request_or_a_question_to_the_office() {
    let ends = |given: &[(&str, &str)]| leads("is-this-outside-contact", given, &link_missing(), "11-24");
    assert_eq!(ends(&[SAFE, ("what", "meeting")]), "needs-request");
    assert_eq!(ends(&[SAFE, ("what", "form"), ("shows", "not")]), "ask-office");
    assert_eq!(ends(&[SAFE, ("what", "file"), ("shows", "unsure")]), "inside-instead");
    assert_eq!(ends(&[("danger", "contact")]), "contact-first");
}

#[test]
fn what_was_exchanged_early_is_stopped_even_if_it_was_approved_later() {
    let guide = "contact-already-exchanged";
    let mut facts = link_missing();
    assert_eq!(leads(guide, &[("danger", "talking")], &facts, "11-24"), "stop-contact");
    assert_eq!(leads(guide, &[("danger", "paid")], &facts, "11-24"), "paid");
    facts.filed(FiledBy::Client, "11-20");
    facts.saw_status(StatusValue::Approved, seen("承認"), "11-24");
    assert_eq!(leads(guide, &[SAFE], &facts, "11-24"), "confirm-approval");
    facts.saw_status(StatusValue::Denied, seen("否認"), "11-25");
    assert_eq!(leads(guide, &[SAFE], &facts, "11-25"), "where");
    assert_eq!(leads(guide, &[SAFE, ("where", "public")], &facts, "11-25"), "take-down");
}

#[test]
fn an_approval_of_contact_is_no_permission_to_deal() {
    let guide = "direct-deal-invited";
    let mut facts = link_missing();
    facts.saw_status(StatusValue::Approved, seen("承認"), "11-20");
    assert_eq!(leads(guide, &[SAFE, ("when", "chat")], &facts, "11-24"), "approved-not-deal");
    assert_eq!(leads(guide, &[("danger", "agreed")], &facts, "11-24"), "take-back");
    let ended = reached(facts, Stage::Completed, "11-23");
    assert_eq!(leads(guide, &[SAFE], &ended, "11-24"), "after-end", "the record knows that it has ended");
    assert_eq!(leads(guide, &[SAFE, ("when", "third"), ("third", "no")], &empty(), "11-24"), "ask-office");
}

#[test]
fn a_silent_client_is_reminded_only_between_contract_and_completion() {
    let guide = "client-silent";
    let nudged = [SAFE, ("nudged", "long"), ("reminded", "no")];
    assert_eq!(leads(guide, &nudged, &link_missing(), "11-24"), "reminder");
    let talks = reached(empty(), Stage::Consultation, "11-18");
    assert_eq!(leads(guide, &nudged, &talks, "11-24"), "nudge-only");
    let completed = reached(link_missing(), Stage::Completed, "11-23");
    assert_eq!(leads(guide, &nudged, &completed, "11-24"), "ended");
    let mut task = link_missing();
    task.contract.format = Format::Task;
    assert_eq!(leads(guide, &nudged, &task, "11-24"), "ended");
    let delivered = reached(link_missing(), Stage::Delivered, "11-17");
    assert_eq!(leads(guide, &nudged, &delivered, "11-24"), "inspect", "a week has passed");
    assert_eq!(leads(guide, &[("danger", "termination")], &delivered, "11-24"), "termination-first");
}

#[test]
fn work_begins_only_after_the_escrow_payment_was_seen() {
    let guide = "work-before-escrow";
    let work = [("danger", "work")];
    assert_eq!(leads(guide, &work, &link_missing(), "11-24"), "may-begin", "the escrow is on record");
    let contracted = reached(empty(), Stage::Contracted, "11-18");
    assert_eq!(leads(guide, &work, &contracted, "11-24"), "asked");
    assert_eq!(leads(guide, &[("danger", "work"), ("asked", "no")], &contracted, "11-24"), "ask-escrow");
    assert_eq!(leads(guide, &[("danger", "work"), ("asked", "refused")], &contracted, "11-24"), "walk-away");
    assert_eq!(leads(guide, &[("danger", "work"), ("escrow", "said")], &empty(), "11-24"), "look-first");
    assert_eq!(leads(guide, &[("danger", "pay")], &link_missing(), "11-24"), "refuse");
}

#[test]
fn an_inspection_is_asked_about_a_week_after_the_delivery_and_waited_for_before() {
    let guide = "not-inspected";
    let silent = [SAFE, ("asked", "no_answer")];
    let a_week_ago = reached(link_missing(), Stage::Delivered, "11-17");
    assert_eq!(leads(guide, &silent, &a_week_ago, "11-24"), "ask-office");
    assert_eq!(leads(guide, &silent, &a_week_ago, "11-23"), "wait", "the day before");
    let yesterday = reached(link_missing(), Stage::Delivered, "11-23");
    assert_eq!(leads(guide, &silent, &yesterday, "11-24"), "wait");
    assert_eq!(looks_again(guide, "wait", &yesterday, "11-24"), day("2026-11-30"), "a week later");
    let inspected = reached(yesterday, Stage::Inspected, "11-24");
    assert_eq!(leads(guide, &silent, &inspected, "11-24"), "already");
    assert_eq!(leads(guide, &silent, &link_missing(), "11-24"), "deliver-first");
    let mut task = a_week_ago;
    task.contract.format = Format::Task;
    assert_eq!(leads(guide, &silent, &task, "11-24"), "task");
}

#[test]
fn a_request_to_end_a_delivered_contract_is_refused_before_a_week_has_passed() {
    let guide = "termination-request";
    let delivered = reached(link_missing(), Stage::Delivered, "11-23");
    assert_eq!(leads(guide, &[SAFE, ("since", "soon")], &delivered, "11-24"), "delivered");
    assert_eq!(leads(guide, &[SAFE, ("since", "over")], &delivered, "11-24"), "over");
    let given = [SAFE, ("since", "week"), ("work", "none"), ("reason", "unknown")];
    assert_eq!(leads(guide, &given, &link_missing(), "11-24"), "ask-reason");
    assert_eq!(leads(guide, &[("danger", "outside")], &delivered, "11-24"), "decline-deal");
}

#[test]
fn a_restricted_account_keeps_what_can_be_seen_and_asks_the_office_only() {
    let guide = "account-restricted";
    let restricted = |party| {
        let mut facts = link_missing();
        let (id, contract) = (RestrictionId(Uuid::from_u128(900)), facts.contract.id);
        facts.restrictions.push(Restriction { id, contract, party, when: when("11-23"), words: None });
        facts
    };
    let mine = restricted(Party::Me);
    assert_eq!(leads(guide, &[SAFE], &mine, "11-24"), "see");
    assert_eq!(leads(guide, &[SAFE, ("see", "yes")], &mine, "11-24"), "capture");
    assert_eq!(
        leads(guide, &[SAFE], &restricted(Party::Client), "11-24"),
        "client-ask",
        "the escrow is paid"
    );
    assert_eq!(leads(guide, &[("danger", "second")], &mine, "11-24"), "no-second");
}

#[test]
fn an_office_that_is_silent_is_written_to_from_the_registered_address() {
    let guide = "office-silent";
    let mut facts = link_missing();
    facts.inquired("11-18");
    facts.inquiries[0].sender = EmailAddress::new("else@example.jp").unwrap();
    assert_eq!(leads(guide, &[SAFE], &facts, "11-24"), "resend", "the mistake of the first real case");
    facts.inquiries[0].sender = EmailAddress::new("me@example.jp").unwrap();
    assert_eq!(leads(guide, &[SAFE], &facts, "11-24"), "junk");
    assert_eq!(leads(guide, &[SAFE, ("junk", "none")], &facts, "11-24"), "second");
    assert_eq!(leads(guide, &[SAFE], &facts, "11-19"), "wait", "two business days have not passed");
    assert_eq!(looks_again(guide, "wait", &facts, "11-19"), day("2026-11-20"));
    facts.answered(InquiryResult::NoHelp, "11-24");
    assert_eq!(leads(guide, &[SAFE], &facts, "11-24"), "read-it");
}

#[test]
fn old_advice_and_other_services_are_set_apart() {
    let ends = |given: &[(&str, &str)]| leads("which-rule", given, &link_missing(), "11-24");
    assert_eq!(ends(&[SAFE, ("service", "crowdworks"), ("heard", "escrow")]), "old-rule");
    assert_eq!(ends(&[SAFE, ("service", "crowdworks"), ("heard", "before")]), "one-by-one");
    assert_eq!(ends(&[SAFE, ("service", "craudia")]), "craudia");
    assert_eq!(ends(&[("danger", "deal")]), "decline-deal");
}
