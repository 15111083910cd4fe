//! Bytes in pieces: a file of 5 GB needs no more memory than a small one, and can be stopped between two pieces.

use std::io::{self, ErrorKind, Read};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::refused::FileRefused;

/// Bytes in a piece.
const CHUNK: usize = 1 << 18;

/// How far long work over files has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Progress {
    /// Bytes done.
    pub done: u64,
    /// Bytes to do in all.
    pub total: u64,
}

/// Is told how far the work has come, and says whether it goes on.
pub type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

/// For work that nobody watches.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Asks whether the work goes on.
pub fn go_on(watch: &mut Watch<'_>, progress: Progress) -> Result<(), FileRefused> {
    match watch(progress) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(FileRefused::Cancelled),
    }
}

/// Reads to the end and hands over piece by piece.
pub fn each<E>(
    from: &mut dyn Read,
    reading_failed: impl Fn(io::Error) -> E,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut chunk = vec![0; CHUNK];
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(read) => take(&chunk[..read])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(reading_failed(error)),
        }
    }
}
