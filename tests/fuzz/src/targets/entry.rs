//! What is typed into a field.

use engawa_domain::calendar::Day;
use engawa_domain::entry;

use super::text;
use crate::Target;

pub const TARGET: Target = Target {
    name: "entry",
    what: "dates, times, amounts, addresses as typed: what is read is written and read again alike, and so is every repair",
    seeds: &[],
    short: 600,
    run,
};

fn run(data: &[u8]) {
    let typed = text(data);
    let today: Day = "2026-11-24".parse().unwrap_or(Day::FIRST);
    match entry::day(&typed, today) {
        Ok(Some(day)) => assert_eq!(entry::day(&day.to_string(), today), Ok(Some(day))),
        Ok(None) => {
            assert!(typed.chars().all(|letter| !letter.is_alphanumeric()), "nothing was read of {typed:?}");
        }
        Err(refused) => {
            for repair in refused.repairs() {
                assert_eq!(
                    entry::day(&repair.to_string(), today),
                    Ok(Some(*repair)),
                    "a repair of {typed:?}"
                );
            }
        }
    }
    match entry::time(&typed) {
        Ok(Some(time)) if time.second() == 0 => assert_eq!(entry::time(&time.to_string()), Ok(Some(time))),
        Ok(_) => {}
        Err(refused) => {
            for repair in refused.repairs() {
                assert_eq!(entry::time(&repair.to_string()), Ok(Some(*repair)), "a repair of {typed:?}");
            }
        }
    }
    match entry::amount(&typed) {
        Ok(Some(yen)) => {
            assert!(yen.get() >= 0, "{typed:?}");
            assert_eq!(entry::amount(&yen.to_string()), Ok(Some(yen)), "{typed:?}");
        }
        Ok(None) => {}
        Err(refused) => {
            for repair in refused.repairs() {
                assert_eq!(entry::amount(&repair.to_string()), Ok(Some(*repair)), "a repair of {typed:?}");
            }
        }
    }
    if let Ok(Some(address)) = entry::email(&typed) {
        assert_eq!(entry::email(address.as_str()), Ok(Some(address.clone())), "{typed:?}");
    }
    if let Ok(Some(address)) = entry::page(&typed) {
        assert_eq!(entry::page(address.as_str()), Ok(Some(address.clone())), "{typed:?}");
    }
}
