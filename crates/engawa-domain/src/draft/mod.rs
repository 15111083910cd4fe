//! Texts ready to copy, filled from the record and checked (点検) before copying. Templates are data in `packs/*/drafts`.

mod check;
mod fill;
mod template;

pub use check::{CheckItem, Finding, Tone, check};
pub use fill::{FieldValue, Filled, Segment, fill};
pub use template::{Addressee, Check, DraftId, DraftTemplate, Field, Line};
