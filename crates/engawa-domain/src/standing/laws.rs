//! The laws of the standing, for every combination of facts that can be recorded.

use proptest::prelude::*;

use super::samples::{contract_id, facts, rules};
use super::{Allowance, ApprovalSeen, Contact, NextKind, Verdict, allowance, judge, standing};
use crate::calendar::{ClockTime, Day, When};
use crate::facts::{
    ContactRequest, ContractFacts, FiledBy, Format, Inquiry, InquiryReply, InquiryResult, LinkSighting,
    Party, Place, Restriction, Seen, Shown, Stage, StageEvent, StatusSeen, StatusValue, Witness,
};
use crate::ids::{InquiryId, RequestId, RestrictionId, SightingId, StageEventId, StatusId};
use crate::rules::{Confidence, Filers, Known, PlatformRules, Shape};
use crate::text::{EmailAddress, Words};
use uuid::Uuid;

/// A short span of days and few times, so that ties are common.
fn a_when() -> impl Strategy<Value = When> {
    (16..=27_i8, proptest::option::of(8..=10_i8)).prop_map(|(day, hour)| When {
        day: Day::new(2026, 11, day).unwrap(),
        time: hour.map(|hour| ClockTime::new(hour, 0, 0).unwrap()),
    })
}

fn an_id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

fn a_stage() -> impl Strategy<Value = Stage> {
    proptest::sample::select(Stage::ALL.to_vec())
}

fn a_party() -> impl Strategy<Value = Party> {
    prop_oneof![Just(Party::Me), Just(Party::Client)]
}

fn a_witness() -> impl Strategy<Value = Witness> {
    prop_oneof![
        Just(Witness::Me { words: Some(Words::new("承認").unwrap()), shown: Shown::Web }),
        Just(Witness::Me { words: None, shown: Shown::App }),
        Just(Witness::ToldByClient),
    ]
}

fn a_status() -> impl Strategy<Value = StatusSeen> {
    (an_id(), proptest::sample::select(StatusValue::ALL.to_vec()), a_witness(), a_when()).prop_map(
        |(id, value, witness, when)| StatusSeen {
            id: StatusId(id),
            contract: contract_id(3),
            value,
            witness,
            when,
            note: String::new(),
        },
    )
}

fn a_stage_event() -> impl Strategy<Value = StageEvent> {
    (an_id(), a_stage(), a_when()).prop_map(|(id, stage, when)| StageEvent {
        id: StageEventId(id),
        contract: contract_id(3),
        stage,
        when,
        note: String::new(),
    })
}

fn a_request() -> impl Strategy<Value = ContactRequest> {
    let by = prop_oneof![Just(FiledBy::Me), Just(FiledBy::Client), Just(FiledBy::Unknown)];
    (an_id(), by, a_when()).prop_map(|(id, by, when)| ContactRequest {
        id: RequestId(id),
        contract: contract_id(3),
        by,
        when,
        reason: String::new(),
        channels: Vec::new(),
    })
}

fn a_sighting() -> impl Strategy<Value = LinkSighting> {
    let place = prop_oneof![Just(Place::Web), Just(Place::App)];
    let seen = prop_oneof![Just(Seen::Visible), Just(Seen::Missing)];
    (an_id(), a_party(), place, seen, a_when()).prop_map(|(id, looker, place, seen, when)| LinkSighting {
        id: SightingId(id),
        contract: contract_id(3),
        looker,
        place,
        seen,
        when,
        note: String::new(),
    })
}

fn an_inquiry() -> impl Strategy<Value = Inquiry> {
    let result = prop_oneof![
        Just(InquiryResult::CanApplyNow),
        Just(InquiryResult::AskedForMore),
        Just(InquiryResult::Refused),
        Just(InquiryResult::NoHelp),
    ];
    (an_id(), a_when(), proptest::option::of((a_when(), result))).prop_map(|(id, sent, reply)| Inquiry {
        id: InquiryId(id),
        contract: contract_id(3),
        entrance: "faq".to_owned(),
        sender: EmailAddress::new("writer@example.jp").unwrap(),
        body: String::new(),
        sent,
        reply: reply.map(|(when, result)| InquiryReply { when, result, text: String::new() }),
    })
}

fn a_restriction() -> impl Strategy<Value = Restriction> {
    (an_id(), a_party(), a_when()).prop_map(|(id, party, when)| Restriction {
        id: RestrictionId(id),
        contract: contract_id(3),
        party,
        when,
        words: None,
    })
}

fn some_facts() -> impl Strategy<Value = ContractFacts> {
    use proptest::collection::vec;
    (
        vec(a_stage_event(), 0..5),
        vec(a_sighting(), 0..4),
        vec(a_request(), 0..3),
        vec(a_status(), 0..5),
        vec(an_inquiry(), 0..3),
        vec(a_restriction(), 0..2),
        proptest::sample::select(Format::ALL.to_vec()),
    )
        .prop_map(|(stages, sightings, requests, statuses, inquiries, restrictions, format)| {
            let mut all =
                ContractFacts { stages, sightings, requests, statuses, inquiries, restrictions, ..facts() };
            all.contract.format = format;
            all
        })
}

fn a_shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        3 => Just(Shape::Approval),
        2 => a_stage().prop_map(|gate| Shape::GateAndApproval { gate }),
        2 => a_stage().prop_map(|gate| Shape::Gate { gate }),
        1 => Just(Shape::Forbidden),
        1 => Just(Shape::Free),
        1 => Just(Shape::NotKnown),
    ]
}

fn some_rules() -> impl Strategy<Value = PlatformRules> {
    let known = || prop_oneof![Just(Known::Unknown), Just(Known::Known(true)), Just(Known::Known(false))];
    let limit = prop_oneof![Just(Known::Unknown), (1..3_u32).prop_map(Known::Known)];
    let filers = prop_oneof![
        Just(Known::Unknown),
        Just(Known::Known(Filers::either_side())),
        Just(Known::Known(Filers { worker: vec![Party::Client], seller: vec![Party::Me] })),
    ];
    let confidence = proptest::sample::select(vec![
        Confidence::None,
        Confidence::Inferred,
        Confidence::Low,
        Confidence::Medium,
        Confidence::High,
    ]);
    let parts = (a_shape(), known(), known(), limit, filers, confidence);
    parts.prop_map(|(shape, survives_contract, survives_end, limit, filers, confidence)| {
        let mut rules = rules(shape);
        rules.contact.cite.confidence = confidence;
        if let Some(request) = rules.request.as_mut() {
            (request.survives_contract, request.survives_end, request.limit) =
                (survives_contract, survives_end, limit);
            request.who_may_file = filers;
        }
        rules
    })
}

/// Every fact that could speak against contact, added at any date.
#[derive(Debug, Clone)]
enum Against {
    Status(StatusSeen),
    Restriction(Restriction),
    End(StageEvent),
}

fn a_fact_against() -> impl Strategy<Value = Against> {
    prop_oneof![
        a_status()
            .prop_filter("speaks against", |s| s.value != StatusValue::Approved)
            .prop_map(Against::Status),
        a_restriction().prop_map(Against::Restriction),
        a_stage_event()
            .prop_filter("ends the contract", |event| event.stage.ends_contract())
            .prop_map(Against::End),
    ]
}

fn the_gate(shape: Shape) -> Option<Stage> {
    match shape {
        Shape::Gate { gate } | Shape::GateAndApproval { gate } => Some(gate),
        Shape::Approval | Shape::Forbidden | Shape::Free | Shape::NotKnown => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn yes_needs_an_approval_that_the_user_saw_with_its_words(facts in some_facts(), rules in some_rules(), now in a_when()) {
        let needs_approval = match rules.contact.shape {
            Shape::Approval | Shape::GateAndApproval { .. } => true,
            Shape::Gate { .. } | Shape::Free => false,
            Shape::Forbidden | Shape::NotKnown => {
                prop_assert_ne!(judge(&facts, &rules, now).contact(), Contact::Yes, "never permitted by such a rule");
                false
            }
        };
        if needs_approval && judge(&facts, &rules, now).contact() == Contact::Yes {
            let ground = facts.statuses.iter().any(|status| {
                ApprovalSeen::of(facts.contract.id, status).is_some() && !status.when.strictly_after(&now)
            });
            prop_assert!(ground, "permitted without an approval that was seen");
        }
    }

    #[test]
    fn a_rule_alone_permits_nothing_that_rests_on_less_than_a_named_source(
        facts in some_facts(), rules in some_rules(), now in a_when()
    ) {
        if let Verdict::Free { .. } = judge(&facts, &rules, now) {
            prop_assert!(rules.contact.cite.confidence >= Confidence::Medium);
        }
    }

    #[test]
    fn adding_a_fact_that_speaks_against_contact_never_makes_it_greener(
        facts in some_facts(), rules in some_rules(), now in a_when(), against in a_fact_against()
    ) {
        if let Against::End(event) = &against {
            prop_assume!(Some(event.stage) != the_gate(rules.contact.shape));
        }
        let before = judge(&facts, &rules, now).contact();
        let mut worse = facts;
        match against {
            Against::Status(status) => worse.statuses.push(status),
            Against::Restriction(restriction) => worse.restrictions.push(restriction),
            Against::End(event) => worse.stages.push(event),
        }
        prop_assert!(judge(&worse, &rules, now).contact() <= before);
    }

    #[test]
    fn taking_away_a_fact_that_speaks_for_contact_never_makes_it_greener(
        facts in some_facts(), rules in some_rules(), now in a_when()
    ) {
        let before = judge(&facts, &rules, now).contact();
        for (n, status) in facts.statuses.iter().enumerate() {
            if status.value == StatusValue::Approved {
                let mut less = facts.clone();
                less.statuses.remove(n);
                prop_assert!(judge(&less, &rules, now).contact() <= before);
            }
        }
        for (n, event) in facts.stages.iter().enumerate() {
            if Some(event.stage) == the_gate(rules.contact.shape) && !event.stage.ends_contract() {
                // A 契約 also puts an earlier approval in doubt, so taking it away speaks both ways where both matter.
                let both_ways = matches!(rules.contact.shape, Shape::GateAndApproval { .. })
                    && !matches!(event.stage, Stage::Consultation | Stage::Terms);
                let mut less = facts.clone();
                less.stages.remove(n);
                prop_assert!(both_ways || judge(&less, &rules, now).contact() <= before);
            }
        }
    }

    #[test]
    fn hearsay_alone_is_never_yes(facts in some_facts(), gate in proptest::option::of(a_stage()), now in a_when()) {
        let rules = rules(gate.map_or(Shape::Approval, |gate| Shape::GateAndApproval { gate }));
        let mut heard = facts;
        for status in &mut heard.statuses {
            status.witness = Witness::ToldByClient;
        }
        prop_assert_ne!(judge(&heard, &rules, now).contact(), Contact::Yes);
    }

    #[test]
    fn a_refusal_surely_after_every_approval_closes_contact(facts in some_facts(), rules in some_rules(), now in a_when()) {
        let mut refused = facts;
        let when = When::on(Day::new(2026, 11, 28).unwrap());
        let witness = Witness::Me { words: Some(Words::new("否認").unwrap()), shown: Shown::Web };
        let id = StatusId(Uuid::from_u128(1));
        refused.statuses.push(StatusSeen {
            id, contract: contract_id(3), value: StatusValue::Denied, witness, when, note: String::new(),
        });
        prop_assert_eq!(judge(&refused, &rules, now).contact(), Contact::No);
    }

    #[test]
    fn facts_of_another_contract_permit_nothing(facts in some_facts(), rules in some_rules(), now in a_when()) {
        prop_assume!(rules.contact.shape != Shape::Free);
        let mut others = facts;
        for status in &mut others.statuses {
            status.contract = contract_id(99);
        }
        for event in &mut others.stages {
            event.contract = contract_id(99);
        }
        prop_assert_ne!(judge(&others, &rules, now).contact(), Contact::Yes);
    }

    #[test]
    fn a_second_request_is_never_offered(facts in some_facts(), rules in some_rules(), now in a_when()) {
        let offered = standing(&facts, &rules, now).next.iter().any(|step| step.kind == NextKind::RecordRequest);
        if offered {
            prop_assert_eq!(allowance(&facts, &rules), Allowance::Open);
        }
        if rules.request.as_ref().is_some_and(|rule| rule.limit == Known::Known(1)) && !facts.requests.is_empty() {
            prop_assert!(!offered, "whoever filed the first one");
        }
    }

    #[test]
    fn there_is_always_an_answer_with_a_way_on(facts in some_facts(), rules in some_rules(), now in a_when()) {
        let standing = standing(&facts, &rules, now);
        prop_assert_eq!(standing.contact, standing.verdict.contact());
        prop_assert!(!standing.next.is_empty());
        prop_assert!(!standing.reasons.is_empty());
        prop_assert!(standing.deadlines.is_sorted_by_key(|deadline| deadline.day));
    }

    #[test]
    fn the_order_in_which_facts_were_written_down_does_not_matter(facts in some_facts(), rules in some_rules(), now in a_when()) {
        let mut other = facts.clone();
        other.stages.reverse();
        other.sightings.reverse();
        other.requests.reverse();
        other.statuses.reverse();
        other.inquiries.reverse();
        other.restrictions.reverse();
        prop_assert_eq!(judge(&facts, &rules, now), judge(&other, &rules, now));
        prop_assert_eq!(standing(&facts, &rules, now).next, standing(&other, &rules, now).next);
    }
}

#[test]
fn every_stage_format_and_status_has_an_answer_under_every_shape() {
    use super::samples::{Recorded, when};
    let mut answers = 0;
    for gate in Stage::ALL {
        for shape in [
            Shape::Approval,
            Shape::GateAndApproval { gate },
            Shape::Gate { gate },
            Shape::Forbidden,
            Shape::Free,
            Shape::NotKnown,
        ] {
            for stage in Stage::ALL {
                for format in Format::ALL {
                    for value in StatusValue::ALL {
                        for recorded in [
                            facts().saw(value, "表示", "11-20"),
                            facts().saw_without_words(value, "11-20"),
                            facts().heard(value, "11-20"),
                        ] {
                            let mut all = recorded.stage(stage, "11-18");
                            all.contract.format = format;
                            assert!(!standing(&all, &rules(shape), when("11-24")).next.is_empty());
                            answers += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(answers, 12 * 6 * 12 * 6 * 6 * 3);
}
