//! From the command line to the open window.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use clap::Parser;
use engawa_book::views::BookKind;
use engawa_words::Words;
use tauri::{App, AppHandle, Manager as _, RunEvent, Wry};
use tauri_specta::Event as _;
use thiserror::Error;

use crate::{
    bookkeeper::Bookkeeper,
    commands,
    host::{Desktop, Host},
    pasted::Pasted,
    remembered::RememberedFile,
    shelf::Shelf,
    tongue::Tongue,
    window::{self, empty, events::BookLocked, leaving::AllTyped, menu},
    works::Works,
};

/// What stands behind the program's name.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(
    name = "engawa",
    version,
    about = "Engawa: may I talk to this client outside the service, now, and why?"
)]
struct Arguments {
    /// Folder of the book to open; the default is `engawa-book` in the system's folder for local data
    #[arg(long, value_name = "DIR", env = "ENGAWA_BOOK")]
    book: Option<PathBuf>,
    /// Open the sample book: invented data, kept apart from your own
    #[arg(long)]
    sample: bool,
}

/// Why there is no window at all.
#[derive(Debug, Error)]
enum NoWindow {
    #[error("this system names no folder for local data")]
    NoLocalData,
    #[cfg(target_os = "linux")]
    #[error("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set")]
    NoDisplay,
    #[error("the book's thread could not be started: {0}")]
    NoThread(#[from] std::io::Error),
    #[error(transparent)]
    Tauri(#[from] tauri::Error),
}

/// The whole app, from start to end.
pub fn run() -> ExitCode {
    let started = Instant::now();
    let arguments = Arguments::parse();
    let speak = Tongue::of_this_machine();
    match open(started, arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!(
                "{}: {}",
                speak.say("shell-start-title"),
                speak.say_with("shell-start-message", "cause", &cause.to_string())
            );
            ExitCode::FAILURE
        }
    }
}

fn open(started: Instant, arguments: Arguments) -> Result<(), NoWindow> {
    let default = dirs::data_local_dir().map(|folder| Shelf::in_local_data(&folder));
    let shelf = arguments
        .book
        .map(Shelf::with_own_book_in)
        .or_else(|| default.clone())
        .ok_or(NoWindow::NoLocalData)?;
    let kind = if arguments.sample { BookKind::Sample } else { BookKind::Own };
    let folder = shelf.folder(kind);
    let file = RememberedFile::beside_the_book(&folder);
    #[cfg(target_os = "linux")]
    crate::rendering::apply(file.read().rendering);
    #[cfg(target_os = "linux")]
    if ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none()) {
        return Err(NoWindow::NoDisplay);
    }
    let usual = default.is_some_and(|default| default.folder(BookKind::Own) == folder);
    // The book is opened on its thread while the window is being made.
    let keeper = Bookkeeper::start(shelf, kind, Tongue::of_this_machine())?;
    let app = build(keeper, folder, usual, file, started)?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Works>().stop_all();
            app.state::<Bookkeeper>().close();
        }
    });
    Ok(())
}

fn build(
    keeper: Bookkeeper,
    folder: PathBuf,
    usual: bool,
    file: RememberedFile,
    started: Instant,
) -> tauri::Result<App<Wry>> {
    let context = tauri::generate_context!();
    let border = commands::border::<Wry>();
    let words = Words::new(keeper.tongue().now());
    let only_one = tauri_plugin_single_instance::Builder::new()
        .dbus_id(instance(&context.config().identifier, &folder, usual))
        .callback(|app, _, _| focus(app))
        .build();
    // First, so that a second start does nothing else.
    let builder = tauri::Builder::default();
    let builder = if can_be_found(usual) { builder.plugin(only_one) } else { builder };
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .manage(keeper)
        .manage(Works::default())
        .manage(Pasted::default())
        .manage(AllTyped::default())
        .menu(move |app| menu::build(app, &words))
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .invoke_handler(border.invoke_handler())
        .setup(move |app| {
            border.mount_events(app);
            watch_over(app.handle());
            let host: Arc<dyn Host> = Arc::new(Desktop::new(app.handle().clone(), started));
            app.manage(Arc::clone(&host));
            tell_of_backups(app.handle().clone(), host);
            let remembered = file.read();
            match window::open(app, &file, remembered) {
                Ok(_) => {
                    app.manage(empty::watch(app.handle(), file, folder));
                }
                Err(error) => empty::no_window(app.handle(), &error),
            }
            Ok(())
        })
        .build(context)
}

/// How often the watch looks whether anybody is there.
const LOOK: Duration = Duration::from_secs(5);

/// Locks a protected book when nobody has been there for the time that was set, and tells the window.
fn watch_over(app: &AppHandle<Wry>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(LOOK).await;
            let keeper = app.state::<Bookkeeper>();
            if keeper.is_idle() {
                // Told first: nothing of the book stays on the screen while the last backup is made. The window may be closing.
                let _ = BookLocked.emit_to(&app, window::LABEL);
            }
            // A book whose thread has ended is closed, and the window with it.
            if keeper.lock_when_idle().await.is_err() {
                return;
            }
        }
    });
}

/// The status bar shows how far a backup is that nobody asked for.
fn tell_of_backups(app: AppHandle<Wry>, host: Arc<dyn Host>) {
    tauri::async_runtime::spawn(async move {
        let works = app.state::<Works>().inner().clone();
        // Where the book's thread has ended, there is nothing to tell.
        let _ = app.state::<Bookkeeper>().tell_of_backups(works, host).await;
    });
}

fn focus(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        window::focus(&window);
    }
}

/// Whether a second start can tell the book of the first. Only Linux takes the name below; elsewhere there is the app's own, which is
/// that of the usual book: with it, another book could not be opened beside that. Two windows on one book there are even so never
/// two writers, for that is what the lock of its folder is for.
const fn can_be_found(usual: bool) -> bool {
    usual || cfg!(target_os = "linux")
}

/// Under which name a second start finds the first. The usual book has the app's own name; any other book is another matter, and
/// its window opens beside the first.
fn instance(identifier: &str, folder: &Path, usual: bool) -> String {
    if usual {
        return identifier.to_owned();
    }
    let mut hasher = DefaultHasher::new();
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).hash(&mut hasher);
    format!("{identifier}.book_{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_book_can_be_named() {
        let arguments = Arguments::try_parse_from(["engawa", "--book", "/tmp/a book"]).unwrap();
        assert_eq!(arguments.book, Some(PathBuf::from("/tmp/a book")));
    }

    #[test]
    fn a_misspelt_word_is_refused_instead_of_opening_another_book() {
        assert!(Arguments::try_parse_from(["engawa", "--bok", "/tmp/a"]).is_err());
        assert!(Arguments::try_parse_from(["engawa", "/tmp/a"]).is_err());
    }

    #[test]
    fn a_second_start_finds_the_window_of_the_same_book_only() {
        let (a, b) = (Path::new("/tmp/a"), Path::new("/tmp/b"));
        assert_eq!(instance("jp.engawa.desktop", a, false), instance("jp.engawa.desktop", a, false));
        assert_ne!(instance("jp.engawa.desktop", a, false), instance("jp.engawa.desktop", b, false));
        assert_eq!(instance("jp.engawa.desktop", a, true), "jp.engawa.desktop");
    }
}
