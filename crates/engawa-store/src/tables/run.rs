//! Runs of guides. The answers of a run are one JSON text: they are read and written together, at every step.

use engawa_domain::calendar::{ClockTime, Day, When};
use engawa_domain::guide::{Answer, Answers, Course, GuideId, OptionId, OutcomeId, QuestionId};
use engawa_domain::ids::{PlatformId, RunId};
use serde::{Deserialize, Serialize};

use crate::cell::{Cell, CellRefused, Reader, Writer};
use crate::row::{OfContract, Row};
use crate::run::GuideRun;
use crate::table::{Column, Holds, ID, Table};

pub const SQL: &str = "
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  guide TEXT NOT NULL,
  platform TEXT NOT NULL,
  contract TEXT REFERENCES contracts (id),
  started_day TEXT NOT NULL,
  started_time TEXT,
  course TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  resumed TEXT NOT NULL CHECK (json_valid(resumed))
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_contract ON runs (contract);
";

pub const COLUMNS: &[Column] = &[
    ID,
    Column::new("guide", Holds::Text),
    Column::new("platform", Holds::Text),
    Column::optional("contract", Holds::Reference(Table::Contracts)),
    Column::new("started_day", Holds::Day),
    Column::optional("started_time", Holds::Time),
    Column::choice::<Course>("course"),
    Column::new("answers", Holds::Json),
    Column::new("resumed", Holds::Json),
];

/// An answer as the column `answers` holds it. Part of the format.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredAnswer {
    question: String,
    option: String,
    day: Day,
    time: Option<ClockTime>,
}

impl Row for GuideRun {
    type Id = RunId;
    const TABLE: Table = Table::Runs;

    fn id(&self) -> RunId {
        self.id
    }

    fn cells(&self) -> Vec<Cell> {
        let answers: Vec<_> = self.answers.given.iter().map(stored).collect();
        let resumed: Vec<_> = self.answers.resumed.iter().map(|outcome| outcome.0.as_str()).collect();
        Writer::of(self.id)
            .shown(&self.guide)
            .shown(&self.platform)
            .shown_or_null(self.contract)
            .when(self.started)
            .choice(self.answers.course)
            .shown(json(&answers))
            .shown(json(&resumed))
            .done()
    }

    fn read(cells: &mut Reader<'_>) -> Result<Self, CellRefused> {
        Ok(Self {
            id: cells.parsed()?,
            guide: GuideId(cells.text()?),
            platform: PlatformId(cells.text()?),
            contract: cells.parsed_or_null()?,
            started: cells.when()?,
            answers: read_answers(cells)?,
        })
    }
}

fn stored(answer: &Answer) -> StoredAnswer {
    StoredAnswer {
        question: answer.question.0.clone(),
        option: answer.option.0.clone(),
        day: answer.when.day,
        time: answer.when.time,
    }
}

/// Lists of texts always have a JSON text.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn read_answers(cells: &mut Reader<'_>) -> Result<Answers, CellRefused> {
    let course = cells.choice()?;
    let answers: Vec<StoredAnswer> = read_json(cells)?;
    let resumed: Vec<String> = read_json(cells)?;
    let given = answers
        .into_iter()
        .map(|answer| Answer {
            question: QuestionId(answer.question),
            option: OptionId(answer.option),
            when: When { day: answer.day, time: answer.time },
        })
        .collect();
    Ok(Answers { given, course, resumed: resumed.into_iter().map(OutcomeId).collect() })
}

fn read_json<T: serde::de::DeserializeOwned>(cells: &mut Reader<'_>) -> Result<T, CellRefused> {
    let text = cells.text()?;
    serde_json::from_str(&text).map_err(|_| cells.refuse(&Cell::Text(text)))
}

impl OfContract for GuideRun {}
