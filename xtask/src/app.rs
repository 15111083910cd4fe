//! Building the app: the pages, then the two programs.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{command, repo};

/// How the programs are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// As it is shipped.
    Release,
    /// Quicker to compile, slower to run.
    Dev,
}

/// The two programs.
#[derive(Debug)]
pub struct Programs {
    /// The desktop app.
    pub app: PathBuf,
    /// The command line tool.
    pub cli: PathBuf,
}

/// The cargo words that build the app. Every step that compiles Tauri uses exactly this profile and this feature, so that it is
/// compiled once: on two cores that is minutes, not seconds.
pub const RELEASE: &[&str] = &["--release", "--features", "tauri/custom-protocol"];

/// Builds pages and programs, and says where the programs are.
pub fn build(profile: Profile) -> Result<Programs> {
    pages()?;
    command::run(&mut cargo_build(profile))?;
    programs(profile)
}

/// The command that compiles the two programs around pages that are already built.
pub fn cargo_build(profile: Profile) -> Command {
    let mut cargo = command::cargo();
    cargo.args([
        "build",
        "--package",
        "engawa-desktop",
        "--package",
        "engawa-cli",
        "--bin",
        "engawa",
        "--bin",
        "engawa-cli",
    ]);
    match profile {
        Profile::Release => cargo.args(RELEASE),
        Profile::Dev => cargo.args(["--features", "tauri/custom-protocol"]),
    };
    cargo
}

/// Where the programs are once they are built.
pub fn programs(profile: Profile) -> Result<Programs> {
    let folder = repo::target()?.join(match profile {
        Profile::Release => "release",
        Profile::Dev => "debug",
    });
    let program = |name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Ok(Programs {
        app: program("engawa"),
        cli: program("engawa-cli"),
    })
}

/// What the pages are made from, besides `ui/` itself.
const PAGE_SOURCES: &[&str] = &["ui", "locales", "packs"];

/// Builds `ui/dist` unless it was built from the very files that are there now.
pub fn pages() -> Result<()> {
    let stamp = repo::scratch()?.join("pages.stamp");
    let now = fingerprint(&repo::root(), PAGE_SOURCES)?;
    let built = repo::root().join("ui/dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    command::run(command::npm().args(["run", "build"]))?;
    fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))
}

/// A number that changes when any of our files below these folders changes its name or its bytes.
fn fingerprint(root: &Path, folders: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for folder in folders {
        for path in repo::files(root, folder)? {
            path.hash(&mut hasher);
            fs::read(root.join(&path))
                .with_context(|| format!("cannot read {path}"))?
                .hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_stale_when_a_file_changes_or_is_renamed_and_not_otherwise() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("a.ts");
        fs::write(&file, "one")?;
        let first = fingerprint(folder.path(), &[""])?;
        fs::write(&file, "one")?;
        assert_eq!(
            fingerprint(folder.path(), &[""])?,
            first,
            "the same bytes written again are not news"
        );
        fs::write(&file, "two")?;
        let second = fingerprint(folder.path(), &[""])?;
        assert_ne!(second, first);
        fs::rename(&file, folder.path().join("b.ts"))?;
        assert_ne!(fingerprint(folder.path(), &[""])?, second);
        Ok(())
    }
}
