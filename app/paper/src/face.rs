//! The two faces that documents are set in: Noto Sans, cut to the Latin, Greek and Cyrillic letters.

use krilla::text::Font;
use std::{borrow::Cow, sync::LazyLock};

static REGULAR: LazyLock<Option<Face>> = LazyLock::new(|| Face::read(include_bytes!("../fonts/NotoSans-Regular.ttf")));
static BOLD: LazyLock<Option<Face>> = LazyLock::new(|| Face::read(include_bytes!("../fonts/NotoSans-Bold.ttf")));

/// What stands for a letter that the faces do not have.
const MISSING: char = '?';

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A face.
pub(crate) struct Face {
    letters: ttf_parser::Face<'static>,
    pub(crate) font: Font,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { letters: ttf_parser::Face::parse(bytes, 0).ok()?, font: Font::new(bytes.into(), 0)? })
    }

    /// The face of this weight; none where the file is none, which the tests would have shown.
    pub(crate) fn of(weight: Weight) -> Option<&'static Self> {
        match weight {
            Weight::Regular => REGULAR.as_ref(),
            Weight::Bold => BOLD.as_ref(),
        }
    }

    /// How wide a text stands at this size, both in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |letter| self.letters.glyph_index(letter).and_then(|glyph| self.letters.glyph_hor_advance(glyph));
        let units: f32 = text.chars().filter_map(advance).map(f32::from).sum();
        units * size / f32::from(self.letters.units_per_em())
    }

    /// A text with only such letters as the face has; what is not to be seen is left out.
    pub(crate) fn readable<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let is_known = |letter| self.letters.glyph_index(letter).is_some();
        let is_seen = |letter: char| !letter.is_control() && !is_invisible(letter);
        if text.chars().all(|letter| is_seen(letter) && is_known(letter)) {
            return Cow::Borrowed(text);
        }
        let seen = text.chars().filter(|letter| is_seen(*letter));
        Cow::Owned(seen.map(|letter| if is_known(letter) { letter } else { MISSING }).collect())
    }
}

/// Marks of direction and joiners, which have no shape of their own.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
