//! Backups, restores, packets, exports and imports tell how far they are, and are stopped, through the window's own commands.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use engawa_book::views::BookKind;
use engawa_domain::facts::Contract;
use serde_json::{Value, json};
use tauri::{Manager as _, test::MockRuntime};
use tempfile::TempDir;

use super::{Closing, OWN_PAGE, Refusing, app_with, ask, window};
use crate::{
    bookkeeper::Bookkeeper,
    window::{LABEL, events::WorkCourse},
    works::Works,
};

/// A book in a window, and a drawer beside it, which is what the user chooses in every dialog.
struct Desk {
    drawer: PathBuf,
    app: Closing,
    window: tauri::WebviewWindow<MockRuntime>,
    _folder: TempDir,
}

fn desk(kind: BookKind, host: impl FnOnce(&Path) -> Refusing) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let drawer = folder.path().join("drawer");
    fs::create_dir(&drawer).unwrap();
    let host = host(&drawer);
    let works = host.stops.clone().unwrap_or_default();
    let app = app_with(host, works, folder.path().join("book"), kind);
    let window = window(&app, LABEL);
    Desk { drawer, app, window, _folder: folder }
}

/// A desk on which every piece of work is stopped as soon as something is told of it.
fn stopping(kind: BookKind) -> Desk {
    desk(kind, |drawer| Refusing {
        stops: Some(Works::default()),
        chosen: vec![drawer.to_owned()],
        place: Some(drawer.join("out")),
        ..Refusing::default()
    })
}

impl Desk {
    fn ask(&self, command: &str, input: Value) -> Result<Value, Value> {
        ask(&self.window, OWN_PAGE, command, input)
    }

    fn left(&self) -> usize {
        fs::read_dir(&self.drawer).unwrap().count()
    }

    fn contract(&self) -> String {
        let keeper = self.app.state::<Bookkeeper>();
        let contracts = keeper.ask(|book| Ok(book.rows().all::<Contract>()?));
        tauri::async_runtime::block_on(contracts).unwrap()[0].id.to_string()
    }
}

fn packet(contract: &str, to: &Path) -> Value {
    json!({ "contract": contract, "language": "both", "contact_data": "as_recorded", "without": [], "to": to })
}

#[test]
fn what_is_stopped_answers_nothing_and_leaves_nothing() {
    let desk = stopping(BookKind::Sample);
    let contract = desk.contract();
    for (command, input) in [
        ("backup_make", json!({ "work": "w" })),
        ("backup_seal", json!({ "work": "w", "passphrase": "gravel umbrella" })),
        ("packet_save", json!({ "work": "w", "input": packet(&contract, &desk.drawer.join("packet.zip")) })),
        ("export_save", json!({ "work": "w", "passphrase": null })),
        ("export_save", json!({ "work": "w", "passphrase": "gravel umbrella" })),
    ] {
        assert_eq!(desk.ask(command, input), Ok(Value::Null), "{command}");
        assert_eq!(desk.left(), 0, "{command}");
    }
    let backups = desk.ask("backups_view", json!({})).unwrap();
    assert_eq!(backups["backups"], json!([]), "half a backup is none");
}

#[test]
fn an_import_that_is_stopped_leaves_the_book_empty() {
    let from = desk(BookKind::Sample, |drawer| Refusing {
        place: Some(drawer.join("book.json")),
        ..Refusing::default()
    });
    let made = from.ask("export_save", json!({ "work": "w", "passphrase": null })).unwrap();
    assert!(made["files"].as_u64().is_some(), "{made}");
    let into = stopping(BookKind::Own);
    let input = json!({ "file": from.drawer.join("book.json"), "passphrase": null, "how": "take" });
    assert_eq!(into.ask("import_file", json!({ "work": "w", "input": input })), Ok(Value::Null));
    assert_eq!(into.ask("app_start", json!({})).unwrap()["book"]["contracts"], 0);
}

#[test]
fn a_restore_says_when_it_cannot_be_stopped_any_more_and_that_it_has_ended() {
    let mut told = Arc::default();
    let desk = desk(BookKind::Sample, |_| {
        let host = Refusing::default();
        told = Arc::clone(&host.told);
        host
    });
    let made = desk.ask("backup_make", json!({ "work": "m" })).unwrap();
    assert!(made["at"].is_string(), "{made}");
    let named = desk.ask("backups_view", json!({})).unwrap()["backups"][0]["at"].clone();
    let restored = desk.ask("backup_restore", json!({ "work": "r", "named": named })).unwrap();
    assert!(restored["before"].is_string(), "{restored}");
    let courses: Vec<_> = {
        let told = told.lock().unwrap();
        told.iter().filter(|told| told.work.0 == "r").map(|told| told.course).collect()
    };
    let (last, before) = courses.split_last().unwrap();
    let (bound, going) = before.split_last().unwrap();
    assert_eq!((*last, *bound), (WorkCourse::Ended, WorkCourse::Bound));
    assert!(!going.is_empty() && going.iter().all(|course| *course == WorkCourse::Going), "{going:?}");
}

#[test]
fn a_restore_that_is_stopped_leaves_the_book_open_as_it_was() {
    let desk = stopping(BookKind::Sample);
    let keeper = desk.app.state::<Bookkeeper>();
    let at = keeper.beside(|backups| {
        backups.keep(engawa_book::BackupWhy::Asked, &engawa_book::Patience::endless()).home
    });
    let named = tauri::async_runtime::block_on(at).unwrap().to_string();
    let before = desk.ask("app_start", json!({})).unwrap();
    assert_eq!(desk.ask("backup_restore", json!({ "work": "r", "named": named })), Ok(Value::Null));
    assert_eq!(desk.ask("app_start", json!({})).unwrap()["book"], before["book"]);
}
