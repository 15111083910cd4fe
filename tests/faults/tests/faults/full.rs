use engawa_faults::table::record;

use super::writer::run_in_file_system;

#[test]
fn a_full_disk_is_told_as_one_and_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let made = "mount -t tmpfs -o size=6m tmpfs \"$1\"";
    let Some(said) = run_in_file_system(made, folder.path(), "fill \"$1\"") else {
        return;
    };
    let lines: Vec<&str> = said.lines().collect();
    let [stopped, found, goes_on] = lines[..] else { panic!("{said}") };
    let acknowledged = stopped.strip_prefix("stopped disk-full ").unwrap_or_else(|| panic!("{said}"));
    assert!(
        acknowledged.parse::<u64>().unwrap() > 100,
        "the disk was full too soon for this to mean anything: {said}"
    );
    assert_eq!(found, format!("found whole {acknowledged}"));
    assert_eq!(goes_on, "goes on", "with room again, the book can be written again");
    record("disk-really-full", 1, &format!("{acknowledged} writes were answered"));
}

#[test]
fn a_folder_that_can_only_be_read_is_refused_before_anything_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book");
    super::writer::run(&["write", book.to_str().unwrap(), "1", "3"]);
    let made = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\"";
    let Some(said) = run_in_file_system(made, folder.path(), "write \"$1/book\" 4 1") else {
        return;
    };
    assert!(said.starts_with("refused read-only "), "{said}");
    record("read-only-folder", 1, "");
}
