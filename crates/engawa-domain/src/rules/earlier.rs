//! Rules that held before: an old contract is judged by the rule of its day.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::contact::{ContactRule, DealRule};
use super::platform::PlatformRules;
use super::request::RequestRule;
use super::support::FeeRule;
use crate::calendar::Day;

/// What held until a day. A part that is not named here held already as it does now, or as a later entry says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    /// The first day on which it no longer held.
    pub until: Day,
    /// The rule on contact.
    #[serde(default)]
    pub contact: Option<ContactRule>,
    /// The rule on dealing outside.
    #[serde(default)]
    pub deal_outside: Option<DealRule>,
    /// The request.
    #[serde(default)]
    pub request: Option<EarlierRequest>,
    /// The fee.
    #[serde(default)]
    pub fee: Option<FeeRule>,
}

/// The request as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EarlierRequest {
    /// There was none.
    Absent,
    /// There was one.
    Rule(Box<RequestRule>),
}

impl PlatformRules {
    /// The rules as they were on a day.
    pub fn on(&self, day: Day) -> Cow<'_, Self> {
        let in_force: Vec<&Earlier> = {
            let mut held: Vec<_> = self.earlier.iter().filter(|earlier| day < earlier.until).collect();
            // The one that ended soonest after the day is the one that held; those after it fill what it leaves out.
            held.sort_by_key(|earlier| earlier.until);
            held
        };
        if in_force.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut rules = self.clone();
        if let Some(contact) = in_force.iter().find_map(|earlier| earlier.contact.as_ref()) {
            rules.contact = contact.clone();
        }
        if let Some(deal) = in_force.iter().find_map(|earlier| earlier.deal_outside.as_ref()) {
            rules.deal_outside = deal.clone();
        }
        match in_force.iter().find_map(|earlier| earlier.request.as_ref()) {
            Some(EarlierRequest::Absent) => rules.request = None,
            Some(EarlierRequest::Rule(request)) => rules.request = Some((**request).clone()),
            None => {}
        }
        if let Some(fee) = in_force.iter().find_map(|earlier| earlier.fee.as_ref()) {
            rules.fee = Some(fee.clone());
        }
        Cow::Owned(rules)
    }
}
