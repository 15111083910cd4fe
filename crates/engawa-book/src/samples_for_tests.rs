//! Rules and facts for the tests of this crate: a platform that must approve, one request for a contract, two business days.

use engawa_domain::calendar::{BusinessCalendar, Closure, When};
use engawa_domain::facts::{
    Account, Channel, Client, ClientKind, ContactRequest, Contract, ContractFacts, FiledBy, Format, Inquiry,
    LinkSighting, Party, Place, Seen, Shown, Stage, StageEvent, StatusSeen, StatusValue, Wish, Witness,
};
use engawa_domain::ids::{
    AccountId, ClientId, ContractId, InquiryId, PlatformId, RequestId, SightingId, StageEventId, StatusId,
    WishId,
};
use engawa_domain::money::{FeeTier, Yen};
use engawa_domain::rules::{
    Cite, Confidence, ContactRule, DealOutside, DealRule, Entrance, FeeRule, Filers, Known, Operating,
    PlatformRules, RequestRule, ReviewTime, Shape, Source, SourceId, SourceKind, Span, Support, Text, Timer,
    TimerStart,
};
use engawa_domain::text::{EmailAddress, Title, Words};
use uuid::Uuid;

/// A day of 2026, and a time where one is given: `11-24`, `11-24 13:05`.
pub fn when(text: &str) -> When {
    let (date, time) = text.split_once(' ').map_or((text, None), |(date, time)| (date, Some(time)));
    let day = format!("2026-{date}").parse().unwrap();
    time.map_or(When::on(day), |time| When::at(day, time.parse().unwrap()))
}

pub fn text(words: &str) -> Text {
    Text { ja: words.to_owned(), en: words.to_owned() }
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn contract_id() -> ContractId {
    ContractId(id(1))
}

fn cite() -> Cite {
    Cite {
        source: SourceId("faq".to_owned()),
        checked: "2026-11-23".parse().unwrap(),
        confidence: Confidence::High,
        since: None,
    }
}

pub fn rules() -> PlatformRules {
    let tier = |up_to: Option<u32>, basis_points| FeeTier { up_to: up_to.map(Yen::from), basis_points };
    PlatformRules {
        id: PlatformId("sample".to_owned()),
        name: text("サンプル"),
        checked: "2026-11-23".parse().unwrap(),
        zone: "Asia/Tokyo".to_owned(),
        hosts: vec!["sample.example".to_owned()],
        contact: ContactRule {
            shape: Shape::Approval,
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
        formats: [].into(),
        closures: BusinessCalendar::new(vec![Closure {
            name: text("年末年始"),
            from: "12-29".parse().unwrap(),
            to: "01-03".parse().unwrap(),
        }])
        .unwrap(),
        timers: vec![Timer {
            id: "inspection".to_owned(),
            name: text("検収の目安"),
            due_text: text("事務局に相談できます"),
            starts: TimerStart::Stage { stage: Stage::Delivered },
            span: Span::Days(7),
            stops: vec![Stage::Inspected, Stage::Completed],
            plans: Some(Stage::Inspected),
            formats: Vec::new(),
            cite: cite(),
        }],
        support: Support {
            name: text("事務局"),
            entrances: vec![Entrance {
                id: "faq-form".to_owned(),
                text: text("よくある質問の下"),
                address: None,
                registered_address: Known::Known(true),
                length_limit: None,
                cite: cite(),
            }],
            write_again_after: ReviewTime { business_days: 1 },
            cite: cite(),
        },
        fee: Some(FeeRule {
            text: None,
            tiers: vec![tier(Some(100_000), 2_000), tier(Some(200_000), 1_000), tier(None, 500)],
            tax_basis_points: 1_000,
            cite: cite(),
        }),
        operating: Operating::Open,
        exemptions: Vec::new(),
        stage_words: [].into(),
        penalties: Vec::new(),
        duties: Vec::new(),
        conflicts: Vec::new(),
        warnings: Vec::new(),
        unknowns: Vec::new(),
        earlier: Vec::new(),
        sources: [(
            SourceId("faq".to_owned()),
            Source {
                title: text("よくある質問"),
                address: "https://sample.example/faq".to_owned(),
                kind: SourceKind::Official,
                published: None,
            },
        )]
        .into(),
    }
}

pub fn facts() -> ContractFacts {
    let (account, client) = (AccountId(id(2)), ClientId(id(3)));
    ContractFacts {
        contract: Contract {
            id: contract_id(),
            account,
            client,
            title: Title::new("商品紹介文の作成（60本）").unwrap(),
            format: Format::Fixed,
            url: None,
            number: Some("第1042号".to_owned()),
            amount: Some(Yen::from(264_000_u32)),
            delivery_due: Some("2026-11-30".parse().unwrap()),
            contact_reason: String::new(),
            note: String::new(),
        },
        account: Account {
            id: account,
            platform: PlatformId("sample".to_owned()),
            user_name: Title::new("sample_writer").unwrap(),
            registered_email: Some(EmailAddress::new("me@example.jp").unwrap()),
            note: String::new(),
        },
        client: Client {
            id: client,
            name: Title::new("サンプル商店").unwrap(),
            reading: "さんぷるしょうてん".to_owned(),
            kind: ClientKind::Company,
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

pub fn stage(number: u128, stage: Stage, at: &str) -> StageEvent {
    StageEvent {
        id: StageEventId(id(number)),
        contract: contract_id(),
        stage,
        when: when(at),
        note: String::new(),
    }
}

pub fn sighting(number: u128, looker: Party, place: Place, seen: Seen, at: &str) -> LinkSighting {
    LinkSighting {
        id: SightingId(id(number)),
        contract: contract_id(),
        looker,
        place,
        seen,
        when: when(at),
        note: String::new(),
    }
}

pub fn request(number: u128, by: FiledBy, at: &str) -> ContactRequest {
    ContactRequest {
        id: RequestId(id(number)),
        contract: contract_id(),
        by,
        when: when(at),
        reason: String::new(),
        channels: Vec::new(),
    }
}

pub fn seen(number: u128, value: StatusValue, words: &str, at: &str) -> StatusSeen {
    let witness = Witness::Me { words: Words::new(words).ok(), shown: Shown::Web };
    StatusSeen {
        id: StatusId(id(number)),
        contract: contract_id(),
        value,
        witness,
        when: when(at),
        note: String::new(),
    }
}

pub fn inquiry(number: u128, sender: &str, at: &str) -> Inquiry {
    Inquiry {
        id: InquiryId(id(number)),
        contract: contract_id(),
        entrance: "faq-form".to_owned(),
        sender: EmailAddress::new(sender).unwrap(),
        body: "リンクが表示されません。".to_owned(),
        sent: when(at),
        reply: None,
    }
}

pub fn wish(number: u128, at: &str) -> Wish {
    Wish {
        id: WishId(id(number)),
        contract: contract_id(),
        channels: vec![Channel::Chatwork],
        when: when(at),
        note: String::new(),
    }
}
