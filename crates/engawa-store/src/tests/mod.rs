//! The store as its users see it.

mod journal;
mod keyed;
mod opening;
mod rows;
mod samples;
mod speed;
mod undoing;
