//! What the book adds to a bare commit, and how long 100,000 contracts take. Measured, not asserted: run with
//! `cargo test --release -p engawa-store -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::samples::*;

fn median(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

#[test]
#[ignore = "a measurement"]
fn a_journaled_commit_beside_a_bare_one() {
    let mut book = book();
    book.change("fill", fill);
    let mut bare = Connection::open(book.folder.path().join("bare.sqlite")).unwrap();
    bare.pragma_update(None, "journal_mode", "WAL").unwrap();
    bare.pragma_update(None, "synchronous", "FULL").unwrap();
    bare.execute_batch(
        "CREATE TABLE row (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, text TEXT NOT NULL) STRICT",
    )
    .unwrap();
    let text = "a".repeat(300);
    let (mut bare_times, mut book_times) = (Vec::new(), Vec::new());
    for number in 0..4_000_u32 {
        // Alternating, so that both meet the same disk.
        let began = Instant::now();
        let transaction = bare.transaction().unwrap();
        transaction.execute("INSERT INTO row (number, text) VALUES (?1, ?2)", (number, &text)).unwrap();
        transaction.commit().unwrap();
        bare_times.push(began.elapsed());
        let began = Instant::now();
        let mut change = book.store.begin().unwrap();
        change.insert(&stage(1_000 + u128::from(number), 3)).unwrap();
        let action = engawa_domain::ids::ActionId(uuid(1_000_000 + u128::from(number)));
        change.commit(at(), "stage_add", Some((action, "null"))).unwrap();
        book_times.push(began.elapsed());
    }
    println!("bare  p50 {:?} p99 {:?}", median(bare_times.clone()).0, median(bare_times).1);
    println!("book  p50 {:?} p99 {:?}", median(book_times.clone()).0, median(book_times).1);
}

#[test]
#[ignore = "a measurement"]
fn a_hundred_thousand_contracts() {
    let mut book = book();
    book.change("parties", |change| {
        change.insert(&account(1))?;
        change.insert(&client(2))
    });
    let began = Instant::now();
    for block in 0..100_u128 {
        book.change("block", |change| {
            for number in 0..1_000_u128 {
                let id = 1_000 + (block * 1_000 + number) * 10;
                change.insert(&contract(id, 1, 2))?;
                for offset in 1..4 {
                    change.insert(&stage(id + offset, id))?;
                }
                change.insert(&sighting(id + 4, id))?;
                change.insert(&wish(id + 5, id))?;
                change.insert(&status(id + 6, id, seen_by_me()))?;
            }
            Ok(())
        });
    }
    println!("written in {:?}", began.elapsed());
    let book = book.reopened();
    let began = Instant::now();
    let all = book.store.rows().load_all_facts().unwrap();
    println!("{} contracts with all their facts in {:?}", all.len(), began.elapsed());
    let began = Instant::now();
    let changes = book.store.rows().last_changes().unwrap();
    println!("{} last changes in {:?}", changes.len(), began.elapsed());
    let began = Instant::now();
    let recent = book.store.rows().recent_contracts(0, 50).unwrap();
    let facts: Vec<_> = recent.iter().map(|id| book.store.rows().load_facts(*id).unwrap()).collect();
    println!("{} newest contracts in {:?}", facts.len(), began.elapsed());
    let began = Instant::now();
    let copy = book.folder.path().join("copy.sqlite");
    book.store.copy_to(&copy).unwrap();
    crate::check_copy(&copy, None).unwrap();
    println!("copied, and the copy checked, in {:?}", began.elapsed());
    let began = Instant::now();
    crate::recovery::dangling(&book.store.connection).unwrap();
    println!("references checked in {:?}", began.elapsed());
    let began = Instant::now();
    book.store.digest().unwrap();
    println!("digest in {:?}", began.elapsed());
    let began = Instant::now();
    book.store.rows().each_entry(|entry| entry.read_facts().map(|_| ())).unwrap();
    println!("facts read in {:?}", began.elapsed());
    let began = Instant::now();
    assert!(book.store.check().unwrap().is_whole());
    println!("checked in {:?}", began.elapsed());
}
