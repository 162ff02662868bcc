//! `/me/emails`: what a person wants to be told by email right away.

use super::{find_frame, own_page, told};
use crate::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page, customer::CustomerLayout},
    links,
    pages::project_editor::form_actions,
    say,
    words::Words,
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    mail_choice::{self, MailChoiceForm},
};
use leptos::prelude::*;

/// Shows what is chosen.
///
/// # Errors
/// [`PageError`] where nobody is in.
pub async fn get(State(portal): State<Portal>, context: RequestContext, done: Option<Flash>) -> Result<Response, PageError> {
    let form = mail_choice::show(&portal, context.actor()?).await?;
    let said = done.and_then(|flash| told(&context.words, flash));
    let frame = find_frame(&portal, &context).await?;
    Ok(layout::ok(&context, || page(&context, frame, &form, said, &[])))
}

/// Keeps the choice.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<MailChoiceForm>,
) -> Result<Response, PageError> {
    match mail_choice::choose(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Settings.on(&links::account::mail_choice())).into_response()),
        Err(Error::Invalid(problems)) => {
            let frame = find_frame(&portal, &context).await?;
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, frame, &form, None, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(
    context: &RequestContext,
    frame: Option<CustomerLayout>,
    form: &MailChoiceForm,
    said: Option<String>,
    problems: &[FieldProblem],
) -> Page {
    let words = &context.words;
    let title = say!(words, "mail-choice-title");
    let hours = (0..24).map(|hour| (hour.to_string(), format!("{hour}:00"))).collect();
    let view = FormView::new(words, form, problems).entries(hours);
    let summary = problem::summary(words, MailChoiceForm::FIELDS, problems);
    // The supplier's people have their own day's page; news go to the customers' people.
    let fields = if context.staff().is_ok() {
        let view =
            view.label("messages", say!(words, "mail-choice-staff")).hint("messages", say!(words, "mail-choice-staff-hint"));
        view.but(&["news"])
    } else {
        view.all()
    };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::account::show()>{say!(words, "account-title")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "mail-choice-text")}</p>
            {summary}
            {said.map(|said| view! { <div class="notice good" role="status"><p>{said}</p></div> })}
        </div>
        <form class="sheet form" method="post" action=links::account::mail_choice()>
            {fields}
            {form_actions(words, links::account::show(), say!(words, "save"))}
        </form>
    };
    match frame {
        Some(frame) => frame.page(title, "page narrow", main.into_any()),
        None => own_page(context, title, "page narrow", main.into_any()),
    }
}

/// The way there, on the person's own page.
pub(super) fn sheet(words: &Words) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-emails">
            <h2 id="h-emails">{say!(words, "mail-choice-title")}</h2>
            <p>{say!(words, "mail-choice-text")}</p>
            <div class="actions"><a class="button" href=links::account::mail_choice()>{say!(words, "account-password-change")}</a></div>
        </section>
    }
    .into_any()
}
