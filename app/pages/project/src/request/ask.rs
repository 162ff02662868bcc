//! Setting what a task asks: up to five choices with what each of them does, and whether own words are taken.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{Conflict, FormView, Submitted, conflict},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    shared::project_editor::{FormPage, ProjectEditor, form_actions},
};
use coplan_domain::id::{CustomerId, ProjectId, TaskId};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    request::{self, RequestEdit, RequestForm, Row},
};
use leptos::prelude::*;

/// How many choices are shown before the others unfold.
const FIRST: usize = 3;

type Ids = (CustomerId, ProjectId, TaskId);

/// A task on the desk of somebody who sets what it asks.
struct Desk {
    project: ProjectEditor,
    edit: RequestEdit,
    task: TaskId,
    name: String,
}

impl Desk {
    async fn load(portal: &Portal, context: &RequestContext, (customer, project, task): Ids) -> Result<Self, PageError> {
        let project = ProjectEditor::load(portal, context, customer, project).await?;
        let name = project.view.tasks.iter().find(|it| it.id == task).ok_or(PageError::NotFound)?.name.clone();
        let edit = request::edit(portal, context.actor()?, customer, task).await?;
        Ok(Self { project, edit, task, name })
    }

    fn action(&self) -> String {
        links::request::ask(self.project.view.customer, self.project.view.id, self.task)
    }
}

/// Asks for the choices.
///
/// # Errors
/// [`PageError`] where the reader may not set them.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<Ids>,
) -> Result<Response, PageError> {
    let desk = Desk::load(&portal, &context, ids).await?;
    let form = RequestForm::of(desk.edit.request.as_ref());
    Ok(draw(desk, &context, &form, &[]))
}

/// Saves them.
///
/// # Errors
/// [`PageError`] where the reader may not set them.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(ids): PathIds<Ids>,
    Submitted(form): Submitted<RequestForm>,
) -> Result<Response, PageError> {
    let (customer, _, id) = ids;
    match request::ask(&portal, context.actor()?, customer, id, &form).await {
        Ok(project) => Ok(Redirect::to(&links::project::task(customer, project, id)).into_response()),
        Err(Error::Stale(theirs)) => {
            let desk = Desk::load(&portal, &context, ids).await?;
            Ok(draw_conflict(desk, &context, form, RequestForm::of(theirs.as_ref().as_ref())))
        }
        Err(Error::Invalid(problems)) => {
            let desk = Desk::load(&portal, &context, ids).await?;
            Ok(draw(desk, &context, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

fn form_view<'a>(context: &'a RequestContext, desk: &Desk, form: &RequestForm, problems: &'a [FieldProblem]) -> FormView<'a> {
    let (words, view) = (&context.words, &desk.project.view);
    let open = view.milestones.iter().filter(|milestone| milestone.reached_on.is_none());
    let open = open.map(|milestone| (milestone.id.to_string(), milestone.name.clone()));
    let entries = [(String::new(), say!(words, "request-no-milestone"))].into_iter().chain(open).collect();
    let cost = format!("{}, {}", say!(words, "request-cost"), desk.edit.currency.code());
    let drawn = FormView::new(words, form, problems).today(view.today).entries(entries);
    RequestForm::ROWS.iter().fold(drawn, |drawn, row| drawn.label(row.cost, cost.clone()))
}

fn draw(desk: Desk, context: &RequestContext, form: &RequestForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let view = form_view(context, &desk, form, problems);
    let row = |(n, row): (i64, Row)| {
        view! {
            <fieldset class="form request-row">
                <legend>{say!(words, "request-choice-n", n = n)}</legend>
                {view.only(&[row.choice])}
                {view.only(&[row.milestone, row.day, row.cost])}
            </fieldset>
        }
    };
    let rows = (1_i64..).zip(RequestForm::ROWS).collect::<Vec<_>>();
    let (first, rest) = rows.split_at(FIRST);
    // What is filled in, or wrong, is not hidden.
    let is_open = !problems.is_empty() || rest.iter().any(|(_, row)| !form.values(row.choice).concat().is_empty());
    let main = view! {
        <form class="sheet" method="post" action=desk.action()>
            <div class="form">
                <p>{say!(words, "request-lead")}</p>
                {view.hidden()}
                {first.iter().copied().map(row).collect_view()}
                <details class="more" open=is_open>
                    <summary>{say!(words, "request-more-choices")}</summary>
                    <div class="form">{rest.iter().copied().map(row).collect_view()}</div>
                </details>
                {view.only(&["takes_note", "open_until"])}
                {form_actions(words, desk.project.href(), say!(words, "save"))}
            </div>
        </form>
    };
    let (title, fields) = (say!(words, "request-title-of", name = desk.name.clone()), RequestForm::FIELDS);
    desk.project.answer(context, FormPage { title, fields, problems, stale: false, main: main.into_any() })
}

fn draw_conflict(desk: Desk, context: &RequestContext, mine: RequestForm, theirs: RequestForm) -> Response {
    let words = &context.words;
    let view = form_view(context, &desk, &mine, &[]);
    let main = conflict(&view, Conflict::new(mine, theirs, desk.action(), desk.project.href()));
    let (title, fields) = (say!(words, "request-title-of", name = desk.name.clone()), RequestForm::FIELDS);
    desk.project.answer(context, FormPage { title, fields, problems: &[], stale: true, main })
}
