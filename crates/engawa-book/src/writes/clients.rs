//! クライアント.

use engawa_domain::facts::Client;
use engawa_domain::ids::{ClientId, PlatformId};
use engawa_domain::say::Say;

use super::desk::Desk;
use crate::changed;
use crate::error::BookError;
use crate::inputs::{self, ClientAmendment, ClientRead};
use crate::transact::Tx;

/// Corrects a client. It has one name in every contract, so all of them show it from now on.
pub(crate) fn amend(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &ClientAmendment,
) -> Result<(ClientId, Say), BookError> {
    let before: Client = tx.rows().need(amendment.client)?;
    // A client belongs to no service: nothing about one is asked of the rules.
    let rules = desk.rules(&PlatformId(engawa_packs::OTHER.to_owned()));
    let ClientRead { name, reading } = inputs::client(&amendment.input, desk.reader(rules))?;
    let after = Client { name, reading, kind: amendment.input.kind, ..before.clone() };
    changed::look(amendment.before.as_ref(), &before, &after, changed::client)?;
    tx.update(&after)?;
    Ok((after.id, Say::new("done-client-amend").with("name", after.name.as_str())))
}
