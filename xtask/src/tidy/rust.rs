//! Rust source as a flat run of tokens: comments, documentation and tests are gone, each token knows its line.

use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word: `unwrap`, `Result`, `fn`.
    Word,
    /// A mark, brackets included: `.`, `<`, `(`.
    Mark,
    /// A string, with its quotes taken off; escapes are left as they are written.
    Text,
    /// A number, a character, a lifetime.
    Other,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// How it is written.
    pub text: String,
    /// Counted from 1.
    pub line: usize,
}

impl Token {
    /// Whether it is exactly this word or mark.
    pub fn is(&self, text: &str) -> bool {
        matches!(self.kind, Kind::Word | Kind::Mark) && self.text == text
    }
}

/// The tokens of a file without tests and documentation; none when it is no Rust, which the compiler tells better than we could.
pub fn product_tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    if let Ok(stream) = TokenStream::from_str(source) {
        flatten(stream, &mut tokens);
    }
    tokens
}

/// Where the tokens read exactly so, word by word; `_` stands for any one token.
pub fn places<'a>(tokens: &'a [Token], pattern: &'a [&'a str]) -> impl Iterator<Item = &'a Token> {
    tokens.windows(pattern.len()).filter_map(move |window| {
        let fits = window.iter().zip(pattern).all(|(token, wanted)| *wanted == "_" || token.is(wanted));
        window.first().filter(|_| fits)
    })
}

/// The files and folders that `#[cfg(test)] mod name;` in this file brings in, as beginnings of paths.
pub fn test_files(path: &str, source: &str) -> Vec<String> {
    let Ok(stream) = TokenStream::from_str(source) else {
        return Vec::new();
    };
    let folder = ["/mod.rs", "/lib.rs", "/main.rs"].iter().find_map(|end| path.strip_suffix(end));
    let folder = folder.or_else(|| path.strip_suffix(".rs")).unwrap_or(path);
    let trees = without_visibility(stream);
    let mut found = Vec::new();
    for window in trees.windows(5) {
        let [
            TokenTree::Punct(_),
            TokenTree::Group(attribute),
            TokenTree::Ident(keyword),
            TokenTree::Ident(name),
            TokenTree::Punct(end),
        ] = window
        else {
            continue;
        };
        if marks_a_test(attribute) && keyword == "mod" && end.as_char() == ';' {
            found.extend([format!("{folder}/{name}.rs"), format!("{folder}/{name}/")]);
        }
    }
    found
}

/// The tokens of a file without `pub` and `pub(crate)`, which change nothing in what a file is for.
fn without_visibility(stream: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        if matches!(&tree, TokenTree::Ident(word) if word == "pub") {
            trees.next_if(
                |next| matches!(next, TokenTree::Group(scope) if scope.delimiter() == Delimiter::Parenthesis),
            );
        } else {
            kept.push(tree);
        }
    }
    kept
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        if let TokenTree::Punct(mark) = &tree
            && mark.as_char() == '#'
        {
            let inner = trees
                .next_if(|next| matches!(next, TokenTree::Punct(mark) if mark.as_char() == '!'))
                .is_some();
            if let Some(TokenTree::Group(attribute)) = trees.next_if(is_bracketed) {
                if marks_a_test(&attribute) {
                    if inner {
                        return; // `#![cfg(test)]`: all of this file is a test
                    }
                    skip_item(&mut trees);
                } else if !first_word_is(&attribute, "doc") {
                    flatten(attribute.stream(), tokens);
                }
                continue;
            }
        }
        push(tree, tokens);
    }
}

fn push(tree: TokenTree, tokens: &mut Vec<Token>) {
    let line = tree.span().start().line;
    match tree {
        TokenTree::Group(group) => {
            let (open, close) = brackets(&group);
            let end = group.span_close().start().line;
            tokens.push(Token { kind: Kind::Mark, text: open.to_owned(), line });
            flatten(group.stream(), tokens);
            tokens.push(Token { kind: Kind::Mark, text: close.to_owned(), line: end });
        }
        TokenTree::Ident(word) => tokens.push(Token { kind: Kind::Word, text: word.to_string(), line }),
        TokenTree::Punct(mark) => {
            tokens.push(Token { kind: Kind::Mark, text: mark.as_char().to_string(), line });
        }
        TokenTree::Literal(literal) => {
            let written = literal.to_string();
            let token = match (written.find('"'), written.rfind('"')) {
                (Some(from), Some(to)) if from < to && !written.starts_with('\'') => Token {
                    kind: Kind::Text,
                    text: written.get(from + 1..to).unwrap_or_default().to_owned(),
                    line,
                },
                _ => Token { kind: Kind::Other, text: written, line },
            };
            tokens.push(token);
        }
    }
}

fn brackets(group: &Group) -> (&'static str, &'static str) {
    match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

fn is_bracketed(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

fn first_word_is(attribute: &Group, word: &str) -> bool {
    matches!(attribute.stream().into_iter().next(), Some(TokenTree::Ident(first)) if first == word)
}

/// `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, …))]`; not `#[cfg(not(test))]`.
fn marks_a_test(attribute: &Group) -> bool {
    let written: String = attribute.stream().to_string().split_whitespace().collect();
    let only_in_tests = written.starts_with("cfg(") && names_test(&written) && !written.contains("not(test)");
    written == "test" || written.ends_with("::test") || only_in_tests
}

/// Whether `test` stands there as a word; in quotes it is the name of a feature.
fn names_test(written: &str) -> bool {
    written
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '"')
        .any(|word| word == "test")
}

/// Drops the item that follows an attribute: up to its body or its semicolon.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(mark) if mark.as_char() == ';' => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> String {
        product_tokens(source).iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_documentation_and_tests_are_gone() {
        let source = "/// Says 文.\nfn a() {} // 文\n#[cfg(test)]\nmod tests { fn b() {} }\n#[test]\nfn c() {}\nfn d() {}";
        assert_eq!(words(source), "fn a ( ) { } fn d ( ) { }");
    }

    #[test]
    fn code_that_is_left_out_of_tests_is_product() {
        assert!(words("#[cfg(not(test))]\nfn a() {}").contains("fn a"));
        assert!(words("#[cfg(feature = \"test\")]\nfn a() {}").contains("fn a"));
    }

    #[test]
    fn a_module_of_tests_is_known_whoever_may_see_it() {
        let source = "#[cfg(test)]\npub(crate) mod samples;\n#[cfg(test)]\nmod tests;\npub mod words;";
        let files = test_files("crates/a/src/standing/mod.rs", source);
        assert_eq!(files.iter().filter(|file| file.ends_with(".rs")).count(), 2);
        assert!(files.contains(&"crates/a/src/standing/samples.rs".to_owned()));
    }

    #[test]
    fn strings_are_told_from_words_and_know_their_line() {
        let tokens = product_tokens("fn a() {\n    say(r#\"unwrap\"#);\n}");
        let text = tokens.iter().find(|token| token.kind == Kind::Text);
        assert_eq!(text, Some(&Token { kind: Kind::Text, text: "unwrap".into(), line: 2 }));
        assert_eq!(places(&tokens, &["unwrap"]).count(), 0);
    }

    #[test]
    fn a_pattern_matches_word_by_word() {
        let tokens = product_tokens("fn a() -> Result<Day, String> { x.unwrap() }");
        assert_eq!(places(&tokens, &[".", "unwrap", "("]).count(), 1);
        assert_eq!(places(&tokens, &["Result", "<", "_", ",", "String", ">"]).count(), 1);
    }
}
