//! The program ends after any step: the book that is opened then is the plain one or the protected one, with all its facts.

use super::*;

/// Lets `work` end after each of its steps in turn, each time on a copy of the same book; `opens` then looks at the copy.
fn end_after_each_step(
    begin: impl Fn() -> Closed,
    work: impl Fn(&Closed, &mut Steps<'_>) -> Result<(), BookError>,
    opens: impl Fn(&Closed),
) {
    for end in 0.. {
        let it = begin();
        let mut passed = 0;
        let done = work(&it, &mut |_| {
            passed += 1;
            if passed > end { Go::Die } else { Go::On }
        });
        match done {
            Err(BookError::Protection(ProtectionRefused::Died)) => opens(&it),
            Ok(()) => {
                assert!(end > 10, "it has more steps than {end}");
                return opens(&it);
            }
            Err(error) => panic!("after {end} steps: {error}"),
        }
    }
}

/// Opens the book as whoever knows the passphrase does; whether it was protected.
fn opened(it: &Closed) -> bool {
    let protected = is_protected(&it.home(), now()).unwrap();
    let key = protected.then(|| it.unlock(PASSPHRASE).unwrap());
    let book = it.open(key.as_ref()).unwrap();
    assert_eq!(book.is_protected(), protected);
    it.assert_whole(&book);
    assert!(!it.home().join("protecting").exists(), "nothing is left of what was begun");
    drop(book);
    it.assert_whole(&it.open(key.as_ref()).unwrap());
    protected
}

#[test]
fn wherever_protecting_ends_the_plain_book_opens_or_the_protected_one_does() {
    let plain = Closed::filled();
    let seen = std::cell::RefCell::new(Vec::new());
    end_after_each_step(
        || plain.copied(),
        |it, steps| it.protect(steps).map(|_| ()),
        |it| {
            let protected = opened(it);
            if protected {
                super::turning::assert_nowhere(&it.home(), "承認されました".as_bytes());
            }
            seen.borrow_mut().push(protected);
        },
    );
    let seen = seen.into_inner();
    assert!(seen.contains(&false) && seen.contains(&true));
    assert!(seen.is_sorted(), "once the book is the protected one it stays that: {seen:?}");
}

#[test]
fn wherever_unprotecting_ends_the_protected_book_opens_or_the_plain_one_does() {
    let protected = Closed::filled();
    protected.protect(&mut on).unwrap();
    let seen = std::cell::RefCell::new(Vec::new());
    end_after_each_step(
        || protected.copied(),
        |it, steps| unprotect(&it.home(), &secret(PASSPHRASE), now(), steps).map(|_| ()),
        |it| {
            let protected = opened(it);
            if protected {
                super::turning::assert_nowhere(&it.home(), "承認されました".as_bytes());
            }
            seen.borrow_mut().push(!protected);
        },
    );
    let seen = seen.into_inner();
    assert!(seen.contains(&false) && seen.contains(&true));
    assert!(seen.is_sorted(), "{seen:?}");
}

#[test]
fn a_second_crash_while_the_first_is_being_put_in_order_changes_nothing() {
    let plain = Closed::filled();
    // Ends in the middle of the moving, then again after each step of the putting in order.
    for again in 0..8 {
        let it = plain.copied();
        let mut moved = 0;
        let died = it.protect(&mut |step| {
            moved += u32::from(step == Step::Moved);
            if moved > 2 { Go::Die } else { Go::On }
        });
        assert!(matches!(died, Err(BookError::Protection(ProtectionRefused::Died))));
        let mut passed = 0;
        let _ = plan::resume_watched(&it.home(), &mut |_| {
            passed += 1;
            if passed > again { Go::Die } else { Go::On }
        });
        assert!(opened(&it), "the plain files are on their way out already");
    }
}

#[test]
fn who_stops_it_has_the_plain_book_and_nothing_is_left_of_the_attempt() {
    let it = Closed::filled();
    let before = all_files(&it.home()).len();
    let stopped = it.protect(&mut |step| if matches!(step, Step::Made { .. }) { Go::Stop } else { Go::On });
    assert!(matches!(stopped, Err(BookError::Protection(ProtectionRefused::Stopped))));
    assert_eq!(all_files(&it.home()).len(), before);
    assert!(!opened(&it));
}

#[test]
fn a_plan_that_leads_out_of_the_book_is_not_followed() {
    let it = Closed::filled();
    let outside = it.folder.path().join("precious.txt");
    fs::write(&outside, "of somebody else").unwrap();
    fs::create_dir_all(it.home().join("protecting/new")).unwrap();
    for way in ["../precious.txt", &outside.to_string_lossy()] {
        let plan = serde_json::json!({ "phase": "moving", "gone": [way] });
        fs::write(it.home().join("protecting/plan.json"), plan.to_string()).unwrap();
        assert!(it.open(None).is_err());
        assert!(outside.exists(), "{way}");
    }
}
