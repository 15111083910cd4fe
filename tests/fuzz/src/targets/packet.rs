//! A file that is said to be a packet: what somebody sends in a dispute.

use std::fs;
use std::path::Path;

use engawa_book::{PacketRefused, PacketVerified, verify_packet};

use crate::Target;

pub const TARGET: Target = Target {
    name: "packet",
    what: "a packet, as a ZIP and as the parts of an unpacked one: refused, or every fault named; a whole one with a flipped byte is none",
    seeds: &[],
    short: 250,
    run,
};

/// The least that a list says, so that the facts and the entries are read whatever they are.
const LIST: &str = r#"{"format":"engawa-packet","version":1,"app":"0.1.0",
    "contract":{"id":"01a21bb9-f1d7-700c-8000-000000000001","title":"t","client":"c","platform":"other"},
    "as_of":"2026-11-24T05:05:00.000Z","zone":"Asia/Tokyo","languages":["ja"],"chain":[],
    "entries":{"whole":0,"masked":0,"withheld":0},"masked":{"asked":false,"places":0,"kinds":{}},
    "left_out":[],"files":[]}"#;

fn run(data: &[u8]) {
    let Ok(folder) = tempfile::tempdir() else { return };
    as_zip(&folder.path().join("packet.zip"), data);
    as_parts(&folder.path().join("unpacked"), data);
}

fn as_zip(zip: &Path, data: &[u8]) {
    assert!(fs::write(zip, data).is_ok());
    let found = verify_packet(zip, &[]);
    assert_eq!(fs::read(zip).ok().as_deref(), Some(data), "looking changes it");
    let beside = zip.parent().and_then(|folder| fs::read_dir(folder).ok());
    assert_eq!(beside.map(Iterator::count), Some(1), "nothing is unpacked");
    if is_whole(&found) {
        // Another byte each time, and the same one for the same input.
        let at =
            data.iter().fold(0_usize, |sum, byte| sum.wrapping_mul(31) + usize::from(*byte)) % data.len();
        let mut flipped = data.to_vec();
        flipped[at] ^= 1;
        assert!(fs::write(zip, flipped).is_ok());
        assert!(!is_whole(&verify_packet(zip, &[])), "byte {at} was flipped and nobody noticed");
    }
}

/// As the list, and as what the list is about.
fn as_parts(folder: &Path, data: &[u8]) {
    assert!(fs::create_dir(folder).is_ok());
    for (list, other) in [(data, LIST.as_bytes()), (LIST.as_bytes(), data)] {
        let written = ["facts.json", "journal.jsonl"].map(|name| fs::write(folder.join(name), other).is_ok());
        assert!(
            written.iter().all(|written| *written) && fs::write(folder.join("manifest.json"), list).is_ok()
        );
        let found = verify_packet(folder, &[]);
        assert!(!is_whole(&found), "a packet without a seal is whole");
    }
}

fn is_whole(found: &Result<PacketVerified, PacketRefused>) -> bool {
    found.as_ref().is_ok_and(|found| found.faults.is_empty())
}
