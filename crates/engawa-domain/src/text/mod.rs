//! Texts: kept byte for byte, found by a key, looked through for contact data.

mod contact;
mod fold;
mod highlight;
mod key;
mod range;
mod verbatim;

pub use contact::{ContactFound, ContactKind, contact_data};
pub use highlight::highlight;
pub use key::SearchKey;
pub use range::TextRange;
pub use verbatim::{EmailAddress, NotAWebAddress, NotAnEmailAddress, TextRefused, Title, WebAddress, Words};
