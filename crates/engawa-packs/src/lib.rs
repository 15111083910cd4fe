//! Rule packs: one folder of `packs/` for each platform, with its rules, guides and drafts as dated data.
//!
//! A pack is read strictly (what a file says and the app does not know is an error), its words and sources are checked,
//! and its guides are proven over every path. The packs of the program are part of it; they are read once at the start.

mod borrow;
mod check;
mod error;
mod lines;
mod own;
mod pack;
mod packs;
pub mod prove;
mod read;
mod remedy;
#[cfg(feature = "schema")]
pub mod schema;
mod service;
mod tree;
mod values;

#[cfg(test)]
mod tests;

pub use error::{PackError, PackErrors, Place, Refused};
pub use own::{About, Corrected, CorrectionState, Point, SpanUnit, Takes, points, value_at};
pub use pack::{Pack, WrittenFor};
pub use packs::{OTHER, Packs};
pub use read::{PackFile, read_pack};
pub use values::{PackValue, ValueChange, Written, changes, said, values};
