//! Text that people type, with its bounds: a value that exists is fit to be kept and shown.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Why a typed text cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing that can be seen.
    #[error("empty")]
    Empty,
    /// Longer than the bound, both counted in characters.
    #[error("{length} characters, at most {limit}")]
    TooLong {
        /// Characters typed.
        length: usize,
        /// Characters that fit.
        limit: usize,
    },
}

/// The most characters a name, a title or an outcome may have.
pub const LINE_LIMIT: usize = 200;
/// The most characters a message or a reason may have.
pub const PROSE_LIMIT: usize = 20_000;

fn bounded(text: String, limit: usize) -> Result<String, TextProblem> {
    let length = text.chars().count();
    if !text.chars().any(is_visible) {
        Err(TextProblem::Empty)
    } else if length > limit {
        Err(TextProblem::TooLong { length, limit })
    } else {
        Ok(text)
    }
}

/// One line of 1 to 200 characters: a name, a title, an outcome. Inner white space is single, and nothing in it turns
/// the direction of what stands around it or hides: two names that look alike are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// Takes what was typed, trimmed and on one line.
    ///
    /// # Errors
    /// [`TextProblem`] where nothing or too much was typed.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        bounded(one_line(typed), LINE_LIMIT).map(Self)
    }

    /// The same, where nothing typed means none.
    ///
    /// # Errors
    /// [`TextProblem::TooLong`].
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, TextProblem> {
        optional(Self::parse(typed))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Several lines, 1 to 20,000 characters: a message, a reason, a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(String);

impl Prose {
    /// Takes what was typed, with line ends as `\n` and without white space around it.
    ///
    /// # Errors
    /// [`TextProblem`] where nothing or too much was typed.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        let text = without_controls(&typed.replace("\r\n", "\n"));
        bounded(text.trim().to_owned(), PROSE_LIMIT).map(Self)
    }

    /// The same, where nothing typed means an empty text.
    ///
    /// # Errors
    /// [`TextProblem::TooLong`].
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, TextProblem> {
        optional(Self::parse(typed))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

impl From<Prose> for String {
    fn from(prose: Prose) -> Self {
        prose.0
    }
}

fn optional<T>(parsed: Result<T, TextProblem>) -> Result<Option<T>, TextProblem> {
    match parsed {
        Ok(text) => Ok(Some(text)),
        Err(TextProblem::Empty) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// The most characters of a search that are read.
const SEARCH_LIMIT: usize = 100;

/// What somebody searches for: at most 100 characters, without what no text has.
#[must_use]
pub fn search(typed: &str) -> String {
    without_controls(typed).trim().chars().take(SEARCH_LIMIT).collect()
}

/// Letters that Unicode does not take apart into a plain letter and its mark, and what each is looked for by.
const PLAIN: [(char, &str); 15] = [
    ('æ', "ae"),
    ('ð', "d"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('ø', "o"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('ſ', "s"),
    ('þ', "th"),
    ('ŧ', "t"),
    ('ƒ', "f"),
];

/// How a text is looked for: in small letters, without the marks above, below and through them. Where that changes,
/// `app/store/src/summary.rs` has another version.
#[must_use]
pub fn folded(text: &str) -> String {
    let letters = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars()).flat_map(char::to_lowercase);
    letters.fold(String::with_capacity(text.len()), |mut folded, letter| {
        match PLAIN.iter().find(|(known, _)| *known == letter) {
            Some((_, plain)) => folded.push_str(plain),
            // Unicode's combining diacritical marks.
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None => folded.push(letter),
        }
        folded
    })
}

/// What is seen of a text, in one line: no letter in it turns the direction of others or hides.
#[must_use]
pub fn one_line(typed: &str) -> String {
    let shown: String = without_controls(typed).chars().filter(|c| !is_invisible(*c) || shapes_neighbours(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// PostgreSQL's TEXT cannot hold NUL, and no reader needs other control characters than line end and tab.
fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !is_invisible(c)
}

/// What is drawn as nothing: Unicode's `Default_Ignorable_Code_Point`, the marks of annotations, and the empty pattern
/// of Braille.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What is invisible itself and says how its neighbours are drawn: the joiner that makes one picture of several emoji,
/// the non-joiner, and the variation selectors.
fn shapes_neighbours(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(Line::parse("  a\r\n b \0").map(|l| l.0), Ok("a b".to_owned()));
        assert_eq!(one_line("within \u{202e}setunim\u{202c} or \u{200b}paid"), "within setunim or paid");
        assert_eq!(Line::parse(" \n"), Err(TextProblem::Empty));
    }

    #[test]
    fn a_hundred_thousand_characters_are_told_by_number() {
        let typed = "ä".repeat(100_000);
        assert_eq!(Prose::parse(&typed), Err(TextProblem::TooLong { length: 100_000, limit: PROSE_LIMIT }));
    }

    #[test]
    fn a_search_is_short_and_has_no_controls() {
        assert_eq!(search(" \0ky\0lmä\n"), "kylmä");
        assert_eq!(search(&"ö".repeat(1_000)).chars().count(), SEARCH_LIMIT);
    }

    #[test]
    fn a_name_is_found_however_its_letters_are_typed() {
        assert_eq!(folded("Björk & Åström"), "bjork & astrom");
        assert_eq!(folded("SATAMAKYLMÄ Oy 1042"), "satamakylma oy 1042");
        assert_eq!(folded("Bjo\u{308}rk"), "bjork", "the mark behind its letter");
        assert_eq!(folded("Ærø Łódź"), "aero lodz");
        for (name, typed) in [
            ("Ķekavas Siltums SIA", "kekavas"),
            ("Țara SRL", "tara"),
            ("Weiß & Söhne GmbH", "weiss"),
            ("WEIẞ", "weiß"),
            ("IŞIK Mühendislik", "ışık"),
            ("İstanbul", "istanbul"),
            ("Ħal Qormi", "hal"),
            ("Ěščř", "escr"),
            ("ﬁnn", "finn"),
        ] {
            assert!(folded(name).contains(&folded(typed)), "{name}: {}", folded(name));
        }
    }

    #[test]
    fn what_cannot_be_seen_is_no_text() {
        for typed in
            ["\u{200b}", "\u{2060} \u{feff}", "\u{200d}", "\u{fe0f}", "\u{202e}\u{2066}", "\u{3164}", "\u{ad}\n", "\u{2800}"]
        {
            assert_eq!(Line::parse(typed), Err(TextProblem::Empty), "{typed:?}");
            assert_eq!(Prose::parse(typed), Err(TextProblem::Empty), "{typed:?}");
            assert_eq!(Prose::parse_optional(typed), Ok(None), "{typed:?}");
        }
    }

    #[test]
    fn a_line_hides_nothing_and_turns_nothing_around() {
        let typed = "An\u{200b}na \u{202e}oh\u{ad}A\u{2066}\u{200f}\u{e0041} \u{2060}";
        assert_eq!(Line::parse(typed).map(|l| l.0), Ok("Anna ohA".to_owned()));
    }

    #[test]
    fn a_line_keeps_what_shapes_emoji_and_letters() {
        for typed in ["👩\u{200d}🔧 ❤\u{fe0f}", "می\u{200c}خواهم", "葛\u{e0100}城"] {
            assert_eq!(Line::parse(typed).map(|l| l.0).as_deref(), Ok(typed));
        }
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(Prose::parse("a\r\n\r\nb\n").map(|p| p.0), Ok("a\n\nb".to_owned()));
    }
}
