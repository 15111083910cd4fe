//! 紛争に備えた一式.

use engawa_book::{
    problem::Problem,
    views::{PacketInput, PacketView},
};
use engawa_domain::ids::ContractId;

use crate::{
    asked::{answered, shown},
    bookkeeper::{Keeper, Of},
    host::OurHost,
    works::{OurWorks, WorkId, unless_stopped},
};

/// Lets the user choose where the packet of a contract goes; `null` when the dialog is closed without a choice.
#[tauri::command]
#[specta::specta]
pub async fn packet_place(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    contract: ContractId,
) -> Result<Option<String>, Problem> {
    let name = keeper.ask(move |book| book.packet_name(contract)).await?;
    let title = keeper.tongue().say("packet-save-title");
    let place = answered(&keeper, |then| host.pick_place(title, name, then)).await?;
    Ok(place.as_deref().map(shown))
}

/// Saves everything about a contract in one ZIP, and verifies it; `null` when the user stopped that.
#[tauri::command]
#[specta::specta]
pub async fn packet_save(
    keeper: Keeper<'_>,
    host: OurHost<'_>,
    works: OurWorks<'_>,
    work: WorkId,
    input: PacketInput,
) -> Result<Option<PacketView>, Problem> {
    let patience = works.begin(work, host.inner().clone()).patience();
    keeper.standing(Of::Shown, move |book| unless_stopped(book.packet_save(&input, &patience))).await
}
