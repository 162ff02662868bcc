//! Ending a customer, which asks first; and letting an ended one go on, in somebody's hands.

use super::edit::{self, Typed};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links, say,
    shared::{project_editor::confirm_form, staff_options},
    words::Words,
};
use coplan_domain::{id::CustomerId, person::StaffPerson};
use coplan_usecases::{
    Error, Portal,
    customer::{self, CustomerAdminView, ResumeForm},
    form::FieldProblem,
    staff::{self, InCharge},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Ends the customer.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn end(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Redirect, PageError> {
    customer::end(&portal, context.actor()?, customer).await?;
    Ok(Redirect::to(&Flash::Ended.on(&links::customer::edit(customer))))
}

/// Lets the customer go on; or shows the page again where nobody was chosen to have it.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn resume(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<ResumeForm>,
) -> Result<Response, PageError> {
    match customer::resume(&portal, context.actor()?, customer, &form.responsible).await {
        Ok(()) => Ok(Redirect::to(&Flash::Resumed.on(&links::customer::edit(customer))).into_response()),
        Err(Error::Invalid(problems)) => {
            let typed = Typed { problems, ..Typed::default() };
            edit::draw(&portal, &context, customer, StatusCode::UNPROCESSABLE_ENTITY, typed, None).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Who could have an ended customer; nobody is asked for while it goes on.
pub(super) async fn load(
    portal: &Portal,
    context: &RequestContext,
    view: &CustomerAdminView,
) -> Result<Vec<StaffPerson>, PageError> {
    if view.customer.ended_at.is_none() {
        return Ok(Vec::new());
    }
    staff::list_in_charge(portal, context.actor()?, InCharge::Customer(view.customer.id)).await?.ok_or(PageError::NotFound)
}

/// Whether it goes on, and the deed that changes it.
pub(super) fn sheet(
    words: &Words,
    view: &CustomerAdminView,
    colleagues: &[StaffPerson],
    problems: &[FieldProblem],
    today: Date,
) -> AnyView {
    let name = view.customer.name.clone();
    let body = match view.customer.ended_at {
        None => confirm_form(
            say!(words, "customer-end"),
            say!(words, "customer-end-means", name = name.clone()),
            links::customer::end(view.customer.id),
            say!(words, "customer-end-sure", name = name),
        ),
        Some(at) => {
            let since = say!(words, "customer-ended-since", day = words.day(words.day_of(at), today));
            view! { <p>{since}</p>{resume_form(words, view, colleagues, problems)} }.into_any()
        }
    };
    view! {
        <section class="sheet" aria-labelledby="h-end">
            <h2 id="h-end">{say!(words, "customer-goes-on")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn resume_form(words: &Words, view: &CustomerAdminView, colleagues: &[StaffPerson], problems: &[FieldProblem]) -> AnyView {
    let had_it = view.responsible.as_ref().map(|staff| staff.person.id.to_string()).unwrap_or_default();
    let form = FormView::new(words, &ResumeForm { responsible: had_it }, problems);
    let form = form.entries(staff_options::options(words, colleagues, None));
    view! {
        <form class="form" method="post" action=links::customer::resume(view.customer.id)>
            <p>{say!(words, "customer-resume-means")}</p>
            {form.all()}
            <div class="actions"><button class="button">{say!(words, "customer-resume")}</button></div>
        </form>
    }
    .into_any()
}
