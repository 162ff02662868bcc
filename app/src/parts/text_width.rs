//! About how wide a text is drawn, for placing words where no browser can be asked.

/// The width of a text in em, in the sans-serif fonts that the style sheet names; rather too wide than too narrow.
#[must_use]
pub fn em(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// How far a letter moves on. Noto Sans is the widest of the fonts by a little; its figures, rounded up by kind of letter.
fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '’' | '!' | '|' | 'i' | 'j' | 'l' => 0.28,
        'f' | 't' | 'r' | 'I' | 'J' | '-' | '(' | ')' | '/' | '‹' | '›' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.95,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 0.75,
        '0'..='9' => 0.58,
        letter if letter.is_ascii() || letter.is_lowercase() => 0.62,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_word_is_narrower_than_a_wide_one() {
        assert!(em("till") < em("tomo"));
        assert!(em("tomo") < em("WOMM"));
        assert!(em("") == 0.0 && em("日本") > em("ab"));
    }
}
