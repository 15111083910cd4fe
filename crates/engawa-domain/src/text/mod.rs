//! Texts: kept byte for byte, found by a key, looked through for contact data.

mod contact;
mod fold;
mod highlight;
mod key;
mod likeness;
mod range;
mod verbatim;

pub(crate) use contact::contact_places;
pub use contact::{ContactFound, ContactKind, contact_data};
pub(crate) use fold::{Folded, FoldedText, fold};
pub use highlight::highlight;
pub use key::SearchKey;
pub use range::TextRange;
pub use verbatim::{EmailAddress, NotAWebAddress, NotAnEmailAddress, TextRefused, Title, WebAddress, Words};
