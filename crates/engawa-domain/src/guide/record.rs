//! What the record already knows of a guide's questions.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::dates::{review_over, write_again_due};
use super::graph::{Guide, OptionId};
use super::walk::{Answer, AnswerFrom};
use crate::calendar::When;
use crate::facts::{
    Channel, ContractFacts, FiledBy, Format, InquiryResult, LinkSighting, Party, Place, Seen, Stage,
    StatusValue, Witness,
};
use crate::rules::{PlatformRules, ShapeName};
use crate::standing::{Contact, Due, gate_ahead, judge, timer_from};

/// What a guide is walked with: the rules of the service, and the record where the run is about a contract.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// What the user recorded; `None` in a run about no contract.
    pub facts: Option<&'a ContractFacts>,
    /// The rules of the platform: its timers, its review, its calendar.
    pub rules: &'a PlatformRules,
    /// Now, in the platform's zone.
    pub now: When,
}

/// How the record answers a question: the first entry that holds gives the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct KnownFrom(pub Vec<KnownAs>);

/// A fact of the record, and the answer it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KnownAs {
    /// The option chosen by it.
    pub option: OptionId,
    /// The fact.
    #[serde(flatten)]
    pub fact: RecordFact,
}

/// A fact that a guide can look up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum RecordFact {
    /// This side's newest look found the link.
    LinkVisible {
        /// Who looked.
        by: Party,
    },
    /// This side looked here, and nowhere sees the link.
    LinkMissingOn {
        /// Who looked.
        by: Party,
        /// Where.
        place: Place,
    },
    /// This side looked on the site and in the app, and sees the link in neither.
    LinkMissingEverywhere {
        /// Who looked.
        by: Party,
    },
    /// The newest status the user saw is this one.
    StatusSeen {
        /// Which.
        value: StatusValue,
    },
    /// A request was filed by this side.
    RequestFiled {
        /// Who filed it.
        by: FiledBy,
    },
    /// A stage was reached.
    StageReached {
        /// Which.
        stage: Stage,
    },
    /// The contract ended in whatever way.
    Ended,
    /// The contract runs, and has been made.
    Running,
    /// Only talks so far: no contract has been made.
    TalksOnly,
    /// The way of contracting.
    FormatIs {
        /// Which.
        format: Format,
    },
    /// An account is restricted.
    Restricted {
        /// Whose.
        party: Party,
    },
    /// Contact outside has taken place.
    ContactTookPlace,
    /// An inquiry was sent, answered or not.
    InquirySent,
    /// The newest inquiry waits for its answer.
    InquiryWaiting,
    /// The newest inquiry was answered with this result.
    InquiryAnswered {
        /// Which.
        result: InquiryResult,
    },
    /// The newest inquiry was answered, with whatever result.
    InquiryAnsweredAtAll,
    /// The newest inquiry waits for its answer, and the day to write again has come.
    WriteAgainDue,
    /// The newest inquiry was sent from the registered address.
    InquiryFromRegistered,
    /// The newest inquiry was sent from another address than the registered one, as far as that is recorded.
    InquiryFromOther,
    /// A request is under review, and its last day has passed.
    ReviewOver,
    /// The timer of the pack that starts with this stage runs, and its day has come.
    TimerDue {
        /// The stage it starts with.
        stage: Stage,
    },
    /// The timer of the pack that starts with this stage runs, and its day is still to come.
    TimerAhead {
        /// The stage it starts with.
        stage: Stage,
    },
    /// Something is recorded, and neither the escrow payment nor anything after it.
    NotEscrowed,
    /// The contract has been made and runs, and no delivery is record.
    NotDelivered,
    /// The client asked for this means of contact.
    ClientAskedFor {
        /// Which.
        channel: Channel,
    },
    /// Contact outside is permitted for this contract now, or not, or to be asked about: what its standing says.
    ContactIs {
        /// Which.
        contact: Contact,
    },
    /// The rule of the service has this shape, whatever the contract.
    RuleIs {
        /// Which.
        rule: ShapeName,
    },
    /// The rule names a stage from which on, and this contract has not reached it.
    GateAhead,
}

impl RecordFact {
    /// Whether the rules answer it without a record.
    pub fn is_of_the_rules_alone(self) -> bool {
        matches!(self, Self::RuleIs { .. })
    }

    /// Whose answer it gives. What the rules say is computed at the moment of asking, and is nothing that the user knows
    /// better: it counts before the user's own answer.
    pub fn from(self) -> AnswerFrom {
        match self {
            Self::ContactIs { .. } | Self::RuleIs { .. } | Self::GateAhead => AnswerFrom::Rules,
            Self::LinkVisible { .. }
            | Self::LinkMissingOn { .. }
            | Self::LinkMissingEverywhere { .. }
            | Self::StatusSeen { .. }
            | Self::RequestFiled { .. }
            | Self::StageReached { .. }
            | Self::Ended
            | Self::Running
            | Self::TalksOnly
            | Self::FormatIs { .. }
            | Self::Restricted { .. }
            | Self::ContactTookPlace
            | Self::InquirySent
            | Self::InquiryWaiting
            | Self::InquiryAnswered { .. }
            | Self::InquiryAnsweredAtAll
            | Self::WriteAgainDue
            | Self::InquiryFromRegistered
            | Self::InquiryFromOther
            | Self::ReviewOver
            | Self::TimerDue { .. }
            | Self::TimerAhead { .. }
            | Self::NotEscrowed
            | Self::NotDelivered
            | Self::ClientAskedFor { .. } => AnswerFrom::Record,
        }
    }
}

/// An answer that was not given by the user, and who gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAnswer {
    /// The answer, with the day of its fact.
    pub answer: Answer,
    /// The record, or the rules.
    pub from: AnswerFrom,
}

/// The answers that the rules and the record give to the questions of a guide, each with the day of its fact.
pub fn known_answers(guide: &Guide, record: Record<'_>) -> Vec<KnownAnswer> {
    guide
        .questions
        .iter()
        .filter_map(|question| {
            let known = question.known_from.as_ref()?;
            known.0.iter().find_map(|known| {
                let when = holds_since(known.fact, record)?;
                let answer = Answer { question: question.id.clone(), option: known.option.clone(), when };
                Some(KnownAnswer { answer, from: known.fact.from() })
            })
        })
        .collect()
}

/// Since when a fact holds; `None` while it does not. What the rules say holds as of the moment of asking.
pub fn holds_since(fact: RecordFact, record: Record<'_>) -> Option<When> {
    if let RecordFact::RuleIs { rule } = fact {
        let shape = record.rules.on(record.now.day).contact.shape;
        return (shape.name() == rule).then_some(record.now);
    }
    let facts = record.facts?;
    match fact {
        RecordFact::RuleIs { .. } => None,
        RecordFact::ContactIs { contact } => {
            (judge(facts, record.rules, record.now).contact() == contact).then_some(record.now)
        }
        RecordFact::GateAhead => gate_ahead(facts, record.rules, record.now).then_some(record.now),
        RecordFact::LinkVisible { by } => {
            newest_look(facts, by, None).filter(|look| look.seen == Seen::Visible).map(|look| look.when)
        }
        RecordFact::LinkMissingOn { by, place } => missing_on(facts, by, place),
        RecordFact::LinkMissingEverywhere { by } => {
            let web = missing_on(facts, by, Place::Web)?;
            let app = missing_on(facts, by, Place::App)?;
            Some(web.max(app))
        }
        RecordFact::StatusSeen { value } => facts
            .statuses
            .iter()
            .filter(|status| matches!(status.witness, Witness::Me { .. }))
            .max_by_key(|status| (status.when, status.id))
            .filter(|status| status.value == value)
            .map(|status| status.when),
        RecordFact::RequestFiled { by } => {
            facts.requests.iter().filter(|request| request.by == by).map(|request| request.when).max()
        }
        RecordFact::StageReached { stage } => {
            facts.stages.iter().filter(|event| event.stage == stage).map(|event| event.when).min()
        }
        RecordFact::Ended => ended(facts),
        RecordFact::Running => made(facts).filter(|_| ended(facts).is_none()),
        RecordFact::TalksOnly => facts
            .stages
            .iter()
            .map(|event| event.when)
            .max()
            .filter(|_| made(facts).is_none() && ended(facts).is_none()),
        RecordFact::FormatIs { format } => {
            // A format has no day of its own: it holds since the first thing recorded about the contract.
            let since = first_stage(facts)?;
            (facts.contract.format == format).then_some(since)
        }
        RecordFact::Restricted { party } => facts
            .restrictions
            .iter()
            .filter(|restriction| restriction.party == party)
            .map(|restriction| restriction.when)
            .max(),
        RecordFact::ContactTookPlace => facts.outside_contacts.iter().map(|contact| contact.when).max(),
        RecordFact::InquirySent => facts.inquiries.iter().map(|inquiry| inquiry.sent).max(),
        RecordFact::InquiryWaiting => {
            let newest = facts.inquiries.iter().max_by_key(|inquiry| (inquiry.sent, inquiry.id))?;
            newest.reply.is_none().then_some(newest.sent)
        }
        RecordFact::InquiryAnswered { result } => {
            newest_reply(facts).filter(|(_, came_to)| *came_to == result).map(|(when, _)| when)
        }
        RecordFact::InquiryAnsweredAtAll => newest_reply(facts).map(|(when, _)| when),
        RecordFact::WriteAgainDue => write_again_due(record),
        RecordFact::InquiryFromRegistered => newest_inquiry_sent(facts, Sender::Registered),
        RecordFact::InquiryFromOther => newest_inquiry_sent(facts, Sender::Other),
        RecordFact::ReviewOver => review_over(record),
        RecordFact::TimerDue { stage } => {
            let timer = timer_from(stage, facts, record.rules, record.now)?;
            (timer.due != Due::Ahead).then(|| When::on(timer.day))
        }
        RecordFact::TimerAhead { stage } => {
            let timer = timer_from(stage, facts, record.rules, record.now)?;
            (timer.due == Due::Ahead).then_some(timer.from)
        }
        RecordFact::NotEscrowed => {
            first_stage(facts).filter(|_| facts.stages.iter().all(|event| comes_before_escrow(event.stage)))
        }
        RecordFact::NotDelivered => {
            made(facts).filter(|_| facts.stages.iter().all(|event| comes_before_delivery(event.stage)))
        }
        RecordFact::ClientAskedFor { channel } => {
            facts.wishes.iter().filter(|wish| wish.channels.contains(&channel)).map(|wish| wish.when).max()
        }
    }
}

fn comes_before_escrow(stage: Stage) -> bool {
    match stage {
        Stage::Consultation
        | Stage::Terms
        | Stage::Contracted
        | Stage::ReminderRequested
        | Stage::TerminationRequested
        | Stage::Continued => true,
        Stage::Escrowed
        | Stage::Delivered
        | Stage::Inspected
        | Stage::Completed
        | Stage::Terminated
        | Stage::Declined => false,
    }
}

fn comes_before_delivery(stage: Stage) -> bool {
    stage == Stage::Escrowed || comes_before_escrow(stage)
}

fn newest_look(facts: &ContractFacts, by: Party, place: Option<Place>) -> Option<&LinkSighting> {
    facts
        .sightings
        .iter()
        .filter(|look| look.looker == by && place.is_none_or(|place| look.place == place))
        .max_by_key(|look| (look.when, look.seen == Seen::Visible, look.id))
}

fn missing_on(facts: &ContractFacts, by: Party, place: Place) -> Option<When> {
    let newest = newest_look(facts, by, None)?;
    if newest.seen == Seen::Visible {
        return None;
    }
    newest_look(facts, by, Some(place)).filter(|look| look.seen == Seen::Missing).map(|look| look.when)
}

/// Whether an inquiry came from the address that the platform knows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sender {
    Registered,
    Other,
}

/// When the newest inquiry was sent, if it was by this sender; nothing while the registered address is not recorded.
fn newest_inquiry_sent(facts: &ContractFacts, by: Sender) -> Option<When> {
    let newest = facts.inquiries.iter().max_by_key(|inquiry| (inquiry.sent, inquiry.id))?;
    let registered = facts.account.registered_email.as_ref()?;
    let sender = if newest.sender.as_str().eq_ignore_ascii_case(registered.as_str()) {
        Sender::Registered
    } else {
        Sender::Other
    };
    (sender == by).then_some(newest.sent)
}

fn newest_reply(facts: &ContractFacts) -> Option<(When, InquiryResult)> {
    let newest = facts.inquiries.iter().max_by_key(|inquiry| (inquiry.sent, inquiry.id))?;
    newest.reply.as_ref().map(|reply| (reply.when, reply.result))
}

fn first_stage(facts: &ContractFacts) -> Option<When> {
    facts.stages.iter().map(|event| event.when).min()
}

fn ended(facts: &ContractFacts) -> Option<When> {
    facts.stages.iter().filter(|event| event.stage.ends_contract()).map(|event| event.when).max()
}

fn made(facts: &ContractFacts) -> Option<When> {
    facts
        .stages
        .iter()
        .filter(|event| match event.stage {
            Stage::Contracted
            | Stage::Escrowed
            | Stage::Delivered
            | Stage::Inspected
            | Stage::ReminderRequested
            | Stage::TerminationRequested
            | Stage::Continued => true,
            Stage::Consultation | Stage::Terms | Stage::Completed | Stage::Terminated | Stage::Declined => {
                false
            }
        })
        .map(|event| event.when)
        .min()
}
