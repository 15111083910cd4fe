//! What is left of an amount under the fee of each service: printed figures, and figures worked out from the printed rate.

use engawa_domain::calendar::Day;
use engawa_domain::money::{Yen, fee_breakdown};

use super::platforms::rules;
use crate::Packs;

fn received(service: &str, amount: i64) -> Yen {
    let fee = rules(service).fee.unwrap();
    fee_breakdown(Yen::new(amount).unwrap(), &fee.tiers, fee.tax_basis_points).unwrap().received
}

#[test]
fn what_is_left_is_what_was_printed_or_follows_from_the_printed_rate() {
    for (service, amount, left, why) in [
        ("crowdworks", 11_000, 8_580, "I-16, printed on the fee page"),
        ("crowdworks", 110_000, 86_900, "I-17"),
        ("crowdworks", 330_000, 289_850, "I-18"),
        ("lancers", 100_000, 83_500, "16.5 % with tax"),
        ("lancers", 11_000, 9_185, "1,650 and the tax of 165"),
        ("coconala", 100_000, 78_000, "22 % with tax"),
        ("shufti", 100_000, 90_000, "10 %"),
        ("craudia", 50_000, 42_500, "15 % of the first 50,000"),
        ("craudia", 100_000, 87_500, "7,500 + 5,000"),
        ("craudia", 1_000_000, 942_500, "7,500 + 5,000 + 45,000"),
        ("craudia", 2_000_000, 1_912_500, "and 30,000 of the second million"),
    ] {
        assert_eq!(received(service, amount), Yen::new(left).unwrap(), "{service}, {amount}: {why}");
    }
}

#[test]
fn a_figure_is_computed_only_where_the_rate_is_known_in_yen() {
    let packs = Packs::embedded().unwrap();
    let computed: Vec<_> = packs
        .all()
        .filter(|pack| pack.rules.fee.as_ref().is_some_and(|fee| !fee.tiers.is_empty()))
        .map(|pack| pack.rules.id.0.as_str())
        .collect();
    assert_eq!(computed, ["crowdworks", "coconala", "craudia", "lancers", "shufti"]);
    let without: Vec<_> =
        packs.all().filter(|pack| pack.rules.fee.is_none()).map(|pack| pack.rules.id.0.as_str()).collect();
    assert_eq!(without, ["fiverr", "sagooo", crate::OTHER], "nothing that may be said is known");
}

#[test]
fn a_contract_made_under_an_old_fee_is_not_computed_with_the_new_one() {
    for (service, last_day) in
        [("lancers", "2022-09-30"), ("coconala", "2025-03-31"), ("upwork", "2025-04-30")]
    {
        let day: Day = last_day.parse().unwrap();
        let rules = rules(service);
        let old = rules.on(day).fee.clone().unwrap();
        assert!(
            old.tiers.is_empty() && old.text.is_some(),
            "{service}: the old steps are told, not computed"
        );
        assert_ne!(rules.on(day.next()).fee, Some(old), "{service}");
    }
}
