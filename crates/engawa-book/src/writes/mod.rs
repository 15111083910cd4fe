//! Every change of the book, as what it does to the rows. Each of these runs inside one `transact`, which commits it with its
//! journal entry or lets all of it go.

pub(crate) mod accounts;
mod book;
pub(crate) mod clients;
pub(crate) mod contracts;
pub(crate) mod desk;
pub(crate) mod documents;
mod drafts;
pub(crate) mod evidence;
pub(crate) mod facts;
pub(crate) mod guides;
pub(crate) mod rules;
