//! Least, middle and most of what was measured. No mean: one slow round would move it, and nobody has a mean day.

/// What a row of numbers says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The least.
    pub min: f64,
    /// The middle: half of them are not above it.
    pub median: f64,
    /// Nineteen of twenty are not above it.
    pub p95: f64,
    /// The most.
    pub max: f64,
}

impl Spread {
    /// Of these numbers; `None` of none.
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = numbers.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            min: *sorted.first()?,
            median: percentile(&sorted, 50)?,
            p95: percentile(&sorted, 95)?,
            max: *sorted.last()?,
        })
    }
}

/// The smallest of sorted numbers that so many of a hundred are not above ("nearest rank"): always one that was really measured.
pub fn percentile(sorted: &[f64], percent: usize) -> Option<f64> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_nearest_rank() {
        // The worked example of the nearest-rank method: 15, 20, 35, 40, 50.
        let numbers = [15.0, 20.0, 35.0, 40.0, 50.0];
        assert_eq!(percentile(&numbers, 30), Some(20.0));
        assert_eq!(percentile(&numbers, 40), Some(20.0));
        assert_eq!(percentile(&numbers, 50), Some(35.0));
        assert_eq!(percentile(&numbers, 100), Some(50.0));
    }

    #[test]
    fn a_spread_does_not_depend_on_the_order() {
        let spread = Spread::of([3.0, 1.0, 2.0]);
        assert_eq!(spread, Some(Spread { min: 1.0, median: 2.0, p95: 3.0, max: 3.0 }));
        assert_eq!(spread, Spread::of([2.0, 3.0, 1.0]));
    }

    #[test]
    fn nothing_measured_says_nothing() {
        assert_eq!(Spread::of([]), None);
    }
}
