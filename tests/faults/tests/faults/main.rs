//! One program per fault, and what is left of the book afterwards.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod cut_off;
mod full;
mod held;
mod hostile;
mod killed;
mod restoring;
mod synced;
mod writer;
