//! The words for a value that can be corrected.

use engawa_domain::facts::Stage;
use engawa_domain::ids::CorrectionId;
use engawa_domain::say::Say;
use engawa_domain::standing::stage_name;
use engawa_packs::{About, Point, SpanUnit, Takes};

use crate::views::{PointOption, PointTakes, PointView};

/// A point, ready to be shown and corrected.
pub(super) fn point_view(point: Point, correction: Option<CorrectionId>) -> PointView {
    let shown = says(Some(&point), &point.value);
    let takes = match point.takes {
        Takes::Choice(words) => PointTakes::Choice {
            options: words
                .iter()
                .map(|word| PointOption { value: (*word).to_owned(), label: choice(point.about, word) })
                .collect(),
        },
        Takes::Number => PointTakes::Number,
        Takes::Percent => PointTakes::Percent,
        Takes::NumberOrUnknown => PointTakes::NumberOrUnknown,
        Takes::Words => PointTakes::Words,
        Takes::Address => PointTakes::Address,
    };
    PointView {
        label: label(point.about),
        of: point.of,
        takes,
        value: point.value,
        shown,
        correction,
        path: point.path,
    }
}

/// What a value of the rules is called; one that is gone, by the way to it.
pub(super) fn label_of(point: Option<&Point>, path: &str) -> Say {
    point.map_or_else(|| Say::new("view-words").with("words", path), |point| label(point.about))
}

/// A value in words: as it stands there now, or as a correction or another pack writes it.
pub(super) fn says(point: Option<&Point>, value: &str) -> Say {
    let words = |words: &str| Say::new("view-words").with("words", words);
    let Some(point) = point else {
        return words(value);
    };
    match point.takes {
        Takes::Choice(_) => choice(point.about, value),
        Takes::Number | Takes::NumberOrUnknown => match value.parse::<u32>() {
            Ok(count) => counted(point.about, count),
            Err(_) => Say::new("rules-not-published"),
        },
        Takes::Percent => Say::new("rules-value-percent").with("percent", value),
        Takes::Words => match &point.words {
            Some(text) if point.value == value => Say::new("view-words").with("words", text),
            _ => words(value),
        },
        Takes::Address if value.is_empty() => Say::new("rules-not-published"),
        Takes::Address => words(value),
    }
}

fn counted(about: About, count: u32) -> Say {
    let key = match about {
        About::Limit => "rules-times",
        About::Review | About::WriteAgain | About::Span(SpanUnit::BusinessDays) => "rules-business-days",
        About::Span(SpanUnit::Days) => "rules-days",
        About::Span(SpanUnit::Hours) => "rules-hours",
        About::Span(SpanUnit::Months) => "rules-months",
        About::Contact
        | About::Gate
        | About::ContactText
        | About::Deal
        | About::DealText
        | About::SurvivesContract
        | About::SurvivesEnd
        | About::DueText
        | About::Fee
        | About::FeeTax
        | About::FeeText
        | About::Entrance => "rules-value-number",
    };
    Say::new(key).with("count", count)
}

fn label(about: About) -> Say {
    Say::new(match about {
        About::Contact => "rules-contact",
        About::Gate => "rules-point-gate",
        About::ContactText => "rules-point-contact-text",
        About::Deal => "rules-deal",
        About::DealText => "rules-point-deal-text",
        About::Limit => "rules-limit",
        About::Review => "rules-review",
        About::SurvivesContract => "rules-survives-contract",
        About::SurvivesEnd => "rules-survives-end",
        About::Span(_) => "rules-point-span",
        About::DueText => "rules-point-due-text",
        About::Fee => "rules-fee",
        About::FeeTax => "rules-point-fee-tax",
        About::FeeText => "rules-point-fee-text",
        About::WriteAgain => "rules-point-write-again",
        About::Entrance => "rules-point-entrance",
    })
}

/// A choice in words.
fn choice(about: About, word: &str) -> Say {
    if about == About::Gate {
        return match stage(word) {
            Some(stage) => Say::new("rules-value-gate").with("stage", stage_name(stage)),
            None => Say::new("view-words").with("words", word),
        };
    }
    Say::new(match (about, word) {
        (About::Contact, "approval") => "rules-shape-approval",
        (About::Contact, "gate") => "rules-value-gate-kind",
        (About::Contact, "gate_and_approval") => "rules-value-gate-and-approval",
        (About::Contact, "forbidden") => "rules-shape-forbidden",
        (About::Contact, "free") => "rules-shape-free",
        (About::Contact, _) => "rules-shape-not-known",
        (About::Deal, "forbidden") => "parts-never",
        (About::Deal, "permitted") => "rules-deal-permitted",
        (About::Deal, _) => "parts-deal-unknown",
        (_, "yes") => "rules-yes",
        (_, "no") => "rules-no",
        _ => "rules-not-published",
    })
}

fn stage(word: &str) -> Option<Stage> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
