//! A page that is written from tags of ours and texts of others, and never takes one for the other: a tag can only be a text of
//! this program's source, and everything else is escaped.

/// The page so far.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// Tags, as they stand in the source.
    pub fn tags(&mut self, tags: &'static str) -> &mut Self {
        self.0.push_str(tags);
        self
    }

    /// A text, whatever is in it.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' => self.0.push(letter),
                // No browser agrees with another about the rest.
                letter if letter.is_control() => self.0.push('\u{FFFD}'),
                letter => self.0.push(letter),
            }
        }
        self
    }

    /// A text between two tags.
    pub fn within(&mut self, begin: &'static str, text: &str, end: &'static str) -> &mut Self {
        self.tags(begin).text(text).tags(end)
    }

    /// Words of somebody, exactly as they stand. Marks that turn the direction of a line end with them.
    pub fn words(&mut self, words: &str) -> &mut Self {
        self.within("<blockquote><bdi>", words, "</bdi></blockquote>")
    }

    /// A line of a table with a name and what belongs to it.
    pub fn pair(&mut self, name: &str, value: &str) -> &mut Self {
        self.within("<tr><th scope=\"row\">", name, "</th>").within("<td><bdi>", value, "</bdi></td></tr>\n")
    }

    /// The page.
    pub fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_becomes_a_tag() {
        let mut html = Html::default();
        html.tags("<p>").text("<script>alert('&\"')</script>\0\u{85}").tags("</p>");
        assert_eq!(
            html.done(),
            "<p>&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;\u{FFFD}\u{FFFD}</p>"
        );
    }
}
