//! 外部連絡の可否: the word, the reasons, the rule, the dates and the next steps.

use engawa_domain::calendar::{Certainty, DayRole, DayStep, zone};
use engawa_domain::facts::Evidence;
use engawa_domain::ids::ContractId;
use engawa_domain::say::Say;
use engawa_domain::standing::{Deadline, NextKind, NextStep, RuleShown, Standing, standing, standing_as_of};
use engawa_words::Words;

use crate::desk::Desk;
use crate::exit::Exit;
use crate::json::standing::{About, StandingJson};
use crate::page::Page;
use crate::stop::{Stop, input};

/// The standing of one contract, or of each.
pub fn answer(desk: &Desk, contract: Option<&str>, on: Option<&str>) -> Result<Exit, Stop> {
    let voice = desk.voice;
    if let Some(name) = contract {
        let (about, answer) = standing_of(desk, desk.contract(name)?, on)?;
        let page = whole(&about, &answer, voice.words);
        return voice.say(&StandingJson::new(&about, &answer, &voice.words).map_err(input)?, &page);
    }
    let mut answers = Vec::new();
    let mut rows = Vec::new();
    for contract in desk.contracts()? {
        let (about, answer) = standing_of(desk, contract.id, on)?;
        let answer = StandingJson::new(&about, &answer, &voice.words).map_err(input)?;
        rows.push(vec![answer.word.clone(), answer.client.clone(), answer.title.clone()]);
        answers.push(answer);
    }
    let mut page = Page::default();
    page.rows(0, &rows);
    voice.say(&answers, &page.text())
}

fn standing_of(desk: &Desk, id: ContractId, on: Option<&str>) -> Result<(About, Standing), Stop> {
    let facts = desk.book.contract_facts(id)?;
    let rules = desk.book.packs().rules(&facts.account.platform);
    let (day, answer) = if let Some(typed) = on {
        let day = desk.day(typed)?;
        (day, standing_as_of(&facts, rules, day))
    } else {
        let now = zone::local(desk.clock.now(), &rules.zone).map_err(input)?;
        (now.day, standing(&facts, rules, now))
    };
    let about = About {
        contract: id,
        title: facts.contract.title.as_str().to_owned(),
        client: facts.client.name.as_str().to_owned(),
        client_id: facts.client.id,
        platform: rules.id.0.clone(),
        on: day,
        files: desk.book.contract_files(id)?,
    };
    Ok((about, answer))
}

/// One standing as a page: conclusion first, then why, by what rule, until when, and what to do.
fn whole(about: &About, standing: &Standing, words: Words) -> String {
    let mut page = Page::default();
    page.line(0, &format!("{}  {}", about.title, about.client));
    page.line(0, &words.get("cli-standing-on", &[("day", &words.day(about.on))]));
    page.gap();
    let word = words.value(&engawa_domain::standing::state_name(standing.verdict.name()));
    page.line(0, &format!("{word}  {}", words.say(&standing.summary)));
    page.line(0, words.text(&standing.deal_rule.text));

    page.heading(&words.get("parts-reasons", &[]));
    let mut rows = Vec::new();
    for reason in &standing.reasons {
        let when = reason
            .when
            .map_or_else(|| words.get("parts-reason-rule", &[]), |known| crate::page::when(known, words));
        rows.push(vec![when, words.say(&reason.say)]);
        rows.extend(about.files_of(reason.fact).map(|file| vec![String::new(), file_line(file)]));
    }
    page.rows(1, &rows);

    page.heading(&words.get("parts-reason-rule", &[]));
    rule(&mut page, &standing.rule, words);
    rule(&mut page, &standing.deal_rule, words);

    if !standing.deadlines.is_empty() {
        page.heading(&words.get("contract-deadlines", &[]));
        for deadline in &standing.deadlines {
            dates(&mut page, deadline, words);
        }
    }

    page.heading(&words.get("contract-next", &[]));
    for (at, step) in (1..).zip(&standing.next) {
        page.line(1, &format!("{at}. {}", words.say(&step.say)));
        if let Some(command) = command(step, about.contract) {
            page.line(3, &command);
        }
    }
    page.text()
}

/// A file by its name and by the hash under which it is kept.
fn file_line(file: &Evidence) -> String {
    format!("{}  {}", file.original_name, file.sha256.0)
}

fn rule(page: &mut Page, rule: &RuleShown, words: Words) {
    page.line(1, words.text(&rule.text));
    let checked = words.get("parts-checked", &[("day", &words.day(rule.cite.checked))]);
    match &rule.source {
        Some(source) => {
            let title = words.get("parts-source", &[("title", words.text(&source.title))]);
            page.line(2, &format!("{title}  {checked}"));
            page.line(2, &source.address);
        }
        None => page.line(2, &checked),
    }
}

/// A date with its arithmetic: the sum in one line, then each day that was looked at.
fn dates(page: &mut Page, deadline: &Deadline, words: Words) {
    page.line(1, &format!("{}  {}", words.day(deadline.day), words.say(&deadline.name)));
    page.line(2, &words.say(&deadline.arithmetic));
    let days = deadline.steps.iter().map(|step| vec![words.day(step.day), role(step, words)]);
    page.rows(3, &days.collect::<Vec<_>>());
    if let Some(text) = &deadline.due_text {
        page.line(2, words.text(text));
    }
}

/// What a day of a count was taken for.
fn role(step: &DayStep, words: Words) -> String {
    match &step.role {
        DayRole::Counted { nth } => words.say(&Say::new("parts-day-counted").with("nth", *nth)),
        DayRole::Weekend => words.get("parts-day-weekend", &[]),
        DayRole::Holiday { name, certainty: Certainty::Predicted } => {
            words.get("parts-day-predicted", &[("name", words.text(name))])
        }
        DayRole::Holiday { name, certainty: Certainty::Official } | DayRole::Closure { name } => {
            words.text(name).to_owned()
        }
    }
}

/// The command that does a step, for those that need no more than the contract.
fn command(step: &NextStep, contract: ContractId) -> Option<String> {
    match &step.kind {
        NextKind::RunGuide { guide: Some(guide) } => Some(format!("engawa-cli guide run {guide} {contract}")),
        NextKind::OpenDraft { draft: Some(draft), .. } => {
            Some(format!("engawa-cli draft {} --contract {contract}", draft.0))
        }
        NextKind::LookForLink
        | NextKind::RunGuide { guide: None }
        | NextKind::RecordRequest
        | NextKind::RecordStatus
        | NextKind::OpenDraft { draft: None, .. }
        | NextKind::RecordReply
        | NextKind::AskOffice
        | NextKind::RecordStage { .. }
        | NextKind::StopContact
        | NextKind::StayInside => None,
    }
}
