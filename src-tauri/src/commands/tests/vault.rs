//! Files are taken in, looked through and copied out through the window's own commands, and stopped by them.

use std::{fs, path::Path};

use engawa_domain::facts::Contract;
use serde_json::{Value, json};
use tauri::{Manager as _, WebviewWindow, test::MockRuntime};
use tempfile::TempDir;

use super::{Closing, OWN_PAGE, Refusing, app_with, ask, window};
use crate::{bookkeeper::Bookkeeper, clipboard::Clip, window::LABEL, works::Works};
use engawa_book::views::BookKind;

/// The sample book in a window, and its first contract.
struct Desk {
    _app: Closing,
    folder: TempDir,
    window: WebviewWindow<MockRuntime>,
    contract: String,
}

fn desk(host: Refusing) -> Desk {
    desk_with(host, Works::default())
}

fn desk_with(host: Refusing, works: Works) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let app = app_with(host, works, folder.path().join("book"), BookKind::Sample);
    let keeper = app.state::<Bookkeeper>();
    let contracts = keeper.ask(|book| Ok(book.rows().all::<Contract>()?));
    let contract = tauri::async_runtime::block_on(contracts).unwrap()[0].id.to_string();
    let window = window(&app, LABEL);
    Desk { folder, window, contract, _app: app }
}

impl Desk {
    fn ask(&self, command: &str, input: Value) -> Result<Value, Value> {
        ask(&self.window, OWN_PAGE, command, input)
    }

    fn take(&self, action: u32, file: &Value, origin: &str) -> Result<Value, Value> {
        let id = format!("0192f000-0000-4000-8000-{action:012}");
        let input = json!({ "contract": self.contract, "fact": null, "file": file, "origin": origin });
        self.ask("evidence_take", json!({ "work": "w", "action": { "id": id, "input": input } }))
    }

    fn take_path(&self, action: u32, path: &Path) -> Result<Value, Value> {
        self.take(action, &json!({ "given": "path", "path": path }), "picked")
    }

    /// The kept file of this name.
    fn kept(&self, name: &str) -> Option<Value> {
        let list = self.ask("evidence_list", json!({})).unwrap();
        let files = list["files"].as_array().unwrap().iter();
        files.map(|row| row["evidence"].clone()).find(|evidence| evidence["original_name"] == name)
    }
}

#[test]
fn a_picture_in_the_clipboard_waits_until_it_is_kept_and_is_kept_once() {
    let png = engawa_book::as_png(2, 1, &[7; 8]).unwrap();
    let desk = desk(Refusing { clip: Some(Clip::Picture(png)), ..Refusing::default() });
    let found = desk.ask("clipboard_look", json!({})).unwrap();
    let file = found["files"][0].clone();
    let name = file["name"].as_str().unwrap();
    assert!(
        name.starts_with("Pasted ") && Path::new(name).extension().is_some_and(|end| end == "png"),
        "{name}"
    );
    let done = desk.take(1, &file, "pasted").unwrap();
    assert!(done["value"].is_string(), "{done}");
    let kept = desk.kept(name).unwrap();
    assert_eq!((&kept["origin"], &kept["media_type"]), (&json!("pasted"), &json!("image/png")));
    let small = desk.ask("evidence_thumbnail", json!({ "id": kept["id"] })).unwrap();
    assert!(small.as_str().unwrap().starts_with("data:image/jpeg;base64,"));

    let problem = desk.take(2, &file, "pasted").unwrap_err();
    assert!(problem["message"].as_str().unwrap().contains(name), "it does not wait any more: {problem}");
}

#[test]
fn files_in_the_clipboard_are_files_and_words_are_no_picture() {
    let files = Clip::Files(vec!["/home/a/申請.png".into()]);
    for (clip, expected) in [
        (files, json!({ "found": "files", "files": [{ "given": "path", "path": "/home/a/申請.png" }] })),
        (Clip::Text, json!({ "found": "text" })),
        (Clip::Nothing, json!({ "found": "nothing" })),
    ] {
        let desk = desk(Refusing { clip: Some(clip), ..Refusing::default() });
        assert_eq!(desk.ask("clipboard_look", json!({})), Ok(expected));
    }
}

#[test]
fn a_clipboard_that_says_nothing_is_a_problem_with_a_way_out() {
    let desk = desk(Refusing::default());
    let problem = desk.ask("clipboard_look", json!({})).unwrap_err();
    assert!(!problem["remedy"].as_str().unwrap().is_empty(), "a file can still be added: {problem}");
}

#[test]
fn taking_in_that_is_stopped_answers_nothing_and_leaves_nothing() {
    let works = Works::default();
    // Stopped at once when it is told for the first time, before the first byte.
    let desk = desk_with(Refusing { stops: Some(works.clone()), ..Refusing::default() }, works);
    let source = desk.folder.path().join("recording.mkv");
    // A hole takes no room.
    fs::File::create(&source).unwrap().set_len(64 << 20).unwrap();
    assert_eq!(desk.take_path(1, &source), Ok(Value::Null));
    assert_eq!(desk.kept("recording.mkv"), None);
    let evidence = desk.folder.path().join("engawa-sample-book/evidence");
    let half = fs::read_dir(evidence).unwrap().flatten().filter(|entry| entry.path().is_file()).count();
    assert_eq!(half, 0, "the vault never holds half a file");
}

#[test]
fn a_look_through_all_files_names_the_one_that_was_altered_on_the_disk() {
    let desk = desk(Refusing::default());
    let source = desk.folder.path().join("mail.txt");
    fs::write(&source, "承認されました").unwrap();
    desk.take_path(1, &source).unwrap();
    let kept = desk.kept("mail.txt").unwrap();
    let inside = desk.ask("evidence_inside", json!({ "id": kept["id"] })).unwrap();
    assert_eq!(inside["shown"]["words"], "承認されました");
    fs::write(inside["place"].as_str().unwrap(), "否認されました").unwrap();
    let found = desk.ask("evidence_verify", json!({ "work": "v" })).unwrap();
    let wrong = &found["wrong"][0];
    assert_eq!((&wrong["name"], &wrong["how"]), (&json!("mail.txt"), &json!("altered")));
    assert_eq!(desk.ask("evidence_list", json!({})).unwrap()["checked"], found);
}

#[test]
fn a_copy_is_saved_where_the_user_chooses_and_a_closed_dialog_saves_none() {
    let elsewhere = tempfile::tempdir().unwrap();
    let to = elsewhere.path().join("copy.txt");
    for place in [Some(to.clone()), None] {
        let desk = desk(Refusing { place: place.clone(), ..Refusing::default() });
        let source = desk.folder.path().join("mail.txt");
        fs::write(&source, "承認されました").unwrap();
        desk.take_path(1, &source).unwrap();
        let id = desk.kept("mail.txt").unwrap()["id"].clone();
        assert_eq!(desk.ask("evidence_save_copy", json!({ "work": "c", "id": id })), Ok(json!(place)));
    }
    assert_eq!(fs::read_to_string(&to).unwrap(), "承認されました");
}
