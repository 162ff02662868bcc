//! When a staff person is away, and who stands in.

use super::{desk::keep, frame, path::At};
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
use coplan_domain::{chance::new_ulid, id::AbsenceId, person::StaffPerson};
use coplan_usecases::{
    Portal,
    absence::{self, AbsenceForm, AbsenceView},
    edit::AddError,
    form::FieldProblem,
    staff,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows the days away that are still to come, and asks for more.
///
/// # Errors
/// [`Failure`] where the reader is no staff.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let id = new_ulid(portal.clock.now(), &*portal.chance).into();
    let form = AbsenceForm { id, first_day: String::new(), last_day: String::new(), stand_in: String::new() };
    draw(&portal, &visitor, form, &[]).await
}

/// Plans days away.
///
/// # Errors
/// [`Failure`] where the reader is no staff.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(form): Form<AbsenceForm>) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    match absence::plan(&portal, actor, actor.person(), &form).await {
        Ok(()) => Ok(Redirect::to("/me/away").into_response()),
        Err(AddError::Invalid(problems)) => draw(&portal, &visitor, form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Takes planned days back.
///
/// # Errors
/// [`Failure`] where they are not the reader's.
pub async fn cancel(State(portal): State<Portal>, visitor: Visitor, At((id,)): At<(AbsenceId,)>) -> Result<Redirect, Failure> {
    let actor = visitor.actor()?;
    absence::cancel(&portal, actor, actor.person(), id).await?;
    Ok(Redirect::to("/me/away"))
}

async fn draw(portal: &Portal, visitor: &Visitor, form: AbsenceForm, problems: &[FieldProblem]) -> Result<Response, Failure> {
    let actor = visitor.actor()?;
    let absences = absence::list(portal, actor, actor.person()).await?;
    let mut colleagues = staff::list_colleagues(portal, actor).await?.ok_or(Failure::NotFound)?;
    colleagues.retain(|colleague| colleague.person.id != actor.person());
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = portal.today(actor);
    Ok(shell::answer(visitor, status, || page(visitor, &absences, &colleagues, today, form, problems)))
}

fn page(
    visitor: &Visitor,
    absences: &[AbsenceView],
    colleagues: &[StaffPerson],
    today: Date,
    form: AbsenceForm,
    problems: &[FieldProblem],
) -> Page {
    let words = &visitor.words;
    let title = words.say("absence-title");
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <p class="lead">{words.say("absence-lead")}</p>
            {problem::summary(words, &labels::ABSENCE, problems)}
        </div>
        <div class="page-main">
            {planned(words, absences, today)}
            {asked(words, colleagues, form, problems)}
        </div>
    };
    Page { title, customer: None, links: frame::staff_links(visitor), contact: None, class: "page narrow", main: main.into_any() }
}

fn planned(words: &Words, absences: &[AbsenceView], today: Date) -> AnyView {
    let body = if absences.is_empty() {
        view! { <div class="empty"><p><strong>{words.say("absence-none")}</strong>{words.say("absence-none-text")}</p></div> }
            .into_any()
    } else {
        let rows = absences.iter().map(|planned| {
            let absence = &planned.absence;
            let (first, last) = (words.day(absence.first_day, today), words.day(absence.last_day, today));
            let days = say!(words, "absence-days", first = first, last = last);
            let stand_in = say!(words, "absence-stand-in", name = planned.stand_in.clone());
            view! {
                <li class="row">
                    <div class="row-main"><strong>{days.clone()}</strong><span class="quiet">{stand_in}</span></div>
                    <form method="post" action=format!("/me/away/{}/cancel", absence.id)>
                        <button class="button plain">{words.say("absence-cancel")}<span class="unseen">": "{days}</span></button>
                    </form>
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

fn asked(words: &Words, colleagues: &[StaffPerson], form: AbsenceForm, problems: &[FieldProblem]) -> AnyView {
    let field = |name: &'static str, label: String, value: String| Field {
        name,
        label,
        value,
        problem: problem::of(words, problems, name),
        ..Field::default()
    };
    let choose = (String::new(), words.say("absence-choose"));
    let options = colleagues.iter().map(|it| (it.person.id.to_string(), format!("{}, {}", it.person.name, it.title)));
    let options = [choose].into_iter().chain(options).collect();
    let stand_in =
        Field { hint: Some(words.say("absence-who-hint")), ..field("stand_in", words.say("absence-who"), form.stand_in) };
    view! {
        <section class="sheet" aria-labelledby="h-add">
            <h2 id="h-add">{words.say("absence-add")}</h2>
            <form class="form" method="post" action="/me/away">
                <input type="hidden" name="id" value=form.id.to_string()/>
                <div class="form-row">
                    {field("first_day", words.say("absence-first-day"), form.first_day).input("date")}
                    {field("last_day", words.say("absence-last-day"), form.last_day).input("date")}
                </div>
                {stand_in.select(options)}
                {keep(words, "/".to_owned(), words.say("absence-add-keep"))}
            </form>
        </section>
    }
    .into_any()
}
