//! What people type into a field, read with forgiveness and refused with a reason.
//!
//! Width, case, kana and spaces never matter. A text that means one thing is read; a text that may mean two, or
//! something that does not exist, is refused with repairs to choose from, never guessed. An empty field is no error:
//! the readers answer `None`. The refusals carry values, not words; the words are in `locales/`.

mod amount;
mod date;
mod day;
mod email;
mod number;
mod relative;
mod time;
mod vocabulary;

pub use amount::{AmountRefused, amount};
pub use day::{DayRefused, day, day_counting};
pub use email::{EmailRefused, PageRefused, email, page};
pub use time::{TimeRefused, time};
