//! Texts ready to copy, filled from the record and checked (点検) before copying. Templates are data in `packs/*/drafts`.

mod check;
mod fault;
mod fill;
mod length;
mod lint;
mod template;
mod values;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

pub use check::{CheckItem, Checked, DraftCheck, Tone, check};
pub use fault::Fault;
pub use fill::{FieldValue, Filled, GAP, Segment, fill};
pub use length::Length;
pub use lint::{Passage, Weight, why_outgoing};
pub use template::{Addressee, Check, DraftId, DraftTemplate, Field, Line, WhenMissing};
pub use values::field_values;
