//! Giving feedback: a kind, a sentence, and what it is about where the page that one comes from tells.

use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links::{self, feedback::GiveQuery},
    say,
    shared::{
        project_editor::{FormPage, form_actions, sends_later},
        subject,
    },
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    feedback::{self, GiveForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

/// Asks what to say.
///
/// # Errors
/// [`PageError::NotFound`] for the supplier's people, and where the reader may not know what it is about.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<GiveQuery>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let form = GiveForm { id, about: query.about, kind: query.kind, words: String::new() };
    draw(&portal, &context, customer, &form, &[]).await
}

/// Gives it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<GiveForm>,
) -> Result<Response, PageError> {
    match feedback::give(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::feedback::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &GiveForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let found = feedback::begin(portal, context.actor()?, customer, &form.about).await?;
    let about = found.subject.as_ref().map(|it| {
        view! { <p>{say!(words, "thread-new-about", about = subject::line(words, it))}</p> }
    });
    let name = found.layout.responsible.name.clone();
    let fields = FormView::new(words, form, problems);
    let place = format!("feedback {}", context.actor()?.person());
    let draft = sends_later(words, &fields, place, format!("f-{}", form.id), links::feedback::show(customer, form.id));
    let main = view! {
        <form class="sheet form" method="post" action=links::feedback::give(customer)>
            {about}
            <p class="quiet">{say!(words, "feedback-give-means", supplier = context.supplier.clone(), name = name)}</p>
            {fields.all()}
            {draft}
            {form_actions(words, links::feedback::list(customer), say!(words, "feedback-send"))}
        </form>
    };
    let crumbs = vec![(links::plan::show(customer), say!(words, "nav-plan"))];
    let (title, fields) = (say!(words, "feedback-give"), GiveForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &found.layout, found.today), crumbs))
}
