//! `/staff/{id}`: an admin changes a colleague, gives it a new password, or ends its time here.

use super::{crumbs, hand_over, proof};
use crate::entry::refusal;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Proved, conflict, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page},
    links, say,
    shared::{own_form::own_page, project_editor::form_actions},
    words::Words,
};
use coplan_domain::{id::PersonId, person::StaffPerson};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    sign_in::OwnProof,
    staff::{self, ChangeStaffError, ChangeStaffForm, HandOverAllForm, Needed, StaffEntry, find_needed, list_for_admin},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// What is shown besides the colleague as it is kept.
#[derive(Default)]
pub(super) struct Shown<'a> {
    pub(super) form: Option<&'a ChangeStaffForm>,
    pub(super) problems: &'a [FieldProblem],
    pub(super) notice: Option<AnyView>,
    pub(super) clash: Option<AnyView>,
    /// Why all that it has is not handed over.
    pub(super) over: &'a [FieldProblem],
}

/// A colleague with what the page tells of it.
pub(super) struct Colleague {
    /// As it is kept.
    pub(super) entry: StaffEntry,
    /// What others count on it for.
    pub(super) needed: Needed,
    /// Everybody, by name.
    pub(super) all: Vec<StaffPerson>,
}

impl Colleague {
    pub(super) async fn find(portal: &Portal, context: &RequestContext, id: &str) -> Result<(PersonId, Self), PageError> {
        let (actor, id) = (context.actor()?, id.parse::<PersonId>().map_err(|_| PageError::NotFound)?);
        let entries = list_for_admin(portal, actor).await?.ok_or(PageError::NotFound)?;
        let all = entries.iter().map(|entry| entry.staff.clone()).collect();
        let entry = entries.into_iter().find(|entry| entry.staff.person.id == id).ok_or(PageError::NotFound)?;
        let needed = find_needed(portal, actor, id).await?.ok_or(PageError::NotFound)?;
        Ok((id, Self { entry, needed, all }))
    }
}

/// Shows what can be done.
///
/// # Errors
/// [`PageError`] where no admin is in or nobody has the id.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(id): Path<String>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let (_, colleague) = Colleague::find(&portal, &context, &id).await?;
    let notice = (done == Some(Flash::HandedOver)).then(|| hand_over::done(&context.words, &colleague));
    Ok(layout::ok(&context, || page(&context, &colleague, Shown { notice, ..Shown::default() })))
}

/// Changes the colleague.
///
/// # Errors
/// [`PageError`] where no admin is in, nobody has the id, or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Path(id): Path<String>,
    Proved(form, proof): Proved<ChangeStaffForm>,
) -> Result<Response, PageError> {
    let (id, mut colleague) = Colleague::find(&portal, &context, &id).await?;
    let words = &context.words;
    match staff::change(&portal, context.actor()?, id, &form, &proof).await {
        Ok(()) => Ok(Redirect::to(&Flash::Changed.on(&links::staff::list())).into_response()),
        Err(ChangeStaffError::Other(Error::Invalid(problems))) => {
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || {
                page(&context, &colleague, Shown { form: Some(&form), problems: &problems, ..Shown::default() })
            }))
        }
        Err(ChangeStaffError::Other(Error::Stale(theirs))) => Ok(layout::answer(&context, StatusCode::CONFLICT, || {
            let clash = Some(difference(words, form, &theirs));
            colleague.entry = *theirs;
            page(&context, &colleague, Shown { clash, ..Shown::default() })
        })),
        Err(ChangeStaffError::LastAdmin) => Ok(layout::answer(&context, StatusCode::CONFLICT, || {
            page(&context, &colleague, Shown { form: Some(&form), notice: Some(last_admin(words)), ..Shown::default() })
        })),
        Err(ChangeStaffError::Other(error)) => Err(error.into()),
    }
}

pub(super) fn last_admin(words: &Words) -> AnyView {
    refusal(say!(words, "staff-last-admin-title"), say!(words, "staff-last-admin-text"))
}

pub(super) fn still_needed(words: &Words, name: &str, needed: &Needed, today: Date) -> AnyView {
    let matters = needed.matters.iter().map(|matter| {
        let project = matter.project.as_ref().map(|(_, name)| format!(": {name}"));
        view! { <li><a href=links::plan::show(matter.customer)>{matter.customer_name.clone()}{project}</a></li> }
    });
    let stand_ins = needed.stand_ins.iter().map(|days| {
        let (first, last) = (words.day(days.first_day, today), words.day(days.last_day, today));
        view! { <li><a href=links::absence::of_colleague(days.staff)>{days.away.clone()}</a>": "{say!(words, "absence-days", first = first, last = last)}</li> }
    });
    let has = (!needed.matters.is_empty()).then(|| {
        view! {
            <p>{say!(words, "staff-still-responsible-text", name = name.to_owned())}</p>
            <ul>{matters.collect_view()}</ul>
        }
    });
    let stands_in = (!needed.stand_ins.is_empty()).then(|| {
        view! {
            <p>{say!(words, "staff-still-stands-in-text", name = name.to_owned())}</p>
            <ul>{stand_ins.collect_view()}</ul>
        }
    });
    view! {
        <div class="notice bad" role="alert">
            <p><strong>{say!(words, "staff-still-needed-title")}</strong></p>
            {has}
            {stands_in}
        </div>
    }
    .into_any()
}

/// What was typed beside what somebody else has made of the colleague meanwhile.
fn difference(words: &Words, mine: ChangeStaffForm, theirs: &StaffEntry) -> AnyView {
    let form = FormView::new(words, &mine, &[]);
    let address = links::staff::edit(theirs.staff.person.id);
    let theirs = ChangeStaffForm::of(theirs);
    conflict(&form, Conflict::new(mine, theirs, address.clone(), address))
}

pub(super) fn page(context: &RequestContext, colleague: &Colleague, shown: Shown<'_>) -> Page {
    let (words, entry) = (&context.words, &colleague.entry);
    let person = &entry.staff.person;
    let kept = ChangeStaffForm::of(entry);
    let form = shown.form.unwrap_or(&kept);
    let own = context.actor.as_ref().is_some_and(|actor| actor.person() == person.id);
    let title = person.name.clone();
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{person.email.clone()}</p>
            {shown.notice}
            {problem::summary(words, HandOverAllForm::FIELDS, shown.over)}
        </div>
        {shown.clash.unwrap_or_else(|| change_form(context, person.id, form, shown.problems))}
        {away(words, person.id, own)}
        {hand_over::section(words, colleague, shown.over)}
        {(!own).then(|| reset_sheet(words, entry))}
        {end_sheet(words, person.id, &person.name)}
    };
    own_page(context, title, "page narrow", main.into_any())
}

fn change_form(context: &RequestContext, person: PersonId, form: &ChangeStaffForm, problems: &[FieldProblem]) -> AnyView {
    let words = &context.words;
    let view = FormView::new(words, form, problems).hint("email", say!(words, "staff-email-moves"));
    view! {
        <form class="sheet form" method="post" action=links::staff::edit(person) novalidate>
            {problem::summary(words, &[ChangeStaffForm::FIELDS, OwnProof::FIELDS].concat(), problems)}
            {view.all()}
            {proof::fields(context, problems, Some(say!(words, "own-password-sometimes")))}
            {form_actions(words, links::staff::list(), say!(words, "save"))}
        </form>
    }
    .into_any()
}

fn away(words: &Words, person: PersonId, own: bool) -> AnyView {
    let href = if own { links::absence::own() } else { links::absence::of_colleague(person) };
    view! {
        <section class="sheet" aria-labelledby="h-away">
            <h2 id="h-away">{say!(words, "absence-sheet")}</h2>
            <p>{say!(words, "absence-sheet-text")}</p>
            <div class="actions"><a class="button" href=href>{say!(words, "absence-sheet-go")}</a></div>
        </section>
    }
    .into_any()
}

fn reset_sheet(words: &Words, entry: &StaffEntry) -> AnyView {
    let person = &entry.staff.person;
    view! {
        <section class="sheet" aria-labelledby="h-reset">
            <h2 id="h-reset">{say!(words, "staff-reset")}</h2>
            <p>{say!(words, "staff-reset-ask", name = person.name.clone())}</p>
            <div class="actions"><a class="button" href=links::staff::reset_password(person.id)>{say!(words, "staff-reset-deed")}</a></div>
        </section>
    }
    .into_any()
}

fn end_sheet(words: &Words, person: PersonId, name: &str) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-end">
            <h2 id="h-end">{say!(words, "staff-end")}</h2>
            <p>{say!(words, "staff-end-ask", name = name.to_owned())}</p>
            <div class="actions"><a class="button" href=links::staff::end(person)>{say!(words, "staff-end")}</a></div>
        </section>
    }
    .into_any()
}
