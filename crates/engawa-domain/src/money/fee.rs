//! The fee of a platform, tier by tier.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::Yen;

/// One tier of a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct FeeTier {
    /// The amount up to which the tier reaches, itself included; `None` for the last tier, which has no end.
    #[serde(default)]
    pub up_to: Option<Yen>,
    /// What is kept of the part in this tier, in basis points: 2000 is 20 %.
    pub basis_points: u32,
}
