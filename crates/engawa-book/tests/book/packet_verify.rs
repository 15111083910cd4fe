//! A packet that somebody gave us: one flipped byte is found and named, and the commands of `docs/format.md` say the same as the
//! app.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::process::{Command, Output};

use crate::common::packet::{packet, unpacked};
use engawa_book::{Hash, PacketFault, PacketOptions, PacketRefused, verify_book, verify_packet};
use engawa_domain::say::Lang;

fn faults(path: &Path) -> Vec<PacketFault> {
    verify_packet(path, &[]).unwrap().faults
}

#[test]
fn a_packet_is_whole_as_a_zip_and_as_the_folder_it_was_unpacked_to() {
    let (_desk, id, zip) = packet();
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.contract.as_str()), (vec![], id.to_string().as_str()));
    assert!(found.proven > 0 && found.rows > 0 && found.rows_unproven == 0);
    assert_eq!(faults(unpacked(&zip).path()), []);
}

/// Every single byte, of the files and of the ZIP around them.
#[test]
fn one_flipped_byte_anywhere_in_a_packet_is_found() {
    let (desk, id, zip) = packet();
    let options = PacketOptions { languages: vec![Lang::Ja], ..PacketOptions::default() };
    desk.book.packet(id, &options, &zip).unwrap();
    let bytes = fs::read(&zip).unwrap();
    let mut file = fs::OpenOptions::new().write(true).open(&zip).unwrap();
    let mut put = |at: u64, byte: u8| {
        file.seek(SeekFrom::Start(at)).unwrap();
        file.write_all(&[byte]).unwrap();
    };
    let (mut tried, mut refused) = (0, 0);
    for (at, byte) in (0..).zip(&bytes) {
        put(at, byte ^ (1 << (at % 8)));
        match verify_packet(&zip, &[]) {
            Ok(found) => assert!(!found.faults.is_empty(), "byte {at} was flipped and nothing was said"),
            Err(_) => refused += 1,
        }
        put(at, *byte);
        tried += 1;
    }
    assert_eq!(faults(&zip), [], "the test put everything back");
    assert!(tried == bytes.len() && refused < tried / 2, "{tried} tried, {refused} refused");
}

#[test]
fn one_flipped_byte_in_any_unpacked_file_is_found_and_the_file_is_named() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    let mut names: Vec<String> = Vec::new();
    for entry in [folder.path().to_owned(), folder.path().join("files")] {
        for file in fs::read_dir(entry).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
            // As a packet names it, on every system.
            names.push(file.path().strip_prefix(folder.path()).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
    assert_eq!(names.len(), 8);
    for name in names {
        let path = folder.path().join(&name);
        let bytes = fs::read(&path).unwrap();
        let mut flipped = bytes.clone();
        let middle = bytes.len() / 2;
        flipped[middle] ^= 1;
        fs::write(&path, flipped).unwrap();
        let expected = PacketFault::Altered { name: name.clone() };
        match verify_packet(folder.path(), &[]) {
            Ok(found) if name.starts_with("manifest") => assert!(found.faults.contains(&PacketFault::Seal)),
            Ok(found) => assert!(found.faults.contains(&expected), "{name}: {:?}", found.faults),
            Err(refused) => assert!(matches!(refused, PacketRefused::Manifest { .. }), "{name}: {refused}"),
        }
        fs::write(&path, bytes).unwrap();
    }
}

#[test]
fn what_is_missing_and_what_nobody_listed_is_named() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    fs::remove_file(folder.path().join("files/01-承認.txt")).unwrap();
    fs::write(folder.path().join("files/02-more.txt"), "x").unwrap();
    assert_eq!(
        faults(folder.path()),
        [
            PacketFault::Missing { name: "files/01-承認.txt".to_owned() },
            PacketFault::Unlisted { name: "files/02-more.txt".to_owned() },
        ]
    );
}

/// Changes a file of an unpacked packet and makes the list fit again, as somebody would who means to deceive.
fn forge(folder: &Path, name: &str, change: impl FnOnce(String) -> String) {
    let path = folder.join(name);
    let text = change(fs::read_to_string(&path).unwrap());
    fs::write(&path, &text).unwrap();
    let mut manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    for file in manifest["files"].as_array_mut().unwrap() {
        if file["name"] == name {
            file["sha256"] = sha256(text.as_bytes()).into();
            file["bytes"] = text.len().into();
        }
    }
    let manifest = serde_json::to_string_pretty(&manifest).unwrap();
    fs::write(folder.join("manifest.sha256"), format!("{}  manifest.json\n", sha256(manifest.as_bytes())))
        .unwrap();
    fs::write(folder.join("manifest.json"), manifest).unwrap();
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    Hash(sha2::Sha256::digest(bytes).into()).to_string()
}

#[test]
fn a_forged_fact_is_found_by_the_chain_even_when_the_list_fits() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    forge(folder.path(), "facts.json", |text| text.replace("承認", "否認"));
    let found = faults(folder.path());
    let unexplained = |fault: &PacketFault| matches!(fault, PacketFault::Unexplained { .. });
    // The status, and the file that is called after it.
    assert!(found.len() == 2 && found.iter().all(unexplained), "{found:?}");
    forge(folder.path(), "journal.jsonl", |text| text.replace("承認", "否認"));
    let found = faults(folder.path());
    assert!(found.iter().any(|fault| matches!(fault, PacketFault::Entry { .. })), "{found:?}");
}

#[test]
fn a_hash_that_was_kept_elsewhere_is_looked_for() {
    let (desk, _, zip) = packet();
    let found = verify_packet(&zip, &[]).unwrap();
    let head: Hash = found.heads[0].hash.parse().unwrap();
    assert_eq!(verify_packet(&zip, &[head]).unwrap().faults, []);
    let book = verify_book(desk.book.folder(), None, &[head]).unwrap();
    assert!(book.is_whole(), "the packet ends where the book ends: {:?}", book.book.faults);
    let strange = Hash([7; 32]);
    assert_eq!(verify_packet(&zip, &[strange]).unwrap().faults, [PacketFault::NotInChain { hash: strange }]);
}

// The commands of `docs/format.md`, word for word.

fn block(name: &str) -> &'static str {
    let document = include_str!("../../../../docs/format.md");
    document.split(&format!("```sh {name}\n")).nth(1).unwrap().split("```").next().unwrap()
}

/// `None` on a machine without the tools, which cannot try what is written for those that have them.
fn run(script: &str, folder: &Path) -> Option<Output> {
    let tools = ["bash", "jq", "sha256sum", "unzip", "sqlite3"];
    let has = |tool: &&str| Command::new(tool).arg("--version").output().is_ok();
    if !tools.iter().all(has) {
        return None;
    }
    // Without a language unzip writes names of other letters in its own way.
    let mut command = Command::new("bash");
    command.arg("-ec").arg(script).current_dir(folder).env("LC_ALL", "C.UTF-8");
    Some(command.output().unwrap())
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), output.stderr.as_slice()].concat()).into_owned()
}

#[test]
fn anyone_can_verify_a_packet_with_unzip_jq_and_sha256sum() {
    let (_desk, _, zip) = packet();
    let folder = tempfile::tempdir().unwrap();
    let Some(unzipped) = run(&format!("unzip -q '{}'", zip.display()), folder.path()) else { return };
    assert!(unzipped.status.success(), "{}", said(&unzipped));
    let script = block("verify-packet");
    let whole = run(script, folder.path()).unwrap();
    let entries = verify_packet(&zip, &[]).unwrap().proven;
    assert_eq!(said(&whole), format!("packet whole, {entries} entries proven\n"));
    assert!(whole.status.success());
    for name in ["files/01-承認.txt", "facts.json", "manifest.json", "timeline.en.html"] {
        let path = folder.path().join(name);
        let bytes = fs::read(&path).unwrap();
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 1;
        fs::write(&path, flipped).unwrap();
        let found = run(script, folder.path()).unwrap();
        assert!(!found.status.success() && said(&found).contains(name), "{name}: {}", said(&found));
        fs::write(&path, bytes).unwrap();
    }
    fs::write(folder.path().join("files/strange.txt"), "x").unwrap();
    let found = run(script, folder.path()).unwrap();
    assert!(!found.status.success() && said(&found).contains("files/strange.txt"), "{}", said(&found));
    fs::remove_file(folder.path().join("files/strange.txt")).unwrap();
    forge(folder.path(), "journal.jsonl", |text| text.replace("承認", "否認"));
    let found = run(script, folder.path()).unwrap();
    assert!(!found.status.success() && said(&found).contains("was altered"), "{}", said(&found));
}

#[test]
fn the_commands_in_the_packet_are_those_of_the_document() {
    let (_desk, _, zip) = packet();
    let note = fs::read_to_string(unpacked(&zip).path().join("VERIFY.txt")).unwrap();
    for line in block("verify-packet").lines() {
        assert!(note.contains(&format!("    {line}\n")), "{line}");
    }
}

#[test]
fn anyone_can_verify_the_files_of_a_book_with_sqlite3_and_sha256sum() {
    let (desk, _, _) = packet();
    let folder = desk.book.folder().to_owned();
    drop(desk.book);
    let script = block("verify-evidence");
    let Some(whole) = run(script, &folder) else { return };
    assert_eq!((said(&whole).as_str(), whole.status.success()), ("1 files whole\n", true));
    let found = verify_book(&folder, None, &[]).unwrap();
    let file = &found.book.files[0];
    let kept = folder.join("evidence").join(&file.sha256[..2]).join(&file.sha256);
    fs::remove_file(&kept).unwrap();
    let missing = run(script, &folder).unwrap();
    assert!(!missing.status.success() && said(&missing).contains(&file.sha256), "{}", said(&missing));
}
