//! The reads of 手引き and 下書き as methods of the book.

use std::sync::Arc;

use engawa_domain::calendar::{Day, When};
use engawa_domain::draft::{DraftId, DraftTemplate, Fault};
use engawa_domain::entry;
use engawa_domain::facts::{Account, Client, CopiedAnyway};
use engawa_domain::guide::{Answers, At, Trail};
use engawa_domain::ids::{ClientId, ContractId, PlatformId, RunId};
use engawa_domain::rules::Text;
use engawa_domain::standing::{Contact, judge, up_to};
use engawa_domain::text::Title;
use engawa_store::GuideRun;

use super::draft::{DraftFrom, draft_check_view, draft_checks, draft_view};
use super::run::{CountedFrom, RunFrom, run_brief, run_view};
use super::shared;
use crate::book::Book;
use crate::error::{BookError, NoSuch};
use crate::inputs::{FieldFault, GuidesOf};
use crate::views::{DraftCheckView, DraftView, GuideBrief, GuideListView, RunBrief, RunView};

/// The moment at which a run is looked at.
#[derive(Debug, Clone, Copy)]
enum AsOf {
    /// Now, with all that is recorded.
    Now,
    /// The end of a day, with what was dated up to then.
    EndOf(Day),
}

impl Book {
    /// 手引き: the guides of one service, and the runs left before their end. It is the service that was asked for, or else
    /// that of the contract, or else that of the account under which most contracts run.
    pub fn guide_list(&self, of: &GuidesOf) -> Result<GuideListView, BookError> {
        let pack = self.packs.pack(&self.service_of(of)?);
        let mut open_runs = self.runs_left()?;
        open_runs.reverse();
        Ok(GuideListView {
            service: shared::platform_brief(&pack.rules),
            services: self.packs.all().map(|pack| shared::platform_brief(&pack.rules)).collect(),
            guides: pack.guides.iter().map(|guide| shared::guide_brief(guide, pack)).collect(),
            open_runs,
            paths_proven: self.packs.paths_proven(),
        })
    }

    fn service_of(&self, of: &GuidesOf) -> Result<PlatformId, BookError> {
        if let Some(service) = &of.service {
            return Ok(service.clone());
        }
        if let Some(contract) = of.contract {
            return Ok(self.desk().contract(self.rows(), contract)?.0.account.platform);
        }
        let mut most: Option<(u32, Account)> = None;
        for account in self.rows().all::<Account>()? {
            let contracts = self.rows().contracts_of_account(&account)?;
            // Of two alike, the one that was recorded later.
            if most.as_ref().is_none_or(|(before, _)| *before <= contracts) {
                most = Some((contracts, account));
            }
        }
        Ok(most.map_or_else(|| self.packs.first().rules.id.clone(), |(_, account)| account.platform))
    }

    /// Every guide once, those written for one service first.
    pub fn guides_once(&self) -> Vec<GuideBrief> {
        self.packs.guides_once().map(|(pack, guide)| shared::guide_brief(guide, pack)).collect()
    }

    /// The guides for what is wrong, as somebody says it, the best first: those of a service, or each once.
    pub fn guide_find(&self, words: &str, service: Option<&PlatformId>) -> Vec<GuideBrief> {
        let found = self.packs.find_guides(words, service);
        found.into_iter().map(|(pack, guide)| shared::guide_brief(guide, pack)).collect()
    }

    /// A run: the answers so far and where it stands.
    pub fn run_view(&self, id: RunId) -> Result<RunView, BookError> {
        let run: GuideRun = self.rows().need(id)?;
        let change = self.known.run_changes.get(&id).cloned();
        self.with_run(&run, AsOf::Now, |from| run_view(from, change))
    }

    /// The same run tried at another date: with the facts dated up to the end of that day, the standing they gave, and dates
    /// counted from then. The user's own answers are kept; nothing is recorded.
    pub fn run_view_on(&self, id: RunId, day: Day) -> Result<RunView, BookError> {
        let run: GuideRun = self.rows().need(id)?;
        self.with_run(&run, AsOf::EndOf(day), |from| run_view(from, None))
    }

    /// The run tried at another date as it was typed: 12/28, あさって, +2営業日. Nothing typed is today.
    ///
    /// # Errors
    ///
    /// A repair of the field `day` where it cannot be read.
    pub fn run_view_on_typed(&self, id: RunId, day: &str) -> Result<RunView, BookError> {
        let today = self.today();
        let read =
            entry::day(day, today).map_err(|fault| BookError::Fields(vec![FieldFault::new("day", fault)]))?;
        self.run_view_on(id, read.unwrap_or(today))
    }

    /// Every run, those that came to an end too; the oldest first. One whose guide is gone from the pack is left out.
    pub fn run_list(&self) -> Result<Vec<RunBrief>, BookError> {
        let runs: Vec<GuideRun> = self.rows().all()?;
        let known = runs.iter().filter(|run| self.desk().guide(&run.platform, &run.guide).is_ok());
        known.map(|run| self.with_run(run, AsOf::Now, run_brief)).collect()
    }

    /// A draft, filled from the record and checked.
    pub fn draft_view(&self, contract: ContractId, draft: &DraftId) -> Result<DraftView, BookError> {
        self.with_draft(contract, draft, |template, from| draft_view(template, from, None))
    }

    /// 点検 of a draft as the user changed it.
    pub fn draft_check(
        &self,
        contract: ContractId,
        draft: &DraftId,
        text: &str,
    ) -> Result<DraftCheckView, BookError> {
        self.with_draft(contract, draft, |template, from| {
            draft_check_view(draft_checks(template, from, text), from.rules, self.today())
        })
    }

    /// The texts of a contract that were copied although 点検 found something in them, as they were copied.
    pub fn draft_copies(&self, contract: ContractId) -> Result<Vec<CopiedAnyway>, BookError> {
        Ok(self.rows().of_contract(contract)?)
    }

    /// What makes a text fail that was begun as this draft, and what the draft is called.
    pub(crate) fn draft_faults(
        &self,
        contract: ContractId,
        draft: &DraftId,
        text: &str,
    ) -> Result<(Vec<Fault>, Text), BookError> {
        self.with_draft(contract, draft, |template, from| {
            (draft_checks(template, from, text).faults(), template.name.clone())
        })
    }

    /// The way that a run has taken.
    pub(super) fn trail(&self, run: &GuideRun) -> Result<Trail, BookError> {
        self.with_run(run, AsOf::Now, |from| from.trail())
    }

    /// The answers of a run as they are.
    pub(crate) fn run_answers(&self, run: RunId) -> Result<Answers, BookError> {
        Ok(self.rows().need::<GuideRun>(run)?.answers)
    }

    /// Notes what the change of an earlier answer changed; nothing for an answer to a new question.
    pub(crate) fn note_run_change(&mut self, id: RunId, before: Option<Answers>) -> Result<(), BookError> {
        let run: GuideRun = self.rows().need(id)?;
        let change = match before {
            Some(before) => self.with_run(&run, AsOf::Now, |from| from.change_since(&before))?,
            None => None,
        };
        match change {
            Some(change) => self.known.run_changes.insert(id, change),
            None => self.known.run_changes.remove(&id),
        };
        Ok(())
    }

    pub(super) fn drafts(&self, platform: &PlatformId) -> Vec<&DraftTemplate> {
        self.packs.pack(platform).drafts.iter().map(Arc::as_ref).collect()
    }

    fn other_clients(&self, but: ClientId) -> Result<Vec<Title>, BookError> {
        let all: Vec<Client> = self.rows().all()?;
        Ok(all.into_iter().filter(|client| client.id != but).map(|client| client.name).collect())
    }

    fn with_draft<T>(
        &self,
        about: ContractId,
        draft: &DraftId,
        work: impl FnOnce(&DraftTemplate, DraftFrom<'_>) -> T,
    ) -> Result<T, BookError> {
        let (facts, rules) = self.desk().contract(self.rows(), about)?;
        let pack = self.packs.pack(&facts.account.platform);
        let template = pack.draft(draft).ok_or_else(|| BookError::NoSuch(NoSuch::Draft(draft.0.clone())))?;
        let other_clients = self.other_clients(facts.client.id)?;
        let verdict = judge(&facts, rules, self.desk().now_in(rules));
        let (contact, words) = (verdict.contact(), self.words());
        let (other_clients, today) = (&other_clients, self.today());
        Ok(work(template, DraftFrom { facts: &facts, rules, contact, other_clients, words, today }))
    }

    fn with_run<T>(
        &self,
        run: &GuideRun,
        as_of: AsOf,
        work: impl FnOnce(RunFrom<'_>) -> T,
    ) -> Result<T, BookError> {
        let desk = self.desk();
        let (guide, pack) = (desk.guide(&run.platform, &run.guide)?, self.packs.pack(&run.platform));
        let rules = &pack.rules;
        let drafts = self.drafts(&run.platform);
        let (now, counted) = match as_of {
            AsOf::Now => (desk.now_in(rules), CountedFrom::LastAnswer),
            AsOf::EndOf(day) => (When::on(day), CountedFrom::Today),
        };
        let recorded = run.contract.map(|contract| desk.contract(self.rows(), contract)).transpose()?;
        let facts = recorded.map(|(facts, _)| match as_of {
            AsOf::Now => facts,
            AsOf::EndOf(day) => up_to(&facts, day),
        });
        let other_clients = match &facts {
            Some(facts) => self.other_clients(facts.client.id)?,
            None => Vec::new(),
        };
        let words = self.words().on(now.day);
        let about = facts.as_ref().map(|facts| {
            let contact: Contact = judge(facts, rules, now).contact();
            DraftFrom { facts, rules, contact, other_clients: &other_clients, words, today: self.today() }
        });
        Ok(work(RunFrom {
            id: run.id,
            guide,
            pack,
            answers: &run.answers,
            started: run.started,
            drafts: &drafts,
            about,
            today: now.day,
            counted,
        }))
    }

    /// The run in one line, when it was left at a question. One whose guide is gone from the pack is left out.
    pub(super) fn run_left(&self, run: &GuideRun) -> Result<Option<RunBrief>, BookError> {
        if self.desk().guide(&run.platform, &run.guide).is_err() {
            return Ok(None);
        }
        self.with_run(run, AsOf::Now, |from| match from.trail().at {
            At::Question(_) => Some(run_brief(from)),
            At::Outcome(_) => None,
        })
    }

    /// The runs left at a question, the oldest first.
    pub(super) fn runs_left(&self) -> Result<Vec<RunBrief>, BookError> {
        let runs: Vec<GuideRun> = self.rows().all()?;
        runs.iter().filter_map(|run| self.run_left(run).transpose()).collect()
    }
}
