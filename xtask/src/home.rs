//! A home folder of its own for a program under test, so that nobody's book or setting is touched.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

/// Makes a program take this folder for its user's home.
pub fn at_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env_remove("ENGAWA_BOOK")
        .current_dir(home)
}

/// An empty folder at this place; what was there is gone.
pub fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}
