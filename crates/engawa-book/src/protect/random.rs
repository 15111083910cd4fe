//! Random bytes of the system.

use zeroize::Zeroizing;

use super::refused::ProtectionRefused;

/// Fills what a key, a salt or a nonce is made of.
pub fn fill(bytes: &mut [u8]) -> Result<(), ProtectionRefused> {
    getrandom::fill(bytes).map_err(|_| ProtectionRefused::NoRandomness)
}

/// So many random bytes.
pub fn bytes<const N: usize>() -> Result<[u8; N], ProtectionRefused> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// So many random bytes that are a secret.
pub fn secret<const N: usize>() -> Result<Zeroizing<[u8; N]>, ProtectionRefused> {
    let mut secret = Zeroizing::new([0; N]);
    fill(secret.as_mut_slice())?;
    Ok(secret)
}
