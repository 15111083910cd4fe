//! What the window is told of a protected book. No secret but a new recovery code, once.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A new recovery code. It is shown once and never again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewCode {
    /// Its groups of four characters, in order.
    pub groups: Vec<String>,
    /// Which group is asked for to show that the code was written down, from 1.
    pub asked: u32,
}

impl std::fmt::Debug for NewCode {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("NewCode")
    }
}

/// What stays plain in the folder of a protected book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct StaysPlain {
    /// Files that are none of the book's, by their way from its folder.
    pub files: Vec<String>,
}
