//! 登録アカウント.

use engawa_domain::facts::Account;
use engawa_domain::ids::AccountId;
use engawa_domain::say::Say;
use engawa_store::Table;

use super::desk::Desk;
use crate::changed;
use crate::error::BookError;
use crate::inputs::{self, AccountAmendment, AccountInput};
use crate::transact::Tx;

/// Records an account.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &AccountInput,
) -> Result<(AccountId, Say), BookError> {
    let account = read(desk, AccountId(tx.id()), input)?;
    tx.insert(&account)?;
    Ok((account.id, Say::new("done-account-add").with("name", account.user_name.as_str())))
}

/// Changes an account. Its platform stays while contracts run under it: their facts were judged by its rules.
pub(crate) fn amend(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &AccountAmendment,
) -> Result<(AccountId, Say), BookError> {
    let before: Account = tx.rows().need(amendment.account)?;
    let after = read(desk, before.id, &amendment.input)?;
    changed::look(amendment.before.as_ref(), &before, &after, changed::account)?;
    if before.platform != after.platform {
        refuse_while_used(tx, &before)?;
    }
    tx.update(&after)?;
    Ok((after.id, Say::new("done-account-amend").with("name", after.user_name.as_str())))
}

/// Removes an account under which no contract runs.
pub(crate) fn remove(tx: &mut Tx<'_>, account: AccountId) -> Result<((), Say), BookError> {
    let account: Account = tx.rows().need(account)?;
    refuse_while_used(tx, &account)?;
    tx.delete::<Account>(account.id)?;
    Ok(((), Say::new("done-account-remove").with("name", account.user_name.as_str())))
}

fn read(desk: Desk<'_>, id: AccountId, input: &AccountInput) -> Result<Account, BookError> {
    let rules = desk.rules(&input.platform);
    let read = inputs::account(input, desk.reader(rules))?;
    Ok(Account {
        id,
        platform: input.platform.clone(),
        user_name: read.user_name,
        registered_email: read.registered_email,
        note: read.note,
    })
}

fn refuse_while_used(tx: &Tx<'_>, account: &Account) -> Result<(), BookError> {
    match tx.rows().contracts_of_account(account)? {
        0 => Ok(()),
        by => Err(BookError::InUse { by: Table::Contracts, count: by }),
    }
}
