//! The tables of `docs/performance.md`.

use std::fmt::Write as _;

use crate::{
    finding::{Budget, Finding, Spreads, Unit, Verdict},
    machine::Machine,
    statistics::Spread,
};

/// What belongs together under one heading.
#[derive(Debug)]
pub struct Chapter {
    /// Its heading.
    pub title: &'static str,
    /// How it was measured, and against what.
    pub method: &'static str,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Where the part begins that people write: a new run leaves it as it is.
pub const BY_HAND: &str = "## Where a budget is missed, and the plan";

/// The whole document: measured anew, with the part that people wrote kept from the document before.
pub fn document(machine: &Machine, rounds: usize, chapters: &[Chapter], before: &str) -> String {
    let mut text = format!(
        "# Performance\n\n\
        Written by `cargo xtask bench`, down to the last chapter. Every figure stands beside a floor that was measured in the same \
        run: an empty Tauri window, a bare SQLite file. Absolute times say something about one machine; the ratio to the floor says \
        something about the app. App and floor take turns, {rounds} rounds where nothing else is said, after one round that is not \
        counted. A ratio is taken round by round. Figures are *least / median / most*.\n\n\
        ## The machine\n\n{machine}\n"
    );
    for chapter in chapters {
        let _ = write!(text, "## {}\n\n{}\n\n{}\n", chapter.title, chapter.method, table(&chapter.findings));
    }
    text.push_str(&by_hand(before));
    text
}

/// A table, one finding a row.
pub fn table(findings: &[Finding]) -> String {
    let mut text = String::from(
        "| measured | app | floor | ratio | budget | |\n| --- | --: | --: | --: | --: | --- |\n",
    );
    for finding in findings {
        let Some(Spreads { app, floor, ratio }) = finding.spreads() else {
            let _ = writeln!(text, "| {} | not measured | | | {} | |", finding.what, budget(finding));
            continue;
        };
        let _ = writeln!(
            text,
            "| {} | {} {unit} | {} {unit} | **{}** | {} | {} |",
            finding.what,
            shown(app, finding.unit),
            shown(floor, finding.unit),
            three(ratio, 2),
            budget(finding),
            verdict(finding),
            unit = finding.unit.name(),
        );
    }
    text
}

fn shown(spread: Spread, unit: Unit) -> String {
    let digits = match unit {
        Unit::Mebibytes => 0,
        Unit::Milliseconds if spread.median >= 100.0 => 0,
        Unit::Milliseconds if spread.median >= 10.0 => 1,
        Unit::Milliseconds => 2,
    };
    three(spread, digits)
}

fn three(Spread { min, median, max, .. }: Spread, digits: usize) -> String {
    format!("{min:.digits$} / {median:.digits$} / {max:.digits$}")
}

fn budget(finding: &Finding) -> String {
    let unit = finding.unit.name();
    match finding.budget {
        Budget::Ratio(most) => format!("≤ {most} ×"),
        Budget::Above(most) => format!("≤ floor + {most} {unit}"),
        Budget::Within(most) => format!("p95 ≤ {most} {unit}"),
        Budget::Watched => "–".to_owned(),
    }
}

fn verdict(finding: &Finding) -> String {
    let by = match (finding.spreads(), finding.budget) {
        (Some(spreads), Budget::Above(_)) => {
            format!(", + {:.0} {}", spreads.app.median - spreads.floor.median, finding.unit.name())
        }
        (Some(spreads), Budget::Within(_)) => format!(", p95 {:.2} {}", spreads.app.p95, finding.unit.name()),
        _ => String::new(),
    };
    match finding.verdict() {
        Verdict::Met => format!("met{by}"),
        Verdict::Missed => format!("**missed**{by}"),
        Verdict::None => String::new(),
    }
}

/// The part of the document before that people wrote; an empty chapter when there is none.
fn by_hand(before: &str) -> String {
    before.find(BY_HAND).map_or_else(|| format!("{BY_HAND}\n"), |at| before[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Round;

    fn finding(budget: Budget, app: f64, floor: f64) -> Finding {
        let rounds = vec![Round { app, floor }];
        Finding { what: "a start".to_owned(), unit: Unit::Milliseconds, budget, rounds }
    }

    #[test]
    fn a_row_holds_app_floor_ratio_budget_and_verdict() {
        let table = table(&[finding(Budget::Ratio(1.15), 550.0, 500.0)]);
        let row = table.lines().last();
        assert_eq!(
            row,
            Some(
                "| a start | 550 / 550 / 550 ms | 500 / 500 / 500 ms | **1.10 / 1.10 / 1.10** | ≤ 1.15 × | met |"
            )
        );
    }

    #[test]
    fn a_missed_budget_stands_out() {
        assert!(table(&[finding(Budget::Ratio(1.15), 600.0, 500.0)]).contains("**missed**"));
    }

    #[test]
    fn a_finding_without_rounds_is_not_passed_off_as_one() {
        let nothing = Finding { rounds: Vec::new(), ..finding(Budget::Ratio(1.15), 1.0, 1.0) };
        assert!(table(&[nothing]).contains("not measured"));
    }

    #[test]
    fn what_people_wrote_is_kept_and_what_was_measured_is_replaced() {
        let machine = Machine::default();
        let first = document(&machine, 5, &[], "");
        let written = format!("{first}\nBecause of the moon.\n");
        let second = document(&machine, 9, &[], &written);
        assert!(second.contains("9 rounds") && !second.contains("5 rounds"));
        assert!(second.ends_with("## Where a budget is missed, and the plan\n\nBecause of the moon.\n"));
    }
}
