//! Inputs that are nearly right: a corpus, changed as it is never changed on purpose.

/// Pieces that mean something to one reader or another.
const PIECES: &[&str] = &[
    "\0",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{2066}",
    "\u{301}",
    "\u{3099}",
    "ﾞ",
    "ー",
    "㈱",
    "𠮷",
    "👨‍👩‍👧‍👦",
    "İ",
    "ß",
    "ſ",
    "ｱ",
    "Ａ",
    "１",
    "①",
    "一",
    "億",
    "円",
    "年",
    "月",
    "日",
    "令和",
    "午後",
    "-",
    "−",
    "~",
    "@",
    "＠",
    ".",
    "．",
    "://",
    "https://",
    "www.",
    "line",
    "ＬＩＮＥ",
    "chatwork",
    "030",
    "090-1234-5678",
    "+81",
    "%",
    "{",
    "}",
    "{title}",
    "{{",
    "[",
    "]",
    "[[",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\n",
    "\r\n",
    "\t",
    ",",
    ":",
    "=",
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "NaN",
    "9223372036854775808",
    "18446744073709551616",
    "0.1",
    "2026-02-30",
    "\"\"\"",
    "'''",
    "#",
    " ",
    "　",
];

/// Changes inputs, the same way for the same seed.
#[derive(Debug, Clone)]
pub struct Mutator {
    state: u64,
}

/// The longest input: what is found in longer ones is found in shorter ones.
const LONGEST: usize = 1 << 20;

impl Mutator {
    /// Another seed, other inputs.
    pub fn new(seed: u64) -> Self {
        Self { state: seed.wrapping_mul(2).wrapping_add(1) }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or(0) % bound.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// One of these, changed in up to eight places.
    pub fn next(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = self.pick(corpus).cloned().unwrap_or_default();
        // Small inputs first: most that breaks something is short.
        for _ in 0..=self.below(8) {
            self.change(&mut input, corpus);
        }
        input.truncate(LONGEST);
        input
    }

    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length + 1);
        let longest = if self.below(4) == 0 { length - from } else { (length - from).min(16) };
        from..from + self.below(longest + 1)
    }

    fn change(&mut self, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let at = self.below(input.len() + 1);
        match self.below(9) {
            0 => {
                let bit = self.below(8);
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            1 => {
                let new = u8::try_from(self.below(256)).unwrap_or(0);
                if let Some(byte) = input.get_mut(at) {
                    *byte = new;
                }
            }
            2 | 3 => {
                let piece = self.pick(PIECES).copied().unwrap_or_default();
                input.splice(at..at, piece.bytes());
            }
            4 => {
                let stretch = self.stretch(input.len());
                input.drain(stretch);
            }
            5 => {
                let stretch = self.stretch(input.len());
                let again = input.get(stretch).unwrap_or_default().to_vec();
                input.splice(at..at, again);
            }
            6 => {
                // What stands there many times over: nesting, long numbers, long words.
                let piece = self.pick(PIECES).copied().unwrap_or_default();
                let times = 1 + self.below(300);
                input.splice(at..at, piece.repeat(times).into_bytes());
            }
            7 => {
                let other = self.pick(corpus).cloned().unwrap_or_default();
                let stretch = self.stretch(other.len());
                let (stretch, here) = (other.get(stretch).unwrap_or_default(), self.stretch(input.len()));
                input.splice(here, stretch.iter().copied());
            }
            _ => input.truncate(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_inputs_again_and_another_gives_others() {
        let corpus = [b"one".to_vec(), b"two".to_vec()];
        let inputs = |seed| {
            let mut mutator = Mutator::new(seed);
            (0..50).map(|_| mutator.next(&corpus)).collect::<Vec<_>>()
        };
        assert_eq!(inputs(1), inputs(1));
        assert_ne!(inputs(1), inputs(2));
    }
}
