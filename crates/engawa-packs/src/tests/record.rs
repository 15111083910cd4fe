//! Invented facts: the first real case, in names that belong to nobody.

use engawa_domain::calendar::When;
use engawa_domain::facts::{
    Account, Channel, Client, ClientKind, ContactRequest, Contract, ContractFacts, FiledBy, Format, Inquiry,
    InquiryReply, InquiryResult, LinkSighting, OutsideContact, Party, Place, Restriction, Seen, Shown, Stage,
    StageEvent, StatusSeen, StatusValue, Wish, Witness,
};
use engawa_domain::ids::{
    AccountId, ClientId, ContractId, InquiryId, OutsideContactId, PlatformId, RequestId, RestrictionId,
    SightingId, StageEventId, StatusId, WishId,
};
use engawa_domain::text::{EmailAddress, Title, Words};
use uuid::Uuid;

pub fn when(text: &str) -> When {
    When::on(format!("2026-{text}").parse().unwrap())
}

/// A contract about which nothing has been recorded yet.
pub fn empty() -> ContractFacts {
    let (account, client) = (AccountId(Uuid::from_u128(1)), ClientId(Uuid::from_u128(2)));
    ContractFacts {
        contract: Contract {
            id: ContractId(Uuid::from_u128(3)),
            account,
            client,
            title: Title::new("商品紹介文の作成（60本）").unwrap(),
            format: Format::Fixed,
            url: Some("https://crowdworks.jp/contracts/1042".to_owned()),
            number: Some("1042".to_owned()),
            amount: None,
            delivery_due: None,
            contact_reason: "原稿の確認を音声で行うため".to_owned(),
            note: String::new(),
        },
        account: Account {
            id: account,
            platform: PlatformId("crowdworks".to_owned()),
            user_name: Title::new("sample_writer").unwrap(),
            registered_email: Some(EmailAddress::new("me@example.jp").unwrap()),
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

/// The contract is made, the escrow paid, the client asks for Chatwork, and the link is nowhere.
pub fn link_missing() -> ContractFacts {
    let mut facts = empty();
    let contract = facts.contract.id;
    facts.reached(Stage::Contracted, when("11-18"));
    facts.reached(Stage::Escrowed, when("11-19"));
    let id = WishId(Uuid::from_u128(200));
    facts.wishes.push(Wish {
        id,
        contract,
        channels: vec![Channel::Chatwork],
        when: when("11-19"),
        note: String::new(),
    });
    facts.saw_link(Party::Me, Place::Web, Seen::Missing, "11-20");
    facts.saw_link(Party::Me, Place::App, Seen::Missing, "11-20");
    facts.saw_link(Party::Client, Place::Web, Seen::Missing, "11-24");
    facts
}

pub trait Recorded {
    fn reached(&mut self, stage: Stage, at: When);
    fn talked_outside(&mut self, day: &str);
    fn restricted(&mut self, party: Party, day: &str);
    fn saw_link(&mut self, looker: Party, place: Place, seen: Seen, day: &str);
    fn filed(&mut self, by: FiledBy, day: &str);
    fn saw_status(&mut self, value: StatusValue, witness: Witness, day: &str);
    fn inquired(&mut self, day: &str);
    fn answered(&mut self, result: InquiryResult, day: &str);
}

/// The user saw these words on the site.
pub fn seen(words: &str) -> Witness {
    Witness::Me { words: Some(Words::new(words).unwrap()), shown: Shown::Web }
}

impl Recorded for ContractFacts {
    fn reached(&mut self, stage: Stage, at: When) {
        let id = StageEventId(Uuid::from_u128(100 + self.stages.len() as u128));
        let contract = self.contract.id;
        self.stages.push(StageEvent { id, contract, stage, when: at, note: String::new() });
    }

    fn talked_outside(&mut self, day: &str) {
        let id = OutsideContactId(Uuid::from_u128(700 + self.outside_contacts.len() as u128));
        let (contract, when) = (self.contract.id, when(day));
        let channel = Channel::Phone;
        self.outside_contacts.push(OutsideContact { id, contract, channel, when, note: String::new() });
    }

    fn restricted(&mut self, party: Party, day: &str) {
        let id = RestrictionId(Uuid::from_u128(800 + self.restrictions.len() as u128));
        let (contract, when) = (self.contract.id, when(day));
        self.restrictions.push(Restriction { id, contract, party, when, words: None });
    }

    fn saw_link(&mut self, looker: Party, place: Place, seen: Seen, day: &str) {
        let id = SightingId(Uuid::from_u128(300 + self.sightings.len() as u128));
        let contract = self.contract.id;
        self.sightings.push(LinkSighting {
            id,
            contract,
            looker,
            place,
            seen,
            when: when(day),
            note: String::new(),
        });
    }

    fn filed(&mut self, by: FiledBy, day: &str) {
        let id = RequestId(Uuid::from_u128(400 + self.requests.len() as u128));
        let contract = self.contract.id;
        let (reason, channels) = (String::new(), Vec::new());
        self.requests.push(ContactRequest { id, contract, by, when: when(day), reason, channels });
    }

    fn saw_status(&mut self, value: StatusValue, witness: Witness, day: &str) {
        let id = StatusId(Uuid::from_u128(500 + self.statuses.len() as u128));
        let contract = self.contract.id;
        self.statuses.push(StatusSeen { id, contract, value, witness, when: when(day), note: String::new() });
    }

    fn inquired(&mut self, day: &str) {
        self.inquiries.push(Inquiry {
            id: InquiryId(Uuid::from_u128(600 + self.inquiries.len() as u128)),
            contract: self.contract.id,
            entrance: "faq-button".to_owned(),
            sender: EmailAddress::new("me@example.jp").unwrap(),
            body: String::new(),
            sent: when(day),
            reply: None,
        });
    }

    fn answered(&mut self, result: InquiryResult, day: &str) {
        let newest = self.inquiries.last_mut().unwrap();
        newest.reply = Some(InquiryReply { when: when(day), result, text: String::new() });
    }
}
