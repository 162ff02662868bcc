//! Handing over all that a colleague has, at once.

use super::edit::{Colleague, Shown, page};
use crate::{
    failure::Failure,
    pages::{colleague as choice, desk::AskFirst},
    parts::{field::Field, problem},
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    form::FieldProblem,
    staff::{HandOverAllError, hand_over_all},
};
use leptos::prelude::*;
use serde::Deserialize;

/// Who has all of it from now on; empty where nobody was chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    to: String,
}

/// Hands all of it over.
///
/// # Errors
/// [`Failure`] where no admin is in, nobody has the id, or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let (id, colleague) = Colleague::find(&portal, &visitor, &id).await?;
    match hand_over_all(&portal, visitor.actor()?, id, &chosen.to).await {
        Ok(()) => Ok(Redirect::to(&format!("/staff/{id}?done=over")).into_response()),
        Err(HandOverAllError::NotFound) => Err(Failure::NotFound),
        Err(HandOverAllError::Invalid(problems)) => Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || {
            page(&visitor, &colleague, Shown { over: &problems, ..Shown::default() })
        })),
        Err(HandOverAllError::Fault(fault)) => Err(fault.into()),
    }
}

/// Tells that it is handed over; and where days are left on which whoever got it is away itself, that too.
pub(super) fn done(words: &Words, colleague: &Colleague) -> AnyView {
    let left = (!colleague.needed.is_nothing()).then(|| view! { <p>{words.say("staff-over-left")}</p> });
    view! { <div class="notice good" role="status"><p>{words.say("staff-over-done")}</p>{left}</div> }.into_any()
}

/// What the colleague has, and the deed.
pub(super) fn section(words: &Words, path: &str, colleague: &Colleague, problems: &[FieldProblem]) -> AnyView {
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
        let to = Field {
            name: "to",
            label: words.say("responsible-to"),
            problem: problem::of(words, problems, "to"),
            ..Field::default()
        };
        AskFirst {
            summary: say!(words, "staff-over-ask", name = person.name.clone()),
            means: words.say("staff-over-means"),
            action: format!("{path}/hand-over"),
            sure: words.say("staff-over-deed"),
            more: Some(to.select(choice::options(words, &colleague.all, Some(person.id)))),
            open: !problems.is_empty(),
            ..AskFirst::default()
        }
        .draw()
    });
    view! {
        <section class="sheet" aria-labelledby="h-over">
            <h2 id="h-over">{words.say("staff-over")}</h2>
            <p>{has}</p>
            {ask}
        </section>
    }
    .into_any()
}
