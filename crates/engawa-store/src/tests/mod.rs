//! The store as its users see it.

mod journal;
mod looking;
mod opening;
mod rows;
mod samples;
mod speed;
mod undoing;
