//! Defects seeded into the guide, one kind after the other: each is caught, and by its name.

use std::collections::BTreeSet;

use engawa_domain::draft::DraftId;
use engawa_domain::facts::Stage;
use engawa_domain::guide::{
    Act, DraftUse, Guide, Kind, KnownAs, KnownFrom, NodeId, OptionId, Outcome, OutcomeId, Question,
    QuestionId, RecordDate, RecordFact, Urgency,
};
use engawa_domain::ids::PlatformId;
use engawa_domain::rules::{Confidence, SourceId, Text};

use super::story::{crowdworks, link_missing_guide};
use crate::prove::{self, DefectKind};
use crate::{Pack, Packs};

type Seed = fn(&mut Guide, &mut Pack);

fn question<'a>(guide: &'a mut Guide, id: &str) -> &'a mut Question {
    guide.questions.iter_mut().find(|question| question.id.0 == id).unwrap()
}

fn outcome<'a>(guide: &'a mut Guide, id: &str) -> &'a mut Outcome {
    guide.outcomes.iter_mut().find(|outcome| outcome.id.0 == id).unwrap()
}

fn lead(guide: &mut Guide, from: &str, option: usize, to: NodeId) {
    question(guide, from).options[option].to = to;
}

fn q(id: &str) -> NodeId {
    NodeId::Question(QuestionId(id.to_owned()))
}

fn o(id: &str) -> NodeId {
    NodeId::Outcome(OutcomeId(id.to_owned()))
}

fn draft(id: &str) -> DraftUse {
    DraftUse { draft: DraftId(id.to_owned()), when: Text { ja: "文案".to_owned(), en: "draft".to_owned() } }
}

const SEEDS: &[(DefectKind, Seed)] = &[
    (DefectKind::QuestionTwice, |guide, _| {
        guide.questions.push(guide.questions[1].clone());
    }),
    (DefectKind::OutcomeTwice, |guide, _| {
        guide.outcomes.push(guide.outcomes[1].clone());
    }),
    (DefectKind::OptionTwice, |guide, _| {
        let again = question(guide, "look").options[0].clone();
        question(guide, "look").options.push(again);
    }),
    (DefectKind::StartsNowhere, |guide, _| {
        guide.start = QuestionId("gone".to_owned());
    }),
    (DefectKind::SkipsNowhere, |guide, _| {
        guide.skip_to = OutcomeId("gone".to_owned());
    }),
    (DefectKind::SkipsOutside, |guide, _| {
        guide.skip_to = OutcomeId("exchange".to_owned());
    }),
    (DefectKind::LeadsNowhere, |guide, _| {
        lead(guide, "look", 0, o("gone"));
    }),
    (DefectKind::LeadsNowhere, |guide, _| {
        lead(guide, "look", 0, q("gone"));
    }),
    (DefectKind::LeadsNowhere, |guide, _| {
        guide.outcomes.retain(|outcome| outcome.id.0 != "denied");
    }),
    (DefectKind::DeadEnd, |guide, _| {
        question(guide, "client").options.clear();
    }),
    (DefectKind::DeadEnd, |guide, _| {
        question(guide, "client").options.truncate(1);
    }),
    (DefectKind::QuestionUnreachable, |guide, _| {
        lead(guide, "look", 1, o("inquire"));
    }),
    (DefectKind::OutcomeUnreachable, |guide, _| {
        lead(guide, "screen", 3, o("no-thread"));
    }),
    (DefectKind::Cycle, |guide, _| lead(guide, "look", 0, q("screen"))),
    (DefectKind::Cycle, |guide, _| lead(guide, "look", 0, q("look"))),
    (DefectKind::Cycle, |guide, _| {
        outcome(guide, "waiting").look_again.resume_at = Some(QuestionId("reply".to_owned()));
    }),
    (DefectKind::NoDangerFirst, |guide, _| {
        question(guide, "danger").kind = Kind::Check;
    }),
    (DefectKind::DangerLate, |guide, _| {
        question(guide, "client").kind = Kind::Danger;
    }),
    (DefectKind::VerifyEarly, |guide, _| {
        lead(guide, "look", 0, q("verify"));
    }),
    (DefectKind::TooLong, |guide, _| {
        let mut more = question(guide, "look_other").clone();
        more.id = QuestionId("more".to_owned());
        lead(guide, "look_other", 0, q("more"));
        guide.questions.push(more);
    }),
    (DefectKind::NoSource, |guide, _| {
        question(guide, "status").cites.clear();
    }),
    (DefectKind::NoSource, |guide, _| {
        outcome(guide, "task").cites.clear();
    }),
    (DefectKind::NoSource, |guide, _| {
        guide.estimates[0].sources.clear();
    }),
    (DefectKind::NoSuchSource, |guide, _| {
        outcome(guide, "task").cites[0].source = SourceId("gone".to_owned());
    }),
    (DefectKind::NoSuchSource, |_, pack| {
        pack.rules.sources.remove(&SourceId("faq-10562".to_owned()));
    }),
    (DefectKind::AssertedUnknown, |guide, _| {
        outcome(guide, "denied").cites[0].confidence = Confidence::None;
    }),
    (DefectKind::AssertedUnknown, |guide, _| {
        guide.estimates[1].confidence = Confidence::None;
    }),
    (DefectKind::TooSure, |guide, _| {
        guide.estimates[4].sources = vec![SourceId("report-missing-link".to_owned())];
        guide.estimates[4].confidence = Confidence::High;
    }),
    (DefectKind::NoSteps, |guide, _| {
        outcome(guide, "denied").steps.clear();
    }),
    (DefectKind::NoLookAgain, |guide, _| {
        outcome(guide, "inquire").look_again.business_days = 0;
    }),
    (DefectKind::DangerCalm, |guide, _| {
        outcome(guide, "stop-contact").urgency = Urgency::Calm;
    }),
    (DefectKind::NoCarefulOutcome, |guide, _| {
        outcome(guide, "exchange").unless_permitted = None;
    }),
    (DefectKind::NoCarefulOutcome, |guide, _| {
        outcome(guide, "client-filed").act = Act::ContactOutside;
    }),
    (DefectKind::NotCareful, |guide, _| {
        outcome(guide, "exchange").unless_permitted = Some(OutcomeId("gone".to_owned()));
    }),
    (DefectKind::NotCareful, |guide, _| {
        outcome(guide, "confirm-approval").act = Act::ContactOutside;
    }),
    (DefectKind::ResumesNowhere, |guide, _| {
        outcome(guide, "inquire").look_again.resume_at = Some(QuestionId("gone".to_owned()));
    }),
    (DefectKind::ResumesWithoutQuestion, |guide, _| {
        outcome(guide, "inquire").look_again.resume_at = None;
    }),
    (DefectKind::ResumesWithoutVerify, |guide, _| {
        question(guide, "reply").kind = Kind::Check;
    }),
    (DefectKind::KnownNowhere, |guide, _| {
        question(guide, "client").options[0].id = OptionId("neither".to_owned());
    }),
    (DefectKind::KnownTwice, |guide, _| {
        let fact = RecordFact::InquiryWaiting;
        let known =
            ["waiting", "no_help"].map(|option| KnownAs { option: OptionId(option.to_owned()), fact });
        question(guide, "reply").known_from = Some(KnownFrom(known.to_vec()));
    }),
    (DefectKind::NoSuchDraft, |guide, _| {
        outcome(guide, "denied").drafts.push(draft("gone"));
    }),
    (DefectKind::NoSuchDraft, |_, pack| {
        pack.drafts.retain(|draft| draft.id.0 != "holding");
    }),
    (DefectKind::DraftTooEarly, |guide, _| {
        outcome(guide, "pending").drafts.push(draft("exchange-contact"));
    }),
    (DefectKind::FigureWithoutPlaces, |_, pack| {
        pack.rules.request.as_mut().unwrap().places.clear();
    }),
    (DefectKind::EstimateOfNothing, |guide, _| {
        guide.estimates[4].when.insert(QuestionId("gone".to_owned()), vec![OptionId("none".to_owned())]);
    }),
    (DefectKind::EstimateOfNothing, |guide, _| {
        guide.estimates[4].when.insert(QuestionId("client".to_owned()), vec![OptionId("gone".to_owned())]);
    }),
    (DefectKind::NoEstimate, |guide, _| {
        guide.estimates.pop();
    }),
    (DefectKind::NoEstimate, |guide, _| guide.estimates.clear()),
    (DefectKind::EstimateNeverShown, |guide, _| {
        guide.estimates.rotate_right(1);
    }),
    (DefectKind::EstimateNeverShown, |guide, _| {
        let hidden = guide.estimates[0].clone();
        guide.estimates.insert(1, hidden);
    }),
    (DefectKind::EstimateWithoutReason, |guide, _| {
        guide.estimates[2].because.clear();
    }),
    (DefectKind::FewPhrases, |guide, _| guide.phrases.ja.truncate(7)),
    (DefectKind::FewPhrases, |guide, _| guide.phrases.en.clear()),
    (DefectKind::PhraseTwice, |guide, _| {
        let again = guide.phrases.en[0].to_uppercase();
        guide.phrases.en.push(again);
    }),
    (DefectKind::PhraseTwice, |guide, _| guide.phrases.ja.push(" ".to_owned())),
    (DefectKind::NoSuchTimer, |guide, _| {
        outcome(guide, "pending").look_again.on = Some(RecordDate::Timer { stage: Stage::Declined });
    }),
    (DefectKind::NoSuchTimer, |guide, _| {
        let fact = RecordFact::TimerDue { stage: Stage::Declined };
        let known = question(guide, "status").known_from.as_mut().unwrap();
        known.0.push(KnownAs { option: OptionId("none".to_owned()), fact });
    }),
    (DefectKind::NoSuchTimer, |guide, _| {
        guide.offered_when.push(RecordFact::TimerAhead { stage: Stage::Declined });
    }),
    (DefectKind::OfferedNowhere, |guide, _| guide.offered_in.clear()),
    (DefectKind::UnknownUnsaid, |guide, _| {
        outcome(guide, "inquire").unknown.clear();
    }),
];

#[test]
fn every_seeded_defect_is_caught_by_its_name() {
    let whole = crowdworks();
    for (nth, (kind, seed)) in SEEDS.iter().enumerate() {
        let mut pack = whole.clone();
        let mut guide = link_missing_guide(&pack).clone();
        seed(&mut guide, &mut pack);
        let defects = prove::prove(&guide, &pack).expect_err(&format!("seed {nth} of {kind:?} went unseen"));
        assert!(
            defects.iter().any(|defect| defect.kind == *kind),
            "seed {nth} of {kind:?} was seen as {defects:?}"
        );
    }
}

#[test]
fn the_seeds_are_of_more_than_twenty_kinds() {
    let kinds: BTreeSet<_> = SEEDS.iter().map(|(kind, _)| *kind).collect();
    assert!(kinds.len() >= 40, "{}", kinds.len());
}

/// Seeds that fit every guide, whatever it is about.
const SEEDS_FOR_ALL: &[(DefectKind, Seed)] = &[
    (DefectKind::LeadsNowhere, |guide, _| guide.questions.last_mut().unwrap().options[0].to = o("gone")),
    (DefectKind::Cycle, |guide, _| {
        let start = guide.start.clone();
        guide.questions[1].options[0].to = NodeId::Question(start);
    }),
    (DefectKind::NoDangerFirst, |guide, _| guide.questions[0].kind = Kind::Check),
    (DefectKind::DangerLate, |guide, _| guide.questions[2].kind = Kind::Danger),
    (DefectKind::NoSource, |guide, _| guide.questions[1].cites.clear()),
    (DefectKind::NoSource, |guide, _| guide.outcomes[0].cites.clear()),
    (DefectKind::DangerCalm, |guide, _| {
        for outcome in &mut guide.outcomes {
            outcome.urgency = Urgency::Calm;
        }
    }),
    (DefectKind::NoSteps, |guide, _| guide.outcomes[0].steps.clear()),
    (DefectKind::NoLookAgain, |guide, _| guide.outcomes[0].look_again.business_days = 0),
    (DefectKind::NoCarefulOutcome, |guide, _| guide.outcomes[0].act = Act::ContactOutside),
    (DefectKind::NoSuchDraft, |_, pack| pack.drafts.clear()),
    (DefectKind::DraftTooEarly, |guide, _| guide.outcomes[0].drafts.push(draft("exchange-contact"))),
    (DefectKind::NoEstimate, |guide, _| {
        guide.estimates.pop();
    }),
    (DefectKind::FewPhrases, |guide, _| guide.phrases.ja.truncate(7)),
    (DefectKind::OfferedNowhere, |guide, _| guide.offered_in.clear()),
];

#[test]
fn every_seed_that_fits_all_guides_is_caught_in_each_of_them() {
    let packs = Packs::embedded().unwrap();
    // The guides of one service; and those for every service, as another service has them.
    let lancers = packs.pack(&PlatformId("lancers".to_owned())).clone();
    let sound = [crowdworks(), lancers]
        .map(|pack| pack.guides.iter().map(|guide| (pack.clone(), guide.clone())).collect::<Vec<_>>());
    for (whole, sound) in sound.iter().flatten() {
        for (nth, (kind, seed)) in SEEDS_FOR_ALL.iter().enumerate() {
            let (mut pack, mut guide) = (whole.clone(), Guide::clone(sound));
            seed(&mut guide, &mut pack);
            let defects = prove::prove(&guide, &pack)
                .expect_err(&format!("{}: seed {nth} of {kind:?} went unseen", sound.id));
            assert!(
                defects.iter().any(|defect| defect.kind == *kind),
                "{}: seed {nth} of {kind:?} was seen as {defects:?}",
                sound.id
            );
        }
    }
}

/// The shape of a guide keeps these out; the walk over all paths sees them on its own.
#[test]
fn the_walk_over_all_paths_sees_where_the_engine_comes_out() {
    let pack = crowdworks();
    let mut guide = link_missing_guide(&pack).clone();
    outcome(&mut guide, "exchange").unless_permitted = None;
    let kinds: BTreeSet<_> = prove::walk_all(&guide).into_iter().map(|defect| defect.kind).collect();
    assert!(kinds.contains(&DefectKind::ComesOutElsewhere), "{kinds:?}");
}

#[test]
fn a_sound_guide_has_no_defect_and_as_many_paths_as_are_taken() {
    let pack = crowdworks();
    let guide = link_missing_guide(&pack);
    assert_eq!(prove::prove(guide, &pack).unwrap() as usize, prove::paths(guide).len());
}
