//! How the window is drawn. Only the web view of Linux has faults that are worth drawing more slowly for.

#[cfg(target_os = "linux")]
mod faults;

#[cfg(target_os = "linux")]
pub use faults::apply;
use serde::{Deserialize, Serialize};

/// How much of the fast drawing is switched off. Raised by one when a window stayed empty, and remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rendering {
    /// As the web view comes.
    #[default]
    Fast,
    /// Without sharing buffers with the graphics card: cures empty windows of several drivers.
    Plain,
    /// Without the graphics card at all: slow scrolling, but it always draws.
    Plainest,
}

impl Rendering {
    /// What to try after this one failed; `None` when nothing is left to try.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Fast => Some(Self::Plain),
            Self::Plain => Some(Self::Plainest),
            Self::Plainest => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failed_start_switches_off_more_until_nothing_is_left() {
        assert_eq!(Rendering::Fast.next(), Some(Rendering::Plain));
        assert_eq!(Rendering::Plain.next(), Some(Rendering::Plainest));
        assert_eq!(Rendering::Plainest.next(), None);
    }
}
