//! What is guaranteed, since when and until when, the technical appendix, and two versions side by side.

use super::approve::{seal, sides, stale};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    agreement::{AgreementState, AgreementVersion},
    id::CustomerId,
};
use coplan_usecases::{
    Portal,
    agreement::{self, AgreementView},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Which version stands beside the last one.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct BesideQuery {
    #[serde(default)]
    beside: String,
}

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<BesideQuery>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, (query.beside.parse().ok(), StatusCode::OK)).await
}

pub(super) async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    (beside, status): (Option<i64>, StatusCode),
) -> Result<Response, PageError> {
    let view = agreement::show(portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    Ok(layout::answer(context, status, || {
        let asked = (beside, status == StatusCode::CONFLICT);
        let main = page(context, customer, &view, asked, frame.contact_card(&context.words));
        frame.page(say!(context.words, "agreement-title"), "page", main)
    }))
}

fn page(
    context: &RequestContext,
    customer: CustomerId,
    view: &AgreementView,
    (beside, is_stale): (Option<i64>, bool),
    contact: AnyView,
) -> AnyView {
    let words = &context.words;
    let write = view.may_write.then(|| {
        let said = if view.versions.is_empty() { say!(words, "agreement-write") } else { say!(words, "agreement-next") };
        view! { <p class="actions"><a class="button" href=links::agreement::write(customer)>{said}</a></p> }
    });
    let now = match view.versions.first() {
        Some(now) => view! { {latest(words, view, now)}{seal(context, customer, view, now)} }.into_any(),
        None => nothing(words),
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::report::list(customer)>{say!(words, "nav-reports")}</a>
            </nav>
            <h1>{say!(words, "agreement-title")}</h1>
            {is_stale.then(|| stale(words))}
            {write}
        </div>
        <div class="page-main">{now}{versions(context, customer, view, beside)}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// Said where there is no agreement.
fn nothing(words: &Words) -> AnyView {
    let (strong, text) = (say!(words, "agreement-none"), say!(words, "agreement-none-text"));
    view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }.into_any()
}

/// The last version.
fn latest(words: &Words, view: &AgreementView, now: &AgreementVersion) -> AnyView {
    let by = say!(words, "agreement-by", version = now.version, name = now.by.clone(), moment = words.moment(now.at, view.now));
    let lang = words.foreign(now.language);
    let note = (!now.terms.note.is_empty()).then(|| view! { <p class="lines" lang=lang>{now.terms.note.clone()}</p> });
    let appendix = (!now.terms.appendix.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{say!(words, "agreement-appendix")}</summary>
                <p class="lines" lang=lang>{now.terms.appendix.clone()}</p>
            </details>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-guarantees">
            <h2 id="h-guarantees">{say!(words, "agreement-guarantees")}</h2>
            {terms(words, now, view.today)}
            {note}
            <p class="quiet">{by}</p>
            {appendix}
        </section>
    }
    .into_any()
}

/// What is guaranteed and when.
fn terms(words: &Words, version: &AgreementVersion, today: Date) -> AnyView {
    let rows =
        version.terms.guarantees.iter().map(|line| view! { <li class="row"><div class="row-main">{line.clone()}</div></li> });
    view! {
        <p class="meeting-when">{span(words, version, today)}{state(words, version.on(today, None))}</p>
        <ul class="rows" lang=words.foreign(version.language)>{rows.collect_view()}</ul>
    }
    .into_any()
}

fn span(words: &Words, version: &AgreementVersion, today: Date) -> String {
    let first = words.day(version.terms.first_day, today);
    match version.terms.last_day {
        Some(last) => say!(words, "agreement-from-to", first = first, last = words.day(last, today)),
        None => say!(words, "agreement-from", first = first),
    }
}

fn state(words: &Words, state: AgreementState) -> AnyView {
    let (class, said) = match state {
        AgreementState::Proposed => ("status to-come", say!(words, "agreement-proposed")),
        AgreementState::Ahead => ("status to-come", say!(words, "agreement-ahead")),
        AgreementState::Holds => ("status done", say!(words, "agreement-holds")),
        AgreementState::Over => ("status to-come", say!(words, "agreement-over")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

/// The next version to which both sides have agreed, with the first day on which it holds in the place of one.
fn follower<'v>(words: &Words, view: &'v AgreementView, version: i64) -> Option<(&'v AgreementVersion, Date)> {
    let mut later = view.versions.iter().rev().filter(|it| it.version > version);
    let (next, agreed_at) = later.find_map(|it| Some((it, it.agreed_at?)))?;
    Some((next, next.followed_on(words.day_of(agreed_at))))
}

/// When a version was or will be followed by another one.
fn followed(words: &Words, view: &AgreementView, version: i64) -> Option<String> {
    let (next, day) = follower(words, view, version)?;
    Some(say!(words, "agreement-followed", version = next.version, day = words.day(day, view.today)))
}

/// The last version beside the one before or the one that was chosen; nothing where there is only one.
fn versions(context: &RequestContext, customer: CustomerId, view: &AgreementView, beside: Option<i64>) -> Option<AnyView> {
    let words = &context.words;
    let (now, earlier) = view.versions.split_first()?;
    let before = beside.and_then(|wanted| earlier.iter().find(|it| it.version == wanted)).or_else(|| earlier.first())?;
    let others = earlier.iter().filter(|it| it.version != before.version).map(|it| {
        let said = say!(words, "agreement-beside", version = it.version, day = words.day(words.day_of(it.at), view.today));
        let followed = followed(words, view, it.version).map(|said| view! { <span class="quiet">{said}</span> });
        view! { <li><a href=links::agreement::beside(customer, it.version)>{said}</a>{followed}</li> }
    });
    let others = (earlier.len() > 1).then(|| view! { <ul class="waiting">{others.collect_view()}</ul> });
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-versions">
                <h2 id="h-versions">{say!(words, "agreement-versions")}</h2>
                <div class="conflict">
                    <div class="version theirs">{side(context, view, before, now)}</div>
                    <div class="version yours">{side(context, view, now, before)}</div>
                </div>
                {others}
            </section>
        }
        .into_any(),
    )
}

/// One of two versions, with what the other one does not have marked.
fn side(context: &RequestContext, view: &AgreementView, version: &AgreementVersion, other: &AgreementVersion) -> AnyView {
    let (words, today) = (&context.words, view.today);
    let followed = follower(words, view, version.version).map(|(_, day)| day);
    let state = state(words, version.on(today, followed));
    let until = self::followed(words, view, version.version).map(|said| view! { <p class="quiet">{said}</p> });
    let lines = version.terms.guarantees.iter().map(|line| {
        let line_of_own = !other.terms.guarantees.contains(line);
        let said = line.clone();
        let said = if line_of_own { view! { <mark>{said}</mark> }.into_any() } else { said.into_any() };
        view! { <li class="row"><div class="row-main">{said}</div></li> }
    });
    let when = span(words, version, today);
    let when = if when == span(words, other, today) { when.into_any() } else { view! { <mark>{when}</mark> }.into_any() };
    let appendix = (version.terms.appendix != other.terms.appendix && !version.terms.appendix.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{say!(words, "agreement-appendix")}</summary>
                <p class="lines">{version.terms.appendix.clone()}</p>
            </details>
        }
    });
    view! {
        <h3>{say!(words, "acceptance-version", n = version.version)}</h3>
        <p class="quiet">{when}" "{state}</p>
        {until}
        <ul class="rows" lang=words.foreign(version.language)>{lines.collect_view()}</ul>
        {appendix}
        {sides(context, view, version)}
    }
    .into_any()
}

/// The agreement in short, with the way there; nothing where there is none and the reader writes none.
#[must_use]
pub fn sheet(
    words: &Words,
    customer: CustomerId,
    now: Option<&AgreementVersion>,
    may_write: bool,
    today: Date,
) -> Option<AnyView> {
    let body = match now {
        Some(now) => view! {
            <li>
                <a href=links::agreement::show(customer)>{say!(words, "agreement-title")}</a>
                {state(words, now.on(today, None))}
                <span class="quiet">{span(words, now, today)}</span>
            </li>
        }
        .into_any(),
        None if may_write => {
            view! { <li><a href=links::agreement::write(customer)>{say!(words, "agreement-write")}</a></li> }.into_any()
        }
        None => return None,
    };
    Some(
        view! { <section class="sheet" aria-label=say!(words, "agreement-title")><ul class="waiting">{body}</ul></section> }
            .into_any(),
    )
}
