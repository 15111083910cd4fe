//! 問い合わせ.

use engawa_domain::calendar::When;
use engawa_domain::facts::{Account, ContractFacts, Inquiry};
use engawa_domain::rules::PlatformRules;
use engawa_domain::standing::write_again;

use super::shared::contract_brief;
use crate::views::{InquiriesView, InquiryRow, SenderCheck};

/// The inquiries of one contract, as rows.
pub fn inquiry_rows<'a>(
    facts: &'a ContractFacts,
    rules: &'a PlatformRules,
    now: When,
) -> impl Iterator<Item = InquiryRow> + 'a {
    facts.inquiries.iter().map(move |inquiry| InquiryRow {
        inquiry: inquiry.clone(),
        contract: contract_brief(facts, rules),
        write_again: write_again(inquiry, rules, now),
        sender: sender_check(inquiry, &facts.account),
    })
}

/// Those that wait, oldest first; those answered, newest answer first.
pub fn inquiries_view(rows: impl IntoIterator<Item = InquiryRow>) -> InquiriesView {
    let (mut waiting, mut answered): (Vec<InquiryRow>, Vec<InquiryRow>) =
        rows.into_iter().partition(|row| row.inquiry.reply.is_none());
    waiting.sort_by_key(|row| (row.inquiry.sent, row.inquiry.id));
    let replied = |row: &InquiryRow| row.inquiry.reply.as_ref().map(|reply| reply.when);
    answered.sort_by_key(|row| std::cmp::Reverse((replied(row), row.inquiry.id)));
    InquiriesView { waiting, answered }
}

/// Whether an inquiry was sent from the registered address.
pub fn sender_check(inquiry: &Inquiry, account: &Account) -> SenderCheck {
    match &account.registered_email {
        Some(registered) if *registered == inquiry.sender => SenderCheck::Registered,
        Some(_) => SenderCheck::Other,
        None => SenderCheck::NotRecorded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples_for_tests::{facts, inquiry, rules, when};

    #[test]
    fn an_inquiry_says_when_to_write_again_until_it_is_answered() {
        let asked = ContractFacts { inquiries: vec![inquiry(10, "me@example.jp", "11-20 18:42")], ..facts() };
        let rules = rules();
        let view = inquiries_view(inquiry_rows(&asked, &rules, when("11-24")));
        // One business day after Friday the 20th: Monday the 23rd is a holiday, so Tuesday the 24th.
        let again = view.waiting[0].write_again.as_ref().unwrap();
        assert_eq!(again.day.to_string(), "2026-11-24");
        assert_eq!(view.waiting[0].sender, SenderCheck::Registered);
        assert!(view.answered.is_empty());
    }

    #[test]
    fn another_sender_is_told_from_an_address_that_is_not_recorded() {
        let mut unknown = facts();
        unknown.account.registered_email = None;
        let sent = inquiry(10, "other@example.jp", "11-20");
        assert_eq!(sender_check(&sent, &facts().account), SenderCheck::Other);
        assert_eq!(sender_check(&sent, &unknown.account), SenderCheck::NotRecorded);
    }
}
