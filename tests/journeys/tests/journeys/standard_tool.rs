//! What we encrypt is opened without us: by the `age` program, an implementation of the format that shares no code with ours, and by
//! `tar`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::cli::{Cli, fact, looked};

const PASSPHRASE: &str = "gravel umbrella piano nineteen";

/// Whether the programs are here; told when they are not.
fn has_tools() -> bool {
    let has = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let all = ["age", "script", "tar"].into_iter().all(has);
    if !all {
        eprintln!("not tried: age, script or tar is missing here");
    }
    all
}

/// Opens the file with `age`, which asks for the passphrase on a terminal: `script` is one.
fn opened_by_age(file: &Path, to: &Path, passphrase: &str) -> bool {
    let line = format!("age --decrypt --output '{}' '{}'", to.display(), file.display());
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = script.spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{passphrase}").unwrap();
    child.wait_with_output().unwrap().status.success()
}

/// What the standard tools make of an encrypted file, in a folder of its own.
fn unpacked(cli: &Cli, file: &Path, name: &str) -> PathBuf {
    let (tar, folder) = (cli.folder.path().join(format!("{name}.tar")), cli.folder.path().join(name));
    assert!(!opened_by_age(file, &tar, "gravel umbrella"), "another passphrase opens it");
    assert!(opened_by_age(file, &tar, PASSPHRASE));
    fs::create_dir(&folder).unwrap();
    let mut unpacking = Command::new("tar");
    unpacking.arg("--extract").arg("--file").arg(&tar).arg("--directory").arg(&folder);
    assert!(unpacking.status().unwrap().success());
    folder
}

fn book() -> Cli {
    let cli = Cli::at("11-24 14:05");
    let contract = cli.contract();
    cli.record("fact", &fact(&contract, "11/20", looked("me", "web", "missing")));
    let proof = cli.file("承認.txt", "承認".as_bytes());
    cli.record(
        "evidence",
        &serde_json::json!({ "contract": contract, "path": proof, "origin": "picked", "fact": null }),
    );
    cli.file("passphrase", PASSPHRASE.as_bytes());
    cli
}

fn passphrase(cli: &Cli) -> String {
    cli.folder.path().join("passphrase").display().to_string()
}

#[test]
fn an_encrypted_backup_unpacked_with_age_and_tar_is_a_whole_book() {
    if !has_tools() {
        return;
    }
    let cli = book();
    let drawer = cli.folder.path().join("drawer");
    fs::create_dir(&drawer).unwrap();
    let line =
        ["backup", "--to", drawer.to_str().unwrap(), "--encrypt", "--passphrase-file", &passphrase(&cli)];
    let made = cli.run(&[&line[..], &["--json"]].concat()).json();
    let folder = unpacked(&cli, Path::new(made["path"].as_str().unwrap()), "by hand");
    let said = cli.run_on(&folder, &["check"], "");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(cli.run_on(&folder, &["standing"], "").out.contains("商品紹介文の作成（60本）"));
}

#[test]
fn an_encrypted_export_unpacked_with_age_and_tar_is_an_export_like_any_other() {
    if !has_tools() {
        return;
    }
    let cli = book();
    let file = cli.folder.path().join("book.age");
    let to = file.to_str().unwrap();
    let made = cli.run(&["export", to, "--encrypt", "--passphrase-file", &passphrase(&cli)]);
    assert_eq!(made.code, 0, "{made:?}");
    let folder = unpacked(&cli, &file, "by hand");
    let (new, export) = (cli.folder.path().join("new"), folder.join("book.json"));
    let taken = cli.run_on(&new, &["import", export.to_str().unwrap(), "--json"], "").json();
    assert_eq!(taken["files"], 1, "its evidence lies where an import looks for it");
    assert_eq!(cli.run_on(&new, &["check"], "").code, 0);
}
