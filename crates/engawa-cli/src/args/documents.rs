//! What can be asked about documents of electronic transactions.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What is asked of the documents of electronic transactions.
#[derive(Debug, Subcommand)]
pub enum DocumentsAsk {
    List(Wanted),
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
