//! The prover of guides: what must be true of every guide, over every path of it.
//!
//! [`shape`] looks at the graph and what stands at each node; it is cheap and runs whenever a pack is read. [`walk_all`]
//! takes every path with the engine itself and looks where it comes out; it runs as a test of every build.

mod content;
mod defect;
mod graph;
mod paths;
mod ruled;

use engawa_domain::guide::Guide;

use crate::pack::Pack;

pub use defect::{Defect, DefectKind};
pub use paths::{Path, Stop, count_paths, paths, walk_all};
pub use ruled::walk_by;

/// Every defect of a guide that its graph and its nodes show.
pub fn shape(guide: &Guide, pack: &Pack) -> Vec<Defect> {
    let mut defects = graph::defects(guide);
    // The content of paths is looked at only in a graph that has paths.
    let sound = defects.is_empty();
    defects.extend(content::defects(guide, pack));
    if sound {
        defects.extend(graph::order(guide));
    }
    defects
}

/// Every defect of a guide: its shape, and what each path shows when the engine walks it.
pub fn prove(guide: &Guide, pack: &Pack) -> Result<u32, Vec<Defect>> {
    let mut defects = shape(guide, pack);
    if defects.is_empty() {
        defects.extend(walk_all(guide));
        defects.extend(walk_by(guide, &pack.rules));
    }
    if defects.is_empty() { Ok(count_paths(guide)) } else { Err(defects) }
}
