//! Pages and bits of the file are not what they were.

use std::fs;
use std::path::Path;

use engawa_faults::disk::Dice;
use engawa_faults::open;
use engawa_faults::table::{count, record};
use engawa_faults::work::{DAY_STEPS, Holds, Work, after, found, lay_out_sources};

use super::recorder::folder;

const PAGE: usize = 4096;

/// What a damaged book says of itself.
#[derive(Default)]
struct Said {
    refused: u64,
    named: u64,
    /// The damage met nothing that is recorded.
    whole: u64,
}

impl Said {
    fn times(&self) -> u64 {
        self.refused + self.named + self.whole
    }

    fn remark(&self) -> String {
        format!(
            "{} refused, {} named by the check, {} met nothing recorded",
            self.refused, self.named, self.whole
        )
    }
}

/// A book of so many days, closed: the bytes of its file, and of an earlier state of it.
fn books(days: u64) -> (Vec<u8>, Vec<u8>) {
    let ((_kept, here), (_sources, sources)) = (folder(), folder());
    let steps = days * DAY_STEPS;
    lay_out_sources(&sources, 1..=steps).unwrap();
    let read = |from: u64, to: u64| {
        let mut work = Work::at(&here, &sources);
        (from..=to).for_each(|number| work.perform(number).unwrap());
        drop(work);
        fs::read(here.join("book.sqlite")).unwrap()
    };
    let earlier = read(1, steps / 2);
    (earlier, read(steps / 2 + 1, steps))
}

/// Opens the damaged file and looks through it. It may say anything but that all is well when something is missing.
fn look(bytes: &[u8], holds: &Holds, said: &mut Said, what: &str) {
    let (_kept, here) = folder();
    fs::write(here.join("book.sqlite"), bytes).unwrap();
    let Ok(book) = open(here.clone()) else {
        said.refused += 1;
        assert_eq!(fs::read(here.join("book.sqlite")).unwrap().len(), bytes.len(), "{what}");
        return;
    };
    let now = found(&book);
    match book.check() {
        Ok(check) if check.book.is_whole() => {
            let now = now.unwrap_or_else(|error| panic!("{what}: whole, and {error}"));
            let recorded = |holds: &Holds| (holds.stages.clone(), holds.evidence.clone(), holds.entries);
            assert_eq!(recorded(&now), recorded(holds), "{what}: said to be whole");
            said.whole += 1;
        }
        Ok(_) | Err(_) => said.named += 1,
    }
}

fn with(bytes: &[u8], at: usize, new: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

#[test]
fn a_damaged_page_is_never_passed_over() {
    let days = count(4, 20);
    let (earlier, bytes) = books(days);
    let holds = after(days * DAY_STEPS);
    let (mut said, mut dice) = (Said::default(), Dice(7));
    for at in (0..bytes.len()).step_by(PAGE) {
        let noise: Vec<u8> = (0..PAGE).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        let page = at / PAGE + 1;
        look(&with(&bytes, at, &[0; PAGE]), &holds, &mut said, &format!("page {page} zeroed"));
        look(&with(&bytes, at, &noise), &holds, &mut said, &format!("page {page} noise"));
        if let Some(old) = earlier.get(at..at + PAGE).filter(|old| **old != bytes[at..at + PAGE]) {
            let (first, last) = (&old[..PAGE / 2], &old[PAGE / 2..]);
            look(&with(&bytes, at, first), &holds, &mut said, &format!("page {page} torn, old before"));
            look(
                &with(&bytes, at + PAGE / 2, last),
                &holds,
                &mut said,
                &format!("page {page} torn, old after"),
            );
        }
    }
    assert!(said.refused > 0 && said.named > 0, "{}", said.remark());
    record("page-damaged", said.times(), &said.remark());
}

#[test]
fn a_flipped_bit_is_never_passed_over() {
    let (_, bytes) = books(4);
    let holds = after(4 * DAY_STEPS);
    let (mut said, mut dice) = (Said::default(), Dice(11));
    for _ in 0..count(300, 10_000) {
        let at = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
        let bit = dice.below(8);
        let flipped = with(&bytes, at, &[bytes[at] ^ 1 << bit]);
        look(&flipped, &holds, &mut said, &format!("bit {bit} of byte {at}"));
    }
    assert!(said.named > 0, "{}", said.remark());
    record("byte-flipped", said.times(), &said.remark());
}

/// Used by the tests of files that are cut off.
pub fn copy(from: &Path, to: &Path, names: &[&str]) {
    fs::create_dir(to).unwrap();
    for name in names {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
}
