//! Choosing another stand-in for days that are planned.

use super::Whose;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    say,
    shared::{own_form::OwnForm, staff_options},
};
use coplan_domain::id::{AbsenceId, PersonId};
use coplan_usecases::{
    Error, Portal,
    absence::{self, OtherStandInForm},
    form::FieldProblem,
    staff::{self, InCharge},
};

/// Asks whom, for the reader's own days.
///
/// # Errors
/// [`PageError`] where they are not the reader's.
pub(super) async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(AbsenceId,)>,
) -> Result<Response, PageError> {
    let whose = Whose::own(&context)?;
    draw(&portal, &context, &whose, id, &OtherStandInForm::default(), &[]).await
}

/// Chooses another for the reader's own days.
///
/// # Errors
/// [`PageError`] where they are not the reader's.
pub(super) async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(AbsenceId,)>,
    Submitted(form): Submitted<OtherStandInForm>,
) -> Result<Response, PageError> {
    let whose = Whose::own(&context)?;
    choose(&portal, &context, whose, id, form).await
}

/// Asks an admin whom, for a colleague's days.
///
/// # Errors
/// [`PageError::NotFound`] where no admin is in or the days are not the colleague's.
pub(super) async fn get_of_colleague(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((person, id)): PathIds<(PersonId, AbsenceId)>,
) -> Result<Response, PageError> {
    let whose = Whose::colleague(&portal, &context, person).await?;
    draw(&portal, &context, &whose, id, &OtherStandInForm::default(), &[]).await
}

/// Chooses another for a colleague's days.
///
/// # Errors
/// [`PageError::NotFound`] where no admin is in or the days are not the colleague's.
pub(super) async fn post_of_colleague(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((person, id)): PathIds<(PersonId, AbsenceId)>,
    Submitted(form): Submitted<OtherStandInForm>,
) -> Result<Response, PageError> {
    let whose = Whose::colleague(&portal, &context, person).await?;
    choose(&portal, &context, whose, id, form).await
}

async fn choose(
    portal: &Portal,
    context: &RequestContext,
    whose: Whose,
    id: AbsenceId,
    form: OtherStandInForm,
) -> Result<Response, PageError> {
    match absence::choose_another(portal, context.actor()?, (whose.person, id), &form).await {
        Ok(()) => Ok(Redirect::to(&whose.href()).into_response()),
        Err(Error::Invalid(problems)) => draw(portal, context, &whose, id, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    whose: &Whose,
    id: AbsenceId,
    form: &OtherStandInForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let (actor, words) = (context.actor()?, &context.words);
    let planned = absence::list(portal, actor, whose.person).await?;
    let planned = planned.into_iter().find(|planned| planned.absence.id == id).ok_or(PageError::NotFound)?;
    let of = InCharge::InsteadOf(whose.person);
    let mut colleagues = staff::list_in_charge(portal, actor, of).await?.ok_or(PageError::NotFound)?;
    colleagues.retain(|colleague| colleague.person.id != planned.absence.stand_in);
    let today = portal.today(actor);
    let (first, last) = (words.day(planned.absence.first_day, today), words.day(planned.absence.last_day, today));
    let page = OwnForm {
        title: say!(words, "stand-in-other"),
        lead: say!(words, "absence-days", first = first, last = last),
        back: (whose.href(), whose.title(words)),
        form: FormView::new(words, form, problems).entries(staff_options::options(words, &colleagues, Some(whose.person))),
        action: whose.other(id),
        keep: say!(words, "stand-in-other-save"),
    };
    Ok(page.answer(context))
}
