//! Texts ready to copy, filled from the record and checked (点検) before copying. Templates are data in `packs/*/drafts`.

mod check;
mod fill;
mod template;
mod values;

#[cfg(test)]
mod tests;

pub use check::{CheckItem, Checked, Tone, check};
pub use fill::{FieldValue, Filled, GAP, Segment, fill};
pub use template::{Addressee, Check, DraftId, DraftTemplate, Field, Line, WhenMissing};
pub use values::field_values;
