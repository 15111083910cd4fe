//! 手引きの図: a guide of the packs at one look, and the way of a run on it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, looked};
use engawa_book::inputs::{GuideAnswer, GuideStart, GuidesOf};
use engawa_book::views::{GuideBrief, GuideDrawing};
use engawa_domain::facts::{Party, Place, Seen, Stage};
use engawa_domain::guide::{DrawnBy, GuideId, NodeId, OptionId, OutcomeId, QuestionId};
use engawa_domain::ids::{ContractId, PlatformId, RunId};
use engawa_domain::say::Lang;
use engawa_words::Words;

fn platform() -> PlatformId {
    PlatformId("crowdworks".to_owned())
}

fn link_missing() -> GuideId {
    GuideId("link-missing".to_owned())
}

fn started(desk: &mut Desk, contract: Option<ContractId>) -> RunId {
    let action = desk.action(GuideStart { guide: link_missing(), platform: platform(), contract });
    desk.book.guide_start(action).unwrap().value
}

fn answered(desk: &mut Desk, run: RunId, question: &str, option: &str) {
    let action = desk.action(GuideAnswer {
        run,
        question: QuestionId(question.to_owned()),
        option: OptionId(option.to_owned()),
    });
    desk.book.guide_answer(action).unwrap();
}

/// The answers on the marked way, in its order.
fn way(drawing: &GuideDrawing) -> Vec<&str> {
    let edges = drawing.walked.as_ref().unwrap().edges.iter();
    edges
        .filter_map(|at| match &drawing.graph.edges[usize::try_from(*at).unwrap()].by {
            DrawnBy::Answer { option, .. } => Some(option.0.as_str()),
            DrawnBy::LookAgain { .. } | DrawnBy::NotPermitted => None,
        })
        .collect()
}

/// Every guide once: those written for the first service, and those that another borrows.
fn guides(desk: &Desk) -> Vec<GuideBrief> {
    let of = |service: &str| {
        let service = Some(PlatformId(service.to_owned()));
        desk.book.guide_list(&GuidesOf { service, contract: None }).unwrap().guides
    };
    of("crowdworks").into_iter().chain(of("malt")).collect()
}

#[test]
fn a_drawing_has_the_title_and_as_many_paths_as_were_proven() {
    let desk = Desk::at("11-24 14:05");
    let drawn = guides(&desk).into_iter().map(|guide| {
        let drawing = desk.book.guide_drawing(&guide.platform, &guide.id, None).unwrap();
        assert_eq!((&drawing.guide, drawing.walked), (&guide, None));
        drawing.guide.paths
    });
    let promised = desk.book.app_start().unwrap().paths_proven;
    assert_eq!(drawn.sum::<u32>(), promised, "the drawings show what the list promises");
}

#[test]
fn a_guide_written_for_every_service_is_drawn_with_the_names_and_the_rule_of_the_one_it_is_read_for() {
    let desk = Desk::at("11-24 14:05");
    for guide in guides(&desk) {
        let graph = desk.book.guide_drawing(&guide.platform, &guide.id, None).unwrap().graph;
        for node in graph.nodes {
            assert!(!node.text.ja.contains(['{', '}']), "{}: {}", guide.id, node.text.ja);
            assert!(!node.text.en.contains(['{', '}']), "{}: {}", guide.id, node.text.en);
        }
    }
}

#[test]
fn the_way_of_a_run_is_marked_with_what_the_record_answered() {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let contract = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/19")]);
    desk.fact(contract, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    let run = started(&mut desk, Some(contract));
    let drawing = desk.book.guide_drawing(&platform(), &link_missing(), Some(run)).unwrap();
    assert_eq!(way(&drawing), Vec::<&str>::new());
    answered(&mut desk, run, "danger", "none");
    let drawing = desk.book.guide_drawing(&platform(), &link_missing(), Some(run)).unwrap();
    assert_eq!(way(&drawing), ["none", "thread", "running"], "the record knows the screen and the stage");
    assert_eq!(drawing.walked.unwrap().at, NodeId::Question(QuestionId("status".to_owned())));
}

#[test]
fn an_outcome_to_talk_outside_is_passed_by_while_contact_is_not_permitted() {
    let mut desk = Desk::at("11-24 14:05");
    let run = started(&mut desk, None);
    for (question, option) in
        [("danger", "none"), ("screen", "thread"), ("stage", "running"), ("status", "approved")]
    {
        answered(&mut desk, run, question, option);
    }
    let drawing = desk.book.guide_drawing(&platform(), &link_missing(), Some(run)).unwrap();
    let walked = drawing.walked.unwrap();
    assert_eq!(walked.at, NodeId::Outcome(OutcomeId("confirm-approval".to_owned())));
    let last = &drawing.graph.edges[usize::try_from(*walked.edges.last().unwrap()).unwrap()];
    assert_eq!(
        (&last.from, &last.by),
        (&NodeId::Outcome(OutcomeId("exchange".to_owned())), &DrawnBy::NotPermitted)
    );
}

#[test]
fn a_run_of_another_guide_marks_nothing_and_a_guide_that_is_not_there_is_refused() {
    let mut desk = Desk::at("11-24 14:05");
    let run = started(&mut desk, None);
    let denied = GuideId("denied".to_owned());
    assert_eq!(desk.book.guide_drawing(&platform(), &denied, Some(run)).unwrap().walked, None);
    assert!(desk.book.guide_drawing(&platform(), &GuideId("none".to_owned()), None).is_err());
}

#[test]
fn what_the_record_knows_is_said_on_every_drawing_in_both_languages() {
    let desk = Desk::at("11-24 14:05");
    let mut said = 0;
    for guide in guides(&desk) {
        for edge in desk.book.guide_drawing(&guide.platform, &guide.id, None).unwrap().graph.edges {
            let known = match edge.by {
                DrawnBy::Answer { known, .. } => known,
                DrawnBy::LookAgain { known, .. } => known.into_iter().collect(),
                DrawnBy::NotPermitted => Vec::new(),
            };
            for say in known {
                said += 1;
                for lang in [Lang::Ja, Lang::En] {
                    Words::new(lang).try_say(&say).unwrap_or_else(|unsaid| panic!("{say:?}: {unsaid:?}"));
                }
            }
        }
    }
    assert!(said > 50, "only {said} facts were found");
}
