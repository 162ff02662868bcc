//! What was said of the work: what waits first, then everything; and the surveys, for the supplier's people.

use super::{kind, title};
use crate::survey;
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::{markdown, room_title},
    say,
    words::Words,
};
use coplan_domain::{
    feedback::{Feedback, FeedbackKind, Helped},
    id::CustomerId,
    person::Side,
    survey::Survey,
    thread::Ball,
};
use coplan_usecases::{
    Portal,
    feedback::{self, FeedbackList},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// How much of what was said is shown in a list, in characters.
const GIST: usize = 160;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let list = feedback::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &list.layout, list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &list, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-feedback"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, list: &FeedbackList, contact: AnyView) -> AnyView {
    let words = &context.words;
    let give = (list.side == Side::Customer).then(|| {
        view! { <a class="button main" href=links::feedback::give(customer)>{say!(words, "feedback-give")}</a> }
    });
    let ask = list.may_ask.then(|| {
        view! { <a class="button main" href=links::survey::send(customer)>{say!(words, "survey-send")}</a> }
    });
    let yearly = list.keeps_questions.then(|| {
        view! { <a class="button" href=links::survey::yearly()>{say!(words, "level-change")}</a> }
    });
    let means = match list.side {
        Side::Customer => say!(words, "feedback-between", supplier = context.supplier.clone()),
        Side::Supplier => say!(words, "feedback-between-staff"),
    };
    let nothing = (list.feedback.is_empty() && list.surveys.is_empty() && list.levels.is_empty()).then(|| {
        let (strong, text) = (say!(words, "feedback-none"), say!(words, "feedback-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let own = Ball::with(list.side);
    let (waiting, others): (Vec<_>, Vec<_>) = list.feedback.iter().partition(|feedback| feedback.ball == own);
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-feedback")}</h1>
            <p class="lead">{means}</p>
            <p class="actions">{give}{ask}{yearly}</p>
        </div>
        <div class="page-main">
            {nothing}
            {sheet(context, customer, list, "h-waiting", say!(words, "feedback-waits"), &waiting)}
            {survey::levels(words, customer, &list.levels)}
            {surveys(context, customer, list)}
            {sheet(context, customer, list, "h-others", say!(words, "feedback-all"), &others)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(
    context: &RequestContext,
    customer: CustomerId,
    list: &FeedbackList,
    id: &'static str,
    title: String,
    found: &[&Feedback],
) -> Option<AnyView> {
    (!found.is_empty()).then(|| {
        let rows = found.iter().map(|feedback| row(context, customer, list, feedback)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="waiting">{rows}</ul></section> }
            .into_any()
    })
}

/// How far feedback is.
#[must_use]
pub fn state(words: &Words, feedback: &Feedback, today: Date) -> AnyView {
    let last = feedback.follow_ups.last();
    let helped = last.and_then(|last| last.result.as_ref()).and_then(|result| result.helped.as_ref());
    let late = feedback.pending().and_then(|pending| pending.due_on).is_some_and(|day| day < today);
    let (class, said) = match (feedback.ball, last, helped) {
        (Ball::Nobody, ..) => ("status done", say!(words, "feedback-helped-yes")),
        (Ball::Customer, ..) => ("status on-track", say!(words, "feedback-answered")),
        (Ball::Supplier, _, Some((Helped::No, _))) => ("status late", say!(words, "feedback-helped-no")),
        (Ball::Supplier, Some(_), None) if late => ("status late", say!(words, "follow-up-late")),
        (Ball::Supplier, Some(_), None) => ("status on-track", say!(words, "follow-up-promised")),
        (Ball::Supplier, ..) => ("status to-come", say!(words, "feedback-open")),
    };
    view! { <span class=class>{said}</span> }.into_any()
}

fn row(context: &RequestContext, customer: CustomerId, list: &FeedbackList, feedback: &Feedback) -> AnyView {
    let words = &context.words;
    let by = (list.side == Side::Supplier).then(|| feedback.by_name.clone());
    let of = match &feedback.scored {
        Some(scored) => {
            let asked = room_title::question(words, &context.supplier, scored);
            view! { <span lang=room_title::language(words, scored)>{asked}</span> }.into_any()
        }
        None => kind(words, feedback.kind).into_any(),
    };
    let said = [by, Some(words.moment(feedback.at, list.now))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let lang =
        if feedback.kind == FeedbackKind::Answer && feedback.words.is_empty() { None } else { words.foreign(feedback.language) };
    view! {
        <li>
            <a href=links::feedback::show(customer, feedback.id) lang=lang>{markdown::excerpt(&title(words, feedback), GIST)}</a>
            {state(words, feedback, list.today)}
            <span class="quiet">{of}" · "{said}</span>
        </li>
    }
    .into_any()
}

fn surveys(context: &RequestContext, customer: CustomerId, list: &FeedbackList) -> Option<AnyView> {
    let words = &context.words;
    let row = |it: &Survey| {
        let milestone = it.milestone.as_ref().map(|(_, name)| name.clone());
        let said = [Some(survey::in_short(words, it)), milestone, Some(words.moment(it.sent_at, list.now))];
        view! {
            <li>
                <a href=links::survey::show(customer, it.id) lang=room_title::language(words, it)>{room_title::question(words, &context.supplier, it)}</a>
                <span class="age">{survey::value(words, it)}</span>
                <span class="quiet">{said.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
            </li>
        }
    };
    (!list.surveys.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-surveys">
                <h2 id="h-surveys">{say!(words, "survey-title")}</h2>
                <ul class="waiting">{list.surveys.iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
