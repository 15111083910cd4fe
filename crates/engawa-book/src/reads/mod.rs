//! Every question asked of the book. Views are put together here from facts, rules and packs; nothing in them is stored.

mod contract;
mod draft;
mod inquiries;
mod ledger;
mod run;
pub(crate) mod said;
mod shared;
mod stage_line;
mod today;
