//! `cargo xtask bench`.
use anyhow::{Result, bail};

use crate::Arguments;

/// The verb.
pub fn act(_arguments: Arguments) -> Result<()> {
    bail!("not written yet")
}
