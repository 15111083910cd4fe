//! Texts that are kept exactly as they were given, byte for byte: no trimming, no normalisation.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use specta::Type;
use thiserror::Error;

use crate::as_text::as_text;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextRefused {
    /// There is nothing in it but white space.
    #[error("the text is empty")]
    Empty,
    /// It is longer than its kind may be.
    #[error("the text has {length} characters, at most {limit} are kept")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The largest length of its kind, in characters.
        limit: usize,
    },
}

macro_rules! verbatim {
    ($($(#[$doc:meta])* $name:ident up to $limit:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
        pub struct $name(String);

        as_text!($name);

        impl $name {
            /// The largest length, in characters.
            pub const LIMIT: usize = $limit;

            /// This text, exactly as it is.
            pub fn new(text: impl Into<String>) -> Result<Self, TextRefused> {
                let text = text.into();
                if text.trim().is_empty() {
                    return Err(TextRefused::Empty);
                }
                let length = text.chars().count();
                if length > Self::LIMIT {
                    return Err(TextRefused::TooLong { length, limit: Self::LIMIT });
                }
                Ok(Self(text))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = TextRefused;

            fn from_str(text: &str) -> Result<Self, TextRefused> {
                Self::new(text)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

verbatim! {
    /// A name or title that stands in lists: of a contract, a client, an account. Not blank; up to 10,000 characters,
    /// because a title copied from a platform is kept whole.
    Title up to 10_000,
    /// Words seen on a screen or in a mail, verbatim. Not blank; up to 200,000 characters, a long mail thread.
    Words up to 200_000,
}

/// A mail address as the user wrote it.
///
/// Two addresses are equal if they differ only in the case of ASCII letters: no mail service tells those apart, and
/// people write them both ways.
#[derive(Debug, Clone, Type)]
pub struct EmailAddress(String);

as_text!(EmailAddress);

/// The text cannot be a mail address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a mail address: {0:?}")]
pub struct NotAnEmailAddress(pub String);

impl EmailAddress {
    /// This address. The check is for slips of the hand, not for the whole of RFC 5322: one `@`, something before it,
    /// a host with a dot after it, no white space, at most 254 bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, NotAnEmailAddress> {
        let text = text.into();
        let plausible = text.len() <= 254
            && !text.chars().any(|c| c.is_whitespace() || c.is_control())
            && text.split_once('@').is_some_and(|(local, host)| {
                !local.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && host.split('.').all(|label| !label.is_empty())
            });
        if plausible { Ok(Self(text)) } else { Err(NotAnEmailAddress(text)) }
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for EmailAddress {}

impl Hash for EmailAddress {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_ascii_lowercase().hash(state);
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnEmailAddress;

    fn from_str(text: &str) -> Result<Self, NotAnEmailAddress> {
        Self::new(text)
    }
}

/// The address of a page: `https://…` or `http://…`, kept as written. The app never opens it by itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Type)]
pub struct WebAddress(String);

as_text!(WebAddress);

/// The text is no address of a page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not an address that starts with https:// or http://: {0:?}")]
pub struct NotAWebAddress(pub String);

impl WebAddress {
    /// This address: http or https, a host, no white space, at most 8,000 bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, NotAWebAddress> {
        let text = text.into();
        let plausible = text.len() <= 8_000
            && !text.chars().any(|c| c.is_whitespace() || c.is_control())
            && host_of(&text).is_some();
        if plausible { Ok(Self(text)) } else { Err(NotAWebAddress(text)) }
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, in lower case, without user name and port.
    pub fn host(&self) -> String {
        host_of(&self.0).unwrap_or_default().to_ascii_lowercase()
    }
}

/// The host of an http or https address; `None` if there is none.
fn host_of(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for WebAddress {
    type Err = NotAWebAddress;

    fn from_str(text: &str) -> Result<Self, NotAWebAddress> {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_kept_byte_for_byte(text in "\\PC{1,80}") {
            if let Ok(words) = Words::new(text.clone()) {
                prop_assert_eq!(words.as_str(), &text);
                let back: Words = serde_json::from_str(&serde_json::to_string(&words).unwrap()).unwrap();
                prop_assert_eq!(back.as_str().as_bytes(), text.as_bytes());
            } else {
                prop_assert!(text.trim().is_empty());
            }
        }

        #[test]
        fn no_text_makes_the_address_readers_panic(text in "\\PC*") {
            let _ = EmailAddress::new(text.clone());
            let _ = WebAddress::new(text);
        }
    }

    #[test]
    fn compatibility_kanji_and_white_space_survive() {
        let written = " 髙﨑 𠮷野家 \u{FA19} ㈱ ① ";
        let title = Title::new(written).unwrap();
        let back: Title = serde_json::from_str(&serde_json::to_string(&title).unwrap()).unwrap();
        assert_eq!(back.as_str().as_bytes(), written.as_bytes());
    }

    #[test]
    fn a_blank_text_is_refused_also_when_read_back() {
        assert_eq!(Title::new("\u{3000} \t"), Err(TextRefused::Empty));
        assert!(serde_json::from_str::<Words>("\"  \"").is_err());
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert!(Title::new("縁".repeat(10_000)).is_ok());
        assert_eq!(
            Title::new("縁".repeat(10_001)),
            Err(TextRefused::TooLong { length: 10_001, limit: 10_000 })
        );
    }

    #[test]
    fn addresses_that_differ_in_case_are_the_same_and_hash_alike() {
        let a = EmailAddress::new("Sample.Writer@Example.jp").unwrap();
        let b = EmailAddress::new("sample.writer@example.JP").unwrap();
        assert_eq!(a, b);
        assert_eq!(std::collections::HashSet::from([a.clone(), b]).len(), 1);
        assert_eq!(a.as_str(), "Sample.Writer@Example.jp");
    }

    #[test]
    fn slips_of_the_hand_are_no_mail_addresses() {
        for text in [
            "",
            "sample",
            "sample@",
            "@example.jp",
            "a@b",
            "a@example..jp",
            "a@.jp",
            "a@example.",
            "a b@example.jp",
            "a@b@example.jp",
        ] {
            assert_eq!(EmailAddress::new(text), Err(NotAnEmailAddress(text.to_owned())), "{text:?}");
        }
        assert!(EmailAddress::new("sample.writer+cw@mail.example.co.jp").is_ok());
    }

    #[test]
    fn only_pages_are_web_addresses() {
        for text in [
            "",
            "crowdworks.jp",
            "ftp://example.jp",
            "javascript:alert(1)",
            "https://",
            "https:///path",
            "https://a b.jp",
        ] {
            assert_eq!(WebAddress::new(text), Err(NotAWebAddress(text.to_owned())), "{text:?}");
        }
        let page = WebAddress::new("https://user:pw@CrowdWorks.jp:443/contracts/1042?x=1#y").unwrap();
        assert_eq!(page.host(), "crowdworks.jp");
        assert_eq!(WebAddress::new("https://evil.example\\@crowdworks.jp/").unwrap().host(), "evil.example");
    }
}
