//! The targets, one file each.

mod draft;
mod entry;
mod guide_find;
mod import;
mod pack;
mod packet;
mod restore;
mod text;

use std::sync::{Arc, LazyLock};

use engawa_packs::Packs;

use crate::Target;

/// All of them. `tests/short.rs` and `libfuzzer/` name them again.
pub const TARGETS: &[Target] = &[
    import::TARGET,
    restore::TARGET,
    packet::TARGET,
    pack::TARGET,
    text::MESSAGE,
    text::CONTACT,
    entry::TARGET,
    text::FOLD,
    guide_find::TARGET,
    draft::TARGET,
];

/// The packs of the program.
static PACKS: LazyLock<Arc<Packs>> = LazyLock::new(|| {
    let packs = Packs::embedded();
    Arc::new(packs.unwrap_or_else(|errors| unreachable!("the packs of the program are checked: {errors}")))
});

/// The text in these bytes; what is no text is read as a program reads a file it must show: with replacement letters.
fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}
