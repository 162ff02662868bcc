//! A new customer, in somebody's hands from its first moment.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page, customer::staff_links},
    links, say,
    shared::{project_editor::form_actions, staff_options},
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    customer::{self, CreateCustomerForm},
    form::{FieldProblem, Form},
    staff::{self, InCharge},
};
use leptos::prelude::*;

/// Shows the form.
///
/// # Errors
/// [`PageError::NotFound`] for whoever may not create customers.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let id = CustomerId(new_ulid(portal.clock.now(), &*portal.rng));
    let colleagues = colleagues(&portal, &context).await?;
    let form = CreateCustomerForm::suggested(id, context.actor()?.person());
    Ok(layout::ok(&context, || page(&context, &form, &colleagues, &[])))
}

/// Creates the customer and shows it; or shows the form again with what is wrong.
///
/// # Errors
/// [`PageError::NotFound`] for whoever may not create customers.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<CreateCustomerForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    match customer::create(&portal, actor, &form).await {
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
    let colleagues = staff::list_in_charge(portal, context.actor()?, InCharge::Anything).await?.ok_or(PageError::NotFound)?;
    Ok(colleagues.iter().map(staff_options::option).collect())
}

fn page(context: &RequestContext, form: &CreateCustomerForm, colleagues: &[(String, String)], problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "portfolio-new");
    let form = FormView::new(words, form, problems).entries(colleagues.to_vec());
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::portfolio::list()>{say!(words, "nav-customers")}</a></nav>
            <h1>{title.clone()}</h1>
            {problem::summary(words, CreateCustomerForm::FIELDS, problems)}
        </div>
        <section class="sheet" aria-label=title.clone()>
            <form class="form" method="post" action=links::customer::new()>
                {form.all()}
                {form_actions(words, links::portfolio::list(), say!(words, "customer-create"))}
            </form>
        </section>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}
