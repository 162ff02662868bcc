//! A new customer, in somebody's hands from its first moment.

use super::fields::DetailsForm;
use crate::{
    failure::Failure,
    pages::{colleague, desk::keep, frame::staff_links},
    parts::{field::Field, labels, problem},
    shell,
    shell::Page,
    visitor::Visitor,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{chance::new_ulid, id::CustomerId};
use coplan_usecases::{
    Portal,
    customer::{CreateCustomerError, CreateCustomerForm, create_customer},
    form::FieldProblem,
    staff,
};
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed of a new customer.
#[derive(Debug, Clone, Deserialize)]
pub struct NewForm {
    id: String,
    #[serde(default)]
    responsible: String,
    #[serde(flatten)]
    details: DetailsForm,
}

/// Shows the form.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not create customers.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let id = CustomerId(new_ulid(portal.clock.now(), &*portal.chance));
    let colleagues = colleagues(&portal, &visitor).await?;
    let form = NewForm { id: id.to_string(), responsible: visitor.actor()?.person().to_string(), details: DetailsForm::blank() };
    Ok(shell::ok(&visitor, || page(&visitor, &form, &colleagues, &[])))
}

/// Creates the customer and shows it; or shows the form again with what is wrong.
///
/// # Errors
/// [`Failure::NotFound`] for whoever may not create customers.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<NewForm>) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let id = form.id.parse().map_err(|_| Failure::NotFound)?;
    let asked = CreateCustomerForm { id, details: form.details.typed(), responsible: form.responsible.clone() };
    match create_customer(&portal, actor, &asked).await {
        Ok(id) => Ok(Redirect::to(&format!("/c/{id}/edit?done=created")).into_response()),
        Err(CreateCustomerError::NotFound) => Err(Failure::NotFound),
        Err(CreateCustomerError::Fault(fault)) => Err(fault.into()),
        Err(CreateCustomerError::Invalid(problems)) => {
            let colleagues = colleagues(&portal, &visitor).await?;
            let page = || page(&visitor, &form, &colleagues, &problems);
            Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// Who could have the new customer: id and words of each; nothing for whoever may not create one.
async fn colleagues(portal: &Portal, visitor: &Visitor) -> Result<Vec<(String, String)>, Failure> {
    if !visitor.staff()?.keeps_plans() {
        return Err(Failure::NotFound);
    }
    let colleagues = staff::list_colleagues(portal, visitor.actor()?).await?.ok_or(Failure::NotFound)?;
    Ok(colleagues.iter().map(colleague::option).collect())
}

fn page(visitor: &Visitor, form: &NewForm, colleagues: &[(String, String)], problems: &[FieldProblem]) -> Page {
    let words = &visitor.words;
    let title = words.say("portfolio-new");
    let responsible = Field {
        name: "responsible",
        label: words.say("customer-responsible"),
        hint: Some(words.say("customer-responsible-hint")),
        value: form.responsible.clone(),
        problem: problem::of(words, problems, "responsible"),
        autocomplete: None,
    };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("way-back")><a href="/customers">{words.say("nav-customers")}</a></nav>
            <h1>{title.clone()}</h1>
            {problem::summary(words, &labels::CUSTOMER, problems)}
        </div>
        <section class="sheet" aria-label=title.clone()>
            <form class="form" method="post" action="/customers/new">
                <input type="hidden" name="id" value=form.id.clone()/>
                {form.details.fields(words, problems)}
                {responsible.select(colleagues.to_vec())}
                {keep(words, "/customers".to_owned(), words.say("customer-create"))}
            </form>
        </section>
    };
    Page { links: staff_links(visitor), ..Page::plain(title, "page narrow", main.into_any()) }
}
