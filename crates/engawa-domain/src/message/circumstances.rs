//! What the standing of a contract says about a message.

use super::finding::{FindingKind, Grounds};
use crate::facts::{Channel, ContractFacts, Stage};
use crate::rules::{ContactRule, DealOutside, PlatformRules, Shape};
use crate::standing::{ApprovalSeen, Contact};

/// What decides whether a passage is an alarm.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// Whether contact outside is permitted now. Only `Yes` silences an invitation, see `agreed`.
    pub contact: Contact,
    /// The means of contact that the approved request named. Whether an approval reaches others is published nowhere, so an
    /// invitation to another stays a finding. Empty where nothing is recorded: then nothing can be compared.
    pub agreed: &'a [Channel],
    /// Whether dealing outside is permitted.
    pub deal_outside: DealOutside,
    /// Whether the money is held by the service.
    pub escrow: Escrow,
    /// The hosts of the service itself, whose pages are no contact data.
    pub own_hosts: &'a [String],
}

/// Whether the money is held by the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Escrow {
    /// Nothing is recorded.
    NotKnown,
    /// It is known not to be.
    NotYet,
    /// It is, or was.
    Held,
}

/// Whether an approval is held for this contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Approval {
    /// The user holds one.
    Held,
    /// None is known of.
    NotHeld,
}

impl<'a> Circumstances<'a> {
    /// What a record and the contact that its standing permits say.
    pub fn of_record(facts: &'a ContractFacts, rules: &'a PlatformRules, contact: Contact) -> Self {
        Self {
            contact,
            agreed: agreed(facts, contact),
            deal_outside: rules.deal_outside.permitted,
            escrow: Escrow::of(facts),
            own_hosts: &rules.hosts,
        }
    }

    /// What follows from the rules of a service, the stage reached (where it is known) and an approval. What is not known is
    /// read strictly.
    pub fn of(rules: &'a PlatformRules, stage: Option<Stage>, approval: Approval) -> Self {
        Self {
            contact: contact(&rules.contact, stage, approval),
            agreed: &[],
            deal_outside: rules.deal_outside.permitted,
            escrow: stage.map_or(Escrow::NotKnown, Escrow::at),
            own_hosts: &rules.hosts,
        }
    }
}

impl Circumstances<'_> {
    /// Why a passage of this kind is shown.
    pub(super) fn grounds(&self, kind: FindingKind) -> Grounds {
        match (kind, self.contact) {
            (FindingKind::ContactInvitation, Contact::Yes) => Grounds::OtherMeans,
            (_, Contact::Yes | Contact::No | Contact::Ask) => Grounds::Kind,
        }
    }

    /// Whether a passage that names these means invites to one that the request did not name. A passage that names none does
    /// not.
    pub(super) fn is_beyond(&self, mut named: impl Iterator<Item = Channel>) -> bool {
        named.any(|channel| !self.agreed.contains(&channel))
    }
}

/// What the request named that was approved: the newest that may have been filed before the approval was seen.
fn agreed(facts: &ContractFacts, contact: Contact) -> &[Channel] {
    let seen = facts.statuses.iter().filter_map(|status| ApprovalSeen::of(facts.contract.id, status));
    match (contact, seen.map(|approval| approval.when()).max()) {
        (Contact::Yes, Some(approved)) => {
            let before = facts.requests.iter().filter(|request| !request.when.strictly_after(&approved));
            before.max_by_key(|request| (request.when, request.id)).map_or(&[], |request| &request.channels)
        }
        (Contact::Yes, None) | (Contact::No | Contact::Ask, _) => &[],
    }
}

/// A stage beside the way does not tell which others were reached before it.
fn reached(stage: Option<Stage>, gate: Stage) -> bool {
    stage.is_some_and(|stage| stage.is_on_the_way() && stage >= gate)
}

fn contact(rule: &ContactRule, stage: Option<Stage>, approval: Approval) -> Contact {
    let yes_if = |permitted| if permitted { Contact::Yes } else { Contact::No };
    match rule.shape {
        // What rests on one weak source permits nothing by itself.
        Shape::Gate { .. } | Shape::Free if !rule.carries_yes() => Contact::Ask,
        Shape::Approval => yes_if(approval == Approval::Held),
        Shape::GateAndApproval { gate } => yes_if(approval == Approval::Held && reached(stage, gate)),
        Shape::Gate { gate } => yes_if(reached(stage, gate)),
        Shape::Forbidden => Contact::No,
        Shape::Free => Contact::Yes,
        Shape::NotKnown if approval == Approval::Held => Contact::Yes,
        Shape::NotKnown => Contact::Ask,
    }
}

impl Escrow {
    /// What a record tells. The money was held once any stage says so, whatever was recorded after it.
    pub fn of(facts: &ContractFacts) -> Self {
        if facts.stages.iter().any(|event| Self::at(event.stage) == Self::Held) {
            return Self::Held;
        }
        let newest = facts.stages.iter().max_by_key(|event| (event.when, event.stage));
        newest.map_or(Self::NotKnown, |event| Self::at(event.stage))
    }

    /// What a stage tells.
    pub fn at(stage: Stage) -> Self {
        match stage {
            Stage::Consultation | Stage::Terms | Stage::Contracted => Self::NotYet,
            Stage::Escrowed | Stage::Delivered | Stage::Inspected | Stage::Completed => Self::Held,
            Stage::ReminderRequested
            | Stage::TerminationRequested
            | Stage::Continued
            | Stage::Terminated
            | Stage::Declined => Self::NotKnown,
        }
    }
}
