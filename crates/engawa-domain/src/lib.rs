//! The trade.

mod as_text;
pub mod calendar;
pub mod entry;
pub mod money;
pub mod text;
