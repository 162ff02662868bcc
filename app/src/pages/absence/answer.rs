//! Where whoever is named as a stand-in says yes or no.

use crate::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout, links,
    pages::{account::own_page, project_editor::form_actions},
    say,
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{id::AbsenceId, stand_in::StandInAnswer};
use coplan_usecases::{
    Error, Portal,
    absence::{self, Asked, StandInAnswerForm},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

/// Asks.
///
/// # Errors
/// [`PageError::NotFound`] for whoever is not named.
pub(super) async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(AbsenceId,)>,
) -> Result<Response, PageError> {
    let asked = absence::find_asked(&portal, context.actor()?, id).await?;
    let (answer, reason) = asked.answer.clone().unzip();
    let answer = answer.unwrap_or(StandInAnswer::Accepted).to_string();
    let form = StandInAnswerForm { answer, reason: reason.unwrap_or_default() };
    draw(&portal, &context, &asked, &form, &[])
}

/// Saves the answer.
///
/// # Errors
/// [`PageError::NotFound`] for whoever is not named.
pub(super) async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(AbsenceId,)>,
    Submitted(form): Submitted<StandInAnswerForm>,
) -> Result<Response, PageError> {
    match absence::answer(&portal, context.actor()?, id, &form).await {
        Ok(()) => Ok(Redirect::to(&links::today::show()).into_response()),
        Err(Error::Invalid(problems)) => {
            let asked = absence::find_asked(&portal, context.actor()?, id).await?;
            draw(&portal, &context, &asked, &form, &problems)
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(
    portal: &Portal,
    context: &RequestContext,
    asked: &Asked,
    form: &StandInAnswerForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (words, today) = (&context.words, portal.today(context.actor()?));
    let (first, last) = (words.day(asked.absence.first_day, today), words.day(asked.absence.last_day, today));
    let title = say!(words, "stand-in-title", name = asked.away.clone());
    let form = FormView::new(words, form, problems);
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::today::show()>{say!(words, "today-title")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "absence-days", first = first, last = last)}</p>
            {problem::summary(words, StandInAnswerForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=title.clone()>
                <form class="form" method="post" action=links::absence::answer(asked.absence.id)>
                    {form.all()}
                    {form_actions(words, links::today::show(), say!(words, "stand-in-save"))}
                </form>
            </section>
        </div>
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let main = main.into_any();
    Ok(layout::answer(context, status, || own_page(context, title, "page narrow", main)))
}
