//! The correspondence with a customer, the latest first, with the form that writes down a contact.

use super::{DISCUSSION, kind_of, of_kind, word_of};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, contact::KindQuery},
    say,
    words::Words,
};
use coplan_domain::{contact::ContactKind, id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    contact::{self, Channel, ContactForm, Correspondence, CorrespondenceLine},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

/// Shows the list.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<KindQuery>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, (asked.kind.as_str(), done), (None, &[])).await
}

/// Writes down a contact.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<ContactForm>,
) -> Result<Response, PageError> {
    match contact::keep(&portal, context.actor()?, customer, &form, None).await {
        Ok(()) => Ok(Redirect::to(&Flash::Added.on(&links::contact::list(customer))).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, ("", None), (Some(form), &problems)).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    (kind, done): (&str, Option<Flash>),
    (typed, problems): (Option<ContactForm>, &[FieldProblem]),
) -> Result<Response, PageError> {
    let view = contact::list(portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let form = typed.unwrap_or_else(|| ContactForm {
        kind: ContactKind::Call.to_string(),
        day: view.today.to_string(),
        ..ContactForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into())
    });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::answer(context, status, || {
        let words = &context.words;
        let main = page(words, customer, &view, (kind, done), (&form, problems), frame.contact_card(words));
        frame.page(say!(words, "contact-title"), "page", main)
    }))
}

fn page(
    words: &Words,
    customer: CustomerId,
    view: &Correspondence,
    (kind, done): (&str, Option<Flash>),
    (form, problems): (&ContactForm, &[FieldProblem]),
    card: AnyView,
) -> AnyView {
    let record = view.may_write.then(|| {
        view! {
            <form class="sheet form" method="post" action=links::contact::list(customer)>
                <h2>{say!(words, "contact-record")}</h2>
                {FormView::new(words, form, problems).today(view.today).all()}
                <div class="actions"><button class="button main">{say!(words, "contact-save")}</button></div>
            </form>
        }
    });
    let said = done.and_then(|done| told(words, &view.lines, done));
    let rows = of_kind(&view.lines, kind).map(|line| row(words, customer, view, line)).collect::<Vec<_>>();
    let body = if rows.is_empty() {
        let (strong, text) = (say!(words, "contact-none"), say!(words, "contact-none-text"));
        view! { <div class="empty"><p><strong>{strong}</strong>{text}</p></div> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::thread::list(customer)>{say!(words, "nav-discussions")}</a></nav>
            <h1>{say!(words, "contact-title")}</h1>
            <p class="actions"><a class="edit" href=links::journey::show(customer)>{say!(words, "journey-open")}</a></p>
            {said.map(|said| view! { <div class="notice good" role="status"><p>{said}</p></div> })}
            {problem::summary(words, ContactForm::FIELDS, problems)}
        </div>
        <div class="page-main">
            {record}
            <section class="sheet" aria-labelledby="h-contacts">
                <h2 id="h-contacts">{say!(words, "contact-list")}</h2>
                {filter(words, customer, kind)}
                {body}
                <p class="sheet-foot"><a href=links::contact::file_of(customer, kind) download="">{say!(words, "contact-csv")}</a></p>
            </section>
        </div>
        <div class="page-side">{card}</div>
    }
    .into_any()
}

/// What was just saved: what was written down last.
fn told(words: &Words, lines: &[CorrespondenceLine], done: Flash) -> Option<String> {
    let newest = lines.iter().filter(|line| line.contact.is_some()).max_by_key(|line| line.at)?;
    match done {
        Flash::Added => Some(say!(words, "contact-saved", about = newest.about.clone())),
        Flash::Changed => Some(say!(words, "contact-corrected", about = newest.about.clone())),
        _ => None,
    }
}

fn filter(words: &Words, customer: CustomerId, kind: &str) -> AnyView {
    let kinds = ContactKind::ALL.iter().map(|kind| kind.as_str()).chain([DISCUSSION]);
    let link = |href: String, said: String, here: bool| {
        view! { <a class="button" href=href aria-current=here.then_some("true")>{said}</a>" " }
    };
    let others = kinds.map(|other| link(links::contact::list_of(customer, other), words.say(word_of(other)), other == kind));
    let all = link(links::contact::list(customer), say!(words, "contact-filter-all"), kind.is_empty());
    view! { <nav class="actions filters" aria-label=say!(words, "contact-filter")>{all}{others.collect_view()}</nav> }.into_any()
}

fn row(words: &Words, customer: CustomerId, view: &Correspondence, line: &CorrespondenceLine) -> AnyView {
    let about = match line.channel {
        Channel::Discussion(thread) => {
            view! { <a href=links::thread::show(customer, thread) lang=words.foreign(line.language)>{line.about.clone()}</a> }
                .into_any()
        }
        Channel::Recorded(_) => view! { <strong lang=words.foreign(line.language)>{line.about.clone()}</strong> }.into_any(),
    };
    let people = [line.who.clone(), line.with_whom.clone()].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let said = [words.say(word_of(kind_of(line))), words.day(line.day, view.today), people.join(" – ")].join(" · ");
    let promised = (!line.promised.is_empty()).then(|| {
        view! { <span>{say!(words, "contact-promised")}": "<span lang=words.foreign(line.language)>{line.promised.clone()}</span></span> }
    });
    let before = line.corrects.as_ref().map(|(about, name)| {
        let said = say!(words, "contact-before", name = name.clone(), about = about.clone());
        view! { <span class="quiet">{said}</span> }
    });
    let correct = line.contact.filter(|_| view.may_write).map(|id| {
        let of = format!(": {}", line.about);
        view! { <a class="button plain" href=links::contact::correct(customer, id)>{say!(words, "contact-correct")}<span class="unseen">{of}</span></a> }
    });
    view! {
        <li class="row">
            <div class="row-main">{about}<span class="quiet">{said}</span>{promised}{before}</div>
            {correct}
        </li>
    }
    .into_any()
}
