//! The whole answer, put together from its parts.

use super::chain::chain;
use super::deadlines::deadlines;
use super::judge::{gate_reached, judge_by, up_to};
use super::names::stage_word;
use super::steps::next_steps;
use super::verdict::{AskWhy, ConflictShown, Contact, RuleShown, Standing, StateName, Verdict};
use crate::calendar::{Day, When};
use crate::facts::{ContractFacts, Stage};
use crate::rules::{Cite, ConflictAbout, Duty, DutyWhen, Exemption, PlatformRules, Text};
use crate::say::Say;

/// Whether contact outside is permitted for this contract now, why, and what to do.
///
/// `now` is the day, and the time where it is known, in the platform's zone. Total: there is an answer for every
/// combination of facts and rules. The rules are those that held on the day of `now`.
pub fn standing(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Standing {
    let rules = &*rules.on(now.day);
    let verdict = judge_by(facts, rules, now);
    let contact = verdict.contact();
    let text = match contact {
        Contact::Yes => &rules.contact.text_permitted,
        Contact::No | Contact::Ask => &rules.contact.text,
    };
    Standing {
        contact,
        summary: summary(&verdict, rules),
        deal_outside: rules.deal_outside.permitted,
        deal_rule: shown(rules, &rules.deal_outside.text, &rules.deal_outside.cite, now.day, Vec::new()),
        reasons: chain(facts, rules, &verdict),
        rule: shown(rules, text, &rules.contact.cite, now.day, conflicts(rules)),
        exemptions: exemptions(facts, rules, contact, now),
        duties: duties(facts, rules, &verdict),
        deadlines: deadlines(facts, rules, &verdict, now),
        next: next_steps(facts, rules, &verdict),
        verdict,
    }
}

/// The answer as it was at the end of a day: with the facts dated up to then, and no others.
///
/// For looking back ("what did we know on 11/24?") and for trying a run at another date; never the answer of today,
/// since a fact that speaks against contact counts today whatever its date.
pub fn standing_as_of(facts: &ContractFacts, rules: &PlatformRules, day: Day) -> Standing {
    standing(&up_to(facts, day), rules, When::on(day))
}

/// A sentence of the rules with its page.
pub fn rule_shown(rules: &PlatformRules, text: &Text, cite: &Cite, today: Day) -> RuleShown {
    shown(rules, text, cite, today, Vec::new())
}

fn shown(
    rules: &PlatformRules,
    text: &Text,
    cite: &Cite,
    today: Day,
    conflicts: Vec<ConflictShown>,
) -> RuleShown {
    RuleShown {
        text: text.clone(),
        cite: cite.clone(),
        source: rules.sources.get(&cite.source).cloned(),
        stale: cite.is_stale(today),
        conflicts,
    }
}

fn conflicts(rules: &PlatformRules) -> Vec<ConflictShown> {
    rules
        .conflicts_about(ConflictAbout::Contact)
        .map(|conflict| ConflictShown {
            text: conflict.text.clone(),
            sources: std::iter::once(&conflict.applied)
                .chain(&conflict.others)
                .filter_map(|id| rules.sources.get(id).cloned())
                .collect(),
        })
        .collect()
}

/// What is permitted for a purpose, where contact as such is not. An exemption that holds from a stage waits for it.
fn exemptions(facts: &ContractFacts, rules: &PlatformRules, contact: Contact, now: When) -> Vec<Exemption> {
    if contact == Contact::Yes {
        return Vec::new();
    }
    let reached = |stage: Stage| gate_reached(facts, stage, now).is_some();
    rules.exemptions.iter().filter(|exemption| exemption.from.is_none_or(reached)).cloned().collect()
}

/// What the platform asks of the user as things stand.
fn duties(facts: &ContractFacts, rules: &PlatformRules, verdict: &Verdict) -> Vec<Duty> {
    let matters = |when: DutyWhen| match when {
        DutyWhen::Always => true,
        DutyWhen::AfterContactOutside => !facts.outside_contacts.is_empty(),
        DutyWhen::AfterRevocation => verdict.name() == StateName::Revoked,
    };
    rules.duties.iter().filter(|duty| matters(duty.when)).cloned().collect()
}

/// The verdict in one sentence.
fn summary(verdict: &Verdict, rules: &PlatformRules) -> Say {
    match verdict {
        Verdict::NotYet { gate: None } => Say::new("standing-summary-not-yet"),
        Verdict::NotYet { gate: Some(gate) } => {
            Say::new("standing-summary-not-yet-gate").with("stage", stage_word(*gate, rules))
        }
        Verdict::Ask { why } => Say::new(match why {
            AskWhy::ToldByClient => "standing-summary-ask-told-by-client",
            AskWhy::NoWords => "standing-summary-ask-no-words",
            AskWhy::StatusChanged => "standing-summary-ask-status-changed",
            AskWhy::DenialHeard => "standing-summary-ask-denial-heard",
            AskWhy::BeforeContract => "standing-summary-ask-before-contract",
            AskWhy::AfterEnd => "standing-summary-ask-after-end",
            AskWhy::Restricted => "standing-summary-ask-restricted",
            AskWhy::FormatHasNone => "standing-summary-ask-format-has-none",
            AskWhy::InFuture => "standing-summary-ask-in-future",
            AskWhy::WeakSource => "standing-summary-ask-weak-source",
        }),
        Verdict::Pending { due: Some(due) } => Say::new("standing-summary-pending-due").with("due", *due),
        Verdict::Pending { due: None } => Say::new("standing-summary-pending"),
        Verdict::Overdue { due } => Say::new("standing-summary-overdue").with("due", *due),
        Verdict::Approved { .. } => Say::new("standing-summary-approved"),
        Verdict::Denied { .. } => Say::new("standing-summary-denied"),
        Verdict::Revoked { .. } => Say::new("standing-summary-revoked"),
        Verdict::Forbidden => Say::new("standing-summary-forbidden"),
        Verdict::Free { opened_by: None } => Say::new("standing-summary-free"),
        Verdict::Free { opened_by: Some((stage, _)) } => {
            Say::new("standing-summary-free-gate").with("stage", stage_word(*stage, rules))
        }
        Verdict::Unknown => Say::new("standing-summary-unknown"),
    }
}
