//! What the domain has to say, without words: a message key and its arguments. The words are in `locales/`,
//! so the window and the command line say the same thing in each language.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::{Day, When};
use crate::money::Yen;
use crate::rules::Text;

/// A language of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// A sentence to be said: the key of a Fluent message and its arguments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Say {
    /// The key of the message.
    pub key: String,
    /// Its arguments, by name.
    pub args: Vec<SayArg>,
}

/// One named argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SayArg {
    /// The name in the message.
    pub name: String,
    /// The value.
    pub value: SayValue,
}

/// A value in a sentence; each language writes it in its own way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum SayValue {
    /// Words kept as they are: names, titles, the platform's words.
    Words(String),
    /// A number.
    Number(i64),
    /// An amount.
    Yen(Yen),
    /// A day: 11/24(火).
    Day(Day),
    /// A text of a pack, which exists in every language.
    Text(Text),
    /// The name of a closed choice (a stage, a channel …): the key of another message.
    Name(String),
    /// Several values in a row, joined as the language joins them.
    List(Vec<SayValue>),
    /// A sentence within the sentence.
    Say(Box<Say>),
}

impl Say {
    /// A sentence without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new() }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<SayValue>) -> Self {
        self.args.push(SayArg { name: name.to_owned(), value: value.into() });
        self
    }
}

impl From<Day> for SayValue {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<When> for SayValue {
    fn from(when: When) -> Self {
        Self::Day(when.day)
    }
}

impl From<Yen> for SayValue {
    fn from(yen: Yen) -> Self {
        Self::Yen(yen)
    }
}

impl From<&Text> for SayValue {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for SayValue {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<Say> for SayValue {
    fn from(say: Say) -> Self {
        Self::Say(Box::new(say))
    }
}

impl From<u32> for SayValue {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}
