//! 元に戻す and やり直す. Both are new entries of the journal, so they survive a restart and history is never rewritten.

use std::collections::HashSet;
use std::ops::ControlFlow;

use engawa_domain::ids::ActionId;
use engawa_domain::say::Say;
use engawa_store::{Direction, Entry, StoreError};

use crate::book::Book;
use crate::done::Done;
use crate::error::BookError;
use crate::op::Op;

/// An entry that can be taken back or done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its number in this book's own chain.
    pub seq: u64,
    /// What was done.
    pub op: Op,
}

impl Book {
    /// Takes back the last change that was not taken back.
    pub fn undo(&mut self, action: ActionId) -> Result<Done<()>, BookError> {
        self.writable()?;
        if let Some(done) = self.done_before(action)? {
            return Ok(done);
        }
        let step = self.next_undo()?.ok_or(BookError::NothingToUndo)?;
        self.apply(step, Op::Undo(step.seq), Direction::Back, action)
    }

    /// Does again what was taken back last, unless something else was done since.
    pub fn redo(&mut self, action: ActionId) -> Result<Done<()>, BookError> {
        self.writable()?;
        if let Some(done) = self.done_before(action)? {
            return Ok(done);
        }
        let step = self.next_redo()?.ok_or(BookError::NothingToRedo)?;
        self.apply(step, Op::Redo(step.seq), Direction::Forward, action)
    }

    /// A repeated press must not take back one change more.
    fn done_before(&self, action: ActionId) -> Result<Option<Done<()>>, BookError> {
        self.answered(action)
    }

    fn apply(
        &mut self,
        step: Step,
        op: Op,
        direction: Direction,
        action: ActionId,
    ) -> Result<Done<()>, BookError> {
        let entry = self.own_entry(step.seq)?;
        self.transact(op, action, |tx| match tx.apply(&entry, direction) {
            Ok(()) => Ok(()),
            Err(
                error @ (StoreError::ChangedSince { .. }
                | StoreError::References { .. }
                | StoreError::Duplicate { .. }
                | StoreError::NoSuchRow { .. }),
            ) => Err(BookError::Overtaken(error)),
            Err(error) => Err(error.into()),
        })
    }

    /// What 元に戻す would take back: the newest change that stands. Changes that came with an import are not taken back here.
    pub fn next_undo(&self) -> Result<Option<Step>, BookError> {
        let (mut decided, mut undone, mut found) = (HashSet::new(), HashSet::new(), None);
        self.walk_back(|seq, op| {
            match op {
                // The newest word about an entry decides.
                Op::Undo(of) if decided.insert(of) => drop(undone.insert(of)),
                Op::Redo(of) => drop(decided.insert(of)),
                Op::Undo(_) => {}
                _ if undone.contains(&seq) => {}
                op => {
                    found = Some(Step { seq, op });
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }

    /// What やり直す would do again.
    pub fn next_redo(&self) -> Result<Option<Step>, BookError> {
        // Everything since the last change of another kind: each redo takes away the undo before it.
        let (mut redone, mut found) = (0_u32, None);
        self.walk_back(|_, op| match op {
            Op::Redo(_) => {
                redone += 1;
                ControlFlow::Continue(())
            }
            Op::Undo(_) if redone > 0 => {
                redone -= 1;
                ControlFlow::Continue(())
            }
            Op::Undo(of) => {
                found = Some(of);
                ControlFlow::Break(())
            }
            _ => ControlFlow::Break(()),
        })?;
        let Some(seq) = found else { return Ok(None) };
        let entry = self.own_entry(seq)?;
        Ok(Some(Step { seq, op: read_op(&entry.op)? }))
    }

    /// What an operation is called, with the name of what it takes back or does again.
    pub(crate) fn said(&self, op: Op) -> Result<Say, BookError> {
        match op {
            Op::Undo(of) | Op::Redo(of) => Ok(op.say_of(read_op(&self.own_entry(of)?.op)?)),
            op => Ok(op.say()),
        }
    }

    fn own_entry(&self, seq: u64) -> Result<Entry, BookError> {
        let found = self.rows().entry(self.store.origin(), seq)?;
        found.ok_or_else(|| StoreError::BadEntry { seq, why: "it is not in the journal".to_owned() }.into())
    }

    fn walk_back(&self, mut visit: impl FnMut(u64, Op) -> ControlFlow<()>) -> Result<(), BookError> {
        let mut unknown = None;
        self.rows().ops_backwards(self.store.origin(), |seq, word| {
            if let Ok(op) = word.parse() {
                visit(seq, op)
            } else {
                unknown = Some(word.to_owned());
                ControlFlow::Break(())
            }
        })?;
        unknown.map_or(Ok(()), |word| Err(BookError::UnknownOp(word)))
    }
}

fn read_op(word: &str) -> Result<Op, BookError> {
    word.parse().map_err(|_| BookError::UnknownOp(word.to_owned()))
}
