//! The verdict. Every rule here leans to the careful side: what is not surely later is not later, what was only heard is
//! not known, and what nobody has published is asked about.

use super::verdict::{ApprovalSeen, AskWhy, Verdict};
use crate::calendar::{Day, When, add_business_days};
use crate::facts::{ContractFacts, Stage, StatusSeen, StatusValue, Witness};
use crate::rules::{Known, PlatformRules, Shape};

/// The verdict on contact outside for one contract, under one platform's rules, at one time of the platform's zone.
///
/// Total: every combination of facts and rules has a verdict. Facts that speak against contact count whatever their date
/// (a clock that was set back must not hide a refusal); an approval counts only once its date has come.
///
/// The rule applied is the one that held on the day of `now`.
pub fn judge(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Verdict {
    judge_by(facts, &rules.on(now.day), now)
}

/// The verdict under rules that are already those of the day.
pub(super) fn judge_by(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Verdict {
    match rules.contact.shape {
        Shape::Forbidden => Verdict::Forbidden,
        Shape::NotKnown => refusal(facts).unwrap_or(Verdict::Unknown),
        Shape::Free => open(facts, rules, None),
        Shape::Gate { gate } => match gate_reached(facts, gate, now) {
            None => refusal(facts).unwrap_or(Verdict::NotYet { gate: Some(gate) }),
            Some(when) => open(facts, rules, Some((gate, when))),
        },
        Shape::Approval => by_approval(facts, rules, now),
        Shape::GateAndApproval { gate } => match gate_reached(facts, gate, now) {
            None => refusal(facts).unwrap_or(Verdict::NotYet { gate: Some(gate) }),
            Some(_) => by_approval(facts, rules, now),
        },
    }
}

/// When the stage that opens contact was reached. Only the very stage counts: 納品 does not prove 仮払い.
pub(super) fn gate_reached(facts: &ContractFacts, gate: Stage, now: When) -> Option<When> {
    facts
        .stages
        .iter()
        .filter(|event| {
            event.contract == facts.contract.id && event.stage == gate && !event.when.strictly_after(&now)
        })
        .map(|event| event.when)
        .min()
}

/// The verdict where no application is needed: permitted, unless something speaks against it.
fn open(facts: &ContractFacts, rules: &PlatformRules, opened_by: Option<(Stage, When)>) -> Verdict {
    if let Some(refused) = refusal(facts) {
        return refused;
    }
    if !facts.restrictions.is_empty() {
        return Verdict::Ask { why: AskWhy::Restricted };
    }
    if !rules.contact.carries_yes() {
        return Verdict::Ask { why: AskWhy::WeakSource };
    }
    // A stage opened it, so its end may close it; without a stage there is nothing to close.
    if opened_by.is_some() && has_ended(facts) {
        return Verdict::Ask { why: AskWhy::AfterEnd };
    }
    Verdict::Free { opened_by }
}

/// The verdict where the platform must approve.
fn by_approval(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Verdict {
    // Every approval is weighed on its own: a doubtful one must not hide a sound one, or adding it would change the answer.
    let weighed: Vec<_> = approvals_after_refusals(facts)
        .into_iter()
        .map(|approval| (doubt(&approval, facts, rules, now), approval))
        .collect();
    if let Some((_, approval)) = weighed.iter().find(|(doubt, _)| doubt.is_none()) {
        return Verdict::Approved { approval: approval.clone() };
    }
    if let Some(why) = weighed.iter().find_map(|(doubt, _)| *doubt) {
        return Verdict::Ask { why };
    }
    let under_review = review(facts, rules, now);
    match (refusal(facts), under_review) {
        // A request filed after the refusal is a new review; contact stays closed either way.
        (Some(refused), Some((filed, verdict)))
            if refused_when(&refused).is_some_and(|when| filed.strictly_after(&when)) =>
        {
            verdict
        }
        (Some(refused), _) => refused,
        (None, review) => match unproven_approval(facts) {
            Some(why) => Verdict::Ask { why },
            None => review.map_or(Verdict::NotYet { gate: None }, |(_, verdict)| verdict),
        },
    }
}

/// The approvals the user saw, with their words, that surely came after every refusal the user saw; the latest first.
fn approvals_after_refusals(facts: &ContractFacts) -> Vec<ApprovalSeen> {
    let mut approvals: Vec<_> = facts
        .statuses
        .iter()
        .filter_map(|status| ApprovalSeen::of(facts.contract.id, status))
        .filter(|approval| {
            seen(facts).filter(|s| is_refusal(s)).all(|s| approval.when().strictly_after(&s.when))
        })
        .collect();
    approvals.sort_by_key(|approval| std::cmp::Reverse((approval.when(), approval.id())));
    approvals
}

/// What makes an approval doubtful, the gravest first.
fn doubt(approval: &ApprovalSeen, facts: &ContractFacts, rules: &PlatformRules, now: When) -> Option<AskWhy> {
    let surely_after = |when: &When| approval.when().strictly_after(when);
    let request = rules.request.as_ref();
    if facts.restrictions.iter().any(|restriction| !surely_after(&restriction.when)) {
        return Some(AskWhy::Restricted);
    }
    if heard(facts).any(|s| is_refusal(s) && !surely_after(&s.when)) {
        return Some(AskWhy::DenialHeard);
    }
    if facts.statuses.iter().any(|s| is_unsettled(s) && !surely_after(&s.when)) {
        return Some(AskWhy::StatusChanged);
    }
    if approval.when().strictly_after(&now) {
        return Some(AskWhy::InFuture);
    }
    if format_has_no_request(facts, rules) {
        return Some(AskWhy::FormatHasNone);
    }
    let survives_contract = request.is_some_and(|rule| rule.survives_contract == Known::Known(true));
    if !survives_contract && contract_made(facts).iter().any(|when| !surely_after(when)) {
        return Some(AskWhy::BeforeContract);
    }
    let survives_end = request.is_some_and(|rule| rule.survives_end == Known::Known(true));
    (!survives_end && has_ended(facts)).then_some(AskWhy::AfterEnd)
}

/// A refusal that no approval the user saw came surely after: refused, or taken back where it had been approved.
fn refusal(facts: &ContractFacts) -> Option<Verdict> {
    let approvals: Vec<_> =
        facts.statuses.iter().filter_map(|status| ApprovalSeen::of(facts.contract.id, status)).collect();
    let latest = facts
        .statuses
        .iter()
        .filter(|s| is_refusal(s))
        .filter(|s| !approvals.iter().any(|approval| approval.when().strictly_after(&s.when)))
        .max_by_key(|s| (s.when, s.id))?;
    let when = latest.when;
    let was_approved = latest.value == StatusValue::Revoked || !approvals.is_empty();
    Some(if was_approved { Verdict::Revoked { when } } else { Verdict::Denied { when } })
}

/// Something speaks for an approval, but the user has not seen it with its words.
fn unproven_approval(facts: &ContractFacts) -> Option<AskWhy> {
    let mut approvals = facts
        .statuses
        .iter()
        .filter(|s| s.contract == facts.contract.id && s.value == StatusValue::Approved)
        .peekable();
    approvals.peek()?;
    // What the user saw weighs more than what was heard, so it names what is missing.
    let seen_by_me = approvals.any(|s| matches!(s.witness, Witness::Me { .. }));
    Some(if seen_by_me { AskWhy::NoWords } else { AskWhy::ToldByClient })
}

/// A request under review, and since when: filed by either side, or a status that shows one.
fn review(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Option<(When, Verdict)> {
    let filed = review_began(facts)?;
    let due = rules
        .request
        .as_ref()
        .and_then(|rule| rule.review.known())
        .map(|review| add_business_days(filed.day, review.business_days, rules.business_calendar()).due);
    let verdict = match due {
        Some(due) if now.day > due => Verdict::Overdue { due },
        due => Verdict::Pending { due },
    };
    Some((filed, verdict))
}

/// When the request under review was filed, at the latest: the newest recorded request, or else the day on which a
/// status first showed one.
pub(super) fn review_began(facts: &ContractFacts) -> Option<When> {
    let requested = facts.requests.iter().map(|request| request.when).max();
    let shown = facts.statuses.iter().filter(|s| s.value == StatusValue::Pending).map(|s| s.when).min();
    requested.or(shown)
}

fn refused_when(verdict: &Verdict) -> Option<When> {
    match verdict {
        Verdict::Denied { when } | Verdict::Revoked { when } => Some(*when),
        Verdict::NotYet { .. }
        | Verdict::Ask { .. }
        | Verdict::Pending { .. }
        | Verdict::Overdue { .. }
        | Verdict::Approved { .. }
        | Verdict::Forbidden
        | Verdict::Free { .. }
        | Verdict::Unknown => None,
    }
}

/// Whether this way of contracting has no screen on which to apply.
pub(super) fn format_has_no_request(facts: &ContractFacts, rules: &PlatformRules) -> bool {
    rules.formats.get(&facts.contract.format).is_some_and(|rule| rule.request_possible == Known::Known(false))
}

/// Whether the contract has ended, in whatever way.
pub(super) fn has_ended(facts: &ContractFacts) -> bool {
    facts.stages.iter().any(|event| event.stage.ends_contract())
}

/// When the contract was made: each recorded 契約, and the first stage that cannot come without one.
fn contract_made(facts: &ContractFacts) -> Vec<When> {
    let made = facts.stages.iter().filter(|event| event.stage == Stage::Contracted).map(|event| event.when);
    let implied = facts
        .stages
        .iter()
        .filter(|event| match event.stage {
            Stage::Contracted | Stage::Escrowed | Stage::Delivered | Stage::Inspected | Stage::Completed => {
                true
            }
            Stage::Consultation | Stage::Terms | Stage::Terminated | Stage::Declined => false,
        })
        .map(|event| event.when)
        .min();
    made.chain(implied).collect()
}

fn seen(facts: &ContractFacts) -> impl Iterator<Item = &StatusSeen> {
    facts.statuses.iter().filter(|s| matches!(s.witness, Witness::Me { .. }))
}

fn heard(facts: &ContractFacts) -> impl Iterator<Item = &StatusSeen> {
    facts.statuses.iter().filter(|s| matches!(s.witness, Witness::ToldByClient))
}

fn is_refusal(status: &StatusSeen) -> bool {
    match status.value {
        StatusValue::Denied | StatusValue::Revoked => true,
        StatusValue::Blank | StatusValue::Pending | StatusValue::Approved | StatusValue::Unclear => false,
    }
}

fn is_unsettled(status: &StatusSeen) -> bool {
    match status.value {
        StatusValue::Blank | StatusValue::Pending | StatusValue::Unclear => true,
        StatusValue::Approved | StatusValue::Denied | StatusValue::Revoked => false,
    }
}

/// The facts as they were known up to the end of a day: for replays, never for the answer of today.
pub fn up_to(facts: &ContractFacts, day: Day) -> ContractFacts {
    let mut facts = facts.clone();
    facts.stages.retain(|fact| fact.when.day <= day);
    facts.sightings.retain(|fact| fact.when.day <= day);
    facts.requests.retain(|fact| fact.when.day <= day);
    facts.statuses.retain(|fact| fact.when.day <= day);
    facts.inquiries.retain(|fact| fact.sent.day <= day);
    for inquiry in &mut facts.inquiries {
        inquiry.reply = inquiry.reply.take().filter(|reply| reply.when.day <= day);
    }
    facts.wishes.retain(|fact| fact.when.day <= day);
    facts.outside_contacts.retain(|fact| fact.when.day <= day);
    facts.restrictions.retain(|fact| fact.when.day <= day);
    facts.payments.retain(|fact| fact.when.day <= day);
    facts
}
