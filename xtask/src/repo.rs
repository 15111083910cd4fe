//! Where things are: the root of the repository, its target folder, its files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;

/// The root of the repository, known since compilation: `xtask/` lies directly below it.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The folder cargo builds into, whatever the environment or a configuration file says about it.
pub fn target() -> Result<PathBuf> {
    let metadata = metadata(&["--no-deps"])?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    Ok(PathBuf::from(folder))
}

/// The tool's own folder inside the target folder: logs, stamps, screenshots. Made when missing.
pub fn scratch() -> Result<PathBuf> {
    let folder = target()?.join("engawa");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    Ok(folder)
}

/// What `cargo metadata` says.
pub fn metadata(extra: &[&str]) -> Result<Value> {
    let mut cargo = command::cargo();
    cargo.args(["metadata", "--format-version", "1"]).args(extra);
    serde_json::from_str(&command::output(&mut cargo)?).context("cargo metadata did not answer in JSON")
}

/// Folders that hold nothing of ours, wherever they are: build results, installed packages, git's own.
const NOT_OURS: &[&str] = &[".git", "target", "node_modules"];

/// The same, at one place: what is built and not committed.
const BUILT: &[&str] = &["dist", "ui/dist", "src-tauri/gen", "tests/floor/gen"];

/// Every file below `folder` that is ours, as paths with `/` relative to `root`, sorted.
pub fn files(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![root.join(folder)];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let below = relative(root, &entry.path());
                if !NOT_OURS.iter().any(|other| name == *other) && !BUILT.contains(&below.as_str()) {
                    open.push(entry.path());
                }
            } else if kind.is_file() {
                found.push(relative(root, &entry.path()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// `path` as seen from `root`, with `/` on every platform.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_sorted_and_build_results_are_left_out() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for path in [
            "b/two.rs",
            "a.rs",
            "target/x.rs",
            "ui/node_modules/y.js",
            "ui/dist/index.js",
            "xtask/src/dist/deb.rs",
            "ui/src/z.ts",
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().context("has a parent")?)?;
            fs::write(path, "")?;
        }
        assert_eq!(files(folder.path(), "")?, ["a.rs", "b/two.rs", "ui/src/z.ts", "xtask/src/dist/deb.rs"]);
        Ok(())
    }
}
