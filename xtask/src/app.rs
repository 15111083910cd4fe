//! Building the app: the pages, then the two programs.

use std::{
    collections::hash_map::DefaultHasher,
    fmt::Write as _,
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

/// Which clock the app believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's: what is shipped.
    System,
    /// The one a test sets through `ENGAWA_NOW`, so that a story always happens on the same day.
    Test,
}

/// The two packages that make a program, always built together: cargo then settles the features of what they share in one way,
/// and nothing is compiled twice.
pub const PACKAGES: &[&str] = &["--package", "engawa-desktop", "--package", "engawa-cli"];

/// Builds pages and programs, and says where the programs are.
pub fn build(profile: Profile, clock: Clock) -> Result<Programs> {
    pages(command::run)?;
    command::run(&mut cargo_build(profile, clock))?;
    keep(profile, clock)
}

/// The command that compiles the two programs around pages that are already built.
pub fn cargo_build(profile: Profile, clock: Clock) -> Command {
    let mut cargo = command::cargo();
    cargo.arg("build").args(PACKAGES).args(["--bin", "engawa", "--bin", "engawa-cli"]);
    cargo.args(["--features", features(clock)]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    cargo
}

/// Makes cargo compile our own crates quickly and with every check of the dev profile, beside the libraries of others as they are
/// shipped: for the tests, which then need those only once compiled. Optimising all our crates anew for them took longer than
/// everything they do.
///
/// Said beside the manifest, since a profile of its own would have a folder of its own, with Tauri compiled once more; and package by
/// package, since a word about all of them would reach build scripts too, and with them again everything.
pub fn ours_checked(cargo: &mut Command) -> Result<&mut Command> {
    let mut settings = String::new();
    for package in ours()? {
        // Tests spend their time in these; the rest is large, and waits for the disk or a window.
        let level = u8::from(WORTH_OPTIMISING.contains(&package.as_str()));
        let _ = writeln!(settings, "[profile.release.package.{package}]\nopt-level = {level}");
        let _ = writeln!(settings, "debug-assertions = true\noverflow-checks = true");
    }
    let file = repo::scratch()?.join("ours-checked.toml");
    fs::write(&file, settings).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(cargo.arg("--config").arg(file))
}

/// Our crates that are a little optimised where they are checked.
const WORTH_OPTIMISING: &[&str] =
    &["engawa-book", "engawa-domain", "engawa-packs", "engawa-store", "engawa-words"];

/// The names of our own packages, in order.
pub fn ours() -> Result<Vec<String>> {
    let mut ours = vec!["engawa-desktop".to_owned(), "xtask".to_owned()];
    for (folder, prefix) in [("crates", ""), ("tests", "engawa-")] {
        for entry in fs::read_dir(repo::root().join(folder)).context("cannot list our packages")? {
            let entry = entry?;
            // Beside the packages lie files that several of them read.
            if entry.path().join("Cargo.toml").is_file() {
                ours.push(format!("{prefix}{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    // The same words in the same order, whatever order the folders give them in.
    ours.sort();
    Ok(ours)
}

/// The features of the app, for whoever compiles it: the same everywhere, so that it is compiled once.
pub const fn features(clock: Clock) -> &'static str {
    match clock {
        Clock::System => "engawa-desktop/custom-protocol",
        Clock::Test => "engawa-desktop/custom-protocol,engawa-desktop/test-clock",
    }
}

/// Where the programs are once they are built; those with the tests' clock are kept aside, since cargo gives both one name.
pub fn keep(profile: Profile, clock: Clock) -> Result<Programs> {
    let built = programs(profile)?;
    match clock {
        Clock::System => Ok(built),
        Clock::Test => {
            let folder = repo::scratch()?.join("test-clock");
            fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
            let aside = |program: &Path| {
                let kept = folder.join(program.file_name().context("a program has a name")?);
                fs::copy(program, &kept)
                    .with_context(|| format!("cannot copy a program to {}", kept.display()))?;
                anyhow::Ok(kept)
            };
            Ok(Programs { app: aside(&built.app)?, cli: aside(&built.cli)? })
        }
    }
}

/// Where cargo puts the programs.
pub fn programs(profile: Profile) -> Result<Programs> {
    let folder = repo::target()?.join(match profile {
        Profile::Release => "release",
        Profile::Dev => "debug",
    });
    let program = |name: &str| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    Ok(Programs { app: program("engawa"), cli: program("engawa-cli") })
}

/// What the pages are made from, besides `ui/` itself.
const PAGE_SOURCES: &[&str] = &["ui", "locales", "packs"];

/// Builds `ui/dist` unless it was built from the very files that are there now; `run` runs the command that builds it.
pub fn pages(run: impl FnOnce(&mut Command) -> Result<()>) -> Result<()> {
    let stamp = repo::scratch()?.join("pages.stamp");
    let now = fingerprint(&repo::root(), PAGE_SOURCES)?;
    let built = repo::root().join("ui/dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        return Ok(());
    }
    run(command::npm().args(["run", "build"]))?;
    fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))
}

/// A number that changes when any of our files below these folders changes its name or its bytes.
fn fingerprint(root: &Path, folders: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for folder in folders {
        for path in repo::files(root, folder)? {
            path.hash(&mut hasher);
            fs::read(root.join(&path)).with_context(|| format!("cannot read {path}"))?.hash(&mut hasher);
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
        assert_eq!(fingerprint(folder.path(), &[""])?, first, "the same bytes written again are not news");
        fs::write(&file, "two")?;
        let second = fingerprint(folder.path(), &[""])?;
        assert_ne!(second, first);
        fs::rename(&file, folder.path().join("b.ts"))?;
        assert_ne!(fingerprint(folder.path(), &[""])?, second);
        Ok(())
    }
}
