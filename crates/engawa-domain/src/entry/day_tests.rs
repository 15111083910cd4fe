use super::*;
use proptest::prelude::*;

/// A Tuesday, the day after 勤労感謝の日.
const TODAY: &str = "2026-11-24";

fn on(text: &str) -> Day {
    text.parse().unwrap()
}

fn read(typed: &str) -> Result<Option<Day>, DayRefused> {
    day(typed, on(TODAY))
}

#[test]
fn a_day_is_read_in_the_forms_people_type() {
    for (typed, expected) in [
        ("2026-11-24", "2026-11-24"),
        ("2026/11/24", "2026-11-24"),
        ("２０２６年１１月２４日", "2026-11-24"),
        ("20261124", "2026-11-24"),
        ("24 Nov 2026", "2026-11-24"),
        ("令和8年11月24日", "2026-11-24"),
        ("R8.11.24", "2026-11-24"),
        ("11/25", "2026-11-25"),
        ("11月25日", "2026-11-25"),
        ("11/24(火)", "2026-11-24"),
        ("25日", "2026-11-25"),
        ("今日", "2026-11-24"),
        ("あさって", "2026-11-26"),
        ("きのう", "2026-11-23"),
        ("+3日", "2026-11-27"),
        ("2週間後", "2026-12-08"),
        ("月末", "2026-11-30"),
        ("金曜", "2026-11-27"),
        ("来週金曜", "2026-12-04"),
        ("tomorrow", "2026-11-25"),
        ("3 days ago", "2026-11-21"),
    ] {
        assert_eq!(read(typed), Ok(Some(on(expected))), "{typed}");
    }
    assert_eq!(read("　"), Ok(None), "an empty field is no error");
}

#[test]
fn business_days_leave_out_weekends_and_holidays() {
    // From Friday the 20th: Monday the 23rd is 勤労感謝の日.
    let friday = on("2026-11-20");
    assert_eq!(day("+1営業日", friday), Ok(Some(on("2026-11-24"))));
    assert_eq!(day("+2営業日", friday), Ok(Some(on("2026-11-25"))));
}

#[test]
fn a_day_without_a_year_is_the_nearest_such_day() {
    assert_eq!(day("1/5", on("2026-12-28")), Ok(Some(on("2027-01-05"))));
    assert_eq!(day("12/28", on("2027-01-05")), Ok(Some(on("2026-12-28"))));
}

#[test]
fn what_is_on_no_calendar_is_refused_with_repairs() {
    assert!(
        matches!(read("2026-11-31"), Err(DayRefused::NoSuchDay { last: 30, .. })),
        "{:?}",
        read("2026-11-31")
    );
    assert_eq!(read("2026-02-29").unwrap_err().repairs(), [on("2026-02-28"), on("2026-03-01")]);
    assert!(matches!(read("2026-13-01"), Err(DayRefused::NoSuchMonth { month: 13, .. })));
    assert_eq!(
        read("11/24(水)").unwrap_err().repairs(),
        [on("2026-11-24"), on("2026-11-25")],
        "the day itself, and the nearest Wednesday"
    );
    assert!(matches!(read("そのうち"), Err(DayRefused::Unreadable { typed }) if typed == "そのうち"));
}

proptest! {
    #[test]
    fn a_day_is_read_as_it_is_written(days in -20_000..20_000_i32) {
        let written = on(TODAY).plus_days(days);
        prop_assert_eq!(read(&written.to_string()), Ok(Some(written)));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,20}|[0-9/年月日営業後前+R.() -]{0,12}") {
        let _ = read(&text);
    }
}
