//! The trade: what the user recorded ([`facts`]), what a platform permits ([`rules`]), and the answer that follows
//! ([`standing`]); beside it the calendar, the money, the guides, the drafts and
//! the check of a client's messages.
//!
//! Pure: no input or output, no clock, no randomness. Today, identifiers and rules are arguments.

mod as_text;
pub mod calendar;
pub mod draft;
pub mod entry;
pub mod facts;
pub mod guide;
pub mod ids;
#[cfg(feature = "schema")]
mod json_schema;
pub mod message;
pub mod money;
pub mod rules;
pub mod say;
pub mod standing;
pub mod text;
