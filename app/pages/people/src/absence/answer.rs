//! Where whoever is named as a stand-in says yes or no.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::own_form::OwnForm,
};
use coplan_domain::{id::AbsenceId, stand_in::StandInAnswer};
use coplan_usecases::{
    Error, Portal,
    absence::{self, Asked, StandInAnswerForm},
    form::FieldProblem,
};

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
    let page = OwnForm {
        title: say!(words, "stand-in-title", name = asked.away.clone()),
        lead: say!(words, "absence-days", first = first, last = last),
        back: (links::today::show(), say!(words, "today-title")),
        form: FormView::new(words, form, problems),
        action: links::absence::answer(asked.absence.id),
        keep: say!(words, "stand-in-save"),
    };
    Ok(page.answer(context))
}
