//! Letters that are taken for others at a glance.

/// Letters of other scripts and signs that people put where a Latin letter or a digit should be read. Only what a reader
/// takes for it at a glance, in folded (lower) case.
pub(super) const fn seen_as(letter: char) -> char {
    match letter {
        'а' | 'α' | 'ᴀ' => 'a',
        'в' | 'ʙ' => 'b',
        'с' | 'ϲ' | 'ᴄ' => 'c',
        'ԁ' | 'ᴅ' => 'd',
        'е' | 'ε' | 'є' | 'ᴇ' | 'ё' => 'e',
        'ɢ' => 'g',
        'н' | 'ʜ' | 'һ' => 'h',
        'і' | 'ι' | 'ı' | 'ɪ' | 'ӏ' => 'i',
        'ј' | 'ᴊ' => 'j',
        'к' | 'κ' | 'ᴋ' => 'k',
        'ʟ' => 'l',
        'м' | 'ᴍ' => 'm',
        'и' | 'й' | 'η' | 'п' | 'ɴ' => 'n',
        'о' | 'ο' | 'ᴏ' | 'ø' => 'o',
        'р' | 'ρ' | 'ᴘ' => 'p',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' | 'ᴛ' => 't',
        'υ' | 'ᴜ' => 'u',
        'ν' | 'ᴠ' => 'v',
        'ω' | 'ѡ' | 'ԝ' | 'ᴡ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ʏ' => 'y',
        'ᴢ' => 'z',
        // Letters and digits in filled circles and squares, and the letters that flags are made of.
        '\u{1F150}'..='\u{1F169}' => nth(letter, '\u{1F150}', 'a'),
        '\u{1F170}'..='\u{1F189}' => nth(letter, '\u{1F170}', 'a'),
        '\u{1F1E6}'..='\u{1F1FF}' => nth(letter, '\u{1F1E6}', 'a'),
        '❶'..='❾' => nth(letter, '❶', '1'),
        '➀'..='➈' => nth(letter, '➀', '1'),
        '➊'..='➒' => nth(letter, '➊', '1'),
        '⓿' => '0',
        '’' | '‘' | 'ʼ' | '′' => '\'',
        other => other,
    }
}

/// The letter that stands as far behind `to` as `letter` behind `from`.
const fn nth(letter: char, from: char, to: char) -> char {
    match char::from_u32(letter as u32 - from as u32 + to as u32) {
        Some(seen) => seen,
        None => letter,
    }
}
