//! When a staff person is away, and who stands in.

use super::{
    account::own_page,
    colleague,
    desk::{AskFirst, keep},
    path::At,
};
use crate::{
    failure::Failure,
    parts::{field::Field, labels, problem},
    say,
    shell::{self, Page},
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    chance::new_ulid,
    id::{AbsenceId, PersonId},
    person::StaffPerson,
};
use coplan_usecases::{
    Portal,
    absence::{self, AbsenceForm, AbsenceView},
    edit::AddError,
    form::FieldProblem,
    staff,
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
    fn own(visitor: &Visitor) -> Result<Self, Failure> {
        Ok(Self { person: visitor.actor()?.person(), colleague: None })
    }

    /// A colleague, for whoever may plan for it; the reader's own days have an address of their own.
    async fn colleague(portal: &Portal, visitor: &Visitor, person: PersonId) -> Result<Self, Failure> {
        let entries = staff::list_for_admin(portal, visitor.actor()?).await?.ok_or(Failure::NotFound)?;
        let entry = entries.into_iter().find(|entry| entry.staff.person.id == person).ok_or(Failure::NotFound)?;
        Ok(Self { person, colleague: Some(entry.staff.person.name) })
    }

    fn href(&self) -> String {
        self.colleague.as_ref().map_or_else(|| "/me/away".to_owned(), |_| href(self.person))
    }

    fn leave(&self) -> String {
        self.colleague.as_ref().map_or_else(|| "/me".to_owned(), |_| format!("/staff/{}", self.person))
    }
}

/// Where the days away of a colleague are arranged.
#[must_use]
pub fn href(colleague: PersonId) -> String {
    format!("/staff/{colleague}/away")
}

/// Shows the days away that are still to come, and asks for more.
///
/// # Errors
/// [`Failure`] where the reader is no staff.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let whose = Whose::own(&visitor)?;
    draw(&portal, &visitor, whose, blank(&portal), &[]).await
}

/// Plans days away.
///
/// # Errors
/// [`Failure`] where the reader is no staff.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<AbsenceForm>) -> Result<Response, Failure> {
    let whose = Whose::own(&visitor)?;
    plan(&portal, &visitor, whose, form).await
}

/// Takes planned days back.
///
/// # Errors
/// [`Failure`] where they are not the reader's.
pub async fn cancel(State(portal): State<Portal>, visitor: Visitor, At((id,)): At<(AbsenceId,)>) -> Result<Redirect, Failure> {
    let whose = Whose::own(&visitor)?;
    absence::cancel(&portal, visitor.actor()?, whose.person, id).await?;
    Ok(Redirect::to(&whose.href()))
}

/// Shows an admin the days away of a colleague, and asks for more.
///
/// # Errors
/// [`Failure::NotFound`] where no admin is in or nobody has the id.
pub async fn get_of_colleague(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((person,)): At<(PersonId,)>,
) -> Result<Response, Failure> {
    let whose = Whose::colleague(&portal, &visitor, person).await?;
    draw(&portal, &visitor, whose, blank(&portal), &[]).await
}

/// Plans days away for a colleague.
///
/// # Errors
/// [`Failure::NotFound`] where no admin is in or nobody has the id.
pub async fn post_of_colleague(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((person,)): At<(PersonId,)>,
    Form(form): Form<AbsenceForm>,
) -> Result<Response, Failure> {
    let whose = Whose::colleague(&portal, &visitor, person).await?;
    plan(&portal, &visitor, whose, form).await
}

/// Takes planned days of a colleague back.
///
/// # Errors
/// [`Failure::NotFound`] where no admin is in or the days are not the colleague's.
pub async fn cancel_of_colleague(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((person, id)): At<(PersonId, AbsenceId)>,
) -> Result<Redirect, Failure> {
    let whose = Whose::colleague(&portal, &visitor, person).await?;
    absence::cancel(&portal, visitor.actor()?, person, id).await?;
    Ok(Redirect::to(&whose.href()))
}

fn blank(portal: &Portal) -> AbsenceForm {
    let id = new_ulid(portal.clock.now(), &*portal.chance).into();
    AbsenceForm { id, first_day: String::new(), last_day: String::new(), stand_in: String::new() }
}

async fn plan(portal: &Portal, visitor: &Visitor, whose: Whose, form: AbsenceForm) -> Result<Response, Failure> {
    match absence::plan(portal, visitor.actor()?, whose.person, &form).await {
        Ok(()) => Ok(Redirect::to(&whose.href()).into_response()),
        Err(AddError::Invalid(problems)) => draw(portal, visitor, whose, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    visitor: &Visitor,
    whose: Whose,
    form: AbsenceForm,
    problems: &[FieldProblem],
) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let absences = absence::list(portal, actor, whose.person).await?;
    let colleagues = staff::list_colleagues(portal, actor).await?.ok_or(Failure::NotFound)?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = portal.today(actor);
    Ok(shell::answer(visitor, status, || page(visitor, &whose, &absences, &colleagues, today, form, problems)))
}

fn page(
    visitor: &Visitor,
    whose: &Whose,
    absences: &[AbsenceView],
    colleagues: &[StaffPerson],
    today: Date,
    form: AbsenceForm,
    problems: &[FieldProblem],
) -> Page {
    let words = &visitor.words;
    let (title, lead) = match &whose.colleague {
        None => (words.say("absence-title"), words.say("absence-lead")),
        Some(name) => (say!(words, "absence-title-of", name = name.clone()), say!(words, "absence-lead-of", name = name.clone())),
    };
    let back = whose.colleague.as_ref().map_or_else(|| words.say("account-title"), Clone::clone);
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("way-back")><a href=whose.leave()>{back}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
            {problem::summary(words, &labels::ABSENCE, problems)}
        </div>
        <div class="page-main">
            {planned(words, whose, absences, today)}
            {asked(words, whose, colleagues, form, problems)}
        </div>
    };
    own_page(visitor, title, "page narrow", main.into_any())
}

fn planned(words: &Words, whose: &Whose, absences: &[AbsenceView], today: Date) -> AnyView {
    let body = if absences.is_empty() {
        view! { <div class="empty"><p><strong>{words.say("absence-none")}</strong>{words.say("absence-none-text")}</p></div> }
            .into_any()
    } else {
        let rows = absences.iter().map(|planned| {
            let absence = &planned.absence;
            let (first, last) = (words.day(absence.first_day, today), words.day(absence.last_day, today));
            let days = say!(words, "absence-days", first = first, last = last);
            let stand_in = say!(words, "absence-stand-in", name = planned.stand_in.clone());
            let take_back = AskFirst {
                summary: words.say("absence-cancel"),
                of: Some(days.clone()),
                means: words.say("absence-cancel-means"),
                action: format!("{}/{}/cancel", whose.href(), absence.id),
                sure: words.say("absence-cancel-sure"),
                ..AskFirst::default()
            };
            view! {
                <li class="row">
                    <div class="row-main"><strong>{days}</strong><span class="quiet">{stand_in}</span></div>
                    {take_back.draw()}
                </li>
            }
        });
        view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="sheet" aria-labelledby="h-planned">
            <h2 id="h-planned">{words.say("absence-planned")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn asked(words: &Words, whose: &Whose, colleagues: &[StaffPerson], form: AbsenceForm, problems: &[FieldProblem]) -> AnyView {
    let field = |name: &'static str, label: String, value: String| Field {
        name,
        label,
        value,
        problem: problem::of(words, problems, name),
        ..Field::default()
    };
    let options = colleague::options(words, colleagues, Some(whose.person));
    let stand_in =
        Field { hint: Some(words.say("absence-who-hint")), ..field("stand_in", words.say("absence-who"), form.stand_in) };
    view! {
        <section class="sheet" aria-labelledby="h-add">
            <h2 id="h-add">{words.say("absence-add")}</h2>
            <form class="form" method="post" action=whose.href()>
                <input type="hidden" name="id" value=form.id.to_string()/>
                <div class="form-row">
                    {field("first_day", words.say("absence-first-day"), form.first_day).input("date")}
                    {field("last_day", words.say("absence-last-day"), form.last_day).input("date")}
                </div>
                {stand_in.select(options)}
                {keep(words, whose.leave(), words.say("absence-add-keep"))}
            </form>
        </section>
    }
    .into_any()
}
