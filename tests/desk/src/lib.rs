//! The harness of the desk tests: the built app in a real window, driven as its user would.
//!
//! - [`Desk`] is a display with a session bus and a window manager, a home folder and a book folder, all of one test's own.
//! - [`Window`] is the app on that desk, reached through `WebKitWebDriver`: keys go in, roles and accessible names come out.
//!   What a test reaches by [`Window::tab_to`] is thereby shown to be reachable without a mouse.
//! - [`InputMethod`] is fcitx5 with mozc, for words composed as they are composed in Japan.
//!
//! A failed expectation panics in the line of the test that states it and leaves a picture of the display and the page's source
//! in `target/desk-failures/`. Dropping a value ends what it started, also after a panic. Nothing sleeps for a fixed time: every
//! wait is for a condition, with a deadline.
#![allow(
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a harness of tests: what is not as it should be ends the test, with the line that expected it"
)]

mod axe;
mod companion;
mod desk;
mod failure;
mod find;
mod forms;
mod input_method;
mod keys;
mod looks;
mod network;
mod place;
mod start;
mod wait;
mod walk;
mod webdriver;
mod window;

pub use companion::{Companion, descendants};
pub use desk::Desk;
pub use find::{Name, containing};
pub use input_method::InputMethod;
pub use keys::Stroke;
pub use network::{Network, TracedApp};
pub use place::{app, cli};
pub use start::{Language, Start};
pub use wait::{PATIENCE, until, until_within, waits_in_vain};
pub use window::Window;
