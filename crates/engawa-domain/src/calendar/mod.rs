//! Days, moments, holidays and business days. Nothing here asks the time: today is an argument.

mod business_days;
mod clock;
mod closure;
mod day;
pub mod holidays;
mod moment;
#[cfg(test)]
mod oracle_tests;
mod wareki;
mod when;
pub mod zone;

pub use business_days::{BusinessCalendar, Counted, DayRole, DayStep, NeverOpen, add_business_days};
pub use clock::{ClockTime, NoSuchTime};
pub use closure::{Closure, MonthDay, NoSuchMonthDay};
pub use day::{Day, NotADay};
pub use holidays::Certainty;
pub use jiff::civil::Weekday;
pub use moment::{Moment, NotAMoment};
pub use wareki::{Era, NoSuchWareki, Wareki};
pub use when::When;
