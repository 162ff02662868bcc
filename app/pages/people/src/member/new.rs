//! Adding somebody to a customer.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::project_editor::form_actions,
    words::Words,
};
use coplan_domain::{id::CustomerId, person::Language};
use coplan_usecases::{
    Error, Portal,
    customer::{self, CustomerAdminView},
    form::{FieldProblem, Form, Problem},
    member::{self, AddMemberForm},
};
use leptos::prelude::*;

/// Shows the form.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = customer::show_for_staff(&portal, context.actor()?, customer).await?.ok_or(PageError::NotFound)?;
    let blank = AddMemberForm::suggested(language_at(&view).unwrap_or_else(|| context.words.language()));
    draw(&portal, &context, customer, StatusCode::OK, &blank, &[]).await
}

/// The language that most of the customer's people read; none where it has nobody yet.
fn language_at(view: &CustomerAdminView) -> Option<Language> {
    let read = |language: &Language| view.members.iter().filter(|entry| entry.membership.person.language == *language).count();
    Language::ALL.iter().copied().filter(|language| read(language) > 0).max_by_key(read)
}

/// Adds the member and shows its page, where it gets its link; or shows the form again with what is wrong.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<AddMemberForm>,
) -> Result<Response, PageError> {
    match member::add(&portal, context.actor()?, customer, &form).await {
        Ok(added) => {
            let done = if added.known { Flash::AddedKnown } else { Flash::Added };
            Ok(Redirect::to(&done.on(&links::member::show(customer, added.membership))).into_response())
        }
        Err(Error::Invalid(problems)) => {
            draw(&portal, &context, customer, StatusCode::UNPROCESSABLE_ENTITY, &form, &problems).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    status: StatusCode,
    form: &AddMemberForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    // The proof that the reader keeps this customer; others of the supplier's people may read it, but add nobody.
    let view = customer::show_for_staff(portal, context.actor()?, customer).await?.ok_or(PageError::NotFound)?;
    let holder = holder_of(&view, form, problems);
    let frame = CustomerLayout::load(portal, context, customer).await?;
    let words = &context.words;
    Ok(layout::answer(context, status, || {
        let form = FormView::new(words, form, problems);
        let form = form.problem("email", holder.map(|name| say!(words, "member-email-of", name = name)));
        let main = main(words, customer, frame.customer_name(), &form, problems);
        frame.page(say!(words, "member-add"), "page narrow", main)
    }))
}

/// The customer's person who has the address already, where that is why it is refused.
fn holder_of(view: &CustomerAdminView, form: &AddMemberForm, problems: &[FieldProblem]) -> Option<String> {
    problems.iter().find(|it| it.field == "email" && it.problem == Problem::Taken)?;
    let mut people = view.members.iter().map(|entry| &entry.membership.person);
    people.find(|person| person.email.eq_ignore_ascii_case(form.email.trim())).map(|person| person.name.clone())
}

fn main(words: &Words, customer: CustomerId, name: &str, form: &FormView<'_>, problems: &[FieldProblem]) -> AnyView {
    let back = links::customer::edit(customer);
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{name.to_owned()}</a>
                <a href=back.clone()>{say!(words, "customer-edit-title")}</a>
            </nav>
            <h1>{say!(words, "member-add-to", name = name.to_owned())}</h1>
            {problem::summary(words, AddMemberForm::FIELDS, problems)}
        </div>
        <section class="sheet" aria-label=say!(words, "member-add")>
            <form class="form" method="post" action=links::member::new(customer)>
                {form.all()}
                {form_actions(words, back, say!(words, "member-add-deed"))}
            </form>
        </section>
    }
    .into_any()
}
