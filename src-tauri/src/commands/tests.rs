//! The list, the handler and the capability agree, and what is not allowed is not answered. No window is needed: the runtime is
//! tauri's own for tests, with the app's real configuration and capabilities.

mod doors;
mod long;
mod pages;
mod support;
mod vault;

use std::{
    collections::BTreeSet,
    ops::Deref,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use engawa_book::{problem::ProblemCode, views::BookKind};
use engawa_words::Lang;
use serde_json::{Value, json};
use tauri::{
    App, Context, Manager as _, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};

use super::border;
use crate::{
    bookkeeper::Bookkeeper,
    clipboard::{Clip, Looked},
    host::{Chosen, ClipboardRefused, Host, PlaceChosen},
    pasted::Pasted,
    shelf::Shelf,
    tongue::Tongue,
    window::{LABEL, events::WorkProgress, guard, leaving::AllTyped},
    works::Works,
};

macro_rules! names {
    ($($module:ident :: $name:ident),* $(,)?) => { &[$(stringify!($name)),*] };
}

const NAMES: &[&str] = with_commands!(names);

type Meanwhile = Arc<Mutex<Option<Box<dyn FnOnce() + Send>>>>;

/// A desktop that takes no text and whose file dialog is answered at once.
#[derive(Default)]
struct Refusing {
    spoken: Mutex<Vec<Lang>>,
    chosen: Vec<PathBuf>,
    place: Option<PathBuf>,
    clip: Option<Clip>,
    /// Stops every piece of work as soon as it is told of it.
    stops: Option<Works>,
    /// Everything that the window was told of work.
    told: Arc<Mutex<Vec<WorkProgress>>>,
    /// Done once, by whoever tells of work first: the work waits for it.
    meanwhile: Meanwhile,
}

impl Host for Refusing {
    fn copy(&self, _: String) -> Result<(), ClipboardRefused> {
        Err(ClipboardRefused("another program holds it".to_owned()))
    }

    fn pick_files(&self, _: String, then: Chosen) {
        then(self.chosen.clone());
    }

    fn pick_place(&self, _: String, _: String, then: PlaceChosen) {
        then(self.place.clone());
    }

    fn look_at_clipboard(&self, then: Looked) {
        then(self.clip.clone().ok_or_else(|| ClipboardRefused("another program holds it".to_owned())));
    }

    fn tell(&self, progress: WorkProgress) {
        if let Some(works) = &self.stops {
            works.stop(&progress.work);
        }
        self.told.lock().unwrap().push(progress);
        let meanwhile = self.meanwhile.lock().unwrap().take();
        if let Some(meanwhile) = meanwhile {
            meanwhile();
        }
    }

    fn pick_folder(&self, _: String, then: Chosen) {
        then(self.chosen.clone());
    }

    fn speak(&self, lang: Lang) {
        self.spoken.lock().unwrap().push(lang);
    }

    fn usable(&self) {}
}

/// An app that closes its book when the test ends, as the real one does: SQLCipher must not be at work while the program exits.
struct Closing(App<MockRuntime>);

impl Deref for Closing {
    type Target = App<MockRuntime>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.state::<Bookkeeper>().close();
    }
}

fn app(host: Refusing, folder: PathBuf) -> Closing {
    app_with(host, Works::default(), folder, BookKind::Own)
}

fn app_with(host: Refusing, works: Works, folder: PathBuf, kind: BookKind) -> Closing {
    let tongue = Tongue::new(Some("en".to_owned()), None);
    let keeper = Bookkeeper::start(Shelf::with_own_book_in(folder), kind, tongue).unwrap();
    let host: Arc<dyn Host> = Arc::new(host);
    let builder = mock_builder().manage(keeper).manage(host).manage(works).manage(Pasted::default());
    let builder = builder.manage(AllTyped::default());
    let builder = builder.invoke_handler(border::<MockRuntime>().invoke_handler());
    Closing(builder.build(context()).unwrap())
}

/// The app's real configuration, permissions and pages.
fn context() -> Context<MockRuntime> {
    tauri::generate_context!(test = true)
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default()).build().unwrap()
}

const OWN_PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

fn ask(window: &WebviewWindow<MockRuntime>, page: &str, command: &str, input: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse().unwrap(),
        body: InvokeBody::Json(input),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

fn is_denied(answer: &Result<Value, Value>) -> bool {
    answer.as_ref().is_err_and(|error| error.as_str().is_some_and(|text| text.contains("not allowed")))
}

fn permitted() -> BTreeSet<String> {
    let capability: Value = serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_window_is_permitted_exactly_the_commands_of_the_list_and_hearing_events() {
    let mut expected: BTreeSet<String> =
        NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(expected.len(), NAMES.len(), "no command stands in the list twice");
    expected.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
    assert_eq!(permitted(), expected);
}

#[test]
fn every_command_of_the_list_is_answered_in_the_main_window() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let window = window(&app, LABEL);
    for name in NAMES {
        let answer = ask(&window, OWN_PAGE, name, json!({}));
        assert!(!is_denied(&answer), "{name}: {answer:?}");
        let unknown =
            answer.as_ref().is_err_and(|error| error.as_str().is_some_and(|text| text.contains("not found")));
        assert!(!unknown, "{name}: {answer:?}");
    }
}

#[test]
fn no_command_is_answered_in_another_window_or_to_a_page_from_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let (main, other) = (window(&app, LABEL), window(&app, "other"));
    for name in NAMES {
        assert!(is_denied(&ask(&other, OWN_PAGE, name, json!({}))), "{name} in another window");
        let elsewhere = "https://example.com/";
        assert!(!guard::is_own_page(&elsewhere.parse().unwrap()));
        assert!(is_denied(&ask(&main, elsewhere, name, json!({}))), "{name} from another page");
    }
}

#[test]
fn what_the_plugins_and_the_toolkit_offer_is_closed_to_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let window = window(&app, LABEL);
    for command in [
        "plugin:event|emit",
        "plugin:event|emit_to",
        "plugin:window|close",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:path|resolve_directory",
        "plugin:menu|new",
        "plugin:app|version",
    ] {
        let answer = ask(&window, OWN_PAGE, command, json!({}));
        assert!(is_denied(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn a_clipboard_that_refuses_is_a_problem_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let problem =
        ask(&window(&app, LABEL), OWN_PAGE, "clipboard_copy", json!({ "text": "文案" })).unwrap_err();
    assert_eq!(problem["code"], serde_json::to_value(ProblemCode::Internal).unwrap());
    assert!(!problem["remedy"].as_str().unwrap().is_empty(), "the user can still copy by hand: {problem}");
    assert_eq!(problem["detail"], "the clipboard refused: another program holds it");
}

#[test]
fn chosen_files_come_back_as_paths_and_a_closed_dialog_as_none() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = vec![PathBuf::from("/home/a/申請.png"), PathBuf::from("/home/a/mail.eml")];
    let with_files = app(Refusing { chosen, ..Refusing::default() }, folder.path().join("book"));
    let answer = ask(&window(&with_files, LABEL), OWN_PAGE, "pick_files", json!({}));
    assert_eq!(answer, Ok(json!(["/home/a/申請.png", "/home/a/mail.eml"])));
    drop(with_files);
    let closed = app(Refusing::default(), folder.path().join("other"));
    assert_eq!(ask(&window(&closed, LABEL), OWN_PAGE, "pick_files", json!({})), Ok(json!([])));
}

#[test]
fn no_place_is_asked_for_a_packet_of_a_contract_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(Refusing::default(), folder.path().join("book"));
    let contract = "0192f000-0000-7000-8000-000000000001";
    let refused =
        ask(&window(&app, LABEL), OWN_PAGE, "packet_place", json!({ "contract": contract })).unwrap_err();
    assert_eq!(refused["code"], serde_json::to_value(ProblemCode::NotFound).unwrap());
}
