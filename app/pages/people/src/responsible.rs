//! Who has a customer or a project, who had it when, and handing it over.

use axum::{
    Router,
    extract::State,
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
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::{project_editor::form_actions, staff_options},
    words::Words,
};
use coplan_domain::id::{CustomerId, ProjectId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    responsible::{self, Assignment, HandOverChoice, HandOverForm, ResponsibleHistory, StandInTime},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// The routes of who is responsible.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::responsible::of_customer::PATTERN, routing::get(get).post(post))
        .route(links::responsible::of_project::PATTERN, routing::get(get_of_project).post(post_of_project))
}

/// Tells who has had the customer.
///
/// # Errors
/// [`PageError`] where the customer is not the reader's.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, None, StatusCode::OK, Vec::new()).await
}

/// Hands the customer over.
///
/// # Errors
/// [`PageError`] where the reader may not.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<HandOverForm>,
) -> Result<Response, PageError> {
    hand_over(&portal, &context, customer, None, form).await
}

/// Tells who has had a project.
///
/// # Errors
/// [`PageError`] where the project is not the reader's.
async fn get_of_project(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, Some(project), StatusCode::OK, Vec::new()).await
}

/// Hands a project over.
///
/// # Errors
/// [`PageError`] where the reader may not.
async fn post_of_project(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, project)): PathIds<(CustomerId, ProjectId)>,
    Submitted(form): Submitted<HandOverForm>,
) -> Result<Response, PageError> {
    hand_over(&portal, &context, customer, Some(project), form).await
}

/// Handed over by somebody else meanwhile, the page comes again and tells who has it now; nothing was typed.
async fn hand_over(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    project: Option<ProjectId>,
    form: HandOverForm,
) -> Result<Response, PageError> {
    match responsible::hand_over(portal, context.actor()?, customer, project, &form).await {
        Ok(()) => Ok(Redirect::to(&links::responsible::of(customer, project)).into_response()),
        Err(Error::Stale(_)) => draw(portal, context, customer, project, StatusCode::CONFLICT, Vec::new()).await,
        Err(Error::Invalid(problems)) => {
            draw(portal, context, customer, project, StatusCode::UNPROCESSABLE_ENTITY, problems).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    project: Option<ProjectId>,
    status: StatusCode,
    problems: Vec<FieldProblem>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let history = responsible::history(portal, actor, customer, project).await?;
    let today = portal.today(actor);
    let frame = CustomerLayout::new(context, &history.layout, today);
    let stale = status == StatusCode::CONFLICT;
    let page = Told { words: &context.words, customer, project, history, today, stale, problems };
    Ok(layout::answer(context, status, || {
        let main = page.main(&frame);
        frame.page(say!(context.words, "responsible-title"), "page", main)
    }))
}

struct Told<'a> {
    words: &'a Words,
    customer: CustomerId,
    project: Option<ProjectId>,
    history: ResponsibleHistory,
    today: Date,
    stale: bool,
    problems: Vec<FieldProblem>,
}

impl Told<'_> {
    fn leave(&self) -> String {
        self.project.map_or_else(|| links::plan::show(self.customer), |project| links::project::show(self.customer, project))
    }

    fn main(&self, frame: &CustomerLayout) -> AnyView {
        let (words, customer_name) = (self.words, frame.customer_name());
        let matter = self.history.matter.clone();
        let now = self.history.now.name.clone();
        let stale = self.stale.then(|| {
            view! { <div class="notice warn" role="alert"><p>{say!(words, "responsible-stale", name = now.clone())}</p></div> }
        });
        let project = self.project.map(|_| view! { <a href=self.leave()>{matter.clone()}</a> });
        let choice = self.history.hand_over.as_ref().map(|choice| self.choice(choice));
        view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    <a href=links::plan::show(self.customer)>{customer_name.to_owned()}</a>
                    {project}
                </nav>
                <h1>{say!(words, "responsible-title")}</h1>
                <p class="lead">{say!(words, "responsible-lead", name = now, matter = matter)}</p>
                {stale}
                {problem::summary(words, HandOverForm::FIELDS, &self.problems)}
            </div>
            <div class="page-main">
                {self.held()}
                {choice}
            </div>
            <div class="page-side">{frame.contact_card(words)}</div>
        }
        .into_any()
    }

    fn held(&self) -> AnyView {
        let words = self.words;
        let body = if self.history.held.is_empty() {
            view! { <p>{say!(words, "responsible-as-the-customer")}</p> }.into_any()
        } else {
            let rows = self.history.held.iter().rev().map(|held| self.row(held)).collect::<Vec<_>>();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        view! {
            <section class="sheet" aria-labelledby="h-held">
                <h2 id="h-held">{say!(words, "responsible-history")}</h2>
                {body}
            </section>
        }
        .into_any()
    }

    fn row(&self, held: &Assignment) -> AnyView {
        let words = self.words;
        let day = |at| words.day(words.day_of(at), self.today);
        let when = match held.until {
            Some(until) => say!(words, "responsible-from-until", from = day(held.from), until = day(until)),
            None => say!(words, "responsible-since", from = day(held.from)),
        };
        let stand_ins =
            held.stand_ins.iter().map(|days| view! { <span class="quiet">{self.stood_in(days)}</span> }).collect_view();
        view! {
            <li class="row">
                <div class="row-main"><strong>{held.name.clone()}</strong><span class="quiet">{when}</span>{stand_ins}</div>
            </li>
        }
        .into_any()
    }

    fn stood_in(&self, days: &StandInTime) -> String {
        let (words, name, from) = (self.words, days.name.clone(), self.words.day(days.first_day, self.today));
        match days.last_day {
            None => say!(words, "responsible-stands-in", name = name, from = from),
            Some(last) if last == days.first_day => say!(words, "responsible-stood-in-day", name = name, day = from),
            Some(last) => say!(words, "responsible-stood-in", name = name, from = from, until = words.day(last, self.today)),
        }
    }

    fn choice(&self, choice: &HandOverChoice) -> AnyView {
        let words = self.words;
        if choice.colleagues.iter().all(|colleague| colleague.person.id == choice.from) {
            return view! { <section class="sheet"><p>{say!(words, "responsible-nobody-else")}</p></section> }.into_any();
        }
        let options = staff_options::options(words, &choice.colleagues, Some(choice.from));
        let form = HandOverForm { from: choice.from, to: String::new() };
        let form = FormView::new(words, &form, &self.problems).entries(options);
        view! {
            <section class="sheet" aria-labelledby="h-over">
                <h2 id="h-over">{say!(words, "responsible-hand-over")}</h2>
                <form class="form" method="post" action=links::responsible::of(self.customer, self.project)>
                    {form.all()}
                    {form_actions(words, self.leave(), say!(words, "responsible-hand-over-keep"))}
                </form>
            </section>
        }
        .into_any()
    }
}
