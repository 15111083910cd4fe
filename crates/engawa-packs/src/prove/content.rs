//! What stands at the nodes of a guide. Words and cites as such are looked at for whole files (`check::words`).

use std::collections::BTreeSet;

use engawa_domain::draft::Addressee;
use engawa_domain::facts::Stage;
use engawa_domain::guide::{
    Act, Estimate, Guide, Kind, NodeId, Outcome, Question, RecordDate, RecordFact, Urgency,
};
use engawa_domain::rules::{Cite, Confidence, ShapeName, TimerStart};
use engawa_domain::standing::DraftPurpose;

use super::defect::{Defect, DefectKind};
use super::graph::{outcome_at, question_at};
use crate::check::surest_of;
use crate::pack::{Pack, WrittenFor};

pub(super) fn defects(guide: &Guide, pack: &Pack) -> Vec<Defect> {
    let mut defects = Vec::new();
    if guide.offered_in.is_empty() {
        defects.push(Defect::new("offered_in", DefectKind::OfferedNowhere));
    }
    if guide.offered_when.iter().any(|fact| !is_there(*fact, guide, pack)) {
        defects.push(Defect::new("offered_when", DefectKind::NoSuchTimer));
    }
    for (lang, phrases) in [("ja", &guide.phrases.ja), ("en", &guide.phrases.en)] {
        self::phrases(&format!("phrases.{lang}"), phrases, &mut defects);
    }
    if guide.outcome(&guide.skip_to).is_some_and(|outcome| outcome.act != Act::StayInside) {
        defects.push(Defect::new("skip_to", DefectKind::SkipsOutside));
    }
    for question in &guide.questions {
        self::question(question, guide, pack, &mut defects);
    }
    for outcome in &guide.outcomes {
        self::outcome(outcome, guide, pack, &mut defects);
    }
    estimates(guide, pack, &mut defects);
    defects
}

/// A worried user has many words for one thing: fewer would find the guide by luck.
const FEWEST_PHRASES: usize = 8;

fn phrases(at: &str, phrases: &[String], defects: &mut Vec<Defect>) {
    if phrases.len() < FEWEST_PHRASES {
        defects.push(Defect::new(at, DefectKind::FewPhrases));
    }
    let different: BTreeSet<_> = phrases.iter().map(|phrase| phrase.trim().to_lowercase()).collect();
    if different.len() < phrases.len() || different.contains("") {
        defects.push(Defect::new(at, DefectKind::PhraseTwice));
    }
}

fn cites(at: &str, cites: &[Cite], pack: &Pack, defects: &mut Vec<Defect>) {
    if cites.is_empty() {
        defects.push(Defect::new(at, DefectKind::NoSource));
    }
    for cite in cites {
        if !pack.rules.sources.contains_key(&cite.source) {
            defects.push(Defect::new(at, DefectKind::NoSuchSource));
        }
        if cite.confidence == Confidence::None {
            defects.push(Defect::new(at, DefectKind::AssertedUnknown));
        }
    }
}

fn question(question: &Question, guide: &Guide, pack: &Pack, defects: &mut Vec<Defect>) {
    let at = question_at(question);
    cites(&at, &question.cites, pack, defects);
    if question.figure.is_some()
        && pack.written_for(&guide.id) == WrittenFor::Service
        && pack.rules.request.as_ref().is_none_or(|request| request.places.is_empty())
    {
        defects.push(Defect::new(&at, DefectKind::FigureWithoutPlaces));
    }
    let mut facts = Vec::new();
    for known in question.known_from.iter().flat_map(|known| &known.0) {
        if !question.options.iter().any(|option| option.id == known.option) {
            defects.push(Defect::new(&at, DefectKind::KnownNowhere));
        }
        if facts.contains(&known.fact) {
            defects.push(Defect::new(&at, DefectKind::KnownTwice));
        }
        facts.push(known.fact);
        if !is_there(known.fact, guide, pack) {
            defects.push(Defect::new(&at, DefectKind::NoSuchTimer));
        }
    }
    let asks_the_rule = |fact: &RecordFact| matches!(fact, RecordFact::RuleIs { .. });
    if facts.iter().any(asks_the_rule)
        && ShapeName::ALL.iter().any(|rule| !facts.contains(&RecordFact::RuleIs { rule: *rule }))
    {
        defects.push(Defect::new(&at, DefectKind::RuleNotCovered));
    }
    if question.kind == Kind::Danger {
        for option in &question.options {
            let NodeId::Outcome(id) = &option.to else { continue };
            if guide.outcome(id).is_some_and(|outcome| outcome.urgency == Urgency::Calm) {
                defects.push(Defect::new(format!("{at}.options.{}", option.id), DefectKind::DangerCalm));
            }
        }
    }
}

/// Whether the pack has what a fact is about.
fn is_there(fact: RecordFact, guide: &Guide, pack: &Pack) -> bool {
    match fact {
        RecordFact::TimerDue { stage } | RecordFact::TimerAhead { stage } => has_timer(guide, pack, stage),
        RecordFact::LinkVisible { .. }
        | RecordFact::LinkMissingOn { .. }
        | RecordFact::LinkMissingEverywhere { .. }
        | RecordFact::StatusSeen { .. }
        | RecordFact::RequestFiled { .. }
        | RecordFact::StageReached { .. }
        | RecordFact::Ended
        | RecordFact::Running
        | RecordFact::TalksOnly
        | RecordFact::FormatIs { .. }
        | RecordFact::Restricted { .. }
        | RecordFact::ContactTookPlace
        | RecordFact::InquirySent
        | RecordFact::InquiryWaiting
        | RecordFact::InquiryAnswered { .. }
        | RecordFact::InquiryAnsweredAtAll
        | RecordFact::WriteAgainDue
        | RecordFact::InquiryFromRegistered
        | RecordFact::InquiryFromOther
        | RecordFact::ReviewOver
        | RecordFact::NotEscrowed
        | RecordFact::NotDelivered
        | RecordFact::ClientAskedFor { .. }
        | RecordFact::ContactIs { .. }
        | RecordFact::RuleIs { .. }
        | RecordFact::GateAhead => true,
    }
}

/// A guide for one service names its own timers. One for all of them uses those that there are, and goes on without.
fn has_timer(guide: &Guide, pack: &Pack, stage: Stage) -> bool {
    if pack.written_for(&guide.id) == WrittenFor::Everyone {
        return true;
    }
    let starts = TimerStart::Stage { stage };
    pack.rules.timers.iter().any(|timer| timer.starts == starts)
}

fn outcome(outcome: &Outcome, guide: &Guide, pack: &Pack, defects: &mut Vec<Defect>) {
    let at = outcome_at(outcome);
    cites(&at, &outcome.cites, pack, defects);
    if outcome.steps.is_empty() {
        defects.push(Defect::new(&at, DefectKind::NoSteps));
    }
    let look = &outcome.look_again;
    if let Some(RecordDate::Timer { stage }) = look.on
        && !has_timer(guide, pack, stage)
    {
        defects.push(Defect::new(format!("{at}.look_again"), DefectKind::NoSuchTimer));
    }
    if look.business_days == 0 {
        defects.push(Defect::new(format!("{at}.look_again"), DefectKind::NoLookAgain));
    }
    match &look.resume_at {
        None if look.resume_when.is_some() => {
            defects.push(Defect::new(format!("{at}.look_again"), DefectKind::ResumesWithoutQuestion));
        }
        Some(id) if guide.question(id).is_some_and(|question| question.kind != Kind::Verify) => {
            defects.push(Defect::new(format!("{at}.look_again"), DefectKind::ResumesWithoutVerify));
        }
        None | Some(_) => {}
    }
    match (outcome.act, &outcome.unless_permitted) {
        (Act::ContactOutside, None) => defects.push(Defect::new(&at, DefectKind::NoCarefulOutcome)),
        (_, Some(id)) if guide.outcome(id).is_none_or(|careful| careful.act != Act::StayInside) => {
            defects.push(Defect::new(&at, DefectKind::NotCareful));
        }
        (Act::ContactOutside | Act::StayInside, _) => {}
    }
    for used in &outcome.drafts {
        let at = format!("{at}.drafts.{}", used.draft.0);
        let Some(draft) = pack.draft(&used.draft) else {
            defects.push(Defect::new(at, DefectKind::NoSuchDraft));
            continue;
        };
        if draft.purpose == Some(DraftPurpose::ExchangeContact) && outcome.act != Act::ContactOutside {
            defects.push(Defect::new(&at, DefectKind::DraftTooEarly));
        }
        if draft.to == Addressee::Office && outcome.unknown.is_empty() {
            defects.push(Defect::new(at, DefectKind::UnknownUnsaid));
        }
    }
}

fn estimates(guide: &Guide, pack: &Pack, defects: &mut Vec<Defect>) {
    if guide.estimates.last().is_none_or(|last| !last.when.is_empty()) {
        defects.push(Defect::new("estimates", DefectKind::NoEstimate));
    }
    let mut always = false;
    for (nth, estimate) in guide.estimates.iter().enumerate() {
        let at = format!("estimates[{nth}]");
        // What always holds hides what stands behind it.
        if always {
            defects.push(Defect::new(&at, DefectKind::EstimateNeverShown));
        }
        always |= estimate.when.is_empty();
        self::estimate(&at, estimate, guide, pack, defects);
    }
}

fn estimate(at: &str, estimate: &Estimate, guide: &Guide, pack: &Pack, defects: &mut Vec<Defect>) {
    for (id, options) in &estimate.when {
        let known: BTreeSet<_> = guide
            .question(id)
            .into_iter()
            .flat_map(|question| &question.options)
            .map(|option| &option.id)
            .collect();
        if options.is_empty() || options.iter().any(|option| !known.contains(option)) {
            defects.push(Defect::new(at, DefectKind::EstimateOfNothing));
        }
    }
    if estimate.because.is_empty() {
        defects.push(Defect::new(at, DefectKind::EstimateWithoutReason));
    }
    if estimate.sources.is_empty() {
        defects.push(Defect::new(at, DefectKind::NoSource));
    }
    if estimate.sources.iter().any(|source| !pack.rules.sources.contains_key(source)) {
        defects.push(Defect::new(at, DefectKind::NoSuchSource));
    }
    if estimate.confidence == Confidence::None {
        defects.push(Defect::new(at, DefectKind::AssertedUnknown));
    }
    if estimate.confidence > surest_of(estimate.sources.iter(), &pack.rules.sources) {
        defects.push(Defect::new(at, DefectKind::TooSure));
    }
}
