//! One platform's rules as dated data: the argument of every answer. Parsed and checked by `engawa-packs`;
//! this crate knows no platform by name.

mod cited;
mod contact;
mod earlier;
mod limit;
mod notes;
mod own;
mod platform;
mod request;
mod support;
mod timer;

#[cfg(test)]
mod tests;

pub use cited::{Cite, Confidence, Known, STALE_AFTER_DAYS, Source, SourceId, SourceKind, Sources, Text};
pub use contact::{ContactRule, DealOutside, DealRule, Exemption, Shape, ShapeName};
pub use earlier::{Earlier, EarlierRequest};
pub use limit::{Counting, LengthLimit};
pub use notes::{Conflict, ConflictAbout, Duty, DutyWhen, Operating, Penalty, UnknownPoint, Warning};
pub use own::{Correction, OWN_PREFIX, OwnContact, OwnService, OwnSource};
pub use platform::PlatformRules;
pub use request::{DocumentedWord, Filers, FormatRule, LinkPlace, RequestRule, ReviewTime};
pub use support::{Entrance, FeeRule, Support};
pub use timer::{Span, Timer, TimerStart};
