//! Two people changed the same milestone: what both have said, and the way to keep one's own after all.

use super::show::reached_or_not;
use crate::{
    pages::desk::{Desk, Draft},
    parts::{
        labels,
        versus::{Ask, Clash, Kind, versus},
    },
    visitor::Visitor,
};
use axum::response::Response;
use coplan_domain::plan::Milestone;
use coplan_usecases::{
    merge::Edit,
    milestone::{PromiseForm, ReachForm, RenameForm},
};

pub(super) fn renamed(desk: Desk, visitor: &Visitor, theirs: &Milestone, mine: RenameForm) -> Response {
    let asks = vec![Ask { name: "name", label: visitor.words.say("milestone-name"), kind: Kind::Line }];
    draw(desk, visitor, theirs, "rename", (mine, RenameForm::of(theirs)), asks)
}

pub(super) fn moved(desk: Desk, visitor: &Visitor, theirs: &Milestone, mine: PromiseForm) -> Response {
    let words = &visitor.words;
    let asks = vec![
        Ask { name: "promised_on", label: words.say("milestone-promised-on"), kind: Kind::Day(desk.view.today) },
        Ask { name: "reason", label: words.say("milestone-because"), kind: Kind::Prose },
    ];
    draw(desk, visitor, theirs, "promise", (mine, PromiseForm::of(theirs)), asks)
}

pub(super) fn reached(desk: Desk, visitor: &Visitor, theirs: &Milestone, mine: ReachForm) -> Response {
    let label = visitor.words.say("milestone-reached-on");
    let asks = vec![Ask { name: "reached_on", label, kind: Kind::Day(desk.view.today) }];
    draw(desk, visitor, theirs, "reach", (mine, ReachForm::of(theirs)), asks)
}

pub(super) fn not_reached(desk: Desk, visitor: &Visitor, theirs: &Milestone, mine: ReachForm) -> Response {
    let words = &visitor.words;
    let kind = Kind::Pressed(reached_or_not(words, &desk, theirs), words.say("milestone-is-not-reached"));
    let asks = vec![Ask { name: "reached_on", label: words.say("milestone-reached-title"), kind }];
    draw(desk, visitor, theirs, "not-reached", (mine, ReachForm::of(theirs)), asks)
}

fn draw<F: Edit>(
    desk: Desk,
    visitor: &Visitor,
    milestone: &Milestone,
    deed: &str,
    (mine, theirs): (F, F),
    asks: Vec<Ask>,
) -> Response {
    let action = format!("{}/{deed}", super::href(desk.view.customer, desk.view.id, milestone.id));
    let clash = Clash { mine, theirs, asks, besides: Vec::new(), action, leave: desk.href() };
    let main = versus(&visitor.words, clash);
    let (title, labels) = (milestone.name.clone(), &labels::PROMISE);
    desk.answer(visitor, Draft { title, labels, problems: &[], stale: true, main })
}
