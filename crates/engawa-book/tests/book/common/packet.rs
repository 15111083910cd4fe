//! A small packet, as a ZIP and unpacked.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use engawa_book::inputs::{EvidenceInput, WhatInput};
use engawa_book::{PacketMade, PacketOptions};
use engawa_domain::facts::{Channel, FactRef, FiledBy, Origin, Party, Place, Seen, Stage, StatusValue};
use engawa_domain::ids::{ContractId, EvidenceId};
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipArchive;

use super::{Desk, looked, seen};

/// A small packet with a file, and the book it was made of.
pub fn packet() -> (Desk, ContractId, PathBuf) {
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

/// The folder that unzip would make of it.
pub fn unpacked(zip: &Path) -> TempDir {
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

/// A picture of one pixel.
pub const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

/// The story up to an approval, with a picture of it, and another contract that is nobody's business here.
pub fn story() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-20 10:00");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    desk.contract(account, "別の案件の題名", &[(Stage::Contracted, "11/19")]);
    desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap();
    desk.clock.set("11-24 14:05");
    let request = WhatInput::Request {
        by: FiledBy::Me,
        reason: "画像の受け渡し".to_owned(),
        channels: vec![Channel::Chatwork],
    };
    desk.fact(id, "11/24", request).unwrap();
    desk.clock.set("11-26 09:30");
    let status = desk.fact(id, "11/26", seen(StatusValue::Approved, "承認")).unwrap().value;
    keep(&mut desk, id, Some(status), "承認の画面.png", PIXEL);
    keep(&mut desk, id, None, "契約書.txt", "契約".as_bytes());
    (desk, id)
}

pub fn keep(
    desk: &mut Desk,
    contract: ContractId,
    fact: Option<FactRef>,
    name: &str,
    bytes: &[u8],
) -> EvidenceId {
    let path = desk.folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract, fact, path, origin: Origin::Picked });
    let link = desk.book.evidence_attach(action).unwrap().value;
    let files = desk.book.contract_files(contract).unwrap();
    files.into_iter().find(|(tie, _)| tie.id == link).unwrap().1.id
}

pub fn place(desk: &Desk, name: &str) -> PathBuf {
    desk.folder.path().join(name)
}

pub fn packed(desk: &Desk, id: ContractId, options: &PacketOptions) -> (PathBuf, PacketMade) {
    let to = place(desk, "packet.zip");
    let made = desk.book.packet(id, options, &to).unwrap();
    (to, made)
}

/// The members with their content, in the order of the ZIP.
pub fn members(zip: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut member = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            (member.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

pub fn text(zip: &Path, name: &str) -> String {
    let found = members(zip).into_iter().find(|(known, _)| known == name).unwrap();
    String::from_utf8(found.1).unwrap()
}

pub fn json(zip: &Path, name: &str) -> Value {
    serde_json::from_str(&text(zip, name)).unwrap()
}
