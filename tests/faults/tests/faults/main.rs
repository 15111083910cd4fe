//! One program per fault, and what is left of the book afterwards.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod backups;
mod calls;
mod clock;
mod cut_off;
mod damaged;
mod evidence;
mod full;
mod held;
mod hostile;
mod killed;
mod old;
mod one_file;
mod power_cut;
mod protecting;
mod recorder;
mod restoring;
mod synced;
mod writer;
