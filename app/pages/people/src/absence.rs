//! When a staff person is away, and who stands in.

mod answer;
mod other;

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
    layout::{self, Page},
    links, say,
    shared::{
        own_form::own_page,
        project_editor::{ConfirmForm, form_actions},
        staff_options,
    },
    words::Words,
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    person::StaffPerson,
    stand_in::StandInAnswer,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    absence::{self, AbsenceForm, AbsenceView},
    form::{FieldProblem, Form},
    staff::{self, InCharge},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Whose days away a page is about.
struct Whose {
    person: PersonId,
    /// The name, where it is a colleague; none for the reader.
    colleague: Option<String>,
}

impl Whose {
    fn own(context: &RequestContext) -> Result<Self, PageError> {
        Ok(Self { person: context.actor()?.person(), colleague: None })
    }

    /// A colleague, for whoever may plan for it; the reader's own days have an address of their own.
    async fn colleague(portal: &Portal, context: &RequestContext, person: PersonId) -> Result<Self, PageError> {
        let entries = staff::list_for_admin(portal, context.actor()?).await?.ok_or(PageError::NotFound)?;
        let entry = entries.into_iter().find(|entry| entry.staff.person.id == person).ok_or(PageError::NotFound)?;
        Ok(Self { person, colleague: Some(entry.staff.person.name) })
    }

    fn href(&self) -> String {
        self.colleague.as_ref().map_or_else(links::absence::own, |_| links::absence::of_colleague(self.person))
    }

    fn cancel(&self, absence: AbsenceId) -> String {
        match &self.colleague {
            None => links::absence::cancel_own(absence),
            Some(_) => links::absence::cancel_of_colleague(self.person, absence),
        }
    }

    fn other(&self, absence: AbsenceId) -> String {
        match &self.colleague {
            None => links::absence::other_own(absence),
            Some(_) => links::absence::other_of_colleague(self.person, absence),
        }
    }

    fn title(&self, words: &Words) -> String {
        match &self.colleague {
            None => say!(words, "absence-title"),
            Some(name) => say!(words, "absence-title-of", name = name.clone()),
        }
    }

    fn leave(&self) -> String {
        self.colleague.as_ref().map_or_else(links::account::show, |_| links::staff::edit(self.person))
    }
}

/// The routes of days away.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::absence::own::PATTERN, routing::get(get).post(post))
        .route(links::absence::cancel_own::PATTERN, routing::post(cancel))
        .route(links::absence::other_own::PATTERN, routing::get(other::get).post(other::post))
        .route(links::absence::other_of_colleague::PATTERN, routing::get(other::get_of_colleague).post(other::post_of_colleague))
        .route(links::absence::answer::PATTERN, routing::get(answer::get).post(answer::post))
        .route(links::absence::of_colleague::PATTERN, routing::get(get_of_colleague).post(post_of_colleague))
        .route(links::absence::cancel_of_colleague::PATTERN, routing::post(cancel_of_colleague))
}

/// Shows the days away that are still to come, and asks for more.
///
/// # Errors
/// [`PageError`] where the reader is no staff.
async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let whose = Whose::own(&context)?;
    draw(&portal, &context, whose, &blank(&portal), &[]).await
}

/// Plans days away.
///
/// # Errors
/// [`PageError`] where the reader is no staff.
async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<AbsenceForm>,
) -> Result<Response, PageError> {
    let whose = Whose::own(&context)?;
    plan(&portal, &context, whose, form).await
}

/// Takes planned days back.
///
/// # Errors
/// [`PageError`] where they are not the reader's.
async fn cancel(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(AbsenceId,)>,
) -> Result<Redirect, PageError> {
    let whose = Whose::own(&context)?;
    absence::cancel(&portal, context.actor()?, whose.person, id).await?;
    Ok(Redirect::to(&whose.href()))
}

/// Shows an admin the days away of a colleague, and asks for more.
///
/// # Errors
/// [`PageError::NotFound`] where no admin is in or nobody has the id.
async fn get_of_colleague(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((person,)): PathIds<(PersonId,)>,
) -> Result<Response, PageError> {
    let whose = Whose::colleague(&portal, &context, person).await?;
    draw(&portal, &context, whose, &blank(&portal), &[]).await
}

/// Plans days away for a colleague.
///
/// # Errors
/// [`PageError::NotFound`] where no admin is in or nobody has the id.
async fn post_of_colleague(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((person,)): PathIds<(PersonId,)>,
    Submitted(form): Submitted<AbsenceForm>,
) -> Result<Response, PageError> {
    let whose = Whose::colleague(&portal, &context, person).await?;
    plan(&portal, &context, whose, form).await
}

/// Takes planned days of a colleague back.
///
/// # Errors
/// [`PageError::NotFound`] where no admin is in or the days are not the colleague's.
async fn cancel_of_colleague(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((person, id)): PathIds<(PersonId, AbsenceId)>,
) -> Result<Redirect, PageError> {
    let whose = Whose::colleague(&portal, &context, person).await?;
    absence::cancel(&portal, context.actor()?, person, id).await?;
    Ok(Redirect::to(&whose.href()))
}

fn blank(portal: &Portal) -> AbsenceForm {
    AbsenceForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into())
}

async fn plan(portal: &Portal, context: &RequestContext, whose: Whose, form: AbsenceForm) -> Result<Response, PageError> {
    match absence::plan(portal, context.actor()?, whose.person, &form).await {
        Ok(()) => Ok(Redirect::to(&whose.href()).into_response()),
        Err(Error::Invalid(problems)) => draw(portal, context, whose, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    whose: Whose,
    form: &AbsenceForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let absences = absence::list(portal, actor, whose.person).await?;
    let colleagues = staff::list_in_charge(portal, actor, InCharge::InsteadOf(whose.person)).await?.ok_or(PageError::NotFound)?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = portal.today(actor);
    Ok(layout::answer(context, status, || page(context, &whose, &absences, &colleagues, today, form, problems)))
}

fn page(
    context: &RequestContext,
    whose: &Whose,
    absences: &[AbsenceView],
    colleagues: &[StaffPerson],
    today: Date,
    form: &AbsenceForm,
    problems: &[FieldProblem],
) -> Page {
    let words = &context.words;
    let (title, lead) = match &whose.colleague {
        None => (whose.title(words), say!(words, "absence-lead")),
        Some(name) => (whose.title(words), say!(words, "absence-lead-of", name = name.clone())),
    };
    let back = whose.colleague.as_ref().map_or_else(|| say!(words, "account-title"), Clone::clone);
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=whose.leave()>{back}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
            {problem::summary(words, AbsenceForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            {planned(words, whose, absences, today)}
            {asked(words, whose, colleagues, form, problems)}
        </div>
    };
    own_page(context, title, "page narrow", main.into_any())
}

fn planned(words: &Words, whose: &Whose, absences: &[AbsenceView], today: Date) -> AnyView {
    let body = if absences.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "absence-none")}</strong>{say!(words, "absence-none-text")}</p></div> }
            .into_any()
    } else {
        let rows = absences.iter().map(|planned| {
            let absence = &planned.absence;
            let (first, last) = (words.day(absence.first_day, today), words.day(absence.last_day, today));
            let days = say!(words, "absence-days", first = first, last = last);
            let stand_in = say!(words, "absence-stand-in", name = planned.stand_in.clone());
            let withdraw = ConfirmForm {
                summary: say!(words, "absence-cancel"),
                of: Some(days.clone()),
                means: say!(words, "absence-cancel-means"),
                action: whose.cancel(absence.id),
                sure: say!(words, "absence-cancel-sure"),
                ..ConfirmForm::default()
            };
            let (class, answer) = match &planned.answer {
                None => ("status to-come", say!(words, "stand-in-unanswered")),
                Some((StandInAnswer::Accepted, _)) => ("status good", say!(words, "stand-in-accepted")),
                Some((StandInAnswer::Declined, why)) => ("status warn", say!(words, "stand-in-declined", why = why.clone())),
            };
            view! {
                <li class="row">
                    <div class="row-main">
                        <strong>{days}</strong><span class="quiet">{stand_in}</span>
                        <span class=class>{answer}</span>
                        <p><a href=whose.other(absence.id)>{say!(words, "stand-in-other")}</a></p>
                    </div>
                    {withdraw.draw()}
                </li>
            }
        });
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-planned">
            <h2 id="h-planned">{say!(words, "absence-planned")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn asked(words: &Words, whose: &Whose, colleagues: &[StaffPerson], form: &AbsenceForm, problems: &[FieldProblem]) -> AnyView {
    let options = staff_options::options(words, colleagues, Some(whose.person));
    let form = FormView::new(words, form, problems).entries(options);
    view! {
        <section class="sheet" aria-labelledby="h-add">
            <h2 id="h-add">{say!(words, "absence-add")}</h2>
            <form class="form" method="post" action=whose.href()>
                {form.all()}
                {form_actions(words, whose.leave(), say!(words, "absence-add-keep"))}
            </form>
        </section>
    }
    .into_any()
}
