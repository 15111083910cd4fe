//! The store as its users see it.

mod copying;
mod journal;
mod opening;
mod rows;
mod samples;
mod speed;
mod undoing;
