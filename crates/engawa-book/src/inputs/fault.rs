//! Fields that need a repair: what is the matter, without words, and the repairs to choose from.

use engawa_domain::calendar::{ClockTime, Day};
use engawa_domain::entry::{AmountRefused, DayRefused, EmailRefused, PageRefused, TimeRefused};
use engawa_domain::money::Yen;
use engawa_domain::say::Say;
use engawa_domain::text::TextRefused;

use crate::error::BookError;

/// A field that needs a repair.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldFault {
    /// The field's name in the input struct, for example `delivery_due` or `stages.1.day`.
    pub field: String,
    /// What is the matter.
    pub say: Say,
    /// Repairs to choose from, the likeliest first.
    pub offers: Vec<OfferSaid>,
}

/// A repair, without words.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferSaid {
    /// The words on the button.
    pub label: Say,
    /// What replaces the typed text; it is always readable by the field's own reader.
    pub value: String,
}

impl FieldFault {
    /// A fault with the repairs that follow from it.
    pub fn new(field: impl Into<String>, fault: impl Into<Fault>) -> Self {
        let Fault { say, offers } = fault.into();
        Self { field: field.into(), say, offers }
    }
}

impl From<Vec<FieldFault>> for BookError {
    fn from(faults: Vec<FieldFault>) -> Self {
        Self::Fields(faults)
    }
}

/// What is the matter with a text, whatever the field.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    say: Say,
    offers: Vec<OfferSaid>,
}

impl Fault {
    /// Nothing was typed where something is needed.
    pub fn empty() -> Self {
        Self::plain(Say::new("problem-field-empty"))
    }

    /// A choice that is not there (any more).
    pub fn no_such_choice() -> Self {
        Self::plain(Say::new("problem-field-no-such-choice"))
    }

    fn plain(say: Say) -> Self {
        Self { say, offers: Vec::new() }
    }
}

impl From<Say> for Fault {
    fn from(say: Say) -> Self {
        Self::plain(say)
    }
}

impl From<DayRefused> for Fault {
    fn from(refused: DayRefused) -> Self {
        let offers = refused.repairs().iter().map(|day| day_offer(*day)).collect();
        let say = match &refused {
            DayRefused::Unreadable { typed } => {
                Say::new("problem-day-unreadable").with("typed", typed.as_str())
            }
            DayRefused::NoSuchDay { month, last, .. } => {
                Say::new("problem-day-no-such-day").with("month", small(*month)).with("last", small(*last))
            }
            DayRefused::NoSuchMonth { month, .. } => {
                Say::new("problem-day-no-such-month").with("month", small(*month))
            }
            DayRefused::OtherWeekday { day, .. } => Say::new("problem-day-other-weekday").with("day", *day),
            DayRefused::SeveralMeant { .. } => Say::new("problem-day-several"),
            DayRefused::BeforeTheEra { era, .. } => {
                Say::new("problem-day-before-era").with("era", era.name())
            }
            DayRefused::OutOfReach => Say::new("problem-day-out-of-reach"),
        };
        Self { say, offers }
    }
}

impl From<TimeRefused> for Fault {
    fn from(refused: TimeRefused) -> Self {
        let offers = refused.repairs().iter().map(|time| time_offer(*time)).collect();
        let say = match &refused {
            TimeRefused::Unreadable { typed } => {
                Say::new("problem-time-unreadable").with("typed", typed.as_str())
            }
            TimeRefused::NoSuchHour { hour } => {
                Say::new("problem-time-no-such-hour").with("hour", u32::from(*hour))
            }
            TimeRefused::NoSuchMinute { minute } => {
                Say::new("problem-time-no-such-minute").with("minute", u32::from(*minute))
            }
            TimeRefused::NextDay { .. } => Say::new("problem-time-next-day"),
            TimeRefused::SeveralMeant { .. } => Say::new("problem-time-several"),
        };
        Self { say, offers }
    }
}

impl From<AmountRefused> for Fault {
    fn from(refused: AmountRefused) -> Self {
        let offers = refused.repairs().iter().map(|yen| yen_offer(*yen)).collect();
        let say = match &refused {
            AmountRefused::Unreadable { typed } => {
                Say::new("problem-amount-unreadable").with("typed", typed.as_str())
            }
            AmountRefused::Negative { .. } => Say::new("problem-amount-negative"),
            AmountRefused::Fraction { .. } => Say::new("problem-amount-fraction"),
            AmountRefused::Beyond { limit } => Say::new("problem-amount-beyond").with("limit", *limit),
            AmountRefused::SeveralMeant { .. } => Say::new("problem-amount-several"),
            AmountRefused::BeforeTax { amount } => {
                Say::new("problem-amount-before-tax").with("amount", *amount)
            }
        };
        Self { say, offers }
    }
}

impl From<EmailRefused> for Fault {
    fn from(refused: EmailRefused) -> Self {
        match refused {
            EmailRefused::OtherwiseWritten { repair } => {
                Self { say: Say::new("problem-email-otherwise"), offers: vec![words_offer(repair.as_str())] }
            }
            EmailRefused::Unreadable { typed } => {
                Self::plain(Say::new("problem-email-unreadable").with("typed", typed.as_str()))
            }
        }
    }
}

impl From<PageRefused> for Fault {
    fn from(refused: PageRefused) -> Self {
        match refused {
            PageRefused::OtherwiseWritten { repair } => {
                Self { say: Say::new("problem-page-otherwise"), offers: vec![words_offer(repair.as_str())] }
            }
            PageRefused::Unreadable { typed } => {
                Self::plain(Say::new("problem-page-unreadable").with("typed", typed.as_str()))
            }
        }
    }
}

impl From<TextRefused> for Fault {
    fn from(refused: TextRefused) -> Self {
        match refused {
            TextRefused::Empty => Self::empty(),
            TextRefused::TooLong { length, limit } => Self::plain(
                Say::new("problem-field-too-long").with("length", count(length)).with("limit", count(limit)),
            ),
        }
    }
}

fn day_offer(day: Day) -> OfferSaid {
    OfferSaid { label: Say::new("problem-offer-day").with("day", day), value: day.to_string() }
}

fn time_offer(time: ClockTime) -> OfferSaid {
    words_offer(&time.to_string())
}

fn yen_offer(yen: Yen) -> OfferSaid {
    OfferSaid { label: Say::new("problem-offer-yen").with("amount", yen), value: yen.to_string() }
}

fn words_offer(words: &str) -> OfferSaid {
    OfferSaid { label: Say::new("problem-offer-words").with("words", words), value: words.to_owned() }
}

/// A month, a day of the month: never negative once read.
fn small(number: i8) -> u32 {
    u32::from(number.unsigned_abs())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
