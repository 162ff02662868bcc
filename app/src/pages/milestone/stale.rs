//! Two people changed the same milestone: what both have said, and the way to keep one's own after all.

use super::show::reached_or_not;
use crate::{
    http::context::RequestContext,
    links,
    pages::project_editor::{FormPage, ProjectEditor},
    parts::{
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        labels,
    },
    say,
};
use axum::response::Response;
use coplan_domain::{
    id::{CustomerId, MilestoneId, ProjectId},
    plan::Milestone,
};
use coplan_usecases::{
    merge::Edit,
    milestone::{PromiseForm, ReachForm, RenameForm},
};

pub(super) fn renamed(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: RenameForm) -> Response {
    let asks = vec![ConflictField { name: "name", label: say!(context.words, "milestone-name"), kind: ConflictKind::Line }];
    draw(desk, context, theirs, links::milestone::rename, (mine, RenameForm::of(theirs)), asks)
}

pub(super) fn moved(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: PromiseForm) -> Response {
    let words = &context.words;
    let asks = vec![
        ConflictField {
            name: "promised_on",
            label: say!(words, "milestone-promised-on"),
            kind: ConflictKind::Day(desk.view.today),
        },
        ConflictField { name: "reason", label: say!(words, "milestone-because"), kind: ConflictKind::Prose },
    ];
    draw(desk, context, theirs, links::milestone::promise, (mine, PromiseForm::of(theirs)), asks)
}

pub(super) fn reached(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: ReachForm) -> Response {
    let label = say!(context.words, "milestone-reached-on");
    let asks = vec![ConflictField { name: "reached_on", label, kind: ConflictKind::Day(desk.view.today) }];
    draw(desk, context, theirs, links::milestone::reach, (mine, ReachForm::of(theirs)), asks)
}

pub(super) fn not_reached(desk: ProjectEditor, context: &RequestContext, theirs: &Milestone, mine: ReachForm) -> Response {
    let words = &context.words;
    let kind = ConflictKind::Pressed(reached_or_not(words, &desk, theirs), say!(words, "milestone-is-not-reached"));
    let asks = vec![ConflictField { name: "reached_on", label: say!(words, "milestone-reached-title"), kind }];
    draw(desk, context, theirs, links::milestone::not_reached, (mine, ReachForm::of(theirs)), asks)
}

fn draw<F: Edit>(
    desk: ProjectEditor,
    context: &RequestContext,
    milestone: &Milestone,
    address: fn(CustomerId, ProjectId, MilestoneId) -> String,
    (mine, theirs): (F, F),
    asks: Vec<ConflictField>,
) -> Response {
    let action = address(desk.view.customer, desk.view.id, milestone.id);
    let clash = Conflict { mine, theirs, asks, besides: Vec::new(), action, leave: desk.href() };
    let main = conflict(&context.words, clash);
    let (title, labels) = (milestone.name.clone(), &labels::PROMISE);
    desk.answer(context, FormPage { title, labels, problems: &[], stale: true, main })
}
