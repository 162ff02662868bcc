//! Handing several customers over to a colleague on a day: chosen, looked at, planned.

mod list;
mod preview;

pub use list::today_row;

use axum::{
    Form as UrlEncoded, Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{
        context::{App, RequestContext},
        errors::PageError,
        path_ids::PathIds,
    },
    layout::{self, Page, customer::staff_links},
    links::{self, portfolio::PortfolioQuery},
    parts::status,
    say,
    shared::{project_editor::form_actions, staff_options},
    words::Words,
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

/// The form with what is chosen and typed, to which the search belongs too.
const FORM: &str = "hand-over";

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
    /// Other customers are looked for; what was typed and chosen stays.
    find: bool,
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
    let mut form = PlanHandOverForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    let offered = hand_over::choose(&portal, context.actor()?, &asked.question(), &form).await?;
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
    UrlEncoded(pairs): UrlEncoded<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let Some(mut form) = PlanHandOverForm::from_pairs(&pairs) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    if choice.find {
        return choose_again(&portal, &context, PortfolioQuery::sent(&pairs), form, Vec::new()).await;
    }
    if choice.every {
        let offered = hand_over::choose(&portal, context.actor()?, &asked.question(), &form).await?;
        form.customers.extend(offered.rows.iter().map(|row| row.customer.to_string()));
        return Ok(Choice { context: &context, asked: &asked, offered, form, problems: Vec::new() }.answer());
    }
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
    let offered = hand_over::choose(portal, context.actor()?, &asked.question(), &form).await?;
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
                <form class="form sheet" id=FORM method="post" action=links::hand_over::preview_among(self.asked)>
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
            <div class="finder" role="search">
                <div class="field">
                    <label for="q">{say!(words, "portfolio-search")}</label>
                    <input class="input" form=FORM id="q" name="q" type="search" autocomplete="off" maxlength="100" value=self.asked.q.clone()/>
                </div>
                <div class="field">
                    <label for="who">{say!(words, "portfolio-responsible")}</label>
                    <select class="select" form=FORM id="who" name="who">{options.collect_view()}</select>
                </div>
                <button class="button" form=FORM formaction=links::hand_over::find()>{say!(words, "portfolio-find")}</button>
            </div>
        }
        .into_any()
    }

    /// The customers with a box each.
    fn customers(&self) -> AnyView {
        let words = &self.context.words;
        let error = problem::of(words, &self.problems, "customers");
        let described = error.as_ref().map(|_| "customers-error");
        // What was chosen from another search stays chosen, and on top.
        let chosen = self.offered.chosen.iter().map(|one| (one.customer, one.name.clone(), one.holder.1.clone()));
        let found = self.offered.rows.iter().map(|row| (row.customer, row.name.clone(), about(words, row)));
        let rows = chosen.chain(found).enumerate().map(|(place, (customer, name, about))| {
            let value = customer.to_string();
            let checked = self.form.customers.contains(&value);
            view! {
                <label class="choice">
                    <input type="checkbox" name="customers" id=(place == 0).then_some("customers") value=value checked=checked aria-describedby=described/>
                    <span>{name}<span class="hint">{about}</span></span>
                </label>
            }
        });
        let rows = rows.collect_view();
        let every = (!self.offered.rows.is_empty()).then(|| {
            let all = links::hand_over::every_among(self.asked);
            view! { <p><button class="edit" formaction=all>{say!(words, "hand-over-every")}</button></p> }
        });
        let none = self.offered.rows.is_empty().then(|| {
            let id = self.offered.chosen.is_empty().then_some("customers");
            view! { <p class="quiet" id=id>{say!(words, "portfolio-nothing")}</p> }
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
