//! Language, time zone and phone: what everybody chooses for itself.

use super::Shown;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    links, say,
    words::Words,
};
use coplan_usecases::{
    Error, Portal,
    account::{Own, SettingsForm, change_settings},
    form::{FieldProblem, Form},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Keeps the settings; the answer is in the new language.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<SettingsForm>,
) -> Result<Response, PageError> {
    match change_settings(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Settings.on(&links::account::show())).into_response()),
        Err(Error::Invalid(problems)) => {
            let shown = Shown { form: Some(form), problems, ..Shown::default() };
            super::again(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
        Err(Error::Stale(theirs)) => {
            let clash = Some(difference(&context.words, form, &theirs, portal.clock.now()));
            super::again(&portal, &context, StatusCode::CONFLICT, Shown { clash, ..Shown::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What was typed beside what an admin, the customer's keeper or another window has made of it meanwhile.
fn difference(words: &Words, mine: SettingsForm, theirs: &Own, now: Timestamp) -> AnyView {
    let theirs = SettingsForm::of(theirs);
    let places = words.time_zones(&[&mine.time_zone, &theirs.time_zone], now);
    let form = FormView::new(words, &mine, &[]).entries(places);
    let (action, leave) = (links::account::settings(), links::account::show());
    conflict(&form, Conflict::new(mine, theirs, action, leave))
}

/// The form.
pub(super) fn sheet(words: &Words, form: &SettingsForm, problems: &[FieldProblem], now: Timestamp) -> AnyView {
    let view = FormView::new(words, form, problems).entries(words.time_zones(&[&form.time_zone], now));
    view! {
        <section class="sheet" aria-labelledby="h-settings">
            <h2 id="h-settings">{say!(words, "account-settings")}</h2>
            <form class="form" method="post" action=links::account::settings()>
                {problem::summary(words, SettingsForm::FIELDS, problems)}
                {view.all()}
                <div class="actions"><button type="submit" class="button main">{say!(words, "save")}</button></div>
            </form>
        </section>
    }
    .into_any()
}
