//! A copy of a kept file for use elsewhere: all of it and what was kept, or nothing.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::chunks::{self, Progress, Watch};
use super::read;
use super::refused::FileRefused;
use super::spot::Spot;

/// Writes the bytes of `from` to `to`, in the place of what was there. Bytes that are not what the hash says are not handed out.
pub fn copy(from: &Spot<'_>, to: &Path, watch: &mut Watch<'_>) -> Result<u64, FileRefused> {
    let mut kept = read::open(from)?;
    let total = kept.size();
    let unfinished = Unfinished::of(to);
    let failed = |error| FileRefused::copying(to, total, error);
    let mut copy = File::create(&unfinished.0).map_err(failed)?;
    let (mut hasher, mut done) = (Sha256::new(), 0_u64);
    chunks::each(
        &mut kept,
        |error| FileRefused::reading(&from.path, error),
        |chunk| {
            hasher.update(chunk);
            copy.write_all(chunk).map_err(failed)?;
            done += chunk.len() as u64;
            chunks::go_on(watch, Progress { done, total })
        },
    )?;
    if engawa_store::Hash(hasher.finalize().into()).to_string() != from.sha256.0 {
        return Err(FileRefused::Altered(from.path.clone()));
    }
    copy.sync_all().map_err(failed)?;
    engawa_store::rename(&unfinished.0, to).map_err(failed)?;
    Ok(done)
}

/// A copy that is thrown away unless it gets its name.
struct Unfinished(PathBuf);

impl Unfinished {
    fn of(to: &Path) -> Self {
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        Self(PathBuf::from(name))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing left here to remove.
        let _ = fs::remove_file(&self.0);
    }
}
