//! `cargo xtask dist`: the installable packages, and the check that they do what a user expects.

mod checks;
mod deb;
mod rpm;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use self::checks::Checks;
use crate::{
    Arguments,
    app::{self, Clock, Profile, Programs},
    command, repo,
    report::AlreadyTold,
    setup::{self, Group},
};

/// The name of the package, as package managers know it.
const NAME: &str = "engawa";

/// What every package holds, besides the icons.
const FILES: &[&str] = &["/usr/bin/engawa", "/usr/bin/engawa-cli", "/usr/share/applications/Engawa.desktop"];

/// The largest installed size, in bytes: what is reached, so that it does not grow unseen. The budget is 25 MB, and docs/performance.md
/// says why it is missed and what is planned.
const LARGEST: u64 = 70 << 20;

/// The packages that were made.
struct Packages {
    deb: PathBuf,
    rpm: PathBuf,
}

/// What to do after the packages are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Afterwards {
    Nothing,
    Check,
}

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let mut afterwards = Afterwards::Nothing;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("check") => afterwards = Afterwards::Check,
            other => return Err(other.unexpected().into()),
        }
    }
    let groups: &[Group] = match afterwards {
        Afterwards::Nothing => &[Group::Build],
        Afterwards::Check => &[Group::Build, Group::Display, Group::Package],
    };
    setup::machine(groups)?;
    setup::front_end()?;
    let packages = make()?;
    if afterwards == Afterwards::Nothing {
        return Ok(());
    }
    let mut checks = Checks::default();
    deb::check(&packages.deb, &mut checks)?;
    rpm::check(&packages.rpm, &mut checks)?;
    println!("{}", checks.closing_line());
    if checks.all_held() { Ok(()) } else { Err(AlreadyTold.into()) }
}

/// Makes both packages in `dist/`.
fn make() -> Result<Packages> {
    if !cfg!(target_os = "linux") {
        bail!(
            "packages for this system are not made by this tool yet; on Linux it makes the .deb and the .rpm"
        );
    }
    let programs = app::build(Profile::Release, Clock::System)?;
    let made = repo::target()?.join("release/bundle");
    for kind in ["deb", "rpm"] {
        let old = made.join(kind);
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot empty {}", old.display()))?;
        }
    }
    let overlay = repo::scratch()?.join("bundle.json");
    fs::write(&overlay, overlay_for(&programs).to_string())?;
    let mut bundler = command::tauri();
    bundler.args(["bundle", "--bundles", "deb,rpm", "--config"]).arg(overlay);
    command::output(&mut bundler)?;
    Ok(Packages { deb: keep(&made.join("deb"), "deb")?, rpm: keep(&made.join("rpm"), "rpm")? })
}

/// Where the second program lies on this machine: the configuration can only name the usual target folder.
fn overlay_for(programs: &Programs) -> serde_json::Value {
    let files = json!({ "/usr/bin/engawa-cli": programs.cli });
    json!({ "bundle": { "linux": { "deb": { "files": files }, "rpm": { "files": files } } } })
}

/// Copies the one package of a kind to `dist/` and says so.
fn keep(folder: &Path, kind: &str) -> Result<PathBuf> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no .{kind} was made in {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == kind));
    ensure!(files.len() == 1, "{} .{kind} packages were made, not one", files.len());
    let made = files.first().context("there is one")?;
    let dist = repo::root().join("dist");
    fs::create_dir_all(&dist)?;
    let kept = dist.join(made.file_name().context("a package has a name")?);
    fs::copy(made, &kept).with_context(|| format!("cannot write {}", kept.display()))?;
    println!("{} ({} KiB)", kept.display(), fs::metadata(&kept)?.len() / 1024);
    Ok(kept)
}
