//! What a check found and what a repair did, in words.

use engawa_domain::say::{Say, SayValue};
use engawa_store::{Flaw, Object, ObjectState};

use crate::book::Book;
use crate::check::BookCheck;
use crate::damage::{Damage, Gravity, Reason, Remedy};
use crate::names;
use crate::repair::RepairReport;
use crate::views::{CheckView, DamageView, RepairView};

/// So many are shown one by one; of more, their number.
const SHOWN: usize = 200;

impl Book {
    /// What a check of this book found, in words.
    pub fn check_view(&self, check: &BookCheck) -> CheckView {
        let stays = |damage: &Damage| {
            matches!(
                check.remedy(damage),
                Remedy::Stays(
                    Reason::FileBroken | Reason::History | Reason::HistoryInDoubt | Reason::NobodyKnows
                )
            )
        };
        CheckView {
            whole: check.is_whole(),
            entries: number(check.book.entries),
            rows: number(check.book.rows),
            files: number(check.files_seen),
            damages: check.damage.iter().take(SHOWN).map(|damage| self.damage_view(check, damage)).collect(),
            more: number(check.damage.len().saturating_sub(SHOWN) as u64),
            repairable: number(check.repairable().len() as u64),
            beyond: check.damage.iter().any(stays),
        }
    }

    /// What a repair did, in words.
    pub fn repair_view(&self, report: &RepairReport) -> RepairView {
        RepairView {
            repaired: report.repaired.iter().take(SHOWN).map(|damage| self.damage_said(damage)).collect(),
            backup: report.backup.as_ref().map(|path| path.display().to_string()),
            after: self.check_view(&report.after),
        }
    }

    fn damage_view(&self, check: &BookCheck, damage: &Damage) -> DamageView {
        let remedy = check.remedy(damage);
        DamageView {
            kind: damage.kind(),
            harmless: damage.kind().gravity() == Gravity::Harmless,
            what: self.damage_said(damage),
            remedy: remedy_said(remedy),
            repairable: !matches!(remedy, Remedy::Stays(_)),
        }
    }

    /// What is wrong, with the record by name.
    pub fn damage_said(&self, damage: &Damage) -> Say {
        match damage {
            Damage::InFile(flaw) => self.flaw_said(flaw),
            Damage::Setting { name } => Say::new("repair-what-setting").with("name", name.as_str()),
            Damage::EvidenceMissing(file) => {
                Say::new("repair-what-evidence-missing").with("name", file.name.as_str())
            }
            Damage::EvidenceAltered(file) => {
                Say::new("repair-what-evidence-altered").with("name", file.name.as_str())
            }
            Damage::EvidenceUnreadable(file) => Say::new("repair-what-evidence-unreadable")
                .with("name", file.name.as_str())
                .with("file", path(&self.vault.place_of(&file.sha256))),
            Damage::EvidenceUnknown { file } => {
                Say::new("repair-what-evidence-unknown").with("file", path(file))
            }
            Damage::HalfCopy { file } => Say::new("repair-what-half-copy").with("file", path(file)),
            Damage::Leftover { file } => Say::new("repair-what-leftover").with("file", path(file)),
        }
    }

    fn flaw_said(&self, flaw: &Flaw) -> Say {
        let record = |key: &str| {
            let said = Say::new(key);
            match flaw.place() {
                Some(place) => {
                    said.with("record", names::in_book(self.rows(), place, names::ground_of(flaw)))
                }
                None => said,
            }
        };
        match flaw {
            Flaw::Page { said } => Say::new("repair-what-page").with("said", said.as_str()),
            Flaw::Index { table } => Say::new("repair-what-index").with("table", names::kind(*table)),
            Flaw::Schema { object, name, state } => {
                let key = match (object, state) {
                    (Object::Table, ObjectState::Missing) => "repair-what-table-missing",
                    (Object::Table, ObjectState::Altered) => "repair-what-table-altered",
                    (Object::Index, _) => "repair-what-index-missing",
                    (Object::Trigger, _) => "repair-what-trigger",
                };
                Say::new(key).with("name", name.as_str())
            }
            Flaw::Dangling { to, .. } => {
                record("repair-what-dangling").with("to", names::in_book(self.rows(), to, None))
            }
            Flaw::RowAltered { .. } => record("repair-what-row-altered"),
            Flaw::RowMissing { .. } => record("repair-what-row-missing"),
            Flaw::RowUnknown { removed: None, .. } => record("repair-what-row-unknown"),
            Flaw::RowUnknown { removed: Some(_), .. } => record("repair-what-row-returned"),
            Flaw::Value { column, found, .. } => {
                record("repair-what-value").with("column", *column).with("found", found.as_str())
            }
            Flaw::EntryAltered { seq, .. } => Say::new("repair-what-entry-altered").with("seq", number(*seq)),
            Flaw::ChainBroken { seq, .. } => Say::new("repair-what-chain-broken").with("seq", number(*seq)),
            Flaw::EntryUnreadable { position } => {
                Say::new("repair-what-entry-unreadable").with("seq", SayValue::Number(*position))
            }
            Flaw::About { wrong } => Say::new("repair-what-about").with("count", number(*wrong)),
            Flaw::Action { .. } => Say::new("repair-what-action"),
            Flaw::Form { .. } => Say::new("repair-what-form"),
            Flaw::Origin => Say::new("repair-what-origin"),
        }
    }
}

/// What a repair does, or why it does nothing.
pub fn remedy_said(remedy: Remedy) -> Say {
    Say::new(match remedy {
        Remedy::MadeAgain => "repair-will-make-again",
        Remedy::AsJournalSays => "repair-will-follow-journal",
        Remedy::Kept => "repair-will-keep",
        Remedy::FromCopy => "repair-will-copy",
        Remedy::FromCopyBeside => "repair-will-copy-beside",
        Remedy::ClearedAway => "repair-will-clear",
        Remedy::Stays(Reason::FileBroken) => "repair-stays-file-broken",
        Remedy::Stays(Reason::History) => "repair-stays-history",
        Remedy::Stays(Reason::HistoryInDoubt) => "repair-stays-history-in-doubt",
        Remedy::Stays(Reason::NobodyKnows) => "repair-stays-nobody-knows",
        Remedy::Stays(Reason::NoCopy) => "repair-stays-no-copy",
        Remedy::Stays(Reason::CannotRead) => "repair-stays-cannot-read",
        Remedy::Stays(Reason::NoHarm) => "repair-stays-no-harm",
    })
}

/// With the strokes of the system, whichever some of it was put together with.
fn path(path: &std::path::Path) -> SayValue {
    let whole: std::path::PathBuf = path.components().collect();
    SayValue::Words(whole.display().to_string())
}

fn number(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
