//! Where things are: the programs under test, and what the tests borrow from the front end.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The built desktop app: `ENGAWA_APP`, or where cargo puts it, in the profile this harness is built in.
#[track_caller]
pub fn app() -> PathBuf {
    program("ENGAWA_APP", "engawa", "cargo build -p engawa-desktop --features custom-protocol,test-clock")
}

/// The built command line tool: `ENGAWA_CLI`, or where cargo puts it.
#[track_caller]
pub fn cli() -> PathBuf {
    program("ENGAWA_CLI", "engawa-cli", "cargo build -p engawa-cli")
}

#[track_caller]
fn program(variable: &str, name: &str, build: &str) -> PathBuf {
    let path = env::var_os(variable).map_or_else(|| built().join(name), PathBuf::from);
    assert!(
        path.is_file(),
        "{} is not there; build it with `{build}` or name it in {variable}",
        path.display()
    );
    path
}

/// The folder of the profile this program was built in: a test lies in its `deps/`, any other program in the folder itself.
fn built() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    let folder = own.parent().unwrap_or(Path::new(""));
    let profile = if folder.ends_with("deps") { folder.parent() } else { Some(folder) };
    profile.map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where failures leave their pictures: `desk-failures/` in cargo's target folder.
pub fn failures() -> PathBuf {
    built().parent().map_or_else(env::temp_dir, Path::to_path_buf).join("desk-failures")
}

/// axe-core, as npm installed it for the front end.
pub fn axe_core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/axe-core/axe.min.js")
}
