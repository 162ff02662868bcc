//! Calling a meeting, and changing its invitation.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, confirm_form, form_actions},
};
use coplan_domain::{
    id::{CustomerId, MeetingId},
    meeting::Meeting,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal, Turn,
    form::{FieldProblem, Form},
    meeting::{self, CallForm, ChangeMeetingForm, MeetingList, MeetingView},
};
use leptos::prelude::*;

/// Asks for a meeting.
///
/// # Errors
/// [`PageError`] where the reader may not call one.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = CallForm::suggested(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Calls it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<CallForm>,
) -> Result<Response, PageError> {
    match meeting::call(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::meeting::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &CallForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let MeetingList { layout, may_call, today, .. } = meeting::list(portal, context.actor()?, customer, &Turn::First).await?;
    if !may_call {
        return Err(PageError::NotResponsible);
    }
    let fields = FormView::new(words, form, problems).today(today);
    let main = view! {
        <form class="sheet" method="post" action=links::meeting::call(customer)>
            <div class="form">{fields.all()}{form_actions(words, links::meeting::list(customer), say!(words, "meeting-call"))}</div>
        </form>
    };
    let crumbs = vec![(links::meeting::list(customer), say!(words, "nav-meetings"))];
    let page =
        FormPage { title: say!(words, "meeting-call"), fields: CallForm::FIELDS, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &layout, today), crumbs))
}

/// Asks how the invitation should be.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, MeetingId)>,
) -> Result<Response, PageError> {
    let view = editable(&portal, &context, of).await?;
    let form = ChangeMeetingForm::of(&view.meeting, context.actor()?.entered().time_zone());
    Ok(draw_change(&context, of, &view, &form, &[], None))
}

/// Keeps the invitation.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post_change(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, MeetingId)>,
    Submitted(form): Submitted<ChangeMeetingForm>,
) -> Result<Response, PageError> {
    match meeting::change(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::meeting::show(of.0, of.1)).into_response()),
        Err(Error::Stale(theirs)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &[], Some(*theirs)))
        }
        Err(Error::Invalid(problems)) => {
            let view = editable(&portal, &context, of).await?;
            Ok(draw_change(&context, of, &view, &form, &problems, None))
        }
        Err(error) => Err(error.into()),
    }
}

async fn editable(portal: &Portal, context: &RequestContext, of: (CustomerId, MeetingId)) -> Result<MeetingView, PageError> {
    let view = meeting::show(portal, context.actor()?, of.0, of.1).await?;
    if view.may_call { Ok(view) } else { Err(PageError::NotResponsible) }
}

fn draw_change(
    context: &RequestContext,
    of: (CustomerId, MeetingId),
    view: &MeetingView,
    form: &ChangeMeetingForm,
    problems: &[FieldProblem],
    theirs: Option<Meeting>,
) -> Response {
    let words = &context.words;
    let fields = FormView::new(words, form, problems).today(view.today);
    let (action, leave) = (links::meeting::change(of.0, of.1), links::meeting::show(of.0, of.1));
    let stale = theirs.is_some();
    let main = if let Some(theirs) = theirs {
        let zone = context.actor.as_ref().map_or("", |actor| actor.entered().time_zone());
        conflict(&fields, Conflict::new(form.clone(), ChangeMeetingForm::of(&theirs, zone), action, leave))
    } else {
        let cancel = confirm_form(
            say!(words, "meeting-cancel"),
            say!(words, "meeting-cancel-means"),
            links::meeting::cancel(of.0, of.1),
            say!(words, "meeting-cancel-sure"),
        );
        view! {
            <form class="sheet" method="post" action=action>
                <div class="form">{fields.all()}{form_actions(words, leave, say!(words, "save"))}</div>
            </form>
            <section class="sheet">{cancel}</section>
        }
        .into_any()
    };
    let crumbs = vec![
        (links::meeting::list(of.0), say!(words, "nav-meetings")),
        (links::meeting::show(of.0, of.1), view.meeting.title.clone()),
    ];
    let (title, fields) = (say!(words, "meeting-change"), ChangeMeetingForm::FIELDS);
    FormPage { title, fields, problems, stale, main }.answer(
        context,
        CustomerLayout::new(context, &view.layout, view.today),
        crumbs,
    )
}
