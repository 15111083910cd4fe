//! `cargo xtask codegen`: the committed files that are made from code, and the check that they are current.
//!
//! A generator writes into a folder of its own that mirrors the repository; writing and checking then differ in the last step only.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    Arguments,
    app::{self, Clock},
    command, home, repo,
    report::AlreadyTold,
};

/// One maker of committed files.
pub struct Generator {
    /// Its name on the command line.
    pub name: &'static str,
    /// What a reader is told.
    what: &'static str,
    /// Where its files are in the repository: a file, or a folder that holds nothing else.
    pub place: &'static str,
    /// Writes the files below the given folder, under the same names as in the repository.
    make: fn(&Path) -> Result<()>,
}

/// All of them.
pub const GENERATORS: &[Generator] = &[
    Generator {
        name: "bindings",
        what: "the commands, types and events of the shell, for TypeScript",
        place: "ui/src/host/bindings.ts",
        make: bindings,
    },
    Generator {
        name: "schema",
        what: "the JSON schema of export and import",
        place: "docs/schema",
        make: schema,
    },
    Generator {
        name: "pack-schemas",
        what: "the JSON schemas of the files in packs/, for editors",
        place: "packs/schema",
        make: pack_schemas,
    },
    Generator {
        name: "icons",
        what: "the icon of every system, from src-tauri/icons/engawa.svg",
        place: "src-tauri/icons",
        make: icons,
    },
];

/// What to do with what was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
}

/// The verb.
pub fn act(mut arguments: Arguments) -> Result<()> {
    let mut mode = Mode::Write;
    let mut names: Vec<String> = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("check") => mode = Mode::Check,
            lexopt::Arg::Value(word) => names.push(word.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().into()),
        }
    }
    let unknown =
        names.iter().find(|name| GENERATORS.iter().all(|generator| generator.name != name.as_str()));
    ensure!(
        unknown.is_none(),
        "there is no generator `{}`; there are {}",
        unknown.map_or("", String::as_str),
        known()
    );
    let chosen = GENERATORS
        .iter()
        .filter(|generator| names.is_empty() || names.iter().any(|name| name == generator.name));
    let mut stale = 0;
    for generator in chosen {
        println!("{}: {}", generator.name, generator.what);
        stale += one(generator, mode)?;
    }
    if stale > 0 { Err(AlreadyTold.into()) } else { Ok(()) }
}

fn known() -> String {
    GENERATORS.iter().map(|generator| generator.name).collect::<Vec<_>>().join(", ")
}

/// Runs one generator; how many of its files are stale (none after writing).
fn one(generator: &Generator, mode: Mode) -> Result<usize> {
    let fresh = repo::scratch()?.join("codegen").join(generator.name);
    home::fresh(&fresh)?;
    (generator.make)(&fresh).with_context(|| format!("cannot make {}", generator.name))?;
    let differences = differences(&fresh, &repo::root(), generator.place)?;
    match mode {
        Mode::Check => {
            for difference in &differences {
                println!("    {difference}");
            }
            if !differences.is_empty() {
                println!("    bring it up to date with: cargo xtask codegen {}", generator.name);
            }
            Ok(differences.len())
        }
        Mode::Write => {
            for Difference { path, text } in &differences {
                write(&repo::root().join(path), &fresh.join(path), text.is_gone())?;
                println!("    wrote {path}");
            }
            Ok(0)
        }
    }
}

/// A file that is not as the generator makes it.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    path: String,
    text: Change,
}

#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// The generator makes it and the repository lacks it.
    New,
    /// The repository has it and the generator no longer makes it.
    Gone,
    /// Both have it; the first line that differs, counted from 1, as committed and as made.
    Line { number: usize, committed: String, made: String },
    /// Both have it, it is no text, and it differs.
    Bytes,
}

impl Change {
    fn is_gone(&self) -> bool {
        *self == Self::Gone
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = &self.path;
        match &self.text {
            Change::New => write!(f, "{path} is missing"),
            Change::Gone => write!(f, "{path} is no longer made"),
            Change::Bytes => write!(f, "{path} differs"),
            Change::Line { number, committed, made } => {
                write!(
                    f,
                    "{path}:{number} differs\n        committed: {committed}\n        made now:  {made}"
                )
            }
        }
    }
}

/// Compares what was made with what is committed at a place.
fn differences(made: &Path, committed: &Path, place: &str) -> Result<Vec<Difference>> {
    let new = files_at(made, place)?;
    let old = files_at(committed, place)?;
    ensure!(!new.is_empty(), "nothing was made at {place}");
    let gone = old.iter().filter(|path| !new.contains(path) && !is_source(path));
    let mut found: Vec<Difference> =
        gone.map(|path| Difference { path: path.clone(), text: Change::Gone }).collect();
    for path in new {
        let made = fs::read(made.join(&path))?;
        let text = match fs::read(committed.join(&path)) {
            Ok(committed) if committed == made => continue,
            Ok(committed) => change(&committed, &made),
            Err(_) => Change::New,
        };
        found.push(Difference { path, text });
    }
    Ok(found)
}

/// The hand-drawn file that lies beside what is made from it.
fn is_source(path: &str) -> bool {
    path.ends_with(".svg") || path.ends_with(".md")
}

/// The files at a place, which is a file or a folder, or nothing yet.
fn files_at(root: &Path, place: &str) -> Result<Vec<String>> {
    let path = root.join(place);
    if path.is_dir() {
        return repo::files(root, place);
    }
    Ok(path.is_file().then(|| place.to_owned()).into_iter().collect())
}

fn change(committed: &[u8], made: &[u8]) -> Change {
    let (Ok(committed), Ok(made)) = (std::str::from_utf8(committed), std::str::from_utf8(made)) else {
        return Change::Bytes;
    };
    let lines =
        || committed.lines().chain(std::iter::repeat("")).zip(made.lines().chain(std::iter::repeat("")));
    let longest = committed.lines().count().max(made.lines().count());
    let first = lines().take(longest).position(|(one, other)| one != other);
    match first.and_then(|at| Some((at, lines().nth(at)?))) {
        Some((at, (committed, made))) => {
            Change::Line { number: at + 1, committed: committed.to_owned(), made: made.to_owned() }
        }
        None => Change::Bytes, // only the ends of lines differ
    }
}

fn write(to: &Path, from: &Path, gone: bool) -> Result<()> {
    if gone {
        return fs::remove_file(to).with_context(|| format!("cannot remove {}", to.display()));
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map(drop).with_context(|| format!("cannot write {}", to.display()))
}

/// The place of a file below the folder of what is made, its own folder ready.
fn place_in(folder: &Path, path: &str) -> Result<PathBuf> {
    let file = folder.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(file)
}

/// One of our programs, compiled beside what the app is compiled from. Through Cargo each time: a program that was built earlier may be of
/// an earlier day.
struct Program {
    name: &'static str,
    /// The package that it belongs to, and what is turned on there.
    package: &'static str,
    feature: &'static str,
    /// The packages that are another thing with that turned on: they are not optimised for something that runs once.
    changed: &'static [&'static str],
}

impl Program {
    fn build(&self) -> Result<PathBuf> {
        let mut cargo = command::cargo();
        cargo.args(["build", "--quiet", "--release"]).args(app::PACKAGES).args(["--package", self.package]);
        cargo.args(["--bin", self.name, "--features", app::features(Clock::System)]);
        cargo.args(["--features", &format!("{}/{}", self.package, self.feature)]);
        for package in self.changed {
            cargo.args(["--config", &format!("profile.release.package.{package}.opt-level=0")]);
        }
        command::run(&mut cargo)?;
        built(self.name)
    }
}

/// Where Cargo puts a program.
fn built(name: &str) -> Result<PathBuf> {
    Ok(repo::target()?.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

fn bindings(folder: &Path) -> Result<()> {
    let file = place_in(folder, "ui/src/host/bindings.ts")?;
    let program = Program {
        name: "bindings",
        package: "engawa-desktop",
        feature: "bindings",
        changed: &["engawa-desktop"],
    };
    command::run(Command::new(program.build()?).arg(file))
}

fn schema(folder: &Path) -> Result<()> {
    let file = place_in(folder, "docs/schema/export.schema.json")?;
    // The one that is shipped: optimised, and in the tests built already.
    let mut cargo = command::cargo();
    cargo.args(["build", "--quiet", "--release"]).args(app::PACKAGES);
    command::run(cargo.args(["--bin", "engawa-cli", "--features", app::features(Clock::System)]))?;
    let schema = command::output(Command::new(built("engawa-cli")?).arg("schema"))?;
    fs::write(file, schema).context("cannot write the schema")
}

fn pack_schemas(folder: &Path) -> Result<()> {
    let program = Program {
        name: "pack-schemas",
        package: "engawa-packs",
        feature: "schema",
        changed: &["engawa-domain", "engawa-packs"],
    };
    command::run(Command::new(program.build()?).arg(folder.join("packs/schema")))
}

/// What is kept of the many pictures that the icon maker draws: Linux, Windows and macOS, no telephones.
const ICONS: &[&str] =
    &["32x32.png", "64x64.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.ico", "icon.icns"];

fn icons(folder: &Path) -> Result<()> {
    let drawn = folder.join("drawn");
    home::fresh(&drawn)?;
    let mut maker = command::tauri();
    maker.arg("icon").arg(repo::root().join("src-tauri/icons/engawa.svg")).arg("--output").arg(&drawn);
    command::output(&mut maker)?;
    for name in ICONS {
        let bytes = fs::read(drawn.join(name)).with_context(|| format!("no {name} was drawn"))?;
        let bytes = if *name == "icon.icns" { in_one_order(&bytes)? } else { bytes };
        fs::write(place_in(folder, &format!("src-tauri/icons/{name}"))?, bytes)?;
    }
    Ok(())
}

/// An Apple icon file with its pictures in the order of their type codes: the maker's order changes from run to run.
///
/// The format is a run of chunks: four letters, the length of the chunk with these eight bytes (big endian), the picture; the file
/// itself is such a chunk around the others.
fn in_one_order(icns: &[u8]) -> Result<Vec<u8>> {
    let mut chunks: Vec<&[u8]> = Vec::new();
    let mut rest = icns.get(8..).context("an .icns file has a head of eight bytes")?;
    while !rest.is_empty() {
        let length = rest.get(4..8).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
        let length = usize::try_from(length.context("a chunk of the .icns file is cut off")?)?;
        let (chunk, after) =
            rest.split_at_checked(length.max(8)).context("a chunk of the .icns file is too long")?;
        chunks.push(chunk);
        rest = after;
    }
    chunks.sort_unstable();
    let head = icns.get(..8).unwrap_or_default();
    Ok([head, &chunks.concat()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committed_file_that_was_changed_by_hand_is_shown_with_its_first_line_that_differs() -> Result<()> {
        let (made, committed) = (tempfile::tempdir()?, tempfile::tempdir()?);
        fs::write(made.path().join("a.ts"), "one\ntwo\n")?;
        fs::write(committed.path().join("a.ts"), "one\nTWO\n")?;
        let found = differences(made.path(), committed.path(), "a.ts")?;
        let text = Change::Line { number: 2, committed: "TWO".into(), made: "two".into() };
        assert_eq!(found, [Difference { path: "a.ts".into(), text }]);
        Ok(())
    }

    #[test]
    fn a_file_that_is_missing_and_one_that_is_left_over_are_both_stale() -> Result<()> {
        let (made, committed) = (tempfile::tempdir()?, tempfile::tempdir()?);
        fs::create_dir(made.path().join("s"))?;
        fs::create_dir(committed.path().join("s"))?;
        fs::write(made.path().join("s/new.json"), "{}")?;
        fs::write(committed.path().join("s/old.json"), "{}")?;
        let found = differences(made.path(), committed.path(), "s")?;
        let expected = [("s/old.json", Change::Gone), ("s/new.json", Change::New)];
        assert_eq!(found, expected.map(|(path, text)| Difference { path: path.into(), text }));
        Ok(())
    }

    #[test]
    fn a_generator_that_makes_nothing_is_an_error_and_not_a_current_file() -> Result<()> {
        let (made, committed) = (tempfile::tempdir()?, tempfile::tempdir()?);
        assert!(differences(made.path(), committed.path(), "a.ts").is_err());
        Ok(())
    }

    #[test]
    fn the_same_pictures_in_another_order_make_the_same_icon_file() -> Result<()> {
        let one = b"icns\0\0\0\x1aic07\0\0\0\x09Aic08\0\0\0\x09B";
        let other = b"icns\0\0\0\x1aic08\0\0\0\x09Bic07\0\0\0\x09A";
        assert_eq!(in_one_order(one)?, in_one_order(other)?);
        assert_eq!(in_one_order(one)?, one);
        assert!(in_one_order(b"icns\0\0\0\x10ic07\0\0\0\xffA").is_err());
        Ok(())
    }
}
