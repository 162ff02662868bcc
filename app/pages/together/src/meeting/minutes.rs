//! The minutes of a meeting: what came of it, and who agreed to them.

use super::show::Drawn;
use coplan_app::{forms::FormView, http::context::RequestContext, links, say, words::Words};
use coplan_domain::{
    id::CustomerId,
    meeting::{MeetingState, Outcome, OutcomeKind},
    person::Side,
};
use coplan_usecases::meeting::{ApproveForm, MeetingView, OutcomeForm};
use jiff::civil::Date;
use leptos::prelude::*;

/// The sheet; none before the meeting has begun.
pub(super) fn sheet(
    context: &RequestContext,
    customer: CustomerId,
    view: &MeetingView,
    form: &OutcomeForm,
    drawn: &Drawn,
) -> Option<AnyView> {
    let words = &context.words;
    let is_open = view.state == MeetingState::Open;
    let is_closed = view.state == MeetingState::Closed;
    if !is_open && !is_closed && view.outcomes.is_empty() {
        return None;
    }
    let may_write = view.may_call && is_open;
    let none = view.outcomes.is_empty().then(|| view! { <p class="quiet">{say!(words, "minutes-none")}</p> });
    let rows = outcomes(context, customer, &view.outcomes, view.side, view.today, Some((view, may_write)));
    let record = may_write.then(|| {
        let problems = drawn.problems.iter().copied().filter(|problem| problem.field != "words").collect::<Vec<_>>();
        let fields = FormView::new(words, form, &problems).sides(&view.layout.name, &context.supplier).today(view.today);
        view! {
            <form class="form" method="post" action=links::meeting::record(customer, view.meeting.id)>
                {fields.all()}
                <div class="actions end"><button class="button main">{say!(words, "minutes-record")}</button></div>
            </form>
        }
    });
    let close = may_write.then(|| {
        view! {
            <form class="actions end" method="post" action=links::meeting::close(customer, view.meeting.id)>
                <button class="button">{say!(words, "minutes-close")}</button>
            </form>
        }
    });
    let approvals = is_closed.then(|| approvals(context, customer, view, drawn));
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-minutes">
                <h2 id="h-minutes">{say!(words, "minutes-title")}</h2>
                {none}
                {rows}
                {record}
                {close}
                {approvals}
            </section>
        }
        .into_any(),
    )
}

/// What came of meetings, each with what can be done with it. On the page of its own meeting the place says which and
/// whether it may be taken out; elsewhere each names its meeting.
pub(super) fn outcomes(
    context: &RequestContext,
    customer: CustomerId,
    outcomes: &[Outcome],
    side: Side,
    today: Date,
    place: Option<(&MeetingView, bool)>,
) -> AnyView {
    let rows = outcomes.iter().map(|outcome| row(context, customer, outcome, side, today, place)).collect_view();
    view! { <ul class="rows outcomes">{rows}</ul> }.into_any()
}

fn row(
    context: &RequestContext,
    customer: CustomerId,
    outcome: &Outcome,
    side: Side,
    today: Date,
    place: Option<(&MeetingView, bool)>,
) -> AnyView {
    let words = &context.words;
    let (class, kind) = match (outcome.kind, outcome.done_at) {
        (OutcomeKind::Decision, _) => ("tag on", say!(words, "outcome-decision")),
        (OutcomeKind::Information, _) => ("tag", say!(words, "outcome-information")),
        (OutcomeKind::Task, Some(_)) => ("status done", say!(words, "task-done")),
        (OutcomeKind::Task, None) => ("tag", say!(words, "outcome-task")),
    };
    let who = outcome
        .side
        .map(|whose| if whose == Side::Supplier { context.supplier.clone() } else { customer_name(words, side, place) });
    let due = outcome.due_on.filter(|_| outcome.is_open()).map(|day| say!(words, "outcome-due", day = words.day(day, today)));
    let from = place.is_none().then(|| outcome.meeting_title.clone());
    let more = [who, due, from].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let more = (!more.is_empty()).then(|| view! { <span class="quiet">{more}</span> });
    view! {
        <li class="row">
            <div class="row-main">
                <span class=class>{kind}</span>
                <span lang=words.foreign(outcome.language)>{outcome.words.clone()}</span>
                {more}
            </div>
            {deeds(words, customer, outcome, side, place)}
        </li>
    }
    .into_any()
}

/// What the customer is called to this reader.
fn customer_name(words: &Words, side: Side, place: Option<(&MeetingView, bool)>) -> String {
    match (side, place) {
        (Side::Customer, _) => say!(words, "meeting-you"),
        (Side::Supplier, Some((view, _))) => view.layout.name.clone(),
        (Side::Supplier, None) => say!(words, "meeting-the-customer"),
    }
}

fn deeds(words: &Words, customer: CustomerId, outcome: &Outcome, side: Side, place: Option<(&MeetingView, bool)>) -> AnyView {
    let of = format!(": {}", outcome.words);
    let may_say = outcome.kind == OutcomeKind::Task && (side == Side::Supplier || outcome.side == Some(Side::Customer));
    let done = may_say.then(|| {
        let is_open = outcome.is_open();
        let said = if is_open { say!(words, "task-say-done") } else { say!(words, "task-say-open") };
        let listed = place.is_none().then(|| view! { <input type="hidden" name="listed" value="true"/> });
        view! {
            <form method="post" action=links::meeting::set_done(customer, outcome.meeting, outcome.id)>
                <input type="hidden" name="done" value=is_open.to_string()/>
                {listed}
                <button class="button plain">{said}<span class="unseen">{of.clone()}</span></button>
            </form>
        }
    });
    let remove = place.is_some_and(|(_, may_write)| may_write).then(|| {
        view! {
            <form method="post" action=links::meeting::remove_outcome(customer, outcome.meeting, outcome.id)>
                <button class="button plain">{say!(words, "agenda-remove")}<span class="unseen">{of}</span></button>
            </form>
        }
    });
    view! { {done}{remove} }.into_any()
}

/// Who agreed to the minutes as they are, and the form for the reader's side where it has not.
fn approvals(context: &RequestContext, customer: CustomerId, view: &MeetingView, drawn: &Drawn) -> AnyView {
    let words = &context.words;
    let of_side = |side: Side| view.approvals.iter().find(|it| it.revision == view.meeting.revision && it.side == side);
    let rows = [Side::Supplier, Side::Customer].map(|side| {
        let name = if side == Side::Supplier { context.supplier.clone() } else { view.layout.name.clone() };
        let (class, said, remark) = match of_side(side) {
            Some(approval) => {
                let at = words.moment(approval.at, view.now);
                let remark = Some(approval.remark.clone()).filter(|remark| !remark.is_empty());
                ("status done", say!(words, "minutes-approved-by", name = approval.by.clone(), moment = at), remark)
            }
            None => ("status to-come", say!(words, "minutes-not-approved"), None),
        };
        let remark = remark.map(|remark| view! { <span class="quiet lines">{remark}</span> });
        view! { <li class="row"><div class="row-main"><strong>{name}</strong>" "<span class=class>{said}</span>{remark}</div></li> }
    });
    let may_approve = of_side(view.side).is_none() && (view.may_call || view.side == Side::Customer);
    let approve = may_approve.then(|| {
        let form = drawn.approval.clone().map_or_else(
            || ApproveForm { revision: view.meeting.revision, remark: String::new() },
            // What was typed is kept; agreed to is what is read now.
            |typed| ApproveForm { revision: view.meeting.revision, ..typed },
        );
        let fields = FormView::new(words, &form, &drawn.problems);
        view! {
            <form class="form" method="post" action=links::meeting::approve(customer, view.meeting.id)>
                {fields.all()}
                <div class="actions end"><button class="button main">{say!(words, "minutes-approve")}</button></div>
            </form>
        }
        .into_any()
    });
    let stale =
        drawn.is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "minutes-changed")}</p></div> });
    let reopen = view.may_call.then(|| {
        view! {
            <form class="actions end" method="post" action=links::meeting::reopen(customer, view.meeting.id)>
                <button class="button plain">{say!(words, "minutes-reopen")}</button>
            </form>
        }
    });
    view! {
        <h3>{say!(words, "minutes-approvals")}</h3>
        {stale}
        <ul class="rows">{rows.into_iter().collect_view()}</ul>
        {approve}
        {reopen}
    }
    .into_any()
}
