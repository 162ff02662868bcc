//! The forms of what a person sets for itself.

use crate::{
    form::{FromField, Problem, form, one_of, password, phone, tick, time_zone},
    merge::Edit,
    staff::LANGUAGES,
};
use coplan_domain::{person::Language, phone::Phone};
use coplan_store::person::Own;
use jiff::tz;

/// The IANA name of a time zone.
pub struct TimeZone(pub String);

impl FromField for TimeZone {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        let name = typed.trim();
        tz::TimeZone::get(name).map(|_| Self(name.to_owned())).map_err(|_| Problem::NotOneOf)
    }
}

form! {
    /// What a person has chosen for itself.
    ReadSettings {
        /// The language it wants to read.
        language: Language = one_of("account-language", LANGUAGES),
        /// The time zone it lives in.
        time_zone: TimeZone = time_zone("account-time-zone").hint("account-time-zone-hint"),
        /// Where a call reaches it; empty for nowhere.
        phone: Option<Phone> = phone("account-phone").autocomplete("tel"),
        /// Whether others are told which discussion it has open.
        is_seen: bool = tick("account-is-seen").hint("account-is-seen-hint"),
    }

    /// What a person types of itself.
    edit SettingsForm {}
}

form! {
    _ {
        /// The password that holds.
        present: String = password("password-present").autocomplete("current-password"),
        /// The one that is to hold.
        new: String = password("password-new").hint("password-hint").autocomplete("new-password"),
    }

    /// Another password as it was typed.
    plain PasswordForm {}
}

impl SettingsForm {
    /// What a person has chosen, as its form is drawn.
    #[must_use]
    pub fn of(own: &Own) -> Self {
        let person = &own.person;
        Self {
            version: own.version,
            was: String::new(),
            language: person.language.to_string(),
            time_zone: person.time_zone.clone(),
            phone: person.phone.clone().unwrap_or_default(),
            is_seen: own.is_seen,
        }
        .seen()
    }
}
