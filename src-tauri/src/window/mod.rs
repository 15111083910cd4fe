//! The one window: where it opens, what it may show, what it hears.

mod editing;
pub mod empty;
pub mod events;
pub mod guard;
pub mod leaving;
pub mod menu;
pub mod place;
mod revive;
pub mod watchdog;

use std::sync::Mutex;

use tauri::{
    App, DragDropEvent, Manager as _, Monitor, PhysicalPosition, Runtime, WebviewWindow,
    WebviewWindowBuilder, WindowEvent, webview::NewWindowResponse,
};
use tauri_specta::Event as _;

use crate::{
    bookkeeper::Bookkeeper,
    remembered::{Remembered, RememberedFile},
};
use events::{FilesDropped, FilesHeld, Held};
use leaving::Leaving;
use place::{Extent, Rect};

/// Its name in the configuration and in `capabilities/`.
pub const LABEL: &str = "main";

/// Opens the window where it was.
pub fn open<R: Runtime>(
    app: &App<R>,
    file: &RememberedFile,
    remembered: Remembered,
) -> tauri::Result<WebviewWindow<R>> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == LABEL)
        .ok_or(tauri::Error::WindowNotFound)?;
    let mut builder = WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(guard::is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    #[cfg(target_os = "linux")]
    if let Some(nowhere) = guard::dead_end() {
        builder = builder.proxy_url(nowhere);
    }
    if let Some(Opening { rect, smallest }) = opening(app, remembered.place)? {
        builder = builder
            .min_inner_size(smallest.width, smallest.height)
            .inner_size(rect.width, rect.height)
            .position(rect.x, rect.y);
    }
    let window = builder.maximized(remembered.extent == Extent::Maximized).build()?;
    hear(&window, file.clone(), remembered.place);
    revive::watch(&window);
    Ok(window)
}

/// Brings the window before the user.
pub fn focus<R: Runtime>(window: &WebviewWindow<R>) {
    // A window that cannot be raised is still there.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

struct Opening {
    rect: Rect,
    smallest: place::Size,
}

fn opening<R: Runtime>(app: &App<R>, was: Option<Rect>) -> tauri::Result<Option<Opening>> {
    let main = app.primary_monitor()?;
    let others = app.available_monitors()?;
    let screens: Vec<Rect> = main.iter().chain(&others).map(usable_part).collect();
    let rect = place::fitting(was, &screens);
    Ok(rect.map(|rect| {
        let on = screens.iter().find(|screen| place::lies_within(rect, **screen));
        Opening { rect, smallest: on.map_or(place::SMALLEST, |screen| place::smallest_on(*screen)) }
    }))
}

/// The part of a screen that no panel covers, in logical pixels.
fn usable_part(monitor: &Monitor) -> Rect {
    let scale = monitor.scale_factor();
    let area = monitor.work_area();
    let (corner, size) = (area.position.to_logical::<f64>(scale), area.size.to_logical::<f64>(scale));
    Rect { x: corner.x, y: corner.y, width: size.width, height: size.height }
}

/// Follows the window: where it is, that it closes, what is dropped on it.
fn hear<R: Runtime>(window: &WebviewWindow<R>, file: RememberedFile, was: Option<Rect>) {
    let place = Mutex::new(was);
    let heard = window.clone();
    let leaving = Leaving::default();
    window.on_window_event(move |event| match event {
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => {
            if let (Ok(mut place), Some(now)) = (place.lock(), own_place(&heard)) {
                *place = Some(now);
            }
        }
        // What is said of a book that is refused must stay true: nothing is written into its folder.
        WindowEvent::CloseRequested { api, .. } if heard.state::<Bookkeeper>().may_write() => {
            let place = place.lock().ok().and_then(|place| *place);
            let extent =
                if heard.is_maximized().unwrap_or_default() { Extent::Maximized } else { Extent::Normal };
            let written = file.amend(|remembered| (remembered.place, remembered.extent) = (place, extent));
            if let Err(error) = written {
                eprintln!("engawa: the window's place was not kept: {error}");
            }
            leaving.asked(&heard, api);
        }
        WindowEvent::DragDrop(event) => follow_drag(&heard, event),
        _ => {}
    });
}

/// Tells the page of files that are dragged. Words and pictures of a page that are dragged are no files, and not told.
fn follow_drag<R: Runtime>(window: &WebviewWindow<R>, event: &DragDropEvent) {
    let held = |held| {
        // The window may be closing.
        let _ = FilesHeld { held }.emit_to(window, LABEL);
    };
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => held(Held::Over),
        DragDropEvent::Drop { paths, .. } => {
            held(Held::Away);
            let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
            if !paths.is_empty() {
                let _ = FilesDropped { paths }.emit_to(window, LABEL);
            }
        }
        DragDropEvent::Leave => held(Held::Away),
        _ => {}
    }
}

/// Where the window is while it has a place of its own; `None` while it fills the screen or is put away.
fn own_place<R: Runtime>(window: &WebviewWindow<R>) -> Option<Rect> {
    let is = |state: tauri::Result<bool>| state.unwrap_or_default();
    if is(window.is_maximized()) || is(window.is_minimized()) || is(window.is_fullscreen()) {
        return None;
    }
    let scale = window.scale_factor().ok()?;
    let corner: PhysicalPosition<i32> = window.outer_position().ok()?;
    let (corner, size) =
        (corner.to_logical::<f64>(scale), window.inner_size().ok()?.to_logical::<f64>(scale));
    Some(Rect { x: corner.x, y: corner.y, width: size.width, height: size.height })
}
