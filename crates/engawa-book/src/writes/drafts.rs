//! A text that is copied although 点検 found something in it.

#![allow(clippy::needless_pass_by_value, reason = "an action is made for one call and given away with it")]

use engawa_domain::facts::CopiedAnyway;
use engawa_domain::ids::CopiedAnywayId;
use engawa_domain::say::Say;

use crate::book::Book;
use crate::done::Done;
use crate::error::BookError;
use crate::inputs::{Action, DraftCopy};
use crate::op::Op;

impl Book {
    /// Keeps the choice to copy a text that fails: for which contract, begun as which draft, what was found, and the text itself.
    /// What was found is looked up here again and not taken from whoever asks. A text that passes needs no choice: nothing is
    /// written, and the answer is `None`.
    ///
    /// # Errors
    ///
    /// When there is no such contract or draft, or the disk refuses the change. Then the text should not be copied.
    pub fn draft_copy_anyway(
        &mut self,
        action: Action<DraftCopy>,
    ) -> Result<Done<Option<CopiedAnywayId>>, BookError> {
        let DraftCopy { contract, draft, text } = action.input;
        let (faults, name) = self.draft_faults(contract, &draft, &text)?;
        let found: Vec<&str> = faults.into_iter().map(engawa_domain::draft::Fault::key).collect();
        self.write(Op::CopyAnyway, action.id, |tx, desk| {
            if found.is_empty() {
                return Ok((None, Say::new("done-draft-copy").with("draft", &name)));
            }
            let (_, rules) = desk.contract(tx.rows(), contract)?;
            let copied = CopiedAnyway {
                id: CopiedAnywayId(tx.id()),
                contract,
                draft: draft.0,
                found: found.join(" "),
                text,
                when: desk.now_in(rules),
            };
            tx.insert(&copied)?;
            Ok((Some(copied.id), Say::new("done-draft-copy-anyway").with("draft", &name)))
        })
    }
}
