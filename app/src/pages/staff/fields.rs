//! The fields of a colleague that the forms for adding and for changing share.

use super::role_word;
use crate::{
    parts::{field::Field, problem},
    say,
    words::Words,
};
use coplan_domain::person::{Language, StaffPerson, StaffRole};
use coplan_usecases::form::FieldProblem;
use leptos::prelude::*;
use serde::Deserialize;

/// What the forms send.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct StaffFields {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) role: String,
    pub(super) title: String,
    pub(super) language: String,
    pub(super) speaks_fi: String,
    pub(super) speaks_sv: String,
    pub(super) speaks_en: String,
    pub(super) version: i64,
    pub(super) was: String,
}

impl StaffFields {
    /// What is kept of a colleague now.
    pub(super) fn of(staff: &StaffPerson, version: i64) -> Self {
        let person = staff.person.clone();
        let speaks = |language| if staff.speaks.contains(&language) { "yes".to_owned() } else { String::new() };
        Self {
            name: person.name,
            email: person.email,
            phone: person.phone.unwrap_or_default(),
            role: staff.role.as_str().to_owned(),
            title: staff.title.clone(),
            language: person.language.as_str().to_owned(),
            speaks_fi: speaks(Language::Fi),
            speaks_sv: speaks(Language::Sv),
            speaks_en: speaks(Language::En),
            version,
            was: String::new(),
        }
    }

    fn spoken(&self) -> [(Language, &'static str, bool); 3] {
        [
            (Language::Fi, "speaks_fi", !self.speaks_fi.is_empty()),
            (Language::Sv, "speaks_sv", !self.speaks_sv.is_empty()),
            (Language::En, "speaks_en", !self.speaks_en.is_empty()),
        ]
    }

    /// The languages that were ticked.
    pub(super) fn speaks(&self) -> Vec<String> {
        self.spoken().into_iter().filter(|(_, _, ticked)| *ticked).map(|(language, ..)| language.as_str().to_owned()).collect()
    }

    /// A field of one line.
    pub(super) fn input(
        name: &'static str,
        label: String,
        value: &str,
        kind: &'static str,
        words: &Words,
        problems: &[FieldProblem],
    ) -> AnyView {
        let problem = problem::of(words, problems, name);
        Field { name, label, value: value.to_owned(), problem, autocomplete: Some("off"), ..Field::default() }.input(kind)
    }

    /// The address of a colleague who is here already.
    pub(super) fn known_email(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        Field {
            name: "email",
            label: say!(words, "sign-in-email"),
            hint: Some(say!(words, "staff-email-moves")),
            value: self.email.clone(),
            problem: problem::of(words, problems, "email"),
            autocomplete: Some("off"),
        }
        .input("email")
    }

    /// What is asked of every colleague: what it is, what it may do, what it speaks, where a call reaches it.
    pub(super) fn common(&self, words: &Words, problems: &[FieldProblem]) -> AnyView {
        view! {
            {Self::input("title", say!(words, "staff-title"), &self.title, "text", words, problems)}
            {self.role(words, problem::of(words, problems, "role"))}
            {self.languages(words, problem::of(words, problems, "speaks"))}
            {Self::input("phone", say!(words, "account-phone"), &self.phone, "tel", words, problems)}
        }
        .into_any()
    }

    fn role(&self, words: &Words, problem: Option<String>) -> AnyView {
        let choices = StaffRole::ALL.iter().map(|role| {
            let code = role.as_str();
            let about = match role {
                StaffRole::Admin => say!(words, "role-admin-about"),
                StaffRole::Manager => say!(words, "role-manager-about"),
                StaffRole::Specialist => say!(words, "role-specialist-about"),
            };
            view! {
                <label class="choice">
                    <input type="radio" name="role" value=code checked=self.role == code/>
                    <span>{role_word(words, *role)}<span class="hint">{about}</span></span>
                </label>
            }
        });
        view! {
            <fieldset class="choices" id="role">
                <legend>{say!(words, "staff-role")}</legend>
                {problem.map(|problem| view! { <p class="error">{problem}</p> })}
                {choices.collect_view()}
            </fieldset>
        }
        .into_any()
    }

    fn languages(&self, words: &Words, problem: Option<String>) -> AnyView {
        let choices = self.spoken().map(|(language, name, ticked)| {
            let word = match language {
                Language::En => "English",
                Language::Fi => "Suomi",
                Language::Sv => "Svenska",
            };
            view! {
                <label class="choice">
                    <input type="checkbox" name=name value="yes" checked=ticked/>
                    <span lang=language.as_str()>{word}</span>
                </label>
            }
        });
        view! {
            <fieldset class="choices across" id="speaks">
                <legend>{say!(words, "staff-speaks")}</legend>
                {problem.map(|problem| view! { <p class="error">{problem}</p> })}
                {choices.into_iter().collect_view()}
            </fieldset>
        }
        .into_any()
    }
}
