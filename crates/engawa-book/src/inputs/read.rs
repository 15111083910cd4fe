//! From what was typed to facts. Every field is read before anything is refused, so that a form shows all its repairs at once.
//! Nothing is cleaned but what the readers of the domain promise: titles, words and notes keep every byte.

use engawa_domain::calendar::{BusinessCalendar, Day, When};
use engawa_domain::entry;
use engawa_domain::facts::{Channel, Client, Contract, Stage};
use engawa_domain::ids::{AccountId, ClientId, ContractId};
use engawa_domain::money::Yen;
use engawa_domain::rules::{Entrance, PlatformRules};
use engawa_domain::text::{EmailAddress, TextRefused, Title, Words};

use super::fault::{Fault, FieldFault};
use super::{AccountInput, ClientChoice, ClientInput, ContractAmendment, ContractInput, WhenInput};

/// Reads the fields of one form.
#[derive(Debug)]
pub struct Reader<'a> {
    now: When,
    calendar: &'a BusinessCalendar,
    entrances: &'a [Entrance],
    recorded_entrance: Option<&'a str>,
    faults: Vec<FieldFault>,
}

impl<'a> Reader<'a> {
    /// A reader at this moment of the platform's zone, counting business days as the platform does.
    pub fn new(now: When, rules: &'a PlatformRules) -> Self {
        let (calendar, entrances) = (rules.business_calendar(), rules.support.entrances.as_slice());
        Self { now, calendar, entrances, recorded_entrance: None, faults: Vec::new() }
    }

    /// For a correction: an entrance that is recorded stays good, also when the rules no longer know it.
    #[must_use]
    pub fn keeping_entrance(mut self, recorded: &'a str) -> Self {
        self.recorded_entrance = Some(recorded);
        self
    }

    /// What was read, if no field needs a repair.
    pub fn done<T>(self, read: Option<T>) -> Result<T, Vec<FieldFault>> {
        match read {
            Some(read) if self.faults.is_empty() => Ok(read),
            _ => Err(self.faults),
        }
    }

    /// Notes a field that needs a repair.
    pub fn fault(&mut self, field: &str, fault: impl Into<Fault>) {
        self.faults.push(FieldFault::new(field, fault));
    }

    fn kept<T, F: Into<Fault>>(&mut self, field: &str, read: Result<T, F>) -> Option<T> {
        read.map_err(|fault| self.fault(field, fault)).ok()
    }

    /// A title or name, kept byte for byte.
    pub fn title(&mut self, field: &str, text: &str) -> Option<Title> {
        self.kept(field, Title::new(text))
    }

    /// Words seen on a screen, kept byte for byte; `Some(None)` when none were written down.
    pub fn words(&mut self, field: &str, text: &str) -> Option<Option<Words>> {
        if text.trim().is_empty() { Some(None) } else { self.kept(field, Words::new(text)).map(Some) }
    }

    /// Free words, which may be empty; kept byte for byte up to the length of [`Words`].
    pub fn note(&mut self, field: &str, text: &str) -> Option<String> {
        match Words::new(text) {
            Ok(_) | Err(TextRefused::Empty) => Some(text.to_owned()),
            Err(refused @ TextRefused::TooLong { .. }) => {
                self.fault(field, refused);
                None
            }
        }
    }

    /// What was read from a field that may not be empty.
    pub fn needed<T>(&mut self, field: &str, read: Option<Option<T>>) -> Option<T> {
        if matches!(read, Some(None)) {
            self.fault(field, Fault::empty());
        }
        read.flatten()
    }

    /// A day; `Some(None)` for an empty field.
    pub fn day(&mut self, field: &str, text: &str) -> Option<Option<Day>> {
        self.kept(field, entry::day_counting(text, self.now.day, self.calendar))
    }

    /// A day, today for an empty field.
    pub fn day_or_today(&mut self, field: &str, text: &str) -> Option<When> {
        self.day(field, text).map(|day| When::on(day.unwrap_or(self.now.day)))
    }

    /// When a fact became true. Nothing typed is now, with the time of day; a typed day without a time has none.
    pub fn when(&mut self, field: &str, input: &WhenInput) -> Option<When> {
        let day = self.day(&format!("{field}.day"), &input.day);
        let time = self.kept(&format!("{field}.time"), entry::time(&input.time));
        match (day?, time?) {
            (None, None) => Some(self.now),
            (None, Some(time)) => Some(When::at(self.now.day, time)),
            (Some(day), time) => Some(When { day, time }),
        }
    }

    /// Today in the platform's zone.
    pub fn today(&self) -> Day {
        self.now.day
    }

    /// A small number, in whatever width it is typed.
    pub fn count(&self, text: &str) -> Option<u32> {
        entry::amount(text).ok().flatten().and_then(|amount| u32::try_from(amount.get()).ok())
    }

    /// An amount; `Some(None)` for an empty field.
    pub fn amount(&mut self, field: &str, text: &str) -> Option<Option<Yen>> {
        self.kept(field, entry::amount(text))
    }

    /// An amount that must be there.
    pub fn amount_needed(&mut self, field: &str, text: &str) -> Option<Yen> {
        let read = self.amount(field, text);
        self.needed(field, read)
    }

    /// An address of mail; `Some(None)` for an empty field.
    pub fn email(&mut self, field: &str, text: &str) -> Option<Option<EmailAddress>> {
        self.kept(field, entry::email(text))
    }

    /// An address of mail that must be there.
    pub fn sender(&mut self, field: &str, text: &str) -> Option<EmailAddress> {
        let read = self.email(field, text);
        self.needed(field, read)
    }

    /// The way by which support was asked: one that the rules know, or any words where they know none.
    pub fn entrance(&mut self, field: &str, text: &str) -> Option<String> {
        if text.trim().is_empty() {
            self.fault(field, Fault::empty());
            return None;
        }
        let mut known = self.entrances.iter().map(|entrance| entrance.id.as_str());
        if self.entrances.is_empty() || known.any(|id| id == text) || self.recorded_entrance == Some(text) {
            return Some(text.to_owned());
        }
        self.fault(field, Fault::no_such_choice());
        None
    }

    /// The address of a page; `Some(None)` for an empty field.
    pub fn page(&mut self, field: &str, text: &str) -> Option<Option<String>> {
        self.kept(field, entry::page(text)).map(|page| page.map(|page| page.as_str().to_owned()))
    }
}

/// An account as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRead {
    /// The user name shown there.
    pub user_name: Title,
    /// The registered address.
    pub registered_email: Option<EmailAddress>,
    /// Free words.
    pub note: String,
}

/// Reads an account.
pub fn account(input: &AccountInput, mut reader: Reader<'_>) -> Result<AccountRead, Vec<FieldFault>> {
    let user_name = reader.title("user_name", &input.user_name);
    let registered_email = reader.email("registered_email", &input.registered_email);
    let note = reader.note("note", &input.note);
    let read =
        (|| Some(AccountRead { user_name: user_name?, registered_email: registered_email?, note: note? }))();
    reader.done(read)
}

/// What a client is called, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRead {
    /// The name.
    pub name: Title,
    /// ふりがな; empty when unknown.
    pub reading: String,
}

/// Reads a change of a client.
pub fn client(input: &ClientInput, mut reader: Reader<'_>) -> Result<ClientRead, Vec<FieldFault>> {
    let read = called(&input.name, &input.reading, "", &mut reader);
    reader.done(read)
}

/// The name and its reading, in fields under `place`.
fn called(name: &str, reading: &str, place: &str, reader: &mut Reader<'_>) -> Option<ClientRead> {
    let name = reader.title(&format!("{place}name"), name);
    let reading = reader.note(&format!("{place}reading"), reading);
    name.zip(reading).map(|(name, reading)| ClientRead { name, reading })
}

/// A contract as read, with what is recorded along with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractRead {
    /// The contract itself.
    pub contract: Contract,
    /// The client, when it is a new one.
    pub new_client: Option<Client>,
    /// The stages reached.
    pub stages: Vec<(Stage, When)>,
    /// What the client asked for, and when.
    pub wish: Option<(Vec<Channel>, When)>,
}

/// Reads 契約を記録. `client_id` is used when the client is a new one.
pub fn contract(
    input: &ContractInput,
    id: ContractId,
    client_id: ClientId,
    mut reader: Reader<'_>,
) -> Result<ContractRead, Vec<FieldFault>> {
    let parts = Parts {
        account: input.account,
        client: &input.client,
        title: &input.title,
        amount: &input.amount,
        delivery_due: &input.delivery_due,
        url: &input.url,
        number: &input.number,
        contact_reason: &input.contact_reason,
        note: &input.note,
    };
    let own = parts.read(id, client_id, input.format, &mut reader);
    let stages: Vec<Option<(Stage, When)>> = input
        .stages
        .iter()
        .enumerate()
        .map(|(at, stage)| Some((stage.stage, reader.day_or_today(&format!("stages.{at}.day"), &stage.day)?)))
        .collect();
    // Read even when nothing was wished for: a day that makes no sense is better repaired now.
    let wished = reader.day_or_today("wish_day", &input.wish_day);
    let read = (|| {
        let (contract, new_client) = own?;
        let wish = wished.filter(|_| !input.wishes.is_empty()).map(|when| (input.wishes.clone(), when));
        Some(ContractRead { contract, new_client, stages: stages.into_iter().collect::<Option<_>>()?, wish })
    })();
    reader.done(read)
}

/// Reads a change of a contract itself.
pub fn contract_amendment(
    input: &ContractAmendment,
    client_id: ClientId,
    mut reader: Reader<'_>,
) -> Result<(Contract, Option<Client>), Vec<FieldFault>> {
    let parts = Parts {
        account: input.account,
        client: &input.client,
        title: &input.title,
        amount: &input.amount,
        delivery_due: &input.delivery_due,
        url: &input.url,
        number: &input.number,
        contact_reason: &input.contact_reason,
        note: &input.note,
    };
    let read = parts.read(input.contract, client_id, input.format, &mut reader);
    reader.done(read)
}

/// What recording and changing a contract have in common.
struct Parts<'a> {
    account: AccountId,
    client: &'a ClientChoice,
    title: &'a str,
    amount: &'a str,
    delivery_due: &'a str,
    url: &'a str,
    number: &'a str,
    contact_reason: &'a str,
    note: &'a str,
}

impl Parts<'_> {
    fn read(
        &self,
        id: ContractId,
        client_id: ClientId,
        format: engawa_domain::facts::Format,
        reader: &mut Reader<'_>,
    ) -> Option<(Contract, Option<Client>)> {
        let client = chosen(self.client, client_id, reader);
        let title = reader.title("title", self.title);
        let amount = reader.amount("amount", self.amount);
        let delivery_due = reader.day("delivery_due", self.delivery_due);
        let url = reader.page("url", self.url);
        let number = reader.note("number", self.number);
        let contact_reason = reader.note("contact_reason", self.contact_reason);
        let note = reader.note("note", self.note);
        let (client, new_client) = client?;
        let contract = Contract {
            id,
            account: self.account,
            client,
            title: title?,
            format,
            url: url?,
            number: number.map(|number| (!number.trim().is_empty()).then_some(number))?,
            amount: amount?,
            delivery_due: delivery_due?,
            contact_reason: contact_reason?,
            note: note?,
        };
        Some((contract, new_client))
    }
}

fn chosen(
    choice: &ClientChoice,
    id: ClientId,
    reader: &mut Reader<'_>,
) -> Option<(ClientId, Option<Client>)> {
    match choice {
        ClientChoice::Existing { id } => Some((*id, None)),
        ClientChoice::New { name, reading, kind } => {
            let ClientRead { name, reading } = called(name, reading, "client.", reader)?;
            Some((id, Some(Client { id, name, reading, kind: *kind, note: String::new() })))
        }
    }
}
