//! The work behind a line of an invoice: on the invoice's page for everybody, on a page of its own for whoever says it.

use super::rows::{self, Chosen};
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::FormPage,
    words::Words,
};
use coplan_domain::id::{CustomerId, InvoiceId, LineId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form as _},
    work::{self, AdjustForm, LineWork, LineWorkView},
};
use jiff::civil::Date;
use leptos::prelude::*;

type Ids = (CustomerId, InvoiceId, LineId);

/// Shows the line with the work that could be behind it.
///
/// # Errors
/// [`PageError`] where the reader may not say that.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = work::of_line(&portal, context.actor()?, of.0, of.1, of.2).await?;
    let form = view.work.adjustment.as_ref().map_or_else(AdjustForm::default, |adjustment| AdjustForm {
        minutes: signed(adjustment.minutes),
        reason: adjustment.reason.clone(),
    });
    Ok(draw(&context, of, &view, &form, &[]))
}

/// Says which entries are behind it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn assign(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Form(chosen): Form<Chosen>,
) -> Result<Redirect, PageError> {
    work::assign(&portal, context.actor()?, of.0, (of.1, of.2), &chosen.entries()).await?;
    Ok(Redirect::to(&links::work::line(of.0, of.1, of.2)))
}

/// Says what closes the difference.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn adjust(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<AdjustForm>,
) -> Result<Response, PageError> {
    match work::adjust(&portal, context.actor()?, of.0, (of.1, of.2), &form).await {
        Ok(()) => Ok(Redirect::to(&links::invoice::line(of.0, of.1, of.2)).into_response()),
        Err(Error::Invalid(problems)) => {
            let view = work::of_line(&portal, context.actor()?, of.0, of.1, of.2).await?;
            Ok(draw(&context, of, &view, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn signed(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn draw(context: &RequestContext, of: Ids, view: &LineWorkView, form: &AdjustForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let fields = FormView::new(words, form, problems);
    let on_it = view.work.entries.iter().map(|row| (row, true));
    let proposed = view.proposed.iter().map(|(row, belongs)| (row, *belongs));
    let rows = if view.work.entries.is_empty() && view.proposed.is_empty() {
        let text = say!(words, "work-none-to-assign");
        view! { <p class="quiet">{text}</p> }.into_any()
    } else {
        view! {
            <form class="form" method="post" action=links::work::assign(of.0, of.1, of.2)>
                {rows::to_choose(words, on_it.chain(proposed), view.today)}
                <div class="actions end"><button class="button main">{say!(words, "work-assign")}</button></div>
            </form>
        }
        .into_any()
    };
    let main = view! {
        <section class="sheet" aria-labelledby="h-entries">
            <h2 id="h-entries">{say!(words, "work-behind")}</h2>
            {balance(words, &view.work)}
            {rows}
        </section>
        <section class="sheet" aria-labelledby="h-adjust">
            <h2 id="h-adjust">{say!(words, "work-adjust-title")}</h2>
            <form class="form" method="post" action=links::work::line(of.0, of.1, of.2)>
                {fields.all()}
                <div class="actions end"><button class="button">{say!(words, "save")}</button></div>
            </form>
        </section>
    };
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let crumbs = vec![
        (links::invoice::list(of.0), say!(words, "invoices-title")),
        (links::invoice::line(of.0, of.1, of.2), view.number.clone()),
    ];
    let (title, fields) = (view.line.name.clone(), AdjustForm::FIELDS);
    FormPage { title, fields, problems, stale: false, main: main.into_any() }.answer(context, frame, crumbs)
}

/// Whether the work adds up to the quantity, in a sentence; none where it cannot be compared.
fn balance(words: &Words, work: &LineWork) -> Option<AnyView> {
    let stated = work.stated?;
    let difference = work.difference()?;
    let time = words.work_time(difference.abs());
    let (class, said) = match difference {
        0 => ("status done", say!(words, "work-agrees")),
        1.. => ("status at-risk", say!(words, "work-missing", time = time)),
        _ => ("status at-risk", say!(words, "work-too-much", time = time)),
    };
    let sum = say!(words, "work-sum", charged = words.work_time(work.charged()), stated = words.work_time(stated));
    Some(view! { <p class="work-balance"><span class=class>{said}</span><span class="quiet">{sum}</span></p> }.into_any())
}

/// The work behind a line, folded below it on its invoice; none where nothing is known of it.
#[must_use]
pub fn behind(words: &Words, work: &LineWork, today: Date) -> Option<AnyView> {
    work.is_known().then(|| {
        let n = i64::try_from(work.entries.len()).unwrap_or(i64::MAX);
        let summary = say!(words, "work-behind-line", time = words.work_time(work.charged()), n = n);
        let adjustment = work.adjustment.as_ref().map(|adjustment| {
            let time = words.work_time(adjustment.minutes.abs());
            let said = if adjustment.minutes < 0 {
                say!(words, "work-adjusted-less", time = time, reason = adjustment.reason.clone())
            } else {
                say!(words, "work-adjusted-more", time = time, reason = adjustment.reason.clone())
            };
            view! { <p class="quiet">{said}</p> }
        });
        view! {
            <details class="more tight">
                <summary>{summary}</summary>
                {rows::list(words, &work.entries, today)}
                {adjustment}
                {balance(words, work)}
            </details>
        }
        .into_any()
    })
}
