//! Invented facts and rules for the tests of this module.

use crate::calendar::{BusinessCalendar, Closure, Day, When};
use crate::facts::{
    Account, Channel, Client, ClientKind, ContactRequest, Contract, ContractFacts, FiledBy, Format, Inquiry,
    InquiryReply, InquiryResult, LinkSighting, OutsideContact, Party, Place, Restriction, Seen, Shown, Stage,
    StageEvent, StatusSeen, StatusValue, Wish, Witness,
};
use crate::ids::{
    AccountId, ClientId, ContractId, InquiryId, OutsideContactId, PlatformId, RequestId, RestrictionId,
    SightingId, StageEventId, StatusId, WishId,
};
use crate::rules::{
    Cite, Confidence, ContactRule, DealOutside, DealRule, Filers, FormatRule, Known, Operating,
    PlatformRules, RequestRule, ReviewTime, Shape, SourceId, Support, Text,
};
use crate::text::{EmailAddress, Title, Words};
use uuid::Uuid;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A day, of 2026 where no year is given, and a time where one is given: `11-24`, `11-24 13:05`, `2020-10-01`.
pub fn when(text: &str) -> When {
    let (date, time) = text.split_once(' ').map_or((text, None), |(date, time)| (date, Some(time)));
    let day = if date.len() == 5 { day(&format!("2026-{date}")) } else { day(date) };
    time.map_or(When::on(day), |time| When::at(day, time.parse().unwrap()))
}

pub fn text(words: &str) -> Text {
    Text { ja: words.to_owned(), en: words.to_owned() }
}

pub fn cite() -> Cite {
    Cite {
        source: SourceId("faq".to_owned()),
        checked: day("2026-11-23"),
        confidence: Confidence::High,
        since: None,
    }
}

/// A platform that must approve; one request for a contract, two business days of review, an approval whose reach is
/// not published.
pub fn rules(shape: Shape) -> PlatformRules {
    PlatformRules {
        id: PlatformId("sample".to_owned()),
        name: text("サンプル"),
        checked: day("2026-11-23"),
        zone: "Asia/Tokyo".to_owned(),
        hosts: vec!["sample.example".to_owned()],
        contact: ContactRule {
            shape,
            text: text("承認のあとに"),
            text_permitted: text("承認のあとは"),
            cite: cite(),
        },
        deal_outside: DealRule {
            permitted: DealOutside::Forbidden, text: text("できません"), cite: cite()
        },
        request: Some(RequestRule {
            name: text("申請"),
            who_may_file: Known::Known(Filers::either_side()),
            limit: Known::Known(1),
            review: Known::Known(ReviewTime { business_days: 2 }),
            survives_contract: Known::Unknown,
            survives_end: Known::Unknown,
            places: Vec::new(),
            documented_words: Vec::new(),
            reason_limit: None,
            cite: cite(),
        }),
        message_limit: None,
        formats: [
            (Format::Fixed, FormatRule { request_possible: Known::Known(true), cite: cite() }),
            (Format::Task, FormatRule { request_possible: Known::Known(false), cite: cite() }),
        ]
        .into(),
        closures: BusinessCalendar::new(vec![Closure {
            name: text("年末年始"),
            from: "12-29".parse().unwrap(),
            to: "01-03".parse().unwrap(),
        }])
        .unwrap(),
        timers: Vec::new(),
        support: Support {
            name: text("事務局"),
            entrances: Vec::new(),
            write_again_after: ReviewTime { business_days: 3 },
            cite: cite(),
        },
        fee: None,
        operating: Operating::Open,
        exemptions: Vec::new(),
        stage_words: std::collections::BTreeMap::new(),
        penalties: Vec::new(),
        duties: Vec::new(),
        conflicts: Vec::new(),
        warnings: Vec::new(),
        unknowns: Vec::new(),
        earlier: Vec::new(),
        sources: std::collections::BTreeMap::new(),
    }
}

pub fn contract_id(n: u128) -> ContractId {
    ContractId(Uuid::from_u128(n))
}

/// A contract about which nothing has been recorded yet.
pub fn facts() -> ContractFacts {
    let account = AccountId(Uuid::from_u128(1));
    let client = ClientId(Uuid::from_u128(2));
    ContractFacts {
        contract: Contract {
            id: contract_id(3),
            account,
            client,
            title: Title::new("商品紹介文の作成（60本）").unwrap(),
            format: Format::Fixed,
            url: None,
            number: None,
            amount: None,
            delivery_due: None,
            contact_reason: String::new(),
            note: String::new(),
        },
        account: Account {
            id: account,
            platform: PlatformId("sample".to_owned()),
            user_name: Title::new("sample_writer").unwrap(),
            registered_email: Some(EmailAddress::new("writer@example.jp").unwrap()),
            note: String::new(),
        },
        client: Client {
            id: client,
            name: Title::new("サンプル商店").unwrap(),
            reading: String::new(),
            kind: ClientKind::Unknown,
            note: String::new(),
        },
        stages: Vec::new(),
        sightings: Vec::new(),
        requests: Vec::new(),
        statuses: Vec::new(),
        inquiries: Vec::new(),
        wishes: Vec::new(),
        outside_contacts: Vec::new(),
        restrictions: Vec::new(),
        payments: Vec::new(),
    }
}

/// Adds facts one by one, each with an identifier of its own.
pub trait Recorded: Sized {
    fn stage(self, stage: Stage, at: &str) -> Self;
    fn wish(self, channel: Channel, at: &str) -> Self;
    fn looked(self, looker: Party, place: Place, seen: Seen, at: &str) -> Self;
    fn requested(self, by: FiledBy, at: &str) -> Self;
    fn saw(self, value: StatusValue, words: &str, at: &str) -> Self;
    fn saw_without_words(self, value: StatusValue, at: &str) -> Self;
    fn heard(self, value: StatusValue, at: &str) -> Self;
    fn inquired(self, sender: &str, at: &str) -> Self;
    fn answered(self, result: InquiryResult, at: &str) -> Self;
    fn restricted(self, party: Party, at: &str) -> Self;
    fn talked_outside(self, at: &str) -> Self;
}

impl Recorded for ContractFacts {
    fn stage(mut self, stage: Stage, at: &str) -> Self {
        let id = StageEventId(Uuid::from_u128(100 + self.stages.len() as u128));
        self.stages.push(StageEvent {
            id,
            contract: self.contract.id,
            stage,
            when: when(at),
            note: String::new(),
        });
        self
    }

    fn wish(mut self, channel: Channel, at: &str) -> Self {
        let id = WishId(Uuid::from_u128(200 + self.wishes.len() as u128));
        self.wishes.push(Wish {
            id,
            contract: self.contract.id,
            channels: vec![channel],
            when: when(at),
            note: String::new(),
        });
        self
    }

    fn looked(mut self, looker: Party, place: Place, seen: Seen, at: &str) -> Self {
        let id = SightingId(Uuid::from_u128(300 + self.sightings.len() as u128));
        let contract = self.contract.id;
        self.sightings.push(LinkSighting {
            id,
            contract,
            looker,
            place,
            seen,
            when: when(at),
            note: String::new(),
        });
        self
    }

    fn requested(mut self, by: FiledBy, at: &str) -> Self {
        let id = RequestId(Uuid::from_u128(400 + self.requests.len() as u128));
        let contract = self.contract.id;
        self.requests.push(ContactRequest {
            id,
            contract,
            by,
            when: when(at),
            reason: String::new(),
            channels: Vec::new(),
        });
        self
    }

    fn saw(mut self, value: StatusValue, words: &str, at: &str) -> Self {
        let witness = Witness::Me { words: Some(Words::new(words).unwrap()), shown: Shown::Web };
        self.statuses.push(status(&self, value, witness, at));
        self
    }

    fn saw_without_words(mut self, value: StatusValue, at: &str) -> Self {
        self.statuses.push(status(&self, value, Witness::Me { words: None, shown: Shown::App }, at));
        self
    }

    fn heard(mut self, value: StatusValue, at: &str) -> Self {
        self.statuses.push(status(&self, value, Witness::ToldByClient, at));
        self
    }

    fn inquired(mut self, sender: &str, at: &str) -> Self {
        self.inquiries.push(Inquiry {
            id: InquiryId(Uuid::from_u128(500 + self.inquiries.len() as u128)),
            contract: self.contract.id,
            entrance: "faq".to_owned(),
            sender: EmailAddress::new(sender).unwrap(),
            body: "申請リンクが見当たりません。".to_owned(),
            sent: when(at),
            reply: None,
        });
        self
    }

    fn answered(mut self, result: InquiryResult, at: &str) -> Self {
        let inquiry = self.inquiries.last_mut().expect("an inquiry to answer");
        inquiry.reply = Some(InquiryReply { when: when(at), result, text: String::new() });
        self
    }

    fn restricted(mut self, party: Party, at: &str) -> Self {
        let id = RestrictionId(Uuid::from_u128(600 + self.restrictions.len() as u128));
        self.restrictions.push(Restriction {
            id,
            contract: self.contract.id,
            party,
            when: when(at),
            words: None,
        });
        self
    }

    fn talked_outside(mut self, at: &str) -> Self {
        let id = OutsideContactId(Uuid::from_u128(700 + self.outside_contacts.len() as u128));
        self.outside_contacts.push(OutsideContact {
            id,
            contract: self.contract.id,
            channel: Channel::Phone,
            when: when(at),
            note: String::new(),
        });
        self
    }
}

fn status(facts: &ContractFacts, value: StatusValue, witness: Witness, at: &str) -> StatusSeen {
    let id = StatusId(Uuid::from_u128(700 + facts.statuses.len() as u128));
    StatusSeen { id, contract: facts.contract.id, value, witness, when: when(at), note: String::new() }
}
