//! Messages to the platform's support.

use engawa_domain::facts::{Inquiry, InquiryReply, InquiryResult};
use engawa_domain::ids::InquiryId;

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::choice::Choice;
use crate::row::{OfContract, Row};
use crate::table::{CONTRACT, Column, Holds, ID, Table};

pub const SQL: &str = "
CREATE TABLE inquiries (
  id TEXT PRIMARY KEY,
  contract TEXT NOT NULL REFERENCES contracts (id),
  entrance TEXT NOT NULL,
  sender TEXT NOT NULL,
  body TEXT NOT NULL,
  sent_day TEXT NOT NULL,
  sent_time TEXT,
  reply_day TEXT,
  reply_time TEXT,
  reply_result TEXT,
  reply_text TEXT,
  -- An answer is there as a whole or not at all.
  CHECK ((reply_day IS NULL) = (reply_result IS NULL) AND (reply_day IS NULL) = (reply_text IS NULL)),
  CHECK (reply_day IS NOT NULL OR reply_time IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiries_contract ON inquiries (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    CONTRACT,
    Column::new("entrance", Holds::Text),
    Column::new("sender", Holds::Text),
    Column::new("body", Holds::Text),
    Column::new("sent_day", Holds::Day),
    Column::optional("sent_time", Holds::Time),
    Column::optional("reply_day", Holds::Day),
    Column::optional("reply_time", Holds::Time),
    Column::optional("reply_result", Holds::Choice(InquiryResult::WORDS)),
    Column::optional("reply_text", Holds::Text),
];

impl Row for Inquiry {
    type Id = InquiryId;
    const TABLE: Table = Table::Inquiries;

    fn id(&self) -> InquiryId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        let reply = self.reply.as_ref();
        Writer::of(self.id)
            .shown(self.contract)
            .shown(&self.entrance)
            .shown(&self.sender)
            .shown(&self.body)
            .when(self.sent)
            .when_or_null(reply.map(|reply| reply.when))
            .choice_or_null(reply.map(|reply| reply.result))
            .shown_or_null(reply.map(|reply| &reply.text))
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            contract: cells.parsed()?,
            entrance: cells.text()?,
            sender: cells.parsed()?,
            body: cells.text()?,
            sent: cells.when()?,
            reply: read_reply(cells)?,
        })
    }
}

fn read_reply(cells: &mut Reader<'_>) -> Result<Option<InquiryReply>, CellRefused> {
    match (cells.when_or_null()?, cells.choice_or_null()?, cells.text_or_null()?) {
        (Some(when), Some(result), Some(text)) => Ok(Some(InquiryReply { when, result, text })),
        (None, None, None) => Ok(None),
        _ => Err(cells.refuse(&Cell::Null)),
    }
}

impl OfContract for Inquiry {}
