//! サポート用の報告: what somebody who helps needs to know, and nothing that the user wrote.
//!
//! Twice over. The report is a type whose fields hold counts, moments, versions, words of closed lists and [`Masked`] details, so there is
//! no room in it for anything else. And the finished text is looked through once more, by code that knows nothing of that type: a part
//! of it that is none of the program's own words, and that stands in the book, in its history or in the names of this machine, stops
//! the report.

mod gather;
mod machine;
mod masked;
mod render;
mod report;
mod ring;
mod save;
mod scan;
mod secrets;
mod version;

pub use gather::{support_report, support_report_without_book};
pub use masked::Masked;
pub use report::{Program, Shows};
pub use ring::{HeldProblems, LastProblems, Met};
pub use save::save_support_report;
pub use version::Version;
