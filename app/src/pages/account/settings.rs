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

/// Where our readers mostly live, each with the key of its name; whoever lives elsewhere keeps the zone it has.
const ZONES: [(&str, &str); 33] = [
    ("Atlantic/Reykjavik", "zone-reykjavik"),
    ("Europe/Dublin", "zone-dublin"),
    ("Europe/Lisbon", "zone-lisbon"),
    ("Europe/London", "zone-london"),
    ("Europe/Amsterdam", "zone-amsterdam"),
    ("Europe/Berlin", "zone-berlin"),
    ("Europe/Brussels", "zone-brussels"),
    ("Europe/Copenhagen", "zone-copenhagen"),
    ("Europe/Luxembourg", "zone-luxembourg"),
    ("Europe/Madrid", "zone-madrid"),
    ("Europe/Oslo", "zone-oslo"),
    ("Europe/Paris", "zone-paris"),
    ("Europe/Prague", "zone-prague"),
    ("Europe/Rome", "zone-rome"),
    ("Europe/Stockholm", "zone-stockholm"),
    ("Europe/Vienna", "zone-vienna"),
    ("Europe/Warsaw", "zone-warsaw"),
    ("Europe/Zurich", "zone-zurich"),
    ("Europe/Athens", "zone-athens"),
    ("Europe/Bucharest", "zone-bucharest"),
    ("Europe/Helsinki", "zone-helsinki"),
    ("Europe/Kyiv", "zone-kyiv"),
    ("Europe/Mariehamn", "zone-mariehamn"),
    ("Europe/Riga", "zone-riga"),
    ("Europe/Tallinn", "zone-tallinn"),
    ("Europe/Vilnius", "zone-vilnius"),
    ("Europe/Istanbul", "zone-istanbul"),
    ("Asia/Dubai", "zone-dubai"),
    ("Asia/Singapore", "zone-singapore"),
    ("Asia/Tokyo", "zone-tokyo"),
    ("America/New_York", "zone-new-york"),
    ("America/Chicago", "zone-chicago"),
    ("America/Los_Angeles", "zone-los-angeles"),
];

/// What a time zone is called.
pub(crate) fn zone(words: &Words, zone: &str) -> String {
    let known = ZONES.iter().find(|(known, _)| *known == zone);
    known.map_or_else(|| zone.rsplit('/').next().unwrap_or(zone).replace('_', " "), |(_, key)| words.say(key))
}

/// Each place, in the order of its names, with the time that its clocks show, by which people know theirs.
fn zones(words: &Words, present: &str, now: Timestamp) -> Vec<(String, String)> {
    let zones = ZONES.iter().map(|(zone, _)| *zone);
    let other = (!present.is_empty() && zones.clone().all(|zone| zone != present)).then_some(present);
    let clock = |zone: &str| Words::new(words.language(), zone).clock(now);
    let place = |id: &str| (id.to_owned(), format!("{}, {}", zone(words, id), clock(id)));
    let mut places: Vec<_> = other.into_iter().chain(zones).map(place).collect();
    places.sort_by(|(_, a), (_, b)| a.cmp(b));
    places
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
