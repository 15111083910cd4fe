//! The story that must work before anything else: the link is missing, the office is asked, the request is approved.
//! Business days are those of the official calendar of 2026: Monday 23 November is a holiday.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::too_many_lines, reason = "one story is told in one piece")]

use crate::common::{Desk, asked, contract, looked, seen};
use engawa_book::inputs::{EvidenceInput, GuideAnswer, GuideStart, ReplyInput, WhatInput, WhenInput};
use engawa_book::problem::ProblemCode;
use engawa_book::views::{ContractListQuery, Direction, DueFilter, RunAt, SenderCheck, SortKey, TaskKind};
use engawa_book::{BookError, problem};
use engawa_domain::facts::{
    Channel, FactRef, FiledBy, InquiryResult, Origin, Party, Place, Seen, Stage, StatusValue,
};
use engawa_domain::guide::{AnswerFrom, Kind as QuestionKind, OptionId, QuestionId};
use engawa_domain::ids::{ContractId, InquiryId, PlatformId, RunId};
use engawa_domain::rules::DealOutside;
use engawa_domain::say::Lang;
use engawa_domain::standing::{Contact, DeadlineKind, Due, NextKind, Standing, StateName};
use engawa_words::Words;

const PLATFORM: &str = "crowdworks";

fn standing(desk: &Desk, contract: ContractId) -> Standing {
    desk.book.contract_view(contract).unwrap().standing
}

fn word(standing: &Standing) -> (StateName, Contact) {
    (standing.verdict.name(), standing.contact)
}

fn keys(standing: &Standing) -> Vec<&str> {
    standing.reasons.iter().map(|reason| reason.say.key.as_str()).collect()
}

fn everything() -> ContractListQuery {
    ContractListQuery {
        search: String::new(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Recent,
        direction: Direction::Descending,
        offset: 0,
        limit: 50,
    }
}

fn state_in_list(desk: &mut Desk) -> StateName {
    desk.book.contract_list(&everything()).unwrap().rows[0].state
}

#[test]
fn from_a_missing_link_to_contact_that_is_permitted_and_proven() {
    // 1. Five fields. The contract is made, the payment is held, the client asks for Chatwork.
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account(PLATFORM, "me@example.jp");
    let input = engawa_book::inputs::ContractInput {
        wishes: vec![Channel::Chatwork],
        wish_day: "11/20".to_owned(),
        amount: "26万4千円".to_owned(),
        delivery_due: "11/30".to_owned(),
        ..contract(
            account,
            "商品紹介文の作成（60本）",
            &[(Stage::Contracted, "11/18"), (Stage::Escrowed, "11/19")],
        )
    };
    let action = desk.action(input);
    let id = desk.book.contract_add(action).unwrap().value;
    let answer = standing(&desk, id);
    assert_eq!(word(&answer), (StateName::NotYet, Contact::No));
    assert_eq!(answer.deal_outside, DealOutside::Forbidden);
    assert_eq!(answer.rule.cite.checked.to_string(), "2026-11-23", "the rule says when it was checked");
    assert!(answer.rule.source.is_some(), "and where it stands");
    assert_eq!(
        keys(&answer)[..3],
        [
            "standing-reason-stage-contracted",
            "standing-reason-stage-escrowed",
            "standing-reason-wish-channels"
        ]
    );
    assert_eq!(answer.next[0].kind, NextKind::LookForLink);

    // 2. She looked on the site and in the app; the client sees no link either; no status is shown.
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    desk.fact(id, "11/21", looked(Party::Me, Place::App, Seen::Missing)).unwrap();
    desk.fact(id, "11/24", looked(Party::Client, Place::Web, Seen::Missing)).unwrap();
    desk.fact(id, "11/24", seen(StatusValue::Blank, "")).unwrap();
    let answer = standing(&desk, id);
    assert_eq!(word(&answer), (StateName::NotYet, Contact::No));
    let NextKind::RunGuide { guide: Some(guide) } = answer.next[0].kind.clone() else {
        panic!("the guide of the pack is next: {:?}", answer.next[0].kind)
    };
    assert_eq!(guide.0, "link-missing");
    let action =
        desk.action(GuideStart { guide, platform: PlatformId(PLATFORM.to_owned()), contract: Some(id) });
    let run = desk.book.guide_start(action).unwrap().value;
    answer_guide(&mut desk, run, "danger", "none");
    let shown = desk.book.run_view(run).unwrap();
    assert!(
        shown.answers[1..].iter().all(|answer| answer.from == AnswerFrom::Record),
        "the record answers the other checks"
    );
    let RunAt::Outcome(outcome) = shown.at else { panic!("nothing is left to ask: {:?}", shown.at) };
    assert_eq!((outcome.id.0.as_str(), outcome.look_again.to_string().as_str()), ("inquire", "2026-11-26"));
    let draft = &outcome.drafts[0];
    assert_eq!(draft.sender.as_ref().map(engawa_domain::text::EmailAddress::as_str), Some("me@example.jp"));
    assert!(
        draft.text.contains("Web（11/20(金)）、アプリ（11/21(土)）"),
        "where she looked, and when: {}",
        draft.text
    );

    // 3. She asks the office, but from another address than the registered one.
    desk.clock.set("11-24 18:42");
    let done = desk.fact(id, "", asked("other@example.jp")).unwrap();
    let told = Words::new(Lang::Ja).on("2026-11-24".parse().unwrap()).say(&done.said);
    assert!(told.contains("me@example.jp"), "the remark names the registered address: {told}");
    let first = inquiry(done.value);
    let view = desk.book.inquiries_view().unwrap();
    assert_eq!((view.waiting.len(), view.waiting[0].sender), (1, SenderCheck::Other));
    let again = view.waiting[0].write_again.as_ref().unwrap();
    assert_eq!(again.day.to_string(), "2026-11-26", "Tuesday the 24th and two business days");
    assert_eq!(standing(&desk, id).next[0].kind, NextKind::RecordReply);
    let today = desk.book.today_view().unwrap();
    assert!(today.tasks.iter().any(|task| task.kind == TaskKind::Inquiry && task.due == Due::Ahead));

    // 4. Nothing useful comes back; she writes again from the registered address, and an hour later the office answers.
    reply(&mut desk, first, InquiryResult::NoHelp);
    desk.clock.set("11-25 09:00");
    let second = inquiry(desk.fact(id, "", asked("me@example.jp")).unwrap().value);
    desk.clock.set("11-25 10:05");
    reply(&mut desk, second, InquiryResult::CanApplyNow);
    let answer = standing(&desk, id);
    assert_eq!(word(&answer), (StateName::NotYet, Contact::No), "that one may apply is no approval");
    assert_eq!(
        (answer.next[0].kind.clone(), answer.next[0].say.key.as_str()),
        (NextKind::LookForLink, "standing-next-look-again")
    );

    let RunAt::Question(asked) = desk.book.run_view(run).unwrap().at else {
        panic!("the guide goes on by itself")
    };
    assert_eq!(asked.kind, QuestionKind::Verify, "advice is followed by looking again");

    // 5. She looks again, and the link is there.
    desk.fact(id, "", looked(Party::Me, Place::Web, Seen::Visible)).unwrap();
    assert_eq!(standing(&desk, id).next[0].kind, NextKind::RecordRequest);
    let RunAt::Outcome(outcome) = desk.book.run_view(run).unwrap().at else { panic!("the record answered") };
    assert_eq!(outcome.id.0, "apply");

    // 6. She applies. Wednesday the 25th and two business days: Friday the 27th.
    let filed =
        || WhatInput::Request { by: FiledBy::Me, reason: String::new(), channels: vec![Channel::Chatwork] };
    desk.fact(id, "", filed()).unwrap();
    let answer = standing(&desk, id);
    assert_eq!(word(&answer), (StateName::Pending, Contact::No));
    let review = answer.deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::Review).unwrap();
    assert_eq!(review.day.to_string(), "2026-11-27");
    let today = "2026-11-25".parse().unwrap();
    assert_eq!(Words::new(Lang::Ja).on(today).say(&review.arithmetic), "申請 11/25(水) + 2営業日");
    let refused = desk.fact(id, "", filed()).unwrap_err();
    assert_eq!(
        problem(&refused, &Words::new(Lang::Ja), Lang::Ja).code,
        ProblemCode::NotAllowed,
        "one request for a contract"
    );

    // The review goes past its days while nothing is recorded: the table follows the calendar.
    assert_eq!(state_in_list(&mut desk), StateName::Pending);
    desk.clock.set("11-28 00:01");
    assert_eq!(state_in_list(&mut desk), StateName::Overdue);
    desk.clock.set("11-26 16:20");
    assert_eq!(state_in_list(&mut desk), StateName::Pending, "a clock that was set back is believed");

    // The client says it was approved: that is hearsay.
    let heard = WhatInput::StatusHeard { value: StatusValue::Approved, note: String::new() };
    desk.fact(id, "", heard).unwrap();
    assert_eq!(word(&standing(&desk, id)), (StateName::Ask, Contact::Ask));

    // She sees 「承認」 herself and keeps a screenshot.
    let status = desk.fact(id, "", seen(StatusValue::Approved, "承認")).unwrap().value;
    let file = desk.folder.path().join("承認.png");
    std::fs::write(&file, b"\x89PNG\r\n\x1a\nthe screen").unwrap();
    let action = desk.action(EvidenceInput {
        contract: id,
        fact: Some(status),
        path: file.display().to_string(),
        origin: Origin::Picked,
    });
    desk.book.evidence_attach(action).unwrap();
    let answer = standing(&desk, id);
    assert_eq!(word(&answer), (StateName::Approved, Contact::Yes));
    assert_eq!(answer.deal_outside, DealOutside::Forbidden, "dealing outside stays forbidden");
    assert_eq!(state_in_list(&mut desk), StateName::Approved);

    // 7. A month later, after a restart, someone asks: the chain of facts with the file and its hash.
    desk.clock.set("12-24 10:00");
    let desk = desk.again();
    let view = desk.book.contract_view(id).unwrap();
    assert_eq!(word(&view.standing), (StateName::Approved, Contact::Yes));
    let item = view.timeline.iter().find(|item| item.fact == status).unwrap();
    assert_eq!(item.evidence[0].name, "承認.png");
    // SHA-256 of the 18 bytes above, from `sha256sum`.
    assert_eq!(view.evidence[0].evidence.sha256.0, SCREENSHOT);
    assert!(view.standing.reasons.iter().any(|reason| reason.fact == Some(status)));
    assert!(desk.book.check().unwrap().is_whole());
}

const SCREENSHOT: &str = "202f563dfbf4e4feee29170186a5aa6a4e8c0f1d4b8ea569801d0f6b32cb5234";

#[test]
fn a_refusal_loses_nothing_and_an_approval_taken_back_stops_contact() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account(PLATFORM, "me@example.jp");
    let refused = desk.contract(account, "否認される契約", &[(Stage::Contracted, "11/18")]);
    desk.fact(
        refused,
        "11/20",
        WhatInput::Request { by: FiledBy::Me, reason: String::new(), channels: Vec::new() },
    )
    .unwrap();
    desk.fact(refused, "11/24", seen(StatusValue::Denied, "否認")).unwrap();
    assert_eq!(word(&standing(&desk, refused)), (StateName::Denied, Contact::No));

    let revoked = desk.contract(account, "取り消される契約", &[(Stage::Contracted, "11/16")]);
    desk.fact(
        revoked,
        "11/17",
        WhatInput::Request { by: FiledBy::Client, reason: String::new(), channels: Vec::new() },
    )
    .unwrap();
    desk.fact(revoked, "11/19", seen(StatusValue::Approved, "承認")).unwrap();
    assert_eq!(word(&standing(&desk, revoked)), (StateName::Approved, Contact::Yes));
    desk.fact(revoked, "11/24", seen(StatusValue::Denied, "否認")).unwrap();
    let answer = standing(&desk, revoked);
    assert_eq!(word(&answer), (StateName::Revoked, Contact::No));
    assert_eq!(answer.next[0].kind, NextKind::StopContact);
}

fn inquiry(fact: FactRef) -> InquiryId {
    match fact {
        FactRef::Inquiry(id) => id,
        other => panic!("an inquiry was recorded, not {other:?}"),
    }
}

fn answer_guide(desk: &mut Desk, run: RunId, question: &str, option: &str) {
    let (question, option) = (QuestionId(question.to_owned()), OptionId(option.to_owned()));
    let action = desk.action(GuideAnswer { run, question, option });
    desk.book.guide_answer(action).unwrap();
}

fn reply(desk: &mut Desk, inquiry: InquiryId, result: InquiryResult) {
    let action = desk.action(ReplyInput {
        inquiry,
        before: None,
        when: WhenInput::default(),
        result,
        text: "お調べしました。".to_owned(),
    });
    desk.book.reply_record(action).unwrap();
}

#[test]
fn what_cannot_be_read_is_named_field_by_field_in_the_users_language() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account(PLATFORM, "me@example.jp");
    let input =
        engawa_book::inputs::ContractInput { delivery_due: "11/31".to_owned(), ..contract(account, "", &[]) };
    let action = desk.action(input);
    let error: BookError = desk.book.contract_add(action).unwrap_err();
    let told = problem(&error, &Words::new(Lang::Ja).on("2026-11-24".parse().unwrap()), Lang::Ja);
    assert_eq!(told.code, ProblemCode::Field);
    assert_eq!(
        told.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(),
        ["title", "delivery_due"]
    );
    assert_eq!(told.fields[1].message, "11月は30日までです。");
    let labels: Vec<&str> = told.fields[1].offers.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(labels, ["11/30(月)にする", "12/1(火)にする"], "as the mockup of the form shows it");
    assert_eq!(desk.book.contract_list(&everything()).unwrap().all, 0, "nothing was recorded");
}
