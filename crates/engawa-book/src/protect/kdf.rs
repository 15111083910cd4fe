//! From a passphrase to a key, slowly on purpose: argon2id, whose cost is measured on the machine at hand and kept with the key.

use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::keys::KEY_BYTES;
use super::refused::ProtectionRefused;
use super::secret::Passphrase;

/// What trying one passphrase costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// How often all of it is gone through.
    pub passes: u32,
    /// Lanes, computed one after another here.
    pub lanes: u32,
}

/// What trying one passphrase should take, in milliseconds: nothing to the user, much to whoever tries millions.
const AIM_MS: u128 = 500;

impl Cost {
    /// Less is never used.
    pub const LEAST: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// More memory is never used: small machines open the book too. A faster machine goes through it more often.
    const MOST_MEMORY_KIB: u32 = 256 * 1024;
    const MOST_PASSES: u32 = 12;
    /// What a key file may ask for at most. One that asks for more was not written by us, and would only take the machine's memory.
    const MOST_READ: Self = Self { memory_kib: 4 * 1024 * 1024, passes: 64, lanes: 16 };

    /// About half a second on this machine, and never less than [`Cost::LEAST`].
    pub fn measured() -> Self {
        let began = Instant::now();
        let tried = derive(b"", &[0; 16], Self::LEAST);
        let took = began.elapsed().as_millis().max(1);
        if tried.is_err() { Self::LEAST } else { Self::from_trial(took) }
    }

    /// The cost that takes half a second where the least one took so many milliseconds: memory first, then passes.
    fn from_trial(took_ms: u128) -> Self {
        let times = u32::try_from(AIM_MS / took_ms).unwrap_or(u32::MAX).max(1);
        let memory_kib = Self::LEAST.memory_kib.saturating_mul(times).min(Self::MOST_MEMORY_KIB);
        let left = times / (memory_kib / Self::LEAST.memory_kib);
        let passes = Self::LEAST.passes.saturating_mul(left).clamp(Self::LEAST.passes, Self::MOST_PASSES);
        Self { memory_kib, passes, lanes: 1 }
    }

    /// Whether a key file may ask for it.
    pub const fn is_bearable(self) -> bool {
        self.memory_kib <= Self::MOST_READ.memory_kib
            && self.passes <= Self::MOST_READ.passes
            && self.lanes <= Self::MOST_READ.lanes
    }
}

/// The key of a passphrase.
pub fn key_of(
    passphrase: &Passphrase,
    salt: &[u8],
    cost: Cost,
) -> Result<Zeroizing<[u8; KEY_BYTES]>, ProtectionRefused> {
    derive(passphrase.bytes(), salt, cost)
}

fn derive(secret: &[u8], salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; KEY_BYTES]>, ProtectionRefused> {
    let Cost { memory_kib, passes, lanes } = cost;
    let params =
        Params::new(memory_kib, passes, lanes, Some(KEY_BYTES)).map_err(|_| ProtectionRefused::Cipher)?;
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, key.as_mut_slice())
        .map_err(|_| ProtectionRefused::Cipher)?;
    Ok(key)
}

#[cfg(test)]
impl Cost {
    /// For tests, which open hundreds of books.
    pub const QUICK: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_machine_gets_the_least_and_a_fast_one_more_memory_first() {
        assert_eq!(Cost::from_trial(2_000), Cost::LEAST);
        assert_eq!(Cost::from_trial(250), Cost { memory_kib: 128 * 1024, ..Cost::LEAST });
        // Ten times as fast: four times the memory, and what is left of the ten in passes.
        assert_eq!(Cost::from_trial(50), Cost { memory_kib: 256 * 1024, passes: 6, lanes: 1 });
        assert_eq!(Cost::from_trial(1), Cost { memory_kib: 256 * 1024, passes: 12, lanes: 1 });
    }

    #[test]
    fn a_key_file_that_asks_for_all_the_memory_of_a_machine_is_not_followed() {
        assert!(Cost::LEAST.is_bearable());
        assert!(!Cost { memory_kib: u32::MAX, ..Cost::LEAST }.is_bearable());
        assert!(!Cost { passes: 65, ..Cost::LEAST }.is_bearable());
    }
}
