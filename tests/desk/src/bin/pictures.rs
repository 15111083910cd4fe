//! Pictures of the real window for the README: `pictures FOLDER`, started by `cargo xtask screenshots`.
//!
//! The sample book on a fixed day, a window of a fixed size. What is to be seen is asked for by the commands that the window's own
//! buttons call, so that a picture does not hang on the words of a button.
#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a picture that cannot be taken ends the program, with the reason"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use engawa_desk::{Desk, Language, Start, Window, until};
use serde_json::{Value, json};

/// What is on a picture.
#[derive(Clone, Copy, Debug)]
enum Screen {
    /// 今日.
    Today,
    /// 契約, the table.
    Contracts,
    /// The contract whose link is not there.
    Contract,
    /// The guide for it, a few answers in.
    Guide,
}

/// In which look.
#[derive(Clone, Copy, Debug)]
enum Look {
    Light,
    Dark,
}

impl Look {
    const fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Screen {
    const fn code(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Contracts => "contracts",
            Self::Contract => "contract",
            Self::Guide => "guide",
        }
    }
}

/// One window each.
const WINDOWS: &[(Language, Look, &[Screen])] = &[
    (Language::Japanese, Look::Light, &[Screen::Today, Screen::Contracts, Screen::Contract, Screen::Guide]),
    (Language::English, Look::Light, &[Screen::Contract]),
    (Language::Japanese, Look::Dark, &[Screen::Contract]),
];

/// Wide enough for two columns, and small enough for a page of text.
const SIZE: (u32, u32) = (1200, 800);

fn main() {
    let folder = env::args_os().nth(1).map(PathBuf::from).expect("usage: pictures FOLDER");
    // What is started on the desk has a folder of its own to start from.
    let folder = std::path::absolute(folder).expect("there is a current folder");
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (language, look, screens) in WINDOWS {
        let desk = Desk::new();
        let window = desk.open(&Start::in_language(*language).with("--sample"));
        window.is_ready();
        window.resize(SIZE.0, SIZE.1);
        call(&window, SAVE_LOOK, &[json!(look.code())]);
        window.reload();
        window.is_ready();
        for screen in *screens {
            go(&window, *screen);
            let file = folder.join(format!("{}-{}-{}.png", screen.code(), language.code(), look.code()));
            take(&desk, &window, &file);
            println!("{}", file.display());
        }
    }
}

fn go(window: &Window<'_>, screen: Screen) {
    let hash = match screen {
        Screen::Today => json!("#/today"),
        Screen::Contracts => json!("#/contracts"),
        Screen::Contract => call(window, CONTRACT, &[]),
        Screen::Guide => call(window, GUIDE, &[]),
    };
    window.script_with("location.hash = arguments[0]; document.activeElement.blur();", &[hash]);
    until("the page's fonts", || (window.script("return document.fonts.status") == "loaded").then_some(()));
    window.is_ready();
}

/// Takes a picture once two in a row are the same: nothing is still on its way.
fn take(desk: &Desk, window: &Window<'_>, file: &Path) {
    let mut before = Vec::new();
    until("a picture that does not change", || {
        window.is_ready();
        // Focus rings and a blinking caret belong to whoever uses the window.
        window.script("document.activeElement.blur()");
        desk.picture_of_the_window(file);
        let now = fs::read(file).expect("the picture can be read");
        let same = now == before;
        before = now;
        same.then_some(())
    });
}

/// Runs a script that ends in a promise and gives back what it promised.
fn call(window: &Window<'_>, script: &str, arguments: &[Value]) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1];
        const invoke = window.__TAURI_INTERNALS__.invoke;
        const act = (input) => ({{ action: {{ id: crypto.randomUUID(), input }} }});
        const ask = async (given) => {{ {script} }};
        ask(arguments[0]).then((value) => done({{ value: value ?? null }}), (error) => done({{ error: JSON.stringify(error) }}));"
    );
    let mut answer = window.script_async(&script, arguments);
    assert!(answer["error"].is_null(), "the app refused: {}", answer["error"]);
    answer["value"].take()
}

const SAVE_LOOK: &str = "
    const { settings } = await invoke('app_start');
    await invoke('settings_save', { settings: { ...settings, theme: given } });";

/// The first contract of the sample: its link is missing on the web and in the app, for both sides.
const CONTRACT: &str = "
    const query = { search: '', states: [], platforms: [], stages: [], due: 'any', sort: 'recent', direction: 'ascending', offset: 0, limit: 50 };
    const { rows } = await invoke('contract_list', { query });
    return `#/contract/${rows.map(row => row.id).sort()[0]}`;";

/// The guide that is offered for a missing link, for that contract, with its first two questions answered by their first option.
const GUIDE: &str = "
    const query = { search: '', states: [], platforms: [], stages: [], due: 'any', sort: 'recent', direction: 'ascending', offset: 0, limit: 50 };
    const { rows } = await invoke('contract_list', { query });
    const contract = rows.map(row => row.id).sort()[0];
    const { guides } = await invoke('guide_list', { of: { service: null, contract } });
    const { value: run } = await invoke('guide_start', act({ guide: guides[0].id, platform: guides[0].platform, contract }));
    for (let answered = 0; answered < 2; answered++) {
        const { at } = await invoke('run_view', { id: run });
        if (at.node !== 'question') break;
        await invoke('guide_answer', act({ run, question: at.id, option: at.options[0].id }));
    }
    return `#/guide/${run}`;";
