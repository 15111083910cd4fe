use std::sync::{Arc, Mutex};

use engawa_book::{Book, Clock, Op};
use engawa_domain::calendar::Moment;
use engawa_faults::disk::Dice;
use engawa_faults::table::{count, record};
use engawa_faults::{action, begin, numbers, open_at, write};

use super::recorder::folder;

/// A clock that is set by hand.
#[derive(Debug)]
struct SetClock(Mutex<Moment>);

impl Clock for SetClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

/// Sixty years around 24 November 2026, in milliseconds.
const NOON: i64 = 1_795_492_800_000;
const SPAN: u64 = 2 * 60 * 365 * 24 * 3_600_000;

#[test]
fn a_clock_that_jumps_changes_no_order_and_breaks_no_chain() {
    let (_kept, here) = folder();
    let clock = Arc::new(SetClock(Mutex::new(Moment::from_millis(NOON).unwrap())));
    let (mut dice, writes, runs) = (Dice(13), 12, count(20, 200));
    let mut undone = 0;
    for run in 0..runs {
        let mut book: Book = open_at(here.clone(), Arc::clone(&clock) as Arc<dyn Clock>).unwrap();
        begin(&mut book).unwrap();
        let mut made = Vec::new();
        for number in 1..=writes {
            let back = i64::try_from(SPAN / 2).unwrap();
            let millis = NOON - back + i64::try_from(dice.below(SPAN)).unwrap();
            *clock.0.lock().unwrap() = Moment::from_millis(millis).unwrap();
            made.push(write(&mut book, run * 100 + number).unwrap());
        }
        assert!(made.is_sorted(), "identifiers of one run sort as they were made");
        // What was written last is what is taken back, whatever the clock says.
        assert_eq!(book.next_undo().unwrap().unwrap().op, Op::StageAdd);
        book.undo(action(1_000_000 + run)).unwrap();
        undone += 1;
        let kept = numbers(&book).unwrap();
        assert!(!kept.contains(&(run * 100 + writes)) && kept.contains(&(run * 100 + writes - 1)));
        let entries = book.rows().history(None, 3).unwrap();
        assert!(
            entries.windows(2).all(|two| two[0].seq == two[1].seq + 1),
            "newest first, in the order of writing"
        );
    }
    let book = open_at(here, clock).unwrap();
    assert_eq!(numbers(&book).unwrap().len() as u64, runs * writes - undone);
    assert!(book.check().unwrap().is_whole());
    record("clock-jumps", runs * writes, &format!("{runs} restarts"));
}
