//! Where the words of a search stand, over all contracts at once: one long text, one pass for each word.

use memchr::memmem;

/// The keys of all contracts behind one another. A key that was replaced stays in the text, unowned, until half of it is such.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    text: String,
    /// Where each piece begins, in order, and whose it was when it was written.
    pieces: Vec<(usize, u32)>,
    /// Where the piece of each slot begins now.
    at: Vec<Option<usize>>,
    /// Bytes of pieces that are nobody's any more.
    dead: usize,
}

impl Haystack {
    /// Gives a slot this key. No search word contains a line break, so none is found across two pieces.
    pub(super) fn set(&mut self, slot: u32, key: &str) {
        self.forget(slot);
        let index = slot as usize;
        if self.at.len() <= index {
            self.at.resize(index + 1, None);
        }
        self.at[index] = Some(self.text.len());
        self.pieces.push((self.text.len(), slot));
        self.text.push_str(key);
        self.text.push('\n');
        if self.dead > self.text.len() / 2 {
            self.tidy();
        }
    }

    /// Takes a slot's key away.
    pub(super) fn forget(&mut self, slot: u32) {
        if let Some(start) = self.at.get_mut(slot as usize).and_then(Option::take) {
            let piece = self.pieces.partition_point(|(begin, _)| *begin <= start);
            let end = self.pieces.get(piece).map_or(self.text.len(), |(begin, _)| *begin);
            self.dead += end - start;
        }
    }

    /// The key of a slot.
    pub(super) fn key(&self, slot: u32) -> &str {
        let Some(start) = self.at.get(slot as usize).copied().flatten() else {
            return "";
        };
        let piece = self.pieces.partition_point(|(begin, _)| *begin <= start);
        let end = self.pieces.get(piece).map_or(self.text.len(), |(begin, _)| *begin);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Calls `found` once for each slot whose key contains the word.
    pub(super) fn find(&self, word: &str, mut found: impl FnMut(u32)) {
        let mut piece = 0;
        let mut from = 0;
        let finder = memmem::Finder::new(word);
        while let Some(hit) = self.text.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + hit;
            // Matches come in order, so the piece is near the last one.
            piece += self.pieces.get(piece..).map_or(0, |rest| gallop(rest, at));
            let Some((start, slot)) = piece.checked_sub(1).and_then(|index| self.pieces.get(index)) else {
                return;
            };
            if self.at.get(*slot as usize).copied().flatten() == Some(*start) {
                found(*slot);
            }
            // One hit for a piece is enough: on with the next one.
            from = self.pieces.get(piece).map_or(self.text.len(), |(begin, _)| *begin);
        }
    }

    fn tidy(&mut self) {
        let mut fresh = Self {
            text: String::with_capacity(self.text.len()),
            at: vec![None; self.at.len()],
            ..Self::default()
        };
        for (start, slot) in &self.pieces {
            if self.at.get(*slot as usize).copied().flatten() == Some(*start) {
                let key = self.key(*slot);
                fresh.at[*slot as usize] = Some(fresh.text.len());
                fresh.pieces.push((fresh.text.len(), *slot));
                fresh.text.push_str(key);
            }
        }
        *self = fresh;
    }
}

/// How many of these pieces begin at or before `at`, found by steps that double.
fn gallop(pieces: &[(usize, u32)], at: usize) -> usize {
    let mut step = 1;
    while pieces.get(step).is_some_and(|(begin, _)| *begin <= at) {
        step *= 2;
    }
    let low = step / 2;
    let high = step.min(pieces.len());
    low + pieces.get(low..high).map_or(0, |part| part.partition_point(|(begin, _)| *begin <= at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(haystack: &Haystack, word: &str) -> Vec<u32> {
        let mut slots = Vec::new();
        haystack.find(word, |slot| slots.push(slot));
        slots.sort_unstable();
        slots
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_contains_the_word_after_any_changes(
            changes in proptest::collection::vec((0..12_u32, proptest::option::of("[ab商]{0,6}")), 0..60),
            word in "[ab商]{1,3}",
        ) {
            let mut haystack = Haystack::default();
            let mut plain: Vec<Option<String>> = vec![None; 12];
            for (slot, key) in changes {
                match &key {
                    Some(key) => haystack.set(slot, key),
                    None => haystack.forget(slot),
                }
                plain[slot as usize] = key;
            }
            let expected: Vec<u32> = (0..12).filter(|slot| plain[*slot as usize].as_ref().is_some_and(|key| key.contains(&word))).collect();
            prop_assert_eq!(found(&haystack, &word), expected);
        }
    }

    #[test]
    fn a_word_is_not_found_across_two_contracts() {
        let mut haystack = Haystack::default();
        haystack.set(0, "ab");
        haystack.set(1, "cd");
        assert_eq!(found(&haystack, "bc"), Vec::<u32>::new());
    }

    #[test]
    fn replaced_keys_do_not_pile_up() {
        let mut haystack = Haystack::default();
        for round in 0..1_000 {
            haystack.set(round % 3, "さくら商事");
        }
        assert!(haystack.text.len() < 20 * "さくら商事\n".len(), "{} bytes", haystack.text.len());
    }
}
