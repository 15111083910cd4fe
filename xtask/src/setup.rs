//! `cargo xtask setup`: what the machine needs, each with its reason, installed where we know how.
//!
//! A second run asks only local questions, so it is quick and needs no network.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{Arguments, command, repo};

/// What a package is needed for. `run` with a display needs only the first; `test` needs all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// To compile and open the app.
    Build,
    /// To show a window where there is no display.
    Display,
    /// What the tests use to look at the app from outside.
    Tests,
    /// To make and check the installable packages.
    Package,
    /// To compile for Windows and run that here; only for whoever asks for it.
    Windows,
}

impl Group {
    const USUAL: [Self; 4] = [Self::Build, Self::Display, Self::Tests, Self::Package];
    const ALL: [Self; 5] = [Self::Build, Self::Display, Self::Tests, Self::Package, Self::Windows];

    const fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Display => "display",
            Self::Tests => "tests",
            Self::Package => "package",
            Self::Windows => "windows",
        }
    }
}

/// One Debian package and why it is wanted.
struct Package {
    name: &'static str,
    group: Group,
    why: &'static str,
}

const fn package(group: Group, name: &'static str, why: &'static str) -> Package {
    Package { name, group, why }
}

/// Everything, by group.
const PACKAGES: &[Package] = &[
    package(Group::Build, "build-essential", "a linker, and a C compiler for SQLite"),
    package(Group::Build, "pkg-config", "finds the libraries below"),
    package(Group::Build, "libwebkit2gtk-4.1-dev", "the web view that draws the window"),
    package(Group::Build, "librsvg2-dev", "draws scalable icons in GTK"),
    package(Group::Build, "libxdo-dev", "menu keys on X11"),
    package(Group::Display, "xvfb", "a display without a screen"),
    package(Group::Display, "dbus", "the session bus every desktop has"),
    package(
        Group::Display,
        "openbox",
        "a small window manager: focus, and closing the window as a user does",
    ),
    package(Group::Display, "xdotool", "finds the window and types into it"),
    package(Group::Display, "wmctrl", "closes the window as a taskbar does"),
    package(Group::Display, "imagemagick", "takes the screenshot and tells a blank one"),
    package(Group::Display, "fonts-noto-cjk", "Japanese letters"),
    package(Group::Tests, "webkit2gtk-driver", "drives the real window in the desk tests"),
    package(Group::Tests, "at-spi2-core", "the accessibility tree that roles and names are read from"),
    package(Group::Tests, "dbus-x11", "the session bus of the input method's own user"),
    package(Group::Tests, "fcitx5", "the real Japanese input method of the desk tests"),
    package(Group::Tests, "fcitx5-mozc", "its conversion engine"),
    package(Group::Tests, "fcitx5-frontend-gtk3", "its door into GTK windows"),
    package(Group::Tests, "xclip", "reads as another program what was copied"),
    package(Group::Tests, "strace", "shows each completed fdatasync, and each socket that is asked for"),
    package(Group::Tests, "iproute2", "`ss`, with which the tests look for open doors as a user would"),
    package(Group::Tests, "sqlite3", "reads the book from outside, as docs/format.md promises"),
    package(Group::Tests, "age", "opens without us what we have encrypted"),
    package(Group::Tests, "procps", "`kill` and `ps`, to end what a test started"),
    package(Group::Package, "desktop-file-utils", "checks the menu entry"),
    package(Group::Package, "rpm", "reads back the .rpm that was made"),
    package(
        Group::Windows,
        "rustc-web",
        "a second Rust compiler, whose standard library is packaged as source",
    ),
    package(Group::Windows, "cargo-web", "the cargo that belongs to it"),
    package(Group::Windows, "rust-web-clippy", "the lints of it, for code that only Windows compiles"),
    package(Group::Windows, "rust-web-src", "the standard library, to be compiled for Windows"),
    package(Group::Windows, "gcc-mingw-w64-x86-64", "a C compiler and a linker for Windows"),
    package(Group::Windows, "g++-mingw-w64-x86-64", "the C++ part of it"),
    package(Group::Windows, "wine", "starts programs of Windows"),
    package(Group::Windows, "wine64", "the part that runs them"),
];

/// The same for systems whose packages we do not install ourselves: shown, never run.
struct Elsewhere {
    /// The program that tells which system it is.
    program: &'static str,
    commands: &'static [&'static str],
}

const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere {
        program: "dnf",
        commands: &[
            "sudo dnf group install c-development",
            "sudo dnf install webkit2gtk4.1-devel librsvg2-devel libxdo-devel pkgconf-pkg-config",
            "sudo dnf install xorg-x11-server-Xvfb dbus-daemon openbox xdotool wmctrl ImageMagick google-noto-sans-cjk-fonts   # only without a display",
        ],
    },
    Elsewhere {
        program: "pacman",
        commands: &[
            "sudo pacman -S --needed base-devel webkit2gtk-4.1 librsvg xdotool",
            "sudo pacman -S --needed xorg-server-xvfb openbox wmctrl imagemagick noto-fonts-cjk   # only without a display",
        ],
    },
    Elsewhere { program: "brew", commands: &["xcode-select --install"] },
    Elsewhere {
        program: "winget",
        commands: &[
            "winget install --id Microsoft.VisualStudio.2022.BuildTools --override \"--add Microsoft.VisualStudio.Workload.VCTools --includeRecommended\"",
            "winget install --id Microsoft.EdgeWebView2Runtime   # already there on Windows 11",
        ],
    },
];

/// The oldest Node.js that Vite supports.
const NODE: (u32, u32) = (20, 19);

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let mut groups = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Value(word) => groups.push(group_named(&word.to_string_lossy())?),
            other => return Err(other.unexpected().into()),
        }
    }
    if groups.is_empty() {
        groups.extend(Group::USUAL);
    }
    machine(&groups)?;
    front_end()?;
    println!("Everything needed is here.");
    Ok(())
}

fn group_named(word: &str) -> Result<Group> {
    let found = Group::ALL.into_iter().find(|group| group.name() == word);
    found.with_context(|| {
        format!("there is no group `{word}`; there are build, display, tests, package, windows")
    })
}

/// Sees to the system packages of these groups, and to Rust and Node.js.
pub fn machine(groups: &[Group]) -> Result<()> {
    rust();
    node()?;
    if command::on_path("apt-get") && command::on_path("dpkg-query") {
        return debian(groups);
    }
    if cfg!(target_os = "linux") && !linux_has(groups) {
        return elsewhere();
    }
    if cfg!(target_os = "macos") && !command::succeeds(Command::new("xcode-select").arg("-p")) {
        return elsewhere();
    }
    Ok(())
}

/// Whether a Linux that is not Debian has what the groups need, asked of the things themselves.
fn linux_has(groups: &[Group]) -> bool {
    groups.iter().all(|group| match group {
        Group::Build => {
            command::succeeds(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1", "librsvg-2.0"]))
        }
        Group::Display => ["Xvfb", "dbus-daemon", "openbox", "xdotool", "wmctrl", "import"]
            .into_iter()
            .all(command::on_path),
        Group::Tests => ["WebKitWebDriver", "fcitx5", "strace", "sqlite3", "xclip", "ss", "unshare", "age"]
            .into_iter()
            .all(command::on_path),
        Group::Package => ["desktop-file-validate", "rpm"].into_iter().all(command::on_path),
        Group::Windows => ["x86_64-w64-mingw32-gcc", "wine"].into_iter().all(command::on_path),
    })
}

/// Says what to type on a system we do not install for, and stops.
fn elsewhere() -> Result<()> {
    println!(
        "Something is missing, and this tool installs packages only on Debian and Ubuntu. Please run:\n"
    );
    for system in ELSEWHERE.iter().filter(|system| command::on_path(system.program)) {
        for line in system.commands {
            println!("    {line}");
        }
    }
    bail!("please install what is missing (above) and start again");
}

/// Installs the missing Debian packages of these groups.
fn debian(groups: &[Group]) -> Result<()> {
    let wanted = || PACKAGES.iter().filter(|package| groups.contains(&package.group));
    let installed = installed(wanted().map(|package| package.name))?;
    let missing: Vec<&Package> =
        wanted().filter(|package| !installed.iter().any(|name| name == package.name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("These Debian packages are missing and will be installed:\n");
    for package in &missing {
        println!("    {:<24} {}", package.name, package.why);
    }
    println!();
    let names = missing.iter().map(|package| package.name);
    command::run(as_root(&["apt-get", "update", "-qq"])?.env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mut install = as_root(&["apt-get", "install", "-y", "-qq", "--no-install-recommends"])?;
    command::run(install.args(names).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Which of these packages dpkg has fully installed.
fn installed<'a>(names: impl Iterator<Item = &'a str>) -> Result<Vec<String>> {
    // It fails when it knows nothing of one of them and still answers for the others, so its exit code says nothing.
    let answer = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(names)
        .output()
        .context("cannot start dpkg-query")?;
    Ok(installed_names(&String::from_utf8_lossy(&answer.stdout)))
}

fn installed_names(answer: &str) -> Vec<String> {
    answer.lines().filter_map(|line| line.strip_suffix(" installed")).map(str::to_owned).collect()
}

/// The same command, through sudo when we are not root.
pub fn as_root(words: &[&str]) -> Result<Command> {
    let mut words = words.to_vec();
    if command::output(Command::new("id").arg("-u"))?.trim() != "0" {
        if !command::on_path("sudo") {
            bail!("installing needs root, and there is no sudo; as root, run: {}", words.join(" "));
        }
        words.insert(0, "sudo");
    }
    let (program, arguments) = words.split_first().context("no command")?;
    let mut command = Command::new(program);
    command.args(arguments);
    Ok(command)
}

/// Cargo itself runs us, so Rust is there; rustfmt and clippy may not be.
fn rust() {
    for (program, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if !command::on_path(program) {
            println!(
                "`{program}` is not here; `cargo xtask test` needs it: rustup component add {component}"
            );
        }
    }
}

/// Node.js with npm, new enough for Vite.
fn node() -> Result<()> {
    let need = format!("Node.js {}.{} or newer, with npm, builds the window's pages", NODE.0, NODE.1);
    let Ok(answer) = command::output(Command::new("node").arg("--version")) else {
        bail!("Node.js is missing. {need}: https://nodejs.org");
    };
    match node_version(&answer) {
        Some(version) if version >= NODE => Ok(()),
        _ => bail!("this Node.js is {}. {need}: https://nodejs.org", answer.trim()),
    }
}

fn node_version(answer: &str) -> Option<(u32, u32)> {
    let mut parts = answer.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// The npm packages of `ui/`, exactly as the lock file says; nothing to do when they are those already.
pub fn front_end() -> Result<()> {
    let ui = repo::root().join("ui");
    let lock = fs::read(ui.join("package-lock.json")).context("cannot read ui/package-lock.json")?;
    let stamp = ui.join("node_modules/.engawa-installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of ui/ as package-lock.json names them.");
    command::run(command::npm().args(["ci", "--no-audit", "--no-fund"]))?;
    write_stamp(&stamp, &lock)
}

fn write_stamp(stamp: &Path, lock: &[u8]) -> Result<()> {
    fs::write(stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_half_installed_or_removed_counts_as_missing() {
        let answer = "xvfb installed\nopenbox config-files\nxdotool half-configured\n";
        assert_eq!(installed_names(answer), ["xvfb"]);
    }

    #[test]
    fn node_18_and_20_18_are_too_old_and_20_19_is_not() {
        let new_enough = |answer| node_version(answer).is_some_and(|version| version >= NODE);
        assert!(!new_enough("v18.20.4\n"));
        assert!(!new_enough("v20.18.1\n"));
        assert!(new_enough("v20.19.0\n"));
        assert!(new_enough("v24.1.0\n"));
        assert!(!new_enough("nonsense"));
    }

    #[test]
    fn no_package_is_listed_twice_and_each_has_a_reason() {
        for (at, package) in PACKAGES.iter().enumerate() {
            assert!(
                PACKAGES.iter().skip(at + 1).all(|other| other.name != package.name),
                "{} twice",
                package.name
            );
            assert!(package.why.len() > 10, "{} needs a reason a reader understands", package.name);
        }
    }
}
