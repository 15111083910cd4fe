//! Addresses as people type them.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::text::{EmailAddress, WebAddress};

/// Why a text is taken for no mail address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EmailRefused {
    /// It is one once its letters are half width, or what surrounds it is taken away. An address is compared letter by
    /// letter elsewhere, so the repair is offered, not made.
    #[error("written in another way than {repair}")]
    OtherwiseWritten {
        /// The address.
        repair: EmailAddress,
    },
    /// Nothing of it makes sense as an address.
    #[error("not a mail address: {typed:?}")]
    Unreadable {
        /// What was typed.
        typed: String,
    },
}

/// The mail address meant by a text; `None` for an empty text. White space around it is dropped.
pub fn email(text: &str) -> Result<Option<EmailAddress>, EmailRefused> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match EmailAddress::new(typed) {
        Ok(address) if is_plain(typed) => Ok(Some(address)),
        _ => Err(repaired(typed).map_or_else(
            || EmailRefused::Unreadable { typed: typed.to_owned() },
            |repair| EmailRefused::OtherwiseWritten { repair },
        )),
    }
}

/// Whether it has only the letters of addresses that mail services give out: ASCII without brackets, quotes, commas.
fn is_plain(typed: &str) -> bool {
    typed.bytes().all(|b| {
        b.is_ascii_graphic()
            && !matches!(b, b'<' | b'>' | b'(' | b')' | b'[' | b']' | b'"' | b',' | b';' | b':' | b'\\')
    })
}

/// The address inside, in half width: `サンプル <sample@example.com>`, `mailto:…`, `sample＠example。com`.
fn repaired(typed: &str) -> Option<EmailAddress> {
    let half_width: String = typed.nfkc().map(plain_dot).collect();
    let bracketed = half_width
        .rsplit_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map(|(inside, _)| inside.to_owned());
    let inside = bracketed.unwrap_or(half_width);
    let inside = inside.trim().trim_start_matches("mailto:");
    let together: String = inside.split_whitespace().collect();
    let address = together.trim_matches(['"', '\'', ',', ';', '.', '「', '」']);
    let address = address.replace(',', ".");
    EmailAddress::new(address).ok().filter(|address| is_plain(address.as_str()))
}

/// The full stops that an input method puts where a dot was meant.
const fn plain_dot(letter: char) -> char {
    match letter {
        '。' | '、' => '.',
        other => other,
    }
}

/// Why a text is taken for no address of a page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PageRefused {
    /// It is one once it has its scheme and half-width letters.
    #[error("written in another way than {repair}")]
    OtherwiseWritten {
        /// The address.
        repair: WebAddress,
    },
    /// Nothing of it makes sense as the address of a page.
    #[error("not the address of a page: {typed:?}")]
    Unreadable {
        /// What was typed.
        typed: String,
    },
}

/// The address of a page; `None` for an empty text. White space around it is dropped.
pub fn page(text: &str) -> Result<Option<WebAddress>, PageRefused> {
    let typed = text.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Ok(address) = WebAddress::new(typed) {
        return Ok(Some(address));
    }
    let half_width: String = typed.nfkc().collect();
    // A host alone has a dot and no scheme: `crowdworks.jp/contracts/1`.
    let with_scheme = if half_width.contains(':') { half_width } else { format!("https://{half_width}") };
    match WebAddress::new(with_scheme) {
        Ok(repair) if repair.host().split('.').filter(|label| !label.is_empty()).count() > 1 => {
            Err(PageRefused::OtherwiseWritten { repair })
        }
        _ => Err(PageRefused::Unreadable { typed: typed.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_taken_as_typed_without_the_space_around_it() {
        for typed in ["sample.writer@example.jp", " Sample+work@mail.example.co.jp\n"] {
            assert_eq!(email(typed).unwrap().unwrap().as_str(), typed.trim());
        }
        assert_eq!(email("\u{3000}"), Ok(None));
    }

    #[test]
    fn what_is_an_address_in_another_dress_is_offered_in_its_own() {
        for (typed, repair) in [
            ("ｓａｍｐｌｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "sample@example.com"),
            ("sample＠example.com", "sample@example.com"),
            ("sample@example。com", "sample@example.com"),
            ("sample@example,com", "sample@example.com"),
            ("sample @ example.com", "sample@example.com"),
            ("サンプル <sample@example.com>", "sample@example.com"),
            ("mailto:sample@example.com", "sample@example.com"),
            ("sample@example.com、", "sample@example.com"),
        ] {
            let repair = EmailAddress::new(repair).unwrap();
            assert_eq!(email(typed), Err(EmailRefused::OtherwiseWritten { repair }), "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_as_it_was_typed() {
        for typed in [
            "sample",
            "sample@",
            "@example.com",
            "a@b",
            "サンプル",
            "a@b@example.com",
            "sample@例え.jp",
            "sample.example.com",
        ] {
            assert_eq!(email(typed), Err(EmailRefused::Unreadable { typed: typed.to_owned() }), "{typed}");
        }
    }

    #[test]
    fn a_page_without_its_scheme_is_offered_with_it() {
        let contract = "https://crowdworks.jp/contracts/12345678";
        assert_eq!(page(&format!(" {contract} ")).unwrap().unwrap().as_str(), contract);
        for typed in [
            "crowdworks.jp/contracts/12345678",
            "ｈｔｔｐｓ：／／ｃｒｏｗｄｗｏｒｋｓ．ｊｐ／ｃｏｎｔｒａｃｔｓ／１２３４５６７８",
        ] {
            let repair = WebAddress::new(contract).unwrap();
            assert_eq!(page(typed), Err(PageRefused::OtherwiseWritten { repair }), "{typed}");
        }
        for typed in ["contracts", "javascript:alert(1)", "契約のページ", "file:///etc/passwd"] {
            assert_eq!(page(typed), Err(PageRefused::Unreadable { typed: typed.to_owned() }), "{typed}");
        }
        assert_eq!(page(""), Ok(None));
    }

    proptest! {
        #[test]
        fn what_is_offered_is_taken(text in "[a-zａ-ｚ@＠.．。 <>]{0,20}") {
            if let Err(EmailRefused::OtherwiseWritten { repair }) = email(&text) {
                prop_assert_eq!(email(repair.as_str()), Ok(Some(repair)));
            }
        }

        #[test]
        fn no_text_makes_the_readers_panic(text in "\\PC{0,40}") {
            let _ = (email(&text), page(&text));
        }
    }
}
