use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use engawa_book::{ExportFiles, ImportMode};
use engawa_faults::disk::Dice;
use engawa_faults::open;
use engawa_faults::table::{count, record};
use engawa_faults::work::{DAY_STEPS, Next, Work, lay_out_sources, look_after};
use engawa_store::SCHEMA;

use super::old::{OldBook, copy_of, old_books, says_the_same, written_schema};
use super::recorder::folder;
use super::writer::{PROGRAM, Writer};

/// Kills of one book. A longer history would only be looked through again and again.
const KILLS_OF_A_BOOK: u64 = 40;

/// Lets a few microseconds pass without giving up the processor, so that the kill meets the writer anywhere in its work.
fn spin(micros: u64) {
    let until = Instant::now() + Duration::from_micros(micros);
    while Instant::now() < until {
        std::hint::spin_loop();
    }
}

#[test]
fn kills_at_any_moment_of_a_days_work_lose_nothing_answered_and_double_nothing() {
    let kills = count(200, 5_000);
    let mut dice = Dice(20_261_124);
    let (mut made, mut answered, mut unanswered) = (0, 0, 0);
    while made < kills {
        let ((_kept, here), (_sources, sources)) = (folder(), folder());
        let book = here.join("book");
        let mut next = 1;
        for _ in 0..KILLS_OF_A_BOOK.min(kills - made) {
            lay_out_sources(&sources, next..=next + 400).unwrap();
            let mut writer = Writer::work(&book, &sources, next);
            let mut last = next - 1;
            let answers = dice.below(12);
            for _ in 0..answers {
                last = writer.next();
            }
            // Now and then before the first answer: while the book is made, or opened.
            spin(if answers == 0 { dice.below(60_000) } else { dice.below(6_000) });
            last = writer.kill().last().copied().unwrap_or(last);
            let found =
                look_after(&book, &sources, last).unwrap_or_else(|wrong| panic!("kill {made}: {wrong}"));
            unanswered += u64::from(found == Next::Done);
            answered += last + 1 - next;
            next = last + 2;
            made += 1;
        }
    }
    let remark =
        format!("{answered} steps were answered; {unanswered} times the step under way was there already");
    record("killed-at-work", made, &remark);
}

/// Kills it at a random moment of the time that it takes undisturbed.
pub fn kill_within(arguments: &[&str], undisturbed: Duration, dice: &mut Dice) -> Vec<String> {
    let writer = Writer::of(Command::new(PROGRAM).args(arguments));
    // Somewhat beyond its end too: it is not always as quick.
    spin(dice.below(u64::try_from(undisturbed.as_micros() * 5 / 4).unwrap()));
    writer.kill_and_read()
}

pub fn time(arguments: &[&str]) -> Duration {
    let began = Instant::now();
    super::writer::run(arguments);
    began.elapsed()
}

#[test]
fn a_kill_during_an_import_leaves_nothing_or_all_of_it() {
    let (_from, from) = folder();
    let steps = 8 * DAY_STEPS;
    lay_out_sources(&from, 1..=steps).unwrap();
    let mut work = Work::at(&from.join("book"), &from);
    (1..=steps).for_each(|number| work.perform(number).unwrap());
    let export = from.join("export.json");
    work.book().unwrap().export(&export, ExportFiles::Along).unwrap();
    let digest = work.book().unwrap().digest().unwrap();
    let words = |book: &std::path::Path| {
        ["import".to_owned(), book.to_str().unwrap().to_owned(), export.to_str().unwrap().to_owned()]
    };
    let (_kept, here) = folder();
    let undisturbed = time(&words(&here.join("book")).each_ref().map(String::as_str));
    let (mut dice, mut halfway, mut kills, wanted) = (Dice(3), 0, 0, count(25, 400));
    // On a machine that does much else, the moments of the first kills may all be before or after.
    while kills < wanted || halfway == 0 && kills < 20 * wanted {
        kills += 1;
        let (_kept, here) = folder();
        let path = here.join("book");
        let said = kill_within(&words(&path).each_ref().map(String::as_str), undisturbed, &mut dice);
        halfway += u64::from(said.is_empty() && path.join("book.sqlite").exists());
        let mut book = open(path).unwrap();
        if book.rows().entries().unwrap() == 0 {
            assert!(said.is_empty(), "taken and lost");
            book.import(&export, ImportMode::Apply).unwrap();
        }
        assert_eq!(book.digest().unwrap(), digest, "not all of it");
        assert!(book.check().unwrap().is_whole());
    }
    assert!(halfway > 0, "no kill came in the middle");
    record("killed-importing", kills, &format!("{halfway} while it was under way"));
}

#[test]
fn a_kill_during_an_upgrade_leaves_a_book_that_opens_and_its_copy() {
    let (mut dice, mut times, mut old, mut new) = (Dice(5), 0, 0, 0);
    for OldBook { file, schema, digest } in old_books() {
        let laid_out = || {
            let (kept, here) = folder();
            fs::copy(&file, here.join("book.sqlite")).unwrap();
            (kept, here)
        };
        let (_kept, here) = laid_out();
        let undisturbed = time(&["open", here.to_str().unwrap()]);
        for _ in 0..count(25, 400) {
            let (_kept, here) = laid_out();
            kill_within(&["open", here.to_str().unwrap()], undisturbed, &mut dice);
            times += 1;
            if written_schema(&here.join("book.sqlite")) == SCHEMA {
                assert!(copy_of(&here, schema).is_some(), "the old book was not kept");
                new += 1;
            } else {
                old += 1;
            }
            says_the_same(&here, &digest).unwrap();
            assert!(copy_of(&here, schema).is_some(), "the old book was not kept");
        }
    }
    record("killed-migrating", times, &format!("{old} were still old in the file, {new} new"));
}
