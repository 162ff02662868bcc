//! One meeting: when and where, what the plan puts before it, what is to be talked about, what came of it.

use super::{answers, minutes};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    forms::{FormView, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, MeetingId, ProjectId},
    meeting::{AgendaItem, MeetingState},
    person::Side,
    plan::Milestone,
    system::new_ulid,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, Form},
    meeting::{self, AgendaForm, ApproveForm, MeetingView, OutcomeForm, Since},
};
use leptos::prelude::*;

/// The forms of the page with what was typed in one of them.
#[derive(Default)]
pub(super) struct Drawn {
    pub agenda: Option<AgendaForm>,
    pub outcome: Option<OutcomeForm>,
    pub approval: Option<ApproveForm>,
    /// What is wrong with it.
    pub problems: Vec<FieldProblem>,
    /// Whether the minutes were changed after they were read.
    pub is_stale: bool,
}

/// Shows the meeting.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, MeetingId)>,
) -> Result<Response, PageError> {
    show(&portal, &context, of, StatusCode::OK, Drawn::default()).await
}

/// Shows it with a form as it was typed.
pub(super) async fn show(
    portal: &Portal,
    context: &RequestContext,
    (customer, id): (CustomerId, MeetingId),
    status: StatusCode,
    drawn: Drawn,
) -> Result<Response, PageError> {
    let view = meeting::show(portal, context.actor()?, customer, id).await?;
    let new_id = || new_ulid(portal.clock.now(), &*portal.rng);
    let agenda = drawn.agenda.clone().unwrap_or_else(|| AgendaForm::blank(new_id().into()));
    let outcome = drawn.outcome.clone().unwrap_or_else(|| OutcomeForm::suggested(new_id().into()));
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(layout::answer(context, status, || {
        let main = page(context, customer, &view, &drawn, (&agenda, &outcome), frame.contact_card(&context.words));
        frame.page(view.meeting.title.clone(), "page", main)
    }))
}

/// How far a meeting is.
pub(super) fn state(words: &Words, state: MeetingState) -> AnyView {
    let (class, said) = match state {
        MeetingState::Draft => ("badge warn", say!(words, "meeting-draft")),
        MeetingState::Planned => ("badge", say!(words, "meeting-planned")),
        MeetingState::Open => ("badge", say!(words, "meeting-open")),
        MeetingState::Closed => ("status done", say!(words, "meeting-closed")),
        MeetingState::Cancelled => ("badge", say!(words, "meeting-cancelled")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

fn page(
    context: &RequestContext,
    customer: CustomerId,
    view: &MeetingView,
    drawn: &Drawn,
    (agenda, outcome): (&AgendaForm, &OutcomeForm),
    contact: AnyView,
) -> AnyView {
    let words = &context.words;
    let summary = match (&drawn.agenda, &drawn.outcome, &drawn.approval) {
        (Some(_), ..) => problem::summary(words, AgendaForm::FIELDS, &drawn.problems),
        (_, Some(_), _) => problem::summary(words, OutcomeForm::FIELDS, &drawn.problems),
        _ => problem::summary(words, ApproveForm::FIELDS, &drawn.problems),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::meeting::list(customer)>{say!(words, "nav-meetings")}</a>
            </nav>
            <h1>{view.meeting.title.clone()}</h1>
            {summary}
        </div>
        <div class="page-main">
            {head(words, customer, view)}
            {answers::sheet(context, customer, view)}
            {since(context, customer, view)}
            {agenda_sheet(words, customer, view, agenda, &drawn.problems)}
            {minutes::sheet(context, customer, view, outcome, drawn)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn head(words: &Words, customer: CustomerId, view: &MeetingView) -> AnyView {
    let meeting = &view.meeting;
    let place = (!meeting.place.is_empty()).then(|| view! { <p class="meeting-place">{place(&meeting.place)}</p> });
    let goes_on = !matches!(view.state, MeetingState::Closed | MeetingState::Cancelled);
    let change = (view.may_call && goes_on).then(|| {
        view! { <a class="edit" href=links::meeting::change(customer, meeting.id)>{say!(words, "meeting-change")}</a> }
    });
    let share = (view.may_call && view.state == MeetingState::Draft).then(|| {
        view! {
            <form method="post" action=links::meeting::share(customer, meeting.id)>
                <button class="button main">{say!(words, "meeting-share-now")}</button>
            </form>
        }
    });
    let invitation = (view.state != MeetingState::Closed).then(|| {
        view! { <a class="button" href=links::meeting::invitation(customer, meeting.id)>{say!(words, "meeting-invitation")}</a> }
    });
    let called = say!(words, "meeting-called-by", name = meeting.called_by.clone(), minutes = meeting.length);
    view! {
        <section class="sheet" aria-labelledby="h-when">
            <h2 class="unseen" id="h-when">{say!(words, "meeting-when")}</h2>
            <p class="meeting-when">
                <time datetime=meeting.starts_at.to_string()>{words.moment(meeting.starts_at, view.now)}</time>
                {state(words, view.state)}
            </p>
            {place}
            <p class="quiet">{called}</p>
            <div class="actions">{share}{invitation}{change}</div>
        </section>
    }
    .into_any()
}

/// Where a meeting is; an address of the web can be followed.
fn place(place: &str) -> AnyView {
    if place.starts_with("https://") && !place.contains(char::is_whitespace) {
        view! { <a href=place.to_owned() rel="noreferrer">{place.to_owned()}</a> }.into_any()
    } else {
        place.to_owned().into_any()
    }
}

/// What the plan itself puts before the meeting; nothing where all is well and nothing is open.
fn since(context: &RequestContext, customer: CustomerId, view: &MeetingView) -> Option<AnyView> {
    let words = &context.words;
    let Since { open, late, next } = view.since.as_ref()?;
    if open.is_empty() && late.is_empty() && next.is_empty() {
        return None;
    }
    let open = (!open.is_empty()).then(|| {
        let rows = minutes::outcomes(context, customer, open, view.side, view.today, None);
        view! { <h3>{say!(words, "meeting-open-outcomes")}</h3> {rows} }
    });
    let promises = |title: String, found: &[(ProjectId, String, Milestone)]| {
        (!found.is_empty()).then(|| {
            let rows = found.iter().map(|row| promise(words, customer, view, row)).collect_view();
            view! { <h3>{title}</h3> <ul class="waiting">{rows}</ul> }
        })
    };
    let late = promises(say!(words, "meeting-late"), late);
    let next = promises(say!(words, "meeting-next"), next);
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-since">
                <h2 id="h-since">{say!(words, "meeting-since")}</h2>
                {open}{late}{next}
            </section>
        }
        .into_any(),
    )
}

fn promise(words: &Words, customer: CustomerId, view: &MeetingView, row: &(ProjectId, String, Milestone)) -> AnyView {
    let (project, name, milestone) = row;
    let day = milestone.promised_on().map(|day| {
        let class = if milestone.is_late(view.today) { "age too-long" } else { "age" };
        view! { <time class=class datetime=day.to_string()>{words.day(day, view.today)}</time> }
    });
    view! {
        <li>
            <a href=links::project::show(customer, *project)>{milestone.name.clone()}</a>
            {day}
            <span class="quiet">{name.clone()}</span>
        </li>
    }
    .into_any()
}

fn agenda_sheet(
    words: &Words,
    customer: CustomerId,
    view: &MeetingView,
    form: &AgendaForm,
    problems: &[FieldProblem],
) -> Option<AnyView> {
    let goes_on = !matches!(view.state, MeetingState::Closed | MeetingState::Cancelled);
    if !goes_on && view.agenda.is_empty() {
        return None;
    }
    let may_write = goes_on && (view.may_call || view.side == Side::Customer);
    let items = view.agenda.iter().map(|item| agenda_item(words, customer, view, item, may_write)).collect_view();
    let none = view.agenda.is_empty().then(|| view! { <p class="quiet">{say!(words, "agenda-none")}</p> });
    let propose = may_write.then(|| {
        let problems = problems.iter().copied().filter(|problem| problem.field == "words").collect::<Vec<_>>();
        let fields = FormView::new(words, form, &problems);
        view! {
            <form class="form" method="post" action=links::meeting::propose(customer, view.meeting.id)>
                {fields.all()}
                <div class="actions end"><button class="button">{say!(words, "agenda-propose")}</button></div>
            </form>
        }
    });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-agenda">
                <h2 id="h-agenda">{say!(words, "agenda-title")}</h2>
                {none}
                <ol class="rows agenda">{items}</ol>
                {propose}
            </section>
        }
        .into_any(),
    )
}

fn agenda_item(words: &Words, customer: CustomerId, view: &MeetingView, item: &AgendaItem, may_write: bool) -> AnyView {
    let remove = (may_write && (view.may_call || item.is_own)).then(|| {
        let of = format!(": {}", item.words);
        view! {
            <form method="post" action=links::meeting::remove_agenda_item(customer, view.meeting.id, item.id)>
                <button class="button plain">{say!(words, "agenda-remove")}<span class="unseen">{of}</span></button>
            </form>
        }
    });
    view! {
        <li class="row">
            <div class="row-main">
                <span lang=words.foreign(item.language)>{item.words.clone()}</span>
                <span class="quiet">{item.proposed_by.clone()}</span>
            </div>
            {remove}
        </li>
    }
    .into_any()
}
