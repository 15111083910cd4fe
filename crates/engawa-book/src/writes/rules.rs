//! What the user says of the rules: services of their own, and corrected values.

use engawa_domain::facts::Account;
use engawa_domain::ids::{CorrectionId, OwnServiceId, PlatformId};
use engawa_domain::rules::{Correction, OwnService};
use engawa_domain::say::Say;
use engawa_packs::Packs;
use engawa_store::{Rows, Table};

use super::desk::Desk;
use crate::changed;
use crate::error::{BookError, NoSuch};
use crate::inputs::{self, CorrectionInput, Fault, FieldFault, OwnServiceAmendment, OwnServiceInput};
use crate::transact::Tx;

/// Adds a service.
pub(crate) fn add_service(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &OwnServiceInput,
) -> Result<(OwnServiceId, Say), BookError> {
    let service = read(desk, OwnServiceId(tx.id()), input)?;
    tx.insert(&service)?;
    Ok((service.id, Say::new("done-service-add").with("name", service.name.as_str())))
}

/// Changes a service that the user added.
pub(crate) fn amend_service(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &OwnServiceAmendment,
) -> Result<(OwnServiceId, Say), BookError> {
    let before: OwnService = tx.rows().need(amendment.service)?;
    let after = read(desk, before.id, &amendment.input)?;
    changed::look(amendment.before.as_ref(), &before, &after, changed::service)?;
    tx.update(&after)?;
    Ok((after.id, Say::new("done-service-amend").with("name", after.name.as_str())))
}

/// Removes a service under which no account is registered.
pub(crate) fn remove_service(tx: &mut Tx<'_>, id: OwnServiceId) -> Result<((), Say), BookError> {
    let service: OwnService = tx.rows().need(id)?;
    let platform = service.platform();
    let accounts: Vec<Account> = tx.rows().all()?;
    let used = accounts.iter().filter(|account| account.platform == platform).count();
    if used > 0 {
        let count = u32::try_from(used).unwrap_or(u32::MAX);
        return Err(BookError::InUse { by: Table::Accounts, count });
    }
    tx.delete::<OwnService>(id)?;
    Ok(((), Say::new("done-service-remove").with("name", service.name.as_str())))
}

fn read(desk: Desk<'_>, id: OwnServiceId, input: &OwnServiceInput) -> Result<OwnService, BookError> {
    // Days are read as a service without a pack counts them.
    let rules = desk.rules(&PlatformId(engawa_packs::OTHER.to_owned()));
    Ok(inputs::own_service(id, input, desk.reader(rules))?)
}

/// Keeps a correction; one of the same value that was there before gives way. The answer is its identifier.
pub(crate) fn keep_correction(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    shipped: &Packs,
    input: &CorrectionInput,
) -> Result<(CorrectionId, Say), BookError> {
    let before = recorded(tx.rows(), input)?;
    let id = before.as_ref().map_or_else(|| CorrectionId(tx.id()), |before| before.id);
    let correction = read_correction(desk, shipped, id, input)?;
    match before {
        Some(_) => tx.update(&correction)?,
        None => tx.insert(&correction)?,
    }
    let name = &shipped.rules(&correction.platform).name;
    Ok((id, Say::new("done-correction-keep").with("name", name)))
}

/// Goes back to what the pack says.
pub(crate) fn remove_correction(
    tx: &mut Tx<'_>,
    shipped: &Packs,
    id: CorrectionId,
) -> Result<((), Say), BookError> {
    let correction: Correction = tx.rows().need(id)?;
    tx.delete::<Correction>(id)?;
    let name = &shipped.rules(&correction.platform).name;
    Ok(((), Say::new("done-correction-remove").with("name", name)))
}

/// The correction of this value that is kept already.
pub(crate) fn recorded(rows: Rows<'_>, input: &CorrectionInput) -> Result<Option<Correction>, BookError> {
    let all: Vec<Correction> = rows.all()?;
    Ok(all
        .into_iter()
        .find(|correction| correction.platform == input.platform && correction.path == input.path))
}

/// Reads a correction and tries it on the pack: one that cannot stand there is refused at its field.
pub(crate) fn read_correction(
    desk: Desk<'_>,
    shipped: &Packs,
    id: CorrectionId,
    input: &CorrectionInput,
) -> Result<Correction, BookError> {
    if !shipped.knows(&input.platform) {
        return Err(BookError::NoSuch(NoSuch::Platform(input.platform.to_string())));
    }
    let rules = shipped.rules(&input.platform);
    let Some(says) = shipped.says_at(desk.packs, &input.platform, &input.path) else {
        return Err(vec![FieldFault::new("value", Fault::no_such_choice())].into());
    };
    let correction = inputs::correction(id, input, says, desk.reader(rules))?;
    match shipped.would_refuse(desk.packs, &correction) {
        None => Ok(correction),
        Some(why) => Err(vec![FieldFault::new("value", why)].into()),
    }
}
