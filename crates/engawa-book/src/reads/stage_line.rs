//! The stage line: 相談 – 契約 – 仮払い – 業務 – 納品 – 検収 – 完了.

use engawa_domain::calendar::Day;
use engawa_domain::facts::{ContractFacts, Stage};
use engawa_domain::rules::{PlatformRules, Span, TimerStart};
use engawa_domain::say::Say;
use engawa_domain::standing::stage_name;

use crate::list_index::stage_shown;
use crate::views::{StageMark, StageShown, StageStep};

/// The usual way of a contract. 業務 is shown between 仮払い and 納品 and never recorded.
const WAY: [StageShown; 8] = [
    StageShown::Stage(Stage::Consultation),
    StageShown::Stage(Stage::Terms),
    StageShown::Stage(Stage::Contracted),
    StageShown::Stage(Stage::Escrowed),
    StageShown::Working,
    StageShown::Stage(Stage::Delivered),
    StageShown::Stage(Stage::Inspected),
    StageShown::Stage(Stage::Completed),
];

/// The line with its days. 条件提示 is on it only when recorded; after 途中終了 or 辞退 nothing lies ahead.
pub fn stage_line(facts: &ContractFacts, rules: &PlatformRules) -> Vec<StageStep> {
    let reached = |stage: Stage| {
        facts.stages.iter().filter(|event| event.stage == stage).map(|event| event.when.day).min()
    };
    let current = stage_shown(facts);
    let here = WAY.iter().position(|shown| Some(*shown) == current);
    let ended_early =
        facts.stages.iter().any(|event| matches!(event.stage, Stage::Terminated | Stage::Declined));
    let mut line: Vec<StageStep> = Vec::new();
    for (place, shown) in WAY.into_iter().enumerate() {
        let day = match shown {
            StageShown::Stage(stage) => reached(stage),
            StageShown::Working => reached(Stage::Escrowed),
        };
        let mark = match (here, day) {
            (Some(here), _) if here == place => StageMark::Current,
            (Some(here), Some(_)) if shown == StageShown::Working && here < place => StageMark::Ahead,
            (_, Some(_)) => StageMark::Done,
            (Some(here), None) if place < here => StageMark::Skipped,
            (_, None) => StageMark::Ahead,
        };
        let is_left_out = shown == StageShown::Stage(Stage::Terms) && day.is_none();
        if is_left_out || ended_early && mark == StageMark::Ahead {
            continue;
        }
        let plan = if mark == StageMark::Ahead { plan(shown, facts, rules) } else { None };
        // 業務 has no day of its own.
        let day: Option<Day> = day.filter(|_| shown != StageShown::Working);
        line.push(StageStep { stage: shown, mark, day, plan });
    }
    for stage in [Stage::Terminated, Stage::Declined] {
        if let Some(day) = reached(stage) {
            let shown = StageShown::Stage(stage);
            let mark = if current == Some(shown) { StageMark::Current } else { StageMark::Done };
            line.push(StageStep { stage: shown, mark, day: Some(day), plan: None });
        }
    }
    line
}

/// What is known of a stage ahead: the agreed delivery, or a span after the stage before.
fn plan(shown: StageShown, facts: &ContractFacts, rules: &PlatformRules) -> Option<Say> {
    let StageShown::Stage(stage) = shown else {
        return None;
    };
    if let (Stage::Delivered, Some(due)) = (stage, facts.contract.delivery_due) {
        return Some(Say::new("view-plan-day").with("day", due));
    }
    let timer = rules.timers.iter().find(|timer| {
        let applies = timer.formats.is_empty() || timer.formats.contains(&facts.contract.format);
        applies && timer.plans == Some(stage)
    })?;
    let TimerStart::Stage { stage: from } = timer.starts else {
        return None;
    };
    let (key, count) = match timer.span {
        Span::Days(count) => ("view-plan-days-after", count),
        Span::BusinessDays(count) => ("view-plan-business-days-after", count),
        Span::Hours(count) => ("view-plan-hours-after", count),
        Span::Months(count) => ("view-plan-months-after", count),
    };
    Some(Say::new(key).with("stage", stage_name(from)).with("count", count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples_for_tests::{facts, rules, stage};

    fn marks(facts: &ContractFacts) -> Vec<(StageShown, StageMark)> {
        stage_line(facts, &rules()).into_iter().map(|step| (step.stage, step.mark)).collect()
    }

    #[test]
    fn work_goes_on_between_payment_and_delivery() {
        let at_work = ContractFacts {
            stages: vec![
                stage(10, Stage::Consultation, "11-12"),
                stage(11, Stage::Contracted, "11-18"),
                stage(12, Stage::Escrowed, "11-19"),
            ],
            ..facts()
        };
        let line = stage_line(&at_work, &rules());
        assert_eq!(
            marks(&at_work),
            [
                (StageShown::Stage(Stage::Consultation), StageMark::Done),
                (StageShown::Stage(Stage::Contracted), StageMark::Done),
                (StageShown::Stage(Stage::Escrowed), StageMark::Done),
                (StageShown::Working, StageMark::Current),
                (StageShown::Stage(Stage::Delivered), StageMark::Ahead),
                (StageShown::Stage(Stage::Inspected), StageMark::Ahead),
                (StageShown::Stage(Stage::Completed), StageMark::Ahead),
            ]
        );
        let plans: Vec<_> =
            line.iter().filter_map(|step| step.plan.as_ref()).map(|say| say.key.as_str()).collect();
        assert_eq!(
            plans,
            ["view-plan-day", "view-plan-days-after"],
            "11/30 planned, inspection 7 days after delivery"
        );
        assert_eq!(line[2].day, Some("2026-11-19".parse().unwrap()));
    }

    #[test]
    fn a_stage_that_nobody_recorded_is_marked_as_skipped() {
        let delivered = ContractFacts {
            stages: vec![stage(10, Stage::Contracted, "11-18"), stage(11, Stage::Delivered, "11-20")],
            ..facts()
        };
        let skipped: Vec<_> = marks(&delivered)
            .into_iter()
            .filter(|(_, mark)| *mark == StageMark::Skipped)
            .map(|(shown, _)| shown)
            .collect();
        assert_eq!(
            skipped,
            [StageShown::Stage(Stage::Consultation), StageShown::Stage(Stage::Escrowed), StageShown::Working]
        );
    }

    #[test]
    fn nothing_lies_ahead_of_a_contract_that_ended_early() {
        let ended = ContractFacts {
            stages: vec![stage(10, Stage::Contracted, "11-18"), stage(11, Stage::Terminated, "11-20")],
            ..facts()
        };
        let line = marks(&ended);
        assert_eq!(line.last(), Some(&(StageShown::Stage(Stage::Terminated), StageMark::Current)));
        assert!(line.iter().all(|(_, mark)| *mark != StageMark::Ahead), "{line:?}");
    }
}
