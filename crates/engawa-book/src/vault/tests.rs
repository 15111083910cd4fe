use std::fs;
use std::ops::ControlFlow;

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

#[cfg_attr(
    windows,
    ignore = "a file that is being read goes only afterwards in Wine, so it is taken in whole"
)]
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

/// Lets the work go on until so many bytes are done.
fn until(bytes: u64, seen: &mut Vec<Progress>) -> impl FnMut(Progress) -> ControlFlow<()> {
    move |progress| {
        seen.push(progress);
        if progress.done < bytes { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

#[test]
fn a_file_of_several_gigabytes_that_is_stopped_at_a_byte_leaves_nothing_behind() {
    let (folder, vault) = vault();
    let source = folder.path().join("recording.mkv");
    // A hole takes no room, but its bytes are copied and hashed like any others.
    // The vault asks for as much room as the file is large, so it is no larger than what a full machine has.
    let whole = (5 << 30).min(fs4::available_space(folder.path()).unwrap() / 2);
    fs::File::create(&source).unwrap().set_len(whole).unwrap();
    let mut seen = Vec::new();
    let refused = vault.keep(&source, &mut until(32 << 20, &mut seen));
    assert!(matches!(refused, Err(FileRefused::Cancelled)), "{refused:?}");
    let [first, .., last] = seen.as_slice() else { panic!("the work was watched") };
    assert_eq!(*first, Progress { done: 0, total: whole }, "the whole is told before the first byte");
    assert_eq!(last.done, 32 << 20, "and nothing was copied beyond the byte at which it was stopped");
    assert!(seen.windows(2).all(|pair| pair[0].done < pair[1].done), "it never goes back");
    assert!(walk(&folder.path().join("evidence")).is_empty(), "the vault never holds half a file");
}

#[test]
fn bytes_that_are_no_file_are_kept_like_one() {
    let (folder, vault) = vault();
    let kept = vault.keep_bytes("貼り付け.png", 6, "承認".as_bytes(), &mut unwatched).unwrap();
    assert_eq!((kept.sha256.0.as_str(), kept.original_name.as_str()), (SHA256_OF_SHOUNIN, "貼り付け.png"));
    let mut read = String::new();
    let mut reader = vault.read(&kept.sha256).unwrap();
    assert_eq!(reader.size(), 6);
    reader.read_to_string(&mut read).unwrap();
    assert_eq!(read, "承認");
    assert_eq!(walk(&folder.path().join("evidence")).len(), 1);
}

#[test]
fn bytes_that_end_early_or_go_on_too_long_are_refused_and_leave_nothing() {
    let (folder, vault) = vault();
    for expected in [5, 7] {
        let refused = vault.keep_bytes("a", expected, "承認".as_bytes(), &mut unwatched);
        assert!(matches!(refused, Err(FileRefused::Changed(_))), "{expected}: {refused:?}");
    }
    assert!(matches!(vault.keep_bytes("a", 0, &b""[..], &mut unwatched), Err(FileRefused::Empty(_))));
    assert!(walk(&folder.path().join("evidence")).is_empty());
}

#[test]
fn a_copy_for_use_elsewhere_is_what_was_kept_or_is_not_made() {
    let (folder, vault) = vault();
    let kept = vault.keep_bytes("a", 6, "承認".as_bytes(), &mut unwatched).unwrap();
    let to = folder.path().join("copy.txt");
    fs::write(&to, "older").unwrap();
    assert_eq!(vault.copy_out(&kept.sha256, &to, &mut unwatched).unwrap(), 6);
    assert_eq!(fs::read_to_string(&to).unwrap(), "承認");
    fs::write(vault.place_of(&kept.sha256), "否認").unwrap();
    let refused = vault.copy_out(&kept.sha256, &to, &mut unwatched);
    assert!(matches!(refused, Err(FileRefused::Altered(_))), "{refused:?}");
    assert_eq!(fs::read_to_string(&to).unwrap(), "承認", "what was there before is still there");
    let stopped = vault.copy_out(&kept.sha256, &to, &mut |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(FileRefused::Cancelled)), "{stopped:?}");
    let refused = vault.copy_out(&kept.sha256, &folder.path().join("no/such/folder"), &mut unwatched);
    assert!(matches!(refused, Err(FileRefused::CopyRefused(..))), "{refused:?}");
    let beside: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "the vault and the copy, and nothing half done: {beside:?}");
}

#[test]
fn a_look_through_the_vault_names_what_is_missing_altered_and_unknown() {
    let (folder, vault) = vault();
    let [whole, missing, altered, untold] = ["whole", "missing", "altered", "untold"].map(|text| {
        let kept = vault.keep_bytes(text, text.len() as u64, text.as_bytes(), &mut unwatched).unwrap();
        (kept.sha256, kept.bytes)
    });
    fs::remove_file(vault.place_of(&missing.0)).unwrap();
    fs::write(vault.place_of(&altered.0), "altared").unwrap();
    let evidence = folder.path().join("evidence");
    fs::write(evidence.join("notes.txt"), "mine").unwrap();
    // Under the name of a hash, and not where a file of that hash belongs.
    fs::write(evidence.join(&whole.0.0), "whole").unwrap();
    // Being taken in on another thread, right now.
    fs::write(evidence.join(format!("incoming-{}-9", std::process::id())), "half").unwrap();

    let known = [whole.clone(), missing.clone(), altered.clone()];
    let mut seen = Vec::new();
    let found = vault.look_through(&known, &mut until(u64::MAX, &mut seen)).unwrap();
    assert_eq!((found.files, found.bytes), (3, 5 + 7 + 7));
    assert_eq!(found.wrong, [(missing.0, FileState::Missing), (altered.0, FileState::Altered)]);
    assert_eq!(found.unreadable, []);
    let place = format!("{}/{}", &untold.0.0[..2], untold.0.0);
    let mut unknown = [
        UnknownFile { path: "notes.txt".to_owned(), bytes: 4, stray: Stray::Foreign },
        UnknownFile { path: whole.0.0, bytes: 5, stray: Stray::Foreign },
        UnknownFile { path: place, bytes: 6, stray: Stray::NoRecord },
    ];
    unknown.sort();
    assert_eq!(found.unknown, unknown);
    assert_eq!(seen.last(), Some(&Progress { done: 19, total: 19 }), "a missing file is done as well");

    let stopped = vault.look_through(&known, &mut |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(FileRefused::Cancelled)), "{stopped:?}");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_vault_is_named_and_not_followed() {
    let (folder, vault) = vault();
    let evidence = folder.path().join("evidence");
    fs::create_dir_all(&evidence).unwrap();
    std::os::unix::fs::symlink(&evidence, evidence.join("circle")).unwrap();
    let unknown = vault.look_through(&[], &mut unwatched).unwrap().unknown;
    assert_eq!(unknown.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["circle"]);
}

#[test]
fn a_copy_that_this_process_makes_now_is_not_swept_away_by_a_vault_opened_meanwhile() {
    let (folder, vault) = vault();
    let evidence = folder.path().join("evidence");
    let kept = vault.keep_bytes("a", 6, "承認".as_bytes(), &mut |_| {
        Vault::in_folder(evidence.clone());
        ControlFlow::Continue(())
    });
    assert!(kept.is_ok(), "{kept:?}");
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] })
        .collect()
}
