//! What the user is asked by the desktop: a dialog is shown, and a command waits for what comes of it.

use std::path::{Path, PathBuf};

use engawa_book::problem::Problem;
use tokio::sync::oneshot;

use crate::{bookkeeper::Bookkeeper, host::Chosen, worker::Unfinished};

/// Shows it and waits for the answer.
pub async fn answered<T: Send + 'static>(
    keeper: &Bookkeeper,
    show: impl FnOnce(Box<dyn FnOnce(T) + Send>),
) -> Result<T, Problem> {
    let (answer, answered) = oneshot::channel();
    show(Box::new(move |given| {
        // Nobody waits any more when the page was loaded again meanwhile.
        let _ = answer.send(given);
    }));
    answered.await.map_err(|_| keeper.tongue().unfinished(Unfinished))
}

/// The first of what the user chose; `None` when the dialog is closed without a choice.
pub async fn first_chosen(
    keeper: &Bookkeeper,
    show: impl FnOnce(Chosen),
) -> Result<Option<PathBuf>, Problem> {
    let chosen = answered(keeper, show).await?;
    Ok(chosen.into_iter().next())
}

/// A path as the window is given it.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
