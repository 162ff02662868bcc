//! What only the supplier's people know of a customer: in its own colour, with the word, and with a button of its own.

use super::{
    combined_form::{carry_details, carry_internal_version, internal_first},
    edit::{self, Typed},
};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_app::{
    forms::{Conflict, FormView, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Draft,
    links, say,
    words::Words,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Error, Portal,
    customer::{CustomerAdminView, CustomerForm, CustomerInternal, InternalForm, change_internal},
    form::FieldProblem,
};
use leptos::prelude::*;

/// What was typed, and what somebody else wrote meanwhile.
pub(super) struct InternalTyped {
    pub(super) yours: InternalForm,
    pub(super) theirs: Option<CustomerInternal>,
}

/// Changes what is internal; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let (form, details) = internal_first(&pairs).ok_or(PageError::BadRequest)?;
    let (status, theirs, problems) = match change_internal(&portal, context.actor()?, customer, &form).await {
        Ok(()) => return edit::kept(&portal, &context, customer, Typed { details, ..Typed::default() }).await,
        Err(Error::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, None, problems),
        Err(Error::Stale(theirs)) => (StatusCode::CONFLICT, Some(*theirs), Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let internal = Some(InternalTyped { yours: form, theirs });
    edit::draw(&portal, &context, customer, status, Typed { details, internal, problems, ..Typed::default() }, None).await
}

/// What was typed or is kept now, and what somebody else wrote meanwhile.
pub(super) fn typed(view: &CustomerAdminView, typed: Option<InternalTyped>) -> (InternalForm, Option<CustomerInternal>) {
    match typed {
        Some(typed) => (typed.yours, typed.theirs),
        None => (InternalForm::of(&view.internal), None),
    }
}

/// Its fields, in the form around.
pub(super) fn sheet(
    words: &Words,
    view: &CustomerAdminView,
    yours: &InternalForm,
    problems: &[FieldProblem],
    place: &str,
) -> AnyView {
    let form = FormView::new(words, yours, problems);
    let own = carry_internal_version(yours).map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let (place, version, fields) = (place.to_owned(), format!("v{}", yours.version), form.drafted());
    let body = view! {
        <div class="form">
            {own.collect_view()}
            {form.but(&[])}
            <div class="actions">
                <button class="button main" formaction=links::customer::internal(view.customer.id)>{say!(words, "save")}</button>
                <Draft place=place id=version fields=fields change=true keys=String::new() then=String::new()
                    kept=say!(words, "thread-draft-kept") sending=say!(words, "draft-saving")/>
            </div>
        </div>
    };
    around(words, view, body.into_any())
}

/// What somebody else wrote meanwhile, beside what was typed.
pub(super) fn conflict_page(
    words: &Words,
    view: &CustomerAdminView,
    yours: InternalForm,
    theirs: &CustomerInternal,
    details: &CustomerForm,
) -> AnyView {
    let (action, leave) = (links::customer::internal(view.customer.id), links::customer::edit(view.customer.id));
    let form = FormView::new(words, &yours, &[]);
    let both = Conflict::new(yours, InternalForm::of(theirs), action, leave);
    around(words, view, conflict(&form, Conflict { along: carry_details(details), ..both }))
}

fn around(words: &Words, view: &CustomerAdminView, inside: AnyView) -> AnyView {
    view! {
        <section class="note" aria-labelledby="h-internal">
            <h2 class="note-word" id="h-internal">{say!(words, "customer-internal", name = view.customer.name.clone())}</h2>
            {inside}
        </section>
    }
    .into_any()
}
