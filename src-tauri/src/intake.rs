//! Taking a file in, looking through the vault, copying out: on a thread of its own, so that neither the window nor the book's
//! thread waits for a disk.

use std::{path::PathBuf, sync::Arc, time::Duration};

use engawa_book::{
    Book, BookError, EvidenceKept, FileRefused, Kept, KeptFile, Vault, Watch, done::Done, inputs::Action,
    problem::Problem, views::EvidenceChecked,
};
use engawa_domain::{
    facts::{FactRef, Origin},
    ids::{ContractId, EvidenceId, EvidenceLinkId},
};
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::Semaphore;

use crate::{
    asked::{answered, shown},
    bookkeeper::Bookkeeper,
    clipboard::Clip,
    host::Host,
    pasted::{Pasted, PastedId, Picture},
    worker::Unfinished,
    works::{Running, unless_stopped},
};

/// A file to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct EvidenceTake {
    /// The contract.
    pub contract: ContractId,
    /// The fact it proves; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
    /// Where its bytes are.
    pub file: GivenFile,
    /// How it came.
    pub origin: Origin,
}

/// Where the bytes of a file are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "given", rename_all = "snake_case")]
pub enum GivenFile {
    /// On the disk.
    Path {
        /// Where.
        path: String,
    },
    /// Among the pictures that were pasted.
    Pasted {
        /// Which.
        picture: PastedId,
        /// What it is called.
        name: String,
    },
}

/// What was found in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum ClipboardFound {
    /// Files or a picture, ready to be taken in.
    Files {
        /// The files.
        files: Vec<GivenFile>,
    },
    /// Words, which are no picture.
    Text,
    /// Nothing that could be kept.
    Nothing,
}

/// Takes a file in and records it; `None` when the user stopped that.
pub async fn take(
    keeper: &Bookkeeper,
    pasted: &Pasted,
    mut running: Running,
    action: Action<EvidenceTake>,
) -> Result<Option<Done<EvidenceLinkId>>, Problem> {
    let Action { id, input: EvidenceTake { contract, fact, file, origin } } = action;
    let vault = keeper.ask(move |book| book.evidence_intake(contract, fact)).await?;
    let bytes = bytes_of(&file, pasted);
    let kept = move || unless_stopped(keep(&vault, bytes, &mut |come| running.come(come)));
    let Some(kept) = keeper.aside(kept).await? else { return Ok(None) };
    let input = EvidenceKept { contract, fact, origin, kept };
    let done = keeper.ask(move |book| book.evidence_record(Action { id, input })).await?;
    if let GivenFile::Pasted { picture, .. } = file {
        pasted.forget(picture);
    }
    Ok(Some(done))
}

/// What is copied into the vault.
enum Bytes {
    File(PathBuf),
    Picture(Picture),
    /// The picture does not wait any more: the app was started anew, or others were pasted since.
    Gone(String),
}

fn bytes_of(file: &GivenFile, pasted: &Pasted) -> Bytes {
    match file {
        GivenFile::Path { path } => Bytes::File(path.into()),
        GivenFile::Pasted { picture, name } => {
            pasted.get(*picture).map_or_else(|| Bytes::Gone(name.clone()), Bytes::Picture)
        }
    }
}

fn keep(vault: &Vault, bytes: Bytes, watch: &mut Watch<'_>) -> Result<Kept, BookError> {
    Ok(match bytes {
        Bytes::File(path) => vault.keep(&path, watch)?,
        Bytes::Picture(Picture { name, png }) => {
            vault.keep_bytes(&name, png.len() as u64, png.as_slice(), watch)?
        }
        Bytes::Gone(name) => return Err(FileRefused::Vanished(name.into()).into()),
    })
}

/// Looks into the clipboard; a picture waits from now on.
pub async fn look_at_clipboard(
    keeper: &Bookkeeper,
    host: &Arc<dyn Host>,
    pasted: &Pasted,
) -> Result<ClipboardFound, Problem> {
    let clip = answered(keeper, |then| host.look_at_clipboard(then)).await?;
    Ok(match clip.map_err(|refused| keeper.tongue().clipboard_unread(&refused))? {
        Clip::Text => ClipboardFound::Text,
        Clip::Nothing => ClipboardFound::Nothing,
        Clip::Files(paths) => {
            let path = |path: PathBuf| GivenFile::Path { path: shown(&path) };
            ClipboardFound::Files { files: paths.into_iter().map(path).collect() }
        }
        Clip::Picture(png) => {
            let name = keeper.ask(|book| Ok(book.pasted_name())).await?;
            let picture = pasted.put(Picture { name: name.clone(), png });
            ClipboardFound::Files { files: vec![GivenFile::Pasted { picture, name }] }
        }
    })
}

/// 確かめる: every kept file is read and hashed; `None` when the user stopped that.
pub async fn verify(keeper: &Bookkeeper, mut running: Running) -> Result<Option<EvidenceChecked>, Problem> {
    let check = keeper.ask(|book| book.evidence_check()).await?;
    let found = move || unless_stopped(check.run(&mut |come| running.come(come)));
    match keeper.aside(found).await? {
        Some(found) => keeper.ask(move |book| book.evidence_check_end(found)).await.map(Some),
        None => Ok(None),
    }
}

/// Saves a copy where the user chooses; where that is, or `None` when the dialog was closed or the copying stopped.
pub async fn save_copy(
    keeper: &Bookkeeper,
    host: &Arc<dyn Host>,
    mut running: Running,
    id: EvidenceId,
) -> Result<Option<String>, Problem> {
    let file = keeper.ask(move |book| book.evidence_file(id)).await?;
    let (title, name) = (keeper.tongue().say("vault-copy-title"), file.name().to_owned());
    let place = answered(keeper, |then| host.pick_place(title, name, then)).await?;
    let Some(to) = place else { return Ok(None) };
    let saved = shown(&to);
    let copied =
        keeper.aside(move || unless_stopped(file.copy_out(&to, &mut |come| running.come(come)))).await?;
    Ok(copied.map(|_| saved))
}

/// Whoever looks waits no longer. A document that takes more is not shown; its thread is left to come to an end by itself.
const LONGEST_LOOK: Duration = Duration::from_secs(30);

/// Who waits for whom: each picture may need a few hundred megabytes while it is read, so they are read one after the other. The
/// file that was opened does not wait for the small pictures of a list.
#[derive(Debug, Clone, Copy)]
pub enum Turn {
    /// A file that was opened.
    Opened,
    /// A small picture.
    Small,
}

impl Turn {
    fn of(self) -> &'static Semaphore {
        static OPENED: Semaphore = Semaphore::const_new(1);
        static SMALL: Semaphore = Semaphore::const_new(1);
        match self {
            Self::Opened => &OPENED,
            Self::Small => &SMALL,
        }
    }
}

/// Looks inside a kept file when it is its turn.
pub async fn inside<A: Send + 'static>(
    keeper: &Bookkeeper,
    turn: Turn,
    id: EvidenceId,
    look: impl FnOnce(&KeptFile) -> Result<A, BookError> + Send + 'static,
) -> Result<A, Problem> {
    let file = keeper.ask(move |book: &mut Book| book.evidence_file(id)).await?;
    let _turn = turn.of().acquire().await.map_err(|_| keeper.tongue().unfinished(Unfinished))?;
    // It reads a file and no database, and cannot be told to stop: the program does not wait for it at its end.
    let looked =
        tokio::time::timeout(LONGEST_LOOK, tauri::async_runtime::spawn_blocking(move || look(&file)));
    match looked.await {
        Ok(Ok(inside)) => inside.map_err(|error| keeper.tongue().in_words(&error)),
        // It takes too long, or fell.
        Ok(Err(_)) | Err(_) => Err(keeper.tongue().unfinished(Unfinished)),
    }
}
