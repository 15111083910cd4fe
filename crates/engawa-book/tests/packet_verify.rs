//! A packet that somebody gave us: one flipped byte is found and named, what could do harm is refused before it is read, and the
//! commands of `docs/format.md` say the same as the app.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::io::{Cursor, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::{Desk, looked, seen};
use engawa_book::inputs::EvidenceInput;
use engawa_book::{Hash, PacketFault, PacketOptions, PacketRefused, verify_book, verify_packet};
use engawa_domain::facts::{Origin, Party, Place, Seen, Stage, StatusValue};
use engawa_domain::ids::ContractId;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A small packet with a file, and the book it was made of.
fn packet() -> (Desk, ContractId, PathBuf) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文", &[(Stage::Contracted, "11/18")]);
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    let status = desk.fact(id, "11/24", seen(StatusValue::Approved, "承認")).unwrap().value;
    let file = desk.folder.path().join("承認.txt");
    fs::write(&file, "承認されました").unwrap();
    let path = file.display().to_string();
    let action =
        desk.action(EvidenceInput { contract: id, fact: Some(status), path, origin: Origin::Picked });
    desk.book.evidence_attach(action).unwrap();
    let zip = desk.folder.path().join("packet.zip");
    desk.book.packet(id, &PacketOptions::default(), &zip).unwrap();
    (desk, id, zip)
}

fn faults(path: &Path) -> Vec<PacketFault> {
    verify_packet(path, &[]).unwrap().faults
}

fn unpacked(zip: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut zip = ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    fs::create_dir(folder.path().join("files")).unwrap();
    for at in 0..zip.len() {
        let mut member = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        fs::write(folder.path().join(member.name().unwrap().as_ref()), bytes).unwrap();
    }
    folder
}

#[test]
fn a_packet_is_whole_as_a_zip_and_as_the_folder_it_was_unpacked_to() {
    let (_desk, id, zip) = packet();
    let found = verify_packet(&zip, &[]).unwrap();
    assert_eq!((found.faults, found.contract.as_str()), (vec![], id.to_string().as_str()));
    assert!(found.proven > 0 && found.rows > 0 && found.rows_unproven == 0);
    assert_eq!(faults(unpacked(&zip).path()), []);
}

/// Where the content of members lies; all the rest is the ZIP's own.
fn contents(zip: &Path) -> Vec<std::ops::Range<u64>> {
    let mut zip = ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let member = zip.by_index(at).unwrap();
            let start = member.data_start().unwrap();
            start..start + member.size()
        })
        .collect()
}

/// Every byte of the ZIP around the members, and of the members every eleventh: of each there are many alike.
#[test]
fn one_flipped_byte_anywhere_in_a_packet_is_found() {
    let (_desk, _, zip) = packet();
    let bytes = fs::read(&zip).unwrap();
    let contents = contents(&zip);
    let mut file = fs::OpenOptions::new().write(true).open(&zip).unwrap();
    let mut put = |at: u64, byte: u8| {
        file.seek(SeekFrom::Start(at)).unwrap();
        file.write_all(&[byte]).unwrap();
    };
    let (mut tried, mut refused) = (0, 0);
    for (at, byte) in (0..).zip(&bytes) {
        let inside = contents.iter().find(|member| member.contains(&at));
        if inside.is_some_and(|member| (at - member.start) % 11 != 0) {
            continue;
        }
        put(at, byte ^ (1 << (at % 8)));
        match verify_packet(&zip, &[]) {
            Ok(found) => assert!(!found.faults.is_empty(), "byte {at} was flipped and nothing was said"),
            Err(_) => refused += 1,
        }
        put(at, *byte);
        tried += 1;
    }
    assert_eq!(faults(&zip), [], "the test put everything back");
    assert!(tried > 2_000 && refused < tried / 2, "{tried} tried, {refused} refused");
}

#[test]
fn one_flipped_byte_in_any_unpacked_file_is_found_and_the_file_is_named() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    let mut names: Vec<String> = Vec::new();
    for entry in [folder.path().to_owned(), folder.path().join("files")] {
        for file in fs::read_dir(entry).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
            names.push(file.path().strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned());
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
    assert!(matches!(&found[..], [PacketFault::Unexplained { .. }]), "{found:?}");
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
    let book = verify_book(desk.book.folder(), &[head]).unwrap();
    assert!(book.is_whole(), "the packet ends where the book ends: {:?}", book.book.faults);
    let strange = Hash([7; 32]);
    assert_eq!(verify_packet(&zip, &[strange]).unwrap().faults, [PacketFault::NotInChain { hash: strange }]);
}

// What could do harm.

fn usual() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

/// A ZIP of these members, changed byte by byte where the writer would not do it.
fn zip_of(members: &[(&str, &[u8])], change: impl FnOnce(&mut Vec<u8>)) -> (TempDir, PathBuf) {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, usual()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let mut bytes = zip.finish().unwrap().into_inner();
    change(&mut bytes);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.zip");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn refused(path: &Path) -> PacketRefused {
    verify_packet(path, &[]).map(|found| found.faults).unwrap_err()
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    for at in 0..=bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
}

#[test]
fn a_name_that_leads_out_of_the_packet_is_refused() {
    for name in ["../evil.txt", "/etc/passwd", "files/../../x", "C:\\x", "a\\..\\b", "files/nul.txt", "x/y"] {
        let (_folder, path) = zip_of(&[("manifest.json", b"{}"), (name, b"x")], |_| {});
        let found = refused(&path);
        assert!(
            matches!(found, PacketRefused::Name { .. } | PacketRefused::NotAFile { .. }),
            "{name}: {found}"
        );
    }
}

#[test]
fn a_symbolic_link_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("files/01-link", "/etc/passwd", usual()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("link.zip");
    fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    assert!(matches!(refused(&path), PacketRefused::NotAFile { .. }));
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_in_a_folder_is_refused_and_not_followed() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("files/02-link")).unwrap();
    assert!(matches!(refused(folder.path()), PacketRefused::NotAFile { name } if name == "files/02-link"));
}

#[test]
fn a_folder_within_is_refused() {
    let (_desk, _, zip) = packet();
    let folder = unpacked(&zip);
    fs::create_dir_all(folder.path().join("files/deep")).unwrap();
    assert!(matches!(refused(folder.path()), PacketRefused::NotAFile { .. }));
}

#[test]
fn two_members_of_one_name_are_refused() {
    let (_folder, path) =
        zip_of(&[("aa.txt", b"1"), ("ab.txt", b"2")], |bytes| replace(bytes, b"ab.txt", b"aa.txt"));
    assert!(matches!(refused(&path), PacketRefused::Twice { .. }));
    let (_folder, path) = zip_of(&[("aa.txt", b"1"), ("AA.txt", b"2")], |_| {});
    assert!(matches!(refused(&path), PacketRefused::Twice { .. }), "on some systems these are one file");
}

#[test]
fn what_is_compressed_is_refused_before_it_is_unpacked() {
    // Method 8 is deflate, at byte 8 of a local header and at byte 10 of its entry in the directory.
    let (_folder, path) = zip_of(&[("manifest.json", &[0; 64])], |bytes| {
        bytes[8] = 8;
        let directory = bytes.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
        bytes[directory + 10] = 8;
    });
    assert!(matches!(refused(&path), PacketRefused::Packed { name } if name == "manifest.json"));
}

#[test]
fn a_size_that_the_file_cannot_hold_is_refused() {
    let (_folder, path) = zip_of(&[("manifest.json", b"{}")], |bytes| {
        let directory = bytes.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
        for at in [directory + 20, directory + 24] {
            bytes[at..at + 4].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
        }
    });
    let found = refused(&path);
    assert!(matches!(found, PacketRefused::TooLarge { limit, .. } if limit < 1_000), "{found}");
}

#[test]
fn members_that_lie_on_top_of_each_other_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("files/01-a", usual()).unwrap();
    zip.write_all(&[7; 16]).unwrap();
    zip.shallow_copy_file("files/01-a", "files/02-b").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("overlap.zip");
    fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    assert!(matches!(refused(&path), PacketRefused::Overlap));
}

#[test]
fn more_members_than_any_packet_has_are_refused_by_what_the_end_says() {
    let (_folder, path) = zip_of(&[("manifest.json", b"{}")], |bytes| {
        let end = bytes.len() - 22;
        for at in [end + 8, end + 10] {
            bytes[at..at + 2].copy_from_slice(&20_000_u16.to_le_bytes());
        }
    });
    assert!(matches!(refused(&path), PacketRefused::TooMany { found: 20_000, .. }));
}

#[test]
fn what_is_no_packet_is_told_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.zip");
    for bytes in [&b""[..], b"PK", b"hello hello hello hello hello"] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(refused(&path), PacketRefused::NotAPacket { .. }));
    }
    assert!(matches!(refused(folder.path()), PacketRefused::NotAPacket { .. }), "a folder without a list");
    let (_folder, path) = zip_of(&[("manifest.json", b"{\"format\":\"other\"}")], |_| {});
    assert!(matches!(refused(&path), PacketRefused::Manifest { .. }));
    let newer = b"{\"format\":\"engawa-packet\",\"version\":2}";
    let (_folder, path) = zip_of(&[("manifest.json", newer)], |_| {});
    assert!(matches!(refused(&path), PacketRefused::Newer { found: 2, known: 1 }));
}

// The commands of `docs/format.md`, word for word.

fn block(name: &str) -> &'static str {
    let document = include_str!("../../../docs/format.md");
    document.split(&format!("```sh {name}\n")).nth(1).unwrap().split("```").next().unwrap()
}

/// `None` on a machine without the tools, which cannot try what is written for those that have them.
fn run(script: &str, folder: &Path) -> Option<Output> {
    let tools = ["bash", "jq", "sha256sum", "unzip", "sqlite3"];
    let has = |tool: &&str| Command::new(tool).arg("--version").output().is_ok();
    if !tools.iter().all(has) {
        return None;
    }
    Some(Command::new("bash").arg("-ec").arg(script).current_dir(folder).output().unwrap())
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
    let found = verify_book(&folder, &[]).unwrap();
    let file = &found.book.files[0];
    let kept = folder.join("evidence").join(&file.sha256[..2]).join(&file.sha256);
    fs::remove_file(&kept).unwrap();
    let missing = run(script, &folder).unwrap();
    assert!(!missing.status.success() && said(&missing).contains(&file.sha256), "{}", said(&missing));
}
