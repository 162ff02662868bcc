//! What waits for the reader's side: the most urgent thing open and answered in place, the others a line each.

use coplan_app::{
    http::context::RequestContext,
    links,
    parts::{due, markdown, room_title},
    say,
    words::Words,
};
use coplan_domain::{
    id::PersonId,
    knowledge::Question,
    plan::TaskState,
    thread::{About, AboutKind},
};
use coplan_pages_project::request::{Picks, last_day};
use coplan_pages_talk::feedback;
use coplan_pages_together::{goal, knowledge};
use coplan_usecases::{
    Actor,
    feedback::{RoomItem, RoomKind},
    plan::{PlanView, WaitingGoals, WaitingItem, WaitingTask},
    request::AnswerForm,
    thread::WaitingThread,
};
use jiff::{Timestamp, ToSpan, civil::Date};
use leptos::prelude::*;

/// How many further things have a line that is always shown.
const LINES: usize = 4;
/// How much of a message is shown, in characters.
const GIST: usize = 220;

/// The one loud panel of the page; none where nothing waits.
pub(super) fn panel(context: &RequestContext, actor: &Actor, view: &PlanView, now: Timestamp) -> Option<AnyView> {
    let words = &context.words;
    let mut waiting = view.waiting.iter().collect::<Vec<_>>();
    let reader = actor.person();
    // Goals have a room of their own: what can be answered here goes before them.
    let has_room = |item: &WaitingItem| matches!(item, WaitingItem::Goals(_));
    waiting.sort_by_key(|item| (has_room(item), whose(item, reader), urgent_on(words, item), item.since()));
    let (first, others) = waiting.split_first()?;
    let yours = view.internal.is_none() || super::overview::is_responsible(actor, view);
    let title = if yours { say!(words, "request-title") } else { say!(words, "request-title-us") };
    let asked = match first {
        WaitingItem::Task(task) => task_form(words, view, task, reader),
        WaitingItem::Thread(thread) => question(context, view, thread),
        WaitingItem::Goals(goals) => goals_in_short(words, view, goals),
        WaitingItem::Question(question) => background(words, view, question),
        WaitingItem::Room(item) => room(context, view, item),
    };
    let due = due(words, first, view.today).map(|due| view! { <strong>{due}</strong>" "<span aria-hidden="true">"·"</span>" " });
    Some(
        view! {
            <section class="ask" id="for-you" aria-labelledby="h-ask">
                <div class="ask-head"><h2 id="h-ask">{title}</h2><p>{due}{since(words, first, now)}</p></div>
                {asked}
                {more(context, view, others, (now, reader))}
            </section>
        }
        .into_any(),
    )
}

/// By when something is urgent: the day it is due, a week after it was asked where it is due on none.
fn urgent_on(words: &Words, item: &WaitingItem) -> Date {
    let due = match item {
        WaitingItem::Task(task) => task.due_on,
        WaitingItem::Thread(_) | WaitingItem::Goals(_) => None,
        WaitingItem::Question(question) => question.said.due_on,
        WaitingItem::Room(item) => item.due_on,
    };
    due.unwrap_or_else(|| words.day_of(item.since()).saturating_add(7.days()))
}

/// By when it is due, where it is due on a day.
fn due(words: &Words, item: &WaitingItem, today: Date) -> Option<String> {
    if let WaitingItem::Task(WaitingTask { request: Some(request), .. }) = item
        && let Some(last) = request.open_until.filter(|last| *last >= today)
    {
        return Some(last_day(words, last, today));
    }
    let due = match item {
        WaitingItem::Task(task) => task.due_on,
        WaitingItem::Question(question) => question.said.due_on,
        WaitingItem::Room(item) => item.due_on,
        WaitingItem::Thread(_) | WaitingItem::Goals(_) => None,
    };
    due.map(|due| due::due(words, due, today))
}

/// Since when it waits.
fn since(words: &Words, item: &WaitingItem, now: Timestamp) -> String {
    match item {
        WaitingItem::Task(task) => due::since(words, task.state, task.since, now),
        WaitingItem::Thread(_) | WaitingItem::Goals(_) | WaitingItem::Question(_) | WaitingItem::Room(_) => {
            due::since(words, TaskState::Open, item.since(), now)
        }
    }
}

/// Whose name is on it: the reader's own first, then nobody's, then those of others.
fn whose(item: &WaitingItem, reader: PersonId) -> u8 {
    match item {
        WaitingItem::Task(WaitingTask { taken: Some(taken), .. }) if taken.by == reader => 0,
        WaitingItem::Task(WaitingTask { taken: Some(_), .. }) => 2,
        WaitingItem::Task(_)
        | WaitingItem::Thread(_)
        | WaitingItem::Goals(_)
        | WaitingItem::Question(_)
        | WaitingItem::Room(_) => 1,
    }
}

/// A task with the buttons that say how far it is; for who may not say so, the way to its project.
fn task_form(words: &Words, view: &PlanView, item: &WaitingTask, reader: PersonId) -> AnyView {
    let why = (!item.why.is_empty()).then(|| view! { <span class="lines">{item.why.clone()}</span>" · " });
    let project = links::project::task(view.frame.customer, item.project, item.id);
    let project = view! { <a href=project>{item.project_name.clone()}</a> };
    let taken = item.taken.as_ref().map(|taken| view! { <p>{due::taken(words, taken, reader)}</p> });
    let ids = (view.frame.customer, item.project, item.id);
    let take = item.may_move.then(|| due::take_button(words, ids, item.taken.as_ref(), reader)).flatten();
    if let Some(request) = item.request.as_ref().filter(|_| item.may_move) {
        // The choices need the room: the name leads to the project.
        let href = links::project::task(view.frame.customer, item.project, item.id);
        let why = (!item.why.is_empty()).then(|| view! { <p class="lines">{item.why.clone()}</p> });
        let of = item.project_name.clone();
        let name = view! { <a href=href>{item.name.clone()}<span class="unseen">", "{of}</span></a> };
        let what = view! { <div class="ask-what"><h3>{name}</h3>{why}{taken}</div> };
        let form = AnswerForm::of(request, "plan");
        let action = links::request::answer(view.frame.customer, item.project, item.id);
        let picks = Picks { request, form: &form, problems: &[], today: view.today, action, alone: false, binds: true };
        let more = view! { {take}{talk(words, view, item)} };
        return view! { {what}{picks.draw(words, Some(more.into_any()))} }.into_any();
    }
    let doing = (item.state == TaskState::Open).then(|| {
        view! { <button class="button second" name="state" value=TaskState::Doing.as_str()>{say!(words, "task-say-doing")}</button> }
    });
    let form = item.may_move.then(|| {
        view! {
            <form class="ask-foot" method="post" action=links::task::set_state(view.frame.customer, item.project, item.id)>
                <input type="hidden" name="was" value=item.state.as_str()/>
                <input type="hidden" name="from" value="plan"/>
                <input type="hidden" name="origin" value="plan"/>
                <button class="button" name="state" value=TaskState::Done.as_str()>{say!(words, "task-say-done")}</button>
                {doing}
                {take}
            </form>
        }
    });
    view! { <div class="ask-what"><h3>{item.name.clone()}</h3><p>{why}{project}</p>{taken}</div>{form} }.into_any()
}

/// The discussion about it, or the way to begin one.
fn talk(words: &Words, view: &PlanView, item: &WaitingTask) -> Option<AnyView> {
    let shown = view.discussion.as_ref()?;
    let known = shown.threads.iter().find(|thread| thread.subject.id == item.id.0 && thread.state.resolution.is_none());
    let (href, said) = if let Some(thread) = known {
        (links::thread::show(view.frame.customer, thread.id), say!(words, "answer-discussion"))
    } else {
        let about = About { kind: AboutKind::Task, id: item.id.0 };
        (links::thread::new_about(view.frame.customer, about), say!(words, "answer-ask"))
    };
    (known.is_some() || shown.may_open).then(|| view! { <a class="ask-talk" href=href>{said}</a> }.into_any())
}

/// The way to it; where it asks for an answer, to the page that takes it.
fn task_href(view: &PlanView, task: &WaitingTask) -> String {
    if task.request.is_some() && task.may_move {
        return links::request::answer(view.frame.customer, task.project, task.id);
    }
    links::project::task(view.frame.customer, task.project, task.id)
}

/// A discussion with what was said last, and the way to reply.
fn question(context: &RequestContext, view: &PlanView, thread: &WaitingThread) -> AnyView {
    let words = &context.words;
    let shown = view.discussion.as_ref().and_then(|shown| shown.threads.iter().find(|it| it.id == thread.id));
    let gist = shown.map(|it| {
        let text = markdown::excerpt(&it.last_text, GIST);
        view! { <p lang=words.foreign(it.last_language)>{say!(words, "thread-last", name = it.last_author.clone(), text = text)}</p> }
    });
    let href = links::thread::reply_form(thread.customer, thread.id);
    let called = thread.called.then(|| view! { <span class="badge">{say!(words, "message-called-you")}</span> });
    view! {
        <div class="ask-what"><h3 lang=words.foreign(thread.language)>{thread.title.clone()}</h3>{called}{gist}</div>
        <p class="ask-foot"><a class="button" href=href>{say!(words, "thread-reply")}</a></p>
    }
    .into_any()
}

/// The room of goals, or the one goal that waits.
fn goals_href(view: &PlanView, goals: &WaitingGoals) -> String {
    match goals.count {
        1 => links::goal::show(view.frame.customer, goals.first.id),
        _ => links::goal::list(view.frame.customer),
    }
}

fn goals_name(words: &Words, goals: &WaitingGoals) -> String {
    match goals.count {
        1 => say!(words, "goal-waits-one", title = goals.first.title.clone()),
        count => say!(words, "goal-waits-many", n = i64::try_from(count).unwrap_or(i64::MAX)),
    }
}

/// Goals with what is to be done on the one that has waited the longest.
fn goals_in_short(words: &Words, view: &PlanView, goals: &WaitingGoals) -> AnyView {
    let what = (goals.count == 1).then(|| view! { <p>{goal::what_waits(words, &goals.first)}</p> });
    view! {
        <div class="ask-what"><h3>{goals_name(words, goals)}</h3>{what}</div>
        <p class="ask-foot"><a class="button" href=goals_href(view, goals)>{say!(words, "nav-goals")}</a></p>
    }
    .into_any()
}

/// Something that the customer is asked about itself, with the way to answer it; what was answered before goes along.
fn background(words: &Words, view: &PlanView, question: &Question) -> AnyView {
    let lang = words.foreign(question.language);
    let href = links::knowledge::answer(view.frame.customer, question.id);
    view! {
        <div class="ask-what">
            <h3 lang=lang>{question.said.words.clone()}</h3>
            <p>{knowledge::reasons(words, question, view.today)}</p>
        </div>
        <p class="ask-foot"><a class="button" href=href>{say!(words, "background-respond")}</a></p>
    }
    .into_any()
}

fn room_title(context: &RequestContext, view: &PlanView, item: &RoomItem) -> String {
    let said = room_title::title(&context.words, &context.supplier, item, view.internal.is_none());
    markdown::excerpt(&said, GIST)
}

/// Something in a room beside the plan, with the way there.
fn room(context: &RequestContext, view: &PlanView, item: &RoomItem) -> AnyView {
    let words = &context.words;
    let (kind, go) = match (item.kind, view.internal.is_some()) {
        (RoomKind::Survey, _) => (say!(words, "survey-question-waits"), say!(words, "survey-respond")),
        (RoomKind::Idea, false) => (say!(words, "idea-trial-title"), say!(words, "idea-trial-open")),
        (RoomKind::Idea, true) => (say!(words, "idea-waits-new"), say!(words, "idea-decide")),
        (RoomKind::MeetingTask, _) => (say!(words, "meeting-task-waits"), say!(words, "meeting-task-open")),
        (RoomKind::Report, _) => (say!(words, "report-waits"), say!(words, "report-waits-do")),
        (RoomKind::ReportDraft, _) => (say!(words, "report-waits-draft"), say!(words, "report-waits-publish")),
        (RoomKind::Agreement, _) => (say!(words, "agreement-waits"), say!(words, "report-waits-do")),
        (RoomKind::Acceptance, false) => (say!(words, "acceptance-title"), say!(words, "acceptance-waits")),
        (RoomKind::Acceptance, true) => (say!(words, "acceptance-waits-refused"), say!(words, "acceptance-next")),
        (RoomKind::Concern, _) if item.due_on.is_some() => (say!(words, "concern-waits-judge"), say!(words, "concern-open-it")),
        (RoomKind::Concern, _) => (say!(words, "concern-waits-answer"), say!(words, "concern-open-it")),
        (RoomKind::Moment, _) => (say!(words, "moment-waits-answer"), say!(words, "moment-answer-it")),
        (RoomKind::Phase, _) => (say!(words, "phase-waits"), say!(words, "phase-waits-do")),
        (RoomKind::Request, _) => (say!(words, "service-request-waits"), say!(words, "service-request-answer")),
        (RoomKind::RequestReply, _) => (say!(words, "service-request-waits-reply"), say!(words, "service-request-answer")),
        (RoomKind::RequestConfirm, _) => (say!(words, "service-request-waits-confirm"), say!(words, "service-request-look")),
        (RoomKind::File, _) => (say!(words, "file-waits-you"), say!(words, "file-waits-do")),
        (RoomKind::Feedback, false) => (say!(words, "feedback-waits-helped"), say!(words, "feedback-helped")),
        (RoomKind::Feedback, true) => (say!(words, "feedback-waits-answer"), say!(words, "feedback-do")),
    };
    view! {
        <div class="ask-what"><h3>{room_title(context, view, item)}</h3><p>{kind}</p></div>
        <p class="ask-foot"><a class="button" href=feedback::waiting_href(item)>{go}</a></p>
    }
    .into_any()
}

/// The others: what, and by when or since when.
fn more(
    context: &RequestContext,
    view: &PlanView,
    others: &[&WaitingItem],
    (now, reader): (Timestamp, PersonId),
) -> Option<AnyView> {
    let words = &context.words;
    let line = |item: &&WaitingItem| {
        let taken = match item {
            WaitingItem::Task(WaitingTask { taken: Some(taken), .. }) if taken.by == reader => {
                Some(say!(words, "task-mine-short"))
            }
            WaitingItem::Task(WaitingTask { taken: Some(taken), .. }) => Some(taken.name.clone()),
            WaitingItem::Task(_)
            | WaitingItem::Thread(_)
            | WaitingItem::Goals(_)
            | WaitingItem::Question(_)
            | WaitingItem::Room(_) => None,
        };
        let when = [taken, due(words, item, view.today), Some(since(words, item, now))];
        let when = when.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let (href, name, lang) = match item {
            WaitingItem::Task(task) => (task_href(view, task), task.name.clone(), None),
            WaitingItem::Thread(it) => (links::thread::show(it.customer, it.id), it.title.clone(), words.foreign(it.language)),
            WaitingItem::Goals(goals) => (goals_href(view, goals), goals_name(words, goals), None),
            WaitingItem::Question(it) => {
                (links::knowledge::answer(view.frame.customer, it.id), it.said.words.clone(), words.foreign(it.language))
            }
            WaitingItem::Room(it) => (feedback::waiting_href(it), room_title(context, view, it), None),
        };
        view! { <li><a href=href lang=lang>{name}</a><span>{when}</span></li> }
    };
    let (shown, folded) = others.split_at(others.len().min(LINES));
    let folded = (!folded.is_empty()).then(|| {
        let count = i64::try_from(folded.len()).unwrap_or(i64::MAX);
        view! {
            <details class="more tight">
                <summary>{say!(words, "request-more", count = count)}</summary>
                <ul class="asks">{folded.iter().map(line).collect_view()}</ul>
            </details>
        }
    });
    (!others.is_empty()).then(|| view! { <ul class="asks">{shown.iter().map(line).collect_view()}</ul>{folded} }.into_any())
}
