//! What a measure found: the app and its floor, round by round.

use crate::statistics::Spread;

/// One round: the app and its floor, measured one right after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Round {
    /// What the app took.
    pub app: f64,
    /// What the floor took.
    pub floor: f64,
}

/// In what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Thousandths of a second.
    Milliseconds,
    /// 2²⁰ bytes.
    Mebibytes,
}

impl Unit {
    /// As it stands in a table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Mebibytes => "MiB",
        }
    }
}

/// How much the app may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Budget {
    /// The median ratio to the floor is not above this.
    Ratio(f64),
    /// The median is not more than this above the floor's.
    Above(f64),
    /// Nineteen of twenty are not above this.
    Within(f64),
    /// None was set; the ratio is there to be watched.
    Watched,
}

/// How it stands with the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Within.
    Met,
    /// Above.
    Missed,
    /// There is no budget.
    None,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What was measured, as a row of the table names it.
    pub what: String,
    /// In what.
    pub unit: Unit,
    /// How much it may take.
    pub budget: Budget,
    /// All rounds.
    pub rounds: Vec<Round>,
}

/// The three spreads of a finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spreads {
    /// Of the app.
    pub app: Spread,
    /// Of the floor.
    pub floor: Spread,
    /// Of the ratio of each round.
    pub ratio: Spread,
}

impl Finding {
    /// Spreads; `None` when no round was measured.
    pub fn spreads(&self) -> Option<Spreads> {
        Some(Spreads {
            app: Spread::of(self.rounds.iter().map(|round| round.app))?,
            floor: Spread::of(self.rounds.iter().map(|round| round.floor))?,
            ratio: Spread::of(self.rounds.iter().map(|round| round.app / round.floor))?,
        })
    }

    /// Whether the budget holds.
    pub fn verdict(&self) -> Verdict {
        let Some(Spreads { app, floor, ratio }) = self.spreads() else {
            return Verdict::None;
        };
        let holds = match self.budget {
            Budget::Ratio(most) => ratio.median <= most,
            Budget::Above(most) => app.median - floor.median <= most,
            Budget::Within(most) => app.p95 <= most,
            Budget::Watched => return Verdict::None,
        };
        if holds { Verdict::Met } else { Verdict::Missed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(budget: Budget, rounds: &[(f64, f64)]) -> Finding {
        let rounds = rounds.iter().map(|(app, floor)| Round { app: *app, floor: *floor }).collect();
        Finding { what: "x".to_owned(), unit: Unit::Milliseconds, budget, rounds }
    }

    #[test]
    fn a_ratio_is_taken_round_by_round_so_that_a_slow_moment_of_the_machine_slows_both() {
        let slow_then_quick = finding(Budget::Ratio(1.15), &[(1100.0, 1000.0), (110.0, 100.0), (11.0, 10.0)]);
        let ratio = slow_then_quick.spreads().unwrap().ratio;
        assert!((ratio.min - 1.1).abs() < 1e-9 && (ratio.max - 1.1).abs() < 1e-9);
        assert_eq!(slow_then_quick.verdict(), Verdict::Met);
    }

    #[test]
    fn a_budget_is_met_at_its_very_edge_and_missed_above_it() {
        assert_eq!(finding(Budget::Ratio(1.5), &[(3.0, 2.0)]).verdict(), Verdict::Met);
        assert_eq!(finding(Budget::Ratio(1.5), &[(3.1, 2.0)]).verdict(), Verdict::Missed);
        assert_eq!(finding(Budget::Above(40.0), &[(290.0, 250.0)]).verdict(), Verdict::Met);
        assert_eq!(finding(Budget::Above(40.0), &[(290.5, 250.0)]).verdict(), Verdict::Missed);
        assert_eq!(finding(Budget::Within(2.0), &[(2.0, 90.0)]).verdict(), Verdict::Met);
        assert_eq!(finding(Budget::Within(2.0), &[(2.1, 90.0)]).verdict(), Verdict::Missed);
    }

    #[test]
    fn what_was_not_measured_meets_nothing() {
        assert_eq!(finding(Budget::Ratio(1.5), &[]).verdict(), Verdict::None);
        assert_eq!(finding(Budget::Watched, &[(9.0, 1.0)]).verdict(), Verdict::None);
    }
}
