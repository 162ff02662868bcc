//! Proposing a goal, and other words for one.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{
    goal::Goal,
    id::{CustomerId, GoalId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    goal::{self, ChangeGoalForm, GoalList, GoalView, ProposeForm},
};
use leptos::prelude::*;

/// Asks for a goal.
///
/// # Errors
/// [`PageError`] where the reader may not propose one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = ProposeForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Proposes it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<ProposeForm>,
) -> Result<Response, PageError> {
    match goal::propose(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::goal::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &ProposeForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let GoalList { layout, may_write, today, .. } = goal::list(portal, context.actor()?, customer).await?;
    if !may_write {
        return Err(PageError::NotResponsible);
    }
    let fields = FormView::new(words, form, problems).today(today);
    let main = view! {
        <form class="sheet" method="post" action=links::goal::propose(customer)>
            <div class="form">
                <p class="quiet">{say!(words, "goal-propose-means")}</p>
                {fields.all()}
                {form_actions(words, links::goal::list(customer), say!(words, "goal-propose"))}
            </div>
        </form>
    };
    let crumbs = vec![(links::goal::list(customer), say!(words, "nav-goals"))];
    let (title, fields) = (say!(words, "goal-propose"), ProposeForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &layout, today), crumbs))
}

/// Asks how the goal should be.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, GoalId)>,
) -> Result<Response, PageError> {
    let view = editable(&portal, &context, of).await?;
    let form = ChangeGoalForm::of(&view.goal);
    Ok(draw_change(&context, of, &view, &form, &[], None))
}

/// Proposes it so.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, GoalId)>,
    Submitted(form): Submitted<ChangeGoalForm>,
) -> Result<Response, PageError> {
    match goal::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::goal::show(of.0, of.1)).into_response()),
        Err(Error::Stale(theirs)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &[], Some(*theirs)))
        }
        Err(Error::Invalid(problems)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &problems, None))
        }
        Err(error) => Err(error.into()),
    }
}

/// The goal for who may write in it.
pub(super) async fn editable(portal: &Portal, context: &RequestContext, of: (CustomerId, GoalId)) -> Result<GoalView, PageError> {
    let view = goal::show(portal, context.actor()?, of.0, of.1).await?;
    if view.may_write { Ok(view) } else { Err(PageError::NotResponsible) }
}

/// The way back from a page of a goal.
pub(super) fn crumbs(context: &RequestContext, of: (CustomerId, GoalId), view: &GoalView) -> Vec<(String, String)> {
    vec![
        (links::goal::list(of.0), say!(context.words, "nav-goals")),
        (links::goal::show(of.0, of.1), view.goal.now.terms.title.clone()),
    ]
}

fn draw_change(
    context: &RequestContext,
    of: (CustomerId, GoalId),
    view: &GoalView,
    form: &ChangeGoalForm,
    problems: &[FieldProblem],
    theirs: Option<Goal>,
) -> Response {
    let words = &context.words;
    let fields = FormView::new(words, form, problems).today(view.today);
    let (action, leave) = (links::goal::change(of.0, of.1), links::goal::show(of.0, of.1));
    let stale = theirs.is_some();
    let main = if let Some(theirs) = theirs {
        conflict(&fields, Conflict::new(form.clone(), ChangeGoalForm::of(&theirs), action, leave))
    } else {
        view! {
            <form class="sheet" method="post" action=action>
                <div class="form">
                    <p class="quiet">{say!(words, "goal-change-means")}</p>
                    {fields.all()}
                    {form_actions(words, leave, say!(words, "goal-change-send"))}
                </div>
            </form>
        }
        .into_any()
    };
    let (title, fields) = (say!(words, "goal-change"), ChangeGoalForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main };
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs(context, of, view))
}
