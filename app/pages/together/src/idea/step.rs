//! Saying how far an idea is and why.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links,
    parts::idea_state,
    say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{
    id::{CustomerId, IdeaId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    idea::{self, MoveIdeaForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, IdeaId);

/// Asks how far it is.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], false)).await
}

/// Keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<MoveIdeaForm>,
) -> Result<Response, PageError> {
    match idea::decide(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::idea::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, of, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<MoveIdeaForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = idea::show(portal, context.actor()?, of.0, of.1).await?;
    if !view.list.may_decide {
        return Err(PageError::NotResponsible);
    }
    // After a conflict the form goes on from what holds now.
    let was = view.idea.state.to_string();
    let form = match typed {
        Some(form) if stale => MoveIdeaForm { was, ..form },
        Some(form) => form,
        None => MoveIdeaForm {
            id: new_ulid(portal.clock.now(), &*portal.rng).into(),
            was,
            state: String::new(),
            reason: String::new(),
        },
    };
    let (fields, action) = (FormView::new(words, &form, problems), links::idea::decide(of.0, of.1));
    let stale_notice = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "idea-stale")}</p></div> });
    let main = view! {
        <form class="sheet form" method="post" action=action>
            {stale_notice}
            <p lang=words.foreign(view.idea.language)><strong>{view.idea.said.what.clone()}</strong></p>
            <p>{idea_state::draw(words, view.idea.state)}</p>
            {fields.all()}
            {form_actions(words, links::idea::show(of.0, of.1), say!(words, "save"))}
        </form>
    };
    let crumbs = vec![(links::idea::list(of.0), say!(words, "nav-ideas"))];
    let (title, fields) = (say!(words, "idea-decide"), MoveIdeaForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.list.layout, view.list.today), crumbs))
}
