//! メッセージ点検: what a client wrote, in the light of the contract it came in.

use std::collections::BTreeSet;

use engawa_domain::ids::PlatformId;
use engawa_domain::message::{Approval, Circumstances, Finding, MessageText, check};
use engawa_domain::rules::PlatformRules;
use engawa_domain::say::Say;
use engawa_domain::standing::{rule_shown, standing};
use engawa_packs::{OTHER, Pack};

use crate::book::Book;
use crate::error::BookError;
use crate::views::{FindingView, MessageInput, MessagePart, MessageView};

impl Book {
    /// Looks a message through. Nothing is recorded, and nothing of it is kept.
    pub fn message_check(&self, input: &MessageInput) -> Result<MessageView, BookError> {
        let message = MessageText::from_bytes(input.text.clone().into_bytes())?;
        let Some(contract) = input.contract else {
            let other = PlatformId(OTHER.to_owned());
            let pack = self.packs.pack(input.platform.as_ref().unwrap_or(&other));
            let circumstances = Circumstances::of(&pack.rules, None, Approval::NotHeld);
            return Ok(self.looked_through(&message, &circumstances, pack));
        };
        let (facts, rules) = self.desk().contract(self.rows(), contract)?;
        let pack = self.packs.pack(&facts.account.platform);
        let now = self.desk().now_in(rules);
        let permitted = standing(&facts, rules, now).contact;
        let circumstances = Circumstances::of_record(&facts, rules, permitted);
        Ok(self.looked_through(&message, &circumstances, pack))
    }

    fn looked_through(
        &self,
        message: &MessageText,
        circumstances: &Circumstances<'_>,
        pack: &Pack,
    ) -> MessageView {
        let found = check(message, circumstances);
        let said = if found.is_empty() { Say::new("message-nothing-found") } else { Finding::count(&found) };
        let findings = found.iter().map(|finding| self.finding_view(finding, &pack.rules, pack)).collect();
        MessageView { said, parts: parts(message.as_str(), &found), findings }
    }

    fn finding_view(&self, finding: &Finding, rules: &PlatformRules, pack: &Pack) -> FindingView {
        let kind = finding.kind;
        FindingView {
            kind,
            name: finding.name(),
            words: finding.words.clone(),
            why: finding.why(),
            rule: kind.rule(rules).map(|(text, cite)| rule_shown(rules, text, cite, self.today())),
            answer: finding.answer(),
            purpose: finding.draft(),
            draft: finding.draft().and_then(|purpose| Some(pack.draft_for(purpose)?.id.clone())),
            record: finding.record(),
        }
    }
}

/// The message, cut at the ends of every finding.
fn parts(message: &str, found: &[Finding]) -> Vec<MessagePart> {
    let letters: Vec<char> = message.chars().collect();
    let mut cuts: BTreeSet<usize> =
        found.iter().flat_map(|finding| [finding.place.start, finding.place.end]).collect();
    cuts.extend([0, letters.len()]);
    let cuts: Vec<usize> = cuts.into_iter().filter(|cut| *cut <= letters.len()).collect();
    cuts.windows(2)
        .map(|ends| MessagePart {
            text: letters[ends[0]..ends[1]].iter().collect(),
            findings: (0_u32..)
                .zip(found)
                .filter(|(_, finding)| finding.place.start <= ends[0] && ends[1] <= finding.place.end)
                .map(|(nth, _)| nth)
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use engawa_domain::message::{FindingKind, Grounds};
    use proptest::prelude::*;

    use super::*;

    fn finding(place: std::ops::Range<usize>) -> Finding {
        Finding { kind: FindingKind::ContactInvitation, place, words: String::new(), grounds: Grounds::Kind }
    }

    #[test]
    fn a_message_is_cut_where_passages_begin_and_end_even_where_they_overlap() {
        let cut = parts("あいうえお", &[finding(1..4), finding(3..5)]);
        let told: Vec<(&str, &[u32])> =
            cut.iter().map(|part| (part.text.as_str(), part.findings.as_slice())).collect();
        assert_eq!(told, [("あ", [].as_slice()), ("いう", &[0]), ("え", &[0, 1]), ("お", &[1])]);
    }

    proptest! {
        #[test]
        fn the_parts_together_are_the_message(message in "\\PC{0,40}", ends in proptest::collection::vec((0..40_usize, 0..40_usize), 0..4)) {
            let length = message.chars().count();
            let found: Vec<Finding> = ends
                .into_iter()
                .map(|(one, other)| finding(one.min(other).min(length)..one.max(other).min(length)))
                .collect();
            let together: String = parts(&message, &found).into_iter().map(|part| part.text).collect();
            prop_assert_eq!(together, message);
        }
    }
}
