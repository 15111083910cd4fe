//! Correcting a client: one name, shown wherever the client is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use crate::common::{Desk, contract};
use engawa_book::BookError;
use engawa_book::done::Kind;
use engawa_book::inputs::{ClientAmendment, ClientChoice, ClientInput, ContractInput};
use engawa_book::views::{ContractListQuery, Direction, DueFilter, SortKey};
use engawa_domain::facts::{Client, ClientKind, Stage};
use engawa_domain::ids::{AccountId, ClientId, ContractId};

/// A book with two contracts of 「サンプル商店」, read さんぷるしょうてん.
struct Shop {
    desk: Desk,
    account: AccountId,
    client: ClientId,
    contracts: [ContractId; 2],
}

fn shop() -> Shop {
    let mut desk = Desk::at("11-24 14:05");
    let account = desk.account("crowdworks", "me@example.jp");
    let first = desk.contract(account, "商品紹介文の作成", &[(Stage::Contracted, "11/18")]);
    let client = desk.book.contract_view(first).unwrap().facts.client.id;
    let same = ClientChoice::Existing { id: client };
    let action = desk.action(ContractInput { client: same, ..contract(account, "ロゴ案", &[]) });
    let second = desk.book.contract_add(action).unwrap().value;
    Shop { desk, account, client, contracts: [first, second] }
}

fn called(name: &str, reading: &str, kind: ClientKind) -> ClientInput {
    ClientInput { name: name.to_owned(), reading: reading.to_owned(), kind }
}

impl Shop {
    fn amend(&mut self, input: ClientInput) -> Result<Vec<Kind>, BookError> {
        let action = self.desk.action(ClientAmendment { client: self.client, before: None, input });
        self.desk.book.client_amend(action).map(|done| done.changed)
    }

    fn found(&mut self, search: &str) -> Vec<String> {
        let query = ContractListQuery {
            search: search.to_owned(),
            states: Vec::new(),
            platforms: Vec::new(),
            stages: Vec::new(),
            due: DueFilter::Any,
            sort: SortKey::Client,
            direction: Direction::Ascending,
            offset: 0,
            limit: 50,
        };
        self.desk.book.contract_list(&query).unwrap().rows.into_iter().map(|row| row.client).collect()
    }

    fn clients(&self) -> Vec<Client> {
        self.desk.book.client_list().unwrap().into_iter().map(|view| view.client).collect()
    }
}

#[test]
fn a_corrected_name_is_found_and_shown_in_every_contract_and_the_old_one_no_more() {
    let mut shop = shop();
    assert_eq!(shop.found("さんぷる"), ["サンプル商店", "サンプル商店"]);
    shop.amend(called("見本商会", "みほんしょうかい", ClientKind::Company)).unwrap();
    assert_eq!(shop.found("みほん"), ["見本商会", "見本商会"]);
    assert_eq!((shop.found("さんぷる"), shop.found("サンプル商店")), (vec![], vec![]));
    for id in shop.contracts {
        let shown = shop.desk.book.contract_view(id).unwrap().facts.client;
        assert_eq!((shown.name.as_str(), shown.reading.as_str()), ("見本商会", "みほんしょうかい"));
    }
}

#[test]
fn contracts_sort_by_the_corrected_reading() {
    let mut shop = shop();
    let other = ClientChoice::New {
        name: "茜工房".to_owned(),
        reading: "あかねこうぼう".to_owned(),
        kind: ClientKind::Unknown,
    };
    let action = shop.desk.action(ContractInput { client: other, ..contract(shop.account, "看板", &[]) });
    shop.desk.book.contract_add(action).unwrap();
    assert_eq!(shop.found(""), ["茜工房", "サンプル商店", "サンプル商店"]);
    // あいかわ comes before あかね.
    shop.amend(called("サンプル商店", "あいかわしょうてん", ClientKind::Unknown)).unwrap();
    assert_eq!(shop.found(""), ["サンプル商店", "サンプル商店", "茜工房"]);
}

#[test]
fn a_correction_of_a_client_is_one_step_that_is_taken_back_and_done_again() {
    let mut shop = shop();
    let before = shop.clients();
    shop.amend(called("見本商会", "", ClientKind::Person)).unwrap();
    let after = shop.clients();
    assert_eq!((after[0].name.as_str(), after[0].kind), ("見本商会", ClientKind::Person));
    let history = shop.desk.book.history_view(None).unwrap();
    assert_eq!(history.undo.map(|say| say.key).as_deref(), Some("op-client-amend"));
    let action = shop.desk.action(());
    shop.desk.book.undo(action.id).unwrap();
    assert_eq!(shop.clients(), before);
    let action = shop.desk.action(());
    shop.desk.book.redo(action.id).unwrap();
    assert_eq!(shop.clients(), after);
}

#[test]
fn every_view_that_names_a_client_is_told_that_it_is_stale() {
    let changed = shop().amend(called("見本商会", "", ClientKind::Unknown)).unwrap();
    // An open run of a guide names its contract's client, and its outcome holds drafts.
    assert_eq!(changed, [Kind::Contracts, Kind::Clients, Kind::Guides, Kind::Inquiries, Kind::History]);
}

#[test]
fn a_client_without_a_name_is_refused_at_the_field_of_the_form() {
    let mut shop = shop();
    let Err(BookError::Fields(faults)) = shop.amend(called("\u{3000}", "", ClientKind::Unknown)) else {
        panic!("a name was needed")
    };
    assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["name"]);
    assert_eq!(shop.clients()[0].name.as_str(), "サンプル商店", "nothing was changed");
}
