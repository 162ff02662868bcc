//! Words in the reader's language, and days, numbers and sums in the reader's way.

mod format;
pub mod keys;
mod short;
mod time_zones;

pub use format::{Lasted, days_between};

use coplan_domain::person::Language;
pub use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};
use jiff::tz::TimeZone;
use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

static_loader! {
    static WORDS = {
        locales: "./words",
        fallback_language: "en",
        // The three languages run in one direction; the marks would stand in mails and in copied text.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static EN: LanguageIdentifier = fluent_templates::langid!("en");
static FI: LanguageIdentifier = fluent_templates::langid!("fi");
static SV: LanguageIdentifier = fluent_templates::langid!("sv");

/// What was said without values, by language: a page asks for a hundred of these, and finding one among the messages
/// costs more than drawing it.
static PLAIN: [LazyLock<RwLock<HashMap<String, String>>>; 3] = [const { LazyLock::new(RwLock::default) }; 3];

/// A reader's words.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    zone: TimeZone,
}

impl Words {
    /// The words for a language and an IANA time zone.
    #[must_use]
    pub fn new(language: Language, time_zone: &str) -> Self {
        Self { language, zone: TimeZone::get(time_zone).unwrap_or(TimeZone::UTC) }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The `lang` of what somebody wrote in this language (WCAG 2.2 3.1.2); none where it is the reader's own.
    #[must_use]
    pub fn foreign(&self, language: Language) -> Option<&'static str> {
        (language != self.language).then(|| language.as_str())
    }

    /// The words for a key.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        let said = &PLAIN[self.language as usize];
        if let Some(words) = said.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return words.clone();
        }
        let words = WORDS.lookup(self.id(), key);
        said.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), words.clone());
        words
    }

    /// The words for a key with values; see [`crate::say!`].
    #[must_use]
    pub fn say_with(&self, key: &str, values: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
        // The languages are complete, which a test holds, so no other has to be looked through.
        WORDS.lookup_single_language(self.id(), key, Some(values)).unwrap_or_else(|_| key.to_owned())
    }

    fn id(&self) -> &'static LanguageIdentifier {
        match self.language {
            Language::En => &EN,
            Language::Fi => &FI,
            Language::Sv => &SV,
        }
    }
}

/// `say!(words, "key")` and `say!(words, "key", name = value, ..)`: the words for a key, with values where its sentence
/// takes some. The compiler checks the key and the names of the values.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:literal $(,)?) => {
        $words.say(const { $crate::words::keys::checked($key, &[]) })
    };
    ($words:expr, $key:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $words.say_with(
            const { $crate::words::keys::checked($key, &[$(stringify!($name)),+]) },
            &::std::collections::HashMap::from([$((
                ::std::borrow::Cow::Borrowed(stringify!($name)),
                $crate::words::FluentValue::from($value),
            )),+]),
        )
    };
}

/// `key!("key")`: the key of words that take no values, to be said later; checked by the compiler.
#[macro_export]
macro_rules! key {
    ($key:literal) => {
        const { $crate::words::keys::Key::checked($key) }
    };
}

/// The language a browser asks for, of those we speak; English where it asks for none of them.
#[must_use]
pub fn preferred(accept_language: &str) -> Language {
    let mut asked: Vec<(f32, Language)> = accept_language
        .split(',')
        .filter_map(|part| {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let language = tag.trim().split('-').next()?.to_ascii_lowercase().parse().ok()?;
            Some((weight.trim().parse().unwrap_or(0.0), language))
        })
        .collect();
    asked.sort_by(|a, b| b.0.total_cmp(&a.0));
    asked.first().map_or(Language::En, |(_, language)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_first_wish_that_we_speak_is_followed() {
        assert_eq!(preferred("sv-FI,sv;q=0.9,fi;q=0.8"), Language::Sv);
        assert_eq!(preferred("de,fi;q=0.5,en;q=0.4"), Language::Fi);
        assert_eq!(preferred("de"), Language::En);
        assert_eq!(preferred(""), Language::En);
    }

    #[test]
    fn a_value_stands_in_its_sentence() {
        let words = Words::new(Language::Fi, "Europe/Helsinki");
        assert_eq!(say!(words, "error-reference", code = "K7"), "Viitekoodi: K7");
    }
}
