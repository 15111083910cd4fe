//! 電子取引の書類: declaring, correcting, taking out of the file, untying. Why goes with the change, and the door writes the log.

#![allow(clippy::needless_pass_by_value, reason = "an action is made for one call and given away with it")]

use engawa_domain::facts::{Document, Evidence, EvidenceLink};
use engawa_domain::ids::{DocumentId, PlatformId};
use engawa_domain::say::{Say, SayValue};
use engawa_store::{Image, StoreError};

use super::desk::Desk;
use crate::book::Book;
use crate::changed;
use crate::documents::Slip;
use crate::done::Done;
use crate::error::BookError;
use crate::guards::NotAllowed;
use crate::inputs::{
    self, Action, DocumentAmendment, DocumentInput, DocumentRemoval, DocumentSlip, DocumentUntying, Reader,
};
use crate::op::Op;
use crate::transact::Tx;

impl Book {
    /// Declares a kept file to be the document of an electronic transaction.
    pub fn document_declare(&mut self, action: Action<DocumentInput>) -> Result<Done<DocumentId>, BookError> {
        self.write(Op::DocumentDeclare, action.id, |tx, desk| declare(tx, desk, &action.input))
    }

    /// Corrects what is recorded of a document. The log keeps what it was, why and who.
    pub fn document_amend(
        &mut self,
        action: Action<DocumentAmendment>,
    ) -> Result<Done<DocumentId>, BookError> {
        self.write(Op::DocumentAmend, action.id, |tx, desk| amend(tx, desk, &action.input))
    }

    /// Takes a document out of the file. Its file and its log stay.
    pub fn document_remove(&mut self, action: Action<DocumentRemoval>) -> Result<Done<()>, BookError> {
        self.write(Op::DocumentRemove, action.id, |tx, desk| remove(tx, desk, &action.input))
    }

    /// Unties the file of a document from a contract. The file, the document and its log stay.
    pub fn document_untie(&mut self, action: Action<DocumentUntying>) -> Result<Done<()>, BookError> {
        self.write(Op::DocumentUntie, action.id, |tx, desk| untie(tx, desk, &action.input))
    }
}

fn declare(tx: &mut Tx<'_>, desk: Desk<'_>, input: &DocumentInput) -> Result<(DocumentId, Say), BookError> {
    let _: Evidence = tx.rows().need(input.evidence)?;
    let mut reader = reader(desk);
    let read = inputs::document(DocumentId(tx.id()), input, &mut reader);
    let document = reader.done(read)?;
    match tx.insert(&document) {
        Err(StoreError::Duplicate { .. }) => Err(NotAllowed::DeclaredAlready.into()),
        done => {
            done?;
            Ok((document.id, Say::new("done-document-declare").with("title", document.title.as_str())))
        }
    }
}

fn amend(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    amendment: &DocumentAmendment,
) -> Result<(DocumentId, Say), BookError> {
    let before: Document = tx.rows().need(amendment.document)?;
    // Who filed it is no matter of a correction: who corrects it stands in the log.
    let input = DocumentInput {
        evidence: before.evidence,
        person: before.person.as_str().to_owned(),
        ..amendment.input.clone()
    };
    let mut reader = reader(desk);
    let read = inputs::document(before.id, &input, &mut reader);
    let slip = inputs::slip(&amendment.slip, &mut reader);
    let (after, slip) = reader.done(read.zip(slip))?;
    changed::look(amendment.before.as_ref(), &before, &after, said)?;
    tx.give_slip(slip);
    tx.update(&after)?;
    Ok((after.id, Say::new("done-document-amend").with("title", after.title.as_str())))
}

fn remove(tx: &mut Tx<'_>, desk: Desk<'_>, removal: &DocumentRemoval) -> Result<((), Say), BookError> {
    let document: Document = tx.rows().need(removal.document)?;
    let slip = read_slip(desk, &removal.slip)?;
    tx.give_slip(slip);
    tx.delete::<Document>(document.id)?;
    Ok(((), Say::new("done-document-remove").with("title", document.title.as_str())))
}

fn untie(tx: &mut Tx<'_>, desk: Desk<'_>, untying: &DocumentUntying) -> Result<((), Say), BookError> {
    let link: EvidenceLink = tx.rows().need(untying.link)?;
    let evidence: Evidence = tx.rows().need(link.evidence)?;
    let slip = read_slip(desk, &untying.slip)?;
    tx.give_slip(slip);
    tx.delete::<EvidenceLink>(link.id)?;
    Ok(((), Say::new("done-evidence-detach").with("name", evidence.original_name.as_str())))
}

/// Days are read as a service without a pack counts them.
pub(crate) fn reader(desk: Desk<'_>) -> Reader<'_> {
    desk.reader(desk.rules(&PlatformId(engawa_packs::OTHER.to_owned())))
}

fn read_slip(desk: Desk<'_>, input: &DocumentSlip) -> Result<Slip, BookError> {
    let mut reader = reader(desk);
    let slip = inputs::slip(input, &mut reader);
    Ok(reader.done(slip)?)
}

/// A document with all that tells it from what it was.
fn said(document: &Document) -> Say {
    let words = |text: &str| (!text.trim().is_empty()).then(|| SayValue::Words(text.to_owned()));
    let image = Image::of(document);
    let kind = image.text("kind").unwrap_or_default().replace('_', "-");
    let more = [SayValue::Name(format!("document-kind-{kind}")), SayValue::Day(document.day)]
        .into_iter()
        .chain(document.amount.map(SayValue::Yen))
        .chain(words(document.counterparty.as_str()))
        .chain(words(&document.number))
        .chain(words(&document.note));
    Say::new("problem-changed-record")
        .with("what", document.title.as_str())
        .with("more", SayValue::List(more.collect()))
}
