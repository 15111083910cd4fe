//! Whole yen.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use specta::Type;
use thiserror::Error;

/// An amount of whole yen, possibly negative (a correction, a refund).
///
/// It never leaves ±(2^53 − 1), the whole numbers a window can hold exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Type)]
// In the window a `number`: the type generator refuses wider integers, but the range above makes this one safe.
pub struct Yen(#[specta(type = i32)] i64);

/// The amount is beyond ±(2^53 − 1) yen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an amount beyond 9,007,199,254,740,991 yen")]
pub struct BeyondYen;

impl Yen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount: 9,007,199,254,740,991 yen.
    pub const MAX: Self = Self((1 << 53) - 1);
    /// The smallest amount, the negative of the largest.
    pub const MIN: Self = Self(-Self::MAX.0);

    /// This many yen.
    pub const fn new(yen: i64) -> Result<Self, BeyondYen> {
        if yen > Self::MAX.0 || yen < Self::MIN.0 { Err(BeyondYen) } else { Ok(Self(yen)) }
    }

    /// How many yen.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Result<Self, BeyondYen> {
        // Two amounts within 2^53 cannot overflow 2^63.
        Self::new(self.0 + other.0)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Result<Self, BeyondYen> {
        Self::new(self.0 - other.0)
    }

    /// The sum of many amounts.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, BeyondYen> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// So many basis points (hundredths of a percent) of this amount, cut off towards zero to whole yen.
    pub fn basis_points(self, points: u32) -> Result<Self, BeyondYen> {
        let exact = i128::from(self.0) * i128::from(points) / 10_000;
        i64::try_from(exact).map_err(|_| BeyondYen).and_then(Self::new)
    }

    /// Whether the amount is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl Serialize for Yen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Yen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(i64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl TryFrom<i64> for Yen {
    type Error = BeyondYen;

    fn try_from(yen: i64) -> Result<Self, BeyondYen> {
        Self::new(yen)
    }
}

impl From<Yen> for i64 {
    fn from(yen: Yen) -> Self {
        yen.0
    }
}

impl From<u32> for Yen {
    fn from(yen: u32) -> Self {
        Self(i64::from(yen))
    }
}

impl fmt::Display for Yen {
    /// Digits alone, `-1200`; each language groups and marks them in its own way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_yen() -> impl Strategy<Value = Yen> {
        (Yen::MIN.get()..=Yen::MAX.get()).prop_map(|yen| Yen::new(yen).unwrap())
    }

    proptest! {
        #[test]
        fn what_is_added_can_be_taken_away(a in any_yen(), b in any_yen()) {
            if let Ok(sum) = a.plus(b) {
                prop_assert_eq!(sum.minus(b), Ok(a));
            }
        }

        #[test]
        fn an_amount_survives_json_as_a_number(yen in any_yen()) {
            let json = serde_json::to_value(yen).unwrap();
            prop_assert!(json.is_i64() || json.is_u64());
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // the law: a double holds it exactly
            { prop_assert_eq!(json.as_f64().unwrap() as i64, yen.get()); }
            prop_assert_eq!(serde_json::from_value::<Yen>(json).unwrap(), yen);
        }

        #[test]
        fn ten_thousand_basis_points_are_the_whole(yen in any_yen()) {
            prop_assert_eq!(yen.basis_points(10_000), Ok(yen));
        }

        #[test]
        fn parts_never_exceed_the_whole(yen in 0..1_000_000_000_i64, points in 0..=10_000_u32) {
            let whole = Yen::new(yen).unwrap();
            let part = whole.basis_points(points).unwrap();
            let rest = whole.basis_points(10_000 - points).unwrap();
            prop_assert!(part.plus(rest).unwrap() <= whole);
            prop_assert!(part.get() + rest.get() + 1 >= yen);
        }
    }

    #[test]
    fn an_amount_stops_where_a_window_could_no_longer_hold_it() {
        assert_eq!(Yen::MAX.get(), 9_007_199_254_740_991);
        assert_eq!(Yen::MAX.plus(Yen::new(1).unwrap()), Err(BeyondYen));
        assert_eq!(Yen::MIN.minus(Yen::new(1).unwrap()), Err(BeyondYen));
        assert_eq!(Yen::MAX.basis_points(u32::MAX), Err(BeyondYen));
        assert!(serde_json::from_str::<Yen>("9007199254740992").is_err());
        assert!(serde_json::from_str::<Yen>("1.5").is_err());
    }

    #[test]
    fn parts_of_a_yen_are_cut_off() {
        // The tax on a fee of 579 yen is 57, as published for the asked net of 2,000 yen.
        assert_eq!(Yen::new(579).unwrap().basis_points(1_000), Yen::new(57));
    }
}
