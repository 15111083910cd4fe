//! Texts: kept byte for byte, found by a key, looked through for contact data.

mod key;
mod verbatim;

pub use key::SearchKey;
pub use verbatim::{EmailAddress, NotAnEmailAddress, NotAWebAddress, TextRefused, Title, WebAddress, Words};
