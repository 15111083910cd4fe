//! What the texts of a guide leave to the service: only what a service can fill in, and alike in both languages.

use engawa_domain::guide::{Guide, Slot};

use super::drafts::names_in;
use crate::error::{Found, PackError, Refused};
use crate::read::Read;
use crate::tree::{as_text, nodes};

pub(crate) fn slots(guides: &[Read<'_, Guide>]) -> Vec<PackError> {
    let mut errors = Vec::new();
    for guide in guides {
        let mut found = Found::in_file(guide.name);
        for node in nodes(&guide.tree) {
            let Some((ja, en)) = as_text(node.value) else {
                continue;
            };
            let (ja, en) = (names_in(ja), names_in(en));
            let unknown =
                |name: &&&str| is_bare(&node.path) || !Slot::ALL.iter().any(|slot| slot.key() == **name);
            for name in ja.union(&en).filter(unknown) {
                found.at(&node.path, Refused::NoSuchField((*name).to_owned()));
            }
            if ja != en {
                found.at(&node.path, Refused::FieldsDiffer);
            }
        }
        errors.extend(found.errors);
    }
    errors
}

/// What is shown where no service is known, or kept in the history: titles, what an answer is called, an answer.
fn is_bare(path: &str) -> bool {
    let last = path.rsplit('.').next();
    matches!(path, "title" | "summary")
        || last == Some("short")
        || (last == Some("text") && path.contains(".options["))
}
