//! An empty Tauri window. With `ENGAWA_START_MARK=1` it prints `usable <milliseconds>` once its page was
//! painted for the second time, as the app does once its list can be used; `cargo xtask bench` times both.

use std::time::Instant;

/// When `main` began: the origin of the printed figure.
struct Started(Instant);

/// Called by the page after its second frame.
#[tauri::command]
#[allow(clippy::needless_pass_by_value, reason = "a command is given its state by value")]
fn usable(started: tauri::State<'_, Started>) {
    if std::env::var_os("ENGAWA_START_MARK").is_some() {
        println!("usable {}", started.0.elapsed().as_millis());
    }
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(Started(Instant::now()))
        .invoke_handler(tauri::generate_handler![usable])
        .run(tauri::generate_context!())
}
