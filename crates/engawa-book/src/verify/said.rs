//! What is wrong, in words, and by a name to decide by.

use engawa_domain::say::Say;
use engawa_store::BookFault;

use super::FileFault;
use crate::packet::PacketFault;

/// Something that is wrong with a book, a file of it, or a packet.
pub trait Told {
    /// A word to decide by; it never changes its meaning.
    fn kind(&self) -> &'static str;
    /// The sentence.
    fn say(&self) -> Say;
}

fn number(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

impl Told for BookFault {
    fn kind(&self) -> &'static str {
        match self {
            Self::File { .. } => "file",
            Self::Schema { .. } => "schema",
            Self::Unreadable { .. } => "unreadable",
            Self::Altered { .. } => "entry_altered",
            Self::Broken { .. } => "chain_broken",
            Self::About { .. } => "about",
            Self::Unexplained { .. } => "row_unexplained",
            Self::MissingRow { .. } => "row_missing",
            Self::Dangling { .. } => "row_dangling",
            Self::Seal { .. } => "seal",
            Self::NotInChain { .. } => "not_in_chain",
        }
    }

    fn say(&self) -> Say {
        let row = |key, table: &engawa_store::Table, id: &str| {
            Say::new(key).with("table", table.name()).with("id", id)
        };
        match self {
            Self::File { detail } => Say::new("verify-file").with("detail", detail.as_str()),
            Self::Schema { object } => Say::new("verify-schema").with("object", object.as_str()),
            Self::Unreadable { what, detail } => {
                Say::new("verify-unreadable").with("what", what.as_str()).with("detail", detail.as_str())
            }
            Self::Altered { origin, seq } => {
                Say::new("verify-altered").with("origin", origin.as_str()).with("seq", number(*seq))
            }
            Self::Broken { origin, seq } => {
                Say::new("verify-broken").with("origin", origin.as_str()).with("seq", number(*seq))
            }
            Self::About { position } => Say::new("verify-about").with("position", number(*position)),
            Self::Unexplained { table, id } => row("verify-unexplained", table, id),
            Self::MissingRow { table, id } => row("verify-missing-row", table, id),
            Self::Dangling { table, id } => row("verify-dangling", table, id),
            Self::Seal { table } => Say::new("verify-seal").with("table", table.name()),
            Self::NotInChain { hash } => not_in_chain(hash),
        }
    }
}

impl Told for FileFault {
    fn kind(&self) -> &'static str {
        match self {
            Self::Missing(_) => "evidence_missing",
            Self::Altered(_) => "evidence_altered",
            Self::Unreadable { .. } => "evidence_unreadable",
        }
    }

    fn say(&self) -> Say {
        let about = |key, file: &engawa_store::FileSaid| {
            Say::new(key).with("name", file.name.as_str()).with("hash", file.sha256.as_str())
        };
        match self {
            Self::Missing(file) => about("verify-evidence-missing", file),
            Self::Altered(file) => about("verify-evidence-altered", file),
            Self::Unreadable { file, detail } => {
                about("verify-evidence-unreadable", file).with("detail", detail.as_str())
            }
        }
    }
}

impl Told for PacketFault {
    fn kind(&self) -> &'static str {
        match self {
            Self::Seal => "seal",
            Self::Missing { .. } => "file_missing",
            Self::Altered { .. } => "file_altered",
            Self::Unlisted { .. } => "file_unlisted",
            Self::Unrecorded { .. } => "file_unrecorded",
            Self::Unreadable { .. } => "unreadable",
            Self::Entry { .. } => "entry_altered",
            Self::Broken { .. } => "chain_broken",
            Self::Head { .. } => "head",
            Self::Unexplained { .. } => "row_unexplained",
            Self::Counts => "counts",
            Self::Envelope { .. } => "envelope",
            Self::NotInChain { .. } => "not_in_chain",
        }
    }

    fn say(&self) -> Say {
        let named = |key, name: &str| Say::new(key).with("name", name);
        match self {
            Self::Seal => Say::new("verify-packet-seal"),
            Self::Missing { name } => named("verify-packet-missing", name),
            Self::Altered { name } => named("verify-packet-altered", name),
            Self::Unlisted { name } => named("verify-packet-unlisted", name),
            Self::Unrecorded { name } => named("verify-packet-unrecorded", name),
            Self::Unreadable { what, detail } => {
                Say::new("verify-unreadable").with("what", what.as_str()).with("detail", detail.as_str())
            }
            Self::Entry { seq } => Say::new("verify-packet-entry").with("seq", number(*seq)),
            Self::Broken { seq } => Say::new("verify-packet-broken").with("seq", number(*seq)),
            Self::Head { seq } => Say::new("verify-packet-head").with("seq", number(*seq)),
            Self::Unexplained { table, id } => {
                Say::new("verify-packet-row").with("table", table.name()).with("id", id.as_str())
            }
            Self::Counts => Say::new("verify-packet-counts"),
            Self::Envelope { at } => Say::new("verify-packet-envelope").with("at", number(*at)),
            Self::NotInChain { hash } => not_in_chain(hash),
        }
    }
}

fn not_in_chain(hash: &engawa_store::Hash) -> Say {
    Say::new("verify-not-in-chain").with("hash", hash.to_string().as_str())
}
