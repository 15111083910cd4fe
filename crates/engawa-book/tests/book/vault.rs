//! 証拠: what is said of a kept file afterwards, and what a look through all of them finds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, looked};
use engawa_book::inputs::{EvidenceInput, EvidenceLinkInput, EvidenceNoteInput};
use engawa_book::views::{EvidenceChecked, EvidencePreview, EvidenceRow, FileWrong};
use engawa_book::{BookError, EvidenceKept, Stray, unwatched};
use engawa_domain::facts::{FactRef, Origin, Party, Place, Seen, Stage};
use engawa_domain::ids::{ContractId, EvidenceId, EvidenceLinkId};

fn desk() -> (Desk, ContractId) {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let id = desk.contract(account, "商品紹介文の作成（60本）", &[(Stage::Contracted, "11/18")]);
    (desk, id)
}

fn keep(desk: &mut Desk, contract: ContractId, name: &str, bytes: &[u8]) -> EvidenceLinkId {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let path = path.display().to_string();
    let action = desk.action(EvidenceInput { contract, fact: None, path, origin: Origin::Picked });
    desk.book.evidence_attach(action).unwrap().value
}

fn only(desk: &Desk) -> EvidenceRow {
    let mut files = desk.book.evidence_list().unwrap().files;
    assert_eq!(files.len(), 1);
    files.remove(0)
}

fn look_through(desk: &mut Desk) -> EvidenceChecked {
    let found = desk.book.evidence_check().unwrap().run(&mut unwatched).unwrap();
    desk.book.evidence_check_end(found).unwrap()
}

#[test]
fn a_note_is_kept_as_typed_and_taken_back_like_any_other_change() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, "画面.txt", b"link");
    let evidence = only(&desk).evidence;
    let note = " メッセージ画面の上のほう\n（11/24 に撮影） ".to_owned();
    let input = EvidenceNoteInput { evidence: evidence.id, before: Some(String::new()), note: note.clone() };
    let action = desk.action(input);
    desk.book.evidence_note(action).unwrap();
    let noted = only(&desk).evidence;
    assert_eq!(noted.note, note);
    assert_eq!((&noted.sha256, noted.captured), (&evidence.sha256, evidence.captured));
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(only(&desk).evidence.note, "");
}

#[test]
fn a_note_that_was_written_elsewhere_meanwhile_is_not_written_over() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, "画面.txt", b"link");
    let evidence = only(&desk).evidence.id;
    let begun =
        |note: &str| EvidenceNoteInput { evidence, before: Some(String::new()), note: note.to_owned() };
    let action = desk.action(begun("先に書いたメモ"));
    desk.book.evidence_note(action).unwrap();
    let action = desk.action(begun("あとから書いたメモ"));
    assert!(matches!(desk.book.evidence_note(action), Err(BookError::Changed(_))));
    assert_eq!(only(&desk).evidence.note, "先に書いたメモ");
}

#[test]
fn what_a_file_proves_is_chosen_afterwards_and_taken_back() {
    let (mut desk, id) = desk();
    let link = keep(&mut desk, id, "画面.txt", b"link");
    let fact = desk.fact(id, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap().value;
    let action = desk.action(EvidenceLinkInput { link, before: None, fact: Some(fact) });
    desk.book.evidence_link(action).unwrap();
    assert_eq!(only(&desk).ties[0].fact, Some(fact));
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    assert_eq!(only(&desk).ties[0].fact, None);
}

#[test]
fn a_file_proves_no_fact_of_another_contract() {
    let (mut desk, id) = desk();
    let link = keep(&mut desk, id, "画面.txt", b"link");
    let account = desk.book.account_list().unwrap()[0].account.id;
    let other = desk.contract(account, "別の契約", &[(Stage::Contracted, "11/18")]);
    let fact: FactRef =
        desk.fact(other, "11/20", looked(Party::Me, Place::Web, Seen::Missing)).unwrap().value;
    let action = desk.action(EvidenceLinkInput { link, before: None, fact: Some(fact) });
    assert!(desk.book.evidence_link(action).is_err());
    assert_eq!(only(&desk).ties[0].fact, None);
}

#[test]
fn a_picture_from_the_clipboard_is_kept_under_the_moment_at_which_it_was_pasted() {
    let (mut desk, id) = desk();
    assert_eq!(desk.book.pasted_name(), "貼り付け 2026-11-24 14.05.png");
    let png = engawa_book::as_png(2, 1, &[0, 0, 0, 255, 255, 255, 255, 255]).unwrap();
    let vault = desk.book.evidence_intake(id, None).unwrap();
    let name = desk.book.pasted_name();
    let kept = vault.keep_bytes(&name, png.len() as u64, png.as_slice(), &mut unwatched).unwrap();
    let action = desk.action(EvidenceKept { contract: id, fact: None, origin: Origin::Pasted, kept });
    desk.book.evidence_record(action).unwrap();
    let row = only(&desk).evidence;
    assert_eq!((row.original_name, row.origin, row.media_type.as_str()), (name, Origin::Pasted, "image/png"));
    let shown = desk.book.evidence_file(row.id).unwrap().inside().unwrap().shown;
    assert!(matches!(shown, EvidencePreview::Picture { width: 2, height: 1, .. }), "{shown:?}");
    let small = desk.book.evidence_file(row.id).unwrap().thumbnail().unwrap().unwrap();
    assert!(small.starts_with("data:image/jpeg;base64,"));
}

#[test]
fn what_the_vault_of_another_book_took_in_is_not_recorded_in_this_one() {
    let (other, id) = desk();
    let vault = other.book.evidence_intake(id, None).unwrap();
    let kept = vault.keep_bytes("a", 1, &b"a"[..], &mut unwatched).unwrap();
    let (mut desk, id) = desk();
    let action = desk.action(EvidenceKept { contract: id, fact: None, origin: Origin::Pasted, kept });
    assert!(matches!(desk.book.evidence_record(action), Err(BookError::File(_))));
    assert!(desk.book.evidence_list().unwrap().files.is_empty());
}

#[test]
fn a_contract_that_is_not_there_takes_nothing_in() {
    let (desk, _) = desk();
    let nowhere = ContractId(uuid::Uuid::from_u128(9));
    assert!(desk.book.evidence_intake(nowhere, None).is_err());
}

#[test]
fn a_look_through_all_files_names_each_that_is_wrong_and_says_when_it_was() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, "a.txt", b"first");
    keep(&mut desk, id, "b.txt", b"second");
    keep(&mut desk, id, "c.txt", b"third");
    let whole = look_through(&mut desk);
    assert_eq!((whole.files, whole.bytes, whole.wrong.len(), whole.unknown.len()), (3, 16, 0, 0));

    let files = desk.book.evidence_list().unwrap().files;
    let place = |name: &str| {
        let row = files.iter().find(|row| row.evidence.original_name == name).unwrap();
        let sha256 = &row.evidence.sha256.0;
        desk.folder.path().join("engawa-book").join("evidence").join(&sha256[..2]).join(sha256)
    };
    std::fs::write(place("a.txt"), "fIrst").unwrap();
    std::fs::remove_file(place("b.txt")).unwrap();
    desk.clock.set("11-24 15:30");
    let found = look_through(&mut desk);
    let mut wrong: Vec<(&str, FileWrong)> =
        found.wrong.iter().map(|file| (file.name.as_str(), file.how)).collect();
    wrong.sort_by_key(|(name, _)| *name);
    assert_eq!(wrong, [("a.txt", FileWrong::Altered), ("b.txt", FileWrong::Missing)]);
    assert_eq!(found.at.to_string(), "2026-11-24T06:30:00.000Z");
    assert_eq!(desk.book.evidence_list().unwrap().checked, Some(found), "the screen can still say so later");
}

#[test]
fn an_attachment_that_was_taken_back_leaves_its_bytes_which_are_named_as_unknown() {
    let (mut desk, id) = desk();
    keep(&mut desk, id, "a.txt", b"first");
    let action = desk.action(());
    desk.book.undo(action.id).unwrap();
    let found = look_through(&mut desk);
    assert_eq!((found.files, found.unknown.len(), found.unknown[0].stray), (0, 1, Stray::NoRecord));
    assert!(desk.book.check().unwrap().is_whole(), "that is no damage: doing it again needs them");
}

#[test]
fn a_mail_in_shift_jis_is_shown_in_its_own_letters() {
    let (mut desk, id) = desk();
    // 「承認されました」, by `iconv -t CP932`.
    keep(&mut desk, id, "mail.txt", b"\x8f\xb3\x94\x46\x82\xb3\x82\xea\x82\xdc\x82\xb5\x82\xbd");
    let row = only(&desk).evidence;
    let EvidencePreview::Text { words, encoding, .. } =
        desk.book.evidence_file(row.id).unwrap().inside().unwrap().shown
    else {
        panic!("it is a text")
    };
    assert_eq!((words.as_str(), encoding), ("承認されました", engawa_book::TextEncoding::ShiftJis));
}

#[test]
fn a_file_that_is_not_there_has_no_inside() {
    let (desk, _) = desk();
    assert!(desk.book.evidence_file(EvidenceId(uuid::Uuid::from_u128(9))).is_err());
}
