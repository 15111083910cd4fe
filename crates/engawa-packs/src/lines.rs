//! Where in a file a value stands: an error names its line, so that an editor can go there.

use toml::de::{DeTable, DeValue};

/// The line, from 1, of a byte of a text.
pub fn line_at(text: &str, byte: usize) -> usize {
    1 + text.get(..byte).unwrap_or(text).matches('\n').count()
}

/// The line of the value at a path such as `request.places[0].screen`; where the file has no such value, of the nearest
/// one around it. `None` where the file cannot be read, or has nothing of the path.
pub fn line_of(text: &str, path: &str) -> Option<usize> {
    let tree = DeTable::parse(text).ok()?;
    let mut table = Some(tree.get_ref());
    let mut value: Option<&DeValue<'_>> = None;
    let mut found = None;
    for step in steps(path) {
        match step {
            Step::Key(key) => {
                let inside = value.map_or(table, |value| value.as_table());
                let Some((key, next)) = inside.and_then(|inside| inside.get_key_value(key)) else { break };
                found = Some(key.span().start);
                (table, value) = (None, Some(next.get_ref()));
            }
            Step::Nth(nth) => {
                let Some(next) = value.and_then(|value| value.as_array()).and_then(|values| values.get(nth))
                else {
                    break;
                };
                found = Some(next.span().start);
                (table, value) = (None, Some(next.get_ref()));
            }
        }
    }
    found.map(|byte| line_at(text, byte))
}

enum Step<'a> {
    Key(&'a str),
    Nth(usize),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').flat_map(|part| {
        let (key, nths) = part.split_once('[').map_or((part, ""), |(key, nths)| (key, nths));
        let nths = nths.split(['[', ']']).filter_map(|nth| nth.parse().ok()).map(Step::Nth);
        std::iter::once(Step::Key(key)).chain(nths)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "id = \"a\"\n\n[contact]\nshape = { kind = \"free\" }\n\n[[timers]]\nid = \"one\"\n\n[[timers]]\nid = \"two\"\nstops = [\n  \"x\",\n  \"y\",\n]\n";

    #[test]
    fn a_value_is_found_on_its_line() {
        for (path, line) in [
            ("id", 1),
            ("contact.shape", 4),
            ("contact.shape.kind", 4),
            ("timers[0].id", 7),
            ("timers[1].id", 10),
            ("timers[1].stops[1]", 13),
        ] {
            assert_eq!(line_of(FILE, path), Some(line), "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_looked_for_where_it_should_stand() {
        assert_eq!(line_of(FILE, "contact.cite.source"), Some(3), "in its table");
        assert_eq!(line_of(FILE, "timers[7].id"), Some(6), "in its list");
        assert_eq!(line_of(FILE, "fee.tiers"), None);
        assert_eq!(line_of("id = ", "id"), None);
    }

    #[test]
    fn no_path_makes_the_search_fail() {
        proptest::proptest!(|(path in "[a-z.\\[\\]0-9]{0,30}")| {
            let _ = line_of(FILE, &path);
        });
    }
}
