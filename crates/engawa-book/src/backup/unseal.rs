//! Opening an encrypted backup. What comes out of it is not trusted: only names that an archive of ours has are taken, each file
//! must have its hash, and the archive must be read to its very end, so that a file that was cut off or altered is refused.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Backups;
use super::files::{Patience, in_evidence, make_room, pour, size};
use super::name::name;
use super::prove;
use super::refused::BackupRefused;
use super::seal::{BOOK, EVIDENCE, Passphrase, SLIP};
use super::slip::Slip;

/// Where an encrypted backup is unpacked to be looked at and put back. It goes when that is done, or at the next opening.
const OPENED: &str = "opened";
/// A slip is a short text.
const LONGEST_SLIP: u64 = 1 << 20;

/// The most work that is taken on for a passphrase, as a power of two: 2 GiB of memory and some ten seconds, eight times what we write.
/// A file from elsewhere may ask for any amount, and the library's own limit depends on how quick this machine is just now.
const MOST_WORK: u8 = 21;

/// What is in an archive.
enum Part<'a> {
    Slip,
    Book,
    Evidence(&'a str),
}

impl<'a> Part<'a> {
    fn of(name: &'a str) -> Option<Self> {
        match name {
            SLIP => Some(Self::Slip),
            BOOK => Some(Self::Book),
            other => hash_within(other.strip_prefix(EVIDENCE)?).map(Self::Evidence),
        }
    }
}

/// The hash of a name such as `ab/ab12…`; nothing for any other name, which could lead anywhere.
pub(crate) fn hash_within(name: &str) -> Option<&str> {
    let (folder, hash) = name.split_once('/')?;
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (is_hash && hash.get(..2) == Some(folder)).then_some(hash)
}

/// What the reading of an archive says when it is no longer what was written.
pub(crate) fn altered(error: io::Error) -> BackupRefused {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::Other | ErrorKind::InvalidInput => {
            BackupRefused::Altered(error.to_string())
        }
        _ => BackupRefused::System { path: PathBuf::new(), source: error },
    }
}

/// Opens the file with the passphrase.
fn decrypt(file: &Path, passphrase: &Passphrase) -> Result<impl Read + use<>, BackupRefused> {
    use age::DecryptError as Refused;
    let input = match File::open(file) {
        Ok(input) => BufReader::new(input),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(BackupRefused::NoSuch(file.display().to_string()));
        }
        Err(error) => return Err(BackupRefused::system(file, error)),
    };
    let told = |refused: Refused| match refused {
        Refused::DecryptionFailed | Refused::KeyDecryptionFailed | Refused::NoMatchingKeys => {
            BackupRefused::WrongPassphrase
        }
        Refused::ExcessiveWork { required, .. } => BackupRefused::TooCostly(required),
        Refused::InvalidMac => BackupRefused::Altered(refused.to_string()),
        Refused::Io(error) if error.kind() != ErrorKind::UnexpectedEof => BackupRefused::system(file, error),
        other => BackupRefused::NotSealed(other.to_string()),
    };
    let decryptor = age::Decryptor::new_buffered(input).map_err(told)?;
    if !decryptor.is_scrypt() {
        return Err(BackupRefused::NotSealed("it is not opened by a passphrase".to_owned()));
    }
    let mut identity = age::scrypt::Identity::new(passphrase.secret.clone());
    identity.set_max_work_factor(MOST_WORK);
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(told)
}

/// Takes a backup apart, in the order in which it was written. `take` is given each part with its content.
fn each(
    file: &Path,
    passphrase: &Passphrase,
    mut take: impl FnMut(Part<'_>, &mut dyn Read) -> Result<(), BackupRefused>,
) -> Result<(), BackupRefused> {
    each_file(file, passphrase, &[SLIP, BOOK], |name, content| match Part::of(name) {
        Some(part) => take(part, content),
        None => Err(strange("unknown", name)),
    })
}

fn strange(why: &str, name: &str) -> BackupRefused {
    BackupRefused::NotSealed(format!("{why}: {name:?}"))
}

/// Opens the file and gives `take` each file in it, by name, with its content. The names that are needed must be among them, none may
/// come twice, and the end must be there.
pub(crate) fn each_file(
    file: &Path,
    passphrase: &Passphrase,
    needed: &[&str],
    mut take: impl FnMut(&str, &mut dyn Read) -> Result<(), BackupRefused>,
) -> Result<(), BackupRefused> {
    let mut plain = decrypt(file, passphrase)?;
    let mut archive = tar::Archive::new(&mut plain);
    let mut seen = BTreeSet::new();
    for entry in archive.entries().map_err(altered)? {
        let mut entry = entry.map_err(altered)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() {
            return Err(strange("not a file", &name));
        }
        if !seen.insert(name.clone()) {
            return Err(strange("twice", &name));
        }
        take(&name, &mut entry)?;
    }
    if let Some(missing) = needed.iter().find(|name| !seen.contains(**name)) {
        return Err(strange("not in it", missing));
    }
    // What comes after the archive is nothing; but only its end shows that nothing was cut off.
    pour(&mut plain, |_| Ok(())).map_err(altered)?;
    Ok(())
}

pub(crate) fn hash_from(
    from: &mut dyn Read,
    mut also: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<String> {
    let mut hasher = Sha256::new();
    pour(&mut { from }, |chunk| {
        hasher.update(chunk);
        also(chunk)
    })?;
    Ok(engawa_store::Hash(hasher.finalize().into()).to_string())
}

/// Reads an encrypted backup back, to its last byte, and compares it with what was put in.
pub(super) fn check_sealed(
    file: &Path,
    passphrase: &Passphrase,
    expected: &Slip,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    let mut files = 0;
    let unlike =
        |what: &str| BackupRefused::NotWhole { why: format!("{what} does not read back as written") };
    each(file, passphrase, |part, content| match part {
        Part::Slip => {
            let found = read_slip(content)?;
            if found == *expected { Ok(()) } else { Err(unlike(SLIP)) }
        }
        Part::Book => {
            let found = hash_from(content, |chunk| patience.come(chunk.len() as u64)).map_err(altered)?;
            if found == expected.sha256 { Ok(()) } else { Err(unlike(BOOK)) }
        }
        Part::Evidence(hash) => {
            files += 1;
            let found = hash_from(content, |chunk| patience.come(chunk.len() as u64)).map_err(altered)?;
            if found == hash { Ok(()) } else { Err(unlike(hash)) }
        }
    })?;
    let promised = expected.counts.files - (expected.files_missing.len() as u64).min(expected.counts.files);
    if files == promised { Ok(()) } else { Err(unlike(EVIDENCE)) }
}

fn read_slip(content: &mut dyn Read) -> Result<Slip, BackupRefused> {
    let mut text = String::new();
    content.take(LONGEST_SLIP).read_to_string(&mut text).map_err(altered)?;
    Slip::of_text(&text).ok_or_else(|| BackupRefused::NotSealed("its slip cannot be read".to_owned()))
}

impl Backups {
    /// Unpacks an encrypted backup beside the others, proves it, and answers the file by which it can be looked at and put back.
    /// [`close_opened`](Self::close_opened) removes it again.
    pub fn unseal(
        &self,
        file: &Path,
        passphrase: &Passphrase,
        patience: &Patience,
    ) -> Result<PathBuf, BackupRefused> {
        // It would be unpacked plain beside the protected book.
        if self.folder.keys().is_some() {
            return Err(BackupRefused::Protected);
        }
        let Some(_turn) = self.turn_for(patience) else { return Err(BackupRefused::Stopped) };
        let folder = self.home().join(OPENED);
        remove_folder(&folder)?;
        patience.foresee(size(file));
        let unpacked = patience.or_ended(unpack(file, passphrase, &folder, patience));
        if unpacked.is_err() {
            let _ = remove_folder(&folder);
        }
        unpacked
    }

    /// An empty folder to unpack something into.
    pub(crate) fn open_folder(&self) -> Result<PathBuf, BackupRefused> {
        let folder = self.home().join(OPENED);
        remove_folder(&folder)?;
        fs::create_dir_all(&folder).map_err(|error| BackupRefused::system(&folder, error))?;
        Ok(folder)
    }

    /// Removes what was unpacked.
    pub fn close_opened(&self) -> Result<(), BackupRefused> {
        let _turn = self.turn();
        self.lock_again();
        remove_folder(&self.home().join(OPENED))
    }
}

/// Unpacks a backup into a folder and proves it.
fn unpack(
    file: &Path,
    passphrase: &Passphrase,
    folder: &Path,
    patience: &Patience,
) -> Result<PathBuf, BackupRefused> {
    let failed = |error| BackupRefused::system(folder, error);
    let size = fs::metadata(file).map_err(|_| BackupRefused::NoSuch(file.display().to_string()))?.len();
    fs::create_dir_all(folder).map_err(failed)?;
    make_room(folder, size)?;
    let mut slip = None;
    let mut book = None;
    each(file, passphrase, |part, content| match part {
        Part::Slip => {
            slip = Some(read_slip(content)?);
            Ok(())
        }
        Part::Book => {
            let slip = slip.as_ref().ok_or_else(|| BackupRefused::NotSealed("no slip".to_owned()))?;
            // The copy is hashed once more.
            patience.foresee(slip.bytes);
            let to = folder.join(name(slip.at));
            write_part(content, &to, &slip.sha256, patience)?;
            book = Some(to);
            Ok(())
        }
        Part::Evidence(hash) => {
            write_part(content, &in_evidence(&folder.join("evidence"), hash), hash, patience)
        }
    })?;
    let (Some(slip), Some(book)) = (slip, book) else {
        return Err(BackupRefused::NotSealed("no book".to_owned()));
    };
    prove::again(&book, None, &slip, patience)?;
    slip.write(folder)?;
    Ok(book)
}

/// Writes a file out of an archive; it must have its hash, where that is known beforehand.
pub(crate) fn write_part(
    content: &mut dyn Read,
    to: &Path,
    sha256: &str,
    patience: &Patience,
) -> Result<(), BackupRefused> {
    match write_out(content, to, patience)? {
        found if found == sha256 => Ok(()),
        _ => Err(BackupRefused::Altered(format!("{} has another hash", to.display()))),
    }
}

/// Writes a file out of an archive; the hash it has.
pub(crate) fn write_out(
    content: &mut dyn Read,
    to: &Path,
    patience: &Patience,
) -> Result<String, BackupRefused> {
    let failed = |error| BackupRefused::system(to, error);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = File::create(to).map_err(failed)?;
    // The reading of the archive and the writing of the file fail in different ways.
    let mut unwritten = None;
    let found = hash_from(content, |chunk| {
        file.write_all(chunk).map_err(|error| -> io::Error {
            let kind = error.kind();
            unwritten = Some(error);
            kind.into()
        })?;
        patience.come(chunk.len() as u64)
    });
    match (found, unwritten) {
        (_, Some(error)) => Err(failed(error)),
        (Err(error), None) => Err(altered(error)),
        (Ok(found), None) => file.sync_all().map_err(failed).map(|()| found),
    }
}

fn remove_folder(folder: &Path) -> Result<(), BackupRefused> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(BackupRefused::system(folder, error)),
        Ok(()) | Err(_) => Ok(()),
    }
}
