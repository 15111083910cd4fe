//! What somebody gave us as a packet and could do harm is refused before a member of it is read, with a reason of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use crate::common::packet::{packet, unpacked};
use engawa_book::{PacketRefused, verify_packet};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

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
