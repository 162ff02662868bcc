//! Handing several customers over to a colleague on a day: chosen, looked at, planned.

mod list;
mod preview;

pub(super) use list::today_row;

use crate::{
    forms::{FormView, Submitted, problem},
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    layout::{self, Page, customer::staff_links},
    links::{self, portfolio::PortfolioQuery},
    pages::{project_editor::form_actions, staff_options},
    parts::status,
    say,
    words::Words,
};
use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_domain::{id::HandOverId, plan::Light, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    hand_over::{self, HandOverChoice, PlanHandOverForm},
    portfolio::PortfolioRow,
};
use leptos::prelude::*;
use serde::Deserialize;

/// The routes of hand-overs.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::hand_over::choose::PATTERN, routing::get(get).post(post))
        .route(links::hand_over::preview::PATTERN, routing::post(look))
        .route(links::hand_over::list::PATTERN, routing::get(list::get))
        .route(links::hand_over::withdraw::PATTERN, routing::post(withdraw))
}

/// How the choice is drawn.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct ChoiceQuery {
    /// All that is found is chosen.
    every: bool,
    /// Back from what was looked at.
    back: bool,
}

/// Offers the customers that the address asks for.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
    Query(choice): Query<ChoiceQuery>,
) -> Result<Response, PageError> {
    let offered = hand_over::choose(&portal, context.actor()?, &asked.question()).await?;
    let mut form = PlanHandOverForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    form.on_day = offered.today.to_string();
    if choice.every {
        form.customers = offered.rows.iter().map(|row| row.customer.to_string()).collect();
    }
    Ok(Choice { context: &context, asked: &asked, offered, form, problems: Vec::new() }.answer())
}

/// Shows what would go over, or the choice again.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
async fn look(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
    Query(choice): Query<ChoiceQuery>,
    Submitted(form): Submitted<PlanHandOverForm>,
) -> Result<Response, PageError> {
    if choice.back {
        return choose_again(&portal, &context, asked, form, Vec::new()).await;
    }
    match hand_over::preview(&portal, context.actor()?, &form).await {
        Ok(seen) => Ok(layout::ok(&context, || preview::page(&context, &asked, &form, &seen))),
        Err(Error::Invalid(problems)) => choose_again(&portal, &context, asked, form, problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Plans it.
///
/// # Errors
/// [`PageError::NotFound`] for whoever keeps no plans.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
    Submitted(form): Submitted<PlanHandOverForm>,
) -> Result<Response, PageError> {
    match hand_over::plan(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&links::hand_over::list()).into_response()),
        Err(Error::Invalid(problems)) => choose_again(&portal, &context, asked, form, problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Withdraws one.
///
/// # Errors
/// [`PageError`] where it is not the reader's.
async fn withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(HandOverId,)>,
) -> Result<Redirect, PageError> {
    hand_over::withdraw(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&links::hand_over::list()))
}

async fn choose_again(
    portal: &Portal,
    context: &RequestContext,
    asked: PortfolioQuery,
    form: PlanHandOverForm,
    problems: Vec<FieldProblem>,
) -> Result<Response, PageError> {
    let offered = hand_over::choose(portal, context.actor()?, &asked.question()).await?;
    Ok(Choice { context, asked: &asked, offered, form, problems }.answer())
}

struct Choice<'a> {
    context: &'a RequestContext,
    asked: &'a PortfolioQuery,
    offered: HandOverChoice,
    form: PlanHandOverForm,
    problems: Vec<FieldProblem>,
}

impl Choice<'_> {
    fn answer(&self) -> Response {
        let status = if self.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        layout::answer(self.context, status, || self.page())
    }

    fn page(&self) -> Page {
        let words = &self.context.words;
        let title = say!(words, "hand-over-title");
        let form = FormView::new(words, &self.form, &self.problems);
        let form = form.entries(staff_options::options(words, &self.offered.colleagues, None));
        let main = view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    <a href=links::portfolio::list()>{say!(words, "portfolio-title")}</a>
                </nav>
                <h1>{title.clone()}</h1>
                <p class="lead">{say!(words, "hand-over-lead")}</p>
                {problem::summary(words, PlanHandOverForm::FIELDS, &self.problems)}
            </div>
            <div class="page-main">
                <section class="sheet" aria-labelledby="h-which">
                    <h2 id="h-which">{say!(words, "hand-over-which")}</h2>
                    {self.finder()}
                </section>
                <form class="form sheet" method="post" action=links::hand_over::preview_among(self.asked)>
                    {self.customers()}
                    {form.hidden()}
                    {form.but(&["customers"])}
                    {form_actions(words, links::portfolio::list(), say!(words, "hand-over-look"))}
                </form>
            </div>
        };
        Page { links: staff_links(self.context), ..Page::plain(title, "page narrow", main.into_any()) }
    }

    fn finder(&self) -> AnyView {
        let words = &self.context.words;
        let who = self.asked.responsible();
        let everyone = (String::new(), say!(words, "portfolio-everyone"), who.is_none());
        let staff = self.offered.staff.iter().enumerate().map(|(place, (id, name))| {
            let name = if place == 0 { say!(words, "portfolio-mine") } else { name.clone() };
            (id.to_string(), name, who == Some(*id))
        });
        let options = std::iter::once(everyone).chain(staff).map(|(value, name, chosen)| {
            view! { <option value=value selected=chosen>{name}</option> }
        });
        view! {
            <form class="finder" method="get" action=links::hand_over::choose() role="search">
                <div class="field">
                    <label for="q">{say!(words, "portfolio-search")}</label>
                    <input class="input" id="q" name="q" type="search" autocomplete="off" maxlength="100" value=self.asked.q.clone()/>
                </div>
                <div class="field">
                    <label for="who">{say!(words, "portfolio-responsible")}</label>
                    <select class="select" id="who" name="who">{options.collect_view()}</select>
                </div>
                <button class="button">{say!(words, "portfolio-find")}</button>
            </form>
        }
        .into_any()
    }

    /// The customers with a box each.
    fn customers(&self) -> AnyView {
        let words = &self.context.words;
        let error = problem::of(words, &self.problems, "customers");
        let described = error.as_ref().map(|_| "customers-error");
        let rows = self.offered.rows.iter().enumerate().map(|(place, row)| {
            let value = row.customer.to_string();
            let checked = self.form.customers.contains(&value);
            view! {
                <label class="choice">
                    <input type="checkbox" name="customers" id=(place == 0).then_some("customers") value=value checked=checked aria-describedby=described/>
                    <span>{row.name.clone()}<span class="hint">{about(words, row)}</span></span>
                </label>
            }
        });
        let rows = rows.collect_view();
        let every = (!self.offered.rows.is_empty()).then(|| {
            view! { <p><a href=links::hand_over::every(self.asked)>{say!(words, "hand-over-every")}</a></p> }
        });
        let none = self.offered.rows.is_empty().then(|| {
            view! { <p class="quiet" id="customers">{say!(words, "portfolio-nothing")}</p> }
        });
        let cut = self.offered.has_more.then(|| {
            let n = i64::try_from(self.offered.rows.len()).unwrap_or(i64::MAX);
            view! { <p class="hint">{say!(words, "hand-over-cut", n = n)}</p> }
        });
        let error = error.map(|error| view! { <p class="error" id="customers-error">{error}</p> });
        view! {
            <fieldset class="choices">
                <legend>{say!(words, "hand-over-customers")}</legend>
                {error}{every}{none}{rows}{cut}
            </fieldset>
        }
        .into_any()
    }
}

/// Who has it, and how it is.
fn about(words: &Words, row: &PortfolioRow) -> String {
    let worst = row.lights.iter().find(|light| matches!(light, Light::Late | Light::AtRisk));
    let worst = worst.map(|light| status::light_word(words, *light));
    let waiting = (row.waiting > 0).then(|| say!(words, "hand-over-waiting", n = row.waiting));
    [Some(row.number.clone()), Some(row.responsible.clone()), worst, waiting]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
