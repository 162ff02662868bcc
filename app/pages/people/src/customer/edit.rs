//! A customer's details, what is internal about it, and its people: the page where staff keeps them.

use super::{
    combined_form::{carry_internal, details_first},
    end,
    internal::{self, InternalTyped},
    people,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, conflict, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{customer::Customer, id::CustomerId};
use coplan_usecases::{
    Error, Portal,
    customer::{self, CustomerAdminView, CustomerForm, InternalForm, show_for_staff},
    form::{FieldProblem, Form as _},
    merge::differ,
};
use leptos::prelude::*;

/// What was typed into the two forms of the page and why it was not kept; what is kept now where nothing was typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) details: Option<CustomerForm>,
    pub(super) details_theirs: Option<Customer>,
    pub(super) internal: Option<InternalTyped>,
    pub(super) problems: Vec<FieldProblem>,
}

/// Shows the page.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, StatusCode::OK, Typed::default(), done).await
}

/// Changes the details; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let (form, internal) = details_first(&pairs).ok_or(PageError::BadRequest)?;
    let internal = internal.map(|yours| InternalTyped { yours, theirs: None });
    let (status, typed) = match customer::change(&portal, context.actor()?, customer, &form).await {
        Ok(()) => return kept(&portal, &context, customer, Typed { internal, ..Typed::default() }).await,
        Err(Error::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Typed { details: Some(form), internal, problems, ..Typed::default() })
        }
        Err(Error::Stale(theirs)) => {
            let details_theirs = Some(*theirs);
            (StatusCode::CONFLICT, Typed { details: Some(form), details_theirs, internal, ..Typed::default() })
        }
        Err(error) => return Err(error.into()),
    };
    draw(&portal, &context, customer, status, typed, None).await
}

/// The answer to what was kept: the page anew, or with what was typed for the other half and is not kept.
pub(super) async fn kept(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    left: Typed,
) -> Result<Response, PageError> {
    let view = show_for_staff(portal, context.actor()?, customer).await?.ok_or(PageError::NotFound)?;
    let details = left.details.as_ref().is_some_and(|typed| differ(typed, &CustomerForm::of(&view.customer)));
    let internal = left.internal.as_ref().is_some_and(|typed| differ(&typed.yours, &InternalForm::of(&view.internal)));
    if details || internal {
        return draw(portal, context, customer, StatusCode::OK, left, Some(Flash::Changed)).await;
    }
    Ok(Redirect::to(&Flash::Changed.on(&links::customer::edit(customer))).into_response())
}

/// The page as an answer.
pub(super) async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    status: StatusCode,
    typed: Typed,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let view = show_for_staff(portal, context.actor()?, customer).await?.ok_or(PageError::NotFound)?;
    let frame = CustomerLayout::load(portal, context, customer).await?;
    let goes_on = end::load(portal, context, &view).await?;
    let (words, now, by) = (&context.words, portal.clock.now(), context.actor()?.person());
    layout::answer_long(context, status, view.members.len() * people::ROW_BYTES, || {
        let end = end::sheet(words, &view, &goes_on, &typed.problems, words.day_of(now));
        let around = (people::sheet(words, &view, now), frame.contact_card(words), end);
        let place = format!("internal {customer} {by}");
        let main = main(words, &view, typed, (done, &place), around);
        frame.page(say!(words, "customer-edit-title"), "page", main)
    })
    .await
}

fn main(
    words: &Words,
    view: &CustomerAdminView,
    typed: Typed,
    (done, place): (Option<Flash>, &str),
    (people, contact, end): (AnyView, AnyView, AnyView),
) -> AnyView {
    let fields = [CustomerForm::FIELDS, InternalForm::FIELDS].concat();
    let summary = problem::summary(words, &fields, &typed.problems);
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::portfolio::list()>{say!(words, "nav-customers")}</a>
                <a href=links::plan::show(view.customer.id)>{view.customer.name.clone()}</a>
            </nav>
            <h1>{say!(words, "customer-edit-title")}</h1>
            {done.and_then(|flash| told(words, &view.customer.name, flash))}
            {summary}
        </div>
        <div class="page-main">
            {people}
            {both(words, view, typed, place)}
            <section class="sheet" aria-labelledby="h-template">
                <h2 id="h-template">{say!(words, "plan-template-title")}</h2>
                <p>{say!(words, "plan-template-text")}</p>
                <p class="actions"><a class="button" href=links::project::save_plan_template(view.customer.id)>{say!(words, "project-template-save")}</a></p>
            </section>
            {end}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// The company and what is internal about it; or, where somebody else has changed one of them, that one alone, with
/// what was typed for the other unseen in it.
fn both(words: &Words, view: &CustomerAdminView, typed: Typed, place: &str) -> AnyView {
    let details = typed.details.unwrap_or_else(|| CustomerForm::of(&view.customer));
    let (yours, theirs) = internal::typed(view, typed.internal);
    if let Some(theirs) = typed.details_theirs {
        let address = links::customer::edit(theirs.id);
        let form = FormView::new(words, &details, &[]);
        let both = Conflict::new(details, CustomerForm::of(&theirs), address.clone(), address);
        return conflict(&form, Conflict { along: carry_internal(&yours), ..both });
    }
    if let Some(theirs) = theirs {
        return internal::conflict_page(words, view, yours, &theirs, &details);
    }
    let details = FormView::new(words, &details, &typed.problems);
    view! {
        <form class="page-main" method="post" action=links::customer::edit(view.customer.id)>
            <section class="sheet" aria-labelledby="h-details">
                <h2 id="h-details">{say!(words, "customer-details")}</h2>
                <div class="form">
                    {details.all()}
                    <div class="actions"><button class="button main">{say!(words, "save")}</button></div>
                </div>
            </section>
            {internal::sheet(words, view, &yours, &typed.problems, place)}
        </form>
    }
    .into_any()
}

fn told(words: &Words, name: &str, flash: Flash) -> Option<AnyView> {
    let name = name.to_owned();
    let said = match flash {
        Flash::Created => say!(words, "customer-done-created", name = name),
        Flash::Changed => say!(words, "customer-done-changed"),
        Flash::Ended => say!(words, "customer-done-ended", name = name),
        Flash::Resumed => say!(words, "customer-done-resumed", name = name),
        Flash::Removed => say!(words, "customer-done-removed"),
        _ => return None,
    };
    Some(view! { <div class="notice good" role="status"><p>{said}</p></div> }.into_any())
}
