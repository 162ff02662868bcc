//! Giving a discussion another subject: other words, and for the supplier's people another object.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Entry, FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::{
        project_editor::{FormPage, form_actions},
        subject,
    },
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    thread::About,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    thread::{self, ChangeThreadForm, SubjectView},
};
use leptos::prelude::*;

type Ids = (CustomerId, ThreadId);

/// Asks for the subject.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, None, (&[], None)).await
}

/// Keeps the subject.
///
/// # Errors
/// [`PageError`] where the reader may not change it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<ChangeThreadForm>,
) -> Result<Response, PageError> {
    match thread::change_subject(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::thread::show(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, of, Some(form), (&problems, None)).await,
        Err(Error::Stale(title)) => {
            let form = ChangeThreadForm { was: (*title).clone(), ..form };
            draw(&portal, &context, of, Some(form), (&[], Some(*title))).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    of: Ids,
    typed: Option<ChangeThreadForm>,
    (problems, theirs): (&[FieldProblem], Option<String>),
) -> Result<Response, PageError> {
    let (words, actor) = (&context.words, context.actor()?);
    let view = thread::begin_change(portal, actor, of.0, of.1).await?;
    let form = typed.unwrap_or_else(|| ChangeThreadForm {
        title: view.title.clone(),
        was: view.title.clone(),
        about: view.about.to_string(),
        confirmed: false,
    });
    let fields = FormView::new(words, &form, problems).entries(entries(words, &view.subjects));
    let fields =
        if view.subjects.is_empty() { view! { {fields.hidden()}{fields.only(&["title"])} }.into_any() } else { fields.all() };
    let stale = theirs.is_some();
    let notice = theirs.map(|title| {
        let said = say!(words, "thread-change-stale", title = title);
        view! { <div class="notice warn" role="alert"><p>{said}</p></div> }
    });
    let main = view! {
        <form class="sheet form" method="post" action=links::thread::change(of.0, of.1)>
            {notice}
            {fields}
            {form_actions(words, links::thread::show(of.0, of.1), say!(words, "save"))}
        </form>
    };
    let crumbs =
        vec![(links::thread::list(of.0), say!(words, "nav-discussions")), (links::thread::show(of.0, of.1), view.title.clone())];
    let (title, fields) = (say!(words, "thread-change-title"), ChangeThreadForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, portal.today(actor)), crumbs))
}

/// What it can be about, in words.
fn entries(words: &Words, subjects: &[SubjectView]) -> Vec<Entry> {
    let said = |it: &SubjectView| (About { kind: it.kind, id: it.id }.to_string(), subject::line(words, it));
    subjects.iter().map(said).collect()
}
