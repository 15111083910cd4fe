//! Where things stand, why, by which rule and which page, and until when, with every day of the count.

use std::collections::BTreeSet;

use engawa_domain::calendar::{Certainty, DayRole, DayStep};
use engawa_domain::rules::{Cite, Source};
use engawa_domain::say::Say;
use engawa_domain::standing::{Deadline, RuleShown, Standing, state_name};

use super::Pen;
use super::html::Html;

/// The answer at the moment of the newest entry.
pub fn section(html: &mut Html, pen: &Pen<'_, '_>, answer: &Standing) {
    html.within("<h2>", &pen.t("packet-page-standing"), "</h2>\n<div class=\"state\">");
    html.within("<b>", &pen.words.value(&state_name(answer.verdict.name())), "</b>");
    html.within("<p>", &pen.say(&answer.summary), "</p>");
    html.within("<p>", pen.words.text(&answer.deal_rule.text), "</p></div>\n");
    html.within("<h3>", &pen.t("packet-page-reasons"), "</h3>\n<ul>\n");
    for reason in &answer.reasons {
        let when = reason.when.map_or_else(|| pen.t("packet-page-rule"), |when| pen.when(when));
        html.within("<li>", &when, "　").within("<bdi>", &pen.say(&reason.say), "</bdi></li>\n");
    }
    html.tags("</ul>\n");
    html.within("<h3>", &pen.t("packet-page-rule"), "</h3>\n");
    rule(html, pen, &answer.rule);
    rule(html, pen, &answer.deal_rule);
}

fn rule(html: &mut Html, pen: &Pen<'_, '_>, rule: &RuleShown) {
    html.within("<p>", pen.words.text(&rule.text), "</p>\n");
    for conflict in &rule.conflicts {
        html.within("<p>", pen.words.text(&conflict.text), "</p>\n");
    }
}

/// The dates that follow, with their arithmetic.
pub fn dates(html: &mut Html, pen: &Pen<'_, '_>, answer: &Standing) {
    html.within("<h2>", &pen.t("packet-page-dates"), "</h2>\n");
    if answer.deadlines.is_empty() {
        html.within("<p>", &pen.t("packet-page-dates-none"), "</p>\n");
    }
    for deadline in &answer.deadlines {
        date(html, pen, deadline);
    }
}

fn date(html: &mut Html, pen: &Pen<'_, '_>, deadline: &Deadline) {
    html.within("<h3>", &pen.day(deadline.day), "　").within("", &pen.say(&deadline.name), "</h3>\n");
    html.within("<p>", &pen.say(&deadline.arithmetic), "</p>\n");
    if let Some(text) = &deadline.due_text {
        html.within("<p>", pen.words.text(text), "</p>\n");
    }
    if !deadline.steps.is_empty() {
        html.tags("<ul>\n");
        for step in &deadline.steps {
            html.within("<li>", &pen.day(step.day), "　").within("", &role(step, pen), "</li>\n");
        }
        html.tags("</ul>\n");
    }
}

/// What a day of a count was taken for.
fn role(step: &DayStep, pen: &Pen<'_, '_>) -> String {
    match &step.role {
        DayRole::Counted { nth } => pen.say(&Say::new("parts-day-counted").with("nth", *nth)),
        DayRole::Weekend => pen.t("parts-day-weekend"),
        DayRole::Holiday { name, certainty: Certainty::Predicted } => {
            pen.words.get("parts-day-predicted", &[("name", pen.words.text(name))])
        }
        DayRole::Holiday { name, certainty: Certainty::Official } | DayRole::Closure { name } => {
            pen.words.text(name).to_owned()
        }
    }
}

/// The pages on which the rules rest, each once. Addresses are told and never linked: what is printed cannot be followed, and
/// what is opened leads nowhere by accident.
pub fn sources(html: &mut Html, pen: &Pen<'_, '_>, answer: &Standing) {
    html.within("<h2>", &pen.t("packet-page-sources"), "</h2>\n<ul>\n");
    let mut seen = BTreeSet::new();
    let rules = pen.content.rules;
    let of_dates = answer.deadlines.iter().filter_map(|deadline| deadline.cite.as_ref());
    let cites = [&answer.rule.cite, &answer.deal_rule.cite].into_iter().chain(of_dates);
    for cite in cites.filter(|cite| seen.insert(&cite.source)) {
        if let Some(found) = rules.sources.get(&cite.source) {
            source(html, pen, cite, found);
        }
    }
    html.tags("</ul>\n");
}

fn source(html: &mut Html, pen: &Pen<'_, '_>, cite: &Cite, source: &Source) {
    let title = pen.content.masker.told(pen.words.text(&source.title));
    html.within("<li><bdi>", &title, "</bdi>");
    if !source.address.is_empty() {
        html.within("<br><span class=\"hash\">", &source.address, "</span>");
    }
    let checked = pen.words.get("parts-checked", &[("day", &pen.day(cite.checked))]);
    html.within("<br><small>", &checked, "</small></li>\n");
}
