//! 証拠.

#![allow(clippy::needless_pass_by_value, reason = "an action is made for one call and given away with it")]

use std::path::Path;

use engawa_domain::facts::{Evidence, EvidenceLink};
use engawa_domain::ids::{EvidenceId, EvidenceLinkId};
use engawa_domain::say::Say;

use super::desk::Desk;
use super::facts;
use crate::book::Book;
use crate::done::Done;
use crate::error::BookError;
use crate::inputs::{Action, EvidenceInput};
use crate::op::Op;
use crate::transact::Tx;
use crate::vault::{Kept, unwatched};

impl Book {
    /// Keeps a file and ties it to what it proves. The bytes are on the disk before the record says so; a file that is kept
    /// already is kept once.
    pub fn evidence_attach(
        &mut self,
        action: Action<EvidenceInput>,
    ) -> Result<Done<EvidenceLinkId>, BookError> {
        // Refused before anything is copied: a file for a contract that is not there.
        let (known, _) = self.desk().contract(self.rows(), action.input.contract)?;
        if let Some(fact) = action.input.fact {
            facts::belongs(&known, fact, action.input.contract)?;
        }
        let kept = self.vault.keep(Path::new(&action.input.path), &mut unwatched)?;
        self.write(Op::EvidenceAttach, action.id, |tx, desk| attach(tx, desk, &action.input, kept))
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
}

fn attach(
    tx: &mut Tx<'_>,
    desk: Desk<'_>,
    input: &EvidenceInput,
    kept: Kept,
) -> Result<(EvidenceLinkId, Say), BookError> {
    let said = Say::new("done-evidence-attach").with("name", kept.original_name.as_str());
    let known = tx.rows().evidence_by_hash(&kept.sha256.0)?;
    let evidence = known.unwrap_or_else(|| EvidenceId(tx.id()));
    if known.is_none() {
        tx.insert(&Evidence {
            id: evidence,
            sha256: kept.sha256,
            bytes: kept.bytes,
            original_name: kept.original_name,
            media_type: kept.media_type,
            captured: desk.now,
            origin: input.origin,
            note: String::new(),
        })?;
    }
    let link =
        EvidenceLink { id: EvidenceLinkId(tx.id()), evidence, contract: input.contract, fact: input.fact };
    tx.insert(&link)?;
    Ok((link.id, said))
}
