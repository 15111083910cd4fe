//! Yen, and what a platform keeps of them.

mod fee;
mod yen;

pub use fee::FeeTier;
pub use yen::{BeyondYen, Yen};
