//! What changed since somebody last looked.

use std::collections::BTreeSet;

use engawa_domain::ids::ContractId;
use engawa_store::{Committed, Table};

/// What a keeper of computed things must compute again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Contracts whose own rows changed, were added or removed.
    pub contracts: BTreeSet<ContractId>,
    /// Whether accounts, clients or rules changed, on which many contracts rest, or everything did.
    pub scope: Scope,
}

/// How far a change reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Only the contracts named.
    #[default]
    Named,
    /// Every contract: an account, a client or a rule changed, or another book's content came in.
    Every,
}

impl Touched {
    pub(crate) fn add(&mut self, committed: &Committed) {
        self.contracts.extend(&committed.contracts);
        let shared = [Table::Accounts, Table::Clients, Table::Services, Table::Corrections];
        if shared.iter().any(|table| committed.tables.contains(table)) {
            self.scope = Scope::Every;
        }
    }

    pub(crate) fn everything(&mut self) {
        self.scope = Scope::Every;
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.contracts.is_empty() && self.scope == Scope::Named
    }
}
