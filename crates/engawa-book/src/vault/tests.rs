use std::fs;

use tempfile::TempDir;

use super::*;

/// `printf 承認 | sha256sum`
const SHA256_OF_SHOUNIN: &str = "5d103c64a39b8ac1e10c8a7038fa6d780ed1d1b205e071e2b52236f9540f59a6";

fn vault() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::in_folder(folder.path().join("evidence"));
    (folder, vault)
}

#[test]
fn a_file_is_kept_byte_for_byte_under_its_hash() {
    let (folder, vault) = vault();
    let source = folder.path().join("画面 1.png");
    fs::write(&source, "承認").unwrap();
    let kept = vault.keep(&source, &mut unwatched).unwrap();
    assert_eq!(kept.sha256.0, SHA256_OF_SHOUNIN);
    assert_eq!(
        (kept.bytes, kept.original_name.as_str(), kept.media_type.as_str()),
        (6, "画面 1.png", "text/plain")
    );
    let place = folder.path().join("evidence").join(&SHA256_OF_SHOUNIN[..2]).join(SHA256_OF_SHOUNIN);
    assert_eq!(fs::read(&place).unwrap(), "承認".as_bytes());
    assert_eq!(vault.state(&kept.sha256, 6).unwrap(), FileState::Whole);
}

#[test]
fn the_same_bytes_are_kept_once() {
    let (folder, vault) = vault();
    for name in ["a", "b"] {
        fs::write(folder.path().join(name), "same").unwrap();
        vault.keep(&folder.path().join(name), &mut unwatched).unwrap();
    }
    let files = walk(&folder.path().join("evidence"));
    assert_eq!(files.len(), 1, "{files:?}");
}

#[test]
fn a_kept_file_that_rotted_is_replaced_when_the_same_bytes_come_again() {
    let (folder, vault) = vault();
    let source = folder.path().join("a");
    fs::write(&source, "same").unwrap();
    let kept = vault.keep(&source, &mut unwatched).unwrap();
    fs::write(vault.place_of(&kept.sha256), "sane").unwrap();
    assert_eq!(vault.state(&kept.sha256, 4).unwrap(), FileState::Altered);
    vault.keep(&source, &mut unwatched).unwrap();
    assert_eq!(vault.state(&kept.sha256, 4).unwrap(), FileState::Whole);
}

#[test]
fn what_can_prove_nothing_is_refused_with_its_reason() {
    let (folder, vault) = vault();
    fs::write(folder.path().join("empty"), "").unwrap();
    assert!(matches!(vault.keep(&folder.path().join("empty"), &mut unwatched), Err(FileRefused::Empty(_))));
    assert!(matches!(vault.keep(folder.path(), &mut unwatched), Err(FileRefused::Folder(_))));
    assert!(matches!(vault.keep(&folder.path().join("gone"), &mut unwatched), Err(FileRefused::Vanished(_))));
    assert!(walk(&folder.path().join("evidence")).is_empty(), "a refused file leaves nothing behind");
}

#[test]
fn a_file_larger_than_the_disk_is_refused_before_it_is_copied() {
    let (folder, vault) = vault();
    let source = folder.path().join("huge");
    // A file with a hole takes no room; only its size is large.
    fs::File::create(&source).unwrap().set_len(1 << 43).unwrap();
    assert!(
        matches!(vault.keep(&source, &mut unwatched), Err(FileRefused::NoRoom { needed, .. }) if needed > 1 << 43)
    );
}

#[test]
fn what_a_killed_process_left_half_copied_is_thrown_away_at_the_next_start() {
    let (folder, vault) = vault();
    fs::create_dir_all(folder.path().join("evidence")).unwrap();
    fs::write(folder.path().join("evidence/incoming-1-0"), "half").unwrap();
    drop(vault);
    Vault::in_folder(folder.path().join("evidence"));
    assert!(walk(&folder.path().join("evidence")).is_empty());
}

/// Takes in a large file while `meddle` does something to it: it begins when the copy has begun.
fn kept_while(meddle: impl FnOnce(&Path) + Send) -> Result<Kept, FileRefused> {
    let (folder, vault) = vault();
    let source = folder.path().join("large");
    // A hole takes no room, but its bytes are copied and hashed like any others.
    fs::File::create(&source).unwrap().set_len(256 << 20).unwrap();
    let evidence = folder.path().join("evidence");
    let kept = std::thread::scope(|scope| {
        scope.spawn(|| {
            while walk(&evidence).is_empty() {
                std::thread::yield_now();
            }
            meddle(&source);
        });
        vault.keep(&source, &mut unwatched)
    });
    assert!(walk(&evidence).is_empty() || kept.is_ok(), "a refused file leaves nothing behind");
    kept
}

#[test]
fn a_file_that_vanishes_while_it_is_copied_is_refused() {
    let refused = kept_while(|source| fs::remove_file(source).unwrap());
    assert!(matches!(refused, Err(FileRefused::Vanished(_))), "{refused:?}");
}

#[test]
fn a_file_that_changes_while_it_is_copied_is_refused() {
    let refused = kept_while(|source| {
        std::io::Write::write_all(&mut fs::OpenOptions::new().append(true).open(source).unwrap(), b"more")
            .unwrap();
    });
    assert!(matches!(refused, Err(FileRefused::Changed(_))), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let (folder, vault) = vault();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(vault.keep(&pipe, &mut unwatched), Err(FileRefused::NotAFile(_))));
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] })
        .collect()
}
