//! The values of a pack that a user can correct: each with the way to it, what may stand there, and the source it rests on.

use engawa_domain::facts::Stage;
use engawa_domain::rules::{
    Cite, ContactRule, DealOutside, DealRule, Known, PlatformRules, ReviewTime, Shape, Span, Text,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::Value;

use super::service::said;
use super::words::OwnWords;

/// Stands where nobody has published a value.
pub(crate) const UNKNOWN: &str = "unknown";

/// The way to the shape of the rule on contact.
pub(crate) const KIND: &str = "contact.shape.kind";
/// The way to the stage that it names.
const GATE: &str = "contact.shape.gate";

const SHAPES: &[&str] = &["approval", "gate_and_approval", "gate", "forbidden", "free", "not_known"];
const GATES: &[&str] =
    &["consultation", "terms", "contracted", "escrowed", "delivered", "inspected", "completed"];
const DEALS: &[&str] = &["forbidden", UNKNOWN, "permitted"];
const YES_OR_NO: &[&str] = &["yes", "no", UNKNOWN];

/// What may stand at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Number,
    /// A share in percent, with up to two decimals.
    Percent,
    /// A whole number, or `unknown`.
    NumberOrUnknown,
    /// A sentence.
    Words,
    /// The address of a page, or nothing.
    Address,
}

/// What a point is about; what it is called is the window's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Who may talk outside, and when.
    Contact,
    /// The stage from which one may.
    Gate,
    /// That rule in a sentence.
    ContactText,
    /// Dealing and paying outside.
    Deal,
    /// That rule in a sentence.
    DealText,
    /// How many requests there may be.
    Limit,
    /// Business days of the review.
    Review,
    /// Whether an approval outlives the beginning of the contract.
    SurvivesContract,
    /// Whether an approval outlives the end of the contract.
    SurvivesEnd,
    /// How long a timer runs, in the unit it is in.
    Span(SpanUnit),
    /// What a timer leads to, in a sentence.
    DueText,
    /// What is kept of a part of the amount.
    Fee,
    /// Tax on the fee.
    FeeTax,
    /// The fee in a sentence.
    FeeText,
    /// Business days after which to write to support again.
    WriteAgain,
    /// Where support is reached.
    Entrance,
}

/// What a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanUnit {
    /// Calendar days.
    Days,
    /// Business days.
    BusinessDays,
    /// Hours.
    Hours,
    /// Months.
    Months,
}

/// A value that can be corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The way to it.
    pub path: String,
    /// What it is about.
    pub about: About,
    /// Which timer or entrance, where there are several.
    pub of: Option<Text>,
    /// What may stand there.
    pub takes: Takes,
    /// What stands there, as a correction writes it.
    pub value: String,
    /// The same in both languages, where it is a sentence.
    pub words: Option<Text>,
    /// Where it comes from.
    pub cite: Cite,
}

/// A value in the rules, to be read and written.
enum Slot<'a> {
    Shape { shape: &'a mut Shape, text: &'a mut Text, permitted: &'a mut Text },
    Gate(&'a mut Stage),
    Deal { deal: &'a mut DealOutside, text: &'a mut Text },
    Count(&'a mut Known<u32>),
    Review(&'a mut Known<ReviewTime>),
    YesOrNo(&'a mut Known<bool>),
    Number(&'a mut u32),
    Percent(&'a mut u32),
    Words(&'a mut Text),
    Address(&'a mut Option<String>),
}

/// Why a value cannot stand at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSet {
    /// The rules have no such point any more.
    Gone,
    /// It is none of what may stand there.
    Unfit,
}

/// Every value that can be corrected, in the order of the rules page.
pub fn points(rules: &PlatformRules) -> Vec<Point> {
    let mut rules = rules.clone();
    paths(&rules).into_iter().filter_map(|(path, about)| point(&mut rules, path, about)).collect()
}

fn paths(rules: &PlatformRules) -> Vec<(String, About)> {
    let mut paths = vec![(KIND.to_owned(), About::Contact)];
    if matches!(rules.contact.shape, Shape::Gate { .. } | Shape::GateAndApproval { .. }) {
        paths.push((GATE.to_owned(), About::Gate));
    }
    paths.push(("contact.text".to_owned(), About::ContactText));
    paths.push(("deal_outside.permitted".to_owned(), About::Deal));
    paths.push(("deal_outside.text".to_owned(), About::DealText));
    if rules.request.is_some() {
        for (field, about) in [
            ("limit", About::Limit),
            ("review", About::Review),
            ("survives_contract", About::SurvivesContract),
            ("survives_end", About::SurvivesEnd),
        ] {
            paths.push((format!("request.{field}"), about));
        }
    }
    for timer in &rules.timers {
        let unit = match timer.span {
            Span::Days(_) => SpanUnit::Days,
            Span::BusinessDays(_) => SpanUnit::BusinessDays,
            Span::Hours(_) => SpanUnit::Hours,
            Span::Months(_) => SpanUnit::Months,
        };
        paths.push((format!("timers.{}.span", timer.id), About::Span(unit)));
        paths.push((format!("timers.{}.due_text", timer.id), About::DueText));
    }
    if let Some(fee) = &rules.fee {
        if fee.text.is_some() {
            paths.push(("fee.text".to_owned(), About::FeeText));
        }
        paths.extend((0..fee.tiers.len()).map(|nth| (format!("fee.tiers.{nth}"), About::Fee)));
        paths.push(("fee.tax_basis_points".to_owned(), About::FeeTax));
    }
    paths.push(("support.write_again_after".to_owned(), About::WriteAgain));
    let entrances = rules.support.entrances.iter();
    paths.extend(
        entrances.map(|entrance| (format!("support.entrances.{}.address", entrance.id), About::Entrance)),
    );
    paths
}

fn point(rules: &mut PlatformRules, path: String, about: About) -> Option<Point> {
    let of = name_of(rules, &path);
    let (slot, cite) = slot(rules, &path)?;
    let words = match &slot {
        Slot::Words(text) => Some(Text::clone(text)),
        _ => None,
    };
    Some(Point { about, of, takes: slot.takes(), value: slot.read(), words, cite: cite.clone(), path })
}

/// Which timer or entrance a point is about.
fn name_of(rules: &PlatformRules, path: &str) -> Option<Text> {
    match path.split('.').collect::<Vec<_>>()[..] {
        ["timers", id, _] => Some(rules.timers.iter().find(|timer| timer.id == id)?.name.clone()),
        ["support", "entrances", id, _] => {
            Some(rules.support.entrances.iter().find(|entrance| entrance.id == id)?.text.clone())
        }
        _ => None,
    }
}

/// The value at a point, and the cite it rests on.
fn slot<'a>(rules: &'a mut PlatformRules, path: &str) -> Option<(Slot<'a>, &'a mut Cite)> {
    let PlatformRules { contact, deal_outside, request, timers, fee, support, .. } = rules;
    Some(match path.split('.').collect::<Vec<_>>()[..] {
        ["contact", "shape", "kind"] => {
            let ContactRule { shape, text, text_permitted: permitted, cite } = contact;
            (Slot::Shape { shape, text, permitted }, cite)
        }
        ["contact", "shape", "gate"] => match &mut contact.shape {
            Shape::Gate { gate } | Shape::GateAndApproval { gate } => (Slot::Gate(gate), &mut contact.cite),
            Shape::Approval | Shape::Forbidden | Shape::Free | Shape::NotKnown => return None,
        },
        ["contact", "text"] => (Slot::Words(&mut contact.text), &mut contact.cite),
        ["deal_outside", "permitted"] => {
            let DealRule { permitted: deal, text, cite } = deal_outside;
            (Slot::Deal { deal, text }, cite)
        }
        ["deal_outside", "text"] => (Slot::Words(&mut deal_outside.text), &mut deal_outside.cite),
        ["request", field] => {
            let request = request.as_mut()?;
            let slot = match field {
                "limit" => Slot::Count(&mut request.limit),
                "review" => Slot::Review(&mut request.review),
                "survives_contract" => Slot::YesOrNo(&mut request.survives_contract),
                "survives_end" => Slot::YesOrNo(&mut request.survives_end),
                _ => return None,
            };
            (slot, &mut request.cite)
        }
        ["timers", id, field] => {
            let timer = timers.iter_mut().find(|timer| timer.id == id)?;
            let slot = match field {
                "span" => Slot::Number(match &mut timer.span {
                    Span::Days(count)
                    | Span::BusinessDays(count)
                    | Span::Hours(count)
                    | Span::Months(count) => count,
                }),
                "due_text" => Slot::Words(&mut timer.due_text),
                _ => return None,
            };
            (slot, &mut timer.cite)
        }
        ["fee", "text"] => {
            let fee = fee.as_mut()?;
            (Slot::Words(fee.text.as_mut()?), &mut fee.cite)
        }
        ["fee", "tax_basis_points"] => {
            let fee = fee.as_mut()?;
            (Slot::Percent(&mut fee.tax_basis_points), &mut fee.cite)
        }
        ["fee", "tiers", nth] => {
            let fee = fee.as_mut()?;
            let tier = fee.tiers.get_mut(nth.parse::<usize>().ok()?)?;
            (Slot::Percent(&mut tier.basis_points), &mut fee.cite)
        }
        ["support", "write_again_after"] => {
            (Slot::Number(&mut support.write_again_after.business_days), &mut support.cite)
        }
        ["support", "entrances", id, "address"] => {
            let entrance = support.entrances.iter_mut().find(|entrance| entrance.id == id)?;
            (Slot::Address(&mut entrance.address), &mut entrance.cite)
        }
        _ => return None,
    })
}

impl Slot<'_> {
    fn takes(&self) -> Takes {
        match self {
            Self::Shape { .. } => Takes::Choice(SHAPES),
            Self::Gate(_) => Takes::Choice(GATES),
            Self::Deal { .. } => Takes::Choice(DEALS),
            Self::YesOrNo(_) => Takes::Choice(YES_OR_NO),
            Self::Count(_) | Self::Review(_) => Takes::NumberOrUnknown,
            Self::Number(_) => Takes::Number,
            Self::Percent(_) => Takes::Percent,
            Self::Words(_) => Takes::Words,
            Self::Address(_) => Takes::Address,
        }
    }

    /// What stands there, as a correction writes it.
    fn read(&self) -> String {
        match self {
            Self::Shape { shape, .. } => kind_of(**shape).to_owned(),
            Self::Gate(stage) => word(&**stage),
            Self::Deal { deal, .. } => word(&**deal),
            Self::Count(count) => or_unknown(count.known(), |count| count.to_string()),
            Self::Review(review) => or_unknown(review.known(), |review| review.business_days.to_string()),
            Self::YesOrNo(known) => {
                or_unknown(known.known(), |yes| if yes { "yes" } else { "no" }.to_owned())
            }
            Self::Number(number) => number.to_string(),
            Self::Percent(basis_points) => percent(**basis_points),
            // Both languages, so that a change of either is seen.
            Self::Words(text) => format!("{} / {}", text.ja, text.en),
            Self::Address(address) => address.as_deref().unwrap_or_default().to_owned(),
        }
    }

    /// Says that it is not known: the user and the pack contradict each other. What cannot be unknown (a number of days, an
    /// address, a sentence) stands as the user wrote it; none of it permits anything.
    fn doubt(self, value: &str, own: &OwnWords) -> Result<(), NotSet> {
        match self {
            Self::Shape { .. } => self.write("not_known", own),
            Self::Deal { .. } | Self::Count(_) | Self::Review(_) | Self::YesOrNo(_) => {
                self.write(UNKNOWN, own)
            }
            Self::Gate(_) | Self::Number(_) | Self::Percent(_) | Self::Words(_) | Self::Address(_) => {
                self.write(value, own)
            }
        }
    }

    /// Puts a value there. A rule that becomes another says so in words: the pack's own would say the opposite.
    fn write(self, value: &str, own: &OwnWords) -> Result<(), NotSet> {
        match self {
            Self::Shape { shape, text, permitted } => {
                let written = shape_of(value, *shape)?;
                if kind_of(written) != kind_of(*shape) {
                    let words = own.contact(written);
                    (*text, *permitted) = (words.text.clone(), words.permitted.clone());
                }
                *shape = written;
            }
            Self::Gate(stage) => *stage = one_of(GATES, value)?,
            Self::Deal { deal, text } => {
                let written = one_of(DEALS, value)?;
                if written != *deal {
                    *text = own.deal(written).clone();
                }
                *deal = written;
            }
            Self::Count(count) => *count = known(value, |value| value.parse().ok())?,
            Self::Review(review) => {
                let days = |value: &str| Some(ReviewTime { business_days: value.parse().ok()? });
                *review = known(value, days)?;
            }
            Self::YesOrNo(answer) => {
                *answer = known(value, |value| match value {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                })?;
            }
            Self::Number(number) => *number = value.parse().map_err(|_| NotSet::Unfit)?,
            Self::Percent(number) => *number = basis_points(value).ok_or(NotSet::Unfit)?,
            Self::Words(text) => {
                if value.trim().is_empty() {
                    return Err(NotSet::Unfit);
                }
                *text = said(value);
            }
            Self::Address(address) => {
                if !value.is_empty() && !value.starts_with("https://") && !value.starts_with("http://") {
                    return Err(NotSet::Unfit);
                }
                *address = Some(value.to_owned()).filter(|address| !address.is_empty());
            }
        }
        Ok(())
    }
}

/// Puts a value and its source at a point of the rules.
pub(crate) fn set(
    rules: &mut PlatformRules,
    path: &str,
    value: &str,
    cite: Cite,
    own: &OwnWords,
) -> Result<(), NotSet> {
    let (slot, cited) = slot(rules, path).ok_or(NotSet::Gone)?;
    slot.write(value, own)?;
    *cited = cite;
    Ok(())
}

/// Leaves a point open on which the user and the pack contradict each other: what could permit something is not known.
pub(crate) fn leave_open(
    rules: &mut PlatformRules,
    path: &str,
    value: &str,
    cite: Cite,
    own: &OwnWords,
) -> Result<(), NotSet> {
    // A value that could not stand there is refused in a conflict as well.
    set(&mut rules.clone(), path, value, cite.clone(), own)?;
    // The stage of a gate is nothing without its rule: both are left open.
    let path = if path == GATE { KIND } else { path };
    let (slot, cited) = slot(rules, path).ok_or(NotSet::Gone)?;
    slot.doubt(value, own)?;
    *cited = cite;
    Ok(())
}

/// What stands at a point, as a correction writes it; `None` where the rules have no such point.
pub fn value_at(rules: &PlatformRules, path: &str) -> Option<String> {
    let mut rules = rules.clone();
    slot(&mut rules, path).map(|(slot, _)| slot.read())
}

fn kind_of(shape: Shape) -> &'static str {
    match shape {
        Shape::Approval => "approval",
        Shape::GateAndApproval { .. } => "gate_and_approval",
        Shape::Gate { .. } => "gate",
        Shape::Forbidden => "forbidden",
        Shape::Free => "free",
        Shape::NotKnown => "not_known",
    }
}

/// A shape by its word. The stage of a gate stays; a new gate is the contract, until another is chosen.
fn shape_of(word: &str, before: Shape) -> Result<Shape, NotSet> {
    let gate = match before {
        Shape::Gate { gate } | Shape::GateAndApproval { gate } => gate,
        Shape::Approval | Shape::Forbidden | Shape::Free | Shape::NotKnown => Stage::Contracted,
    };
    Ok(match word {
        "approval" => Shape::Approval,
        "gate_and_approval" => Shape::GateAndApproval { gate },
        "gate" => Shape::Gate { gate },
        "forbidden" => Shape::Forbidden,
        "free" => Shape::Free,
        "not_known" => Shape::NotKnown,
        _ => return Err(NotSet::Unfit),
    })
}

/// The word of a choice, as a pack writes it.
fn word<T: Serialize>(value: &T) -> String {
    Value::try_from(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn one_of<T: DeserializeOwned>(words: &[&str], value: &str) -> Result<T, NotSet> {
    if !words.contains(&value) {
        return Err(NotSet::Unfit);
    }
    Value::String(value.to_owned()).try_into().map_err(|_| NotSet::Unfit)
}

fn or_unknown<T>(value: Option<T>, say: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), say)
}

fn known<T>(value: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Known<T>, NotSet> {
    match value {
        UNKNOWN => Ok(Known::Unknown),
        value => read(value).map(Known::Known).ok_or(NotSet::Unfit),
    }
}

/// Basis points as percent: 550 is `5.5`.
fn percent(basis_points: u32) -> String {
    let (whole, part) = (basis_points / 100, basis_points % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}").trim_end_matches('0').to_owned() }
}

/// Percent as basis points, up to 100.
fn basis_points(percent: &str) -> Option<u32> {
    let (whole, part) = percent.split_once('.').unwrap_or((percent, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || part.len() > 2 || !(part.is_empty() || digits(part)) {
        return None;
    }
    let part: u32 = format!("{part:0<2}").parse().ok()?;
    let points = whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)?;
    (points <= 10_000).then_some(points)
}
