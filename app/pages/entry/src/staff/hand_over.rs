//! Handing over all that a colleague has, at once.

use super::edit::{Colleague, Shown, page};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout, links, say,
    shared::{project_editor::ConfirmForm, staff_options as choice},
    words::Words,
};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    staff::{HandOverAllForm, hand_over_all},
};
use leptos::prelude::*;

/// Hands all of it over.
///
/// # Errors
/// [`PageError`] where no admin is in, nobody has the id, or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(id): Path<String>,
    Submitted(chosen): Submitted<HandOverAllForm>,
) -> Result<Response, PageError> {
    let (id, colleague) = Colleague::find(&portal, &context, &id).await?;
    match hand_over_all(&portal, context.actor()?, id, &chosen.to).await {
        Ok(()) => Ok(Redirect::to(&Flash::HandedOver.on(&links::staff::edit(id))).into_response()),
        Err(Error::Invalid(problems)) => Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
            page(&context, &colleague, Shown { over: &problems, ..Shown::default() })
        })),
        Err(error) => Err(error.into()),
    }
}

/// Tells that it is handed over; and where days are left on which whoever got it is away itself, that too.
pub(super) fn done(words: &Words, colleague: &Colleague) -> AnyView {
    let left = (!colleague.needed.is_nothing()).then(|| view! { <p>{say!(words, "staff-over-left")}</p> });
    view! { <div class="notice good" role="status"><p>{say!(words, "staff-over-done")}</p>{left}</div> }.into_any()
}

/// What the colleague has, and the deed.
pub(super) fn section(words: &Words, colleague: &Colleague, problems: &[FieldProblem]) -> AnyView {
    let (needed, person) = (&colleague.needed, &colleague.entry.staff.person);
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let projects = needed.matters.iter().filter(|matter| matter.project.is_some()).count();
    let has = if needed.is_nothing() {
        say!(words, "staff-over-nothing", name = person.name.clone())
    } else {
        say!(
            words,
            "staff-over-has",
            name = person.name.clone(),
            customers = count(needed.matters.len() - projects),
            projects = count(projects),
            times = count(needed.stand_ins.len())
        )
    };
    let alone = colleague.all.len() < 2;
    let ask = (!needed.is_nothing() && !alone).then(|| {
        let form = FormView::new(words, &HandOverAllForm::default(), problems);
        let form = form.entries(choice::options(words, &colleague.all, Some(person.id)));
        ConfirmForm {
            summary: say!(words, "staff-over-ask", name = person.name.clone()),
            means: say!(words, "staff-over-means"),
            action: links::staff::hand_over(person.id),
            sure: say!(words, "staff-over-deed"),
            more: Some(form.all()),
            open: !problems.is_empty(),
            ..ConfirmForm::default()
        }
        .draw()
    });
    view! {
        <section class="sheet" aria-labelledby="h-over">
            <h2 id="h-over">{say!(words, "staff-over")}</h2>
            <p>{has}</p>
            {ask}
        </section>
    }
    .into_any()
}
