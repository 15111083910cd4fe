//! 外部連絡の可否: may the user talk to this client outside the service now, and why. One total, pure function.
//!
//! **Never green by default.** [`Contact::Yes`] exists only inside verdicts that carry their ground; the ground of an
//! approval is an [`ApprovalSeen`], which can only be made from a status the user saw, with the words on the screen.

mod allowance;
mod answer;
mod chain;
mod deadlines;
mod judge;
mod link;
mod names;
mod next;
mod reasons;
mod steps;
mod verdict;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use allowance::{Allowance, allowance};
pub use answer::{rule_shown, standing, standing_as_of};
pub use deadlines::{Deadline, DeadlineKind, Due, deadlines, timer_from, timer_start_name, write_again};
pub use judge::{gate_ahead, judge, up_to};
pub use names::{
    channel_name, filed_by_name, format_name, party_name, place_name, shown_name, stage_name, stage_reached,
    state_name, status_name,
};
pub use next::{DraftPurpose, NextKind, NextStep};
pub use reasons::{Reason, ReasonKind, Speaks};
pub use verdict::{ApprovalSeen, AskWhy, ConflictShown, Contact, RuleShown, Standing, StateName, Verdict};
