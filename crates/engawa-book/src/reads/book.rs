//! The reads as methods of the book.

use std::collections::HashMap;

use engawa_domain::calendar::{BusinessCalendar, Day, Moment, zone};
use engawa_domain::facts::{Account, Client, ContractFacts, Evidence, EvidenceLink, Inquiry};
use engawa_domain::ids::{AccountId, ClientId, ContractId};
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Lang;
use engawa_domain::standing::standing;
use engawa_domain::text::SearchKey;
use engawa_store::{GuideRun, Table};
use engawa_words::Words;

use super::contract::{Around, contract_view, name_guides_and_drafts};
use super::inquiries::{inquiries_view, inquiry_rows};
use super::known::{Counted, ReadFrom};
use super::{entry, shared, today};
use crate::book::Book;
use crate::error::BookError;
use crate::list_index::ListIndex;
use crate::views::{
    Access, AccountView, AppStart, BookInfo, ClientView, ContractListQuery, ContractListView, ContractView,
    Direction, DueFilter, EntryKind, EntryShown, InquiriesView, SortKey, TaskRow, TodayView,
};
use crate::writes::desk::Desk;

impl Book {
    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// Today in the user's zone.
    pub fn today(&self) -> Day {
        self.day_of(self.clock.now())
    }

    /// The day of a moment in the user's zone.
    pub(crate) fn day_of(&self, moment: Moment) -> Day {
        let local = zone::local(moment, &self.zone).or_else(|_| zone::local(moment, "UTC"));
        local.map_or(Day::FIRST, |when| when.day)
    }

    pub(crate) fn words(&self) -> Words {
        Words::new(self.lang).on(self.today())
    }

    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { packs: &self.packs, now: self.clock.now() }
    }

    /// The table of all contracts as it is by now. With it the rest of what a read needs.
    fn table(&mut self) -> Result<(&mut ListIndex, Counted), BookError> {
        let (today, touched) = (self.today(), self.take_touched());
        let desk = Desk { packs: &self.packs, now: self.clock.now() };
        let from = ReadFrom { rows: self.store.rows(), again: self.again.as_ref(), desk, packs: &self.packs };
        self.known.table(from, &touched, today)
    }

    /// Reads the whole table, however long that takes: for the command line and for tests.
    pub fn count_everything(&mut self) -> Result<(), BookError> {
        let (today, touched) = (self.today(), self.take_touched());
        let desk = Desk { packs: &self.packs, now: self.clock.now() };
        let from = ReadFrom { rows: self.store.rows(), again: self.again.as_ref(), desk, packs: &self.packs };
        self.known.whole_table(from, &touched, today).map(|_| ())
    }

    /// What the window needs before its first paint.
    pub fn app_start(&self) -> Result<AppStart, BookError> {
        let rows = self.rows();
        let waiting = rows.all::<Inquiry>()?.iter().filter(|inquiry| inquiry.reply.is_none()).count();
        let count = |table| rows.count(table).map(|count| u32::try_from(count).unwrap_or(u32::MAX));
        let accounts: Vec<Account> = rows.all()?;
        let used = accounts.iter().map(|account| self.packs.rules(&account.platform).checked);
        let all = || self.packs.all().map(|pack| pack.rules.checked);
        let today = self.today();
        Ok(AppStart {
            settings: self.settings()?,
            book: BookInfo {
                folder: self.folder().display().to_string(),
                kind: self.kind,
                contracts: count(Table::Contracts)?,
                accounts: count(Table::Accounts)?,
                last_backup: self.last_backup()?,
                inquiries_waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
                protected: self.is_protected(),
            },
            access: self.access,
            today,
            platforms: self.packs.all().map(|pack| shared::platform_brief(&pack.rules)).collect(),
            rules_checked: used.min().or_else(|| all().min()).unwrap_or(today),
            // Looking at what changed is part of the present, and is noted in the book.
            rules_changed: self.access == Access::Writable && !self.rules_changed_view()?.services.is_empty(),
            paths_proven: self.packs.paths_proven(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// 今日.
    pub fn today_view(&mut self) -> Result<TodayView, BookError> {
        let today = self.today();
        let words = self.words();
        let (index, counted) = self.table()?;
        let candidates = today::candidates(index, today);
        let summary = today::summary(index, today);
        let states = today::states(index);
        let calendar = BusinessCalendar::weekends_and_holidays();
        let strip = today::strip(index, today, &calendar, |name| words.text(name).to_owned());
        let mut tasks: Vec<TaskRow> = Vec::new();
        let mut offered = HashMap::new();
        for id in candidates {
            let Some((facts, rules)) = self.facts(id)? else {
                continue;
            };
            let mut answer = standing(&facts, rules, self.desk().now_in(rules));
            let pack = self.packs.pack(&rules.id);
            let drafts = offered.entry(rules.id.clone()).or_insert_with(|| self.drafts(&rules.id));
            name_guides_and_drafts(&mut answer, pack, drafts);
            tasks.extend(today::tasks(&facts, rules, &answer, today));
        }
        let left = self.runs_left()?;
        let run_tasks: Vec<TaskRow> = left.iter().filter_map(|run| today::run_task(run, today)).collect();
        let mut due_contracts = summary.due_contracts;
        due_contracts.extend(left.iter().filter_map(|run| run.contract.as_ref()).map(|contract| contract.id));
        let calm = summary.running.iter().filter(|id| !due_contracts.contains(id)).count();
        let due_today = summary.due_tasks + run_tasks.len();
        tasks.extend(run_tasks);
        Ok(TodayView {
            today,
            tasks: today::sorted(tasks),
            due_today: u32::try_from(due_today).unwrap_or(u32::MAX),
            calm: u32::try_from(calm).unwrap_or(u32::MAX),
            states,
            open: u32::try_from(summary.running.len()).unwrap_or(u32::MAX),
            strip,
            recent: self.recent_changes()?,
            counted: counted == Counted::All,
        })
    }

    /// 契約: a part of the table.
    pub fn contract_list(&mut self, query: &ContractListQuery) -> Result<ContractListView, BookError> {
        let today = self.today();
        let (_, counted) = self.table()?;
        if counted == Counted::Rising && is_newest_first(query) {
            let wanted = query.offset.saturating_add(query.limit) as usize;
            let desk = Desk { packs: &self.packs, now: self.clock.now() };
            let from =
                ReadFrom { rows: self.store.rows(), again: self.again.as_ref(), desk, packs: &self.packs };
            self.known.ahead(from, wanted)?;
        }
        let mut view = self.known.index().list(query, today);
        if counted == Counted::Rising {
            view.counted = false;
            view.all = u32::try_from(self.rows().count(Table::Contracts)?).unwrap_or(u32::MAX);
        }
        Ok(view)
    }

    /// Everything recorded about a contract, for whoever asks about many of them.
    pub fn contract_facts(&self, id: ContractId) -> Result<ContractFacts, BookError> {
        Ok(self.desk().contract(self.rows(), id)?.0)
    }

    /// 契約の画面.
    pub fn contract_view(&self, id: ContractId) -> Result<ContractView, BookError> {
        let (facts, rules) = self.desk().contract(self.rows(), id)?;
        let drafts = self.drafts(&rules.id);
        let files = self.contract_files(id)?;
        let mut open_run = None;
        for run in self.rows().of_contract::<GuideRun>(id)? {
            if let Some(brief) = self.run_left(&run)? {
                open_run = Some(brief.id);
            }
        }
        let around = Around {
            pack: self.packs.pack(&rules.id),
            drafts: &drafts,
            files: &files,
            open_run,
            now: self.desk().now_in(rules),
        };
        Ok(contract_view(facts, around))
    }

    /// 登録アカウント, by platform and name.
    pub fn account_list(&self) -> Result<Vec<AccountView>, BookError> {
        let rows = self.rows();
        let mut counts: HashMap<AccountId, u32> = HashMap::new();
        rows.each(|contract: engawa_domain::facts::Contract| {
            *counts.entry(contract.account).or_default() += 1;
            Ok(())
        })?;
        let mut accounts: Vec<AccountView> = rows
            .all::<Account>()?
            .into_iter()
            .map(|account| AccountView {
                platform: shared::platform_brief(self.packs.rules(&account.platform)),
                contracts: counts.get(&account.id).copied().unwrap_or_default(),
                account,
            })
            .collect();
        accounts.sort_by_cached_key(|view| {
            (view.account.platform.clone(), SearchKey::of(view.account.user_name.as_str()), view.account.id)
        });
        Ok(accounts)
    }

    /// クライアント, by reading.
    pub fn client_list(&self) -> Result<Vec<ClientView>, BookError> {
        let rows = self.rows();
        let mut counts: HashMap<ClientId, u32> = HashMap::new();
        rows.each(|contract: engawa_domain::facts::Contract| {
            *counts.entry(contract.client).or_default() += 1;
            Ok(())
        })?;
        let mut clients: Vec<ClientView> = rows
            .all::<Client>()?
            .into_iter()
            .map(|client| ClientView {
                contracts: counts.get(&client.id).copied().unwrap_or_default(),
                client,
            })
            .collect();
        clients.sort_by_cached_key(|view| {
            let reading = view.client.reading.trim();
            let name = view.client.name.as_str();
            (SearchKey::of(if reading.is_empty() { name } else { reading }), view.client.id)
        });
        Ok(clients)
    }

    /// 問い合わせ.
    pub fn inquiries_view(&self) -> Result<InquiriesView, BookError> {
        let mut contracts: Vec<ContractId> =
            self.rows().all::<Inquiry>()?.iter().map(|inquiry| inquiry.contract).collect();
        contracts.sort_unstable();
        contracts.dedup();
        let mut rows = Vec::new();
        for id in contracts {
            let (facts, rules) = self.desk().contract(self.rows(), id)?;
            rows.extend(inquiry_rows(&facts, rules, self.desk().now_in(rules)));
        }
        Ok(inquiries_view(rows))
    }

    /// What a typed day, time, amount or address is read as, while it is being typed.
    pub fn entry_read(&self, kind: EntryKind, text: &str) -> Result<EntryShown, BookError> {
        Ok(entry::read(kind, text, self.today(), self.words()))
    }

    fn facts(&self, id: ContractId) -> Result<Option<(ContractFacts, &PlatformRules)>, BookError> {
        let Some(facts) = self.rows().load_facts(id)? else {
            return Ok(None);
        };
        let rules = self.packs.rules(&facts.account.platform);
        Ok(Some((facts, rules)))
    }

    /// The files kept for a contract, each with what it proves.
    pub fn contract_files(&self, contract: ContractId) -> Result<Vec<(EvidenceLink, Evidence)>, BookError> {
        let links: Vec<EvidenceLink> = self.rows().of_contract(contract)?;
        links.into_iter().map(|link| Ok((link.clone(), self.rows().need(link.evidence)?))).collect()
    }
}

/// Whether a query is what the table shows first: everything, the last changed first.
fn is_newest_first(query: &ContractListQuery) -> bool {
    query.search.trim().is_empty()
        && query.states.is_empty()
        && query.platforms.is_empty()
        && query.stages.is_empty()
        && query.due == DueFilter::Any
        && query.sort == SortKey::Recent
        && query.direction == Direction::Descending
}
