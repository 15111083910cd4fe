//! Whole stories, through the book and through the command line, which must tell the same.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod answers;
mod backups;
mod bad_books;
mod bad_input;
mod cli;
mod documents;
mod files;
mod going_back;
mod guides;
mod message;
mod moving;
mod own_rules;
mod packs;
mod proof;
mod protected;
mod rescue;
mod standard_tool;
mod story;
mod support;
mod told;
