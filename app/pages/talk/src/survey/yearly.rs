//! What is asked once a year on each level, for those who keep plans.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links, say,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    survey::{self, YearlyForm},
};
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] for who keeps no plans.
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    draw(&portal, &context, None, (&[], false)).await
}

/// Changes it.
///
/// # Errors
/// The same.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<YearlyForm>,
) -> Result<Response, PageError> {
    match survey::change_yearly(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::survey::yearly()).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    typed: Option<YearlyForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let (now, today) = survey::show_yearly(portal, context.actor()?).await?;
    let drawn = now.as_ref().map_or_else(
        || YearlyForm {
            version: 0,
            contact: say!(words, "level-contact-suggested"),
            relationship: say!(words, "level-relationship-suggested"),
            overall: say!(words, "level-overall-suggested"),
            first_day: today.to_string(),
        },
        YearlyForm::of,
    );
    // What was typed is given back; what it follows is what holds now, so that the next press means it.
    let form = typed.map_or_else(|| drawn.clone(), |typed| YearlyForm { version: drawn.version, ..typed });
    let status = match (problems.is_empty(), stale) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::CONFLICT,
        (true, false) => StatusCode::OK,
    };
    let since = match &now {
        Some(now) => say!(words, "level-since", day = words.day(now.first_day, today), name = now.by.clone()),
        None => say!(words, "level-not-yet"),
    };
    let fields = FormView::new(words, &form, problems).today(today);
    let stale = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "level-stale")}</p></div> });
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::portfolio::list()>{say!(words, "nav-customers")}</a>
            </nav>
            <h1>{say!(words, "level-change")}</h1>
            <p class="lead">{say!(words, "level-lead")}</p>
            {problem::summary(words, YearlyForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <form class="sheet form" method="post" action=links::survey::yearly()>
                {stale}
                <p class="quiet">{since}</p>
                {fields.all()}
                <div class="actions end"><button class="button main">{say!(words, "save")}</button></div>
            </form>
        </div>
    };
    let main = main.into_any();
    Ok(layout::answer(context, status, || Page {
        links: staff_links(context),
        ..Page::plain(say!(words, "level-change"), "page narrow", main)
    }))
}
