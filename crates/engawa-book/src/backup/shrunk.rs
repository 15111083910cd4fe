//! A book that has suddenly lost much: then no older backup is thrown away until the user has said that this was meant.

use engawa_domain::calendar::Moment;
use serde::{Deserialize, Serialize};

/// So many must be gone before anybody is asked.
const AT_LEAST: u64 = 5;

/// How much a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Contracts.
    pub contracts: u64,
    /// Files of evidence.
    pub files: u64,
}

/// What shrank, and between which backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shrunk {
    /// The backup before.
    pub before_at: Moment,
    /// What it holds.
    pub before: Counts,
    /// The backup that holds so much less.
    pub at: Moment,
    /// What it holds.
    pub now: Counts,
}

/// Whether that is a loss to ask about: less than half is left, and at least five are gone.
pub fn is_sudden(before: Counts, now: Counts) -> bool {
    let lost =
        |before: u64, now: u64| before.saturating_sub(now) >= AT_LEAST && now.saturating_mul(2) < before;
    lost(before.contracts, now.contracts) || lost(before.files, now.files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(before: u64, now: u64) -> bool {
        let contracts =
            is_sudden(Counts { contracts: before, files: 0 }, Counts { contracts: now, files: 0 });
        let files = is_sudden(Counts { contracts: 3, files: before }, Counts { contracts: 3, files: now });
        assert_eq!(contracts, files, "contracts and files are measured alike");
        contracts
    }

    #[test]
    fn less_than_half_left_and_at_least_five_gone_is_a_sudden_loss() {
        assert!(lost(9, 4));
        assert!(lost(5, 0));
        assert!(lost(10_000, 4_999));
    }

    #[test]
    fn half_left_or_four_gone_is_none_and_growing_is_none() {
        assert!(!lost(10, 5));
        assert!(!lost(4, 0));
        assert!(!lost(0, 12));
    }
}
