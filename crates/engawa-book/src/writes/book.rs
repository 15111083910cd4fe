//! The writes as methods of the book: each finds its operation, goes through the one door, and says what was done.

#![allow(clippy::needless_pass_by_value, reason = "an action is made for one call and given away with it")]

use engawa_domain::facts::FactRef;
use engawa_domain::ids::{
    AccountId, ActionId, ClientId, ContractId, CorrectionId, InquiryId, OwnServiceId, RunId,
};
use engawa_domain::say::Say;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::desk::Desk;
use super::{accounts, clients, contracts, facts, guides, rules};
use crate::book::Book;
use crate::done::Done;
use crate::error::BookError;
use crate::guards;
use crate::inputs::{
    AccountAmendment, AccountInput, Action, ClientAmendment, ContractAmendment, ContractInput,
    CorrectionInput, FactAmendment, FactInput, GuideAnswer, GuideStart, OwnServiceAmendment, OwnServiceInput,
    ReplyInput, WhatInput,
};
use crate::op::Op;
use crate::transact::Tx;

impl Book {
    /// Makes a change and says what was done, and what can no longer be done again because of it. A repeated action gets the answer it got, in the plainer words of the history.
    pub(crate) fn write<T: Serialize + DeserializeOwned>(
        &mut self,
        op: Op,
        action: ActionId,
        work: impl FnOnce(&mut Tx<'_>, Desk<'_>) -> Result<(T, Say), BookError>,
    ) -> Result<Done<T>, BookError> {
        let packs = std::sync::Arc::clone(&self.packs);
        let redo = self.next_redo()?;
        let mut said = None;
        let mut done = self.transact(op, action, |tx| {
            let desk = Desk { packs: &packs, now: tx.now() };
            let (value, say) = work(tx, desk)?;
            said = Some(say);
            Ok(value)
        })?;
        if let Some(said) = said {
            // A change that wrote nothing leaves what can be done again.
            let lost = redo.filter(|_| !done.changed.is_empty());
            let lost = lost.map(|step| Say::new("remark-redo-lost").with("what", step.op.say()));
            done.said = guards::remarked(said, lost.into_iter().collect());
        }
        Ok(done)
    }

    /// Records an account.
    pub fn account_add(&mut self, action: Action<AccountInput>) -> Result<Done<AccountId>, BookError> {
        self.write(Op::AccountAdd, action.id, |tx, desk| accounts::add(tx, desk, &action.input))
    }

    /// Changes an account.
    pub fn account_amend(&mut self, action: Action<AccountAmendment>) -> Result<Done<AccountId>, BookError> {
        self.write(Op::AccountAmend, action.id, |tx, desk| accounts::amend(tx, desk, &action.input))
    }

    /// Removes an account under which no contract runs.
    pub fn account_remove(&mut self, action: Action<AccountId>) -> Result<Done<()>, BookError> {
        self.write(Op::AccountRemove, action.id, |tx, _| accounts::remove(tx, action.input))
    }

    /// Adds a service without a pack, or a direct client.
    pub fn service_add(&mut self, action: Action<OwnServiceInput>) -> Result<Done<OwnServiceId>, BookError> {
        self.write(Op::ServiceAdd, action.id, |tx, desk| rules::add_service(tx, desk, &action.input))
    }

    /// Changes a service that the user added.
    pub fn service_amend(
        &mut self,
        action: Action<OwnServiceAmendment>,
    ) -> Result<Done<OwnServiceId>, BookError> {
        self.write(Op::ServiceAmend, action.id, |tx, desk| rules::amend_service(tx, desk, &action.input))
    }

    /// Removes a service under which no account is registered.
    pub fn service_remove(&mut self, action: Action<OwnServiceId>) -> Result<Done<()>, BookError> {
        self.write(Op::ServiceRemove, action.id, |tx, _| rules::remove_service(tx, action.input))
    }

    /// Corrects a value of a pack, or confirms a correction against a newer pack.
    pub fn correction_keep(
        &mut self,
        action: Action<CorrectionInput>,
    ) -> Result<Done<CorrectionId>, BookError> {
        let shipped = std::sync::Arc::clone(&self.shipped);
        self.write(Op::CorrectionKeep, action.id, |tx, desk| {
            rules::keep_correction(tx, desk, &shipped, &action.input)
        })
    }

    /// Goes back to what the pack says.
    pub fn correction_remove(&mut self, action: Action<CorrectionId>) -> Result<Done<()>, BookError> {
        let shipped = std::sync::Arc::clone(&self.shipped);
        self.write(Op::CorrectionRemove, action.id, |tx, _| {
            rules::remove_correction(tx, &shipped, action.input)
        })
    }

    /// Corrects a client, in every contract with it.
    pub fn client_amend(&mut self, action: Action<ClientAmendment>) -> Result<Done<ClientId>, BookError> {
        self.write(Op::ClientAmend, action.id, |tx, desk| clients::amend(tx, desk, &action.input))
    }

    /// 契約を記録.
    pub fn contract_add(&mut self, action: Action<ContractInput>) -> Result<Done<ContractId>, BookError> {
        self.write(Op::ContractAdd, action.id, |tx, desk| contracts::add(tx, desk, &action.input))
    }

    /// Changes what was recorded of a contract itself.
    pub fn contract_amend(
        &mut self,
        action: Action<ContractAmendment>,
    ) -> Result<Done<ContractId>, BookError> {
        self.write(Op::ContractAmend, action.id, |tx, desk| contracts::amend(tx, desk, &action.input))
    }

    /// Removes a contract with all its facts.
    pub fn contract_remove(&mut self, action: Action<ContractId>) -> Result<Done<()>, BookError> {
        self.write(Op::ContractRemove, action.id, |tx, _| contracts::remove(tx, action.input))
    }

    /// Records a fact of a contract.
    pub fn fact_add(&mut self, action: Action<FactInput>) -> Result<Done<FactRef>, BookError> {
        self.write(op_of(&action.input.what), action.id, |tx, desk| facts::add(tx, desk, &action.input))
    }

    /// Corrects a recorded fact.
    pub fn fact_amend(&mut self, action: Action<FactAmendment>) -> Result<Done<FactRef>, BookError> {
        self.write(Op::amend(action.input.fact), action.id, |tx, desk| facts::amend(tx, desk, &action.input))
    }

    /// Removes a recorded fact.
    pub fn fact_remove(&mut self, action: Action<FactRef>) -> Result<Done<()>, BookError> {
        self.write(Op::remove(action.input), action.id, |tx, desk| facts::remove(tx, desk, action.input))
    }

    /// Records what support answered.
    pub fn reply_record(&mut self, action: Action<ReplyInput>) -> Result<Done<InquiryId>, BookError> {
        self.write(Op::ReplyRecord, action.id, |tx, desk| facts::reply(tx, desk, &action.input))
    }

    /// Removes a reply; the inquiry waits again.
    pub fn reply_remove(&mut self, action: Action<InquiryId>) -> Result<Done<InquiryId>, BookError> {
        self.write(Op::ReplyRemove, action.id, |tx, _| facts::reply_remove(tx, action.input))
    }

    /// Starts a guide, or goes on with the run that is open for the same contract.
    pub fn guide_start(&mut self, action: Action<GuideStart>) -> Result<Done<RunId>, BookError> {
        self.write(Op::GuideStart, action.id, |tx, desk| guides::start(tx, desk, &action.input))
    }

    /// Answers a question, or changes an earlier answer; the next view of the run says what that changed.
    pub fn guide_answer(&mut self, action: Action<GuideAnswer>) -> Result<Done<RunId>, BookError> {
        let before = self.run_answers(action.input.run)?;
        let run = action.input.run;
        let is_changed = before.given.iter().any(|given| given.question == action.input.question);
        let done =
            self.write(Op::GuideAnswer, action.id, |tx, desk| guides::answer(tx, desk, &action.input))?;
        self.note_run_change(run, is_changed.then_some(before))?;
        Ok(done)
    }

    /// Skips the checks of a run.
    pub fn guide_skip(&mut self, action: Action<RunId>) -> Result<Done<RunId>, BookError> {
        self.write(Op::GuideSkip, action.id, |tx, desk| guides::skip(tx, desk, action.input))
    }

    /// Drops a run.
    pub fn guide_forget(&mut self, action: Action<RunId>) -> Result<Done<()>, BookError> {
        self.write(Op::GuideForget, action.id, |tx, _| guides::forget(tx, action.input))
    }
}

/// The operation that records this.
fn op_of(what: &WhatInput) -> Op {
    match what {
        WhatInput::Stage { .. } => Op::StageAdd,
        WhatInput::Sighting { .. } => Op::SightingAdd,
        WhatInput::Request { .. } => Op::RequestAdd,
        WhatInput::StatusSeen { .. } | WhatInput::StatusHeard { .. } => Op::StatusAdd,
        WhatInput::Inquiry { .. } => Op::InquiryAdd,
        WhatInput::Wish { .. } => Op::WishAdd,
        WhatInput::OutsideContact { .. } => Op::OutsideContactAdd,
        WhatInput::Restriction { .. } => Op::RestrictionAdd,
        WhatInput::Payment { .. } => Op::PaymentAdd,
    }
}
