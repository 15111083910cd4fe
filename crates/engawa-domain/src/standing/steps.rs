//! What to do next, the best first: a way on for every verdict.

use super::allowance::{Allowance, allowance};
use super::judge::{format_has_no_request, has_ended};
use super::link::{Link, link};
use super::names::stage_word;
use super::next::{DraftPurpose, NextKind, NextStep};
use super::verdict::{AskWhy, Verdict};
use crate::facts::{ContractFacts, Inquiry, InquiryResult, Party, Stage};
use crate::rules::{Known, PlatformRules};
use crate::say::Say;

/// The next steps, the best first; never empty.
pub(super) fn next_steps(facts: &ContractFacts, rules: &PlatformRules, verdict: &Verdict) -> Vec<NextStep> {
    let mut steps = match verdict {
        Verdict::NotYet { gate: Some(stage) } => {
            vec![record_stage(*stage, rules), draft(DraftPurpose::Holding), stay("standing-next-stay-inside")]
        }
        Verdict::NotYet { gate: None } => not_yet(facts, rules),
        Verdict::Ask { why } => ask(*why),
        Verdict::Pending { .. } => {
            vec![record_status("standing-next-record-status"), draft(DraftPurpose::Holding)]
        }
        Verdict::Overdue { .. } => vec![
            record_status("standing-next-record-status"),
            ask_office("standing-next-ask-office-overdue"),
            draft(DraftPurpose::Holding),
        ],
        Verdict::Approved { .. } => {
            vec![draft(DraftPurpose::ExchangeContact), record_status("standing-next-status-changed")]
        }
        Verdict::Denied { .. } => {
            vec![draft(DraftPurpose::Decline), stay("standing-next-stay-inside-denied")]
        }
        Verdict::Revoked { .. } => vec![stop(), ask_office("standing-next-ask-office")],
        Verdict::Forbidden => vec![draft(DraftPurpose::Decline), stay("standing-next-stay-inside")],
        Verdict::Free { .. } => vec![draft(DraftPurpose::ExchangeContact), stay("standing-next-stay-inside")],
        Verdict::Unknown => {
            vec![ask_office("standing-next-ask-office-unknown"), stay("standing-next-stay-inside")]
        }
    };
    let asks = steps.iter().any(|step| step.kind == NextKind::AskOffice);
    if !facts.restrictions.is_empty() && !asks {
        steps.push(ask_office("standing-next-ask-office-restricted"));
    }
    steps
}

/// Nothing has been approved, and nothing is under review.
fn not_yet(facts: &ContractFacts, rules: &PlatformRules) -> Vec<NextStep> {
    if rules.request.is_none() {
        return vec![ask_office("standing-next-ask-office-unknown"), stay("standing-next-stay-inside")];
    }
    if has_ended(facts) {
        return vec![stay("standing-next-stay-inside-ended"), ask_office("standing-next-ask-office-ended")];
    }
    if format_has_no_request(facts, rules) {
        return vec![stay("standing-next-stay-inside-format"), draft(DraftPurpose::Decline)];
    }
    if allowance(facts, rules) != Allowance::Open {
        return vec![record_status("standing-next-record-status"), ask_office("standing-next-ask-office")];
    }
    let seen = link(facts);
    if let Some(steps) = others_file(facts, rules, seen) {
        return steps;
    }
    if let Some(steps) = newest_inquiry(facts).and_then(|inquiry| after_inquiry(inquiry, seen)) {
        return steps;
    }
    match seen {
        Link::Visible => vec![record_request(), draft(DraftPurpose::RequestReason)],
        Link::ClientSees => {
            vec![draft(DraftPurpose::AskClient), record_request(), guide("standing-next-guide")]
        }
        Link::Missing(_) => {
            vec![guide("standing-next-guide-missing"), link_found(), draft(DraftPurpose::Holding)]
        }
        Link::NotLooked => vec![look_for_link("standing-next-look-for-link"), guide("standing-next-guide")],
    }
}

/// Where the user is not the one who files: the client is asked, or support where nobody has published who may.
fn others_file(facts: &ContractFacts, rules: &PlatformRules, seen: Link) -> Option<Vec<NextStep>> {
    let request = rules.request.as_ref()?;
    let may = |party: Party| request.may_file(party, facts.contract.format);
    match (may(Party::Me), may(Party::Client)) {
        // Whoever sees the link has the answer before their eyes.
        (Known::Known(true), _) => None,
        (Known::Unknown, _) if seen == Link::Visible => None,
        (Known::Known(false), Known::Known(true)) => Some(vec![
            draft(DraftPurpose::AskClient),
            record_request(),
            record_status("standing-next-look-at-status"),
        ]),
        (Known::Known(false), Known::Known(false) | Known::Unknown) | (Known::Unknown, _) => Some(vec![
            look_for_link("standing-next-look-for-link"),
            ask_office("standing-next-ask-office-who-files"),
            draft(DraftPurpose::AskClient),
        ]),
    }
}

/// What an inquiry asks for: its reply, or what the reply said; `None` once the link was seen, which is what it was about.
fn after_inquiry(inquiry: &Inquiry, seen: Link) -> Option<Vec<NextStep>> {
    match seen {
        Link::Visible => return None,
        Link::ClientSees | Link::Missing(_) | Link::NotLooked => {}
    }
    let Some(reply) = &inquiry.reply else {
        return Some(vec![record_reply(), draft(DraftPurpose::Holding), link_found()]);
    };
    Some(match reply.result {
        // Looked again after the reply, and still not there: the guide knows how to go on.
        InquiryResult::CanApplyNow if matches!(seen, Link::Missing(when) if when.strictly_after(&reply.when)) =>
        {
            vec![guide("standing-next-guide-still-missing"), ask_office("standing-next-ask-office-again")]
        }
        InquiryResult::CanApplyNow => {
            vec![look_for_link("standing-next-look-again"), guide("standing-next-guide-verify")]
        }
        InquiryResult::AskedForMore => {
            vec![ask_office("standing-next-ask-office-more"), draft(DraftPurpose::Holding)]
        }
        InquiryResult::Refused => {
            vec![stay("standing-next-stay-inside-denied"), draft(DraftPurpose::Decline)]
        }
        InquiryResult::NoHelp => {
            vec![ask_office("standing-next-ask-office-again"), guide("standing-next-guide-missing")]
        }
    })
}

fn newest_inquiry(facts: &ContractFacts) -> Option<&Inquiry> {
    facts.inquiries.iter().max_by_key(|inquiry| (inquiry.sent, inquiry.id))
}

fn ask(why: AskWhy) -> Vec<NextStep> {
    match why {
        AskWhy::ToldByClient | AskWhy::NoWords => {
            vec![record_status("standing-next-see-for-yourself"), stay("standing-next-stay-inside-until")]
        }
        AskWhy::StatusChanged | AskWhy::DenialHeard | AskWhy::InFuture => {
            vec![record_status("standing-next-look-at-status"), stay("standing-next-stay-inside-until")]
        }
        AskWhy::BeforeContract => vec![
            record_status("standing-next-look-at-status"),
            ask_office("standing-next-ask-office-scope"),
            stay("standing-next-stay-inside-until"),
        ],
        AskWhy::Restricted => {
            vec![ask_office("standing-next-ask-office-restricted"), stay("standing-next-stay-inside-until")]
        }
        AskWhy::AfterEnd => {
            vec![ask_office("standing-next-ask-office-ended"), stay("standing-next-stay-inside-until")]
        }
        AskWhy::WeakSource => {
            vec![ask_office("standing-next-ask-office-unknown"), stay("standing-next-stay-inside-until")]
        }
        AskWhy::FormatHasNone => vec![
            record_status("standing-next-look-at-status"),
            ask_office("standing-next-ask-office"),
            stay("standing-next-stay-inside-until"),
        ],
    }
}

fn step(kind: NextKind, say: &str, button: &str) -> NextStep {
    NextStep { kind, say: Say::new(say), button: Say::new(button) }
}

fn look_for_link(say: &str) -> NextStep {
    step(NextKind::LookForLink, say, "standing-button-look-for-link")
}

fn link_found() -> NextStep {
    step(NextKind::LookForLink, "standing-next-link-found", "standing-button-link-found")
}

fn guide(say: &str) -> NextStep {
    step(NextKind::RunGuide { guide: None }, say, "standing-button-guide")
}

fn record_request() -> NextStep {
    step(NextKind::RecordRequest, "standing-next-record-request", "standing-button-record-request")
}

fn record_status(say: &str) -> NextStep {
    step(NextKind::RecordStatus, say, "standing-button-record-status")
}

fn record_reply() -> NextStep {
    step(NextKind::RecordReply, "standing-next-record-reply", "standing-button-record-reply")
}

fn record_stage(stage: Stage, rules: &PlatformRules) -> NextStep {
    NextStep {
        kind: NextKind::RecordStage { stage },
        say: Say::new("standing-next-record-stage").with("stage", stage_word(stage, rules)),
        button: Say::new("standing-button-record-stage").with("stage", stage_word(stage, rules)),
    }
}

fn ask_office(say: &str) -> NextStep {
    step(NextKind::AskOffice, say, "standing-button-ask-office")
}

fn stop() -> NextStep {
    step(NextKind::StopContact, "standing-next-stop", "standing-button-stop")
}

fn stay(say: &str) -> NextStep {
    step(NextKind::StayInside, say, "standing-button-stay-inside")
}

fn draft(purpose: DraftPurpose) -> NextStep {
    let (say, button) = match purpose {
        DraftPurpose::InquiryToOffice => ("standing-next-draft-inquiry", "standing-button-draft-inquiry"),
        DraftPurpose::AskClient => ("standing-next-draft-ask-client", "standing-button-draft-ask-client"),
        DraftPurpose::Holding => ("standing-next-draft-holding", "standing-button-draft-holding"),
        DraftPurpose::RequestReason => {
            ("standing-next-draft-request-reason", "standing-button-draft-request-reason")
        }
        DraftPurpose::ExchangeContact => ("standing-next-draft-exchange", "standing-button-draft-exchange"),
        DraftPurpose::Decline => ("standing-next-draft-decline", "standing-button-draft-decline"),
    };
    step(NextKind::OpenDraft { draft: None, purpose }, say, button)
}
