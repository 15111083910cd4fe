//! What can be asked of `engawa-cli`. The words of its help are in `locales/*/cli.ftl`, found by the path of a command and
//! the name of an argument.

mod documents;

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use engawa_domain::facts::{Channel, Stage};
use engawa_words::{Lang, Words};

pub use documents::{DocumentMore, DocumentsAsk, Encoding, KindTyped, Wanted, WhyTyped};

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "engawa-cli", version, subcommand_required = true, arg_required_else_help = true)]
pub struct CommandLine {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub ask: Ask,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, env = "ENGAWA_BOOK", global = true, value_name = "DIR", hide_env_values = true)]
    pub book: Option<PathBuf>,
    #[arg(long, env = "ENGAWA_LANG", global = true, value_enum, hide_env_values = true)]
    pub lang: Option<Tongue>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(
        long,
        env = "ENGAWA_BOOK_PASSPHRASE_FILE",
        global = true,
        value_name = "FILE",
        hide_env_values = true
    )]
    pub book_passphrase_file: Option<PathBuf>,
}

/// A language, as typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Tongue {
    Ja,
    En,
}

impl From<Tongue> for Lang {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Ja => Self::Ja,
            Tongue::En => Self::En,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Ask {
    Check,
    Repair {
        #[arg(long)]
        dry_run: bool,
    },
    Rescue {
        #[command(subcommand)]
        ask: RescueAsk,
    },
    Standing {
        contract: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// The whole book as it was: what had been recorded by the end of that day.
        #[arg(long, value_name = "DATE", conflicts_with = "on")]
        as_of: Option<String>,
    },
    Guide {
        #[command(subcommand)]
        ask: GuideAsk,
    },
    Packs {
        #[command(subcommand)]
        ask: PacksAsk,
    },
    Draft {
        draft: Option<String>,
        #[arg(long)]
        contract: String,
        /// What the user made of the draft, to be looked through instead of what the record fills in.
        #[arg(long, value_name = "FILE", requires = "draft")]
        text: Option<PathBuf>,
    },
    Message {
        #[command(subcommand)]
        ask: MessageAsk,
    },
    Record {
        what: Recorded,
        #[arg(value_name = "FILE")]
        from: Option<PathBuf>,
    },
    Amend {
        what: Amended,
        #[arg(value_name = "FILE")]
        from: Option<PathBuf>,
    },
    Remove {
        what: Removed,
        #[arg(value_name = "FILE")]
        from: Option<PathBuf>,
    },
    Undo,
    Redo,
    Export {
        #[arg(value_name = "FILE")]
        to: PathBuf,
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
        /// One file that a passphrase opens.
        #[arg(long)]
        encrypt: bool,
        #[arg(long, value_name = "FILE", requires = "encrypt")]
        passphrase_file: Option<PathBuf>,
    },
    Import {
        #[arg(value_name = "FILE")]
        from: PathBuf,
        #[arg(long)]
        dry_run: bool,
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
    Journal {
        #[arg(long)]
        contract: Option<String>,
        #[arg(long, value_name = "DATE")]
        as_of: Option<String>,
    },
    Verify {
        #[arg(value_name = "BOOK|PACKET")]
        path: PathBuf,
        #[arg(long, value_name = "HASH")]
        expect: Vec<String>,
    },
    Packet(Packed),
    Documents {
        #[command(subcommand)]
        ask: DocumentsAsk,
    },
    Sample {
        #[arg(long, value_name = "N")]
        contracts: Option<u32>,
    },
    Schema,
    Support,
    Backup {
        /// A folder that gets it this once.
        #[arg(id = "place", long = "to", value_name = "DIR")]
        into: Option<PathBuf>,
        /// One file that a passphrase opens.
        #[arg(long, requires = "place")]
        encrypt: bool,
        #[arg(long, value_name = "FILE", requires = "encrypt")]
        passphrase_file: Option<PathBuf>,
    },
    Backups {
        /// Opens and compares every one of them again.
        #[arg(long)]
        prove: bool,
    },
    Restore {
        #[arg(value_name = "BACKUP")]
        backup: String,
        #[arg(long)]
        dry_run: bool,
        #[arg(long, value_name = "FILE")]
        passphrase_file: Option<PathBuf>,
    },
}

/// What is asked about a book that does not open.
#[derive(Debug, Subcommand)]
pub enum RescueAsk {
    Check,
    Salvage {
        #[arg(value_name = "DIR")]
        into: PathBuf,
    },
    Export {
        #[arg(value_name = "FILE")]
        to: PathBuf,
    },
    Backups,
    Restore {
        named: String,
        #[arg(value_name = "DIR")]
        into: PathBuf,
    },
}

/// What a packet is to be.
#[derive(Debug, Args)]
pub struct Packed {
    pub contract: String,
    #[arg(value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long)]
    pub mask: bool,
    #[arg(long, value_name = "EVIDENCE")]
    pub without: Vec<String>,
    #[arg(long, value_enum, value_name = "LANG")]
    pub timeline: Option<Tongue>,
}

/// What is asked of a guide.
#[derive(Debug, Subcommand)]
pub enum GuideAsk {
    Find {
        #[arg(value_name = "WORDS")]
        words: String,
        #[arg(long, value_name = "SERVICE")]
        platform: Option<String>,
    },
    Show {
        #[arg(value_name = "GUIDE|RUN")]
        name: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "SERVICE")]
        platform: Option<String>,
        /// The whole guide as text that can be drawn.
        #[arg(long, requires = "name", conflicts_with = "on")]
        drawing: bool,
    },
    Run {
        #[arg(value_name = "GUIDE|RUN")]
        name: String,
        contract: Option<String>,
        #[arg(long = "answer", value_name = "QUESTION=ANSWER", conflicts_with = "skip")]
        answers: Vec<String>,
        #[arg(long)]
        skip: bool,
    },
}

/// What is asked of the rules of the services.
#[derive(Debug, Subcommand)]
pub enum PacksAsk {
    Check {
        #[arg(value_name = "PACKS")]
        packs: Option<PathBuf>,
    },
    Explain {
        #[arg(value_name = "SERVICE")]
        service: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Diff {
        #[arg(value_name = "BEFORE")]
        before: PathBuf,
        #[arg(value_name = "AFTER")]
        after: Option<PathBuf>,
    },
}

/// What is asked of a message.
#[derive(Debug, Subcommand)]
pub enum MessageAsk {
    Check(Looked),
}

/// A message, and what is known of the contract it belongs to.
#[derive(Debug, Args)]
pub struct Looked {
    #[arg(value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// The key of a pack; without one, a service about which nothing is known.
    #[arg(long, value_name = "PLATFORM")]
    pub platform: Option<String>,
    #[arg(long, value_enum)]
    pub stage: Option<StageTyped>,
    #[arg(long)]
    pub approved: bool,
    /// What the approved request named; without it, nothing is compared.
    #[arg(long, value_enum, value_name = "MEANS", value_delimiter = ',', requires = "approved")]
    pub agreed: Vec<ChannelTyped>,
}

/// A means of contact by its name in data.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ChannelTyped {
    Chatwork,
    /// Zoom, Meet and the like, also by one of their names.
    #[value(name = "video_call", aliases = ["zoom", "meet", "teams", "skype"])]
    VideoCall,
    Email,
    Phone,
    Line,
    Slack,
    Discord,
    Other,
}

impl From<ChannelTyped> for Channel {
    fn from(typed: ChannelTyped) -> Self {
        match typed {
            ChannelTyped::Chatwork => Self::Chatwork,
            ChannelTyped::VideoCall => Self::VideoCall,
            ChannelTyped::Email => Self::Email,
            ChannelTyped::Phone => Self::Phone,
            ChannelTyped::Line => Self::Line,
            ChannelTyped::Slack => Self::Slack,
            ChannelTyped::Discord => Self::Discord,
            ChannelTyped::Other => Self::Other,
        }
    }
}

/// A stage by its name in data.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum StageTyped {
    Consultation,
    Terms,
    Contracted,
    Escrowed,
    Delivered,
    Inspected,
    Completed,
    #[value(name = "reminder_requested")]
    ReminderRequested,
    #[value(name = "termination_requested")]
    TerminationRequested,
    Continued,
    Terminated,
    Declined,
}

impl From<StageTyped> for Stage {
    fn from(typed: StageTyped) -> Self {
        match typed {
            StageTyped::Consultation => Self::Consultation,
            StageTyped::Terms => Self::Terms,
            StageTyped::Contracted => Self::Contracted,
            StageTyped::Escrowed => Self::Escrowed,
            StageTyped::Delivered => Self::Delivered,
            StageTyped::Inspected => Self::Inspected,
            StageTyped::Completed => Self::Completed,
            StageTyped::ReminderRequested => Self::ReminderRequested,
            StageTyped::TerminationRequested => Self::TerminationRequested,
            StageTyped::Continued => Self::Continued,
            StageTyped::Terminated => Self::Terminated,
            StageTyped::Declined => Self::Declined,
        }
    }
}

/// What can be recorded: the same inputs as the window's forms, as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Recorded {
    Account,
    Contract,
    Fact,
    Reply,
    Evidence,
    Service,
    Correction,
}

/// What can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Amended {
    Account,
    Client,
    Contract,
    Fact,
    Evidence,
    EvidenceLink,
    Service,
}

/// What can be taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Removed {
    Account,
    Contract,
    Fact,
    Evidence,
    Service,
    Correction,
}

/// Reads the command line; the error is clap's own, with help and exit code.
pub fn read(
    words: &Words,
    line: impl IntoIterator<Item = std::ffi::OsString>,
) -> Result<CommandLine, clap::Error> {
    let matches = explained(words).try_get_matches_from(line)?;
    CommandLine::from_arg_matches(&matches)
}

/// The command line with its help in the user's language.
pub fn explained(words: &Words) -> clap::Command {
    // Help and version are arguments like all others, so that they are explained in the same language.
    let (help, version) = (words.get("cli-arg-help", &[]), words.get("cli-arg-version", &[]));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true).help(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version);
    explain(CommandLine::command(), "", words)
        .after_help(words.get("cli-exit-codes", &[]))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args([help, version])
}

fn explain(command: clap::Command, path: &str, words: &Words) -> clap::Command {
    let about = words.get(about(path), &[]);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command.about(about).mut_args(|arg| {
        let key = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
        arg.help(words.get(&key, &[]))
    });
    names.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(name, |sub| explain(sub, &path, words))
    })
}

/// What the command reached by these names is for. By name, so that a message without a command is noticed.
fn about(path: &str) -> &'static str {
    match path.trim_start() {
        "check" => "cli-check-about",
        "repair" => "cli-repair-about",
        "rescue" => "cli-rescue-about",
        "rescue check" => "cli-rescue-check-about",
        "rescue salvage" => "cli-rescue-salvage-about",
        "rescue export" => "cli-rescue-export-about",
        "rescue backups" => "cli-rescue-backups-about",
        "rescue restore" => "cli-rescue-restore-about",
        "standing" => "cli-standing-about",
        "guide" => "cli-guide-about",
        "guide find" => "cli-guide-find-about",
        "guide show" => "cli-guide-show-about",
        "guide run" => "cli-guide-run-about",
        "packs" => "cli-packs-about",
        "packs check" => "cli-packs-check-about",
        "packs explain" => "cli-packs-explain-about",
        "packs diff" => "cli-packs-diff-about",
        "draft" => "cli-draft-about",
        "message" => "cli-message-about",
        "message check" => "cli-message-check-about",
        "record" => "cli-record-about",
        "amend" => "cli-amend-about",
        "remove" => "cli-remove-about",
        "undo" => "cli-undo-about",
        "redo" => "cli-redo-about",
        "export" => "cli-export-about",
        "import" => "cli-import-about",
        "journal" => "cli-journal-about",
        "verify" => "cli-verify-about",
        "packet" => "cli-packet-about",
        "documents" => "cli-documents-about",
        "documents list" => "cli-documents-list-about",
        "documents declare" => "cli-documents-declare-about",
        "documents correct" => "cli-documents-correct-about",
        "documents remove" => "cli-documents-remove-about",
        "documents untie" => "cli-documents-untie-about",
        "documents index" => "cli-documents-index-about",
        "documents log" => "cli-documents-log-about",
        "sample" => "cli-sample-about",
        "schema" => "cli-schema-about",
        "support" => "cli-support-about",
        "backup" => "cli-backup-about",
        "backups" => "cli-backups-about",
        "restore" => "cli-restore-about",
        _ => "cli-about",
    }
}
