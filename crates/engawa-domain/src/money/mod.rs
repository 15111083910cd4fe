//! Yen, and what a platform keeps of them.

mod fee;
mod yen;

pub use fee::{FeeBreakdown, FeeLine, FeeTier, NoBreakdown, fee_breakdown};
pub use yen::{BeyondYen, Yen};
