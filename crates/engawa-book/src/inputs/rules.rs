//! What the user says of the rules, as typed: a service of their own, a corrected value.

use engawa_domain::ids::{CorrectionId, OwnServiceId, PlatformId};
use engawa_domain::rules::{Correction, DealOutside, OwnContact, OwnService, OwnSource};
use engawa_domain::say::Say;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::fault::FieldFault;
use super::read::Reader;

/// After so many business days it makes sense to write to support again, where the user gave no other number.
const ANSWER_DAYS: u32 = 2;
/// The longest wait for an answer that is taken for meant.
const ANSWER_DAYS_LIMIT: u32 = 90;

/// A service without a pack, or a direct client: five answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OwnServiceInput {
    /// Its name.
    pub name: String,
    /// Who may talk outside, and when.
    pub contact: OwnContact,
    /// Whether dealing and paying outside is permitted.
    pub deal: DealOutside,
    /// The page or agreement that says so; may be empty.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// The day on which the user looked, as typed; empty for today.
    pub looked: String,
    /// How its support is reached; may be empty.
    pub support: String,
    /// Business days after which to write again, as typed; empty for the usual.
    pub answer_days: String,
    /// Free words.
    pub note: String,
}

/// A change of a service that the user added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct OwnServiceAmendment {
    /// Which.
    pub service: OwnServiceId,
    /// What the change was begun with; `None` not to ask whether it became another since.
    pub before: Option<OwnService>,
    /// What it is from now on.
    pub input: OwnServiceInput,
}

/// A corrected value. There is one correction of a value; a second takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct CorrectionInput {
    /// Whose rules.
    pub platform: PlatformId,
    /// The way to the value.
    pub path: String,
    /// What it is.
    pub value: String,
    /// The page or agreement that says so.
    pub source: String,
    /// Its address; may be empty.
    pub address: String,
    /// The day on which the user looked, as typed; empty for today.
    pub looked: String,
    /// Free words.
    pub note: String,
}

/// Reads a service. A rule that would permit contact by itself needs a page or an agreement that says so.
pub(crate) fn own_service(
    id: OwnServiceId,
    input: &OwnServiceInput,
    mut reader: Reader<'_>,
) -> Result<OwnService, Vec<FieldFault>> {
    let name = reader.title("name", &input.name);
    let permits = match input.contact {
        OwnContact::AfterContract | OwnContact::AfterEscrow | OwnContact::Free => true,
        OwnContact::Approval | OwnContact::Forbidden | OwnContact::NotKnown => false,
    };
    let says_where = !input.source.trim().is_empty() || !input.address.trim().is_empty();
    let source = if says_where {
        source(&input.source, &input.address, &input.looked, &mut reader).map(Some)
    } else if permits {
        reader.fault("source", Say::new("problem-source-needed"));
        None
    } else {
        Some(None)
    };
    let support = reader.note("support", &input.support);
    let answer_days = answer_days(&input.answer_days, &mut reader);
    let note = reader.note("note", &input.note);
    let read = (|| {
        Some(OwnService {
            id,
            name: name?,
            contact: input.contact,
            deal: input.deal,
            source: source?,
            support: support?,
            answer_days: answer_days?,
            note: note?,
        })
    })();
    reader.done(read)
}

/// Reads a correction. What the pack says, `shipped`, is kept with it, so that a newer pack that says otherwise is noticed.
pub(crate) fn correction(
    id: CorrectionId,
    input: &CorrectionInput,
    shipped: String,
    mut reader: Reader<'_>,
) -> Result<Correction, Vec<FieldFault>> {
    let value = reader.note("value", &input.value).map(|value| value.trim().to_owned());
    let source = source(&input.source, &input.address, &input.looked, &mut reader);
    let note = reader.note("note", &input.note);
    let (platform, path) = (input.platform.clone(), input.path.clone());
    let read =
        (|| Some(Correction { id, platform, path, value: value?, shipped, source: source?, note: note? }))();
    reader.done(read)
}

fn source(title: &str, address: &str, looked: &str, reader: &mut Reader<'_>) -> Option<OwnSource> {
    let title = reader.title("source", title);
    let address = reader.page("address", address);
    let looked = reader.day_or_today("looked", looked);
    // Looked up tomorrow is a slip of the keys, and would count as fresh for half a year more.
    let looked = looked.filter(|when| {
        let is_past = when.day <= reader.today();
        if !is_past {
            reader.fault("looked", Say::new("problem-looked-later"));
        }
        is_past
    });
    Some(OwnSource { title: title?, address: address?.unwrap_or_default(), looked: looked?.day })
}

fn answer_days(typed: &str, reader: &mut Reader<'_>) -> Option<u32> {
    if typed.trim().is_empty() {
        return Some(ANSWER_DAYS);
    }
    let read = reader.count(typed).filter(|days| (1..=ANSWER_DAYS_LIMIT).contains(days));
    if read.is_none() {
        reader.fault("answer_days", Say::new("problem-answer-days").with("limit", ANSWER_DAYS_LIMIT));
    }
    read
}
