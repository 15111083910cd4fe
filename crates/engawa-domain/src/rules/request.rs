//! The platform's application for contact outside.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::cited::{Cite, Known, Text};
use super::limit::LengthLimit;
use crate::facts::{Format, Party, Place, Role, StatusValue};
use crate::text::SearchKey;

/// The platform's application for contact outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestRule {
    /// What the platform calls it.
    pub name: Text,
    /// Who may file it.
    pub who_may_file: Known<Filers>,
    /// How many may be filed per contract, both sides together.
    pub limit: Known<u32>,
    /// How long the review takes at most.
    pub review: Known<ReviewTime>,
    /// Whether an approval given before the contract holds after it.
    pub survives_contract: Known<bool>,
    /// Whether an approval holds after the contract has ended.
    pub survives_end: Known<bool>,
    /// Where the link is; empty where nobody has published it.
    #[serde(default)]
    pub places: Vec<LinkPlace>,
    /// The words the platform is known to show, by meaning; any other words are kept verbatim and asked about.
    #[serde(default)]
    pub documented_words: Vec<DocumentedWord>,
    /// The longest reason that its form takes, where the platform says so.
    #[serde(default)]
    pub reason_limit: Option<LengthLimit>,
    /// Where all this comes from.
    pub cite: Cite,
}

impl RequestRule {
    /// Whether this side may file the request in a contract of this format; unknown where nobody has published it.
    pub fn may_file(&self, party: Party, format: Format) -> Known<bool> {
        match &self.who_may_file {
            Known::Unknown => Known::Unknown,
            Known::Known(filers) => Known::Known(filers.of(format.role()).contains(&party)),
        }
    }

    /// A documented word among the words that were seen which means something else than what was chosen; none where a word for what was
    /// chosen is there as well.
    ///
    /// Only a word that stands by itself at the end of a line counts, before nothing but numbers: in 承認待ち and 「承認」ではない it is said of
    /// something else, and a hint towards an approval that is none would be worse than no hint.
    pub fn word_against(&self, seen: &str, chosen: StatusValue) -> Option<&DocumentedWord> {
        let lines: Vec<SearchKey> = seen.lines().map(SearchKey::of).collect();
        let mut said = self.documented_words.iter().filter(|word| {
            let word = SearchKey::of(&word.word);
            lines.iter().any(|line| ends_with(line, &word))
        });
        let first = said.next()?;
        let is_chosen = |word: &DocumentedWord| word.means == chosen;
        (!is_chosen(first) && !said.any(is_chosen)).then_some(first)
    }
}

/// Whether a line ends with this word, numbers apart.
fn ends_with(line: &SearchKey, word: &SearchKey) -> bool {
    let parts = |key: &SearchKey| -> Vec<String> {
        let parts = key.as_str().split(|letter: char| !letter.is_alphanumeric());
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let mut line = parts(line);
    while line.last().is_some_and(|part| part.chars().all(char::is_numeric)) {
        line.pop();
    }
    let word = parts(word);
    !word.is_empty() && line.ends_with(&word)
}

/// Who may file a request, by what the user is in the contract.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Filers {
    /// Where the user works on a job that somebody posted.
    pub worker: Vec<Party>,
    /// Where somebody bought what the user offers.
    pub seller: Vec<Party>,
}

impl Filers {
    /// Either side, whatever the user is.
    pub fn either_side() -> Self {
        let both = vec![Party::Me, Party::Client];
        Self { worker: both.clone(), seller: both }
    }

    /// Who may file where the user is this.
    pub fn of(&self, role: Role) -> &[Party] {
        match role {
            Role::Worker => &self.worker,
            Role::Seller => &self.seller,
        }
    }
}

/// A word the platform is known to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DocumentedWord {
    /// The word, verbatim.
    pub word: String,
    /// What it means.
    pub means: StatusValue,
    /// Where it is documented.
    pub cite: Cite,
}

/// How long a review takes at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewTime {
    /// Business days of the platform, the day of filing not counted.
    pub business_days: u32,
}

/// Where the link to the request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkPlace {
    /// Site or app.
    pub place: Place,
    /// The screen to open.
    pub screen: Text,
    /// The box or tab on that screen, as labelled there.
    pub section: Text,
    /// The link or button, as labelled there.
    pub link: Text,
    /// Where it comes from.
    pub cite: Cite,
}

/// What holds for one way of contracting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormatRule {
    /// Whether the request can be filed at all.
    pub request_possible: Known<bool>,
    /// Where it comes from.
    pub cite: Cite,
}
