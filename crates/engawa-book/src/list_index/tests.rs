use std::collections::BTreeMap;

use engawa_domain::calendar::Day;
use engawa_domain::facts::Stage;
use engawa_domain::ids::{ContractId, PlatformId};
use engawa_domain::money::Yen;
use engawa_domain::rules::Text;
use engawa_domain::say::Say;
use engawa_domain::standing::{Contact, StateName};
use engawa_domain::text::SearchKey;
use proptest::prelude::*;
use uuid::Uuid;

use super::query::passes;
use super::{Course, Entry, EntryDate, ListIndex};
use crate::views::{ContractListQuery, Direction, DueFilter, SortKey, StageShown, TaskKind};

const STATES: [StateName; 4] = [StateName::NotYet, StateName::Ask, StateName::Pending, StateName::Approved];
const SORTS: [SortKey; 8] = [
    SortKey::Recent,
    SortKey::Title,
    SortKey::Client,
    SortKey::Platform,
    SortKey::Stage,
    SortKey::State,
    SortKey::Deadline,
    SortKey::Amount,
];

fn today() -> Day {
    "2026-11-24".parse().unwrap()
}

fn id(number: u128) -> ContractId {
    ContractId(Uuid::from_u128(number))
}

fn everything() -> ContractListQuery {
    ContractListQuery {
        search: String::new(),
        states: Vec::new(),
        platforms: Vec::new(),
        stages: Vec::new(),
        due: DueFilter::Any,
        sort: SortKey::Recent,
        direction: Direction::Descending,
        offset: 0,
        limit: 100,
    }
}

/// Few letters, states and days, so that equal ones are common.
fn any_entry() -> impl Strategy<Value = Entry> {
    let stage = prop_oneof![
        Just(None),
        Just(Some(StageShown::Working)),
        Just(Some(StageShown::Stage(Stage::Contracted))),
        Just(Some(StageShown::Stage(Stage::Delivered)))
    ];
    let words = ("[商品かナ ]{0,5}", "[さくラ㈱]{0,3}", 0..3_u64);
    let rest =
        (0..2_u8, stage, 0..STATES.len(), proptest::option::of(-3..12_i32), proptest::option::of(0..4_u32));
    (0..24_u128, words, rest).prop_map(
        |(number, (title, client, recent), (platform, stage, state, date, amount))| {
            let dates = date.map(|ahead| EntryDate {
                day: today().plus_days(ahead),
                kind: TaskKind::Delivery,
                name: Say::new("standing-deadline-delivery"),
            });
            Entry {
                id: id(number),
                search_key: format!("{}\n{}", SearchKey::of(&title), SearchKey::of(&client)),
                title_key: SearchKey::of(&title),
                client_key: SearchKey::of(&client),
                title,
                client,
                platform: PlatformId(format!("own-{platform}")),
                platform_name: Text { ja: String::new(), en: String::new() },
                stage,
                course: Course::Running,
                state: STATES[state],
                contact: Contact::No,
                dates: dates.into_iter().collect(),
                doubt: None,
                waiting: 0,
                amount: amount.map(Yen::from),
                recent,
                changes: None,
            }
        },
    )
}

fn any_query() -> impl Strategy<Value = ContractListQuery> {
    let filters = (
        prop_oneof![Just(String::new()), "[商品カな 株]{0,4}"],
        proptest::collection::vec(proptest::sample::select(&STATES[..]), 0..3),
        proptest::collection::vec((0..2_u8).prop_map(|number| PlatformId(format!("own-{number}"))), 0..2),
        proptest::collection::vec(proptest::sample::select(&[Stage::Escrowed, Stage::Delivered][..]), 0..2),
        proptest::sample::select(&[DueFilter::Any, DueFilter::Today, DueFilter::Week, DueFilter::None][..]),
    );
    let order = (
        proptest::sample::select(&SORTS[..]),
        proptest::sample::select(&[Direction::Ascending, Direction::Descending][..]),
        0..6_u32,
        0..8_u32,
    );
    (filters, order).prop_map(
        |((search, states, platforms, stages, due), (sort, direction, offset, limit))| ContractListQuery {
            search,
            states,
            platforms,
            stages,
            due,
            sort,
            direction,
            offset,
            limit,
        },
    )
}

/// The column's value as text that sorts like it; `None` for no value.
fn value(sort: SortKey, entry: &Entry) -> Option<String> {
    match sort {
        SortKey::Recent => Some(format!("{:09}", entry.recent)),
        SortKey::Title => Some(entry.title_key.to_string()),
        SortKey::Client => Some(entry.client_key.to_string()),
        SortKey::Platform => Some(entry.platform.to_string()),
        SortKey::Stage => entry.stage.map(|stage| match stage {
            StageShown::Stage(stage) => {
                format!("0 {}", Stage::ALL.iter().position(|known| *known == stage).unwrap())
            }
            StageShown::Working => "1".to_owned(),
        }),
        SortKey::State => Some(STATES.iter().position(|known| *known == entry.state).unwrap().to_string()),
        SortKey::Deadline => entry.dates.first().map(|date| date.day.to_string()),
        SortKey::Amount => entry.amount.map(|amount| format!("{:09}", amount.get())),
    }
}

/// The same answer without any index: filter everything, sort everything, cut.
fn brute_force(
    entries: &BTreeMap<ContractId, Entry>,
    query: &ContractListQuery,
) -> (Vec<ContractId>, u32, Yen, BTreeMap<StateName, u32>) {
    let searched = SearchKey::of(&query.search);
    let found = |entry: &&Entry| {
        searched.words().all(|word| entry.search_key.contains(word)) && passes(entry, query, today())
    };
    let mut states = BTreeMap::new();
    for entry in entries.values().filter(found) {
        *states.entry(entry.state).or_insert(0) += 1;
    }
    let in_state = |entry: &&Entry| query.states.is_empty() || query.states.contains(&entry.state);
    let matching: Vec<&Entry> = entries.values().filter(found).filter(in_state).collect();
    let amount = Yen::sum(matching.iter().filter_map(|entry| entry.amount)).unwrap();
    let (mut valued, mut empty): (Vec<&Entry>, Vec<&Entry>) =
        matching.iter().copied().partition(|entry| value(query.sort, entry).is_some());
    valued.sort_by_key(|entry| (value(query.sort, entry), entry.id));
    empty.sort_by_key(|entry| entry.id);
    if query.direction == Direction::Descending {
        valued.reverse();
        empty.reverse();
    }
    let rows = valued.into_iter().chain(empty).map(|entry| entry.id);
    let rows = rows.skip(query.offset as usize).take(query.limit as usize).collect();
    (rows, u32::try_from(matching.len()).unwrap(), amount, states)
}

proptest! {
    #[test]
    fn the_index_answers_like_a_search_through_everything(
        changes in proptest::collection::vec((any_entry(), prop::bool::weighted(0.2)), 0..40),
        queries in proptest::collection::vec(any_query(), 1..12),
        asked_early in any_query(),
    ) {
        let mut index = ListIndex::default();
        let mut plain = BTreeMap::new();
        for (at, (entry, removed)) in changes.into_iter().enumerate() {
            if at == 10 {
                // Orders made now must follow what changes later.
                index.list(&asked_early, today());
            }
            if removed {
                index.remove(entry.id);
                plain.remove(&entry.id);
            } else {
                index.put(entry.clone());
                plain.insert(entry.id, entry);
            }
        }
        for query in queries.iter().chain([&asked_early]) {
            let (rows, count, amount, states) = brute_force(&plain, query);
            let view = index.list(query, today());
            prop_assert_eq!(view.rows.iter().map(|row| row.id).collect::<Vec<_>>(), rows, "{:?}", query);
            prop_assert_eq!((view.all as usize, view.matching, view.amount), (plain.len(), count, amount));
            prop_assert_eq!(view.states.iter().map(|state| (state.state, state.count)).collect::<BTreeMap<_, _>>(), states);
        }
    }
}

fn entry(number: u128, title: &str, client: &str) -> Entry {
    Entry {
        id: id(number),
        search_key: format!("{}\n{}", SearchKey::of(title), SearchKey::of(client)),
        title_key: SearchKey::of(title),
        client_key: SearchKey::of(client),
        title: title.to_owned(),
        client: client.to_owned(),
        platform: PlatformId("own-1".to_owned()),
        platform_name: Text { ja: String::new(), en: String::new() },
        stage: None,
        course: Course::Running,
        state: StateName::NotYet,
        contact: Contact::No,
        dates: Vec::new(),
        doubt: None,
        waiting: 0,
        amount: None,
        recent: 0,
        changes: None,
    }
}

#[test]
fn words_are_found_in_title_and_client_whatever_their_width_and_kana_and_are_marked() {
    let mut index = ListIndex::default();
    index.put(entry(1, "商品データの入力", "㈱サクラ商事"));
    index.put(entry(2, "商品画像の切り抜き", "仮名物産"));
    let view =
        index.list(&ContractListQuery { search: "ﾃﾞｰﾀ　(株)さくら".to_owned(), ..everything() }, today());
    assert_eq!(view.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id(1)]);
    let marked: Vec<_> = view.rows[0].hits.iter().map(|hit| (hit.start, hit.end)).collect();
    assert_eq!(marked, [(2, 5), (0, 4)], "データ in the title, ㈱サクラ in the name");
}

#[test]
fn every_state_that_matches_the_other_filters_is_counted() {
    let mut index = ListIndex::default();
    index.put(Entry { state: StateName::Approved, ..entry(1, "a", "") });
    index.put(entry(2, "a", ""));
    index.put(entry(3, "b", ""));
    let query =
        ContractListQuery { search: "a".to_owned(), states: vec![StateName::Approved], ..everything() };
    let view = index.list(&query, today());
    assert_eq!((view.all, view.matching), (3, 1));
    let states: Vec<_> = view.states.iter().map(|state| (state.state, state.count)).collect();
    assert_eq!(states, [(StateName::NotYet, 1), (StateName::Approved, 1)]);
}

#[test]
fn contracts_without_a_date_stand_last_in_both_directions() {
    let mut index = ListIndex::default();
    let dated = |number, ahead| Entry {
        dates: vec![EntryDate {
            day: today().plus_days(ahead),
            kind: TaskKind::Review,
            name: Say::new("standing-deadline-review"),
        }],
        ..entry(number, "", "")
    };
    for entry in [entry(1, "", ""), dated(2, 5), dated(3, 1)] {
        index.put(entry);
    }
    let mut order = |direction| {
        let query = ContractListQuery { sort: SortKey::Deadline, direction, ..everything() };
        index.list(&query, today()).rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(order(Direction::Ascending), [id(3), id(2), id(1)]);
    assert_eq!(order(Direction::Descending), [id(2), id(3), id(1)]);
}
