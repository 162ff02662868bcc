//! A new customer, in somebody's hands from its first moment.

use super::fields::DetailsForm;
use crate::{
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout,
    layout::Page,
    layout::customer::staff_links,
    links,
    pages::{project_editor::form_actions, staff_options},
    parts::{field::Field, labels, problem},
    say,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    customer::{CreateCustomerForm, create_customer},
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
/// [`PageError::NotFound`] for whoever may not create customers.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let id = CustomerId(new_ulid(portal.clock.now(), &*portal.rng));
    let colleagues = colleagues(&portal, &context).await?;
    let form = NewForm { id: id.to_string(), responsible: context.actor()?.person().to_string(), details: DetailsForm::blank() };
    Ok(layout::ok(&context, || page(&context, &form, &colleagues, &[])))
}

/// Creates the customer and shows it; or shows the form again with what is wrong.
///
/// # Errors
/// [`PageError::NotFound`] for whoever may not create customers.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Form(form): Form<NewForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let id = form.id.parse().map_err(|_| PageError::NotFound)?;
    let asked = CreateCustomerForm { id, details: form.details.typed(), responsible: form.responsible.clone() };
    match create_customer(&portal, actor, &asked).await {
        Ok(id) => Ok(Redirect::to(&Flash::Created.on(&links::customer::edit(id))).into_response()),
        Err(Error::Invalid(problems)) => {
            let colleagues = colleagues(&portal, &context).await?;
            let page = || page(&context, &form, &colleagues, &problems);
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Who could have the new customer: id and words of each; nothing for whoever may not create one.
async fn colleagues(portal: &Portal, context: &RequestContext) -> Result<Vec<(String, String)>, PageError> {
    if !context.staff()?.keeps_plans() {
        return Err(PageError::NotFound);
    }
    let colleagues = staff::list_colleagues(portal, context.actor()?).await?.ok_or(PageError::NotFound)?;
    Ok(colleagues.iter().map(staff_options::option).collect())
}

fn page(context: &RequestContext, form: &NewForm, colleagues: &[(String, String)], problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "portfolio-new");
    let responsible = Field {
        name: "responsible",
        label: say!(words, "customer-responsible"),
        hint: Some(say!(words, "customer-responsible-hint")),
        value: form.responsible.clone(),
        problem: problem::of(words, problems, "responsible"),
        autocomplete: None,
    };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::portfolio::list()>{say!(words, "nav-customers")}</a></nav>
            <h1>{title.clone()}</h1>
            {problem::summary(words, &labels::CUSTOMER, problems)}
        </div>
        <section class="sheet" aria-label=title.clone()>
            <form class="form" method="post" action=links::customer::new()>
                <input type="hidden" name="id" value=form.id.clone()/>
                {form.details.fields(words, problems)}
                {responsible.select(colleagues.to_vec())}
                {form_actions(words, links::portfolio::list(), say!(words, "customer-create"))}
            </form>
        </section>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}
