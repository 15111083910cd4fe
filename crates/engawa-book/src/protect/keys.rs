//! The key of a book, and the keys that come from it: one for the file, two for the evidence.

use std::fmt;

use engawa_domain::facts::Sha256Hex;
use engawa_store::FileKey;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::random;
use super::refused::ProtectionRefused;

/// The length of every key in bytes.
pub const KEY_BYTES: usize = 32;

/// The random key of a book. It never changes while the book is protected; the key file holds it twice, wrapped by the passphrase
/// and by the recovery code.
#[derive(Clone)]
pub struct BookKey(Zeroizing<[u8; KEY_BYTES]>);

impl BookKey {
    /// A new one.
    pub fn new() -> Result<Self, ProtectionRefused> {
        random::secret().map(Self)
    }

    /// The key of these bytes.
    pub const fn of(bytes: Zeroizing<[u8; KEY_BYTES]>) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// The keys that come from it.
    pub fn keys(&self) -> Result<Keys, ProtectionRefused> {
        let key = |label: &str| expand(self.0.as_slice(), &[], label.as_bytes());
        Ok(Keys {
            file: FileKey::new(key("engawa database 1")?),
            evidence: EvidenceKeys {
                wrapping: key("engawa evidence 1")?,
                names: key("engawa evidence names 1")?,
            },
        })
    }
}

impl fmt::Debug for BookKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("BookKey")
    }
}

/// A key out of another secret that is as random as a key: HKDF with SHA-256.
pub fn expand(
    secret: &[u8],
    salt: &[u8],
    label: &[u8],
) -> Result<Zeroizing<[u8; KEY_BYTES]>, ProtectionRefused> {
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(label, key.as_mut_slice())
        .map_err(|_| ProtectionRefused::Cipher)?;
    Ok(key)
}

/// What an open protected book needs.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Of the SQLite file and of its copies.
    pub file: FileKey,
    /// Of the files of evidence.
    pub evidence: EvidenceKeys,
}

/// The keys of the files of evidence.
#[derive(Clone)]
pub struct EvidenceKeys {
    wrapping: Zeroizing<[u8; KEY_BYTES]>,
    names: Zeroizing<[u8; KEY_BYTES]>,
}

impl EvidenceKeys {
    /// The key that wraps each file's own.
    pub fn wrapping(&self) -> &[u8; KEY_BYTES] {
        &self.wrapping
    }

    /// What the file with this hash is called: whoever has the same picture cannot tell that it is here.
    pub fn name(&self, sha256: &Sha256Hex) -> String {
        // A key of any length is taken.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(self.names.as_slice()) else { return String::new() };
        let code = mac.chain_update(sha256.0.as_bytes()).finalize().into_bytes();
        engawa_store::Hash(code.into()).to_string()
    }
}

impl fmt::Debug for EvidenceKeys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("EvidenceKeys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_file_and_evidence_are_three_different_ones() {
        let keys = BookKey::of(Zeroizing::new([7; KEY_BYTES])).keys().unwrap();
        let EvidenceKeys { wrapping, names } = &keys.evidence;
        assert_ne!(wrapping, names);
        assert_ne!(wrapping.as_slice(), [7; KEY_BYTES]);
    }

    /// Test case 1 of RFC 5869, appendix A.1, of which a key is the first 32 bytes.
    #[test]
    fn keys_are_expanded_as_rfc_5869_says() {
        let (salt, label): (Vec<u8>, Vec<u8>) = ((0..=0x0c).collect(), (0xf0..=0xf9).collect());
        let key = expand(&[0x0b; 22], &salt, &label).unwrap();
        let hex = engawa_store::Hash(*key).to_string();
        assert_eq!(hex, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    #[test]
    fn a_name_tells_nothing_of_the_hash_and_depends_on_the_key() {
        let hash = Sha256Hex("5d103c64a39b8ac1e10c8a7038fa6d780ed1d1b205e071e2b52236f9540f59a6".to_owned());
        let names = [1, 2]
            .map(|byte| BookKey::of(Zeroizing::new([byte; KEY_BYTES])).keys().unwrap().evidence.name(&hash));
        assert_ne!(names[0], names[1]);
        assert!(names.iter().all(|name| name.len() == 64 && *name != hash.0));
    }

    #[test]
    fn no_key_is_ever_printed() {
        let key = BookKey::of(Zeroizing::new([0xAB; KEY_BYTES]));
        let said = format!("{key:?} {:?}", key.keys().unwrap());
        assert_eq!(said, "BookKey Keys { file: FileKey, evidence: EvidenceKeys }");
    }
}
