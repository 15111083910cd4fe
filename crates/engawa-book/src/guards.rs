//! What the rules do not allow to be recorded, and what is recorded but worth a remark. Facts that are only unlikely are never
//! refused: the user knows what was on the screen, and the standing is careful by itself.

use engawa_domain::calendar::When;
use engawa_domain::facts::{ContractFacts, FactRef, Stage, StatusValue, Witness};
use engawa_domain::rules::{Known, PlatformRules};
use engawa_domain::say::Say;
use engawa_domain::standing::stage_name;
use thiserror::Error;

use crate::inputs::Fact;

/// Why something cannot be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotAllowed {
    /// The platform takes so many requests for a contract, both sides together, and they are recorded.
    #[error("{limit} requests are the limit for a contract")]
    RequestLimit {
        /// The limit.
        limit: u32,
    },
    /// The platform has no such request.
    #[error("the platform has no request for contact outside")]
    NoRequest,
    /// A document of an electronic transaction is corrected or deleted only with a reason.
    #[error("a document is corrected only with a reason")]
    ReasonNeeded,
    /// The log of documents is never changed.
    #[error("the log is never changed")]
    LogStays,
    /// The file is declared to be a document already.
    #[error("the file is declared already")]
    DeclaredAlready,
}

/// Whether a fact may be recorded for this contract, and the remarks it deserves. `facts` is the record without it.
pub fn look_at(
    fact: &Fact,
    facts: &ContractFacts,
    rules: &PlatformRules,
    now: When,
) -> Result<Vec<Say>, NotAllowed> {
    let own = fact.reference();
    if let Fact::Request(_) = fact {
        request_allowed(own, facts, rules)?;
    }
    let mut remarks = Vec::new();
    if fact.when().strictly_after(&now) {
        remarks.push(Say::new("remark-in-future").with("day", fact.when()));
    }
    match fact {
        Fact::Status(status) => {
            if let (StatusValue::Approved, Witness::Me { words: None, .. }) = (status.value, &status.witness)
            {
                remarks.push(Say::new("remark-no-words"));
            }
            remarks.extend(status_before_request(status.value, status.when, facts));
        }
        Fact::Inquiry(inquiry) => match &facts.account.registered_email {
            Some(registered) if *registered == inquiry.sender => {}
            Some(registered) => {
                remarks.push(Say::new("remark-other-sender").with("address", registered.as_str()));
            }
            None => remarks.push(Say::new("remark-registered-unknown")),
        },
        Fact::Stage(event) => remarks.extend(stage_order(event.stage, event.when, own, facts)),
        Fact::Sighting(_)
        | Fact::Request(_)
        | Fact::Wish(_)
        | Fact::OutsideContact(_)
        | Fact::Restriction(_)
        | Fact::Payment(_) => {}
    }
    Ok(remarks)
}

/// Only recorded requests count: a status shows that somebody filed one, and recording which is what makes the book complete.
fn request_allowed(own: FactRef, facts: &ContractFacts, rules: &PlatformRules) -> Result<(), NotAllowed> {
    let rule = rules.request.as_ref().ok_or(NotAllowed::NoRequest)?;
    let others = facts.requests.iter().filter(|request| FactRef::Request(request.id) != own).count();
    match rule.limit {
        Known::Known(limit) if others >= usize::try_from(limit).unwrap_or(usize::MAX) => {
            Err(NotAllowed::RequestLimit { limit })
        }
        Known::Known(_) | Known::Unknown => Ok(()),
    }
}

/// A result without a request, or dated before it.
fn status_before_request(value: StatusValue, when: When, facts: &ContractFacts) -> Option<Say> {
    match value {
        StatusValue::Blank | StatusValue::Unclear => return None,
        StatusValue::Pending | StatusValue::Approved | StatusValue::Denied | StatusValue::Revoked => {}
    }
    match facts.requests.iter().map(|request| request.when).min() {
        None => Some(Say::new("remark-no-request")),
        Some(filed) if filed.strictly_after(&when) => {
            Some(Say::new("remark-before-request").with("day", filed))
        }
        Some(_) => None,
    }
}

/// A stage dated before one that comes earlier, or after one that comes later.
fn stage_order(stage: Stage, when: When, own: FactRef, facts: &ContractFacts) -> Option<Say> {
    let others = facts.stages.iter().filter(|event| FactRef::Stage(event.id) != own);
    let reversed =
        others.filter(|event| event.stage.is_on_the_way() && stage.is_on_the_way()).find(|event| {
            (event.stage < stage && event.when.strictly_after(&when))
                || (event.stage > stage && when.strictly_after(&event.when))
        })?;
    Some(Say::new("remark-stage-order").with("stage", stage_name(reversed.stage)).with("day", reversed.when))
}

/// A delivery planned before the contract was made.
pub fn delivery_before_contract(facts: &ContractFacts) -> Option<Say> {
    let due = facts.contract.delivery_due?;
    let made = facts
        .stages
        .iter()
        .filter(|event| event.stage == Stage::Contracted)
        .map(|event| event.when.day)
        .min()?;
    (due < made)
        .then(|| Say::new("remark-delivery-before-contract").with("delivery", due).with("contract", made))
}

/// What was done, with the remarks it deserves.
pub fn remarked(done: Say, remarks: Vec<Say>) -> Say {
    remarks
        .into_iter()
        .fold(done, |done, remark| Say::new("done-remarked").with("done", done).with("remark", remark))
}

#[cfg(test)]
mod tests {
    use engawa_domain::facts::FiledBy;

    use super::*;
    use crate::samples_for_tests::{facts, inquiry, request, rules, seen, stage, when};

    fn keys(fact: &Fact, facts: &ContractFacts) -> Vec<String> {
        look_at(fact, facts, &rules(), when("11-24 14:05")).unwrap().into_iter().map(|say| say.key).collect()
    }

    #[test]
    fn a_second_request_is_refused_whoever_filed_the_first() {
        let first = ContractFacts { requests: vec![request(10, FiledBy::Client, "11-20")], ..facts() };
        let second = Fact::Request(request(11, FiledBy::Me, "11-24"));
        assert_eq!(
            look_at(&second, &first, &rules(), when("11-24")),
            Err(NotAllowed::RequestLimit { limit: 1 })
        );
        let corrected = Fact::Request(request(10, FiledBy::Me, "11-21"));
        assert_eq!(
            look_at(&corrected, &first, &rules(), when("11-24")),
            Ok(Vec::new()),
            "a correction is not a second request"
        );
    }

    #[test]
    fn a_request_that_only_a_status_showed_can_still_be_recorded() {
        let shown =
            ContractFacts { statuses: vec![seen(12, StatusValue::Pending, "申請中", "11-24")], ..facts() };
        assert!(
            look_at(&Fact::Request(request(10, FiledBy::Client, "11-20")), &shown, &rules(), when("11-24"))
                .is_ok()
        );
    }

    #[test]
    fn where_there_is_no_request_none_is_recorded() {
        let none = PlatformRules { request: None, ..rules() };
        let refused =
            look_at(&Fact::Request(request(10, FiledBy::Me, "11-20")), &facts(), &none, when("11-24"));
        assert_eq!(refused, Err(NotAllowed::NoRequest));
    }

    #[test]
    fn a_status_before_its_request_is_recorded_with_a_remark() {
        let filed = ContractFacts { requests: vec![request(10, FiledBy::Me, "11-20")], ..facts() };
        assert_eq!(
            keys(&Fact::Status(seen(12, StatusValue::Approved, "承認", "11-19")), &filed),
            ["remark-before-request"]
        );
        assert_eq!(
            keys(&Fact::Status(seen(12, StatusValue::Approved, "承認", "11-20")), &filed),
            Vec::<String>::new()
        );
        assert_eq!(
            keys(&Fact::Status(seen(12, StatusValue::Approved, "承認", "11-20")), &facts()),
            ["remark-no-request"]
        );
    }

    #[test]
    fn a_second_approval_is_another_fact() {
        let approved = ContractFacts {
            requests: vec![request(10, FiledBy::Me, "11-20")],
            statuses: vec![seen(12, StatusValue::Approved, "承認", "11-21")],
            ..facts()
        };
        assert_eq!(
            keys(&Fact::Status(seen(13, StatusValue::Approved, "承認", "11-24")), &approved),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_mistake_of_the_first_real_case_is_remarked_on() {
        assert_eq!(
            keys(&Fact::Inquiry(inquiry(14, "other@example.jp", "11-24")), &facts()),
            ["remark-other-sender"]
        );
        assert_eq!(
            keys(&Fact::Inquiry(inquiry(14, "ME@example.jp", "11-24")), &facts()),
            Vec::<String>::new()
        );
    }

    #[test]
    fn stages_in_reversed_order_are_recorded_with_a_remark() {
        let escrowed = ContractFacts { stages: vec![stage(15, Stage::Escrowed, "11-19")], ..facts() };
        assert_eq!(
            keys(&Fact::Stage(stage(16, Stage::Contracted, "11-20")), &escrowed),
            ["remark-stage-order"]
        );
        assert_eq!(
            keys(&Fact::Stage(stage(16, Stage::Contracted, "11-19")), &escrowed),
            Vec::<String>::new()
        );
        assert_eq!(
            keys(&Fact::Stage(stage(16, Stage::Terminated, "11-18")), &escrowed),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_delivery_before_the_contract_deserves_a_remark() {
        let reversed = ContractFacts { stages: vec![stage(15, Stage::Contracted, "12-01")], ..facts() };
        assert_eq!(
            delivery_before_contract(&reversed).map(|say| say.key).as_deref(),
            Some("remark-delivery-before-contract")
        );
        let in_order = ContractFacts { stages: vec![stage(15, Stage::Contracted, "11-30")], ..facts() };
        assert_eq!(delivery_before_contract(&in_order), None);
    }

    #[test]
    fn what_is_dated_ahead_is_recorded_with_a_remark() {
        assert_eq!(keys(&Fact::Stage(stage(15, Stage::Contracted, "11-25")), &facts()), ["remark-in-future"]);
        assert_eq!(keys(&Fact::Stage(stage(15, Stage::Contracted, "11-24")), &facts()), Vec::<String>::new());
    }
}
