//! The store as its users see it.

mod copying;
mod damage;
mod journal;
mod keyed;
#[cfg(windows)]
mod long_paths;
mod looking;
mod opening;
mod rows;
mod salvage;
mod samples;
mod speed;
mod standing;
mod stopping;
mod undoing;
mod verifying;
