//! The messages of `locales/`: their keys, the names of their arguments, and what they say.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::Tree;

/// One message or term of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// `today-title`, `-product-name`, `button.title`.
    pub key: String,
    /// The names of its arguments, without `$`.
    pub arguments: BTreeSet<String>,
    /// Keys of other messages and terms it is made of.
    pub mentions: BTreeSet<String>,
    /// Its words, without what is put in.
    pub words: String,
}

/// One `.ftl` file.
#[derive(Debug)]
pub struct MessageFile<'a> {
    /// `ja`, `en`.
    pub language: &'a str,
    /// `today.ftl`.
    pub name: &'a str,
    /// Its place in the repository.
    pub path: &'a str,
    /// In the order they stand.
    pub messages: Vec<Message>,
    /// Where it cannot be read: line and complaint.
    pub mistakes: Vec<(usize, String)>,
}

/// All files of all languages.
pub fn files(tree: &Tree) -> Vec<MessageFile<'_>> {
    let ftl = tree.files(|path| path.starts_with("locales/") && path.ends_with(".ftl"));
    ftl.filter_map(|(path, text)| read(path, text)).collect()
}

fn read<'a>(path: &'a str, text: &str) -> Option<MessageFile<'a>> {
    let (language, name) = path.strip_prefix("locales/")?.split_once('/')?;
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let line = |position: usize| text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1;
    let mistakes = errors.into_iter().map(|error| (line(error.pos.start), error.kind.to_string())).collect();
    let messages = resource.body.iter().flat_map(messages_of).collect();
    Some(MessageFile { language, name, path, messages, mistakes })
}

fn messages_of(entry: &Entry<&str>) -> Vec<Message> {
    let (key, value, attributes) = match entry {
        Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {
            return Vec::new();
        }
    };
    let own = value.map(|pattern| message(key.clone(), pattern));
    let attributes =
        attributes.iter().map(|attribute| message(format!("{key}.{}", attribute.id.name), &attribute.value));
    own.into_iter().chain(attributes).collect()
}

fn message(key: String, pattern: &Pattern<&str>) -> Message {
    let mut message =
        Message { key, arguments: BTreeSet::new(), mentions: BTreeSet::new(), words: String::new() };
    message.take_pattern(pattern);
    message
}

impl Message {
    fn take_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.take(expression),
            }
        }
    }

    fn take(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.take_inline(inline),
            Expression::Select { selector, variants } => {
                self.take_inline(selector);
                for variant in variants {
                    self.take_pattern(&variant.value);
                }
            }
        }
    }

    fn take_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                self.mentions.insert(format!("{}{}", id.name, attribute.unwrap_or_default()));
            }
            InlineExpression::TermReference { id, .. } => {
                self.mentions.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|inline| self.take_inline(inline));
            }
            InlineExpression::Placeable { expression } => self.take(expression),
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_tells_its_arguments_its_words_and_what_it_is_made_of() {
        let text = "a-b = { -name }: { $count ->\n    [one] One { $what }\n   *[other] Many\n }\n    .title = { c-d }\n";
        let tree = Tree::of(&[("locales/en/a.ftl", text)]);
        let files = files(&tree);
        let messages = files.first().map(|file| file.messages.clone()).unwrap_or_default();
        let [own, title] = messages.as_slice() else { panic!("two messages, not {messages:?}") };
        assert_eq!(own.arguments, BTreeSet::from(["count".to_owned(), "what".to_owned()]));
        assert_eq!(own.mentions, BTreeSet::from(["-name".to_owned()]));
        assert!(own.words.contains("One ") && own.words.contains("Many"));
        assert_eq!(title.key, "a-b.title");
        assert_eq!(title.mentions, BTreeSet::from(["c-d".to_owned()]));
    }

    #[test]
    fn a_file_that_cannot_be_read_says_in_which_line() {
        let tree = Tree::of(&[("locales/ja/a.ftl", "a-b = x\n\nc-d = { $\n")]);
        let files = files(&tree);
        let lines: Vec<usize> = files.iter().flat_map(|file| &file.mistakes).map(|(line, _)| *line).collect();
        assert_eq!(lines, [3]);
    }
}
