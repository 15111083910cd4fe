//! Backups, restores, packets, exports and imports tell how far they are, and are stopped, through the window's own commands.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use engawa_book::{Patience, views::BookKind};
use engawa_domain::facts::Contract;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _, test::MockRuntime};
use tempfile::TempDir;

use super::{Closing, Meanwhile, OWN_PAGE, Refusing, app_with, ask, window};
use crate::{
    bookkeeper::Bookkeeper,
    helpers::Ended,
    window::{LABEL, events::WorkCourse},
    works::Works,
};

/// A book in a window, and a drawer beside it, which is what the user chooses in every dialog.
struct Desk {
    drawer: PathBuf,
    app: Closing,
    window: tauri::WebviewWindow<MockRuntime>,
    folder: TempDir,
}

fn desk(kind: BookKind, host: impl FnOnce(&Path) -> Refusing) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let drawer = folder.path().join("drawer");
    fs::create_dir(&drawer).unwrap();
    let host = host(&drawer);
    let works = host.stops.clone().unwrap_or_default();
    let app = app_with(host, works, folder.path().join("book"), kind);
    let window = window(&app, LABEL);
    Desk { drawer, app, window, folder }
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

    /// The folder of the open book.
    fn book(&self) -> PathBuf {
        let keeper = self.app.state::<Bookkeeper>();
        tauri::async_runtime::block_on(keeper.ask(|book| Ok(book.folder().to_owned()))).unwrap()
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
        ("book_check", json!({ "work": "w" })),
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
fn a_repair_that_is_stopped_leaves_what_is_wrong_and_one_that_is_not_says_when_it_is_too_late() {
    let mut told = Arc::default();
    for (stops, courses) in [
        (Some(Works::default()), vec![WorkCourse::Going, WorkCourse::Ended]),
        (None, vec![WorkCourse::Going, WorkCourse::Bound, WorkCourse::Ended]),
    ] {
        let is_stopped = stops.is_some();
        let desk = desk(BookKind::Sample, |_| {
            let host = Refusing { stops, ..Refusing::default() };
            told = Arc::clone(&host.told);
            host
        });
        let leftover = desk.book().join("evidence/incoming-1-0");
        fs::create_dir_all(leftover.parent().unwrap()).unwrap();
        fs::write(&leftover, "half").unwrap();
        let repaired = desk.ask("book_repair", json!({ "work": "r" })).unwrap();
        assert_eq!((repaired.is_null(), leftover.exists()), (is_stopped, is_stopped), "{repaired}");
        let mut seen: Vec<_> = told.lock().unwrap().iter().map(|told| told.course).collect();
        seen.dedup();
        assert_eq!(seen, courses);
    }
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

/// Longer than any question takes, and short enough for whoever waits for a test that fails.
const AT_MOST: Duration = Duration::from_secs(20);

/// Whether the book answers something else and records it while a piece of work waits that was begun by `begin`.
fn is_answered_meanwhile(
    app: &AppHandle<MockRuntime>,
    meanwhile: &Meanwhile,
    typed: &'static str,
    begin: impl FnOnce(),
) -> bool {
    let (tell, told) = mpsc::channel();
    let app = app.clone();
    *meanwhile.lock().unwrap() = Some(Box::new(move || {
        let keeper = app.state::<Bookkeeper>();
        let saved = keeper.ask_now(move |book| book.form_draft_save("contract_add", typed));
        let answered = tauri::async_runtime::block_on(async { tokio::time::timeout(AT_MOST, saved).await });
        tell.send(answered.is_ok_and(|saved| saved.is_ok())).unwrap();
    }));
    begin();
    told.try_recv().expect("the work told nothing")
}

#[test]
fn whoever_asks_the_book_something_does_not_wait_for_long_work() {
    let meanwhile = Meanwhile::default();
    let of_host = Arc::clone(&meanwhile);
    let desk = desk(BookKind::Sample, |drawer| Refusing {
        place: Some(drawer.join("book.json")),
        meanwhile: of_host,
        ..Refusing::default()
    });
    let contract = desk.contract();
    let made = desk.ask("backup_make", json!({ "work": "m" })).unwrap();
    assert!(made["at"].is_string(), "{made}");
    let named = desk.ask("backups_view", json!({})).unwrap()["backups"][0]["at"].clone();
    for (command, input) in [
        ("export_save", json!({ "work": "w", "passphrase": null })),
        ("export_save", json!({ "work": "w", "passphrase": "gravel umbrella" })),
        ("packet_save", json!({ "work": "w", "input": packet(&contract, &desk.drawer.join("packet.zip")) })),
        ("book_check", json!({ "work": "w" })),
        ("backup_restore", json!({ "work": "w", "named": named })),
    ] {
        let answered = is_answered_meanwhile(desk.app.handle(), &meanwhile, command, || {
            let done = desk.ask(command, input).unwrap();
            assert!(done.is_object(), "{command}: {done}");
        });
        assert!(answered, "{command} has the window wait");
    }
    let left = desk.ask("form_draft_load", json!({ "key": "contract_add" })).unwrap();
    assert_eq!(left, "backup_restore", "what was typed while a restore was prepared is still there");
}

#[test]
fn whoever_asks_the_book_something_does_not_wait_for_an_export_that_is_received() {
    let from = desk(BookKind::Sample, |drawer| Refusing {
        place: Some(drawer.join("book.json")),
        ..Refusing::default()
    });
    from.ask("export_save", json!({ "work": "w", "passphrase": null })).unwrap();
    let meanwhile = Meanwhile::default();
    let of_host = Arc::clone(&meanwhile);
    let into = desk(BookKind::Own, |_| Refusing { meanwhile: of_host, ..Refusing::default() });
    let input = json!({ "file": from.drawer.join("book.json"), "passphrase": null, "how": "take" });
    let answered = is_answered_meanwhile(into.app.handle(), &meanwhile, "import_file", || {
        let taken = into.ask("import_file", json!({ "work": "w", "input": input })).unwrap();
        assert!(taken["contracts"].as_u64().is_some_and(|contracts| contracts > 0), "{taken}");
    });
    assert!(answered, "the import has the window wait");
}

/// What is only there while something is being made of it.
fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let within = entries.iter().filter(|path| path.is_dir()).flat_map(|path| unfinished(path));
    let is_unfinished = |path: &&PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name == "opened" || [".part", ".unproven", ".restoring"].iter().any(|end| name.ends_with(end))
    };
    entries.iter().filter(is_unfinished).cloned().chain(within).collect()
}

/// What this command answers when the program ends in the middle of what it asks for.
fn answered_at_the_end(
    desk: &Desk,
    meanwhile: &Meanwhile,
    command: &str,
    input: Value,
) -> Result<Value, Value> {
    let (tell, told) = mpsc::channel();
    let app = desk.app.handle().clone();
    *meanwhile.lock().unwrap() = Some(Box::new(move || {
        app.state::<Works>().stop_all();
        let ends = thread::spawn({
            let app = app.clone();
            move || app.state::<Bookkeeper>().close()
        });
        let since = Instant::now();
        while app.state::<Bookkeeper>().begin_beside().is_ok() {
            assert!(since.elapsed() < AT_MOST, "the end never begins");
            thread::yield_now();
        }
        tell.send(ends).unwrap();
    }));
    let answer = desk.ask(command, input);
    let ended = told.try_recv().expect("the work told nothing").join().unwrap();
    assert_eq!(ended, Ended::All, "{command}");
    answer
}

#[test]
fn at_the_end_of_the_program_what_was_begun_is_stopped_and_taken_back_while_the_book_still_answers() {
    let from = desk(BookKind::Sample, |drawer| Refusing {
        place: Some(drawer.join("book.age")),
        ..Refusing::default()
    });
    from.ask("export_save", json!({ "work": "w", "passphrase": "gravel umbrella" })).unwrap();
    let export =
        json!({ "file": from.drawer.join("book.age"), "passphrase": "gravel umbrella", "how": "take" });
    for (command, kind) in [
        ("book_check", BookKind::Sample),
        ("export_save", BookKind::Sample),
        ("backup_restore", BookKind::Sample),
        ("import_file", BookKind::Own),
    ] {
        let meanwhile = Meanwhile::default();
        let of_host = Arc::clone(&meanwhile);
        let desk = desk(kind, |drawer| Refusing {
            place: Some(drawer.join("book.json")),
            meanwhile: of_host,
            ..Refusing::default()
        });
        let input = match command {
            "export_save" => json!({ "work": "w", "passphrase": null }),
            "import_file" => json!({ "work": "w", "input": export }),
            "backup_restore" => {
                desk.ask("backup_make", json!({ "work": "m" })).unwrap();
                let backups = desk.ask("backups_view", json!({})).unwrap();
                json!({ "work": "w", "named": backups["backups"][0]["at"] })
            }
            _ => json!({ "work": "w" }),
        };
        assert_eq!(answered_at_the_end(&desk, &meanwhile, command, input), Ok(Value::Null), "{command}");
        assert_eq!(desk.left(), 0, "{command}");
        assert_eq!(unfinished(desk.folder.path()), Vec::<PathBuf>::new(), "{command}");
    }
}

#[test]
fn a_restore_waits_for_whoever_still_reads_the_book_and_can_be_stopped_meanwhile() {
    let desk = desk(BookKind::Sample, |_| Refusing::default());
    desk.ask("backup_make", json!({ "work": "m" })).unwrap();
    let named = desk.ask("backups_view", json!({})).unwrap()["backups"][0]["at"].as_str().unwrap().to_owned();
    let keeper = desk.app.state::<Bookkeeper>();
    let until = Patience::endless();
    let (stop, has_asked) = (Arc::clone(&until.stop), Arc::new(AtomicBool::new(false)));
    let patience = Patience::watched({
        let has_asked = Arc::clone(&has_asked);
        move |_| {
            has_asked.store(true, Ordering::Relaxed);
            ControlFlow::Continue(())
        }
    })
    .stopped_by(Arc::clone(&stop));
    tauri::async_runtime::block_on(async {
        let reads = keeper.reads().await.unwrap();
        let waits = keeper.files.alone(&patience);
        tokio::pin!(waits);
        let early = tokio::time::timeout(Duration::from_millis(300), &mut waits).await;
        assert!(early.is_err() && has_asked.load(Ordering::Relaxed), "it waits, and asks meanwhile");
        stop.store(true, Ordering::Relaxed);
        assert!(waits.await.is_none(), "and is stopped");
        drop(reads);
        let restored = keeper.restore(named, Patience::endless(), || ControlFlow::Continue(())).await;
        assert!(restored.unwrap().is_some(), "once nobody reads it goes on");
    });
}

/// The files of a book, but for the one that says who holds it.
fn files_of(book: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(book).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|path| path.is_file() && !path.ends_with("lock"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_rescue_and_a_restore_of_a_book_that_does_not_open_are_stopped_and_leave_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (own, book) = (folder.path().join("book"), folder.path().join("engawa-sample-book"));
    let open = |host, works| {
        let app = app_with(host, works, own.clone(), BookKind::Sample);
        let window = window(&app, LABEL);
        (app, window)
    };
    let (app, page) = open(Refusing::default(), Works::default());
    ask(&page, OWN_PAGE, "backup_make", json!({ "work": "m" })).unwrap();
    drop(app);
    let file = fs::OpenOptions::new().write(true).open(book.join("book.sqlite")).unwrap();
    file.set_len(file.metadata().unwrap().len() / 8192 * 4096).unwrap();
    drop(file);
    let name = fs::read_dir(book.join("backups")).unwrap().find_map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        name.ends_with(".sqlite").then_some(name)
    });
    let ways = [
        ("book_rescue", json!({ "work": "r" })),
        ("book_restore", json!({ "work": "r", "name": name.unwrap() })),
    ];
    let before = files_of(&book);
    let works = Works::default();
    let (app, page) = open(Refusing { stops: Some(works.clone()), ..Refusing::default() }, works);
    for (command, input) in &ways {
        assert_eq!(ask(&page, OWN_PAGE, command, input.clone()), Ok(Value::Null), "{command}");
        assert_eq!(files_of(&book), before, "{command}");
        assert!(ask(&page, OWN_PAGE, "trouble_view", json!({})).unwrap().is_object(), "{command}");
    }
    drop(app);
    let (_app, page) = open(Refusing::default(), Works::default());
    for (command, input) in &ways {
        assert!(!ask(&page, OWN_PAGE, command, input.clone()).unwrap().is_null(), "{command}");
        assert!(ask(&page, OWN_PAGE, "trouble_view", json!({})).unwrap().is_null(), "{command}");
    }
}
