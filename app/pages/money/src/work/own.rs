//! One's own work: a form that knows what one worked on last, and what one did in the last days.

use super::rows;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page, customer::staff_links},
    links::{self, work::WorkQuery},
    say,
    words::Words,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    work::{self, OwnWork, RecordForm, Suggestion, WorkRow},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<WorkQuery>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let own = work::own(&portal, context.actor()?, asked.suggestion()).await?;
    let form = own.form.clone();
    Ok(layout::ok(&context, || page(&context, &own, &form, &[], done)))
}

/// Records an entry.
///
/// # Errors
/// [`PageError`].
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<RecordForm>,
) -> Result<Response, PageError> {
    match work::record(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Added.on(&links::work::own())).into_response()),
        Err(Error::Invalid(problems)) => {
            let suggestion = form.matter.parse().map_or(Suggestion::Latest, Suggestion::Matter);
            let own = work::own(&portal, context.actor()?, suggestion).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(layout::answer(&context, status, || page(&context, &own, &form, &problems, None)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Records today what was recorded for the last day.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn repeat(State(portal): State<Portal>, context: RequestContext) -> Result<Redirect, PageError> {
    work::repeat(&portal, context.actor()?).await?;
    Ok(Redirect::to(&Flash::Added.on(&links::work::own())))
}

fn page(context: &RequestContext, own: &OwnWork, form: &RecordForm, problems: &[FieldProblem], done: Option<Flash>) -> Page {
    let words = &context.words;
    let title = say!(words, "work-own-title");
    let told = match done {
        Some(Flash::Added) => Some(say!(words, "work-recorded")),
        Some(Flash::Changed) => Some(say!(words, "work-corrected")),
        Some(Flash::Removed) => Some(say!(words, "work-removed")),
        _ => None,
    };
    let told = told.map(|told| view! { <div class="notice good" role="status"><p>{told}</p></div> });
    // What was typed comes back, whatever can be chosen now.
    let record = if own.matters.is_empty() && problems.is_empty() {
        let (strong, text) = (say!(words, "work-no-matters"), say!(words, "work-no-matters-text"));
        view! {
            <div class="empty">
                <p><strong>{strong}</strong>{text}</p>
                <a class="button" href=links::portfolio::list()>{say!(words, "waits-to-customers")}</a>
            </div>
        }
        .into_any()
    } else {
        let view = FormView::new(words, form, problems).entries(rows::matters(&own.matters));
        view! {
            <form class="form" method="post" action=links::work::own()>
                {view.all()}
                <div class="actions end"><button class="button main">{say!(words, "work-record")}</button></div>
            </form>
        }
        .into_any()
    };
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            {told}
            {problem::summary(words, RecordForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "work-record")>{repeat_last(words, own)}{record}</section>
            {entries(words, &own.entries, own.today)}
        </div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

/// One press for a day like the last one; none where today has begun.
fn repeat_last(words: &Words, own: &OwnWork) -> Option<AnyView> {
    let rows = own.last_day();
    let day = rows.first()?.entry.day;
    let time = words.work_time(rows.iter().map(|row| row.entry.time.minutes()).sum());
    let said = if day.tomorrow().is_ok_and(|next| next == own.today) {
        say!(words, "work-repeat-yesterday", time = time)
    } else {
        say!(words, "work-repeat", day = words.day(day, own.today), time = time)
    };
    let view = view! {
        <form method="post" action=links::work::repeat()><div class="actions"><button class="button">{said}</button></div></form>
    };
    Some(view.into_any())
}

fn entries(words: &Words, entries: &[WorkRow], today: Date) -> Option<AnyView> {
    (!entries.is_empty()).then(|| {
        let minutes = |of: &dyn Fn(&&WorkRow) -> bool| entries.iter().filter(of).map(|row| row.entry.time.minutes()).sum::<i64>();
        let on_today = minutes(&|row| row.entry.day == today);
        let list = entries.iter().map(|row| entry(words, row, today)).collect_view();
        view! {
            <section class="sheet" aria-labelledby="h-own">
                <div class="sheet-head">
                    <h2 id="h-own">{say!(words, "work-own-days")}</h2>
                    <span class="quiet">{say!(words, "work-own-today", time = words.work_time(on_today))}</span>
                </div>
                <ul class="rows work">{list}</ul>
            </section>
        }
        .into_any()
    })
}

fn entry(words: &Words, row: &WorkRow, today: Date) -> AnyView {
    let of = format!(": {}", row.entry.words);
    let change = if row.entry.approved {
        view! { <span class="status done">{say!(words, "work-approved")}</span> }.into_any()
    } else {
        let href = links::work::change(row.entry.matter.customer, row.entry.id);
        view! { <a class="edit" href=href>{say!(words, "work-correct")}<span class="unseen">{of.clone()}</span></a> }.into_any()
    };
    let again = links::work::record_again(row.entry.id);
    view! {
        <li class="work-row">
            {rows::said(words, row, today, true)}
            <span class="work-do">
                <a class="edit" href=again>{say!(words, "work-again")}<span class="unseen">{of}</span></a>
                {change}
            </span>
        </li>
    }
    .into_any()
}
