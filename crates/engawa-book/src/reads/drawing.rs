//! 手引きの図: a whole guide at one look, with the way that a run has taken.

use engawa_domain::guide::{At, Drawing, GuideId, NodeId, Trail};
use engawa_domain::ids::{PlatformId, RunId};
use engawa_store::GuideRun;

use super::shared::{guide_brief, platform_brief};
use crate::book::Book;
use crate::error::BookError;
use crate::views::{GuideDrawing, WalkedShown};

impl Book {
    /// A whole guide as a drawing; with a run of it, the way so far. A run of another guide marks nothing.
    ///
    /// # Errors
    ///
    /// When the platform has no such guide, or the book no such run.
    pub fn guide_drawing(
        &self,
        platform: &PlatformId,
        guide: &GuideId,
        run: Option<RunId>,
    ) -> Result<GuideDrawing, BookError> {
        let desk = self.desk();
        let (drawn, pack) = (desk.guide(platform, guide)?, desk.packs.pack(platform));
        let graph = drawn.drawing().filled(&pack.rules.on(self.today()));
        let walked = match run {
            Some(id) => {
                let run: GuideRun = self.rows().need(id)?;
                let is_of_it = run.platform == *platform && run.guide == *guide;
                let trail = is_of_it.then(|| self.trail(&run)).transpose()?;
                trail.map(|trail| walked(id, &graph, &trail))
            }
            None => None,
        };
        Ok(GuideDrawing {
            guide: guide_brief(drawn, pack),
            platform: platform_brief(&pack.rules),
            graph,
            walked,
        })
    }
}

fn walked(run: RunId, graph: &Drawing, trail: &Trail) -> WalkedShown {
    let edges = graph.walked(trail).into_iter().map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
    let at = match &trail.at {
        At::Question(id) => NodeId::Question(id.clone()),
        At::Outcome(id) => NodeId::Outcome(id.clone()),
    };
    WalkedShown { run, edges, at }
}
