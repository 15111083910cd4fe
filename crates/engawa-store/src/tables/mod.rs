//! One file per table: its SQL, its columns, and how a domain value is its row.
//!
//! To add a column: a migration beside the table (see [`schema`](crate::schema)), the column in `COLUMNS`, and one line each in
//! `cells` and `read`. The schema snapshot shows the difference to a reader.

pub mod account;
pub mod client;
pub mod contract;
pub mod copied_anyway;
pub mod correction;
pub mod document;
pub mod document_correction;
pub mod evidence;
pub mod evidence_link;
pub mod inquiry;
pub mod outside_contact;
pub mod own_service;
pub mod payment;
pub mod request;
pub mod restriction;
pub mod run;
pub mod sighting;
pub mod stage;
pub mod status;
pub mod wish;
