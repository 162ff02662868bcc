//! Two people changed the same milestone: what both have said, and the way to keep one's own after all.

use super::show::reached_or_not;
use axum::response::Response;
use coplan_app::{
    forms::{Conflict, FormView, conflict},
    http::context::RequestContext,
    links, say,
    shared::project_editor::{FormPage, ProjectEditor},
};
use coplan_domain::{
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_usecases::{
    merge::Edit,
    milestone::{PromiseForm, ReachForm, RenameForm},
};

pub(super) fn renamed(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: RenameForm) -> Response {
    let view = FormView::new(&context.words, &mine, &[]);
    draw(desk, context, theirs, links::milestone::rename, (mine, RenameForm::of(theirs)), (view, None))
}

pub(super) fn moved(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: PromiseForm) -> Response {
    let words = &context.words;
    let view = FormView::new(words, &mine, &[]).label("promised_on", say!(words, "milestone-promised-on"));
    draw(desk, context, theirs, links::milestone::promise, (mine, PromiseForm::of(theirs)), (view, None))
}

pub(super) fn reached(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: ReachForm) -> Response {
    let view = FormView::new(&context.words, &mine, &[]);
    draw(desk, context, theirs, links::milestone::reach, (mine, ReachForm::of(theirs)), (view, None))
}

pub(super) fn not_reached(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: ReachForm) -> Response {
    let words = &context.words;
    let pressed = (reached_or_not(words, &desk, theirs), say!(words, "milestone-is-not-reached"));
    let view = FormView::new(words, &mine, &[]).label("reached_on", say!(words, "milestone-reached-title"));
    draw(desk, context, theirs, links::milestone::not_reached, (mine, ReachForm::of(theirs)), (view, Some(pressed)))
}

fn draw<F: Edit>(
    desk: ProjectEditor,
    context: &RequestContext,
    milestone: &Milestone,
    address: fn(CustomerId, ProjectId, MilestoneId) -> String,
    (mine, theirs): (F, F),
    (view, pressed): (FormView<'_>, Option<(String, String)>),
) -> Response {
    let action = address(desk.view.customer, desk.view.id, milestone.id);
    let both = Conflict { pressed, ..Conflict::new(mine, theirs, action, desk.href()) };
    let main = conflict(&view.today(desk.view.today), both);
    let title = milestone.name.clone();
    desk.answer(context, FormPage { title, fields: F::FIELDS, problems: &[], stale: true, main })
}
