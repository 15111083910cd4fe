//! TypeScript and Svelte source without its comments, with its strings set apart, and the words that stand in the markup.
//!
//! This is a reader for laws, not a compiler: where it cannot tell, it keeps the text, so that a law looks at too much rather than too little.

/// A string in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What stands between the quotes, escapes as written.
    pub value: String,
    /// Counted from 1.
    pub line: usize,
}

/// A source file, read.
#[derive(Debug, Default)]
pub struct Source {
    /// The file with every comment turned into spaces; lines stay where they are.
    pub code: String,
    /// Its strings, in order.
    pub strings: Vec<Text>,
}

/// Reads a source file.
pub fn read(text: &str) -> Source {
    let letters: Vec<char> = text.chars().collect();
    let mut reader =
        Reader { letters: &letters, at: 0, line: 1, last_solid: '\n', source: Source::default() };
    while reader.step() {}
    reader.source
}

struct Reader<'a> {
    letters: &'a [char],
    at: usize,
    line: usize,
    /// The last letter that was no space: tells a regular expression from a division.
    last_solid: char,
    source: Source,
}

/// After one of these a `/` begins a regular expression.
const BEFORE_PATTERN: &str = "(,=:[!&|?";

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(letter) = self.letters.get(self.at).copied() else {
            return false;
        };
        if self.starts_with("//") {
            self.blank_until("\n", 0);
        } else if self.starts_with("/*") {
            self.blank_until("*/", 2);
        } else if self.starts_with("<!--") {
            self.blank_until("-->", 3);
        } else if letter == '/' && BEFORE_PATTERN.contains(self.last_solid) {
            self.pattern();
        } else if matches!(letter, '"' | '\'' | '`') {
            self.string(letter);
        } else {
            self.keep();
        }
        true
    }

    fn starts_with(&self, mark: &str) -> bool {
        mark.chars().enumerate().all(|(ahead, letter)| self.letters.get(self.at + ahead) == Some(&letter))
    }

    /// Takes one letter as it is.
    fn keep(&mut self) {
        let Some(letter) = self.letters.get(self.at).copied() else {
            return;
        };
        self.source.code.push(letter);
        self.line += usize::from(letter == '\n');
        if !letter.is_whitespace() {
            self.last_solid = letter;
        }
        self.at += 1;
    }

    /// Turns everything up to and with a mark into spaces.
    fn blank_until(&mut self, mark: &str, length: usize) {
        let mut left = usize::MAX;
        while left > 0 {
            let Some(letter) = self.letters.get(self.at).copied() else {
                return;
            };
            if left == usize::MAX && self.starts_with(mark) {
                left = length;
                if left == 0 {
                    return;
                }
            }
            self.source.code.push(if letter == '\n' { '\n' } else { ' ' });
            self.line += usize::from(letter == '\n');
            self.at += 1;
            left = left.saturating_sub(usize::from(left != usize::MAX));
        }
    }

    fn pattern(&mut self) {
        let mut in_class = false;
        self.keep();
        while let Some(letter) = self.letters.get(self.at).copied() {
            self.keep();
            match letter {
                '\\' => self.keep(),
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return,
                '\n' => return,
                _ => {}
            }
        }
    }

    fn string(&mut self, quote: char) {
        let line = self.line;
        let mut value = String::new();
        self.keep();
        while let Some(letter) = self.letters.get(self.at).copied() {
            self.keep();
            match letter {
                _ if letter == quote => break,
                '\n' if quote == '\'' => break, // an apostrophe in markup, not a string
                '\\' => {
                    value.push(letter);
                    value.extend(self.letters.get(self.at));
                    self.keep();
                }
                _ => value.push(letter),
            }
        }
        self.source.strings.push(Text { value, line });
    }
}

/// The lines of code that contain a text, counted from 1.
pub fn lines_with<'a>(code: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.lines().enumerate().filter(move |(_, line)| line.contains(text)).map(|(at, _)| at + 1)
}

/// Attributes whose value is read or heard by a person.
const SPOKEN: &[&str] = &[
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "alt",
    "placeholder",
    "label",
];

/// What the markup of a Svelte file says by itself: words between tags and in spoken attributes, without `{…}`, scripts and styles.
pub fn markup_words(code: &str) -> Vec<Text> {
    let markup = without_block(&without_block(code, "script"), "style");
    let mut words = Vec::new();
    let mut line = 1;
    let mut depth = 0_usize;
    let mut tag: Option<String> = None;
    let mut said = Text { value: String::new(), line };
    for letter in markup.chars() {
        match (letter, &mut tag) {
            ('{', _) => depth += 1,
            ('}', _) => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ('>', Some(inside)) if !inside.ends_with('=') => {
                words.extend(spoken(inside).map(|value| Text { value, line }));
                tag = None;
                said = Text { value: String::new(), line };
            }
            (_, Some(inside)) => inside.push(letter),
            ('<', None) => {
                words.push(said.clone());
                tag = Some(String::new());
            }
            (_, None) => said.value.push(letter),
        }
        line += usize::from(letter == '\n');
    }
    words.push(said);
    words.retain(|text| text.value.chars().any(char::is_alphabetic));
    for text in &mut words {
        text.value = text.value.trim().to_owned();
    }
    words
}

/// The literal values of spoken attributes in the inside of a tag.
fn spoken(inside: &str) -> impl Iterator<Item = String> {
    SPOKEN.iter().filter_map(move |name| {
        let (before, rest) = inside.split_once(&format!("{name}=\""))?;
        let alone = before.ends_with(char::is_whitespace);
        let value = rest.split('"').next().filter(|_| alone)?;
        Some(value.to_owned())
    })
}

/// The text with `<tag …>…</tag>` turned into empty lines.
fn without_block(text: &str, tag: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, block)) = rest.split_once(&format!("<{tag}")) {
        let (block, after) = block.split_once(&format!("</{tag}>")).unwrap_or((block, ""));
        kept.push_str(before);
        kept.extend(block.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(texts: &[Text]) -> Vec<&str> {
        texts.iter().map(|text| text.value.as_str()).collect()
    }

    #[test]
    fn comments_become_spaces_and_an_address_in_a_string_stays() {
        let source = read("a(); // 文\n/* 文\n文 */ b('https://x'); <!-- 文 --> c()");
        assert!(!source.code.contains('文'));
        assert_eq!(source.code.lines().count(), 3, "a finding must point at the right line");
        assert_eq!(source.strings, [Text { value: "https://x".into(), line: 3 }]);
    }

    #[test]
    fn quotes_in_a_regular_expression_begin_no_string() {
        let source = read("const a = /[\"'/]/u; b('c');");
        assert_eq!(values(&source.strings), ["c"]);
    }

    #[test]
    fn words_in_markup_are_found_and_code_is_not() {
        let markup = "<script lang=\"ts\">\nconst a = 'x';\n</script>\n<p class=\"big\">Hello {name} there</p>\n<b>{t('a-b')}</b> ·\n<style>p { color: red }</style>";
        let found = markup_words(&read(markup).code);
        assert_eq!(values(&found), ["Hello  there"]);
    }

    #[test]
    fn a_spoken_attribute_with_words_of_its_own_is_found() {
        let markup = "<button aria-label=\"Close\" data-title=\"x\" title={t('close')} onclick={() => a > b}>×</button>";
        assert_eq!(values(&markup_words(markup)), ["Close"]);
    }
}
