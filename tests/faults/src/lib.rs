//! What happens to a book when the process is killed, the disk is full, the file is cut off, or somebody else holds it.
//!
//! The program `book-writer` is the process that is hurt; the tests hurt it and look at what is left. Both use this.

pub mod disk;
pub mod protection;
pub mod table;
pub mod trace;
pub mod work;

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use engawa_book::protect::BookKey;
use engawa_book::views::BookKind;
use engawa_book::{
    BackupRefused, Book, BookError, Clock, ExportRefused, FileRefused, Op, OpenOptions, RandomIds,
    SystemClock,
};
use engawa_domain::calendar::When;
use engawa_domain::facts::{Account, Client, ClientKind, Contract, Format, Stage, StageEvent};
use engawa_domain::ids::{AccountId, ActionId, ClientId, ContractId, PlatformId, StageEventId};
use engawa_domain::say::Lang;
use engawa_domain::text::Title;
use engawa_packs::Packs;
use engawa_store::{StoreError, Table};
use uuid::Uuid;

/// The packs of the program that the one contract needs. Reading all of them takes longer than what is tried here.
static PACKS: LazyLock<Arc<Packs>> = LazyLock::new(|| {
    let few =
        Packs::files().filter(|file| ["other", "common"].iter().any(|name| file.name.starts_with(name)));
    let packs = Packs::read(few)
        .unwrap_or_else(|errors| unreachable!("the packs of the program are checked: {errors:?}"));
    Arc::new(packs)
});

/// Opens the book in this folder as the app does.
pub fn open(folder: PathBuf) -> Result<Book, BookError> {
    open_at(folder, Arc::new(SystemClock))
}

/// Opens the book in this folder under this clock.
pub fn open_at(folder: PathBuf, clock: Arc<dyn Clock>) -> Result<Book, BookError> {
    Book::open(options(folder, clock))
}

/// Opens the book in this folder with its key, if it has one.
pub fn open_with(folder: PathBuf, key: Option<&BookKey>) -> Result<Book, BookError> {
    Book::open_with(options(folder, Arc::new(SystemClock)), key)
}

fn options(folder: PathBuf, clock: Arc<dyn Clock>) -> OpenOptions {
    OpenOptions {
        folder,
        clock,
        ids: Arc::new(RandomIds::default()),
        packs: Arc::clone(&PACKS),
        kind: BookKind::Own,
        zone: "Asia/Tokyo".to_owned(),
        lang: Lang::Ja,
    }
}

/// The one contract that everything is written about.
pub const CONTRACT: ContractId = ContractId(Uuid::from_u128(3));

/// Records the contract, if it is not there yet.
pub fn begin(book: &mut Book) -> Result<(), BookError> {
    if book.rows().count(Table::Contracts)? > 0 {
        return Ok(());
    }
    let title = |text: &str| Title::new(text).unwrap_or_else(|refused| unreachable!("{refused}"));
    let account = Account {
        id: AccountId(Uuid::from_u128(1)),
        platform: PlatformId("other".to_owned()),
        user_name: title("hana"),
        registered_email: None,
        note: String::new(),
    };
    let client = Client {
        id: ClientId(Uuid::from_u128(2)),
        name: title("サクラ商店"),
        reading: String::new(),
        kind: ClientKind::Unknown,
        note: String::new(),
    };
    let contract = Contract {
        id: CONTRACT,
        account: account.id,
        client: client.id,
        title: title("商品紹介文"),
        format: Format::Fixed,
        url: None,
        number: None,
        amount: None,
        delivery_due: None,
        contact_reason: String::new(),
        note: String::new(),
    };
    book.transact(Op::ContractAdd, action(0), |tx| {
        tx.insert(&account)?;
        tx.insert(&client)?;
        Ok(tx.insert(&contract)?)
    })?;
    Ok(())
}

/// The action with this number. Numbers are how the tests know which writes were acknowledged.
pub fn action(number: u64) -> ActionId {
    ActionId(Uuid::from_u128(u128::from(number) + (1 << 64)))
}

/// One press of a button: records a stage whose note is the number.
pub fn write(book: &mut Book, number: u64) -> Result<StageEventId, BookError> {
    let when = When::on(engawa_domain::calendar::Day::FIRST);
    let done = book.transact(Op::StageAdd, action(number), |tx| {
        let id = StageEventId(tx.id());
        tx.insert(&StageEvent {
            id,
            contract: CONTRACT,
            stage: Stage::Delivered,
            when,
            note: number.to_string(),
        })?;
        Ok(id)
    })?;
    Ok(done.value)
}

/// The numbers that a book holds, in the order of writing.
pub fn numbers(book: &Book) -> Result<Vec<u64>, BookError> {
    let events: Vec<StageEvent> = book.rows().of_contract(CONTRACT)?;
    Ok(events.into_iter().filter_map(|event| event.note.parse().ok()).collect())
}

/// One word for an error, for the process on the other side of a pipe.
pub fn word(error: &BookError) -> &'static str {
    match error {
        BookError::Store(StoreError::DiskFull)
        | BookError::File(FileRefused::NoRoom { .. })
        | BookError::Export(ExportRefused::DiskFull)
        | BookError::Backup(BackupRefused::NoRoom { .. }) => "disk-full",
        BookError::Backup(BackupRefused::System { source, .. })
            if matches!(source.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) =>
        {
            "read-only"
        }
        BookError::Store(StoreError::ReadOnly { .. }) | BookError::File(FileRefused::VaultReadOnly(_)) => {
            "read-only"
        }
        // Or the copy is not what it should be: a page of it could not be read, or says something else.
        BookError::Store(StoreError::Damaged { .. }) | BookError::Backup(BackupRefused::NotWhole { .. }) => {
            "damaged"
        }
        BookError::Store(StoreError::NotABook { .. }) => "not-a-book",
        BookError::Held { holder: Some(_) } => "held",
        BookError::Import(_) => "import-refused",
        BookError::Store(StoreError::File { .. })
        | BookError::Folder { .. }
        | BookError::File(_)
        | BookError::Backup(BackupRefused::System { .. })
        | BookError::Export(_) => "file",
        BookError::Store(StoreError::Busy) => "busy",
        BookError::Store(StoreError::Sqlite(_)) => "a-mistake",
        _ => "other",
    }
}
