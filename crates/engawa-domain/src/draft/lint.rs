//! The draft linter: what the words of an outgoing text say, read by the engine of メッセージ点検 from the sender's side, and how
//! hard it is as things stand now.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::check::Checked;
use super::template::Addressee;
use crate::message::{Circumstances, Finding, FindingKind, check_outgoing};
use crate::rules::{DealOutside, PlatformRules};
use crate::say::Say;
use crate::standing::Contact;
use crate::text::TextRange;

/// A passage of an outgoing text that calls for a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Of what kind it is, where it stands in characters, and its words.
    pub finding: Finding,
    /// The same place as the window counts.
    pub range: TextRange,
    /// How hard it is.
    pub weight: Weight,
}

/// How hard a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Sending it may breach a rule of the service as things stand now.
    Fails,
    /// No rule that we know of speaks against it; prudence does.
    Hint,
}

/// The passages of a text, in order. The standing counts as for a message that came in: permission to talk silences an
/// invitation to it, and nothing else.
pub(super) fn passages(to: Addressee, checked: Checked<'_>) -> Vec<Passage> {
    let Checked { text, facts, rules, contact, .. } = checked;
    let circumstances = Circumstances::of_record(facts, rules, contact);
    let found = check_outgoing(text, &circumstances).into_iter();
    let weighed = found.filter_map(|finding| Some((weight(finding.kind, to, rules, contact)?, finding)));
    weighed
        .map(|(weight, finding)| {
            let range =
                TextRange { from: units(text, finding.place.start), to: units(text, finding.place.end) };
            Passage { finding, range, weight }
        })
        .collect()
}

/// How hard a kind of passage is for this reader; `None` where it is nothing to look at.
fn weight(kind: FindingKind, to: Addressee, rules: &PlatformRules, contact: Contact) -> Option<Weight> {
    match to {
        Addressee::Client => to_client(kind, rules, contact),
        // The reason of a request is weighed by the service: one that speaks of dealing outside speaks against itself.
        Addressee::Form => match kind {
            FindingKind::DirectDeal | FindingKind::OutsidePayment => Some(Weight::Hint),
            FindingKind::ContactInvitation
            | FindingKind::WorkBeforeEscrow
            | FindingKind::BuyGoods
            | FindingKind::SeminarSchool
            | FindingKind::IdentityPapers
            | FindingKind::NoNeedToApply
            | FindingKind::DeleteRequest => None,
        },
        // What is told to the office, or asked of it, is offered to nobody.
        Addressee::Office => None,
    }
}

fn to_client(kind: FindingKind, rules: &PlatformRules, contact: Contact) -> Option<Weight> {
    let fails_if = |fails| if fails { Weight::Fails } else { Weight::Hint };
    match kind {
        // Once contact is permitted there is nothing found of an invitation, and there may be nothing left to apply for.
        FindingKind::ContactInvitation | FindingKind::NoNeedToApply => {
            Some(fails_if(contact != Contact::Yes))
        }
        FindingKind::DirectDeal | FindingKind::OutsidePayment => match rules.deal_outside.permitted {
            DealOutside::Forbidden | DealOutside::Unknown => Some(Weight::Fails),
            DealOutside::Permitted => None,
        },
        FindingKind::WorkBeforeEscrow => Some(fails_if(kind.rule(rules).is_some())),
        // What the sender gives away, and what the sender loses as a proof.
        FindingKind::IdentityPapers | FindingKind::DeleteRequest => Some(Weight::Hint),
        // These guard the one who works against offers; a freelancer who names a font to buy offers none.
        FindingKind::BuyGoods | FindingKind::SeminarSchool => None,
    }
}

/// Why it calls for a look when it is about to be sent.
pub fn why_outgoing(kind: FindingKind) -> Say {
    Say::new(match kind {
        FindingKind::ContactInvitation => "draft-why-contact-invitation",
        FindingKind::DirectDeal => "draft-why-direct-deal",
        FindingKind::OutsidePayment => "draft-why-outside-payment",
        FindingKind::WorkBeforeEscrow => "draft-why-work-before-escrow",
        FindingKind::IdentityPapers => "draft-why-identity-papers",
        FindingKind::NoNeedToApply => "draft-why-no-need-to-apply",
        FindingKind::DeleteRequest => "draft-why-delete-request",
        // Never found in an outgoing text; what is said of a message that came in is true of it too.
        FindingKind::BuyGoods | FindingKind::SeminarSchool => return kind.why(),
    })
}

/// The UTF-16 code units before a character.
fn units(text: &str, character: usize) -> u32 {
    let units = text.chars().take(character).map(char::len_utf16).sum::<usize>();
    u32::try_from(units).unwrap_or(u32::MAX)
}
