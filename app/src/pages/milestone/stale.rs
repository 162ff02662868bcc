//! Two people changed the same milestone: both versions, and the way to keep one's own after all.

use super::show::{day_or_typed, reached_or_not};
use crate::{
    pages::desk::{Desk, Draft},
    parts::versus::{Said, Versus, versus},
    say,
    visitor::Visitor,
};
use axum::response::Response;
use coplan_domain::plan::Milestone;
use coplan_usecases::milestone::{PromiseForm, ReachForm, RenameForm};

pub(super) fn renamed(desk: Desk, visitor: &Visitor, theirs: &Milestone, form: RenameForm) -> Response {
    let what = visitor.words.say("milestone-name");
    let said = vec![Said { what, theirs: theirs.name.clone(), yours: form.name.clone() }];
    draw(desk, visitor, theirs, "rename", said, vec![("name", form.name)])
}

pub(super) fn moved(desk: Desk, visitor: &Visitor, theirs: &Milestone, form: PromiseForm) -> Response {
    let words = &visitor.words;
    let last = theirs.promises.last();
    let said = vec![
        Said {
            what: words.say("milestone-promised-on"),
            theirs: last.map_or_else(String::new, |promise| words.day(promise.day, desk.view.today)),
            yours: day_or_typed(words, &desk, &form.promised_on),
        },
        Said {
            what: words.say("milestone-because"),
            theirs: last.map_or_else(String::new, |promise| promise.reason.clone()),
            yours: form.reason.clone(),
        },
    ];
    draw(desk, visitor, theirs, "promise", said, vec![("promised_on", form.promised_on), ("reason", form.reason)])
}

pub(super) fn reached(desk: Desk, visitor: &Visitor, theirs: &Milestone, form: ReachForm) -> Response {
    let words = &visitor.words;
    let day = day_or_typed(words, &desk, &form.reached_on);
    let said = vec![Said {
        what: words.say("milestone-reached-title"),
        theirs: reached_or_not(words, &desk, theirs),
        yours: say!(words, "milestone-reached-day", day = day),
    }];
    draw(desk, visitor, theirs, "reach", said, vec![("reached_on", form.reached_on)])
}

pub(super) fn not_reached(desk: Desk, visitor: &Visitor, theirs: &Milestone) -> Response {
    let words = &visitor.words;
    let said = vec![Said {
        what: words.say("milestone-reached-title"),
        theirs: reached_or_not(words, &desk, theirs),
        yours: words.say("milestone-is-not-reached"),
    }];
    draw(desk, visitor, theirs, "not-reached", said, Vec::new())
}

fn draw(
    desk: Desk,
    visitor: &Visitor,
    theirs: &Milestone,
    deed: &str,
    said: Vec<Said>,
    mut fields: Vec<(&'static str, String)>,
) -> Response {
    fields.push(("version", theirs.version.to_string()));
    let action = format!("{}/{deed}", super::href(desk.view.customer, desk.view.id, theirs.id));
    let main = versus(&visitor.words, Versus { said, action, fields, leave: desk.href() });
    desk.answer(visitor, Draft { title: theirs.name.clone(), problems: &[], stale: true, main })
}
