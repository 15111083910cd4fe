//! A message as it was given.

use thiserror::Error;

/// The longest message that is read, in bytes: some hundred times the longest that anybody writes by hand.
const LONGEST: usize = 8 * 1024 * 1024;

/// A message exactly as it was given: nothing trimmed, nothing normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText(String);

/// Why something is no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MessageRefused {
    /// It is not text in UTF-8.
    #[error("not UTF-8 from byte {at} on")]
    NotText {
        /// The first byte that is no text, from 0.
        at: usize,
    },
    /// It is longer than any message.
    #[error("longer than {limit} bytes")]
    TooLong {
        /// The most that is read, in bytes.
        limit: usize,
    },
}

impl MessageText {
    /// The longest message that is read, in bytes.
    pub const LONGEST: usize = LONGEST;

    /// The message in these bytes, which must be UTF-8.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, MessageRefused> {
        if bytes.len() > LONGEST {
            return Err(MessageRefused::TooLong { limit: LONGEST });
        }
        String::from_utf8(bytes)
            .map(Self)
            .map_err(|error| MessageRefused::NotText { at: error.utf8_error().valid_up_to() })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
