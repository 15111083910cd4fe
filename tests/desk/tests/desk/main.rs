//! The built app in a real window, used with the keyboard, looked at by role and name.
#![allow(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, in the helpers of tests too"
)]

mod backups;
mod borders;
mod documents;
mod drawing;
mod guide_words;
mod guides;
mod history;
mod hostile;
mod japanese;
mod keeping;
mod keyboard;
mod long_table;
mod own_rules;
mod packet;
mod place;
mod policy;
mod protecting;
mod rescue;
mod screens;
mod settings;
mod silent;
mod story;
mod trouble;
mod twin;
mod vault;
mod wording;
