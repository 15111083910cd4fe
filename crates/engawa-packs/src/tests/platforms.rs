//! What each service permits, as its facts say it: the stage reached and what was recorded on one side, the answer on the
//! other. Written from the sources, never from an answer of the program.

use engawa_domain::calendar::When;
use engawa_domain::facts::{ContractFacts, Format, Stage, StatusValue};
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{ConflictAbout, DealOutside, DutyWhen, Known, Operating, PlatformRules};
use engawa_domain::standing::{
    AskWhy, Contact, DraftPurpose, NextKind, Standing, StateName, Verdict, standing,
};

use super::record::{Recorded, empty, seen, when};
use crate::Packs;

/// Every service with a pack of its own.
const SERVICES: [&str; 13] = [
    "coconala",
    "craudia",
    "crowdworks",
    "fiverr",
    "freelancer",
    "lancers",
    "malt",
    "mitsumore",
    "peopleperhour",
    "sagooo",
    "shufti",
    "upwork",
    "workana",
];

pub fn rules(service: &str) -> PlatformRules {
    let packs = Packs::embedded().unwrap();
    let id = PlatformId(service.to_owned());
    assert!(packs.knows(&id), "{service}");
    packs.rules(&id).clone()
}

/// What is recorded: stages with their days, and the day of an approval that the user saw with its words.
struct Record {
    stages: &'static [(Stage, &'static str)],
    approved: Option<&'static str>,
}

const CONSULTATION: Record = Record { stages: &[(Stage::Consultation, "11-16")], approved: None };
const CONTRACTED: Record =
    Record { stages: &[(Stage::Consultation, "11-16"), (Stage::Contracted, "11-18")], approved: None };
const ESCROWED: Record =
    Record { stages: &[(Stage::Contracted, "11-18"), (Stage::Escrowed, "11-19")], approved: None };
const APPROVED_EARLY: Record = Record { stages: &[(Stage::Consultation, "11-16")], approved: Some("11-20") };
const APPROVED_CONTRACTED: Record =
    Record { stages: &[(Stage::Contracted, "11-18")], approved: Some("11-20") };
const APPROVED_ESCROWED: Record =
    Record { stages: &[(Stage::Contracted, "11-18"), (Stage::Escrowed, "11-19")], approved: Some("11-20") };
const COMPLETED: Record = Record {
    stages: &[(Stage::Contracted, "11-10"), (Stage::Escrowed, "11-11"), (Stage::Completed, "11-20")],
    approved: None,
};

impl Record {
    fn facts(&self) -> ContractFacts {
        let mut facts = empty();
        for (stage, day) in self.stages {
            facts.reached(*stage, when(day));
        }
        if let Some(day) = self.approved {
            facts.saw_status(StatusValue::Approved, seen("承認"), day);
        }
        facts
    }
}

fn answer(service: &str, facts: &ContractFacts) -> Standing {
    standing(facts, &rules(service), when("11-24"))
}

#[test]
fn every_service_of_the_facts_has_a_pack() {
    let packs = Packs::embedded().unwrap();
    let mut named: Vec<_> = packs.all().map(|pack| pack.rules.id.0.as_str()).collect();
    assert_eq!(named.pop(), Some(crate::OTHER), "the one for all others stands last");
    assert_eq!(named.first(), Some(&"crowdworks"), "the one with guides stands first");
    named.sort_unstable();
    assert_eq!(named, SERVICES);
}

#[test]
fn contact_is_permitted_where_and_when_the_facts_say_so_and_nowhere_else() {
    use Contact::{Ask, No, Yes};
    use StateName::{Approved, Forbidden, Free, NotYet, Unknown};
    for (service, reached, record, state, contact) in [
        ("crowdworks", "before the contract", &CONSULTATION, NotYet, No),
        ("crowdworks", "after the escrow", &ESCROWED, NotYet, No),
        ("crowdworks", "approved before the contract", &APPROVED_EARLY, Approved, Yes),
        ("crowdworks", "approved after the escrow", &APPROVED_ESCROWED, Approved, Yes),
        ("lancers", "before 仮払い", &CONTRACTED, NotYet, No),
        ("lancers", "after 仮払い, without the request", &ESCROWED, NotYet, No),
        ("lancers", "granted, but before 仮払い", &APPROVED_CONTRACTED, NotYet, No),
        ("lancers", "granted after 仮払い", &APPROVED_ESCROWED, Approved, Yes),
        ("coconala", "before the purchase", &CONSULTATION, Forbidden, No),
        ("coconala", "after the purchase", &ESCROWED, Forbidden, No),
        ("coconala", "with an approval recorded", &APPROVED_ESCROWED, Forbidden, No),
        ("shufti", "before 発注", &CONSULTATION, NotYet, No),
        ("shufti", "after 発注", &CONTRACTED, Free, Yes),
        ("craudia", "before the contract", &CONSULTATION, NotYet, No),
        ("craudia", "after 仮払い", &ESCROWED, NotYet, No),
        ("craudia", "granted", &APPROVED_ESCROWED, Approved, Yes),
        ("mitsumore", "before the deal", &CONSULTATION, StateName::Ask, Ask),
        ("mitsumore", "after the deal", &CONTRACTED, StateName::Ask, Ask),
        ("upwork", "before the contract", &CONSULTATION, NotYet, No),
        ("upwork", "before the contract, with an approval recorded", &APPROVED_EARLY, NotYet, No),
        ("upwork", "after the start", &CONTRACTED, Free, Yes),
        ("fiverr", "before an order", &CONSULTATION, Forbidden, No),
        ("fiverr", "after an order", &CONTRACTED, Forbidden, No),
        ("freelancer", "before the award", &CONSULTATION, Forbidden, No),
        ("freelancer", "after the award", &ESCROWED, Forbidden, No),
        (
            "malt",
            "before a contract: the rule also covers what is inferred",
            &CONSULTATION,
            StateName::Ask,
            Ask,
        ),
        ("malt", "after a contract: only inferred", &CONTRACTED, StateName::Ask, Ask),
        ("peopleperhour", "before the acceptance", &CONSULTATION, Forbidden, No),
        ("peopleperhour", "after the acceptance: the stricter page", &CONTRACTED, Forbidden, No),
        ("workana", "before the contract", &CONSULTATION, Forbidden, No),
        ("workana", "after the contract", &ESCROWED, Forbidden, No),
        ("sagooo", "an old record", &COMPLETED, Unknown, Ask),
    ] {
        let answer = answer(service, &record.facts());
        assert_eq!((answer.verdict.name(), answer.contact), (state, contact), "{service}, {reached}");
    }
}

#[test]
fn where_a_stage_opened_contact_its_end_leads_to_asking() {
    for service in ["shufti", "upwork"] {
        let verdict = answer(service, &COMPLETED.facts()).verdict;
        assert_eq!(verdict, Verdict::Ask { why: AskWhy::AfterEnd }, "{service}");
    }
}

#[test]
fn dealing_outside_is_permitted_nowhere_and_not_known_only_where_the_facts_leave_it_open() {
    for service in SERVICES {
        let expected = match service {
            "mitsumore" | "sagooo" => DealOutside::Unknown,
            _ => DealOutside::Forbidden,
        };
        for record in [&CONSULTATION, &CONTRACTED, &APPROVED_ESCROWED, &COMPLETED] {
            assert_eq!(answer(service, &record.facts()).deal_outside, expected, "{service}");
        }
    }
    for pack in Packs::embedded().unwrap().all() {
        let earlier = pack.rules.earlier.iter().filter_map(|earlier| earlier.deal_outside.as_ref());
        for deal in earlier.chain([&pack.rules.deal_outside]) {
            assert_ne!(deal.permitted, DealOutside::Permitted, "{}", pack.rules.id.0);
        }
    }
}

#[test]
fn exempt_purposes_are_shown_beside_the_answer_from_the_stage_the_facts_name() {
    let keys = |service: &str, record: &Record| -> Vec<String> {
        answer(service, &record.facts()).exemptions.into_iter().map(|exempt| exempt.id).collect()
    };
    assert_eq!(keys("upwork", &CONSULTATION), ["enterprise", "legal", "system"]);
    assert!(keys("upwork", &CONTRACTED).is_empty(), "contact itself is open then");
    assert_eq!(keys("coconala", &CONSULTATION), ["video-chat"]);
    assert_eq!(keys("coconala", &CONTRACTED), ["video-chat"]);
    assert_eq!(keys("lancers", &CONSULTATION), ["own-tools"]);
    assert!(keys("fiverr", &CONSULTATION).is_empty(), "both belong to an order");
    assert_eq!(keys("fiverr", &CONTRACTED), ["order-data", "large-files"]);
    assert!(keys("freelancer", &CONSULTATION).is_empty(), "only once awarded");
    assert_eq!(keys("freelancer", &CONTRACTED), ["recruiter"]);
    assert_eq!(keys("workana", &CONSULTATION), ["recruiter"]);
    assert_eq!(keys("malt", &CONSULTATION), ["before-contract"]);
    assert!(keys("shufti", &CONSULTATION).is_empty(), "personal data only after 発注");
    assert!(keys("crowdworks", &ESCROWED).is_empty(), "no exempt purpose is known");
    assert!(keys("craudia", &ESCROWED).is_empty(), "no exempt purpose is known");
}

#[test]
fn where_only_the_client_may_file_the_worker_asks_and_the_seller_files() {
    let first = |format: Format| {
        let mut facts = ESCROWED.facts();
        facts.contract.format = format;
        answer("craudia", &facts).next.remove(0).kind
    };
    for format in [Format::Fixed, Format::Hourly, Format::Task, Format::Competition] {
        assert!(
            matches!(first(format), NextKind::OpenDraft { purpose: DraftPurpose::AskClient, .. }),
            "{format:?}"
        );
    }
    assert_eq!(first(Format::Listing), NextKind::LookForLink);
}

#[test]
fn where_nobody_published_who_may_file_support_is_asked() {
    let next = answer("lancers", &ESCROWED.facts()).next;
    assert!(next.iter().any(|step| step.kind == NextKind::AskOffice), "{next:?}");
    let request = rules("lancers").request.unwrap();
    assert_eq!((request.who_may_file, request.limit), (Known::Unknown, Known::Unknown));
    assert_eq!(request.review, Known::Unknown);
}

#[test]
fn what_was_said_outside_is_to_be_written_back_where_only_the_record_inside_is_proof() {
    for service in ["mitsumore", "peopleperhour", "crowdworks"] {
        let write_back = |facts: &ContractFacts| {
            let duties = answer(service, facts).duties;
            duties.iter().any(|duty| duty.when == DutyWhen::AfterContactOutside)
        };
        let mut facts = CONTRACTED.facts();
        assert!(!write_back(&facts), "{service}: nothing was said outside yet");
        facts.talked_outside("11-20");
        assert!(write_back(&facts), "{service}");
    }
}

#[test]
fn where_two_official_pages_disagree_the_stricter_applies_and_both_are_shown() {
    for (service, record, applied, other) in [
        (
            "lancers",
            &ESCROWED,
            "https://www.lancers.jp/faq/l1028/770",
            "https://www.lancers.jp/faq/l1036/598",
        ),
        (
            "peopleperhour",
            &CONTRACTED,
            "https://support.peopleperhour.com/hc/en-us/articles/17825988320785",
            "https://support.peopleperhour.com/hc/en-us/articles/205218197",
        ),
    ] {
        let answer = answer(service, &record.facts());
        assert_eq!(answer.contact, Contact::No, "{service}");
        assert_eq!(answer.rule.conflicts.len(), 1, "{service}");
        let shown: Vec<_> =
            answer.rule.conflicts[0].sources.iter().map(|source| source.address.as_str()).collect();
        assert_eq!(shown, [applied, other], "{service}");
    }
    let upwork = rules("upwork");
    let penalty = upwork.conflicts_about(ConflictAbout::Penalty).next().unwrap();
    assert_eq!(penalty.applied.0, "help-penalty-strict", "immediate and permanent");
}

#[test]
fn an_old_day_is_judged_by_the_rule_of_that_day() {
    let on = |service: &str, stage: Stage, reached: &str, day: &str| {
        let mut facts = empty();
        facts.reached(stage, When::on(reached.parse().unwrap()));
        standing(&facts, &rules(service), When::on(day.parse().unwrap())).verdict.name()
    };
    assert_eq!(on("crowdworks", Stage::Escrowed, "2020-10-01", "2020-10-19"), StateName::Free);
    assert_eq!(on("crowdworks", Stage::Escrowed, "2020-10-01", "2020-10-20"), StateName::NotYet);
    assert_eq!(on("crowdworks", Stage::Contracted, "2020-10-01", "2020-10-19"), StateName::NotYet);
    assert_eq!(on("upwork", Stage::Contracted, "2020-06-01", "2020-06-25"), StateName::Unknown);
    assert_eq!(on("upwork", Stage::Contracted, "2020-06-01", "2020-06-26"), StateName::Free);
}

#[test]
fn a_service_that_ended_says_so_and_no_other_does() {
    for service in SERVICES {
        let operating = rules(service).operating;
        if service == "sagooo" {
            assert!(
                matches!(operating, Operating::Ended { last_day, .. } if last_day == "2024-03-31".parse().unwrap())
            );
        } else {
            assert_eq!(operating, Operating::Open, "{service}");
        }
    }
}

#[test]
fn a_service_abroad_admits_that_its_zone_is_not_known() {
    for service in SERVICES {
        let rules = rules(service);
        let admits = rules.unknowns.iter().any(|unknown| unknown.id == "zone");
        assert_eq!(
            (rules.zone == "UTC", admits),
            (rules.zone != "Asia/Tokyo", rules.zone == "UTC"),
            "{service}"
        );
    }
}
