//! Runs of guides.

use engawa_domain::guide::{Answer, At, Course, Guide, OutcomeId, Record, walk};
use engawa_domain::ids::RunId;
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Say;
use engawa_domain::standing::{Contact, judge};
use engawa_store::{GuideRun, Rows};

use super::desk::Desk;
use crate::error::{BookError, NoSuch};

use crate::inputs::{GuideAnswer, GuideStart};
use crate::transact::Tx;

/// Starts a run, or goes on with the one that is open for the same contract. One that rests at an outcome goes on after it.
pub(crate) fn start(tx: &mut Tx<'_>, desk: Desk<'_>, input: &GuideStart) -> Result<(RunId, Say), BookError> {
    // A contract knows its service: a guide of the same name may be written for another.
    let platform = match input.contract {
        Some(contract) => desk.contract(tx.rows(), contract)?.0.account.platform,
        None => input.platform.clone(),
    };
    let rules = desk.rules(&platform);
    let guide = desk.guide(&platform, &input.guide)?;
    let said = Say::new("done-guide-start").with("guide", &guide.title);
    let same = |run: &GuideRun| {
        run.guide == input.guide && run.platform == platform && run.contract == input.contract
    };
    let mut runs: Vec<GuideRun> = tx.rows().all::<GuideRun>()?.into_iter().filter(same).collect();
    runs.sort_by_key(|run| run.id);
    while let Some(mut run) = runs.pop() {
        match rest(&run, guide, tx.rows(), desk)? {
            Rest::Asked => return Ok((run.id, said)),
            Rest::GoesOn(outcome) => {
                run.answers.resumed.push(outcome);
                tx.update(&run)?;
                return Ok((run.id, said));
            }
            Rest::Ended => {}
        }
    }
    let run = GuideRun {
        id: RunId(tx.id()),
        guide: input.guide.clone(),
        platform: platform.clone(),
        contract: input.contract,
        started: desk.now_in(rules),
        answers: engawa_domain::guide::Answers::default(),
    };
    tx.insert(&run)?;
    Ok((run.id, said))
}

/// Answers a question, or changes an earlier answer; what was answered later is kept.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &GuideAnswer,
) -> Result<(RunId, Say), BookError> {
    let mut run: GuideRun = tx.rows().need(input.run)?;
    let (guide, rules) = guide_of(&run, desk)?;
    let question = guide
        .question(&input.question)
        .ok_or(BookError::NoSuch(NoSuch::Question(input.question.to_string())))?;
    let chosen = question
        .options
        .iter()
        .find(|option| option.id == input.option)
        .ok_or(BookError::NoSuch(NoSuch::Question(input.question.to_string())))?;
    let said = Say::new("done-guide-answer").with("question", &question.short).with("answer", &chosen.text);
    run.answers.give(Answer {
        question: input.question.clone(),
        option: input.option.clone(),
        when: desk.now_in(rules),
    });
    tx.update(&run)?;
    Ok((run.id, said))
}

/// Skips the checks: straight to the outcome that the guide names for that.
pub(crate) fn skip(tx: &mut Tx<'_>, desk: Desk<'_>, run: RunId) -> Result<(RunId, Say), BookError> {
    let mut run: GuideRun = tx.rows().need(run)?;
    let (guide, _) = guide_of(&run, desk)?;
    run.answers.course = Course::Skipped;
    tx.update(&run)?;
    Ok((run.id, Say::new("done-guide-skip").with("guide", &guide.title)))
}

/// Drops a run.
pub(crate) fn forget(tx: &mut Tx<'_>, run: RunId) -> Result<((), Say), BookError> {
    let run: GuideRun = tx.rows().need(run)?;
    tx.delete::<GuideRun>(run.id)?;
    Ok(((), Say::new("done-guide-forget")))
}

/// The guide of a run, and the rules of its platform.
pub(crate) fn guide_of<'a>(
    run: &GuideRun,
    desk: Desk<'a>,
) -> Result<(&'a Guide, &'a PlatformRules), BookError> {
    Ok((desk.guide(&run.platform, &run.guide)?, desk.rules(&run.platform)))
}

/// Where a run rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rest {
    /// At a question.
    Asked,
    /// At an outcome after which it goes on.
    GoesOn(OutcomeId),
    /// At an outcome that ends it.
    Ended,
}

/// Where a run rests, walked with the record as it is now.
pub(crate) fn rest(run: &GuideRun, guide: &Guide, rows: Rows<'_>, desk: Desk<'_>) -> Result<Rest, BookError> {
    let about = run.contract.map(|contract| desk.contract(rows, contract)).transpose()?;
    let (facts, rules) = (about.as_ref().map(|(facts, _)| facts), desk.rules(&run.platform));
    let record = Record { facts, rules, now: desk.now_in(rules) };
    let contact = facts.map_or(Contact::No, |facts| judge(facts, rules, record.now).contact());
    Ok(match walk(guide, &run.answers, Some(record), contact).at {
        At::Question(_) => Rest::Asked,
        At::Outcome(id) => match guide.outcome(&id).and_then(|outcome| outcome.look_again.resume_at.as_ref())
        {
            Some(_) => Rest::GoesOn(id),
            None => Rest::Ended,
        },
    })
}
