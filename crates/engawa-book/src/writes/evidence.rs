//! 証拠.

#![allow(clippy::needless_pass_by_value, reason = "an action is made for one call and given away with it")]

use std::path::Path;

use engawa_domain::facts::{Evidence, EvidenceLink, FactRef, Origin};
use engawa_domain::ids::{ContractId, EvidenceId, EvidenceLinkId};
use engawa_domain::say::Say;
use engawa_domain::text::{TextRefused, Words};

use super::desk::Desk;
use super::facts;
use crate::book::Book;
use crate::changed;
use crate::done::Done;
use crate::error::BookError;
use crate::inputs::{Action, EvidenceInput, EvidenceLinkInput, EvidenceNoteInput, FieldFault};
use crate::op::Op;
use crate::reads::proves;
use crate::transact::Tx;
use crate::vault::{FileRefused, Kept, Vault, unwatched};
use crate::views::FilePresence;

/// A file that the vault has taken in, to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceKept {
    /// The contract.
    pub contract: ContractId,
    /// The fact it proves; `None` for the contract as a whole.
    pub fact: Option<FactRef>,
    /// How it came.
    pub origin: Origin,
    /// What the vault says of it.
    pub kept: Kept,
}

impl Book {
    /// Keeps a file and ties it to what it proves. The bytes are on the disk before the record says so; a file that is kept
    /// already is kept once.
    pub fn evidence_attach(
        &mut self,
        action: Action<EvidenceInput>,
    ) -> Result<Done<EvidenceLinkId>, BookError> {
        let Action { id, input: EvidenceInput { contract, fact, path, origin } } = action;
        let kept = self.evidence_intake(contract, fact)?.keep(Path::new(&path), &mut unwatched)?;
        self.evidence_record(Action { id, input: EvidenceKept { contract, fact, origin, kept } })
    }

    /// The vault that takes in a file for this contract and fact: a copy of several GB is made on another thread than the
    /// book's. A contract or fact that is not there is refused before anything is copied.
    pub fn evidence_intake(&self, contract: ContractId, fact: Option<FactRef>) -> Result<Vault, BookError> {
        self.writable()?;
        let (known, _) = self.desk().contract(self.rows(), contract)?;
        if let Some(fact) = fact {
            facts::belongs(&known, fact, contract)?;
        }
        Ok(self.vault.clone())
    }

    /// Records a file that the vault of this book has taken in.
    pub fn evidence_record(
        &mut self,
        action: Action<EvidenceKept>,
    ) -> Result<Done<EvidenceLinkId>, BookError> {
        let EvidenceKept { contract, fact, kept, .. } = &action.input;
        // While the bytes were copied, another book may have been opened or the contract taken out.
        self.evidence_intake(*contract, *fact)?;
        if self.vault.presence(&kept.sha256, kept.bytes) != FilePresence::There {
            return Err(FileRefused::Vanished(kept.original_name.clone().into()).into());
        }
        self.write(Op::EvidenceAttach, action.id, |tx, desk| attach(tx, desk, &action.input))
    }

    /// Unties a file; its bytes stay in the book.
    pub fn evidence_detach(&mut self, action: Action<EvidenceLinkId>) -> Result<Done<()>, BookError> {
        self.write(Op::EvidenceDetach, action.id, |tx, _| {
            let link: EvidenceLink = tx.rows().need(action.input)?;
            let evidence: Evidence = tx.rows().need(link.evidence)?;
            tx.delete::<EvidenceLink>(link.id)?;
            Ok(((), Say::new("done-evidence-detach").with("name", evidence.original_name.as_str())))
        })
    }

    /// Changes what is said of a kept file. Its bytes, name and time are never changed.
    pub fn evidence_note(
        &mut self,
        action: Action<EvidenceNoteInput>,
    ) -> Result<Done<EvidenceId>, BookError> {
        self.write(Op::EvidenceNote, action.id, |tx, _| note(tx, &action.input))
    }

    /// Chooses anew which fact of its contract a file proves.
    pub fn evidence_link(
        &mut self,
        action: Action<EvidenceLinkInput>,
    ) -> Result<Done<EvidenceLinkId>, BookError> {
        self.write(Op::EvidenceLink, action.id, |tx, desk| link(tx, desk, &action.input))
    }
}

fn attach(tx: &mut Tx<'_>, desk: Desk<'_>, input: &EvidenceKept) -> Result<(EvidenceLinkId, Say), BookError> {
    let EvidenceKept { contract, fact, origin, kept } = input;
    let said = Say::new("done-evidence-attach").with("name", kept.original_name.as_str());
    let known = tx.rows().evidence_by_hash(&kept.sha256.0)?;
    let evidence = known.unwrap_or_else(|| EvidenceId(tx.id()));
    if known.is_none() {
        tx.insert(&Evidence {
            id: evidence,
            sha256: kept.sha256.clone(),
            bytes: kept.bytes,
            original_name: kept.original_name.clone(),
            media_type: kept.media_type.clone(),
            captured: desk.now,
            origin: *origin,
            note: String::new(),
        })?;
    }
    let link = EvidenceLink { id: EvidenceLinkId(tx.id()), evidence, contract: *contract, fact: *fact };
    tx.insert(&link)?;
    Ok((link.id, said))
}

fn note(tx: &mut Tx<'_>, input: &EvidenceNoteInput) -> Result<(EvidenceId, Say), BookError> {
    let evidence: Evidence = tx.rows().need(input.evidence)?;
    match Words::new(&input.note) {
        Ok(_) | Err(TextRefused::Empty) => {}
        Err(refused @ TextRefused::TooLong { .. }) => {
            return Err(vec![FieldFault::new("note", refused)].into());
        }
    }
    let name = evidence.original_name.clone();
    changed::look(input.before.as_ref(), &evidence.note, &input.note, |note| {
        changed::evidence_note(&name, note)
    })?;
    let said = Say::new("done-evidence-note").with("name", name.as_str());
    tx.update(&Evidence { note: input.note.clone(), ..evidence })?;
    Ok((input.evidence, said))
}

fn link(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &EvidenceLinkInput,
) -> Result<(EvidenceLinkId, Say), BookError> {
    let link: EvidenceLink = tx.rows().need(input.link)?;
    let evidence: Evidence = tx.rows().need(link.evidence)?;
    let (known, _) = desk.contract(tx.rows(), link.contract)?;
    if let Some(fact) = input.fact {
        facts::belongs(&known, fact, link.contract)?;
    }
    let name = evidence.original_name.as_str();
    let begun = input.before.as_ref().map(|before| before.fact);
    changed::look(begun.as_ref(), &link.fact, &input.fact, |fact| {
        changed::evidence_link(name, fact.and_then(|fact| proves(fact, &known)))
    })?;
    let said = Say::new("done-evidence-link").with("name", name);
    tx.update(&EvidenceLink { fact: input.fact, ..link })?;
    Ok((input.link, said))
}
