//! What a rescue brought, in words.

use engawa_domain::say::Say;
use engawa_store::{Lost, Place, Salvage, Table, WhyLost};

use super::evidence::Seen;
use crate::names;
use crate::views::{LostView, RescueView, TableSavedView};

/// So many are named one by one; of more, their number.
const SHOWN: usize = 200;

/// The report, for a book that is not written anywhere yet.
pub fn view(salvage: &Salvage, seen: Seen) -> RescueView {
    let report = salvage.report();
    let tables = Table::ALL.into_iter().filter_map(|table| {
        let saved = report.tables.get(&table).copied().unwrap_or_default();
        let lost = report.lost.iter().filter(|lost| lost.place.table == table).count() as u64;
        (saved.read + saved.from_journal + lost > 0).then(|| TableSavedView {
            table: table.name().to_owned(),
            kind: Say::new("repair-kind").with("kind", names::kind(table)),
            saved: number(saved.read + saved.from_journal),
            from_history: number(saved.from_journal),
            lost: number(lost),
        })
    });
    RescueView {
        tables: tables.collect(),
        lost: report.lost.iter().take(SHOWN).map(|lost| lost_view(salvage, lost)).collect(),
        more: number(report.lost.len().saturating_sub(SHOWN) as u64),
        entries: number(report.entries_kept),
        entries_left: number(report.entries_after_gap + report.entries_altered),
        files_whole: number(seen.whole.len() as u64),
        files_missing: seen.missing,
        files_altered: seen.altered,
        files_unknown: seen.unknown,
        book: None,
        kept: None,
    }
}

fn lost_view(salvage: &Salvage, lost: &Lost) -> LostView {
    let title = |id: &str| {
        let contract = salvage.row(&Place { table: Table::Contracts, id: id.to_owned() })?;
        contract.text("title").map(str::to_owned)
    };
    LostView {
        record: names::of(&lost.place, lost.known.as_ref(), title),
        why: Say::new(match lost.why {
            WhyLost::Unreadable => "rescue-lost-unreadable",
            WhyLost::Alone => "rescue-lost-alone",
            WhyLost::Doubtful => "rescue-lost-doubtful",
        }),
    }
}

fn number(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
