//! The dates of a record as a guide needs them: what has come, and the day on which to look again.

use super::graph::{LookAgain, RecordDate};
use super::record::Record;
use crate::calendar::{Day, When};
use crate::facts::Inquiry;
use crate::rules::PlatformRules;
use crate::standing::{Deadline, Due, Verdict, judge, timer_from, write_again};

/// Since when the review of a request has taken longer than published; `None` while it has not.
pub(super) fn review_over(record: Record<'_>) -> Option<When> {
    review_ends(record).filter(|last| *last < record.now.day).map(|last| When::on(last.next()))
}

/// The last day of the review of a request, while its result is awaited.
fn review_ends(record: Record<'_>) -> Option<Day> {
    match judge(record.facts?, record.rules, record.now) {
        Verdict::Pending { due } => due,
        Verdict::Overdue { due } => Some(due),
        Verdict::NotYet { .. }
        | Verdict::Ask { .. }
        | Verdict::Approved { .. }
        | Verdict::Denied { .. }
        | Verdict::Revoked { .. }
        | Verdict::Forbidden
        | Verdict::Free { .. }
        | Verdict::Unknown => None,
    }
}

/// Since when it has been sensible to write to support again; `None` before that day and once it answered.
pub(super) fn write_again_due(record: Record<'_>) -> Option<When> {
    newest_write_again(record).filter(|date| date.due != Due::Ahead).map(|date| When::on(date.day))
}

fn newest_write_again(record: Record<'_>) -> Option<Deadline> {
    let newest: &Inquiry = record.facts?.inquiries.iter().max_by_key(|one| (one.sent, one.id))?;
    write_again(newest, record.rules, record.now)
}

impl LookAgain {
    /// The day on which to look again: the date of the record it names, where that is still to come, or else business
    /// days from the day on which the outcome was reached.
    pub fn day(&self, reached: Day, rules: &PlatformRules, record: Option<Record<'_>>) -> Day {
        let named = self.on.zip(record).and_then(|(date, record)| date.day(record));
        named
            .filter(|day| *day > reached)
            .unwrap_or_else(|| rules.business_calendar().add(reached, self.business_days).due)
    }
}

impl RecordDate {
    /// The day, where the record gives it.
    fn day(self, record: Record<'_>) -> Option<Day> {
        match self {
            // The last day of the review itself still counts.
            Self::Review => review_ends(record).filter(|last| *last >= record.now.day).map(Day::next),
            Self::WriteAgain => Some(newest_write_again(record)?.day),
            Self::Timer { stage } => Some(timer_from(stage, record.facts?, record.rules, record.now)?.day),
        }
    }
}
