//! Which backups may go: a rule over moments and days, and over nothing else.
//!
//! Days, weeks and months are counted among those that have a backup, not from today backwards. So a clock that was set years
//! ahead, or a year in which the app was not opened, makes no backup too old to be kept.

use std::collections::{BTreeMap, BTreeSet};

use engawa_domain::calendar::{Day, Moment};

/// Everything younger than this stays.
const ALL_WITHIN_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// Days, weeks and months of which the newest backup stays.
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 24;

/// A proven backup, as far as the rule looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Dated {
    /// When it was made.
    pub at: Moment,
    /// The day of that, where the user is.
    pub day: Day,
    /// Whether it may go at all: what was made before a restore or an upgrade stays.
    pub stays: bool,
}

/// The backups that may go.
pub fn may_go(backups: &[Dated], now: Moment) -> Vec<Moment> {
    let kept = kept(backups, now);
    backups.iter().map(|one| one.at).filter(|at| !kept.contains(at)).collect()
}

fn kept(backups: &[Dated], now: Moment) -> BTreeSet<Moment> {
    let past = || backups.iter().filter(|one| one.at <= now);
    // What carries a date after now was made under another clock; it takes nobody's place and loses its own to nobody.
    let mut kept: BTreeSet<Moment> = backups
        .iter()
        .filter(|one| one.stays || one.at > now || now.as_millis() - one.at.as_millis() <= ALL_WITHIN_MILLIS)
        .map(|one| one.at)
        .collect();
    kept.extend(backups.iter().map(|one| one.at).max());
    kept.extend(past().map(|one| one.at).max());
    kept.extend(newest_of_each(past(), DAYS, day_number));
    kept.extend(newest_of_each(past(), WEEKS, |day| day_number(day).div_euclid(7)));
    kept.extend(newest_of_each(past(), MONTHS, |day| i32::from(day.year()) * 12 + i32::from(day.month())));
    kept
}

/// Days since the first Monday of the calendar, so that a week begins on a Monday.
fn day_number(day: Day) -> i32 {
    // 0001-01-01 was a Monday.
    Day::FIRST.days_until(day)
}

/// The newest of each span, for so many of the newest spans.
fn newest_of_each<'a>(
    backups: impl Iterator<Item = &'a Dated>,
    spans: usize,
    span: impl Fn(Day) -> i32,
) -> impl Iterator<Item = Moment> {
    let mut newest: BTreeMap<i32, Moment> = BTreeMap::new();
    for one in backups {
        let of = newest.entry(span(one.day)).or_insert(one.at);
        *of = one.at.max(*of);
    }
    newest.into_values().rev().take(spans).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use engawa_domain::calendar::zone;
    use proptest::prelude::*;

    use super::*;

    fn dated(at: &str) -> Dated {
        of(at.parse().unwrap())
    }

    fn of(at: Moment) -> Dated {
        Dated { at, day: zone::local(at, "Asia/Tokyo").unwrap().day, stays: false }
    }

    fn left(backups: &[Dated], now: &str) -> Vec<String> {
        let gone = may_go(backups, now.parse().unwrap());
        backups.iter().filter(|one| !gone.contains(&one.at)).map(|one| one.at.to_string()).collect()
    }

    #[test]
    fn the_first_day_of_the_calendar_is_a_monday() {
        use engawa_domain::calendar::Weekday;
        assert_eq!(Day::FIRST.weekday(), Weekday::Monday);
    }

    #[test]
    fn of_a_day_that_is_over_the_newest_stays_and_of_the_last_24_hours_all() {
        let backups =
            ["2026-11-20T01:00:00Z", "2026-11-20T02:00:00Z", "2026-11-24T01:00:00Z", "2026-11-24T02:00:00Z"]
                .map(dated);
        assert_eq!(
            left(&backups, "2026-11-24T03:00:00Z"),
            ["2026-11-20T02:00:00.000Z", "2026-11-24T01:00:00.000Z", "2026-11-24T02:00:00.000Z"]
        );
    }

    #[test]
    fn of_three_years_with_one_backup_a_day_the_newest_of_12_days_10_weeks_and_24_months_stay() {
        let start: Moment = "2024-01-01T00:00:00Z".parse().unwrap();
        let day = 24 * 60 * 60 * 1_000;
        let backups: Vec<_> =
            (0..1_095).map(|n| of(Moment::from_millis(start.as_millis() + n * day).unwrap())).collect();
        let now = Moment::from_millis(backups.last().unwrap().at.as_millis() + 1).unwrap();
        let kept = backups.len() - may_go(&backups, now).len();
        // To 2026-12-30, a Wednesday: 12 days to 12-19; of the weeks the Sundays 12-20 and 12-27 and today are among them, which
        // leaves 7; of the months today is, which leaves 23.
        assert_eq!(kept, 12 + 7 + 23);
        assert!(!may_go(&backups, now).contains(&backups.last().unwrap().at));
    }

    #[test]
    fn a_clock_set_three_years_ahead_takes_nothing_but_what_the_days_themselves_let_go() {
        let backups: Vec<_> = (1..=9).map(|day| dated(&format!("2026-11-0{day}T05:00:00Z"))).collect();
        assert_eq!(
            left(&backups, "2029-11-24T00:00:00Z").len(),
            9,
            "nine days with a backup are fewer than twelve"
        );
    }

    #[test]
    fn a_backup_from_the_future_is_kept_and_takes_nobodys_place() {
        let backups = ["2026-11-24T01:00:00Z", "2029-01-01T00:00:00Z"].map(dated);
        assert_eq!(left(&backups, "2026-11-24T03:00:00Z").len(), 2);
    }

    #[test]
    fn what_was_made_before_a_restore_stays() {
        let stays = Dated { stays: true, ..dated("2026-11-20T01:00:00Z") };
        let backups = [stays, dated("2026-11-20T02:00:00Z"), dated("2026-11-24T01:00:00Z")];
        assert_eq!(left(&backups, "2026-11-24T03:00:00Z").len(), 3);
    }

    fn some_backups() -> impl Strategy<Value = (Vec<Dated>, Moment)> {
        let start = 1_700_000_000_000_i64;
        let span = 1_200 * 24 * 60 * 60 * 1_000_i64;
        (prop::collection::btree_set(0..span, 1..120), 0..span).prop_map(move |(times, now)| {
            let moment = |millis: i64| Moment::from_millis(start + millis).unwrap();
            (times.into_iter().map(|at| of(moment(at))).collect(), moment(now))
        })
    }

    fn without(backups: &[Dated], gone: &[Moment]) -> Vec<Dated> {
        backups.iter().copied().filter(|one| !gone.contains(&one.at)).collect()
    }

    proptest! {
        #[test]
        fn the_last_backup_is_never_removed((backups, now) in some_backups()) {
            let gone = may_go(&backups, now);
            let last = backups.iter().map(|one| one.at).max().unwrap();
            prop_assert!(!gone.contains(&last));
            let past = backups.iter().map(|one| one.at).filter(|at| *at <= now).max();
            prop_assert!(past.is_none_or(|at| !gone.contains(&at)), "nor the last that was made before now");
        }

        #[test]
        fn thinning_twice_is_thinning_once((backups, now) in some_backups()) {
            let once = without(&backups, &may_go(&backups, now));
            prop_assert_eq!(may_go(&once, now), []);
        }

        #[test]
        fn in_which_order_they_go_does_not_matter((backups, now) in some_backups(), some in any::<prop::sample::Index>()) {
            let all = may_go(&backups, now);
            // A removal that was interrupted after some of them ends in the same.
            let part = &all[..if all.is_empty() { 0 } else { some.index(all.len()) }];
            let rest = without(&backups, part);
            prop_assert_eq!(without(&rest, &may_go(&rest, now)), without(&backups, &all));
        }

        #[test]
        fn nothing_younger_than_a_day_and_nothing_from_the_future_goes((backups, now) in some_backups()) {
            for at in may_go(&backups, now) {
                prop_assert!(now.as_millis() - at.as_millis() > ALL_WITHIN_MILLIS);
            }
        }

        #[test]
        fn each_of_the_last_twelve_days_with_a_backup_keeps_one((backups, now) in some_backups()) {
            let rest = without(&backups, &may_go(&backups, now));
            let days = |of: &[Dated]| {
                let past = of.iter().filter(|one| one.at <= now).map(|one| one.day);
                past.collect::<BTreeSet<_>>().into_iter().rev().take(DAYS).collect::<Vec<_>>()
            };
            prop_assert_eq!(days(&backups), days(&rest));
        }

        #[test]
        fn a_clock_set_back_removes_no_more_than_the_right_one((backups, now) in some_backups(), back in 0_i64..100_000_000_000) {
            // What is then the future stays, and of the past there is less to let go of the same spans.
            let earlier = Moment::from_millis(now.as_millis() - back).unwrap();
            for at in may_go(&backups, earlier) {
                prop_assert!(at <= earlier);
            }
        }
    }
}
