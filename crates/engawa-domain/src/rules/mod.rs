//! One platform's rules as dated data: the argument of every answer. Parsed and checked by `engawa-packs`;
//! this crate knows no platform by name.

mod cited;
mod platform;

pub use cited::{Cite, Confidence, Known, Source, SourceId, SourceKind, Sources, Text};
pub use platform::{
    ContactRule, DealOutside, DealRule, DocumentedWord, Entrance, FeeRule, FormatRule, LinkPlace,
    PlatformRules, RequestRule, ReviewTime, Shape, Span, Support, Timer, TimerStart, UnknownPoint, Warning,
};
