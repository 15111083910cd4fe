//! The app works where there is no network at all, and asks for none.
//!
//! The first steps of the story are done twice: once behind the driver, which knows when Tab has come to a field, and once by the same
//! keys without it, where every socket that is asked for is one of the app's own.

use std::{collections::BTreeSet, fs, path::Path};

use engawa_desk::{Desk, Language, Network, Start, Stroke, TracedApp, Window, containing, until};

use crate::wording::Wording;

const USER: &str = "minato_writer";
const REGISTERED: &str = "minato@example.jp";
const CLIENT: &str = "Sample Shop";
const TITLE: &str = "Product texts";

/// One step: how it is done behind the driver, and how it is seen from outside that it was done.
struct Step {
    does: fn(&Window<'_>, &Wording),
    seen: Seen,
}

/// What tells from outside that a step is done.
enum Seen {
    /// The book on the disk holds this, and then another screen is shown.
    InTheBook(&'static str),
    /// Another screen is shown.
    OnTheScreen,
}

const STEPS: &[Step] = &[
    Step {
        does: |window, words| {
            window.choose("button", containing(&words.t("first-run-own")));
            window.is_at(&words.t("frame-settings"));
        },
        seen: Seen::OnTheScreen,
    },
    Step {
        does: |window, words| {
            window.fill(&words.t("settings-user-name"), USER);
            window.fill(&words.t("settings-email"), REGISTERED);
            window.press("Enter");
            window.is_at(&words.t("frame-record"));
        },
        seen: Seen::InTheBook("account_add"),
    },
    Step {
        does: |window, words| {
            window.fill(&words.t("record-client-name"), CLIENT);
            window.fill(&words.t("record-title"), TITLE);
            window.choose("button", &words.t("record-save"));
            window.is_at(TITLE);
        },
        seen: Seen::InTheBook("contract_add"),
    },
    Step {
        does: |window, words| {
            window.press_each("g g");
            window.is_at(&words.t("frame-guides"));
        },
        seen: Seen::OnTheScreen,
    },
    Step {
        does: |window, words| {
            window.choose("button", &words.t("guide-start"));
            window.sees("button", &words.t("guide-skip"));
        },
        seen: Seen::InTheBook("guide_start"),
    },
];

/// The keys of each step, found behind the driver.
fn rehearsed() -> Vec<Vec<Stroke>> {
    let words = Wording::of(Language::English);
    let desk = Desk::new();
    let window = desk.open(&Start::english());
    window.is_ready();
    let _ = window.take_strokes();
    let keys = STEPS.iter().map(|step| {
        (step.does)(&window, &words);
        window.take_strokes()
    });
    keys.collect()
}

/// Waits until the book on disk holds a text.
#[track_caller]
fn holds(book: &Path, text: &str) {
    until(&format!("the book to hold {text}"), || {
        let files =
            ["book.sqlite-wal", "book.sqlite"].map(|name| fs::read(book.join(name)).unwrap_or_default());
        let held = files.iter().any(|file| file.windows(text.len()).any(|part| part == text.as_bytes()));
        held.then_some(())
    });
}

/// Does the steps by keys alone; `look` is asked before the first and after each.
fn repeats(desk: &Desk, keys: &[Vec<Stroke>], mut look: impl FnMut()) {
    look();
    for (step, keys) in STEPS.iter().zip(keys) {
        let before = until("a first picture", || desk.look());
        desk.strike(keys);
        if let Seen::InTheBook(op) = step.seen {
            holds(&desk.book(), op);
        }
        desk.shows_another_screen_than(Some(before));
        look();
    }
}

/// The processes of which the app is made: its own, the one that draws the page, the one that would speak to networks.
fn is_all_there(app: &TracedApp) {
    let programs = app.programs();
    // The kernel keeps fifteen letters of a name.
    for program in ["engawa", "WebKitWebProces", "WebKitNetworkPr"] {
        assert!(
            programs.contains(program),
            "{program} does not run, so nothing is shown about it: {programs:?}"
        );
    }
}

#[test]
fn the_first_steps_of_the_story_are_done_without_a_network_and_without_asking_for_one() {
    let keys = rehearsed();
    let desk = Desk::new();
    let app = desk.traced_app(&Start::english(), Network::None);
    let here = fs::read_link("/proc/self/ns/net").unwrap();
    repeats(&desk, &keys, || {
        is_all_there(&app);
        let namespaces = app.namespaces();
        assert!(
            !namespaces.contains(&here),
            "a process of the app is where there is a network: {namespaces:?}"
        );
        // In a namespace of its own, every door that the kernel lists was opened by the app.
        assert_eq!(app.doors(), Vec::<String>::new(), "nothing listens and nothing is connected");
    });
    let calls = app.close_and_read_network_calls(&desk);
    assert!(calls.is_empty(), "the app works offline, and asked for:\n{}", calls.join("\n"));
}

#[test]
fn where_there_is_a_network_the_same_steps_leave_it_alone() {
    let keys = rehearsed();
    let desk = Desk::new();
    let app = desk.traced_app(&Start::english(), Network::TheUsual);
    repeats(&desk, &keys, || {
        is_all_there(&app);
        // What the page about the app tells its user to look at.
        assert_eq!(app.doors_as_a_user_sees_them(&desk), Vec::<String>::new());
    });
    let calls = app.close_and_read_network_calls(&desk);
    assert!(calls.is_empty(), "the app works offline, and asked for:\n{}", calls.join("\n"));
}

#[test]
fn the_look_that_finds_nothing_would_find_a_door() {
    let desk = Desk::new();
    // A program of that name with an open door: both ways of looking see it.
    let door = std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = format!(":{:04X} ", door.local_addr().unwrap().port());
    let table = fs::read_to_string("/proc/self/net/tcp").unwrap();
    assert!(table.contains(&port), "the kernel lists a door of ours");
    let shown = desk.command("ss").arg("-tunap").output().unwrap();
    let own: BTreeSet<String> = String::from_utf8_lossy(&shown.stdout)
        .lines()
        .filter(|line| line.contains("LISTEN"))
        .map(str::to_owned)
        .collect();
    let port = door.local_addr().unwrap().port().to_string();
    assert!(own.iter().any(|line| line.contains(&port)), "`ss` shows a door of ours: {own:?}");
}
