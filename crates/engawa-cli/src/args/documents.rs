//! What can be asked about documents of electronic transactions.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use engawa_domain::facts::DocumentKind;

/// What is asked of the documents of electronic transactions.
#[derive(Debug, Subcommand)]
pub enum DocumentsAsk {
    List(Wanted),
    Declare {
        evidence: String,
        #[arg(long, value_enum)]
        kind: KindTyped,
        #[arg(long, value_name = "TEXT")]
        title: String,
        #[arg(id = "counterparty", long = "party", value_name = "NAME")]
        counterparty: String,
        #[arg(long, value_name = "DATE")]
        day: String,
        #[command(flatten)]
        more: DocumentMore,
        /// Who files it.
        #[arg(long, value_name = "NAME")]
        person: String,
    },
    Correct {
        document: String,
        #[arg(long, value_enum)]
        kind: Option<KindTyped>,
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[arg(id = "counterparty", long = "party", value_name = "NAME")]
        counterparty: Option<String>,
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        #[command(flatten)]
        more: DocumentMore,
        #[command(flatten)]
        why: WhyTyped,
    },
    Remove {
        document: String,
        #[command(flatten)]
        why: WhyTyped,
    },
    Untie {
        document: String,
        contract: String,
        #[command(flatten)]
        why: WhyTyped,
    },
    Index {
        #[arg(value_name = "FILE")]
        to: PathBuf,
        #[arg(long, value_enum, default_value_t)]
        encoding: Encoding,
    },
    Log {
        #[arg(value_name = "FILE")]
        to: PathBuf,
        #[arg(long, value_enum, default_value_t)]
        encoding: Encoding,
    },
}

/// What need not be said of a document. An empty text is said, and empties it.
#[derive(Debug, Args)]
pub struct DocumentMore {
    #[arg(long, value_name = "YEN")]
    pub amount: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub number: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// Why something of a document is corrected, as its log asks.
#[derive(Debug, Args)]
pub struct WhyTyped {
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Who does it.
    #[arg(long, value_name = "NAME")]
    pub person: String,
    #[arg(long, value_name = "DATE")]
    pub applied: Option<String>,
}

/// A kind of document by its name in data.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum KindTyped {
    Estimate,
    Order,
    Contract,
    #[value(name = "delivery_note")]
    DeliveryNote,
    Invoice,
    Receipt,
    Other,
}

impl From<KindTyped> for DocumentKind {
    fn from(typed: KindTyped) -> Self {
        match typed {
            KindTyped::Estimate => Self::Estimate,
            KindTyped::Order => Self::Order,
            KindTyped::Contract => Self::Contract,
            KindTyped::DeliveryNote => Self::DeliveryNote,
            KindTyped::Invoice => Self::Invoice,
            KindTyped::Receipt => Self::Receipt,
            KindTyped::Other => Self::Other,
        }
    }
}

/// Which documents; all that is given must fit.
#[derive(Debug, Args)]
pub struct Wanted {
    #[arg(long, value_name = "WORDS")]
    pub party: Option<String>,
    #[arg(long = "from", value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long = "to", value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "YEN")]
    pub least: Option<String>,
    #[arg(long, value_name = "YEN")]
    pub most: Option<String>,
    #[arg(long, conflicts_with_all = ["least", "most"])]
    pub no_amount: bool,
}

/// In what a table is written.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub enum Encoding {
    #[default]
    #[value(name = "utf-8")]
    Utf8,
    /// As Windows writes it.
    #[value(name = "shift_jis")]
    ShiftJis,
}
