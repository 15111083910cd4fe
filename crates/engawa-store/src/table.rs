//! The journaled tables and their columns: what the journal, the export and its schema are made of.

use std::fmt;
use std::sync::OnceLock;

use crate::cell::{Cell, CellRefused, Reader};
use crate::choice::Choice;
use crate::row::Row;
use crate::tables;

/// A table whose rows are facts of the user: every change of them is in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// Registrations at platforms.
    Accounts,
    /// Other parties.
    Clients,
    /// 相談・契約.
    Contracts,
    /// Dated stages.
    Stages,
    /// Link checks.
    Sightings,
    /// Applications for contact outside.
    Requests,
    /// What the platform showed.
    Statuses,
    /// Messages to support.
    Inquiries,
    /// What clients asked for.
    Wishes,
    /// Contact outside that took place.
    OutsideContacts,
    /// Restrictions of accounts.
    Restrictions,
    /// Files.
    Evidence,
    /// What files prove.
    EvidenceLinks,
    /// Runs of guides.
    Runs,
    /// What was really paid.
    Payments,
    /// Texts copied although something was found in them.
    Copies,
    /// Services that the user added.
    Services,
    /// Corrected values of packs.
    Corrections,
    /// Files declared to be documents of electronic transactions.
    Documents,
    /// What was corrected or deleted of them.
    DocumentCorrections,
}

/// A column of a journaled table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, in the file, the journal and the export.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it may be empty.
    pub need: Need,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The row's identifier: a UUID.
    Id,
    /// The identifier of a row of another table.
    Reference(Table),
    /// An identifier of a row of the table that another column names.
    AnyId,
    /// A text of the user, or a key of a pack.
    Text,
    /// 64 hex digits.
    Sha256,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words, joined by a space.
    Choices(&'static [&'static str]),
    /// A civil day, `2026-11-24`.
    Day,
    /// A time of day, `14:05` or `14:05:30`.
    Time,
    /// A moment, `2026-11-24T05:05:00.000Z`.
    Moment,
    /// A whole number.
    Integer,
    /// A JSON text of the form that `docs/format.md` gives.
    Json,
}

/// Whether a column may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It always holds a value.
    Required,
    /// It may hold nothing (`NULL`).
    Optional,
}

impl Column {
    pub(crate) const fn new(name: &'static str, holds: Holds) -> Self {
        Self { name, holds, need: Need::Required }
    }

    pub(crate) const fn optional(name: &'static str, holds: Holds) -> Self {
        Self { name, holds, need: Need::Optional }
    }

    pub(crate) const fn choice<C: Choice>(name: &'static str) -> Self {
        Self::new(name, Holds::Choice(C::WORDS))
    }
}

/// The identifier that every row begins with.
pub(crate) const ID: Column = Column::new("id", Holds::Id);
/// The contract that a row belongs to.
pub(crate) const CONTRACT: Column = Column::new("contract", Holds::Reference(Table::Contracts));
/// The day on which a fact became true.
pub(crate) const DAY: Column = Column::new("day", Holds::Day);
/// The time of that day, if known.
pub(crate) const TIME: Column = Column::optional("time", Holds::Time);
/// Free words of the user.
pub(crate) const NOTE: Column = Column::new("note", Holds::Text);

macro_rules! each_table {
    ($table:expr, $row:ident => $work:expr) => {
        match $table {
            Table::Accounts => {
                type $row = engawa_domain::facts::Account;
                $work
            }
            Table::Clients => {
                type $row = engawa_domain::facts::Client;
                $work
            }
            Table::Contracts => {
                type $row = engawa_domain::facts::Contract;
                $work
            }
            Table::Stages => {
                type $row = engawa_domain::facts::StageEvent;
                $work
            }
            Table::Sightings => {
                type $row = engawa_domain::facts::LinkSighting;
                $work
            }
            Table::Requests => {
                type $row = engawa_domain::facts::ContactRequest;
                $work
            }
            Table::Statuses => {
                type $row = engawa_domain::facts::StatusSeen;
                $work
            }
            Table::Inquiries => {
                type $row = engawa_domain::facts::Inquiry;
                $work
            }
            Table::Wishes => {
                type $row = engawa_domain::facts::Wish;
                $work
            }
            Table::OutsideContacts => {
                type $row = engawa_domain::facts::OutsideContact;
                $work
            }
            Table::Restrictions => {
                type $row = engawa_domain::facts::Restriction;
                $work
            }
            Table::Evidence => {
                type $row = engawa_domain::facts::Evidence;
                $work
            }
            Table::EvidenceLinks => {
                type $row = engawa_domain::facts::EvidenceLink;
                $work
            }
            Table::Runs => {
                type $row = crate::run::GuideRun;
                $work
            }
            Table::Payments => {
                type $row = engawa_domain::facts::Payment;
                $work
            }
            Table::Copies => {
                type $row = engawa_domain::facts::CopiedAnyway;
                $work
            }
            Table::Services => {
                type $row = engawa_domain::rules::OwnService;
                $work
            }
            Table::Corrections => {
                type $row = engawa_domain::rules::Correction;
                $work
            }
            Table::Documents => {
                type $row = engawa_domain::facts::Document;
                $work
            }
            Table::DocumentCorrections => {
                type $row = engawa_domain::facts::DocumentCorrection;
                $work
            }
        }
    };
}

impl Table {
    /// Every table, in an order in which a row comes after the rows it refers to.
    pub const ALL: [Self; 20] = [
        Self::Accounts,
        Self::Clients,
        Self::Contracts,
        Self::Stages,
        Self::Sightings,
        Self::Requests,
        Self::Statuses,
        Self::Inquiries,
        Self::Wishes,
        Self::OutsideContacts,
        Self::Restrictions,
        Self::Evidence,
        Self::EvidenceLinks,
        Self::Runs,
        Self::Payments,
        Self::Copies,
        Self::Services,
        Self::Corrections,
        Self::Documents,
        Self::DocumentCorrections,
    ];

    /// Its name in the file, the journal and the export.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Clients => "clients",
            Self::Contracts => "contracts",
            Self::Stages => "stages",
            Self::Sightings => "sightings",
            Self::Requests => "requests",
            Self::Statuses => "statuses",
            Self::Inquiries => "inquiries",
            Self::Wishes => "wishes",
            Self::OutsideContacts => "outside_contacts",
            Self::Restrictions => "restrictions",
            Self::Evidence => "evidence",
            Self::EvidenceLinks => "evidence_links",
            Self::Runs => "runs",
            Self::Payments => "payments",
            Self::Copies => "copies",
            Self::Services => "services",
            Self::Corrections => "corrections",
            Self::Documents => "documents",
            Self::DocumentCorrections => "document_corrections",
        }
    }

    /// The table of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Whether its rows are lines of a log, which are added and never taken back.
    pub const fn is_log(self) -> bool {
        matches!(self, Self::DocumentCorrections)
    }

    /// Its columns, in the order of the file.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Accounts => tables::account::COLUMNS,
            Self::Clients => tables::client::COLUMNS,
            Self::Contracts => tables::contract::COLUMNS,
            Self::Stages => tables::stage::COLUMNS,
            Self::Sightings => tables::sighting::COLUMNS,
            Self::Requests => tables::request::COLUMNS,
            Self::Statuses => tables::status::COLUMNS,
            Self::Inquiries => tables::inquiry::COLUMNS,
            Self::Wishes => tables::wish::COLUMNS,
            Self::OutsideContacts => tables::outside_contact::COLUMNS,
            Self::Restrictions => tables::restriction::COLUMNS,
            Self::Evidence => tables::evidence::COLUMNS,
            Self::EvidenceLinks => tables::evidence_link::COLUMNS,
            Self::Runs => tables::run::COLUMNS,
            Self::Payments => tables::payment::COLUMNS,
            Self::Copies => tables::copied_anyway::COLUMNS,
            Self::Services => tables::own_service::COLUMNS,
            Self::Corrections => tables::correction::COLUMNS,
            Self::Documents => tables::document::COLUMNS,
            Self::DocumentCorrections => tables::document_correction::COLUMNS,
        }
    }

    /// Where the contract stands among the columns; `None` for rows that belong to none.
    pub(crate) fn contract_column(self) -> Option<usize> {
        match self {
            // A contract's own identifier comes first.
            Self::Contracts => Some(0),
            _ => self.columns().iter().position(|column| column.name == "contract"),
        }
    }

    /// Whether these cells are a row that the domain accepts.
    pub(crate) fn accepts(self, cells: &[Cell]) -> Result<(), CellRefused> {
        each_table!(self, R => R::read(&mut Reader::of_cells(self, cells)).map(|_| ()))
    }

    /// Whether this row of the file is one that the domain accepts.
    pub(crate) fn reads(self, row: &rusqlite::Row<'_>) -> Result<(), CellRefused> {
        each_table!(self, R => R::read(&mut Reader::of_row(self, row)).map(|_| ()))
    }

    /// The statements that read and write one row.
    pub(crate) fn sql(self) -> &'static Statements {
        static ALL: OnceLock<Vec<Statements>> = OnceLock::new();
        let all = ALL.get_or_init(|| Self::ALL.into_iter().map(Statements::of).collect());
        // `ALL` is in the order of the enum, which a test holds.
        &all[self as usize]
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The statements that read and write one row of a table.
#[derive(Debug)]
pub(crate) struct Statements {
    pub insert: String,
    pub update: String,
    pub delete: String,
    pub get: String,
    pub all: String,
    pub of_contract: String,
}

impl Statements {
    fn of(table: Table) -> Self {
        let names: Vec<_> = table.columns().iter().map(|column| column.name).collect();
        let list = names.join(", ");
        let marks: Vec<_> = (1..=names.len()).map(|number| format!("?{number}")).collect();
        let sets: Vec<_> =
            names.iter().zip(&marks).skip(1).map(|(name, mark)| format!("{name} = {mark}")).collect();
        Self {
            insert: format!("INSERT INTO {table} ({list}) VALUES ({})", marks.join(", ")),
            update: format!("UPDATE {table} SET {} WHERE id = ?1", sets.join(", ")),
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
            get: format!("SELECT {list} FROM {table} WHERE id = ?1"),
            all: format!("SELECT {list} FROM {table} ORDER BY id"),
            of_contract: format!("SELECT {list} FROM {table} WHERE contract = ?1 ORDER BY id"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_tables_is_in_the_order_of_the_enum() {
        for (index, table) in Table::ALL.into_iter().enumerate() {
            assert_eq!(table as usize, index, "{table}: statements are found by this number");
            assert_eq!(Table::from_name(table.name()), Some(table));
        }
    }

    #[test]
    fn a_row_comes_after_the_rows_it_refers_to() {
        for table in Table::ALL {
            for column in table.columns() {
                if let Holds::Reference(other) = column.holds {
                    assert!(other < table, "{table}.{} refers to {other}", column.name);
                }
            }
        }
    }

    #[test]
    fn every_row_begins_with_its_identifier() {
        for table in Table::ALL {
            assert_eq!(table.columns().first(), Some(&ID), "{table}");
        }
    }
}
