//! Pictures that were pasted and are not kept yet: a form may still be open in which they prove something.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

/// What a command is given.
pub type OurPasted<'a> = State<'a, Pasted>;

/// A picture that was pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct PastedId(pub u32);

/// Its bytes and the name it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it is called: by the moment at which it was pasted.
    pub name: String,
    /// A PNG.
    pub png: Vec<u8>,
}

/// Pictures that wait; beyond these the oldest goes.
const AT_MOST: usize = 8;

/// The pictures that wait.
#[derive(Debug, Default)]
pub struct Pasted(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    next: u32,
    pictures: Vec<(PastedId, Picture)>,
}

impl Pasted {
    /// Lets a picture wait.
    pub fn put(&self, picture: Picture) -> PastedId {
        let mut waiting = self.waiting();
        let id = PastedId(waiting.next);
        waiting.next = waiting.next.wrapping_add(1);
        if waiting.pictures.len() >= AT_MOST {
            waiting.pictures.remove(0);
        }
        waiting.pictures.push((id, picture));
        id
    }

    /// A picture that waits.
    pub fn get(&self, id: PastedId) -> Option<Picture> {
        let waiting = self.waiting();
        waiting.pictures.iter().find(|(known, _)| *known == id).map(|(_, picture)| picture.clone())
    }

    /// A picture that need not wait any longer.
    pub fn forget(&self, id: PastedId) {
        self.waiting().pictures.retain(|(known, _)| *known != id);
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(name: &str) -> Picture {
        Picture { name: name.to_owned(), png: vec![1] }
    }

    #[test]
    fn a_picture_waits_until_it_is_kept_and_the_oldest_makes_room() {
        let pasted = Pasted::default();
        let ids: Vec<PastedId> = (0..9).map(|number| pasted.put(picture(&number.to_string()))).collect();
        assert_eq!(pasted.get(ids[0]), None);
        assert_eq!(pasted.get(ids[8]), Some(picture("8")));
        pasted.forget(ids[8]);
        assert_eq!(pasted.get(ids[8]), None);
        assert_eq!(pasted.get(ids[7]), Some(picture("7")));
    }
}
