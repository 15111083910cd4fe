//! The built app in a real window, used with the keyboard, looked at by role and name.
#![allow(clippy::missing_panics_doc, reason = "tests panic when a fact does not hold")]

mod borders;
mod trouble;
