//! Language, time zone and phone: what everybody chooses for itself.

use super::Shown;
use crate::{
    http::{context::RequestContext, errors::PageError, flash::Flash},
    links,
    parts::{
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        field::Field,
        labels, problem,
    },
    say,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::person::Language;
use coplan_usecases::{
    Error, Portal,
    account::{Own, SettingsForm, change_settings},
    form::FieldProblem,
};
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct SettingsFields {
    language: String,
    time_zone: String,
    phone: String,
    version: i64,
    was: String,
}

impl SettingsFields {
    /// What is kept now.
    pub(super) fn of(me: &Own) -> Self {
        let SettingsForm { language, time_zone, phone, version, was } = SettingsForm::of(me);
        Self { language, time_zone, phone, version, was }
    }

    fn form(self) -> SettingsForm {
        let Self { language, time_zone, phone, version, was } = self;
        SettingsForm { language, time_zone, phone, version, was }
    }
}

/// Keeps the settings; the answer is in the new language.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Form(fields): Form<SettingsFields>,
) -> Result<Response, PageError> {
    match change_settings(&portal, context.actor()?, &fields.clone().form()).await {
        Ok(()) => Ok(Redirect::to(&Flash::Settings.on(&links::account::show())).into_response()),
        Err(Error::Invalid(problems)) => {
            let shown = Shown { fields: Some(fields), problems, ..Shown::default() };
            super::again(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
        Err(Error::Stale(theirs)) => {
            let clash = Some(difference(&context.words, fields.form(), &theirs, portal.clock.now()));
            super::again(&portal, &context, StatusCode::CONFLICT, Shown { clash, ..Shown::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What was typed beside what an admin, the customer's keeper or another window has made of it meanwhile.
fn difference(words: &Words, mine: SettingsForm, theirs: &Own, now: Timestamp) -> AnyView {
    let theirs = SettingsForm::of(theirs);
    let places = words.time_zones(&[&mine.time_zone, &theirs.time_zone], now);
    let languages = LANGUAGES.map(|(language, name)| (language.as_str(), name.to_owned())).to_vec();
    let asks = vec![
        ConflictField { name: "language", label: say!(words, "account-language"), kind: ConflictKind::OneOf(languages) },
        ConflictField { name: "time_zone", label: say!(words, "account-time-zone"), kind: ConflictKind::Listed(places) },
        ConflictField { name: "phone", label: say!(words, "account-phone"), kind: ConflictKind::Line },
    ];
    let (action, leave) = (links::account::settings(), links::account::show());
    conflict(words, Conflict { mine, theirs, asks, besides: Vec::new(), action, leave })
}

/// The form.
pub(super) fn sheet(words: &Words, fields: &SettingsFields, problems: &[FieldProblem], now: Timestamp) -> AnyView {
    let zone = Field {
        name: "time_zone",
        label: say!(words, "account-time-zone"),
        hint: Some(say!(words, "account-time-zone-hint")),
        value: fields.time_zone.clone(),
        problem: problem::of(words, problems, "time_zone"),
        ..Field::default()
    };
    let phone = Field {
        name: "phone",
        label: say!(words, "account-phone"),
        value: fields.phone.clone(),
        problem: problem::of(words, problems, "phone"),
        autocomplete: Some("tel"),
        ..Field::default()
    };
    view! {
        <section class="sheet" aria-labelledby="h-settings">
            <h2 id="h-settings">{say!(words, "account-settings")}</h2>
            <form class="form" method="post" action=links::account::settings()>
                {problem::summary(words, &labels::ACCOUNT, problems)}
                <input type="hidden" name="version" value=fields.version/>
                <input type="hidden" name="was" value=fields.was.clone()/>
                {languages(words, &fields.language, problem::of(words, problems, "language"))}
                {zone.select(words.time_zones(&[&fields.time_zone], now))}
                {phone.input("tel")}
                <div class="actions"><button type="submit" class="button main">{say!(words, "save")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Each language by its own name.
const LANGUAGES: [(Language, &str); 3] = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")];

fn languages(words: &Words, chosen: &str, problem: Option<String>) -> AnyView {
    let choices = LANGUAGES.map(|(language, name)| {
        let code = language.as_str();
        view! {
            <label class="choice"><input type="radio" name="language" value=code checked=code == chosen/><span lang=code>{name}</span></label>
        }
    });
    view! {
        <fieldset class="choices across" id="language">
            <legend>{say!(words, "account-language")}</legend>
            {choices.into_iter().collect_view()}
            {problem.map(|problem| view! { <p class="error">{problem}</p> })}
        </fieldset>
    }
    .into_any()
}
