//! A book in a folder of its own, with a clock that a test sets.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

pub mod documents;
pub mod packet;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use engawa_book::done::Done;
use engawa_book::inputs::{
    AccountInput, Action, ClientChoice, ContractInput, FactInput, StageInput, WhatInput, WhenInput,
};
use engawa_book::views::BookKind;
use engawa_book::{Book, BookError, Clock, OpenOptions, SeededIds};
use engawa_domain::calendar::Moment;
use engawa_domain::facts::{ClientKind, FactRef, Format, Party, Place, Seen, Shown, Stage, StatusValue};
use engawa_domain::ids::{AccountId, ActionId, ContractId, PlatformId};
use engawa_domain::say::Lang;
use engawa_packs::Packs;
use tempfile::TempDir;
use uuid::Uuid;

#[derive(Debug)]
pub struct SetClock(Mutex<Moment>);

impl SetClock {
    pub fn set(&self, text: &str) {
        *self.0.lock().unwrap() = japan(text);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

/// A moment of 2026 in Japan: `11-24 14:05`.
pub fn japan(text: &str) -> Moment {
    let (day, time) = text.split_once(' ').unwrap();
    format!("2026-{day}T{time}:00+09:00").parse().unwrap()
}

pub struct Desk {
    pub book: Book,
    pub clock: Arc<SetClock>,
    pub folder: TempDir,
    actions: u128,
}

impl Desk {
    pub fn at(time: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(SetClock(Mutex::new(japan(time))));
        let book = open(&folder, &clock);
        Self { book, clock, folder, actions: 0 }
    }

    /// A book that was opened otherwise.
    pub fn of(book: Book, clock: Arc<SetClock>, folder: TempDir) -> Self {
        static OPENED: AtomicU64 = AtomicU64::new(1);
        // Identifiers of presses that no earlier one had.
        let actions = u128::from(OPENED.fetch_add(1, Ordering::Relaxed)) * 1_000_000;
        Self { book, clock, folder, actions }
    }

    /// Closes the book and opens it again, as after a restart.
    pub fn again(self) -> Self {
        let Self { book, clock, folder, actions } = self;
        drop(book);
        let book = open(&folder, &clock);
        Self { book, clock, folder, actions }
    }

    pub fn action<T>(&mut self, input: T) -> Action<T> {
        self.actions += 1;
        Action { id: ActionId(Uuid::from_u128(self.actions)), input }
    }

    pub fn account(&mut self, platform: &str, email: &str) -> AccountId {
        let input = AccountInput {
            platform: PlatformId(platform.to_owned()),
            user_name: "sample_writer".to_owned(),
            registered_email: email.to_owned(),
            note: String::new(),
        };
        let action = self.action(input);
        self.book.account_add(action).unwrap().value
    }

    pub fn contract(&mut self, account: AccountId, title: &str, stages: &[(Stage, &str)]) -> ContractId {
        let action = self.action(contract(account, title, stages));
        self.book.contract_add(action).unwrap().value
    }

    pub fn fact(
        &mut self,
        contract: ContractId,
        day: &str,
        what: WhatInput,
    ) -> Result<Done<FactRef>, BookError> {
        let when = WhenInput { day: day.to_owned(), time: String::new() };
        let action = self.action(FactInput { contract, when, what });
        self.book.fact_add(action)
    }
}

fn open(folder: &TempDir, clock: &Arc<SetClock>) -> Book {
    open_with(folder, clock, Arc::new(Packs::embedded().unwrap()))
}

/// The book in this folder under these packs.
pub fn open_with(folder: &TempDir, clock: &Arc<SetClock>, packs: Arc<Packs>) -> Book {
    Book::open(OpenOptions {
        folder: folder.path().join("engawa-book"),
        clock: Arc::clone(clock) as Arc<dyn Clock>,
        ids: Arc::new(SeededIds::new(7)),
        packs,
        kind: BookKind::Own,
        zone: "Asia/Tokyo".to_owned(),
        lang: Lang::Ja,
    })
    .unwrap()
}

pub fn contract(account: AccountId, title: &str, stages: &[(Stage, &str)]) -> ContractInput {
    ContractInput {
        account,
        client: ClientChoice::New {
            name: "サンプル商店".to_owned(),
            reading: "さんぷるしょうてん".to_owned(),
            kind: ClientKind::Company,
        },
        title: title.to_owned(),
        format: Format::Fixed,
        stages: stages
            .iter()
            .map(|(stage, day)| StageInput { stage: *stage, day: (*day).to_owned() })
            .collect(),
        wishes: Vec::new(),
        wish_day: String::new(),
        amount: String::new(),
        delivery_due: String::new(),
        url: String::new(),
        number: String::new(),
        contact_reason: String::new(),
        note: String::new(),
    }
}

pub fn looked(looker: Party, place: Place, seen: Seen) -> WhatInput {
    WhatInput::Sighting { looker, place, seen, note: String::new() }
}

pub fn seen(value: StatusValue, words: &str) -> WhatInput {
    WhatInput::StatusSeen { value, words: words.to_owned(), shown: Shown::Web, note: String::new() }
}

pub fn asked(sender: &str) -> WhatInput {
    WhatInput::Inquiry {
        entrance: "faq-button".to_owned(),
        sender: sender.to_owned(),
        body: "リンクが表示されません。".to_owned(),
    }
}
