//! A book that is protected, or made plain again, while the program is killed, the power is cut, or the disk refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use engawa_faults::disk::Dice;
use engawa_faults::protection::{Kind, Says, files_with, says, turn};
use engawa_faults::table::{count, record as note};
use engawa_faults::work::{DAY_STEPS, Work, lay_out_sources};
use tempfile::TempDir;

use super::killed::{kill_within, time};
use super::power_cut::{each_disk, on_disk, thoroughness};
use super::recorder::{ASKING, Lasts, Recording, Refusal, calls, can_record, folder, record, run_refused};

/// What the evidence and the rows of the book say, and nobody but its user may read.
const PLAIN: [&str; 2] = ["step 2\nstep 2\n", "サクラ商店"];

/// A closed book after a day's work, with evidence and a backup.
struct Closed {
    _kept: TempDir,
    place: PathBuf,
    says: Says,
}

impl Closed {
    fn of(kind: Kind) -> Self {
        let ((kept, place), (_sources, sources)) = (folder(), folder());
        lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
        let home = place.join("book");
        let mut work = Work::at(&home, &sources);
        (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
        drop(work);
        if kind == Kind::Protected {
            turn(&home, kind).unwrap();
        }
        let (is, says) = says(&home).unwrap();
        assert_eq!(is, kind);
        Self { _kept: kept, place, says }
    }

    fn copy_to(&self, place: &Path) {
        copy_folder(&self.place, place);
    }

    /// Opens the book there as the app does; which of the two it is, when it is whole and says what it did.
    fn look(&self, place: &Path) -> Result<Kind, String> {
        let home = place.join("book");
        let (kind, says) = says(&home)?;
        if says != self.says {
            return Err(format!("{kind:?}: it says something else"));
        }
        if kind == Kind::Protected {
            for plain in PLAIN {
                match files_with(&home, plain.as_bytes()).unwrap() {
                    found if found.is_empty() => {}
                    found => return Err(format!("{plain:?} is to be read in {found:?}")),
                }
            }
        }
        Ok(kind)
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

/// The word for making a book one of this kind.
const fn command(into: Kind) -> &'static str {
    match into {
        Kind::Protected => "protect",
        Kind::Plain => "unprotect",
    }
}

#[test]
fn a_kill_while_a_book_is_protected_or_made_plain_again_leaves_the_one_or_the_other() {
    let (mut dice, mut times, mut turned) = (Dice(7), 0, 0);
    for into in [Kind::Protected, Kind::Plain] {
        let closed = Closed::of(into.other());
        let (_kept, here) = folder();
        closed.copy_to(&here);
        let undisturbed = time(&[command(into), here.join("book").to_str().unwrap()]);
        for _ in 0..count(25, 400) {
            let (_kept, here) = folder();
            closed.copy_to(&here);
            let said =
                kill_within(&[command(into), here.join("book").to_str().unwrap()], undisturbed, &mut dice);
            let kind = closed.look(&here).unwrap_or_else(|wrong| panic!("kill {times} of {into:?}: {wrong}"));
            assert!(said.is_empty() || kind == into, "said and not done");
            times += 1;
            turned += u64::from(kind == into);
        }
    }
    note("killed-protecting", times, &format!("{turned} had become what they were to become"));
}

#[test]
fn a_power_cut_while_a_book_is_protected_or_made_plain_again_leaves_the_one_or_the_other() {
    if !can_record() {
        return;
    }
    let (mut times, mut turned) = (0, 0);
    for into in [Kind::Protected, Kind::Plain] {
        let closed = Closed::of(into.other());
        let (_kept, disk) = folder();
        closed.copy_to(&disk);
        let recording: Recording = record(&disk, &[command(into), disk.join("book").to_str().unwrap()], None);
        times += each_disk(&recording, thoroughness().of_much(), |image, said| {
            on_disk(image, &disk, |here| {
                let kind = closed.look(here)?;
                turned += u64::from(kind == into);
                if kind != into && !said.is_empty() { Err("said and not done".to_owned()) } else { Ok(()) }
            })
        });
    }
    note("power-cut-protecting", times, &format!("In {turned} it had become what it was to become"));
}

#[test]
fn a_disk_that_is_full_or_fails_while_a_book_is_protected_leaves_the_one_or_the_other() {
    if !can_record() {
        return;
    }
    let closed = Closed::of(Kind::Plain);
    let (_kept, here) = folder();
    closed.copy_to(&here);
    let calls = calls(&here, ASKING, &["protect", here.join("book").to_str().unwrap()]);
    let mut points = Vec::new();
    for call in &calls {
        let errors = ["EIO"].into_iter().chain(call.needs_room().then_some("ENOSPC"));
        for error in errors {
            let both = [Lasts::Once, Lasts::ForGood];
            points.extend(both.map(|lasts| Refusal { call: call.name.clone(), nth: call.nth, lasts, error }));
        }
    }
    let every = points.len().div_ceil(usize::try_from(count(60, 1_000)).unwrap()).max(1);
    let (mut times, mut words, mut turned) = (0, BTreeMap::new(), 0);
    for refusal in points.iter().step_by(every) {
        let (_kept, here) = folder();
        closed.copy_to(&here);
        let home = here.join("book");
        let (said, met) = run_refused(refusal, &["protect", home.to_str().unwrap()]);
        assert!(met > 0, "{refusal:?}: the call was not made this time");
        let word = said.iter().find_map(|line| line.strip_prefix("refused ")?.split(' ').next());
        let kind = closed.look(&here).unwrap_or_else(|wrong| panic!("{refusal:?}: {said:?}\n{wrong}"));
        assert!(word.is_some() || kind == Kind::Protected, "{refusal:?}: neither refused nor done: {said:?}");
        if kind == Kind::Plain {
            turn(&home, Kind::Protected).unwrap_or_else(|error| panic!("{refusal:?}, and again: {error}"));
            assert_eq!(closed.look(&here), Ok(Kind::Protected), "{refusal:?}, and again");
        }
        times += 1;
        *words.entry(word.unwrap_or("nothing").to_owned()).or_insert(0) += 1;
        turned += u64::from(kind == Kind::Protected);
    }
    assert!(words.contains_key("disk-full"), "{words:?}");
    let told: Vec<String> = words.iter().map(|(word, times)| format!("{word} {times}")).collect();
    let remark = format!("Told as: {}; {turned} were protected all the same", told.join(", "));
    note("disk-refuses-protecting", times, &remark);
}
