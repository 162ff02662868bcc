//! A file of a discussion with its versions: which one holds, who approved or refused it, and the next one.

use super::{
    files,
    receive::{FILES, Received},
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::discussions::Parties,
    words::Words,
};
use coplan_domain::{
    acceptance::Verdict,
    attachment::FileDecision,
    id::{AttachmentId, CustomerId},
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    attachment::RefusedFile,
    form::{FieldProblem, FieldSpec, Form},
    thread::{self, DecideFileForm, FilePage, FileVersionView, NewVersionForm},
};
use leptos::prelude::*;

type Ids = (CustomerId, AttachmentId);

/// How much of a hash is shown: enough to compare by eye.
const HASH: usize = 12;

/// What was sent, and what is wrong with it.
#[derive(Default)]
struct Sent {
    decision: DecideFileForm,
    version: Option<NewVersionForm>,
    problems: Vec<FieldProblem>,
    refused: Vec<(&'static str, RefusedFile)>,
    no_file: bool,
    is_stale: bool,
}

/// Shows the file.
///
/// # Errors
/// [`PageError`] where it is not the reader's to see.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    draw(&portal, &context, of, StatusCode::OK, Sent::default()).await
}

/// Keeps the next version.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    received: Received,
) -> Result<Response, PageError> {
    let form = NewVersionForm::from_pairs(&received.pairs).ok_or(PageError::BadRequest)?;
    let mut files = received.files;
    let only = if files.len() == 1 && received.refused.is_empty() { files.pop() } else { None };
    let said = match only {
        Some(file) => thread::add_version(&portal, context.actor()?, of.0, of.1, (&form, file)).await.map(Some),
        // Nothing is said before it is known what goes with it.
        None => thread::check_version(&form).map(|()| None),
    };
    let (problems, no_file) = match said {
        Ok(Some((thread, message))) => return Ok(Redirect::to(&links::thread::message(of.0, thread, message)).into_response()),
        Ok(None) => (Vec::new(), received.refused.is_empty()),
        Err(Error::Invalid(problems)) => (problems, false),
        Err(error) => return Err(error.into()),
    };
    let sent = Sent { version: Some(form), problems, refused: received.refused, no_file, ..Sent::default() };
    draw(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, sent).await
}

/// Asks the other side to approve it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn ask(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    match thread::ask_approval(&portal, context.actor()?, of.0, of.1).await {
        Ok(()) => Ok(Redirect::to(&links::thread::file_page(of.0, of.1)).into_response()),
        Err(Error::Stale(_)) => {
            draw(&portal, &context, of, StatusCode::CONFLICT, Sent { is_stale: true, ..Sent::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Approves or refuses a version.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn decide(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<DecideFileForm>,
) -> Result<Response, PageError> {
    match thread::decide_file(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(()) => Ok(Redirect::to(&links::thread::file_page(of.0, of.1)).into_response()),
        Err(Error::Invalid(problems)) => {
            let sent = Sent { decision: form, problems, ..Sent::default() };
            draw(&portal, &context, of, StatusCode::UNPROCESSABLE_ENTITY, sent).await
        }
        // Nobody decides of what was not read: the words are for another version.
        Err(Error::Stale(_)) => {
            draw(&portal, &context, of, StatusCode::CONFLICT, Sent { is_stale: true, ..Sent::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(portal: &Portal, context: &RequestContext, of: Ids, status: StatusCode, sent: Sent) -> Result<Response, PageError> {
    let view = thread::show_file(portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let fresh = NewVersionForm {
        message: new_ulid(portal.clock.now(), &*portal.rng).into(),
        text: String::new(),
        asks_approval: view.versions.first().is_some_and(|newest| newest.asked.is_some() || newest.decided.is_some()),
    };
    Ok(layout::answer(context, status, || {
        let sides = Parties::new(context, frame.customer_name());
        let main = page(context, of, &sides, &view, (&sent, &fresh), frame.contact_card(&context.words));
        let title = view.versions.first().map(|newest| newest.name.clone()).unwrap_or_default();
        frame.page(title, "page", main)
    }))
}

fn page(
    context: &RequestContext,
    of: Ids,
    sides: &Parties,
    view: &FilePage,
    (sent, fresh): (&Sent, &NewVersionForm),
    contact: AnyView,
) -> AnyView {
    let words = &context.words;
    let stale = sent.is_stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "file-stale")}</p></div> });
    let (newest, earlier) = view.versions.split_first().map_or((None, &[][..]), |(newest, earlier)| (Some(newest), earlier));
    let fields: Vec<FieldSpec> = [DecideFileForm::FIELDS, NewVersionForm::FIELDS].concat();
    let name = newest.map(|it| it.name.clone());
    let now = newest.map(|it| holding(words, of, sides, view, it, sent));
    let next = view.may_write.then(|| next(words, of, sides, view, (sent, fresh)));
    let rows = earlier
        .iter()
        .map(|it| view! { <li class="row"><div class="row-main">{facts(words, of, sides, view, (it, false))}</div></li> });
    let earlier = (!earlier.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-earlier">
                <h2 id="h-earlier">{say!(words, "file-earlier")}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::thread::list(of.0)>{say!(words, "nav-discussions")}</a>
                <a href=links::thread::show(of.0, view.thread)>{view.title.clone()}</a>
            </nav>
            <h1>{name}</h1>
            {stale}
            {problem::summary(words, &fields, &sent.problems)}
        </div>
        <div class="page-main">{now}{next}{earlier}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// The version that holds, with what can be done about it.
fn holding(words: &Words, of: Ids, sides: &Parties, view: &FilePage, newest: &FileVersionView, sent: &Sent) -> AnyView {
    let decision = view.to_decide().map(|it| {
        let form = FormView::new(words, &sent.decision, &sent.problems);
        view! {
            <form class="form sheet-foot" method="post" action=links::thread::decide_file(of.0, it.id)>
                {form.all()}
                <div class="actions"><button class="button main">{say!(words, "file-decide")}</button></div>
            </form>
        }
    });
    let ask = view.to_ask().map(|it| {
        view! {
            <form class="sheet-foot" method="post" action=links::thread::ask_approval(of.0, it.id)>
                <div class="actions"><button class="button">{say!(words, "file-ask-now", name = sides.other())}</button></div>
            </form>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-newest">
            <h2 id="h-newest">{say!(words, "file-newest")}</h2>
            {facts(words, of, sides, view, (newest, true))}
            {decision}
            {ask}
        </section>
    }
    .into_any()
}

/// One version: the file, who brought it and when, its hash, and what was asked and decided.
fn facts(words: &Words, of: Ids, sides: &Parties, view: &FilePage, (it, is_newest): (&FileVersionView, bool)) -> AnyView {
    let (href, at) = (links::thread::file(of.0, view.thread, it.id), words.moment(it.sent_at, view.now));
    let by = format!("{}, {}, ", it.author, sides.name(it.side));
    let said = links::thread::message(of.0, view.thread, it.message);
    let asked = it.asked.as_ref().filter(|_| is_newest && it.decided.is_none()).map(|(name, at)| {
        view! { <p class="quiet">{say!(words, "file-asked-by", name = name.clone(), moment = words.moment(*at, view.now))}</p> }
    });
    let decided = it.decided.as_ref().map(|it| decided(words, view, it));
    view! {
        <p class="file-version">
            <strong>{say!(words, "file-version", n = it.version)}</strong>" "
            <a href=href download="">{it.name.clone()}</a>" "<span class="quiet">{files::size(words, it.size)}</span>
            {files::state(words, it.state, is_newest)}
        </p>
        <p class="quiet">{by}<a href=said>{at}</a></p>
        {asked}
        {decided}
        <p class="quiet">{say!(words, "file-hash", hash = short(&it.hash))}</p>
    }
    .into_any()
}

fn short(hash: &str) -> String {
    hash.chars().take(HASH).collect()
}

fn decided(words: &Words, view: &FilePage, it: &FileDecision) -> AnyView {
    let (name, moment) = (it.by.clone(), words.moment(it.at, view.now));
    let said = match it.verdict {
        Verdict::Approved => say!(words, "file-approved-by", name = name, moment = moment, hash = short(&it.hash)),
        Verdict::Refused => say!(words, "file-refused-by", name = name, moment = moment, hash = short(&it.hash)),
    };
    let reason = (!it.reason.is_empty())
        .then(|| view! { <blockquote class="lines" lang=words.foreign(it.language)>{it.reason.clone()}</blockquote> });
    view! { <p>{said}</p> {reason} }.into_any()
}

/// Where the next version is chosen.
fn next(words: &Words, of: Ids, sides: &Parties, view: &FilePage, (sent, fresh): (&Sent, &NewVersionForm)) -> AnyView {
    let form = sent.version.as_ref().unwrap_or(fresh);
    let fields =
        FormView::new(words, form, &sent.problems).label("asks_approval", say!(words, "file-ask-files", name = sides.other()));
    let asked = if view.is_shared { fields.all() } else { view! { {fields.hidden()} {fields.only(&["text"])} }.into_any() };
    let no_file = sent.no_file.then(|| view! { <p class="error" role="alert">{say!(words, "file-one")}</p> });
    view! {
        <section class="sheet" aria-labelledby="h-next">
            <h2 id="h-next">{say!(words, "file-next")}</h2>
            <form class="form" method="post" action=links::thread::file_version(of.0, of.1) enctype="multipart/form-data">
                {files::choose_one(words, FILES, &sent.refused)}
                {no_file}
                {asked}
                <div class="actions"><button class="button main">{say!(words, "file-next-send")}</button></div>
            </form>
        </section>
    }
    .into_any()
}
