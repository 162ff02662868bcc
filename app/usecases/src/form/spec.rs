//! The table of a form: each field with its kind, its label, its hint and its choices.
//!
//! Labels, hints and choices are keys of the words; the pages check them at compile time.

use crate::password;
use coplan_domain::{
    person::EMAIL_LIMIT,
    text::{LINE_LIMIT, PROSE_LIMIT},
};

/// One field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its name in the form.
    pub name: &'static str,
    /// How it is filled.
    pub kind: Kind,
    /// The key of its label; empty for what goes along unseen.
    pub label: &'static str,
    /// The key of what helps to answer.
    pub hint: Option<&'static str>,
    /// What a browser may fill in (`autocomplete` of HTML).
    pub autocomplete: Option<&'static str>,
    /// Whether it is drawn in one row with the field before it.
    pub is_beside: bool,
    /// Whether its choices are drawn one below the other.
    pub is_stacked: bool,
}

/// How a field is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Not at all: it goes along unseen.
    Hidden,
    /// With one line.
    Line,
    /// With several lines.
    Prose,
    /// With a day.
    Day,
    /// With an e-mail address.
    Email,
    /// With a phone number.
    Phone,
    /// With one of a few choices, all of them open to see.
    Choice(&'static [Choice]),
    /// With one of many choices, in a list that opens. The page hands in those that only it knows.
    Listed(&'static [Choice]),
    /// With a time zone.
    TimeZone,
    /// With several of a few choices.
    Several(&'static [Choice]),
    /// With yes or no.
    Tick,
    /// With yes, and only where something looks wrong and could be right all the same.
    Confirm,
    /// With a password.
    Password,
    /// With the six digits of a code.
    Digits,
    /// With a secret that has letters too and may be read while it is typed.
    SecretLine,
}

/// One that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: &'static str,
    /// What it is called.
    pub word: Word,
    /// The key of what it means, where its name alone does not say.
    pub hint: Option<&'static str>,
}

/// What a choice is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// By the words of this key.
    Key(&'static str),
    /// By the customer's name.
    Customer,
    /// By the supplier's name.
    Supplier,
    /// By a number.
    Number(&'static str),
    /// A language by its own name, which is written in the language that the value stands for.
    Language(&'static str),
}

impl Choice {
    /// A choice with the key of its name.
    pub(crate) const fn new(value: &'static str, key: &'static str) -> Self {
        Self::called(value, Word::Key(key))
    }

    /// A choice that is called otherwise.
    pub(crate) const fn called(value: &'static str, word: Word) -> Self {
        Self { value, word, hint: None }
    }

    /// The same with the key of what it means.
    pub(crate) const fn hint(self, key: &'static str) -> Self {
        Self { hint: Some(key), ..self }
    }
}

impl FieldSpec {
    const fn new(kind: Kind, label: &'static str) -> Self {
        Self { name: "", kind, label, hint: None, autocomplete: None, is_beside: false, is_stacked: false }
    }

    /// A field that goes along unseen.
    pub(crate) const fn hidden(name: &'static str) -> Self {
        Self::new(Kind::Hidden, "").named(name)
    }

    /// The same with its name in the form.
    pub(crate) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same with the key of what helps to answer.
    pub(crate) const fn hint(self, key: &'static str) -> Self {
        Self { hint: Some(key), ..self }
    }

    /// The same with what a browser may fill in.
    pub(crate) const fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: Some(what), ..self }
    }

    /// The same in one row with the field before it.
    pub(crate) const fn beside(self) -> Self {
        Self { is_beside: true, ..self }
    }

    /// The same with its choices one below the other.
    pub(crate) const fn stacked(self) -> Self {
        Self { is_stacked: true, ..self }
    }

    /// Whether people see it.
    #[must_use]
    pub const fn is_seen(&self) -> bool {
        !matches!(self.kind, Kind::Hidden)
    }

    /// Whether its content is never sent to a browser.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Password | Kind::Digits | Kind::SecretLine)
    }

    /// The most characters that are taken; none where its choices or its form set the bounds.
    #[must_use]
    pub const fn limit(&self) -> Option<usize> {
        match self.kind {
            Kind::Line | Kind::Phone => Some(LINE_LIMIT),
            Kind::Prose => Some(PROSE_LIMIT),
            Kind::Email => Some(EMAIL_LIMIT),
            Kind::Password => Some(password::LONGEST),
            _ => None,
        }
    }

    /// What can be chosen, as far as it is known beforehand.
    #[must_use]
    pub const fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::Choice(choices) | Kind::Listed(choices) | Kind::Several(choices) => choices,
            _ => &[],
        }
    }
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $name:ident = $kind:ident;)+) => {
        $($(#[$meta])* pub(crate) const fn $name(label: &'static str) -> FieldSpec {
            FieldSpec::new(Kind::$kind, label)
        })+
    };
}

kinds! {
    /// One line.
    line = Line;
    /// Several lines.
    prose = Prose;
    /// A day.
    day = Day;
    /// An e-mail address.
    email = Email;
    /// A phone number.
    phone = Phone;
    /// A time zone.
    time_zone = TimeZone;
    /// Yes or no.
    tick = Tick;
    /// That what looks wrong is right all the same.
    confirm = Confirm;
    /// A password.
    password = Password;
    /// The six digits of a code.
    digits = Digits;
    /// A secret with letters too.
    secret_line = SecretLine;
}

/// One of a few.
pub(crate) const fn one_of(label: &'static str, choices: &'static [Choice]) -> FieldSpec {
    FieldSpec::new(Kind::Choice(choices), label)
}

/// One of a list.
pub(crate) const fn listed(label: &'static str, choices: &'static [Choice]) -> FieldSpec {
    FieldSpec::new(Kind::Listed(choices), label)
}

/// Several of a few.
pub(crate) const fn several(label: &'static str, choices: &'static [Choice]) -> FieldSpec {
    FieldSpec::new(Kind::Several(choices), label)
}
