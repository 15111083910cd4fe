//! A book in a folder that goes with it, and something to write into it.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use engawa_domain::calendar::Moment;
use engawa_domain::facts::{
    Contract, CopiedAnyway, Document, DocumentKind, Evidence, EvidenceLink, FactRef, FiledBy, Format, Origin,
    Party, Payment, Place, Seen, Stage, StatusValue,
};
use engawa_domain::guide::{Answers, GuideId};
use engawa_domain::ids::{
    ActionId, CopiedAnywayId, CorrectionId, DocumentId, EvidenceId, EvidenceLinkId, OwnServiceId, PaymentId,
    PlatformId, RunId,
};
use engawa_domain::money::Yen;
use engawa_domain::rules::{Correction, DealOutside, OwnContact, OwnService, OwnSource};
use engawa_domain::say::Lang;
use engawa_domain::text::{Title, Words};
use engawa_packs::Packs;
use engawa_store::GuideRun;
use tempfile::TempDir;

use crate::documents::Slip;
use crate::samples_for_tests::{contract_id, facts, id, inquiry, request, seen, sighting, stage, when, wish};
use crate::views::BookKind;
use crate::{Book, BookError, FixedClock, Op, OpenOptions, SeededIds, Tx};

/// Read once: there are many books in these tests.
static PACKS: LazyLock<Arc<Packs>> = LazyLock::new(|| Arc::new(Packs::embedded().unwrap()));

pub fn now() -> Moment {
    "2026-11-24T05:05:00.000Z".parse().unwrap()
}

pub fn options(folder: PathBuf, seed: u64) -> OpenOptions {
    OpenOptions {
        folder,
        clock: Arc::new(FixedClock(now())),
        ids: Arc::new(SeededIds::new(seed)),
        packs: Arc::clone(&PACKS),
        kind: BookKind::Own,
        zone: "Asia/Tokyo".to_owned(),
        lang: Lang::Ja,
    }
}

/// A book and its folder.
pub struct InFolder {
    pub book: Book,
    pub folder: TempDir,
}

impl InFolder {
    pub fn new() -> Self {
        Self::seeded(1)
    }

    /// As of another installation: with identifiers of its own.
    pub fn seeded(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(options(folder.path().join("book"), seed)).unwrap();
        Self { book, folder }
    }

    /// With one row of every kind, and a file of evidence.
    pub fn filled() -> Self {
        let mut it = Self::new();
        let evidence = it.kept(EvidenceId(id(60)), "承認.txt", "承認されました".as_bytes());
        it.write(Op::ContractAdd, |tx| {
            let facts = facts();
            tx.insert(&facts.account)?;
            tx.insert(&facts.client)?;
            Ok(tx.insert(&facts.contract)?)
        });
        it.write(Op::StageAdd, |tx| Ok(tx.insert(&stage(101, Stage::Contracted, "11-18"))?));
        it.write(Op::SightingAdd, |tx| {
            Ok(tx.insert(&sighting(102, Party::Me, Place::Web, Seen::Missing, "11-19"))?)
        });
        it.write(Op::WishAdd, |tx| Ok(tx.insert(&wish(103, "11-18"))?));
        it.write(Op::InquiryAdd, |tx| Ok(tx.insert(&inquiry(104, "me@example.jp", "11-20 18:42"))?));
        it.write(Op::RequestAdd, |tx| Ok(tx.insert(&request(105, FiledBy::Me, "11-21"))?));
        it.write(Op::StatusAdd, |tx| Ok(tx.insert(&seen(106, StatusValue::Approved, "承認", "11-24"))?));
        it.write(Op::GuideStart, |tx| Ok(tx.insert(&run())?));
        it.write(Op::EvidenceAttach, |tx| {
            tx.insert(&evidence)?;
            let fact = Some(FactRef::Status(seen(106, StatusValue::Approved, "承認", "11-24").id));
            let link = EvidenceLink {
                id: EvidenceLinkId(id(61)),
                evidence: evidence.id,
                contract: contract_id(),
                fact,
            };
            Ok(tx.insert(&link)?)
        });
        it
    }

    /// And one row of every kind that came with schema 2.
    pub fn filled_with_schema_2() -> Self {
        let mut it = Self::filled();
        let contract = contract_id();
        it.write(Op::ContractAmend, |tx| {
            Ok(tx.update(&Contract { format: Format::Listing, ..facts().contract })?)
        });
        it.write(Op::PaymentAdd, |tx| {
            let (id, amount) = (PaymentId(id(80)), Yen::from(110_000_u32));
            Ok(tx.insert(&Payment {
                id,
                contract,
                amount,
                when: when("11-24"),
                note: "11月分".to_owned(),
            })?)
        });
        it.write(Op::EvidenceAttach, |tx| {
            let fact = Some(FactRef::Payment(PaymentId(id(80))));
            let id = EvidenceLinkId(id(62));
            Ok(tx.insert(&EvidenceLink { id, evidence: EvidenceId(self::id(60)), contract, fact })?)
        });
        it.write(Op::CopyAnyway, |tx| {
            Ok(tx.insert(&CopiedAnyway {
                id: CopiedAnywayId(id(81)),
                contract,
                draft: "holding".to_owned(),
                found: "contact_invitation".to_owned(),
                text: "LINEで話せますか".to_owned(),
                when: when("11-24 14:05"),
            })?)
        });
        let source = OwnSource {
            title: Title::new("利用規約 第8条").unwrap(),
            address: "https://sample.example/terms".to_owned(),
            looked: "2026-11-23".parse().unwrap(),
        };
        it.write(Op::ServiceAdd, |tx| {
            Ok(tx.insert(&OwnService {
                id: OwnServiceId(id(82)),
                name: Title::new("まちの仕事帳").unwrap(),
                contact: OwnContact::AfterContract,
                deal: DealOutside::Forbidden,
                source: Some(source.clone()),
                support: "問い合わせフォーム".to_owned(),
                answer_days: 3,
                note: String::new(),
            })?)
        });
        it.write(Op::CorrectionKeep, |tx| {
            Ok(tx.insert(&Correction {
                id: CorrectionId(id(83)),
                platform: PlatformId("crowdworks".to_owned()),
                path: "request.review".to_owned(),
                value: "5".to_owned(),
                shipped: "2".to_owned(),
                source,
                note: String::new(),
            })?)
        });
        it
    }

    /// And one row of every kind that came with schema 3.
    pub fn filled_with_schema_3() -> Self {
        let mut it = Self::filled_with_schema_2();
        let document = document();
        it.write(Op::DocumentDeclare, |tx| Ok(tx.insert(&document)?));
        it.write(Op::DocumentAmend, |tx| {
            tx.give_slip(slip("金額の書き間違い"));
            Ok(tx.update(&Document { amount: Some(Yen::from(11_000_u32)), ..document })?)
        });
        it
    }

    /// A file that the vault takes in, as its row is to say.
    pub fn kept(&self, id: EvidenceId, name: &str, bytes: &[u8]) -> Evidence {
        let source = self.folder.path().join(name);
        std::fs::write(&source, bytes).unwrap();
        let kept = self.book.vault.keep(&source, &mut crate::unwatched).unwrap();
        Evidence {
            id,
            sha256: kept.sha256,
            bytes: kept.bytes,
            original_name: kept.original_name,
            media_type: kept.media_type,
            captured: now(),
            origin: Origin::Picked,
            note: String::new(),
        }
    }

    pub fn write(&mut self, op: Op, work: impl FnOnce(&mut Tx<'_>) -> Result<(), BookError>) {
        self.book.transact(op, new_action(), work).unwrap();
    }

    /// Closed and opened again.
    pub fn reopened(self) -> Self {
        let Self { book, folder } = self;
        drop(book);
        let book = Book::open(options(folder.path().join("book"), 2)).unwrap();
        Self { book, folder }
    }

    pub fn digest(&self) -> String {
        self.book.digest().unwrap().to_string()
    }
}

/// The kept file, declared to be an invoice.
pub fn document() -> Document {
    Document {
        id: DocumentId(id(84)),
        evidence: EvidenceId(id(60)),
        kind: DocumentKind::Invoice,
        number: "2026-11-3".to_owned(),
        title: Title::new("商品紹介文 60本").unwrap(),
        counterparty: Title::new("サンプル商店").unwrap(),
        day: "2026-11-23".parse().unwrap(),
        amount: Some(Yen::from(110_000_u32)),
        note: String::new(),
        person: Words::new("縁側 花子").unwrap(),
    }
}

/// Why something is corrected.
pub fn slip(reason: &str) -> Slip {
    Slip {
        applied: "2026-11-24".parse().unwrap(),
        reason: Words::new(reason).unwrap(),
        person: Words::new("縁側 太郎").unwrap(),
    }
}

pub fn run() -> GuideRun {
    GuideRun {
        id: RunId(id(70)),
        guide: GuideId("link-missing".to_owned()),
        platform: PlatformId("sample".to_owned()),
        contract: Some(contract_id()),
        started: when("11-19 10:00"),
        answers: Answers::default(),
    }
}

/// An action nobody asked for before.
pub fn new_action() -> ActionId {
    ActionId(uuid::Uuid::new_v4())
}
