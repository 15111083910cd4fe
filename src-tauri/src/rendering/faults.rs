//! Known faults of drawing on Linux, avoided through the environment before the window toolkit starts.
//!
//! A setting is made only where it is needed: the defaults draw fastest. What a started process sees of its environment is
//! fixed, so the program starts itself once more with the settings, in the same process.

use super::Rendering;

/// What decides which faults can occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// The graphics card's driver.
    pub driver: Driver,
    /// The system that shows windows.
    pub display: Display,
}

/// The graphics card's driver, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driver {
    /// NVIDIA's own driver.
    Nvidia,
    /// Any other.
    Other,
}

/// The system that shows windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// Wayland.
    Wayland,
    /// X11.
    X11,
}

impl Surroundings {
    /// What this machine says.
    pub fn of_this_machine() -> Self {
        Self {
            driver: if std::path::Path::new("/sys/module/nvidia").exists() {
                Driver::Nvidia
            } else {
                Driver::Other
            },
            display: if std::env::var_os("WAYLAND_DISPLAY").is_some() {
                Display::Wayland
            } else {
                Display::X11
            },
        }
    }
}

/// Keeps the graphics card in use while avoiding "Error 71 (Protocol error)".
const NO_EXPLICIT_SYNC: &str = "__NV_DISABLE_EXPLICIT_SYNC";
/// Avoids empty windows of drivers that cannot share buffers.
const NO_DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
/// Draws without the graphics card.
const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// The variables to set to `1`. One that the user has set, to whatever value, is left alone by [`apply`].
pub fn variables(around: Surroundings, rendering: Rendering) -> Vec<&'static str> {
    let mut variables = Vec::new();
    if around == (Surroundings { driver: Driver::Nvidia, display: Display::Wayland }) {
        variables.push(NO_EXPLICIT_SYNC);
    }
    let shares_badly = around == Surroundings { driver: Driver::Nvidia, display: Display::X11 };
    if shares_badly || rendering >= Rendering::Plain {
        variables.push(NO_DMABUF);
    }
    if rendering == Rendering::Plainest {
        variables.push(NO_COMPOSITING);
    }
    variables
}

/// Starts this program again, in place, with the variables that are needed and not yet set. Returns when none is missing or
/// when starting again failed; then the window is tried as it is, and the first-paint watchdog speaks if it stays empty.
pub fn apply(rendering: Rendering) {
    use std::os::unix::process::CommandExt as _;

    let wanted = variables(Surroundings::of_this_machine(), rendering);
    let missing: Vec<_> = wanted.into_iter().filter(|name| std::env::var_os(name).is_none()).collect();
    if missing.is_empty() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let again = missing.iter().fold(std::process::Command::new(program), |mut command, name| {
        command.env(name, "1");
        command
    });
    let error = { again }.args(std::env::args_os().skip(1)).exec();
    eprintln!("engawa: could not start again with {missing:?}: {error}");
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN_LINUX: Surroundings = Surroundings { driver: Driver::Other, display: Display::X11 };

    #[test]
    fn nothing_is_switched_off_where_nothing_is_known_to_fail() {
        assert!(variables(PLAIN_LINUX, Rendering::Fast).is_empty());
        let wayland = Surroundings { driver: Driver::Other, display: Display::Wayland };
        assert!(variables(wayland, Rendering::Fast).is_empty());
    }

    #[test]
    fn nvidia_on_wayland_keeps_its_graphics_card() {
        let around = Surroundings { driver: Driver::Nvidia, display: Display::Wayland };
        assert_eq!(variables(around, Rendering::Fast), ["__NV_DISABLE_EXPLICIT_SYNC"]);
    }

    #[test]
    fn nvidia_on_x11_does_not_share_buffers() {
        let around = Surroundings { driver: Driver::Nvidia, display: Display::X11 };
        assert_eq!(variables(around, Rendering::Fast), ["WEBKIT_DISABLE_DMABUF_RENDERER"]);
    }

    #[test]
    fn each_failed_start_switches_off_more() {
        assert_eq!(variables(PLAIN_LINUX, Rendering::Plain), ["WEBKIT_DISABLE_DMABUF_RENDERER"]);
        assert_eq!(
            variables(PLAIN_LINUX, Rendering::Plainest),
            ["WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"]
        );
    }
}
