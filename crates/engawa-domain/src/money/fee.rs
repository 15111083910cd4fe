//! The fee of a platform, tier by tier.

use serde::{Deserialize, Serialize};
use specta::Type;
use thiserror::Error;

use super::{BeyondYen, Yen};

/// One tier of a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeeTier {
    /// The amount up to which the tier reaches, itself included; left out of the last tier, which has no end.
    #[serde(default)]
    pub up_to: Option<Yen>,
    /// What is kept of the part in this tier, in basis points: 2000 is 20 %.
    pub basis_points: u32,
}

/// What is left of an amount, with every step in between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FeeBreakdown {
    /// The amount of the contract, with tax.
    pub amount: Yen,
    /// The tiers the amount reaches, lowest first.
    pub lines: Vec<FeeLine>,
    /// The sum of the lines.
    pub fee: Yen,
    /// Consumption tax on the fee, in basis points.
    pub tax_basis_points: u32,
    /// That tax in yen.
    pub tax: Yen,
    /// The amount less fee and tax.
    pub received: Yen,
}

/// The part of an amount that lies in one tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FeeLine {
    /// Where the tier begins: the end of the one below, zero for the first.
    pub above: Yen,
    /// The tier.
    pub tier: FeeTier,
    /// The part of the amount in this tier.
    pub part: Yen,
    /// What is kept of that part.
    pub fee: Yen,
}

/// Why there is no breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoBreakdown {
    /// No fee is taken of less than nothing.
    #[error("the amount is negative")]
    Negative,
    /// The tiers do not rise from zero to a last one without end.
    #[error("the tiers do not rise from zero to a last one without end")]
    Tiers,
    /// The fee is beyond what an amount can be.
    #[error(transparent)]
    Beyond(#[from] BeyondYen),
}

/// The fee on an amount with tax, and the tax on the fee.
///
/// Fractions are cut off at each step: the fee of each tier, then the tax. That reproduces every published figure.
pub fn fee_breakdown(
    amount: Yen,
    tiers: &[FeeTier],
    tax_basis_points: u32,
) -> Result<FeeBreakdown, NoBreakdown> {
    if amount.is_negative() {
        return Err(NoBreakdown::Negative);
    }
    if !are_in_order(tiers) {
        return Err(NoBreakdown::Tiers);
    }
    let mut lines = Vec::new();
    let mut above = Yen::ZERO;
    for tier in tiers {
        let end = tier.up_to.map_or(amount, |up_to| up_to.min(amount));
        // The first tier is shown for an amount of zero, too: a table without a line would explain nothing.
        if end > above || lines.is_empty() {
            let part = end.minus(above)?;
            lines.push(FeeLine { above, tier: *tier, part, fee: part.basis_points(tier.basis_points)? });
            above = end;
        }
    }
    let fee = Yen::sum(lines.iter().map(|line| line.fee))?;
    let tax = fee.basis_points(tax_basis_points)?;
    let received = amount.minus(fee)?.minus(tax)?;
    Ok(FeeBreakdown { amount, lines, fee, tax_basis_points, tax, received })
}

/// Whether each tier ends above the one before, and the last one, and only that, has no end.
fn are_in_order(tiers: &[FeeTier]) -> bool {
    let Some((last, rest)) = tiers.split_last() else {
        return false;
    };
    let mut below = Yen::ZERO;
    let rise =
        rest.iter().all(|tier| tier.up_to.is_some_and(|up_to| std::mem::replace(&mut below, up_to) < up_to));
    rise && last.up_to.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yen(amount: i64) -> Yen {
        Yen::new(amount).unwrap()
    }

    /// 20 % up to 100,000, 10 % up to 200,000, 5 % above, on the amount with tax.
    fn tiers() -> [FeeTier; 3] {
        [
            FeeTier { up_to: Some(yen(100_000)), basis_points: 2_000 },
            FeeTier { up_to: Some(yen(200_000)), basis_points: 1_000 },
            FeeTier { up_to: None, basis_points: 500 },
        ]
    }

    #[test]
    fn every_published_figure_is_reproduced() {
        for (id, amount, fee, tax, received) in [
            ("I-16", 11_000, 2_200, 220, 8_580),
            ("I-17", 110_000, 21_000, 2_100, 86_900),
            ("I-18", 330_000, 36_500, 3_650, 289_850),
            ("5,000 with tax, from a worker's page", 5_500, 1_100, 110, 4_290),
            ("2,000 asked net, from a thread of the platform", 2_899, 579, 57, 2_263),
            ("250,000, from a writer's page", 250_000, 32_500, 3_250, 214_250),
        ] {
            let breakdown = fee_breakdown(yen(amount), &tiers(), 1_000).unwrap();
            assert_eq!(
                (breakdown.fee, breakdown.tax, breakdown.received),
                (yen(fee), yen(tax), yen(received)),
                "{id}"
            );
        }
    }

    #[test]
    fn each_tier_the_amount_reaches_has_its_line() {
        let breakdown = fee_breakdown(yen(264_000), &tiers(), 1_000).unwrap();
        let lines: Vec<_> = breakdown.lines.iter().map(|line| (line.above, line.part, line.fee)).collect();
        assert_eq!(
            lines,
            [
                (yen(0), yen(100_000), yen(20_000)),
                (yen(100_000), yen(100_000), yen(10_000)),
                (yen(200_000), yen(64_000), yen(3_200)),
            ]
        );
        assert_eq!(
            (breakdown.fee, breakdown.tax, breakdown.received),
            (yen(33_200), yen(3_320), yen(227_480))
        );
        assert_eq!(
            fee_breakdown(yen(100_000), &tiers(), 1_000).unwrap().lines.len(),
            1,
            "the end belongs to its tier"
        );
        assert_eq!(fee_breakdown(yen(100_001), &tiers(), 1_000).unwrap().lines.len(), 2);
    }

    #[test]
    fn of_nothing_nothing_is_kept_and_of_less_than_nothing_nothing_is_said() {
        let nothing = fee_breakdown(Yen::ZERO, &tiers(), 1_000).unwrap();
        assert_eq!(
            (nothing.fee, nothing.tax, nothing.received, nothing.lines.len()),
            (Yen::ZERO, Yen::ZERO, Yen::ZERO, 1)
        );
        assert_eq!(fee_breakdown(yen(-1), &tiers(), 1_000), Err(NoBreakdown::Negative));
    }

    #[test]
    fn tiers_that_do_not_rise_or_have_no_open_end_are_refused() {
        let tier = |up_to: Option<i64>| FeeTier { up_to: up_to.map(yen), basis_points: 2_000 };
        for (why, tiers) in [
            ("none", vec![]),
            ("no open end", vec![tier(Some(100_000))]),
            ("an open end in the middle", vec![tier(None), tier(None)]),
            ("falling", vec![tier(Some(200_000)), tier(Some(100_000)), tier(None)]),
            ("twice the same", vec![tier(Some(100_000)), tier(Some(100_000)), tier(None)]),
            ("a first tier of nothing", vec![tier(Some(0)), tier(None)]),
        ] {
            assert_eq!(fee_breakdown(yen(1_000), &tiers, 1_000), Err(NoBreakdown::Tiers), "{why}");
        }
    }

    #[test]
    fn the_largest_amount_has_a_breakdown_and_an_absurd_rate_is_refused() {
        let flat = |basis_points| [FeeTier { up_to: None, basis_points }];
        assert!(fee_breakdown(Yen::MAX, &flat(2_000), 1_000).is_ok());
        assert_eq!(fee_breakdown(Yen::MAX, &flat(u32::MAX), 1_000), Err(NoBreakdown::Beyond(BeyondYen)));
    }

    proptest! {
        #[test]
        fn the_lines_add_up_to_the_amount_and_nothing_gets_lost(amount in 0..10_000_000_i64) {
            let breakdown = fee_breakdown(yen(amount), &tiers(), 1_000).unwrap();
            let parts = Yen::sum(breakdown.lines.iter().map(|line| line.part)).unwrap();
            prop_assert_eq!(parts, yen(amount));
            let back = Yen::sum([breakdown.received, breakdown.fee, breakdown.tax]).unwrap();
            prop_assert_eq!(back, yen(amount));
        }

        #[test]
        fn the_fee_is_the_one_of_a_count_by_hand(amount in 0..10_000_000_i64) {
            // Twentieths of the whole, plus a tenth more of the first 100,000, plus a twentieth more of the first 200,000.
            let by_hand = (amount + amount.min(200_000) + amount.min(100_000) * 2) / 20;
            prop_assert_eq!(fee_breakdown(yen(amount), &tiers(), 0).unwrap().fee, yen(by_hand));
        }

        #[test]
        fn a_yen_more_costs_at_most_the_yen_of_the_fee_and_the_yen_of_its_tax(amount in 0..1_000_000_i64) {
            // Where both are rounded at the same amount (49 to 50), a yen more earns a yen less; never two.
            let received = |amount| fee_breakdown(yen(amount), &tiers(), 1_000).unwrap().received.get();
            prop_assert!(received(amount + 1) >= received(amount) - 1);
        }
    }
}
