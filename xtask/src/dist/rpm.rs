//! The `.rpm`, read back with `rpm`: Debian cannot install it, but can list what it would install.

use std::{path::Path, process::Command};

use anyhow::Result;

use super::{
    FILES, LARGEST,
    checks::{Checks, Holds},
};
use crate::command;

/// What the window needs on a system with rpm; the names of the library are those that rpm computes from the program.
const NEEDS: &str = "webkit2gtk";

/// Looks at the package.
pub fn check(package: &Path, checks: &mut Checks) -> Result<()> {
    let query = |words: &[&str]| command::output(Command::new("rpm").arg("-qp").args(words).arg(package));
    let listed: Vec<String> = query(&["--list"])?.lines().map(str::to_owned).collect();
    checks.files(".rpm", FILES, &listed);
    let requires = query(&["--requires"])?;
    checks.fact(
        "the .rpm requires the web view",
        Holds::if_true(requires.contains(NEEDS), || requires.clone()),
    );
    let size = query(&["--queryformat", "%{SIZE}"])?;
    let fits = size.trim().parse::<u64>().is_ok_and(|size| size <= LARGEST);
    checks.fact("the .rpm takes no more room than it did", Holds::if_true(fits, || format!("{size} bytes")));
    let scripts = query(&["--scripts"])?;
    checks.fact(
        "the .rpm runs nothing on installation or removal",
        Holds::if_true(scripts.trim().is_empty(), || scripts.clone()),
    );
    Ok(())
}
