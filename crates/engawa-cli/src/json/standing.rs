//! A standing as JSON for scripts. An explicit shape of its own: it may only grow, whatever becomes of the types inside.

use engawa_domain::calendar::{ClockTime, Day};
use engawa_domain::facts::{Evidence, EvidenceLink, FactRef};
use engawa_domain::ids::{ClientId, ContractId};
use engawa_domain::rules::{Confidence, DealOutside, Exemption};
use engawa_domain::standing::{Contact, Due, RuleShown, Speaks, Standing, StateName};
use engawa_words::Words;
use serde::Serialize;

use super::cited::CitedJson;

/// One contract's answer.
#[derive(Debug, Serialize)]
pub struct StandingJson {
    /// Its identifier.
    pub contract: ContractId,
    /// 依頼名.
    pub title: String,
    /// The client's name.
    pub client: String,
    /// The client's identifier, to correct it by.
    pub client_id: ClientId,
    /// The key of the platform.
    pub platform: String,
    /// The day for which it was computed.
    pub on: Day,
    /// `no`, `ask` or `yes`.
    pub contact: Contact,
    /// Dealing outside: `forbidden`, `unknown` or `permitted`.
    pub deal_outside: DealOutside,
    /// The state by name.
    pub state: StateName,
    /// The word of the state, in the language asked for.
    pub word: String,
    /// The state in one sentence.
    pub summary: String,
    /// The facts behind it, oldest first.
    pub reasons: Vec<ReasonJson>,
    /// The rule applied.
    pub rule: RuleJson,
    /// The rule on dealing outside.
    pub deal_rule: RuleJson,
    /// What is permitted for a purpose although contact is not.
    pub exemptions: Vec<ExemptionJson>,
    /// What the platform asks of the user as things stand.
    pub duties: Vec<DutyJson>,
    /// Dates, soonest first.
    pub deadlines: Vec<DeadlineJson>,
    /// What to do, the best first.
    pub next: Vec<NextJson>,
    /// The files kept for the contract.
    pub evidence: Vec<EvidenceJson>,
}

/// A file that is kept as proof.
#[derive(Debug, Clone, Serialize)]
pub struct EvidenceJson {
    /// Its identifier, for `amend evidence`.
    pub id: String,
    /// The name it came with.
    pub name: String,
    /// The hash of its bytes, and its name in the vault.
    pub sha256: String,
}

impl EvidenceJson {
    /// The file.
    pub fn new(evidence: &Evidence) -> Self {
        Self {
            id: evidence.id.to_string(),
            name: evidence.original_name.clone(),
            sha256: evidence.sha256.0.clone(),
        }
    }
}

/// A reason.
#[derive(Debug, Serialize)]
pub struct ReasonJson {
    day: Option<Day>,
    /// The time of that day, where it is known.
    time: Option<ClockTime>,
    speaks: Speaks,
    text: String,
    /// The files that prove it.
    evidence: Vec<EvidenceJson>,
}

/// A rule with its source.
#[derive(Debug, Serialize)]
pub struct RuleJson {
    #[serde(flatten)]
    cited: CitedJson,
    /// Whether the last look is so long ago that it should be looked up again.
    stale: bool,
    /// Where the platform's own pages do not agree: what each says, and which is applied.
    conflicts: Vec<ConflictJson>,
}

/// Pages that do not agree.
#[derive(Debug, Serialize)]
pub struct ConflictJson {
    text: String,
    /// The page that is applied, then the others.
    addresses: Vec<String>,
}

/// A purpose for which something is permitted although contact is not.
#[derive(Debug, Serialize)]
pub struct ExemptionJson {
    id: String,
    purpose: String,
    permits: String,
    never: String,
    source: String,
    confidence: Confidence,
}

/// What the platform asks of the user.
#[derive(Debug, Serialize)]
pub struct DutyJson {
    id: String,
    text: String,
    source: String,
    confidence: Confidence,
}

/// A date with its arithmetic.
#[derive(Debug, Serialize)]
pub struct DeadlineJson {
    name: String,
    day: Day,
    due: Due,
    arithmetic: String,
    /// Each day that was looked at.
    steps: serde_json::Value,
    /// What to do when it comes.
    text: Option<String>,
}

/// A next step.
#[derive(Debug, Serialize)]
pub struct NextJson {
    #[serde(rename = "do")]
    kind: String,
    text: String,
    button: String,
    /// What the step is about: a draft, a guide, a stage.
    #[serde(flatten)]
    about: serde_json::Map<String, serde_json::Value>,
}

/// Who and what an answer is about.
pub struct About {
    pub contract: ContractId,
    pub title: String,
    pub client: String,
    pub client_id: ClientId,
    pub platform: String,
    pub on: Day,
    /// Its files, each with what it proves.
    pub files: Vec<(EvidenceLink, Evidence)>,
}

impl About {
    /// The files that prove a fact.
    pub fn files_of(&self, fact: Option<FactRef>) -> impl Iterator<Item = &Evidence> {
        let proves = move |link: &EvidenceLink| fact.is_some() && link.fact == fact;
        self.files.iter().filter(move |(link, _)| proves(link)).map(|(_, evidence)| evidence)
    }
}

impl StandingJson {
    /// The answer in the words of a language.
    pub fn new(about: &About, standing: &Standing, words: &Words) -> Result<Self, serde_json::Error> {
        let state = standing.verdict.name();
        Ok(Self {
            contract: about.contract,
            title: about.title.clone(),
            client: about.client.clone(),
            client_id: about.client_id,
            platform: about.platform.clone(),
            on: about.on,
            contact: standing.contact,
            deal_outside: standing.deal_outside,
            state,
            word: words.value(&engawa_domain::standing::state_name(state)),
            summary: words.say(&standing.summary),
            reasons: standing
                .reasons
                .iter()
                .map(|reason| ReasonJson {
                    day: reason.when.map(|when| when.day),
                    time: reason.when.and_then(|when| when.time),
                    speaks: reason.speaks,
                    text: words.say(&reason.say),
                    evidence: about.files_of(reason.fact).map(EvidenceJson::new).collect(),
                })
                .collect(),
            evidence: about.files.iter().map(|(_, evidence)| EvidenceJson::new(evidence)).collect(),
            rule: rule(&standing.rule, words),
            deal_rule: rule(&standing.deal_rule, words),
            exemptions: standing.exemptions.iter().map(|exemption| exempt(exemption, words)).collect(),
            duties: standing
                .duties
                .iter()
                .map(|duty| DutyJson {
                    id: duty.id.clone(),
                    text: words.text(&duty.text).to_owned(),
                    source: duty.cite.source.0.clone(),
                    confidence: duty.cite.confidence,
                })
                .collect(),
            deadlines: standing
                .deadlines
                .iter()
                .map(|deadline| {
                    Ok(DeadlineJson {
                        name: words.say(&deadline.name),
                        day: deadline.day,
                        due: deadline.due,
                        arithmetic: words.say(&deadline.arithmetic),
                        steps: serde_json::to_value(&deadline.steps)?,
                        text: deadline.due_text.as_ref().map(|text| words.text(text).to_owned()),
                    })
                })
                .collect::<Result<_, serde_json::Error>>()?,
            next: standing
                .next
                .iter()
                .map(|step| {
                    let mut about = match serde_json::to_value(&step.kind)? {
                        serde_json::Value::Object(fields) => fields,
                        _ => serde_json::Map::new(),
                    };
                    let kind = about
                        .shift_remove("do")
                        .and_then(|kind| kind.as_str().map(str::to_owned))
                        .unwrap_or_default();
                    Ok(NextJson { kind, text: words.say(&step.say), button: words.say(&step.button), about })
                })
                .collect::<Result<_, serde_json::Error>>()?,
        })
    }
}

fn rule(rule: &RuleShown, words: &Words) -> RuleJson {
    RuleJson {
        cited: CitedJson::new(&rule.text, &rule.cite, rule.source.as_ref(), words),
        stale: rule.stale,
        conflicts: rule
            .conflicts
            .iter()
            .map(|conflict| ConflictJson {
                text: words.text(&conflict.text).to_owned(),
                addresses: conflict.sources.iter().map(|source| source.address.clone()).collect(),
            })
            .collect(),
    }
}

fn exempt(exemption: &Exemption, words: &Words) -> ExemptionJson {
    ExemptionJson {
        id: exemption.id.clone(),
        purpose: words.text(&exemption.purpose).to_owned(),
        permits: words.text(&exemption.permits).to_owned(),
        never: words.text(&exemption.never).to_owned(),
        source: exemption.cite.source.0.clone(),
        confidence: exemption.cite.confidence,
    }
}
