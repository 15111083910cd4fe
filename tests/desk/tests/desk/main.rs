//! The built app in a real window, used with the keyboard, looked at by role and name.
#![allow(clippy::missing_panics_doc, reason = "tests panic when a fact does not hold")]

mod borders;
mod japanese;
mod keeping;
mod keyboard;
mod long_table;
mod place;
mod screens;
mod settings;
mod trouble;
mod wording;
