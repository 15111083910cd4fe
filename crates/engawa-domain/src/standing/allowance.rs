//! Whether another request may be filed for a contract.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::facts::{ContractFacts, StatusValue};
use crate::rules::{Known, PlatformRules};

/// Whether a request may still be filed, counting both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Allowance {
    /// One may be filed.
    Open,
    /// The limit is used up, whoever used it; where the limit is not published, one is taken for the limit.
    Used,
    /// The platform has no such request.
    NoRequest,
}

/// Whether another request may be filed for this contract. A status other than blank shows that somebody filed one, even
/// if nobody recorded it: the platform tells only the applicant.
pub fn allowance(facts: &ContractFacts, rules: &PlatformRules) -> Allowance {
    let Some(rule) = &rules.request else {
        return Allowance::NoRequest;
    };
    let shown = facts.statuses.iter().any(|status| match status.value {
        StatusValue::Blank => false,
        StatusValue::Pending
        | StatusValue::Approved
        | StatusValue::Denied
        | StatusValue::Revoked
        | StatusValue::Unclear => true,
    });
    let used = facts.requests.len().max(usize::from(shown));
    let limit = match rule.limit {
        Known::Known(limit) => usize::try_from(limit).unwrap_or(usize::MAX),
        Known::Unknown => 1,
    };
    if used < limit { Allowance::Open } else { Allowance::Used }
}
