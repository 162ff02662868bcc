//! The forms of the supplier's people.

use crate::{
    form::{Choice, FromField, Problem, Word, choices, email, form, line, listed, one_of, phone, several, tick},
    merge::Edit,
};
use coplan_domain::{
    id::PersonId,
    person::{Email, Language, StaffRole},
    phone::Phone,
    text::Line,
};
use coplan_store::staff::{StaffChange, StaffEntry};
use std::collections::BTreeSet;

/// Each language by its own name.
pub(crate) const LANGUAGES: &[Choice] = &[
    Choice::called(Language::Fi.as_str(), Word::Language("Suomi")),
    Choice::called(Language::Sv.as_str(), Word::Language("Svenska")),
    Choice::called(Language::En.as_str(), Word::Language("English")),
];

const ROLES: &[Choice] = &[
    Choice::new(StaffRole::Admin.as_str(), "role-admin").hint("role-admin-about"),
    Choice::new(StaffRole::Manager.as_str(), "role-manager").hint("role-manager-about"),
    Choice::new(StaffRole::Specialist.as_str(), "role-specialist").hint("role-specialist-about"),
    Choice::new(StaffRole::Director.as_str(), "role-director").hint("role-director-about"),
];

/// The languages that somebody speaks, each once.
pub struct Spoken(pub Vec<Language>);

impl FromField for Spoken {
    type Raw = Vec<String>;

    fn from_field(typed: &Self::Raw) -> Result<Self, Problem> {
        let mut languages = choices(typed)?;
        languages.sort_unstable();
        languages.dedup();
        Ok(Self(languages))
    }
}

form! {
    /// What is said of a colleague.
    ReadStaff {
        /// First and last name.
        name: Line = line("staff-name").autocomplete("off"),
        /// Where mail reaches it; it signs in with this.
        email: Email = email("sign-in-email").autocomplete("off"),
        /// What it is called at work.
        title: Line = line("staff-title").autocomplete("off"),
        /// What it may do.
        role: StaffRole = one_of("staff-role", ROLES).stacked(),
        /// Whether it sees sums.
        sums: bool = tick("staff-sums").hint("staff-sums-about"),
        /// The customers that it sees, by number or segment; empty for all.
        reach: Option<Line> = line("staff-reach").hint("staff-reach-about").autocomplete("off"),
        /// The languages it speaks.
        speaks: Spoken = several("staff-speaks", LANGUAGES),
        /// Where a call reaches it; empty for nowhere.
        phone: Option<Phone> = phone("account-phone").autocomplete("off"),
    }

    /// A new colleague as it was typed.
    plain AddStaffForm {} + {
        /// The language of its pages and mails, until it chooses another.
        language: Language = listed("staff-reads", LANGUAGES),
    }

    /// A colleague as it was typed.
    edit ChangeStaffForm {}
}

form! {
    _ {
        /// Who has all of it from now on; empty where nobody was chosen.
        to: PersonId = listed("responsible-to", &[]),
    }

    /// Handing over all that a colleague has, as it was chosen.
    plain HandOverAllForm {}
}

form! {
    _ {
        /// Whether the second factor goes with the password.
        second_factor: bool = tick("staff-reset-factor").hint("staff-reset-factor-about"),
    }

    /// A new password for a colleague, as it was asked for.
    plain ResetForm {}
}

impl AddStaffForm {
    /// What most new colleagues are.
    #[must_use]
    pub fn suggested(language: Language) -> Self {
        Self { language: language.to_string(), role: StaffRole::Manager.to_string(), sums: true, ..Self::default() }
    }
}

impl ChangeStaffForm {
    /// A colleague as its form is drawn.
    #[must_use]
    pub fn of(entry: &StaffEntry) -> Self {
        let staff = &entry.staff;
        Self {
            version: entry.version,
            was: String::new(),
            name: staff.person.name.clone(),
            email: staff.person.email.clone(),
            title: staff.title.clone(),
            role: staff.role.to_string(),
            sums: entry.sums,
            reach: entry.reach.join(", "),
            speaks: staff.speaks.iter().map(ToString::to_string).collect(),
            phone: staff.person.phone.clone().unwrap_or_default(),
        }
        .seen()
    }
}

/// What stands between commas, each once, in order.
pub(super) fn words(typed: Option<&Line>) -> Vec<String> {
    let words = typed.map_or("", Line::as_str).split(',').map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
}

impl From<ReadStaff> for StaffChange {
    fn from(read: ReadStaff) -> Self {
        let ReadStaff { name, email, title, role, sums, reach, speaks, phone } = read;
        let (speaks, phone, reach) = (speaks.0, phone.map(String::from), words(reach.as_ref()));
        Self { name: name.into(), email: email.into(), role, title: title.into(), speaks, phone, sums, reach }
    }
}
