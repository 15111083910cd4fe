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
    /// What a key file may ask for at most: twice the most that is ever written, in memory and in passes, so that a later version may
    /// write more of either within the same form. Lanes share the memory and are computed one after another, and only one is written.
    /// A file that asks for more comes from somebody else: followed, it would make the machine swap for as long as it likes, before
    /// anybody can know whether the passphrase is right.
    pub const MOST_READ: Self =
        Self { memory_kib: 2 * Self::MOST_MEMORY_KIB, passes: 2 * Self::MOST_PASSES, lanes: 1 };

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

    /// Whether a key file may ask for it: see [`Cost::MOST_READ`].
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
        // 512 MiB, 24 passes, one lane: twice of what the fastest machine writes.
        for (cost, bearable) in [
            (Cost { memory_kib: 512 * 1024, passes: 24, lanes: 1 }, true),
            (Cost { memory_kib: 512 * 1024 + 1, ..Cost::LEAST }, false),
            (Cost { passes: 25, ..Cost::LEAST }, false),
            (Cost { lanes: 2, ..Cost::LEAST }, false),
            (Cost { memory_kib: u32::MAX, passes: u32::MAX, lanes: u32::MAX }, false),
        ] {
            assert_eq!(cost.is_bearable(), bearable, "{cost:?}");
        }
    }

    #[test]
    fn whatever_a_machine_measures_it_can_read_again() {
        for took in 0..=1_000 {
            assert!(Cost::from_trial(took.max(1)).is_bearable(), "{took} ms");
        }
    }
}
