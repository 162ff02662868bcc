//! Language, time zone and phone: what everybody chooses for itself.

use crate::{
    failure::Failure,
    parts::{field::Field, labels, problem},
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::person::{Language, Person};
use coplan_usecases::{
    Portal,
    account::{ChangeSettingsError, SettingsForm, change_settings},
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
}

impl SettingsFields {
    /// What is kept now.
    pub(super) fn of(me: &Person) -> Self {
        Self {
            language: me.language.as_str().to_owned(),
            time_zone: me.time_zone.clone(),
            phone: me.phone.clone().unwrap_or_default(),
        }
    }
}

/// Keeps the settings; the answer is in the new language.
///
/// # Errors
/// [`Failure`] where nobody is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    Form(fields): Form<SettingsFields>,
) -> Result<Response, Failure> {
    let typed = fields.clone();
    let form = SettingsForm { language: typed.language, time_zone: typed.time_zone, phone: typed.phone };
    match change_settings(&portal, visitor.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to("/me?done=settings").into_response()),
        Err(ChangeSettingsError::Invalid(problems)) => super::again(&portal, &visitor, &fields, &problems).await,
        Err(ChangeSettingsError::Fault(fault)) => Err(fault.into()),
    }
}

/// Where our readers mostly live; whoever lives elsewhere keeps the zone it has.
const ZONES: [&str; 33] = [
    "Atlantic/Reykjavik",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Copenhagen",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zurich",
    "Europe/Athens",
    "Europe/Bucharest",
    "Europe/Helsinki",
    "Europe/Kyiv",
    "Europe/Mariehamn",
    "Europe/Riga",
    "Europe/Tallinn",
    "Europe/Vilnius",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Asia/Singapore",
    "Asia/Tokyo",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
];

/// Each place with the time that its clocks show, by which people know theirs.
fn zones(words: &Words, present: &str, now: Timestamp) -> Vec<(String, String)> {
    let other = (!present.is_empty() && !ZONES.contains(&present)).then_some(present);
    let place = |zone: &str| {
        let city = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
        (zone.to_owned(), format!("{city}, {}", Words::new(words.language(), zone).clock(now)))
    };
    other.into_iter().chain(ZONES).map(place).collect()
}

/// The form.
pub(super) fn sheet(words: &Words, fields: &SettingsFields, problems: &[FieldProblem], now: Timestamp) -> AnyView {
    let zone = Field {
        name: "time_zone",
        label: words.say("account-time-zone"),
        hint: Some(words.say("account-time-zone-hint")),
        value: fields.time_zone.clone(),
        problem: problem::of(words, problems, "time_zone"),
        ..Field::default()
    };
    let phone = Field {
        name: "phone",
        label: words.say("account-phone"),
        value: fields.phone.clone(),
        problem: problem::of(words, problems, "phone"),
        autocomplete: Some("tel"),
        ..Field::default()
    };
    view! {
        <section class="sheet" aria-labelledby="h-settings">
            <h2 id="h-settings">{words.say("account-settings")}</h2>
            <form class="form" method="post" action="/me/settings">
                {problem::summary(words, &labels::ACCOUNT, problems)}
                {languages(words, &fields.language, problem::of(words, problems, "language"))}
                {zone.select(zones(words, &fields.time_zone, now))}
                {phone.input("tel")}
                <div class="deeds"><button type="submit" class="button main">{words.say("save")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// Each language by its own name.
fn languages(words: &Words, chosen: &str, problem: Option<String>) -> AnyView {
    let choices = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")].map(|(language, name)| {
        let code = language.as_str();
        view! {
            <label class="choice"><input type="radio" name="language" value=code checked=code == chosen/><span lang=code>{name}</span></label>
        }
    });
    view! {
        <fieldset class="choices across" id="language">
            <legend>{words.say("account-language")}</legend>
            {choices.into_iter().collect_view()}
            {problem.map(|problem| view! { <p class="error">{problem}</p> })}
        </fieldset>
    }
    .into_any()
}
