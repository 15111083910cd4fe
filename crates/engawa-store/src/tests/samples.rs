//! A book in a folder of its own, and one row of every kind.

use engawa_domain::calendar::{Moment, When};
use engawa_domain::facts::{
    Account, Channel, Client, ClientKind, ContactRequest, Contract, CopiedAnyway, Document, DocumentChange,
    DocumentCorrection, DocumentDid, DocumentField, DocumentKind, Evidence, EvidenceLink, FactRef, FiledBy,
    Format, Inquiry, InquiryReply, InquiryResult, LinkSighting, Origin as CameBy, OutsideContact, Party,
    Payment, Place, Restriction, Seen, Sha256Hex, Shown, Stage, StageEvent, StatusSeen, StatusValue, Wish,
    Witness,
};
use engawa_domain::guide::{Answer, Answers, Course, GuideId, OptionId, OutcomeId, QuestionId};
use engawa_domain::ids::{
    ContractId, CopiedAnywayId, CorrectionId, DocumentCorrectionId, DocumentId, EvidenceId, OwnServiceId,
    PaymentId, PlatformId,
};
use engawa_domain::money::Yen;
use engawa_domain::rules::{Correction, DealOutside, OwnContact, OwnService, OwnSource};
use engawa_domain::text::{EmailAddress, Title, Words};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Change, Committed, GuideRun, OpenAs, Origin, Store, StoreError};

/// A book in a folder that goes with it.
pub struct InFolder {
    pub store: Store,
    pub folder: TempDir,
}

pub fn book() -> InFolder {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&open_as(&folder)).unwrap();
    InFolder { store, folder }
}

pub fn open_as(folder: &TempDir) -> OpenAs {
    OpenAs {
        path: folder.path().join("book.sqlite"),
        copy_before_migration: folder.path().join("backups/book-before.sqlite"),
        new_origin: Origin(uuid(0xFFFF)),
        log: crate::Log::Beside,
        key: None,
    }
}

/// The name of a file as this system allows it: Windows has none with a question mark.
pub fn allowed(name: &str) -> String {
    if cfg!(windows) { name.replace('?', "") } else { name.to_owned() }
}

impl InFolder {
    /// The same book, closed and opened again.
    pub fn reopened(self) -> Self {
        let Self { store, folder } = self;
        drop(store);
        Self { store: Store::open(&open_as(&folder)).unwrap(), folder }
    }

    pub fn change(
        &mut self,
        op: &str,
        work: impl FnOnce(&mut Change<'_>) -> Result<(), StoreError>,
    ) -> Option<Committed> {
        self.try_change(op, work).unwrap()
    }

    pub fn try_change(
        &mut self,
        op: &str,
        work: impl FnOnce(&mut Change<'_>) -> Result<(), StoreError>,
    ) -> Result<Option<Committed>, StoreError> {
        let mut change = self.store.begin()?;
        work(&mut change)?;
        change.commit(at(), op, None)
    }
}

pub fn at() -> Moment {
    "2026-11-24T05:05:00.000Z".parse().unwrap()
}

pub fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn when(text: &str) -> When {
    match text.split_once(' ') {
        Some((day, time)) => When::at(day.parse().unwrap(), time.parse().unwrap()),
        None => When::on(text.parse().unwrap()),
    }
}

pub fn account(number: u128) -> Account {
    Account {
        id: engawa_domain::ids::AccountId(uuid(number)),
        platform: PlatformId("own-1".to_owned()),
        user_name: Title::new("hana_w").unwrap(),
        registered_email: Some(EmailAddress::new("Hana@Example.jp").unwrap()),
        note: String::new(),
    }
}

pub fn client(number: u128) -> Client {
    Client {
        id: engawa_domain::ids::ClientId(uuid(number)),
        name: Title::new("㈱サクラ商店").unwrap(),
        reading: "さくらしょうてん".to_owned(),
        kind: ClientKind::Company,
        note: "\u{FA19}社 𠮷 🌸".to_owned(),
    }
}

pub fn contract(number: u128, account: u128, client: u128) -> Contract {
    Contract {
        id: ContractId(uuid(number)),
        account: engawa_domain::ids::AccountId(uuid(account)),
        client: engawa_domain::ids::ClientId(uuid(client)),
        title: Title::new("商品紹介文の作成（60本）").unwrap(),
        format: Format::Fixed,
        url: Some("https://example.jp/contracts/1042".to_owned()),
        number: None,
        amount: Some(Yen::new(50_000).unwrap()),
        delivery_due: Some("2026-11-30".parse().unwrap()),
        contact_reason: "画像の受け渡し".to_owned(),
        note: String::new(),
    }
}

pub fn stage(number: u128, contract: u128) -> StageEvent {
    StageEvent {
        id: engawa_domain::ids::StageEventId(uuid(number)),
        contract: ContractId(uuid(contract)),
        stage: Stage::Escrowed,
        when: when("2026-11-18 14:05"),
        note: "一行目\n二行目".to_owned(),
    }
}

pub fn sighting(number: u128, contract: u128) -> LinkSighting {
    LinkSighting {
        id: engawa_domain::ids::SightingId(uuid(number)),
        contract: ContractId(uuid(contract)),
        looker: Party::Me,
        place: Place::Web,
        seen: Seen::Missing,
        when: when("2026-11-19"),
        note: String::new(),
    }
}

pub fn request(number: u128, contract: u128) -> ContactRequest {
    ContactRequest {
        id: engawa_domain::ids::RequestId(uuid(number)),
        contract: ContractId(uuid(contract)),
        by: FiledBy::Client,
        when: when("2026-11-20 09:00:07"),
        reason: "\"引用\" \\ 逆斜線".to_owned(),
        channels: vec![Channel::Chatwork, Channel::VideoCall],
    }
}

pub fn status(number: u128, contract: u128, witness: Witness) -> StatusSeen {
    StatusSeen {
        id: engawa_domain::ids::StatusId(uuid(number)),
        contract: ContractId(uuid(contract)),
        value: StatusValue::Approved,
        witness,
        when: when("2026-11-24"),
        note: String::new(),
    }
}

pub fn seen_by_me() -> Witness {
    Witness::Me { words: Some(Words::new("  承認 ").unwrap()), shown: Shown::Web }
}

pub fn inquiry(number: u128, contract: u128) -> Inquiry {
    Inquiry {
        id: engawa_domain::ids::InquiryId(uuid(number)),
        contract: ContractId(uuid(contract)),
        entrance: "faq-button".to_owned(),
        sender: EmailAddress::new("hana@example.jp").unwrap(),
        body: "リンクが見当たりません。".to_owned(),
        sent: when("2026-11-20 18:42"),
        reply: Some(InquiryReply {
            when: when("2026-11-21"),
            result: InquiryResult::CanApplyNow,
            text: String::new(),
        }),
    }
}

pub fn wish(number: u128, contract: u128) -> Wish {
    Wish {
        id: engawa_domain::ids::WishId(uuid(number)),
        contract: ContractId(uuid(contract)),
        channels: Vec::new(),
        when: when("2026-11-18"),
        note: "チャットワークで".to_owned(),
    }
}

pub fn outside_contact(number: u128, contract: u128) -> OutsideContact {
    OutsideContact {
        id: engawa_domain::ids::OutsideContactId(uuid(number)),
        contract: ContractId(uuid(contract)),
        channel: Channel::Phone,
        when: when("2026-11-24"),
        note: String::new(),
    }
}

pub fn restriction(number: u128, contract: u128) -> Restriction {
    Restriction {
        id: engawa_domain::ids::RestrictionId(uuid(number)),
        contract: ContractId(uuid(contract)),
        party: Party::Client,
        when: when("2026-11-24"),
        words: None,
    }
}

pub fn evidence(number: u128) -> Evidence {
    Evidence {
        id: engawa_domain::ids::EvidenceId(uuid(number)),
        sha256: Sha256Hex(format!("{number:064x}")),
        bytes: 5_000_000_000,
        original_name: "画面 1.png".to_owned(),
        media_type: "image/png".to_owned(),
        captured: at(),
        origin: CameBy::Dropped,
        note: String::new(),
    }
}

pub fn link(number: u128, evidence: u128, contract: u128, fact: Option<FactRef>) -> EvidenceLink {
    EvidenceLink {
        id: engawa_domain::ids::EvidenceLinkId(uuid(number)),
        evidence: engawa_domain::ids::EvidenceId(uuid(evidence)),
        contract: ContractId(uuid(contract)),
        fact,
    }
}

pub fn run(number: u128, contract: Option<u128>) -> GuideRun {
    let answer = |question: &str, option: &str, day: &str| Answer {
        question: QuestionId(question.to_owned()),
        option: OptionId(option.to_owned()),
        when: when(day),
    };
    GuideRun {
        id: engawa_domain::ids::RunId(uuid(number)),
        guide: GuideId("link-missing".to_owned()),
        platform: PlatformId("own-1".to_owned()),
        contract: contract.map(|contract| ContractId(uuid(contract))),
        started: when("2026-11-19 10:00"),
        answers: Answers {
            given: vec![
                answer("place", "web", "2026-11-19 10:01"),
                answer("client", "missing", "2026-11-19"),
            ],
            course: Course::Skipped,
            resumed: vec![OutcomeId("inquire".to_owned())],
        },
    }
}

/// One row of every kind about contract 3, in an order in which each may be inserted.
pub fn fill(change: &mut Change<'_>) -> Result<(), StoreError> {
    change.insert(&account(1))?;
    change.insert(&client(2))?;
    change.insert(&contract(3, 1, 2))?;
    change.insert(&stage(4, 3))?;
    change.insert(&sighting(5, 3))?;
    change.insert(&request(6, 3))?;
    change.insert(&status(7, 3, seen_by_me()))?;
    change.insert(&status(8, 3, Witness::ToldByClient))?;
    change.insert(&inquiry(9, 3))?;
    change.insert(&wish(10, 3))?;
    change.insert(&outside_contact(11, 3))?;
    change.insert(&restriction(12, 3))?;
    change.insert(&evidence(13))?;
    change.insert(&link(14, 13, 3, Some(FactRef::Status(status(7, 3, seen_by_me()).id))))?;
    change.insert(&run(15, Some(3)))?;
    change.insert(&payment(16, 3))?;
    change.insert(&copied_anyway(17, 3))?;
    change.insert(&own_service(18))?;
    change.insert(&correction(19))
}

/// And a document with a line of its log, which taking back leaves where it is.
pub fn fill_with_log(change: &mut Change<'_>) -> Result<(), StoreError> {
    fill(change)?;
    change.insert(&document(20, 13))?;
    change.insert(&document_correction(21, 20))
}

pub fn payment(number: u128, contract: u128) -> Payment {
    Payment {
        id: PaymentId(uuid(number)),
        contract: ContractId(uuid(contract)),
        amount: Yen::from(110_000_u32),
        when: when("2026-12-15"),
        note: "11月分".to_owned(),
    }
}

pub fn copied_anyway(number: u128, contract: u128) -> CopiedAnyway {
    CopiedAnyway {
        id: CopiedAnywayId(uuid(number)),
        contract: ContractId(uuid(contract)),
        draft: "holding".to_owned(),
        found: "contact_invitation".to_owned(),
        text: "LINEで話せますか".to_owned(),
        when: when("2026-11-24"),
    }
}

pub fn own_service(number: u128) -> OwnService {
    OwnService {
        id: OwnServiceId(uuid(number)),
        name: Title::new("まちの仕事帳").unwrap(),
        contact: OwnContact::AfterContract,
        deal: DealOutside::Forbidden,
        source: Some(own_source()),
        support: "問い合わせフォーム".to_owned(),
        answer_days: 3,
        note: String::new(),
    }
}

pub fn correction(number: u128) -> Correction {
    Correction {
        id: CorrectionId(uuid(number)),
        platform: PlatformId("sample".to_owned()),
        path: "timers.inspection.span.days".to_owned(),
        value: "10".to_owned(),
        shipped: "14".to_owned(),
        source: own_source(),
        note: String::new(),
    }
}

fn own_source() -> OwnSource {
    OwnSource {
        title: Title::new("利用規約 第8条").unwrap(),
        address: "https://sample.example/terms".to_owned(),
        looked: "2026-11-23".parse().unwrap(),
    }
}

/// A delivery note, which names no amount.
pub fn document(number: u128, evidence: u128) -> Document {
    Document {
        id: DocumentId(uuid(number)),
        evidence: EvidenceId(uuid(evidence)),
        kind: DocumentKind::DeliveryNote,
        number: "2026-11-3".to_owned(),
        title: Title::new("商品紹介文 60本").unwrap(),
        counterparty: Title::new("サンプル商店").unwrap(),
        day: "2026-11-23".parse().unwrap(),
        amount: None,
        note: String::new(),
        person: Words::new("縁側 花子").unwrap(),
    }
}

pub fn document_correction(number: u128, document: u128) -> DocumentCorrection {
    DocumentCorrection {
        id: DocumentCorrectionId(uuid(number)),
        document: DocumentId(uuid(document)),
        applied: "2026-11-23".parse().unwrap(),
        number: "2026-11-3".to_owned(),
        title: Title::new("商品紹介文 60本").unwrap(),
        counterparty: Title::new("サンプル商店").unwrap(),
        day: "2026-11-24".parse().unwrap(),
        did: DocumentDid::Corrected,
        content: vec![DocumentChange {
            field: DocumentField::Amount,
            before: Some("11000".to_owned()),
            after: None,
        }],
        reason: Words::new("納品書に金額はない").unwrap(),
        person: Words::new("縁側 花子").unwrap(),
    }
}
