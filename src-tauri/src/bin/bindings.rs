//! Writes the typed door of the window: `bindings [FILE]`, by default `ui/src/host/bindings.ts`. `cargo xtask codegen` runs it.

use std::{env, path::PathBuf, process::ExitCode};

use specta_typescript::Typescript;

fn main() -> ExitCode {
    let default = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/host/bindings.ts"));
    let file = env::args_os().nth(1).map_or_else(default, PathBuf::from);
    // Both directions have one shape: what the window reads it may send back.
    // The wide integers that cross are sequence numbers and sizes of files, far below 2^53.
    let border =
        engawa_desktop::border::<tauri::Wry>().dangerously_cast_bigints_to_number().disable_serde_phases();
    match border.export(Typescript::default(), &file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindings: {}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
