//! The `.deb`: installed, started as the menu starts it, removed; the book stays.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use super::{
    FILES, LARGEST, NAME,
    checks::{Checks, Holds},
};
use crate::{command, display::Desktop, home, opened, repo, setup};

/// How long the installed app may take until it can be used.
const PATIENCE: Duration = Duration::from_mins(2);

/// Looks at the package from outside, then installs it, uses it and removes it.
pub fn check(package: &Path, checks: &mut Checks) -> Result<()> {
    let listed = files_of(package)?;
    checks.files(".deb", FILES, &listed);
    let icons = listed.iter().filter(|path| path.starts_with("/usr/share/icons/hicolor/")).count();
    checks.fact(
        "the .deb holds icons of several sizes",
        Holds::if_true(icons >= 3, || format!("{icons} icons")),
    );
    let size = field(package, "Installed-Size")?;
    let fits = size.parse::<u64>().is_ok_and(|kibibytes| kibibytes * 1024 <= LARGEST);
    checks.fact("the .deb takes no more room than it did", Holds::if_true(fits, || format!("{size} KiB")));
    let depends = field(package, "Depends")?;
    checks.fact(
        "the .deb depends on the web view",
        Holds::if_true(depends.contains("libwebkit2gtk-4.1-0"), || depends.clone()),
    );

    let installed = Installed::from(package)?;
    checks.fact("the .deb installs", Holds::Yes);
    let entry = menu_entry(&listed)?;
    checks.fact(
        "the menu entry is valid",
        command::output(Command::new("desktop-file-validate").arg(&entry)).into(),
    );
    let home = repo::scratch()?.join("package-home");
    home::fresh(&home)?;
    let used = start_and_close(&entry, &home);
    checks.fact("the command of the menu entry opens the app, and it closes well", used.into());
    let book = home.join("data/engawa-book/book.sqlite");
    let before = fs::read(&book);
    checks.fact(
        "the app made its book in the user's data folder",
        Holds::if_true(before.is_ok(), || format!("no {}", book.display())),
    );
    let checked = installed_cli(&home, &book);
    checks.fact("the installed engawa-cli finds the book sound", checked.into());
    let before = fs::read(&book);
    installed.remove()?;
    let left: Vec<&str> = FILES.iter().copied().filter(|file| Path::new(file).exists()).collect();
    checks.fact(
        "removing it takes every program and entry away",
        Holds::if_true(left.is_empty(), || left.join(" ")),
    );
    let stays = matches!((before, fs::read(&book)), (Ok(before), Ok(after)) if before == after);
    checks.fact(
        "removing it leaves the book, byte for byte",
        Holds::if_true(stays, || format!("{} changed", book.display())),
    );
    Ok(())
}

/// The files of a package, as absolute paths.
fn files_of(package: &Path) -> Result<Vec<String>> {
    let listing = command::output(Command::new("dpkg-deb").arg("--contents").arg(package))?;
    Ok(paths_of(&listing))
}

/// The last word of each line of a listing of `tar`, folders left out.
fn paths_of(listing: &str) -> Vec<String> {
    let path = |line: &str| Some(line.split_once(" ./").or_else(|| line.rsplit_once(' '))?.1.to_owned());
    let files = listing.lines().filter(|line| !line.starts_with('d')).filter_map(path);
    files.map(|path| format!("/{}", path.trim_start_matches('/'))).collect()
}

fn field(package: &Path, name: &str) -> Result<String> {
    let answer = command::output(Command::new("dpkg-deb").arg("--field").arg(package).arg(name))?;
    Ok(answer.trim().to_owned())
}

/// The package on this machine. Dropping it removes it, also when a check fails on the way.
struct Installed {
    removed: bool,
}

impl Installed {
    /// Installs it, unless its user has it installed already: that one is not ours to replace.
    fn from(package: &Path) -> Result<Self> {
        let mark = Self::mark()?;
        if is_installed() {
            ensure!(
                mark.is_file(),
                "{NAME} is installed on this machine already; the check would replace and remove it. To go on: sudo apt-get remove {NAME}"
            );
            Self { removed: false }.remove()?; // a check that was cut off left it
        }
        fs::write(&mark, "")?;
        let package = package.to_str().context("the package's path is no text")?;
        let mut install =
            setup::as_root(&["apt-get", "install", "-y", "-qq", "--no-install-recommends", package])?;
        command::output(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
        Ok(Self { removed: false })
    }

    /// A file that says that the installed package is the check's own.
    fn mark() -> Result<PathBuf> {
        Ok(repo::scratch()?.join("package-installed-by-check"))
    }

    fn remove(mut self) -> Result<()> {
        self.removed = true;
        remove()
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if !self.removed
            && let Err(error) = remove()
        {
            eprintln!("the package could not be removed again: {error:#}");
        }
    }
}

fn remove() -> Result<()> {
    command::output(setup::as_root(&["dpkg", "--purge", NAME])?.env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mark = Installed::mark()?;
    if mark.is_file() {
        fs::remove_file(mark)?;
    }
    Ok(())
}

fn is_installed() -> bool {
    let status = command::output(Command::new("dpkg-query").args([
        "--show",
        "--showformat",
        "${db:Status-Status}",
        NAME,
    ]));
    status.is_ok_and(|status| status == "installed")
}

/// The installed menu entry.
fn menu_entry(listed: &[String]) -> Result<PathBuf> {
    let entry =
        listed.iter().find(|path| path.starts_with("/usr/share/applications/") && path.ends_with(".desktop"));
    entry.map(PathBuf::from).context("the package has no menu entry")
}

/// The program and arguments of a menu entry, without the places for files that a menu leaves empty.
fn command_of(entry: &str) -> Option<Vec<String>> {
    let line = entry.lines().find_map(|line| line.strip_prefix("Exec="))?;
    let words: Vec<String> = line
        .split_whitespace()
        .filter(|word| !word.starts_with('%'))
        .map(|word| word.trim_matches('"').to_owned())
        .collect();
    (!words.is_empty()).then_some(words)
}

fn start_and_close(entry: &Path, home: &Path) -> Result<()> {
    let words = command_of(&fs::read_to_string(entry)?).context("the menu entry names no command")?;
    let (program, arguments) = words.split_first().context("the command has no program")?;
    let desktop = Desktop::start()?;
    let mut command = Command::new(program);
    home::at_home(&mut command, home).args(arguments);
    let mut opened = opened::open("the installed app", desktop.place(&mut command), PATIENCE)?;
    let window =
        desktop.wait_for_painted_window(&mut opened.program, &repo::scratch()?.join("package.png"))?;
    desktop.close(&window, &mut opened.program)
}

fn installed_cli(home: &Path, book: &Path) -> Result<()> {
    let mut cli = Command::new("/usr/bin/engawa-cli");
    home::at_home(&mut cli, home);
    let folder = book.parent().context("the book lies in a folder")?;
    command::output(cli.arg("--book").arg(folder).arg("check")).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_gives_files_and_no_folders() {
        let listing = "drwxr-xr-x 0/0               0 2026-11-24 10:00 ./usr/bin/\n\
            -rwxr-xr-x 0/0        12345678 2026-11-24 10:00 ./usr/bin/engawa\n\
            -rw-r--r-- 0/0              12 2026-11-24 10:00 usr/share/doc/a b\n";
        assert_eq!(
            paths_of(listing),
            ["/usr/bin/engawa", "/b"].map(str::to_owned),
            "names of ours have no spaces"
        );
    }

    #[test]
    fn the_command_of_a_menu_entry_leaves_out_the_places_for_files() {
        let entry = "[Desktop Entry]\nName=Engawa\nExec=\"engawa\" --sample %U\n";
        assert_eq!(command_of(entry), Some(vec!["engawa".to_owned(), "--sample".to_owned()]));
        assert_eq!(command_of("[Desktop Entry]\nName=Engawa\n"), None);
    }
}
