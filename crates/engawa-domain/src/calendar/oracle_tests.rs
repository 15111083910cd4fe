//! Dates of laws and notices that are counted with the calendar alone, as they are printed or follow from a printed rule.

use super::{BusinessCalendar, Closure, Day};
use crate::rules::Text;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Banks: 銀行法施行令 5条, closed from 12-31 to 01-03.
fn bank() -> BusinessCalendar {
    let name = Text { ja: "年末年始".to_owned(), en: "the turn of the year".to_owned() };
    let closure = Closure { name, from: "12-31".parse().unwrap(), to: "01-03".parse().unwrap() };
    BusinessCalendar::new(vec![closure]).unwrap()
}

#[test]
fn the_60th_day_from_the_receipt_counts_the_day_of_receipt_itself() {
    for (id, received, last, first_late) in [
        ("D-01, printed", "2026-06-01", "2026-07-30", "2026-07-31"),
        ("D-02", "2026-07-01", "2026-08-29", "2026-08-30"),
        ("D-03", "2026-11-01", "2026-12-30", "2026-12-31"),
        ("D-04", "2026-11-15", "2027-01-13", "2027-01-14"),
        ("D-05", "2026-11-30", "2027-01-28", "2027-01-29"),
        ("D-06", "2026-12-01", "2027-01-29", "2027-01-30"),
        ("D-07", "2027-01-01", "2027-03-01", "2027-03-02"),
        ("D-08, a leap year", "2024-02-01", "2024-03-31", "2024-04-01"),
    ] {
        assert_eq!(day(received).plus_days(59), day(last), "{id}");
        assert_eq!(day(received).plus_days(60), day(first_late), "{id}");
    }
}

#[test]
fn the_30th_day_from_the_payment_of_the_first_contract_counts_that_day_itself() {
    for (id, paid, last) in [
        ("D-11", "2026-11-30", "2026-12-29"),
        ("D-12", "2026-12-31", "2027-01-29"),
        ("D-13", "2027-02-28", "2027-03-29"),
    ] {
        assert_eq!(day(paid).plus_days(29), day(last), "{id}");
    }
}

#[test]
fn the_worst_and_the_best_day_of_a_closing_scheme_are_those_of_the_oracles() {
    // Received on the first day of a month of 2026 and paid on this day of this later month.
    let day_number = |month: i8, later: u32, paid_on: Option<i8>| {
        let received = Day::new(2026, month, 1).unwrap();
        let in_month = received.plus_months(later);
        let paid = match paid_on {
            Some(date) => Day::new(in_month.year(), in_month.month(), date).unwrap(),
            None => in_month.last_of_month(),
        };
        received.days_until(paid) + 1
    };
    for (id, later, paid_on, worst, best) in [
        ("D-16 翌月末", 1, None, 62, 59),
        ("D-17 翌月25日", 1, Some(25), 56, 53),
        ("D-18 翌々月10日", 2, Some(10), 72, 69),
        ("D-19 翌々月20日", 2, Some(20), 82, 79),
    ] {
        let numbers: Vec<i32> = (1..=12).map(|month| day_number(month, later, paid_on)).collect();
        assert_eq!((numbers.iter().max(), numbers.iter().min()), (Some(&worst), Some(&best)), "{id}");
    }
    assert_eq!(day("2026-07-25").days_until(day("2026-09-30")) + 1, 68, "D-20, from the receipt");
    assert_eq!(day("2026-03-05").days_until(day("2026-05-31")) + 1, 88, "a page prints 86");
}

#[test]
fn where_a_bank_holiday_moves_a_payment_too_far_it_is_paid_on_the_bank_day_before() {
    for (id, due, paid) in [
        ("D-23", "2026-05-02", "2026-05-01"),
        ("D-24", "2026-09-19", "2026-09-18"),
        ("D-25", "2027-05-01", "2027-04-30"),
    ] {
        assert_eq!(bank().previous_on_or_before(day(due)), day(paid), "{id}");
    }
}

#[test]
fn records_are_kept_for_whole_years_from_the_day_on_which_the_return_is_due() {
    let offices = BusinessCalendar::weekends_and_holidays();
    for (id, fifteenth, due, five, seven) in [
        ("R-01", "2025-03-15", "2025-03-17", "2030-03-17", "2032-03-17"),
        ("R-02", "2027-03-15", "2027-03-15", "2032-03-15", "2034-03-15"),
    ] {
        let deadline = offices.next_on_or_after(day(fifteenth));
        assert_eq!(deadline, day(due), "{id}");
        assert_eq!((deadline.plus_months(60), deadline.plus_months(84)), (day(five), day(seven)), "{id}");
    }
}
