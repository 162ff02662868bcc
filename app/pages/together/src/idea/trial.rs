//! Inviting one of the customer's people to try an idea, and what they say.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{
    id::{CustomerId, IdeaId},
    idea::TrialAnswer,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    idea::{self, InviteForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, IdeaId);

/// Asks whom to invite.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, &InviteForm::default(), &[]).await
}

/// Invites.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<InviteForm>,
) -> Result<Response, PageError> {
    match idea::invite(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::idea::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    form: &InviteForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let (view, people) = idea::begin_invite(portal, context.actor()?, of.0, of.1).await?;
    let nobody = (String::new(), say!(words, "idea-invite-nobody"));
    let people = people.into_iter().map(|one| (one.person.to_string(), one.name));
    let fields = FormView::new(words, form, problems).entries(std::iter::once(nobody).chain(people).collect());
    let main = view! {
        <form class="sheet form" method="post" action=links::idea::invite(of.0, of.1)>
            <p lang=words.foreign(view.idea.language)><strong>{view.idea.said.what.clone()}</strong></p>
            <p class="quiet">{say!(words, "idea-invite-means")}</p>
            {fields.all()}
            {form_actions(words, links::idea::show(of.0, of.1), say!(words, "idea-invite-send"))}
        </form>
    };
    let crumbs = vec![(links::idea::list(of.0), say!(words, "nav-ideas"))];
    let (title, fields) = (say!(words, "idea-invite"), InviteForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.list.layout, view.list.today), crumbs))
}

/// Tries it.
///
/// # Errors
/// [`PageError`] where the reader was not invited.
pub async fn post_join(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    idea::answer_trial(&portal, context.actor()?, of.0, of.1, TrialAnswer::Yes).await?;
    Ok(Redirect::to(&links::idea::show(of.0, of.1)))
}

/// Does not.
///
/// # Errors
/// The same.
pub async fn post_decline(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    idea::answer_trial(&portal, context.actor()?, of.0, of.1, TrialAnswer::No).await?;
    Ok(Redirect::to(&links::idea::show(of.0, of.1)))
}
