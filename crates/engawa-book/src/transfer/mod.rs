//! Export and import: the whole book as one JSON file, with the files of evidence beside it. `docs/format.md` describes it.

mod refused;

pub use refused::{ExportRefused, ImportRefused};
