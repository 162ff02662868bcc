//! `/sign-in/choose/{secret}`: a password is chosen by a one-time link. Looking at it changes nothing, so mail scanners may.

use crate::entry::{EntryPage, let_in, refusal, wait};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page},
    links, say,
};
use coplan_domain::person::Person;
use coplan_usecases::{
    Portal,
    form::FieldProblem,
    password_link::{ChooseError, ChooseForm, choose_password, find_chooser},
    sign_in::{PENDING_LASTS, SignedIn},
};
use leptos::prelude::*;

/// Asks for the password.
///
/// # Errors
/// [`PageError`] where the database cannot be read.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
) -> Result<Response, PageError> {
    Ok(match find_chooser(&portal, &secret).await? {
        Some(person) => {
            let context = context.reading(person.language);
            layout::ok(&context, || page(&context, &secret, &person, &[]))
        }
        None => layout::answer(&context, StatusCode::GONE, || over(&context, &secret)),
    })
}

/// Keeps it, and signs in with it; whoever has no second factor yet is offered one.
///
/// # Errors
/// [`PageError`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(secret): Path<String>,
    Submitted(form): Submitted<ChooseForm>,
) -> Result<Response, PageError> {
    match choose_password(&portal, &secret, &form.new, &context.as_browser()).await {
        Ok(SignedIn::SecondFactorNeeded { pending_secret }) => {
            let to = links::sign_in::second_factor_then(&links::site::home());
            Ok(wait(&context, &pending_secret, PENDING_LASTS, &to))
        }
        Ok(SignedIn::In { device_secret }) => Ok(let_in(&context, &device_secret, &links::account::second_factor())),
        Ok(SignedIn::MustChoose { .. }) | Err(ChooseError::Over) => {
            Ok(layout::answer(&context, StatusCode::GONE, || over(&context, &secret)))
        }
        Err(ChooseError::Invalid(problems)) => {
            let person = find_chooser(&portal, &secret).await?.ok_or(PageError::NotFound)?;
            let context = context.reading(person.language);
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, &secret, &person, &problems)))
        }
        Err(ChooseError::Internal(error)) => Err(error.into()),
    }
}

fn page(context: &RequestContext, secret: &str, person: &Person, problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "choose-title");
    let form = FormView::new(words, &ChooseForm::default(), &[]).problem("new", problem::of(words, problems, "new"));
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "choose-text", email = person.email.clone())}</p>
        <form class="form" method="post" action=links::sign_in::choose(secret) novalidate>
            // For the browser, which saves it together with the password.
            <input type="hidden" autocomplete="username" value=person.email.clone()/>
            {form.all()}
            <button type="submit" class="button main wide">{say!(words, "choose-deed")}</button>
        </form>
    };
    letter(context, title, secret, body.into_any())
}

fn over(context: &RequestContext, secret: &str) -> Page {
    let words = &context.words;
    let title = say!(words, "choose-over-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        {refusal(say!(words, "choose-over-short"), say!(words, "choose-over-text"))}
        <p class="actions"><a class="button main wide" href=links::sign_in::forgot()>{say!(words, "forgot-send")}</a></p>
        <p class="actions"><a class="button wide" href=links::sign_in::password()>{say!(words, "sign-in-staff")}</a></p>
    };
    letter(context, title, secret, body.into_any())
}

fn letter(context: &RequestContext, title: String, secret: &str, body: AnyView) -> Page {
    let kind = say!(context.words, "sign-in-kind", supplier = context.supplier.clone());
    EntryPage { title, kind, here: links::sign_in::choose(secret), body }.page(context)
}
