//! The power is cut: at every moment of some work, the disk as it could be.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use engawa_book::ImportMode;
use engawa_faults::disk::{Dice, Image, Left};
use engawa_faults::table::{count, record as note};
use engawa_faults::trace::Event;
use engawa_faults::work::{DAY_STEPS, Next, Work, lay_out_sources, look_after};
use engawa_faults::{open, table};
use engawa_store::{SCHEMA, check_copy};

use super::old::{OldBook, old_books};
use super::recorder::{Lasts, Recording, Refusal, calls, can_record, folder, record};

/// Which disks are made of each moment.
#[derive(Clone, Copy)]
pub struct Thoroughness {
    /// Of so many disks that keep something one is made. Those that keep nothing but what is sure are all made.
    one_in: u64,
    /// How often the dice are thrown for a moment.
    throws: u64,
}

pub fn thoroughness() -> Thoroughness {
    match table::form() {
        table::Form::Short => Thoroughness { one_in: 20, throws: 2 },
        table::Form::Long { percent } => Thoroughness { one_in: (100 / percent.max(1)).max(1), throws: 6 },
    }
}

impl Thoroughness {
    /// The same for work of so many calls that the short form would take too long.
    pub fn of_much(self) -> Self {
        match table::form() {
            table::Form::Short => Self { one_in: 4 * self.one_in, ..self },
            table::Form::Long { .. } => self,
        }
    }
}

/// Makes the disks of a recording, each once, and shows them with what had been said until then. How many there were.
pub fn each_disk(
    recording: &Recording,
    how: Thoroughness,
    mut look: impl FnMut(&Image, &[String]) -> Result<(), String>,
) -> u64 {
    let Recording { before, events } = recording;
    let (mut disk, mut said, mut seen, mut dice) =
        (before.clone(), Vec::new(), HashSet::new(), Dice(20_261_127));
    for (moment, event) in events.iter().enumerate() {
        disk.apply(event);
        if let Event::Said(line) = event {
            said.push(line.clone());
        }
        let throws = (0..how.throws).map(|_| Left::Some(Dice(dice.below(u64::MAX))));
        let others =
            [Left::Names, Left::Bytes, Left::Everything].into_iter().chain(throws.collect::<Vec<_>>());
        let chosen: Vec<Left> = others.filter(|_| dice.below(how.one_in) == 0).collect();
        for left in std::iter::once(Left::Nothing).chain(chosen) {
            let name = format!("{left:?}");
            let Some(image) = disk.image(&left) else { continue };
            let mut hasher = DefaultHasher::new();
            (&image, said.len()).hash(&mut hasher);
            if seen.insert(hasher.finish())
                && let Err(wrong) = look(&image, &said)
            {
                panic!("cut after event {moment} ({}), keeping {name}:\n{wrong}", short(event));
            }
        }
    }
    seen.len() as u64
}

fn short(event: &Event) -> String {
    format!("{event:?}").chars().take(160).collect()
}

/// The number of the step that was answered last.
fn answered(said: &[String]) -> u64 {
    said.iter().filter_map(|line| line.parse().ok()).next_back().unwrap_or(0)
}

/// Lays the disk out and looks.
pub fn on_disk<T>(image: &Image, from: &Path, look: impl FnOnce(&Path) -> T) -> T {
    let (_kept, here) = folder();
    image.lay_out(from, &here).unwrap();
    look(&here)
}

/// The files below a folder: their names, and what is in them.
fn files_in(folder: &Path) -> BTreeMap<OsString, Vec<u8>> {
    let within = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found = BTreeMap::new();
    for entry in within(folder).flat_map(|entry| within(&entry.path())) {
        found.insert(entry.file_name(), fs::read(entry.path()).unwrap());
    }
    found
}

#[test]
fn a_power_cut_at_any_moment_of_a_days_work_loses_no_answered_step() {
    if !can_record() {
        return;
    }
    let ((_disk, disk), (_sources, sources)) = (folder(), folder());
    let steps = count(1, 2) * DAY_STEPS;
    lay_out_sources(&sources, 1..=steps + 1).unwrap();
    let book = disk.join("book");
    let words = ["work", book.to_str().unwrap(), sources.to_str().unwrap(), "1", &steps.to_string()];
    let recording = record(&disk, &words, None);
    let mut done = 0;
    let times = each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            done += u64::from(look_after(&here.join("book"), &sources, answered(said))? == Next::Done);
            Ok(())
        })
    });
    assert!(times > 60, "too few moments to mean anything: {times}");
    note("power-cut-at-work", times, &format!("In {done} the step under way was there"));
}

#[test]
fn a_power_cut_after_a_failed_sync_loses_no_answered_step() {
    if !can_record() {
        return;
    }
    let (_sources, sources) = folder();
    lay_out_sources(&sources, 1..=DAY_STEPS + 1).unwrap();
    let work = |disk: &Path, refusal: Option<&Refusal>| {
        let book = disk.join("book");
        let words = ["work", book.to_str().unwrap(), sources.to_str().unwrap(), "1", &DAY_STEPS.to_string()];
        record(disk, &words, refusal)
    };
    let (_kept, here) = folder();
    let book = here.join("book");
    let words = ["work", book.to_str().unwrap(), sources.to_str().unwrap(), "1", &DAY_STEPS.to_string()];
    let syncs = calls(&here, &["fsync", "fdatasync"], &words);
    let every = usize::try_from(count(7, 1)).unwrap();
    let (mut times, mut failed) = (0, 0);
    for sync in syncs.iter().step_by(every) {
        let refusal = Refusal { call: sync.name.clone(), nth: sync.nth, lasts: Lasts::Once, error: "EIO" };
        let (_kept, disk) = folder();
        let recording = work(&disk, Some(&refusal));
        failed +=
            u64::from(recording.events.iter().any(|event| matches!(event, Event::Sync { done: false, .. })));
        let only_sure = Thoroughness { one_in: u64::MAX, throws: 0 };
        times += each_disk(&recording, only_sure, |image, said| {
            on_disk(image, &disk, |here| look_after(&here.join("book"), &sources, answered(said)))
                .map(drop)
                .map_err(|wrong| format!("{refusal:?}: {wrong}"))
        });
    }
    assert!(failed > 2, "too few syncs of files failed to mean anything: {failed}");
    note("power-cut-after-failed-sync", times, &format!("{} syncs failed", syncs.len().div_ceil(every)));
}

#[test]
fn a_power_cut_during_an_import_leaves_nothing_or_all_of_it() {
    if !can_record() {
        return;
    }
    let ((_disk, disk), (_sources, sources)) = (folder(), folder());
    lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
    let mut work = Work::at(&sources.join("from"), &sources);
    (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
    let export = sources.join("export.json");
    let from = work.book().unwrap();
    from.export(&export, engawa_book::ExportFiles::Along).unwrap();
    let (digest, files) = (from.digest().unwrap(), from.check().unwrap().files_seen);
    let book = disk.join("book");
    let recording = record(&disk, &["import", book.to_str().unwrap(), export.to_str().unwrap()], None);
    let times = each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            let mut book = open(here.join("book")).map_err(|error| error.to_string())?;
            let taken = said.iter().any(|line| line.starts_with("taken"));
            match book.rows().entries().unwrap() {
                0 if taken => return Err("taken and lost".to_owned()),
                0 => drop(book.import(&export, ImportMode::Apply).map_err(|error| error.to_string())?),
                _ => {}
            }
            let check = book.check().unwrap();
            if !check.is_whole() || check.files_seen != files || book.digest().unwrap() != digest {
                return Err(format!("{check:?}"));
            }
            Ok(())
        })
    });
    note("power-cut-importing", times, "");
}

#[test]
fn a_power_cut_during_an_upgrade_leaves_a_book_that_opens_and_its_copy() {
    if !can_record() {
        return;
    }
    let mut times = 0;
    for OldBook { file, schema, digest } in old_books() {
        let (_disk, disk) = folder();
        fs::create_dir(disk.join("book")).unwrap();
        fs::copy(&file, disk.join("book/book.sqlite")).unwrap();
        let recording = record(&disk, &["open", disk.join("book").to_str().unwrap()], None);
        assert!(recording.events.contains(&Event::Said("opened".to_owned())));
        times += each_disk(&recording, thoroughness(), |image, said| {
            on_disk(image, &disk, |here| {
                let path = here.join("book");
                if !said.is_empty() || super::old::written_schema(&path.join("book.sqlite")) == SCHEMA {
                    super::old::copy_of(&path, schema).ok_or("the old book was not kept")?;
                }
                super::old::says_the_same(&path, &digest)
            })
        });
    }
    note("power-cut-migrating", times, "");
}

#[test]
fn a_power_cut_after_an_export_or_a_backup_loses_nothing_that_was_said_to_be_written() {
    if !can_record() {
        return;
    }
    let ((_disk, disk), (_sources, sources)) = (folder(), folder());
    lay_out_sources(&sources, 1..=DAY_STEPS).unwrap();
    let path = disk.join("book");
    {
        let mut work = Work::at(&path, &sources);
        (1..=DAY_STEPS).for_each(|number| work.perform(number).unwrap());
    }
    fs::remove_dir_all(path.join("backups")).unwrap();
    let digest = open(path.clone()).unwrap().digest().unwrap();
    let export = disk.join("export.json");
    let book = path.to_str().unwrap();
    let recording = record(&disk, &["export", book, export.to_str().unwrap()], None);
    let mut times = each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            if said.is_empty() {
                return Ok(());
            }
            let mut into = open(here.join("into")).unwrap();
            into.import(&here.join("export.json"), ImportMode::Apply).map_err(|error| error.to_string())?;
            let same = into.digest().unwrap() == digest && into.check().unwrap().is_whole();
            if same { Ok(()) } else { Err("it says something else".to_owned()) }
        })
    });
    let recording = record(&disk, &["back-up", book, "2"], None);
    times += each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            for backup in said.iter().filter_map(|line| line.strip_prefix("backup ")) {
                let there = here.join(Path::new(backup).strip_prefix(&disk).unwrap());
                check_copy(&there, None).map_err(|error| format!("{backup}: {error}"))?;
            }
            Ok(())
        })
    });
    let stick = disk.join("stick");
    fs::create_dir(&stick).unwrap();
    let evidence = files_in(&path.join("evidence"));
    assert_eq!(evidence.len(), 2);
    let recording = record(&disk, &["bring", book, stick.to_str().unwrap()], None);
    times += each_disk(&recording, thoroughness(), |image, said| {
        on_disk(image, &disk, |here| {
            for backup in said.iter().filter_map(|line| line.strip_prefix("backup ")) {
                let there = here.join(Path::new(backup).strip_prefix(&disk).unwrap());
                check_copy(&there, None).map_err(|error| format!("{backup}: {error}"))?;
                let brought = files_in(&there.parent().unwrap().join("evidence"));
                if brought != evidence {
                    return Err(format!("{backup} has the evidence {:?}", brought.keys()));
                }
            }
            Ok(())
        })
    });
    note("power-cut-exporting", times, "");
}
