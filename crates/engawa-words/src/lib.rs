//! Every sentence of the app: the messages of `locales/`, for the shell and the command line. The window has the same files.
//!
//! What is said comes from the domain as a [`Say`], a key with typed arguments. A day, an amount, a list are written as each
//! language writes them; how that is, stands in `locales/` too.

mod bundle;
mod format;

#[cfg(test)]
mod tests;

pub use engawa_domain::say::Lang;

use std::borrow::Cow;

use engawa_domain::calendar::Day;
use engawa_domain::money::Yen;
use engawa_domain::rules::Text;
use engawa_domain::say::{Say, SayValue};
use fluent_bundle::{FluentArgs, FluentValue};
use thiserror::Error;

use bundle::{Bundle, bundle};

/// The words of one language. Cheap to make and to copy: the messages are read once.
#[derive(Clone, Copy)]
pub struct Words {
    lang: Lang,
    today: Option<Day>,
    bundle: &'static Bundle,
}

/// Why something cannot be said as it was meant. [`Words::say`] says as much of it as it can; tests ask for this.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unsaid {
    /// There is no message of this key.
    #[error("no message is called {0}")]
    NoMessage(String),
    /// The message asks for an argument that was not given, or refers to a message that is not there.
    #[error("{key}: {what}")]
    Incomplete {
        /// The key.
        key: String,
        /// What Fluent says.
        what: String,
    },
}

impl Words {
    /// The words of a language. Days are written with their year until [`Words::on`] tells which year goes without saying.
    pub fn new(lang: Lang) -> Self {
        Self { lang, today: None, bundle: bundle(lang) }
    }

    /// The same words on this day: days of its year are written without the year.
    #[must_use]
    pub const fn on(self, today: Day) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence. One that has no message is said by its key, so that a fault is seen and nothing is hidden.
    pub fn say(&self, say: &Say) -> String {
        self.written(say, &mut Vec::new())
    }

    /// A sentence, or everything that is missing for it.
    pub fn try_say(&self, say: &Say) -> Result<String, Vec<Unsaid>> {
        let mut unsaid = Vec::new();
        let said = self.written(say, &mut unsaid);
        if unsaid.is_empty() { Ok(said) } else { Err(unsaid) }
    }

    /// A value as it stands in a sentence.
    pub fn value(&self, value: &SayValue) -> String {
        self.value_written(value, &mut Vec::new())
    }

    /// A text of a pack in this language.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_lang(self.lang)
    }

    /// One message with words put in. A number among them is a word: it chooses no plural, see [`Words::count`].
    pub fn get(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: FluentArgs<'_> =
            args.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.message(key, &args, &mut Vec::new())
    }

    /// One message with numbers put in, by which it can choose between one and many.
    pub fn count(&self, key: &str, numbers: &[(&str, u64)]) -> String {
        let args: FluentArgs<'_> =
            numbers.iter().map(|(name, number)| (*name, FluentValue::from(*number))).collect();
        self.message(key, &args, &mut Vec::new())
    }

    /// A day: 11/24(火), Tue 24 Nov; with the year when it is another than today's.
    pub fn day(&self, day: Day) -> String {
        let key = match self.today {
            Some(today) if today.year() == day.year() => "date-short",
            Some(_) | None => "date-long",
        };
        self.message(key, &format::day_args(day), &mut Vec::new())
    }

    /// An amount: 50,000円, ¥50,000.
    pub fn yen(&self, yen: Yen) -> String {
        let key = if yen.is_negative() { "money-yen-below-zero" } else { "money-yen" };
        let mut args = FluentArgs::new();
        args.set("digits", format::grouped(yen.get().unsigned_abs()));
        self.message(key, &args, &mut Vec::new())
    }

    /// Several things in a row.
    pub fn list(&self, items: &[String]) -> String {
        items.join(&self.get("list-joint", &[]))
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn written(&self, say: &Say, unsaid: &mut Vec<Unsaid>) -> String {
        let mut args = FluentArgs::with_capacity(say.args.len());
        for arg in &say.args {
            // A number stays a number, so that a message can choose between one and many.
            let value = match &arg.value {
                SayValue::Number(number) => FluentValue::from(*number),
                value => FluentValue::from(self.value_written(value, unsaid)),
            };
            args.set(Cow::Borrowed(arg.name.as_str()), value);
        }
        self.message(&say.key, &args, unsaid)
    }

    fn value_written(&self, value: &SayValue, unsaid: &mut Vec<Unsaid>) -> String {
        match value {
            SayValue::Words(words) => words.clone(),
            SayValue::Number(number) => format::number(*number),
            SayValue::Yen(yen) => self.yen(*yen),
            SayValue::Day(day) => self.day(*day),
            SayValue::Text(text) => self.text(text).to_owned(),
            SayValue::Name(key) => self.message(key, &FluentArgs::new(), unsaid),
            SayValue::List(values) => {
                let said: Vec<String> =
                    values.iter().map(|value| self.value_written(value, unsaid)).collect();
                self.list(&said)
            }
            SayValue::Say(say) => self.written(say, unsaid),
        }
    }

    fn message(&self, key: &str, args: &FluentArgs<'_>, unsaid: &mut Vec<Unsaid>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            unsaid.push(Unsaid::NoMessage(key.to_owned()));
            return key.to_owned();
        };
        let mut faults = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
        unsaid.extend(
            faults
                .into_iter()
                .map(|fault| Unsaid::Incomplete { key: key.to_owned(), what: fault.to_string() }),
        );
        said
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).field("today", &self.today).finish_non_exhaustive()
    }
}
