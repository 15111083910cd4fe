//! Keys by their names, as WebDriver wants them.

use serde_json::{Value, json};

/// Names of keys that are no characters, as `KeyboardEvent.key` has them, with the code points of the WebDriver standard
/// (section 15.4.2, "Keyboard actions").
const NAMED: &[(&str, char)] = &[
    ("Backspace", '\u{e003}'),
    ("Tab", '\u{e004}'),
    ("Enter", '\u{e007}'),
    ("Shift", '\u{e008}'),
    ("Control", '\u{e009}'),
    ("Alt", '\u{e00a}'),
    ("Escape", '\u{e00c}'),
    ("Space", ' '),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("ArrowLeft", '\u{e012}'),
    ("ArrowUp", '\u{e013}'),
    ("ArrowRight", '\u{e014}'),
    ("ArrowDown", '\u{e015}'),
    ("Delete", '\u{e017}'),
    ("F5", '\u{e035}'),
];

/// The actions of a chord such as `n`, `Enter` or `Control+Shift+z`: keys go down in the order they are written, and up in the other.
#[track_caller]
pub fn chord(chord: &str) -> Value {
    actions(&strokes(chord))
}

/// The actions of several chords, one after the other, in one message.
#[track_caller]
pub fn presses(chords: &[&str]) -> Value {
    actions(&chords.iter().flat_map(|chord| strokes(chord)).collect::<Vec<_>>())
}

#[track_caller]
fn strokes(chord: &str) -> Vec<Value> {
    // A lone `+` is a key, not a joint.
    let keys: Vec<char> = if chord == "+" { vec!['+'] } else { chord.split('+').map(key).collect() };
    let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
    let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
    down.chain(up).collect()
}

/// The actions that type a text, character by character.
pub fn text(text: &str) -> Value {
    let strokes = text
        .chars()
        .flat_map(|key| [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]);
    actions(&strokes.collect::<Vec<_>>())
}

/// What was pressed or typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A key or a chord: `Enter`, `Control+a`.
    Chord(String),
    /// A text, letter by letter.
    Text(String),
}

/// A chord in the names of the X server: `ctrl+a`.
pub fn for_x(chord: &str) -> String {
    if chord == "+" {
        return "plus".to_owned();
    }
    let keys = chord.split('+').map(|key| match key {
        "Enter" => "Return",
        "Control" => "ctrl",
        "Shift" => "shift",
        "Alt" => "alt",
        "Space" | " " => "space",
        "PageUp" => "Prior",
        "PageDown" => "Next",
        "," => "comma",
        "/" => "slash",
        "?" => "question",
        // All other names are the same, but for the arrows, which go without the word.
        other => other.strip_prefix("Arrow").unwrap_or(other),
    });
    keys.collect::<Vec<_>>().join("+")
}

fn actions(strokes: &[Value]) -> Value {
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})
}

#[track_caller]
fn key(name: &str) -> char {
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return *code;
    }
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) => character,
        _ => panic!("there is no key `{name}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_goes_down_in_order_and_up_in_reverse() {
        let strokes = chord("Control+k")["actions"][0]["actions"].clone();
        let expected = json!([
            {"type": "keyDown", "value": "\u{e009}"}, {"type": "keyDown", "value": "k"},
            {"type": "keyUp", "value": "k"}, {"type": "keyUp", "value": "\u{e009}"},
        ]);
        assert_eq!(strokes, expected);
    }

    #[test]
    fn a_chord_has_another_name_at_the_x_server() {
        let names = ["Control+a", "Shift+Tab", "ArrowRight", "Enter", "g", ","].map(for_x);
        assert_eq!(names, ["ctrl+a", "shift+Tab", "Right", "Return", "g", "comma"]);
    }

    #[test]
    #[should_panic(expected = "there is no key `Entre`")]
    fn a_misspelt_key_is_no_key() {
        chord("Entre");
    }
}
