//! One discussion: what it is about, whose move it is, what was said, and what can be done.

use super::{
    forms, messages,
    page_form::{PageForm, Refused},
    question,
};
use axum::{
    extract::{Query, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use coplan_app::{
    forms::problem,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Live,
    layout::{self, customer::CustomerLayout, heavy},
    links::{self, thread::BeforeQuery},
    say,
    shared::{
        discussions::{self, Parties},
        subject,
    },
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, ThreadId},
    system::new_ulid,
    thread::{AboutKind, Ball, Resolution},
};
use coplan_usecases::{
    Portal,
    thread::{self, NoteForm, ReplyForm, ThreadInternal, ThreadView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// Shows the discussion.
///
/// # Errors
/// [`PageError`] where it is not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
    Query(query): Query<BeforeQuery>,
) -> Result<Response, PageError> {
    if query.before.is_empty() {
        return draw(&portal, &context, customer, id, PageForm::default(), Refused::default(), StatusCode::OK).await;
    }
    let before = query.before.parse().map_err(|_| PageError::NotFound)?;
    let view = thread::show(&portal, context.actor()?, customer, id, Some(before)).await?;
    let frame = CustomerLayout::new(&context, &view.layout, portal.today(context.actor()?));
    let now = portal.clock.now();
    layout::answer_long(&context, StatusCode::OK, view.bytes(), || {
        let main = earlier(&context, &frame, &view, now);
        frame.page(view.title.clone(), "page", main)
    })
    .await
}

/// The end of the discussion, with what was typed and could not be kept.
pub(super) async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    id: ThreadId,
    mut typed: PageForm,
    refused: Refused,
    status: StatusCode,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = thread::show(portal, actor, customer, id, None).await?;
    thread::note_reading(portal, context.actor()?, &view);
    let frame = CustomerLayout::new(context, &view.layout, portal.today(actor));
    let now = portal.clock.now();
    let fresh = || new_ulid(portal.clock.now(), &*portal.rng);
    typed.reply.get_or_insert_with(|| ReplyForm { message: fresh().into(), text: String::new() });
    typed.note.get_or_insert_with(|| NoteForm::blank(fresh().into()));
    let place = format!("{id} {}", actor.person());
    layout::answer_long(context, status, view.bytes(), || {
        let main = main(context, &frame, &view, (typed, refused), &place, now);
        frame.page(view.title.clone(), "page", main)
    })
    .await
}

fn main(
    context: &RequestContext,
    frame: &CustomerLayout,
    view: &ThreadView,
    (typed, refused): (PageForm, Refused),
    place: &str,
    now: Timestamp,
) -> AnyView {
    let words = &context.words;
    let sides = Parties::new(context, frame.customer_name());
    let (stream, fragment) = (links::live::thread(view.customer, view.id, now), links::thread::speech(view.customer, view.id));
    let live = view! { <Live stream=stream fragment=fragment into=SAID.to_owned() news=say!(words, "thread-news")/> };
    let said = view! {
        <section class="sheet" id=SAID aria-label=say!(words, "thread-speech")>{said(words, &sides, view, now)}</section>
        {live}
    };
    let again = refused.choose_again.then(|| {
        view! { <p class="notice warn" role="alert">{say!(words, "thread-files-again")}</p> }
    });
    let summary = problem::summary(words, &PageForm::fields(), &refused.problems);
    let summary = Some(view! { {summary}{again} }.into_any());
    let stale = refused.stale.then(|| stale(words, &sides, view, &refused.outcome, now));
    let main = if view.may_write {
        forms::around(words, &sides, view, (typed, refused), place, said.into_any())
    } else {
        view! { <div class="page-main">{said}</div> }.into_any()
    };
    view! { {head(words, &sides, view, summary, stale)} {main} {side(words, frame, view, now)} }.into_any()
}

/// The id of the section of what is said.
const SAID: &str = "said";

/// How it stands and what is said. The version goes along with the form around it, so that who has seen the last message
/// also answers for having seen it.
fn said(words: &Words, sides: &Parties, view: &ThreadView, now: Timestamp) -> AnyView {
    let stand = match &view.state.resolution {
        Some(resolution) => outcome(words, view, resolution, now),
        None => ball_line(words, sides, view, now),
    };
    let speech = messages::messages(words, sides, view, view.internal.as_ref().map(|it| it.notes.as_slice()), now);
    let version = view.may_write.then(|| view! { <input type="hidden" name="version" value=view.state.version/> });
    let question = view.question.as_ref().map(|question| question::facts(words, view.customer, question));
    view! { {stand} {question} {here(words, view)} {speech} {version} }.into_any()
}

/// Who else has it open.
fn here(words: &Words, view: &ThreadView) -> Option<AnyView> {
    let (n, names) = (i64::try_from(view.here.len()).unwrap_or(i64::MAX), view.here.join(", "));
    (n > 0).then(|| view! { <p class="here">{say!(words, "thread-here", n = n, names = names)}</p> }.into_any())
}

/// What is said, alone, for who has the page open.
///
/// # Errors
/// [`PageError`] where it is not the reader's to see.
pub async fn speech(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, ThreadId)>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = thread::show(&portal, actor, customer, id, None).await?;
    thread::note_reading(&portal, context.actor()?, &view);
    let (frame, now) = (CustomerLayout::new(&context, &view.layout, portal.today(actor)), portal.clock.now());
    let sides = Parties::new(&context, frame.customer_name());
    heavy::draw(&context, view.bytes(), || {
        let html = layout::draw(&context.nonce, || said(&context.words, &sides, &view, now));
        // Nothing in it may run, should it be opened as a page.
        let headers = [(header::CONTENT_SECURITY_POLICY, "default-src 'none'"), (header::CACHE_CONTROL, "no-store")];
        (headers, Html(html)).into_response()
    })
    .await
}

fn earlier(context: &RequestContext, frame: &CustomerLayout, view: &ThreadView, now: Timestamp) -> AnyView {
    let words = &context.words;
    let sides = Parties::new(context, frame.customer_name());
    // The notes stand at the discussion's end, all of them, so that none falls between two stretches.
    let speech = messages::messages(words, &sides, view, None, now);
    view! {
        {head(words, &sides, view, None, None)}
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "thread-speech")>
                {speech}
                <p class="sheet-foot"><a href=links::thread::show(view.customer, view.id)>{say!(words, "thread-to-end")}</a></p>
            </section>
        </div>
        {side(words, frame, view, now)}
    }
    .into_any()
}

fn head(
    words: &Words,
    sides: &Parties,
    view: &ThreadView,
    summary: Option<AnyView>,
    stale: Option<AnyView>,
) -> impl IntoView + use<> {
    let whole = view.whole.as_ref().map(|whole| {
        let href = links::thread::show(view.customer, whole.id);
        view! {
            <p class="quiet">
                {say!(words, "thread-split-from")} " " <a href=href lang=words.foreign(whole.language)>{whole.title.clone()}</a>
            </p>
        }
    });
    let hidden = view.internal.as_ref().and_then(|internal| hidden(words, sides, internal));
    view! {
        <div class="page-head">
            {subject::crumbs(words, subject::way(words, view.customer, &view.subject))}
            <h1 lang=words.foreign(view.language)>{view.title.clone()}</h1>
            {whole}
            {hidden}
            {summary}
            {stale}
        </div>
    }
}

/// That the customer does not see it, and whether that is for good.
fn hidden(words: &Words, sides: &Parties, internal: &ThreadInternal) -> Option<AnyView> {
    let (customer, supplier) = (sides.customer.clone(), sides.supplier.clone());
    let (badge, means) = match internal {
        ThreadInternal { inside: true, .. } => {
            (say!(words, "thread-inside"), say!(words, "thread-inside-text", customer = customer, supplier = supplier))
        }
        ThreadInternal { shared: false, .. } => {
            (say!(words, "thread-not-shown"), say!(words, "thread-not-shown-text", customer = customer))
        }
        ThreadInternal { .. } => return None,
    };
    let said = view! { <p><span class="badge warn">{badge}</span></p><p class="quiet">{means}</p> };
    Some(said.into_any())
}

/// Somebody else was quicker: how it stands now, and what the reader has as its outcome.
fn stale(words: &Words, sides: &Parties, view: &ThreadView, outcome: &str, now: Timestamp) -> AnyView {
    let yours = (!outcome.is_empty()).then(|| {
        view! { <p>{say!(words, "thread-stale-outcome")}</p><blockquote class="lines">{outcome.to_owned()}</blockquote> }
    });
    view! {
        <div class="notice warn" role="alert">
            <p><strong>{say!(words, "thread-stale")}</strong>" "{say!(words, "thread-stale-text")}</p>
            <p>{discussions::ball(words, sides, &view.state, now)}</p>
            {yours}
        </div>
    }
    .into_any()
}

fn ball_line(words: &Words, sides: &Parties, view: &ThreadView, now: Timestamp) -> AnyView {
    let since = (view.state.ball != Ball::Nobody).then(|| {
        view! { <span class="quiet">{say!(words, "ball-since", moment = words.moment(view.state.ball_since, now))}</span> }
    });
    let correct = view.may_write.then(|| forms::correction(words, sides, view));
    view! {
        <div class="sheet-head thread-now">
            <p class="ball-line">{discussions::ball(words, sides, &view.state, now)}{since}</p>
            {correct}
        </div>
    }
    .into_any()
}

fn outcome(words: &Words, view: &ThreadView, resolution: &Resolution, now: Timestamp) -> AnyView {
    let who = format!("{}, {}", resolution.by, words.moment(resolution.at, now));
    let again = view.may_write.then(|| {
        view! {
            <p class="actions">
                <button class="button" formaction=links::thread::reopen(view.customer, view.id)>{say!(words, "thread-reopen")}</button>
            </p>
        }
    });
    view! {
        <div class="outcome">
            <span class="status good">{say!(words, "thread-resolved")}</span>
            <p lang=words.foreign(resolution.language)>{resolution.outcome.clone()}</p>
            <p class="quiet">{who}</p>
            {again}
        </div>
    }
    .into_any()
}

fn side(words: &Words, frame: &CustomerLayout, view: &ThreadView, now: Timestamp) -> impl IntoView + use<> {
    let kind = match view.subject.kind {
        AboutKind::Plan => None,
        AboutKind::Project => Some(say!(words, "about-project")),
        AboutKind::Milestone => Some(say!(words, "about-milestone")),
        AboutKind::Task => Some(say!(words, "about-task")),
        AboutKind::Invoice => Some(say!(words, "about-invoice")),
        AboutKind::InvoiceLine => Some(say!(words, "about-line")),
        AboutKind::Report => Some(say!(words, "about-report")),
        AboutKind::ServiceRequest => Some(say!(words, "about-request")),
    };
    let way = subject::way(words, view.customer, &view.subject).pop();
    let about = way.map(|(href, name)| {
        let kind = kind.unwrap_or_else(|| say!(words, "thread-about"));
        view! { <dt>{kind}</dt><dd><a href=href>{name}</a></dd> }
    });
    let change = view.may_write.then(|| {
        let href = links::thread::change(view.customer, view.id);
        view! { <a class="edit" href=href>{say!(words, "thread-change")}</a> }
    });
    view! {
        <div class="page-side">
            {frame.contact_card(words)}
            <section class="sheet" aria-labelledby="h-about">
                <div class="sheet-head"><h2 id="h-about">{say!(words, "thread-about")}</h2>{change}</div>
                <dl class="facts">
                    {about}
                    <dt>{say!(words, "thread-opened-by")}</dt>
                    <dd>{view.opened_by.clone()}", "{words.moment(view.opened_at, now)}</dd>
                </dl>
            </section>
        </div>
    }
}
