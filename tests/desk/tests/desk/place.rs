//! The window among others: where it opens, and what it puts on the clipboard.

use std::fs;

use engawa_desk::{Desk, Language, Start, until};

use crate::wording::Wording;

/// Left, top, width and height of the app's window, as the X server has them.
fn place(desk: &Desk) -> Option<[i64; 4]> {
    let window = desk.windows().pop()?;
    let told = desk.xdotool(&["getwindowgeometry", "--shell", &window])?;
    let number = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line?.parse().ok()
    };
    Some([number("X")?, number("Y")?, number("WIDTH")?, number("HEIGHT")?])
}

#[test]
fn the_window_opens_where_it_was() {
    let desk = Desk::new();
    let start = Start::japanese();
    let window = desk.open(&start);
    window.is_ready();
    let shown = desk.windows().pop().unwrap();
    assert!(desk.xdotool(&["windowsize", "--sync", &shown, "1000", "700"]).is_some());
    assert!(desk.xdotool(&["windowmove", "--sync", &shown, "150", "60"]).is_some());
    let was = until("the window at its new place", || {
        place(&desk).filter(|[_, _, width, height]| (*width, *height) == (1000, 700))
    });
    window.close();

    let window = desk.open(&start);
    window.is_ready();
    until(&format!("the window at {was:?}; it is at {:?}", place(&desk)), || {
        (place(&desk)? == was).then_some(())
    });
}

#[test]
fn a_window_remembered_off_the_screen_opens_on_it() {
    let desk = Desk::new();
    let window = desk.open(&Start::japanese());
    window.is_ready();
    window.close();
    let remembered = r#"{"place": {"x": 5000.0, "y": -3000.0, "width": 4000.0, "height": 3000.0}}"#;
    fs::write(desk.book().join("window.json"), remembered).unwrap();

    let window = desk.open(&Start::japanese());
    window.is_ready();
    let [left, top, width, height] = until("the window", || place(&desk));
    assert!(
        left >= 0 && top >= 0 && left + width <= 1280 && top + height <= 900,
        "the window is not whole on a display of 1280 × 900: {:?}",
        [left, top, width, height]
    );
}

#[test]
fn what_is_copied_is_on_the_clipboard_and_said() {
    let desk = Desk::new();
    let window = desk.open(&Start::japanese().with("--sample"));
    let words = Wording::of(Language::Japanese);
    window.is_ready();
    window.press_each("g ,");
    window.is_at(&words.t("frame-settings"));
    window.choose("button", &words.t("settings-folder-copy"));
    let folder = desk.sample_book().to_string_lossy().into_owned();
    until("the folder on the clipboard", || (desk.clipboard()? == folder).then_some(()));
    let characters = folder.chars().count().to_string();
    window.reads(
        &words.with("parts-copied", &[("what", &words.t("settings-folder")), ("characters", &characters)]),
    );
}
