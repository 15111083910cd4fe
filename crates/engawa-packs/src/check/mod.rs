//! What must be true of a pack beside its shape.

mod drafts;
mod rules;
mod slots;
mod words;

pub(crate) use drafts::drafts;
pub(crate) use rules::rules;
pub(crate) use slots::slots;
pub(crate) use words::{surest_of, texts, words};
