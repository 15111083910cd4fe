//! A key inside another: XChaCha20-Poly1305, bound to what stands beside it in the key file.

use chacha20poly1305::aead::{Aead, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::keys::KEY_BYTES;
use super::random;
use super::refused::ProtectionRefused;

/// The length of a nonce in bytes: long enough to be drawn at random.
pub const NONCE_BYTES: usize = 24;

/// Encrypts a secret; `beside` is bound to it.
pub fn wrap(
    secret: &[u8],
    key: &[u8; KEY_BYTES],
    beside: &[u8],
) -> Result<([u8; NONCE_BYTES], Vec<u8>), ProtectionRefused> {
    let nonce = random::bytes()?;
    let wrapped = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: secret, aad: beside })
        .map_err(|_| ProtectionRefused::Cipher)?;
    Ok((nonce, wrapped))
}

/// The secret again; `None` when the key is another, or anything was altered.
pub fn unwrap(
    wrapped: &[u8],
    nonce: &[u8; NONCE_BYTES],
    key: &[u8; KEY_BYTES],
    beside: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let payload = Payload { msg: wrapped, aad: beside };
    XChaCha20Poly1305::new(key.into()).decrypt(&XNonce::from(*nonce), payload).ok().map(Zeroizing::new)
}
