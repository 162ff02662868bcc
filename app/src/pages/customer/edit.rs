//! A customer's details, what is internal about it, and its people: the page where staff keeps them.

use super::{
    end,
    fields::DetailsForm,
    internal::{self, InternalTyped},
    people,
};
use crate::{
    failure::Failure,
    pages::{frame::Frame, path::At},
    parts::{labels, problem},
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{customer::Customer, id::CustomerId};
use coplan_usecases::{
    Portal,
    customer::{ChangeCustomerError, CustomerAdminView, change_customer, show_for_staff},
    form::FieldProblem,
};
use leptos::prelude::*;
use serde::Deserialize;

/// What was just done, told on top.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What was typed into the two forms of the page and why it was not kept; what is kept now where nothing was typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) details: Option<DetailsForm>,
    pub(super) details_theirs: Option<Customer>,
    pub(super) internal: Option<InternalTyped>,
    pub(super) problems: Vec<FieldProblem>,
}

/// Shows the page.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    draw(&portal, &visitor, customer, StatusCode::OK, Typed::default(), &done.done).await
}

/// Changes the details; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Form(form): Form<DetailsForm>,
) -> Result<Response, Failure> {
    let (status, typed) = match change_customer(&portal, visitor.actor()?, customer, &form.typed()).await {
        Ok(()) => return Ok(Redirect::to(&format!("/c/{customer}/edit?done=changed")).into_response()),
        Err(ChangeCustomerError::NotFound) => return Err(Failure::NotFound),
        Err(ChangeCustomerError::Fault(fault)) => return Err(fault.into()),
        Err(ChangeCustomerError::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Typed { details: Some(form), problems, ..Typed::default() })
        }
        Err(ChangeCustomerError::Stale(theirs)) => {
            (StatusCode::CONFLICT, Typed { details: Some(form), details_theirs: Some(*theirs), ..Typed::default() })
        }
    };
    draw(&portal, &visitor, customer, status, typed, "").await
}

/// The page as an answer.
pub(super) async fn draw(
    portal: &Portal,
    visitor: &Visitor,
    customer: CustomerId,
    status: StatusCode,
    typed: Typed,
    done: &str,
) -> Result<Response, Failure> {
    let view = show_for_staff(portal, visitor.actor()?, customer).await?.ok_or(Failure::NotFound)?;
    let frame = Frame::load(portal, visitor, customer).await?;
    let goes_on = end::load(portal, visitor, &view).await?;
    let (words, now) = (&visitor.words, portal.clock.now());
    Ok(shell::answer(visitor, status, || {
        let around = (people::sheet(words, &view, now), frame.contact_card(words));
        let end = end::sheet(words, &view, &goes_on, &typed.problems, words.day_of(now));
        let main = main(words, &view, typed, done, around, end);
        frame.page(words.say("customer-edit-title"), "page", main)
    }))
}

fn main(
    words: &Words,
    view: &CustomerAdminView,
    typed: Typed,
    done: &str,
    (people, contact): (AnyView, AnyView),
    end: AnyView,
) -> AnyView {
    let details = typed.details.unwrap_or_else(|| DetailsForm::of(&view.customer));
    let details = match typed.details_theirs {
        Some(theirs) => details.versus(words, &theirs),
        None => company(words, view, &details, &typed.problems),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("way-back")>
                <a href="/customers">{words.say("nav-customers")}</a>
                <a href=format!("/c/{}", view.customer.id)>{view.customer.name.clone()}</a>
            </nav>
            <h1>{words.say("customer-edit-title")}</h1>
            {told(words, &view.customer.name, done)}
            {problem::summary(words, &labels::CUSTOMER, &typed.problems)}
        </div>
        <div class="page-main">
            {people}
            {details}
            {internal::sheet(words, view, typed.internal, &typed.problems)}
            {end}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn company(words: &Words, view: &CustomerAdminView, details: &DetailsForm, problems: &[FieldProblem]) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-details">
            <h2 id="h-details">{words.say("customer-details")}</h2>
            <form class="form" method="post" action=format!("/c/{}/edit", view.customer.id)>
                {details.fields(words, problems)}
                <div class="deeds"><button class="button main">{words.say("save")}</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn told(words: &Words, name: &str, done: &str) -> Option<AnyView> {
    let name = name.to_owned();
    let said = match done {
        "created" => say!(words, "customer-done-created", name = name),
        "changed" => words.say("customer-done-changed"),
        "ended" => say!(words, "customer-done-ended", name = name),
        "resumed" => say!(words, "customer-done-resumed", name = name),
        "removed" => words.say("customer-done-removed"),
        _ => return None,
    };
    Some(view! { <div class="notice good" role="status"><p>{said}</p></div> }.into_any())
}
