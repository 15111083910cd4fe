//! The stage line: 相談 – 契約 – 仮払い – 業務 – 納品 – 検収 – 完了.

use engawa_domain::calendar::Day;
use engawa_domain::facts::{ContractFacts, Stage};
use engawa_domain::rules::{PlatformRules, Span};
use engawa_domain::say::Say;
use engawa_domain::standing::timer_start_name;

use crate::list_index::{stage_on_the_way, stage_shown};
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

/// Where a contract may stand beside that way.
const BESIDE: [Stage; 4] =
    [Stage::ReminderRequested, Stage::TerminationRequested, Stage::Terminated, Stage::Declined];

/// The line with its days. 条件提示 is on it only when recorded; after 途中終了 or 辞退 nothing lies ahead. What the contract waits
/// for beside the way is the last step, and gone once it goes on.
pub fn stage_line(facts: &ContractFacts, rules: &PlatformRules) -> Vec<StageStep> {
    let reached = |stage: Stage| {
        facts.stages.iter().filter(|event| event.stage == stage).map(|event| event.when.day).min()
    };
    let current = stage_shown(facts);
    let ended_early =
        facts.stages.iter().any(|event| matches!(event.stage, Stage::Terminated | Stage::Declined));
    // Beside the way the contract still stands somewhere on it; once it has ended early it does not.
    let on_the_way = if ended_early { current } else { stage_on_the_way(facts) };
    let here = WAY.iter().position(|shown| Some(*shown) == on_the_way);
    let mut line: Vec<StageStep> = Vec::new();
    for (place, shown) in WAY.into_iter().enumerate() {
        let day = match shown {
            StageShown::Stage(stage) => reached(stage),
            StageShown::Working => reached(Stage::Escrowed),
        };
        let mark = match (here, day) {
            (Some(here), _) if here == place && current == on_the_way => StageMark::Current,
            (Some(here), _) if here == place => StageMark::Done,
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
    for stage in BESIDE {
        let shown = StageShown::Stage(stage);
        let mark = if current == Some(shown) { StageMark::Current } else { StageMark::Done };
        if mark == StageMark::Current || stage.ends_contract() {
            let day =
                facts.stages.iter().filter(|event| event.stage == stage).map(|event| event.when.day).max();
            line.extend(day.map(|day| StageStep { stage: shown, mark, day: Some(day), plan: None }));
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
    let (key, count) = match timer.span {
        Span::Days(count) => ("view-plan-days-after", count),
        Span::BusinessDays(count) => ("view-plan-business-days-after", count),
        Span::Hours(count) => ("view-plan-hours-after", count),
        Span::Months(count) => ("view-plan-months-after", count),
    };
    Some(Say::new(key).with("stage", timer_start_name(timer.starts)).with("count", count))
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
    fn a_request_to_end_stands_after_the_way_until_the_contract_goes_on() {
        let mut asked = ContractFacts {
            stages: vec![
                stage(10, Stage::Contracted, "11-18"),
                stage(11, Stage::Escrowed, "11-19"),
                stage(12, Stage::TerminationRequested, "11-20"),
            ],
            ..facts()
        };
        let line = marks(&asked);
        assert_eq!(line.last(), Some(&(StageShown::Stage(Stage::TerminationRequested), StageMark::Current)));
        assert!(line.contains(&(StageShown::Working, StageMark::Done)), "the work had begun: {line:?}");
        assert!(line.contains(&(StageShown::Stage(Stage::Delivered), StageMark::Ahead)), "it may go on");
        assert_eq!(line.iter().filter(|(_, mark)| *mark == StageMark::Current).count(), 1);

        asked.stages.push(stage(13, Stage::Continued, "11-22"));
        let line = marks(&asked);
        assert!(line.contains(&(StageShown::Working, StageMark::Current)), "it is where it was: {line:?}");
        assert!(line.iter().all(|(shown, _)| *shown != StageShown::Stage(Stage::TerminationRequested)));
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
