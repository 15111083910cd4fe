//! Every question asked of the book. Views are put together here from facts, rules and packs; nothing in them is stored.

mod book;
mod contract;
mod contract_preview;
mod documents;
mod draft;
mod drawing;
mod entry;
mod evidence;
mod evidence_check;
mod guiding;
mod history;
mod inquiries;
mod known;
mod ledger;
mod message;
mod point;
mod repair;
mod rules;
mod rules_changed;
mod run;
pub(crate) mod said;
mod shared;
mod stage_line;
mod status_words;
mod today;

pub(crate) use contract::{all_facts, timeline};
pub(crate) use evidence::proves;
pub use evidence_check::EvidenceCheck;
pub(crate) use history::of_contract;
pub(crate) use known::Known;
pub(crate) use rules_changed::note_rules;
pub(crate) use shared::{contract_brief, uuid as uuid_of};
