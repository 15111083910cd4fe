//! 紛争に備えた一式.

use engawa_book::{
    problem::Problem,
    views::{PacketInput, PacketView},
};
use engawa_domain::ids::ContractId;

use crate::{
    bookkeeper::{Keeper, Of},
    host::OurHost,
    worker::Unfinished,
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
    let (chosen, choice) = tokio::sync::oneshot::channel();
    let take = move |path: Option<std::path::PathBuf>| {
        // Nobody waits any more when the page was loaded again meanwhile.
        let _ = chosen.send(path.map(|path| path.to_string_lossy().into_owned()));
    };
    host.pick_place(keeper.tongue().say("packet-save-title"), name, Box::new(take));
    choice.await.map_err(|_| keeper.tongue().unfinished(Unfinished))
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
