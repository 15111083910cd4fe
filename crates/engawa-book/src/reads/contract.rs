//! 契約の画面, put together from the record, the rules and the pack.

use std::collections::BTreeSet;

use engawa_domain::calendar::When;
use engawa_domain::draft::DraftTemplate;
use engawa_domain::facts::{ContractFacts, Evidence, EvidenceLink, FactRef, Stage};
use engawa_domain::guide::{Guide, Record};
use engawa_domain::ids::RunId;
use engawa_domain::money::fee_breakdown;
use engawa_domain::rules::{Cite, PlatformRules};
use engawa_domain::standing::{Contact, DraftPurpose, NextKind, Standing, StateName, standing};

use super::evidence::proves;
use super::ledger::ledger;
use super::said;
use super::shared::{self, guide_brief, platform_brief};
use super::stage_line::stage_line;
use crate::inputs::Fact;
use crate::views::{
    ContractView, DraftBrief, EvidenceBrief, EvidenceView, FactPart, MoneyView, SourceShown, TimelineItem,
};

/// What the screen is made of beside the record.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The platform's rules.
    pub rules: &'a PlatformRules,
    /// Its guides, each with the number of its proven paths.
    pub guides: &'a [(&'a Guide, u32)],
    /// Its drafts.
    pub drafts: &'a [&'a DraftTemplate],
    /// The files of the contract.
    pub files: &'a [(EvidenceLink, Evidence)],
    /// A run that was left before its end.
    pub open_run: Option<RunId>,
    /// Now, in the platform's zone.
    pub now: When,
}

/// The whole screen.
pub fn contract_view(facts: ContractFacts, around: Around<'_>) -> ContractView {
    let rules = around.rules;
    let mut answer = standing(&facts, rules, around.now);
    name_guides_and_drafts(&mut answer, around.guides, around.drafts);
    let money = money(&facts, rules, around.now);
    let sources = sources(&answer, money.as_ref(), rules);
    let state = answer.verdict.name();
    let record = Record { facts: &facts, rules, now: around.now };
    let guides = around.guides.iter().filter(|(guide, _)| guide.is_offered(state, record));
    let guides = guides.map(|(guide, paths)| guide_brief(guide, &rules.id, *paths)).collect();
    ContractView {
        platform: platform_brief(rules),
        stages: stage_line(&facts, rules),
        ledger: ledger(&facts, rules),
        timeline: timeline(&facts, around.files),
        money,
        evidence: around.files.iter().map(|(link, file)| evidence_view(link, file, &facts)).collect(),
        guides,
        open_run: around.open_run,
        drafts: letters(around.drafts, state, answer.contact),
        request: rules.request.clone(),
        entrances: rules.support.entrances.clone(),
        unknowns: rules.unknowns.clone(),
        sources,
        standing: answer,
        facts,
    }
}

/// The domain says that a guide or a draft is next; which one, the pack knows.
pub fn name_guides_and_drafts(answer: &mut Standing, guides: &[(&Guide, u32)], drafts: &[&DraftTemplate]) {
    let state = answer.verdict.name();
    for step in &mut answer.next {
        match &mut step.kind {
            NextKind::RunGuide { guide } if guide.is_none() => {
                *guide = guides
                    .iter()
                    .find(|(known, _)| known.offered_in.contains(&state))
                    .map(|(known, _)| known.id.clone());
            }
            NextKind::OpenDraft { draft, purpose } if draft.is_none() => {
                *draft = letter_for(drafts, *purpose, state).map(|known| known.id.clone());
            }
            NextKind::RunGuide { .. }
            | NextKind::OpenDraft { .. }
            | NextKind::LookForLink
            | NextKind::RecordRequest
            | NextKind::RecordStatus
            | NextKind::RecordReply
            | NextKind::AskOffice
            | NextKind::RecordStage { .. }
            | NextKind::StopContact
            | NextKind::StayInside => {}
        }
    }
}

/// The letters listed on a contract: one for each purpose. Contact details are exchanged only where that is permitted, and a
/// text that only guides lead to is found there, with what comes before it.
fn letters(drafts: &[&DraftTemplate], state: StateName, contact: Contact) -> Vec<DraftBrief> {
    drafts
        .iter()
        .filter_map(|draft| Some((draft, draft.purpose_in(state)?)))
        .filter(|(_, purpose)| *purpose != DraftPurpose::ExchangeContact || contact == Contact::Yes)
        .filter(|(draft, purpose)| {
            letter_for(drafts, *purpose, state).is_some_and(|best| best.id == draft.id)
        })
        .map(|(draft, purpose)| DraftBrief { purpose: Some(purpose), ..draft_brief(draft) })
        .collect()
}

/// The letter for a purpose in a state: one made for the state, or else the usual one.
fn letter_for<'a>(
    drafts: &[&'a DraftTemplate],
    purpose: DraftPurpose,
    state: StateName,
) -> Option<&'a DraftTemplate> {
    let fitting = || drafts.iter().filter(|draft| draft.purpose_in(state) == Some(purpose));
    fitting().find(|draft| draft.asked_in.contains(&state)).or_else(|| fitting().next()).copied()
}

/// A draft in one line.
pub fn draft_brief(draft: &DraftTemplate) -> DraftBrief {
    DraftBrief { id: draft.id.clone(), name: draft.name.clone(), purpose: draft.purpose, to: draft.to }
}

/// Everything recorded, newest first.
pub fn timeline(facts: &ContractFacts, files: &[(EvidenceLink, Evidence)]) -> Vec<TimelineItem> {
    let mut items: Vec<TimelineItem> = all_facts(facts)
        .iter()
        .map(|fact| TimelineItem {
            when: fact.when(),
            say: said::fact(fact, &facts.account),
            note: said::note(note_of(fact)),
            quote: quote_of(fact).filter(|words| !words.trim().is_empty()).map(str::to_owned),
            fact: fact.reference(),
            part: FactPart::Fact,
            evidence: files_of(fact.reference(), files),
        })
        .collect();
    items.extend(facts.inquiries.iter().filter_map(|inquiry| {
        let reply = inquiry.reply.as_ref()?;
        let fact = FactRef::Inquiry(inquiry.id);
        Some(TimelineItem {
            when: reply.when,
            say: said::reply(reply),
            note: None,
            quote: Some(reply.text.clone()).filter(|words| !words.trim().is_empty()),
            fact,
            part: FactPart::Reply,
            // Files are tied to the inquiry and shown with it.
            evidence: Vec::new(),
        })
    }));
    // Of two items of one moment, the one recorded later stands first; identifiers grow with time.
    items.sort_by(|a, b| b.when.cmp(&a.when).then_with(|| shared::uuid(b.fact).cmp(&shared::uuid(a.fact))));
    items
}

/// Every fact of the record, in no order.
pub fn all_facts(facts: &ContractFacts) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    all.extend(facts.stages.iter().cloned().map(Fact::Stage));
    all.extend(facts.sightings.iter().cloned().map(Fact::Sighting));
    all.extend(facts.requests.iter().cloned().map(Fact::Request));
    all.extend(facts.statuses.iter().cloned().map(Fact::Status));
    all.extend(facts.inquiries.iter().cloned().map(Fact::Inquiry));
    all.extend(facts.wishes.iter().cloned().map(Fact::Wish));
    all.extend(facts.outside_contacts.iter().cloned().map(Fact::OutsideContact));
    all.extend(facts.restrictions.iter().cloned().map(Fact::Restriction));
    all.extend(facts.payments.iter().cloned().map(Fact::Payment));
    all
}

/// The user's own words.
fn note_of(fact: &Fact) -> &str {
    match fact {
        Fact::Stage(fact) => &fact.note,
        Fact::Sighting(fact) => &fact.note,
        Fact::Status(fact) => &fact.note,
        Fact::Wish(fact) => &fact.note,
        Fact::OutsideContact(fact) => &fact.note,
        Fact::Payment(fact) => &fact.note,
        Fact::Request(_) | Fact::Inquiry(_) | Fact::Restriction(_) => "",
    }
}

/// Words as they were sent or shown. Those of a status stand in its line itself.
fn quote_of(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Request(fact) => Some(&fact.reason),
        Fact::Inquiry(fact) => Some(&fact.body),
        Fact::Restriction(fact) => fact.words.as_ref().map(engawa_domain::text::Words::as_str),
        Fact::Stage(_)
        | Fact::Sighting(_)
        | Fact::Status(_)
        | Fact::Wish(_)
        | Fact::OutsideContact(_)
        | Fact::Payment(_) => None,
    }
}

fn files_of(fact: FactRef, files: &[(EvidenceLink, Evidence)]) -> Vec<EvidenceBrief> {
    files
        .iter()
        .filter(|(link, _)| link.fact == Some(fact))
        .map(|(_, evidence)| evidence_brief(evidence))
        .collect()
}

fn evidence_brief(evidence: &Evidence) -> EvidenceBrief {
    EvidenceBrief {
        id: evidence.id,
        name: evidence.original_name.clone(),
        media_type: evidence.media_type.clone(),
    }
}

fn evidence_view(link: &EvidenceLink, evidence: &Evidence, facts: &ContractFacts) -> EvidenceView {
    let proves = link.fact.and_then(|fact| proves(fact, facts));
    EvidenceView { link: link.id, evidence: evidence.clone(), fact: link.fact, proves }
}

/// What is left of the amount, by the fee of the day on which the contract was made: a fee that changed later does not
/// change an old contract.
fn money(facts: &ContractFacts, rules: &PlatformRules, now: When) -> Option<MoneyView> {
    let made =
        facts.stages.iter().filter(|event| event.stage == Stage::Contracted).map(|event| event.when.day);
    let rules = rules.on(made.min().unwrap_or(now.day));
    let fee = rules.fee.as_ref()?;
    let breakdown = fee_breakdown(facts.contract.amount?, &fee.tiers, fee.tax_basis_points).ok()?;
    let source = fee.cite.source.clone();
    Some(MoneyView { breakdown, cite: fee.cite.clone(), source, note: fee.text.clone() })
}

/// The pages cited on the screen, each once, in the order of their keys.
fn sources(answer: &Standing, money: Option<&MoneyView>, rules: &PlatformRules) -> Vec<SourceShown> {
    let mut cites: Vec<&Cite> = vec![&answer.rule.cite, &answer.deal_rule.cite];
    cites.extend(answer.deadlines.iter().filter_map(|deadline| deadline.cite.as_ref()));
    cites.extend(money.map(|money| &money.cite));
    cites.extend(answer.exemptions.iter().map(|exemption| &exemption.cite));
    cites.extend(answer.duties.iter().map(|duty| &duty.cite));
    if let Some(request) = &rules.request {
        cites.push(&request.cite);
        cites.extend(request.places.iter().map(|place| &place.cite));
    }
    let mut seen = BTreeSet::new();
    let mut shown: Vec<SourceShown> = cites
        .into_iter()
        .filter(|cite| seen.insert(&cite.source))
        .filter_map(|cite| shared::source(cite, rules))
        .collect();
    shown.sort_by(|a, b| a.id.cmp(&b.id));
    shown
}

#[cfg(test)]
mod tests {
    use engawa_domain::facts::{Party, Place, Seen, Stage};
    use engawa_domain::money::Yen;

    use super::*;
    use crate::samples_for_tests::{facts, inquiry, rules, sighting, stage, when, wish};

    fn view(facts: ContractFacts) -> ContractView {
        let rules = rules();
        contract_view(
            facts,
            Around {
                rules: &rules,
                guides: &[],
                drafts: &[],
                files: &[],
                open_run: None,
                now: when("11-24"),
            },
        )
    }

    #[test]
    fn the_newest_stands_first_in_the_timeline() {
        let recorded = ContractFacts {
            stages: vec![stage(10, Stage::Contracted, "11-18"), stage(11, Stage::Escrowed, "11-19")],
            wishes: vec![wish(12, "11-20")],
            sightings: vec![sighting(13, Party::Me, Place::Web, Seen::Missing, "11-20")],
            ..facts()
        };
        let keys: Vec<String> = view(recorded).timeline.into_iter().map(|item| item.say.key).collect();
        assert_eq!(
            keys,
            [
                "standing-reason-link-missing-me",
                "standing-reason-wish-channels",
                "standing-reason-stage-escrowed",
                "standing-reason-stage-contracted"
            ]
        );
    }

    #[test]
    fn a_reply_is_an_item_and_a_part_of_its_inquiry() {
        let mut asked = inquiry(10, "me@example.jp", "11-24 18:42");
        asked.reply = Some(engawa_domain::facts::InquiryReply {
            when: when("11-25 09:10"),
            result: engawa_domain::facts::InquiryResult::CanApplyNow,
            text: "一時的に利用できない状態でした。".to_owned(),
        });
        let timeline = view(ContractFacts { inquiries: vec![asked], ..facts() }).timeline;
        let keys: Vec<&str> = timeline.iter().map(|item| item.say.key.as_str()).collect();
        assert_eq!(keys, ["standing-reason-reply-can-apply-now", "standing-reason-inquiry-registered"]);
        assert_eq!(timeline[0].fact, timeline[1].fact);
        assert_eq!(timeline[0].quote.as_deref(), Some("一時的に利用できない状態でした。"));
        assert_eq!([timeline[0].part, timeline[1].part], [FactPart::Reply, FactPart::Fact]);
    }

    #[test]
    fn what_is_received_of_an_amount_is_shown_with_its_source() {
        // The mockup's contract: 264,000 with tax leaves 227,480.
        let shown = view(facts());
        let money = shown.money.unwrap();
        assert_eq!(money.breakdown.received, Yen::from(227_480_u32));
        assert!(shown.sources.iter().any(|source| source.id == money.source));
    }

    #[test]
    fn an_old_contract_keeps_the_fee_of_its_day() {
        use engawa_domain::money::FeeTier;
        use engawa_domain::rules::{Earlier, FeeRule};
        let mut rules = rules();
        let now = rules.fee.clone().unwrap();
        let tenth = vec![FeeTier { up_to: None, basis_points: 1_000 }];
        let fee = Some(FeeRule { tiers: tenth, ..now });
        rules.earlier =
            vec![Earlier { until: when("11-18").day, contact: None, deal_outside: None, request: None, fee }];
        let received = |day: &str| {
            let facts = ContractFacts { stages: vec![stage(10, Stage::Contracted, day)], ..facts() };
            money(&facts, &rules, when("11-24")).unwrap().breakdown.received
        };
        // 264,000 less 26,400 less 2,640 of tax; from the 18th on as in the mockup.
        assert_eq!(received("11-17"), Yen::from(234_960_u32));
        assert_eq!(received("11-18"), Yen::from(227_480_u32));
    }

    #[test]
    fn without_an_amount_there_is_no_sum() {
        let mut without = facts();
        without.contract.amount = None;
        assert_eq!(view(without).money, None);
    }
}
