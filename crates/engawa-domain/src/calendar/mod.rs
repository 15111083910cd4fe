//! Days, moments, holidays and business days. Nothing here asks the time: today is an argument.

mod business_days;
mod clock;
mod day;
mod moment;
mod when;
pub mod zone;

pub use business_days::{Certainty, Closure, DayRole, DayStep, MonthDay, NoSuchMonthDay};
pub use clock::{ClockTime, NoSuchTime};
pub use day::{Day, NotADay};
pub use moment::{Moment, NotAMoment};
pub use when::When;
