//! Where the window opens: where it was, but never off the screen.
//!
//! Everything here is in logical pixels, so that a window keeps its size when the scale of a screen changes.

use serde::{Deserialize, Serialize};

/// A rectangle; `x` and `y` are its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// From the left edge of the desktop.
    pub x: f64,
    /// From the upper edge of the desktop.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// Whether the window fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// It has its own size.
    #[default]
    Normal,
    /// It fills the screen.
    Maximized,
}

/// The least size at which everything can be used.
pub const SMALLEST: Size = Size { width: 900.0, height: 600.0 };
/// The size of the first start.
pub const USUAL: Size = Size { width: 1180.0, height: 760.0 };

/// Room kept for the title bar, whose height the toolkit does not tell before the window is shown.
const TITLE_BAR: f64 = 40.0;

/// Where to open, given where the window was and the usable parts of the screens, the main one first. `None` without screens;
/// then the system decides.
pub fn fitting(wanted: Option<Rect>, screens: &[Rect]) -> Option<Rect> {
    let main = screens.first()?;
    let Some(wanted) = wanted.filter(is_a_place) else {
        return Some(centred(USUAL, *main));
    };
    let nearest =
        screens.iter().map(|screen| (shared(wanted, *screen), screen)).max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((area, screen)) if area > 0.0 => Some(moved_into(wanted, *screen)),
        _ => Some(centred(Size { width: wanted.width, height: wanted.height }, *main)),
    }
}

/// The least size that still fits this screen: [`SMALLEST`], or less on a small screen.
pub fn smallest_on(screen: Rect) -> Size {
    Size { width: SMALLEST.width.min(screen.width), height: SMALLEST.height.min(room(screen)) }
}

/// Whether a window at this place can be seen whole on this screen.
pub fn lies_within(rect: Rect, screen: Rect) -> bool {
    rect.x >= screen.x
        && rect.y >= screen.y
        && rect.x + rect.width <= screen.x + screen.width
        && rect.y + rect.height <= screen.y + screen.height
}

/// A file can hold anything; only finite numbers and a positive size are a place.
fn is_a_place(rect: &Rect) -> bool {
    [rect.x, rect.y, rect.width, rect.height].iter().all(|number| number.is_finite())
        && rect.width > 0.0
        && rect.height > 0.0
}

fn room(screen: Rect) -> f64 {
    (screen.height - TITLE_BAR).max(1.0)
}

/// The size, but no smaller than can be used and no larger than the screen.
fn sized(size: Size, screen: Rect) -> Size {
    let smallest = smallest_on(screen);
    Size {
        width: size.width.max(smallest.width).min(screen.width),
        height: size.height.max(smallest.height).min(room(screen)),
    }
}

fn centred(size: Size, screen: Rect) -> Rect {
    let Size { width, height } = sized(size, screen);
    let x = screen.x + ((screen.width - width) / 2.0).floor();
    let y = screen.y + ((room(screen) - height) / 2.0).floor();
    Rect { x, y, width, height }
}

fn moved_into(wanted: Rect, screen: Rect) -> Rect {
    let Size { width, height } = sized(Size { width: wanted.width, height: wanted.height }, screen);
    Rect {
        x: wanted.x.min(screen.x + screen.width - width).max(screen.x),
        y: wanted.y.min(screen.y + room(screen) - height).max(screen.y),
        width,
        height,
    }
}

/// The area that two rectangles share.
fn shared(a: Rect, b: Rect) -> f64 {
    let width = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
    let height = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
    width.max(0.0) * height.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LAPTOP: Rect = Rect { x: 0.0, y: 0.0, width: 1366.0, height: 768.0 };
    const RIGHT_OF_IT: Rect = Rect { x: 1366.0, y: 0.0, width: 1920.0, height: 1080.0 };

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    #[test]
    fn a_window_that_fits_opens_where_it_was() {
        let was = rect(100.0, 50.0, 1000.0, 640.0);
        assert_eq!(fitting(Some(was), &[LAPTOP]), Some(was));
        let was = rect(1500.0, 200.0, 1200.0, 800.0);
        assert_eq!(fitting(Some(was), &[LAPTOP, RIGHT_OF_IT]), Some(was));
    }

    #[test]
    fn a_window_of_a_screen_that_was_taken_away_opens_on_the_main_one() {
        let was = rect(1500.0, 200.0, 1000.0, 640.0);
        assert_eq!(fitting(Some(was), &[LAPTOP]), Some(rect(183.0, 44.0, 1000.0, 640.0)));
    }

    #[test]
    fn the_first_window_opens_in_the_middle_at_its_usual_size() {
        let large = rect(0.0, 0.0, 1920.0, 1080.0);
        assert_eq!(fitting(None, &[large]), Some(rect(370.0, 140.0, 1180.0, 760.0)));
    }

    #[test]
    fn a_window_larger_than_the_screen_is_made_to_fit() {
        let was = rect(-50.0, -20.0, 4000.0, 3000.0);
        assert_eq!(fitting(Some(was), &[LAPTOP]), Some(rect(0.0, 0.0, 1366.0, 728.0)));
    }

    #[test]
    fn a_file_with_nonsense_counts_as_no_file() {
        let middle = fitting(None, &[LAPTOP]);
        for nonsense in [
            rect(f64::NAN, 0.0, 900.0, 600.0),
            rect(0.0, 0.0, -1.0, 600.0),
            rect(0.0, f64::INFINITY, 1.0, 1.0),
        ] {
            assert_eq!(fitting(Some(nonsense), &[LAPTOP]), middle);
        }
    }

    #[test]
    fn without_a_screen_the_system_decides() {
        assert_eq!(fitting(Some(LAPTOP), &[]), None);
    }

    fn screens() -> impl Strategy<Value = Vec<Rect>> {
        let screen = (-4000..4000_i32, -4000..4000_i32, 320..5000_u32, 240..3000_u32);
        prop::collection::vec(
            screen.prop_map(|(x, y, w, h)| rect(x.into(), y.into(), w.into(), h.into())),
            1..4,
        )
    }

    fn anywhere() -> impl Strategy<Value = Rect> {
        (-9000..9000_i32, -9000..9000_i32, 0..9000_u32, 0..9000_u32)
            .prop_map(|(x, y, w, h)| rect(x.into(), y.into(), w.into(), h.into()))
    }

    proptest! {
        #[test]
        fn the_window_always_lies_within_one_screen(wanted in anywhere(), screens in screens()) {
            let place = fitting(Some(wanted), &screens).unwrap();
            prop_assert!(screens.iter().any(|screen| lies_within(place, *screen)), "{place:?} lies within none of {screens:?}");
        }

        #[test]
        fn a_window_does_not_creep_from_start_to_start(wanted in anywhere(), screen in screens().prop_map(|s| s[0])) {
            let once = fitting(Some(wanted), &[screen]);
            prop_assert_eq!(fitting(once, &[screen]), once);
        }

        #[test]
        fn the_window_is_usable_wherever_the_screen_allows(wanted in anywhere(), screens in screens()) {
            let place = fitting(Some(wanted), &screens).unwrap();
            let allows = |screen: &Rect| place.width >= smallest_on(*screen).width && place.height >= smallest_on(*screen).height;
            prop_assert!(screens.iter().any(allows));
        }
    }
}
