//! The work of a project beside what it may take: how much is used, until when it lasts, what is not charged; and saying how
//! much it may take.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, form_actions},
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ProjectId},
    work::Charge,
};
use coplan_usecases::{
    Error, Portal,
    budget::{self, BudgetForm, ProjectBudget},
    form::{FieldProblem, Form},
    project::ProjectView,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// The picture, in units of its own.
const WIDTH: i64 = 720;
const HEIGHT: i64 = 150;
const LABELS: i64 = 22;

/// Asks how much work the project may take.
///
/// # Errors
/// [`PageError`] where the reader may not say.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    let desk = ProjectEditor::load(&portal, &context, customer, id).await?;
    let form = BudgetForm::of(desk.view.budget.as_ref().and_then(|budget| budget.minutes));
    Ok(draw(desk, &context, &form, &[]))
}

/// Keeps it.
///
/// # Errors
/// [`PageError`] where the reader may not say.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<BudgetForm>,
) -> Result<Response, PageError> {
    match budget::set(&portal, context.actor()?, customer, id, &form).await {
        Ok(()) => Ok(Redirect::to(&links::project::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => {
            let desk = ProjectEditor::load(&portal, &context, customer, id).await?;
            Ok(draw(desk, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(desk: ProjectEditor, context: &RequestContext, form: &BudgetForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let main = view! {
        <form class="sheet" method="post" action=links::project::budget(desk.view.customer, desk.view.id)>
            <div class="form">
                {FormView::new(words, form, problems).all()}
                {form_actions(words, desk.href(), say!(words, "save"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "budget-set"), BudgetForm::FIELDS);
    desk.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

/// The section; none where there is neither work nor a budget, nor anybody who may say one.
pub(super) fn section(words: &Words, view: &ProjectView, may_edit: bool) -> Option<AnyView> {
    let set = may_edit.then(|| {
        let href = links::project::budget(view.customer, view.id);
        view! { <a class="edit" href=href>{say!(words, "budget-set")}</a> }
    });
    let body = if let Some(budget) = &view.budget {
        body(words, budget, view.today)
    } else {
        set.as_ref()?;
        view! { <p class="quiet">{say!(words, "budget-none")}</p> }.into_any()
    };
    let section = view! {
        <section class="sheet" aria-labelledby="h-budget">
            <div class="sheet-head"><h2 id="h-budget">{say!(words, "budget-title")}</h2>{set}</div>
            {body}
        </section>
    };
    Some(section.into_any())
}

fn body(words: &Words, budget: &ProjectBudget, today: Date) -> AnyView {
    let used = words.work_time(budget.used);
    let said = match budget.minutes {
        Some(minutes) => {
            let percent = words.percent(&share(budget.used, minutes).to_string());
            say!(words, "budget-used", used = used, whole = words.work_time(minutes), percent = percent)
        }
        None => used,
    };
    let weeks = (!budget.weeks.is_empty()).then(|| {
        view! {
            {picture(words, budget, today)}
            <details class="more tight"><summary>{say!(words, "spend-table")}</summary>{table(words, budget, today)}</details>
        }
    });
    view! { <p class="sum">{said}</p>{until(words, budget, today)}{weeks}{uncharged(words, budget)} }.into_any()
}

/// Until when it lasts.
fn until(words: &Words, budget: &ProjectBudget, today: Date) -> Option<AnyView> {
    let minutes = budget.minutes?;
    let said = match budget.used - minutes {
        1.. => say!(words, "budget-over", over = words.work_time(budget.used - minutes)),
        0 => say!(words, "budget-used-up"),
        _ => {
            let told = budget.forecast?;
            let day = |day: Date| words.day(day, today);
            let weeks = i64::try_from(told.weeks).unwrap_or(0);
            match told.last {
                Some(last) => {
                    say!(words, "budget-until", n = weeks, day = day(told.likely), first = day(told.first), last = day(last))
                }
                None => say!(words, "budget-until-open", n = weeks, day = day(told.likely), first = day(told.first)),
            }
        }
    };
    Some(view! { <p>{said}</p> }.into_any())
}

fn week_id(week: Date) -> String {
    format!("w-{week}")
}

/// Week by week what is used so far, below a line that is the budget. It needs no colour: the sums are in the table.
fn picture(words: &Words, budget: &ProjectBudget, today: Date) -> AnyView {
    let count = i64::try_from(budget.weeks.len()).unwrap_or(1).max(1);
    let most = budget.minutes.unwrap_or(0).max(budget.used).max(1);
    let tall = |minutes: i64| minutes.saturating_mul(HEIGHT - 4) / most;
    let step = WIDTH / count;
    let bars = budget.weeks.iter().zip(0_i64..).map(|((week, used), place)| {
        let (x, height) = (place * step, tall(*used));
        let label = (count <= 9 || place % 4 == 0).then(|| {
            view! { <text aria-hidden="true" x=(x + step / 2).to_string() y=(HEIGHT + LABELS - 6).to_string()>{words.short_day(*week)}</text> }
        });
        let said = format!("{}: {}", words.day(*week, today), words.work_time(*used));
        view! {
            <a href=format!("#{}", week_id(*week)) aria-label=said.clone()><title>{said.clone()}</title>
                <rect x=(x + step / 6).to_string() y=(HEIGHT - height).to_string() width=(step * 2 / 3).max(1).to_string() height=height.to_string()/>
            </a>
            {label}
        }
    });
    let limit = budget.minutes.map(|minutes| {
        view! { <rect x="0" y=(HEIGHT - tall(minutes) - 2).to_string() width=WIDTH.to_string() height="2"/> }
    });
    let view_box = format!("0 0 {WIDTH} {}", HEIGHT + LABELS);
    view! { <svg class="spend" viewBox=view_box role="group" aria-label=say!(words, "budget-picture")>{bars.collect_view()}{limit}</svg> }
        .into_any()
}

fn table(words: &Words, budget: &ProjectBudget, today: Date) -> AnyView {
    let rows = budget.weeks.iter().rev().map(|(week, used)| {
        view! {
            <tr id=week_id(*week)>
                <th scope="row">{words.day(*week, today)}</th>
                <td class="num" data-label=say!(words, "budget-so-far")>{words.work_time(*used)}</td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead><tr><th scope="col">{say!(words, "budget-week")}</th><th scope="col" class="num">{say!(words, "budget-so-far")}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A part in whole percents, rounded.
fn share(part: i64, whole: i64) -> i64 {
    let whole = whole.max(1);
    part.saturating_mul(200).saturating_add(whole) / (2 * whole)
}

/// What of the work is not charged, and why; none where all is.
fn uncharged(words: &Words, budget: &ProjectBudget) -> Option<AnyView> {
    let whole: i64 = budget.charges.iter().map(|(_, minutes)| *minutes).sum();
    let free = budget.charges.iter().filter(|(charge, _)| *charge != Charge::Charged);
    let minutes: i64 = free.clone().map(|(_, minutes)| *minutes).sum();
    if minutes == 0 {
        return None;
    }
    let percent = words.percent(&share(minutes, whole).to_string());
    let rows = free.map(|(charge, minutes)| {
        let why = match charge {
            Charge::Charged | Charge::Included => say!(words, "budget-included"),
            Charge::Warranty => say!(words, "budget-warranty"),
            Charge::Goodwill => say!(words, "budget-goodwill"),
        };
        view! { <dt>{why}</dt><dd class="num">{words.work_time(*minutes)}</dd> }
    });
    Some(
        view! { <h3>{say!(words, "budget-uncharged", percent = percent)}</h3><dl class="facts">{rows.collect_view()}</dl> }
            .into_any(),
    )
}
