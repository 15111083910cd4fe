//! `protection.json`: the key of the book, wrapped once by the passphrase and once by the recovery code. Beside an encrypted book
//! it is as precious as the book itself, so a copy lies in the folder of the backups.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::code::RecoveryCode;
use super::hex::Hex;
use super::kdf::{self, Cost};
use super::keys::{BookKey, KEY_BYTES, expand};
use super::random;
use super::refused::ProtectionRefused;
use super::secret::Passphrase;
use super::turn::Secret;
use super::wrapping::{NONCE_BYTES, unwrap, wrap};
use crate::error::BookError;

/// Its name, in the folder of the book and in that of the backups.
pub const NAME: &str = "protection.json";

const FORMAT: &str = "engawa-protection";
const VERSION: u32 = 1;
const ARGON2: &str = "argon2id-13";
const HKDF: &str = "hkdf-sha256";
const SALT_BYTES: usize = 16;
/// What the recovery code's key is expanded with.
const CODE_LABEL: &[u8] = b"engawa recovery code key 1";

/// What the key file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFile {
    format: String,
    version: u32,
    /// Tells this protection from any other, so that parts of two key files cannot be mixed.
    id: Hex<16>,
    passphrase: ByPassphrase,
    recovery_code: ByCode,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ByPassphrase {
    derivation: String,
    #[serde(flatten)]
    cost: Cost,
    salt: Hex<SALT_BYTES>,
    nonce: Hex<NONCE_BYTES>,
    wrapped: Hex<{ KEY_BYTES + 16 }>,
}

/// 160 random bits need no slow derivation: nobody tries them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ByCode {
    derivation: String,
    salt: Hex<SALT_BYTES>,
    nonce: Hex<NONCE_BYTES>,
    wrapped: Hex<{ KEY_BYTES + 16 }>,
}

/// Only as much as tells what else to read.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl KeyFile {
    /// For a new key.
    pub fn new(
        key: &BookKey,
        passphrase: &Passphrase,
        cost: Cost,
        code: &RecoveryCode,
    ) -> Result<Self, ProtectionRefused> {
        let id = Hex(random::bytes()?);
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            passphrase: ByPassphrase::wrap(key, passphrase, cost, &id)?,
            recovery_code: ByCode::wrap(key, code, &id)?,
            id,
        })
    }

    /// The same with another passphrase. The recovery code stays.
    pub fn with_passphrase(
        &self,
        key: &BookKey,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<Self, ProtectionRefused> {
        Ok(Self { passphrase: ByPassphrase::wrap(key, passphrase, cost, &self.id)?, ..self.clone() })
    }

    /// The same with another recovery code. The passphrase stays; the old code opens nothing any more.
    pub fn with_code(&self, key: &BookKey, code: &RecoveryCode) -> Result<Self, ProtectionRefused> {
        Ok(Self { recovery_code: ByCode::wrap(key, code, &self.id)?, ..self.clone() })
    }

    /// The key, by the passphrase.
    pub fn by_passphrase(&self, passphrase: &Passphrase) -> Result<BookKey, ProtectionRefused> {
        let ByPassphrase { cost, salt, nonce, wrapped, .. } = &self.passphrase;
        let key = kdf::key_of(passphrase, &salt.0, *cost)?;
        let beside = ByPassphrase::beside(&self.id, *cost, salt);
        opened(&wrapped.0, &nonce.0, &key, &beside).ok_or(ProtectionRefused::WrongPassphrase)
    }

    /// The key, by the recovery code.
    pub fn by_code(&self, code: &RecoveryCode) -> Result<BookKey, ProtectionRefused> {
        let ByCode { salt, nonce, wrapped, .. } = &self.recovery_code;
        let key = expand(code.bytes(), &salt.0, CODE_LABEL)?;
        let beside = ByCode::beside(&self.id, salt);
        opened(&wrapped.0, &nonce.0, &key, &beside).ok_or(ProtectionRefused::WrongCode)
    }

    /// The key, by the passphrase or by the recovery code.
    pub fn opened(&self, secret: &Secret) -> Result<BookKey, ProtectionRefused> {
        match secret {
            Secret::Passphrase(passphrase) => self.by_passphrase(passphrase),
            Secret::Code(code) => self.by_code(code),
        }
    }

    /// Reads the key file of a folder, or its copy among the backups; `None` when the book is not protected.
    pub fn read(folder: &Path) -> Result<Option<Self>, BookError> {
        let first = Self::read_at(&folder.join(NAME));
        match &first {
            Ok(Some(_)) => first,
            // Where there is no key file, the copy counts only if the book cannot be read without it.
            Ok(None) if is_plain_or_none(&folder.join("book.sqlite")) => first,
            Ok(None) | Err(_) => match Self::read_at(&copy_in(folder)) {
                Ok(Some(copy)) => Ok(Some(copy)),
                Ok(None) | Err(_) => first,
            },
        }
    }

    /// Reads one file; `None` when it is not there.
    pub fn read_at(path: &Path) -> Result<Option<Self>, BookError> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(BookError::of_file(path, error)),
        };
        Ok(Some(Self::of(&text, path)?))
    }

    fn of(text: &[u8], path: &Path) -> Result<Self, ProtectionRefused> {
        let damaged = |why: String| ProtectionRefused::KeyFile { path: path.to_owned(), why };
        let head: Head = serde_json::from_slice(text).map_err(|error| damaged(error.to_string()))?;
        if head.format != FORMAT {
            return Err(damaged(format!("format {:?}", head.format)));
        }
        if head.version > VERSION {
            return Err(ProtectionRefused::Newer { found: head.version, known: VERSION });
        }
        let file: Self = serde_json::from_slice(text).map_err(|error| damaged(error.to_string()))?;
        let known = (ARGON2, HKDF);
        if (file.passphrase.derivation.as_str(), file.recovery_code.derivation.as_str()) != known {
            return Err(damaged("a derivation that is not known".to_owned()));
        }
        if !file.passphrase.cost.is_bearable() {
            return Err(ProtectionRefused::Costly { path: path.to_owned(), cost: file.passphrase.cost });
        }
        Ok(file)
    }

    /// Puts the key file into a folder, and its copy among the backups. A crash leaves the old one or the new one.
    pub fn write(&self, folder: &Path) -> Result<(), BookError> {
        self.write_at(&folder.join(NAME))?;
        self.write_at(&copy_in(folder))
    }

    /// Puts the key file beside backups that lie elsewhere; one that says the same stays as it is.
    pub fn write_beside(&self, folder: &Path) -> Result<(), BookError> {
        let path = folder.join(NAME);
        if matches!(Self::read_at(&path), Ok(Some(found)) if found == *self) {
            return Ok(());
        }
        // The key of backups from an earlier protection: without it nobody opens those again.
        if let Ok(Some(earlier)) = Self::read_at(&path)
            && earlier.id != self.id
        {
            earlier.write_at(&folder.join(format!("protection-{}.json", earlier.id)))?;
        }
        self.write_at(&path)
    }

    /// Writes one file.
    pub fn write_at(&self, path: &Path) -> Result<(), BookError> {
        let failed = |error| BookError::of_file(path, error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let text = serde_json::to_vec_pretty(self).map_err(|error| failed(error.into()))?;
        let new = path.with_extension("json.new");
        let written = File::create(&new).and_then(|mut file| {
            file.write_all(&text)?;
            file.write_all(b"\n")?;
            file.sync_all()
        });
        written.and_then(|()| engawa_store::rename(&new, path)).map_err(failed)?;
        engawa_store::sync_folder_of(path).map_err(failed)
    }

    /// Puts the copy among the backups right, where a crash left another than the one that counts.
    pub fn mend_copy(&self, folder: &Path) -> Result<(), BookError> {
        for path in [folder.join(NAME), copy_in(folder)] {
            if !matches!(Self::read_at(&path), Ok(Some(found)) if found == *self) {
                self.write_at(&path)?;
            }
        }
        Ok(())
    }
}

/// The copy of the key file among the backups.
pub fn copy_in(folder: &Path) -> PathBuf {
    folder.join("backups").join(NAME)
}

fn is_plain_or_none(book: &Path) -> bool {
    use std::io::Read as _;
    let mut begin = [0; 16];
    match File::open(book).and_then(|mut file| file.read_exact(&mut begin)) {
        Ok(()) => begin == *b"SQLite format 3\0",
        Err(_) => true,
    }
}

fn opened(wrapped: &[u8], nonce: &[u8; NONCE_BYTES], key: &[u8; KEY_BYTES], beside: &str) -> Option<BookKey> {
    let bytes = unwrap(wrapped, nonce, key, beside.as_bytes())?;
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    (bytes.len() == KEY_BYTES).then(|| key.copy_from_slice(&bytes))?;
    Some(BookKey::of(key))
}

fn wrapped(
    key: &BookKey,
    by: &[u8; KEY_BYTES],
    beside: &str,
) -> Result<(Hex<NONCE_BYTES>, Hex<{ KEY_BYTES + 16 }>), ProtectionRefused> {
    let (nonce, wrapped) = wrap(key.bytes(), by, beside.as_bytes())?;
    let wrapped = wrapped.try_into().map_err(|_| ProtectionRefused::Cipher)?;
    Ok((Hex(nonce), Hex(wrapped)))
}

impl ByPassphrase {
    fn wrap(
        key: &BookKey,
        passphrase: &Passphrase,
        cost: Cost,
        id: &Hex<16>,
    ) -> Result<Self, ProtectionRefused> {
        let salt = Hex(random::bytes()?);
        let by = kdf::key_of(passphrase, &salt.0, cost)?;
        let (nonce, wrapped) = wrapped(key, &by, &Self::beside(id, cost, &salt))?;
        Ok(Self { derivation: ARGON2.to_owned(), cost, salt, nonce, wrapped })
    }

    /// What is bound to the wrapped key: everything it stands with, so that none of it can be exchanged.
    fn beside(id: &Hex<16>, cost: Cost, salt: &Hex<SALT_BYTES>) -> String {
        let Cost { memory_kib, passes, lanes } = cost;
        format!("{FORMAT}\n{VERSION}\n{id}\npassphrase\n{ARGON2}\n{memory_kib}\n{passes}\n{lanes}\n{salt}")
    }
}

impl ByCode {
    fn wrap(key: &BookKey, code: &RecoveryCode, id: &Hex<16>) -> Result<Self, ProtectionRefused> {
        let salt = Hex(random::bytes()?);
        let by = expand(code.bytes(), &salt.0, CODE_LABEL)?;
        let (nonce, wrapped) = wrapped(key, &by, &Self::beside(id, &salt))?;
        Ok(Self { derivation: HKDF.to_owned(), salt, nonce, wrapped })
    }

    fn beside(id: &Hex<16>, salt: &Hex<SALT_BYTES>) -> String {
        format!("{FORMAT}\n{VERSION}\n{id}\nrecovery_code\n{HKDF}\n{salt}")
    }
}

#[cfg(test)]
mod tests {
    use engawa_domain::say::Lang;
    use engawa_words::Words;

    use super::*;
    use crate::problem::ProblemCode;
    use crate::protect::secret::Typed;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::of(&Typed::new(text.to_owned()))
    }

    struct Made {
        key: BookKey,
        code: RecoveryCode,
        file: KeyFile,
        folder: tempfile::TempDir,
    }

    fn made() -> Made {
        let (key, code) = (BookKey::new().unwrap(), RecoveryCode::new().unwrap());
        let file = KeyFile::new(&key, &passphrase("縁側でお茶を"), Cost::QUICK, &code).unwrap();
        let folder = tempfile::tempdir().unwrap();
        file.write(folder.path()).unwrap();
        Made { key, code, file, folder }
    }

    #[test]
    fn the_passphrase_and_the_code_give_the_same_key_and_nothing_else_does() {
        let Made { key, code, folder, .. } = made();
        let file = KeyFile::read(folder.path()).unwrap().unwrap();
        assert_eq!(file.by_passphrase(&passphrase("縁側でお茶を")).unwrap().bytes(), key.bytes());
        assert_eq!(file.by_code(&code).unwrap().bytes(), key.bytes());
        let wrong = file.by_passphrase(&passphrase("縁側でお茶は"));
        assert!(matches!(wrong, Err(ProtectionRefused::WrongPassphrase)));
        let wrong = file.by_code(&RecoveryCode::new().unwrap());
        assert!(matches!(wrong, Err(ProtectionRefused::WrongCode)));
    }

    #[test]
    fn after_two_changes_of_the_passphrase_only_the_last_one_opens_and_the_code_still_does() {
        let Made { key, code, file, .. } = made();
        let file = file.with_passphrase(&key, &passphrase("second one"), Cost::QUICK).unwrap();
        let file = file.with_passphrase(&key, &passphrase("third one"), Cost::QUICK).unwrap();
        for old in ["縁側でお茶を", "second one"] {
            assert!(file.by_passphrase(&passphrase(old)).is_err(), "{old}");
        }
        assert_eq!(file.by_passphrase(&passphrase("third one")).unwrap().bytes(), key.bytes());
        assert_eq!(file.by_code(&code).unwrap().bytes(), key.bytes());
    }

    #[test]
    fn a_new_code_ends_the_old_one_and_leaves_the_passphrase() {
        let Made { key, code, file, .. } = made();
        let new = RecoveryCode::new().unwrap();
        let file = file.with_code(&key, &new).unwrap();
        assert!(matches!(file.by_code(&code), Err(ProtectionRefused::WrongCode)));
        assert_eq!(file.by_code(&new).unwrap().bytes(), key.bytes());
        assert!(file.by_passphrase(&passphrase("縁側でお茶を")).is_ok());
    }

    /// Every digit of the file on disk is altered once: no alteration gives a key, neither this one nor another.
    #[test]
    fn whatever_is_altered_in_the_key_file_the_passphrase_no_longer_opens_it() {
        let Made { file, .. } = made();
        let text = serde_json::to_string(&file).unwrap();
        let passphrase = passphrase("縁側でお茶を");
        let code_begins = text.find("recovery_code").unwrap();
        for (at, was) in text[..code_begins].bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
            let mut altered = text.clone().into_bytes();
            altered[at] = if was == b'1' { b'2' } else { b'1' };
            let read = KeyFile::of(&altered, Path::new(NAME));
            let opened = read.and_then(|file| file.by_passphrase(&passphrase));
            assert!(opened.is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_newer_key_file_is_refused_with_both_numbers() {
        let Made { file, .. } = made();
        let text = serde_json::to_string(&file).unwrap().replace("\"version\":1", "\"version\":2");
        let refused = KeyFile::of(text.as_bytes(), Path::new(NAME)).unwrap_err();
        assert!(matches!(refused, ProtectionRefused::Newer { found: 2, known: 1 }), "{refused}");
    }

    #[test]
    fn a_key_file_that_would_take_the_memory_of_the_machine_is_refused_before_anything_is_derived() {
        let Made { file, folder, .. } = made();
        let greedy =
            serde_json::to_string(&file).unwrap().replace("\"memory_kib\":8", "\"memory_kib\":4194304");
        for path in [folder.path().join(NAME), copy_in(folder.path())] {
            fs::write(path, &greedy).unwrap();
        }
        let refused = KeyFile::read(folder.path()).unwrap_err();
        let told = crate::problem(&refused, &Words::new(Lang::En), Lang::En);
        assert_eq!(told.code, ProblemCode::BookDamaged);
        assert!(told.message.contains("4,096 MiB"), "{}", told.message);
        assert!(told.message.contains("more memory or time than any version"), "{}", told.message);
    }

    #[test]
    fn a_key_file_that_was_lost_or_damaged_is_read_from_its_copy_among_the_backups() {
        let Made { key, code, file, folder } = made();
        fs::write(folder.path().join("book.sqlite"), [7; 4096]).unwrap();
        for damage in ["", "{", "\0\0\0\0"] {
            fs::write(folder.path().join(NAME), damage).unwrap();
            let found = KeyFile::read(folder.path()).unwrap().unwrap();
            assert_eq!(found.by_code(&code).unwrap().bytes(), key.bytes());
        }
        fs::remove_file(folder.path().join(NAME)).unwrap();
        assert_eq!(KeyFile::read(folder.path()).unwrap().as_ref(), Some(&file));
        file.mend_copy(folder.path()).unwrap();
        assert_eq!(KeyFile::read_at(&folder.path().join(NAME)).unwrap(), Some(file));
    }

    #[test]
    fn a_copy_left_among_the_backups_does_not_make_a_plain_book_a_protected_one() {
        let Made { folder, .. } = made();
        fs::remove_file(folder.path().join(NAME)).unwrap();
        fs::write(folder.path().join("book.sqlite"), b"SQLite format 3\0 and so on").unwrap();
        assert_eq!(KeyFile::read(folder.path()).unwrap(), None);
    }
}
