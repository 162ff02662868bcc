//! Importing files: choose them, look at what was read, confirm. What is here is for invoices; tables have pages of their own.

pub mod facts;
mod invoice;
mod preview;
pub mod receive;
pub mod table;
mod unreadable;

use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Multipart, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    http::{
        body_limit::UPLOAD_LIMIT,
        byte_budget::ByteBudget,
        context::{App, RequestContext},
        errors::PageError,
        path_ids::{PathIds, id as parse_id},
    },
    islands::DropZone,
    layout::{self, Page, customer::staff_links},
    links,
    parts::sums,
    say,
    words::Words,
};
use coplan_domain::{format::MAX_BYTES, id::UploadId};
use coplan_usecases::{
    Error, Portal,
    import::{self, Content, DocumentPreview, ImportError, Imported, MOST_FILES, Preview, Recent, RefusedFile, Report},
};
use leptos::prelude::*;
use receive::receive;
use std::{collections::BTreeMap, sync::Arc};

/// The routes of importing files, but the upload itself.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::import::confirm::PATTERN, routing::post(confirm))
        .route(links::import::confirm_another::PATTERN, routing::post(confirm_another))
        .route(links::import::discard_all::PATTERN, routing::post(discard_all))
        .route(links::import::discard::PATTERN, routing::post(discard))
        .merge(table::routes())
}

/// What takes in files, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    let files = routing::get(get).post(post).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
    Router::new().route(links::import::upload::PATTERN, files).merge(table::uploads())
}

/// What happened to the files that were just sent, and what was typed.
#[derive(Debug, Default)]
struct Feedback {
    /// Nothing was chosen.
    nothing_chosen: bool,
    /// Files that are not taken in.
    refused: Vec<RefusedFile>,
    /// Which customer was typed for a file.
    typed: BTreeMap<UploadId, String>,
    /// Why a file, or a document in it, was not imported.
    not_imported: BTreeMap<UploadId, ImportError>,
    /// How many documents were imported.
    imported: usize,
}

/// Shows what waits.
///
/// # Errors
/// [`PageError`].
async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    show(&portal, &context, StatusCode::OK, &Feedback::default()).await
}

/// Takes files in for a look.
///
/// # Errors
/// [`PageError`]; [`PageError::TooLarge`] where all files together are more than fits.
async fn post(
    State(portal): State<Portal>,
    State(budget): State<Arc<ByteBudget>>,
    context: RequestContext,
    files: Multipart,
) -> Result<Response, PageError> {
    context.staff()?;
    let room = budget.reserve(context.byte_owner());
    let (files, not_opened, fields) = receive(&portal, context.actor()?, room, files).await?;
    let typed = typed(&fields)?;
    if files.is_empty() && not_opened.is_empty() {
        let feedback = Feedback { nothing_chosen: true, typed, ..Feedback::default() };
        return show(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, &feedback).await;
    }
    let mut refused = import::insert(&portal, context.actor()?, files).await?;
    refused.extend(not_opened);
    let status = if refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    if refused.is_empty() && typed.is_empty() {
        return Ok(Redirect::to(&links::import::upload()).into_response());
    }
    show(&portal, &context, status, &Feedback { refused, typed, ..Feedback::default() }).await
}

/// Imports what was previewed: `upload` for each file, `customer.ID` for what was typed beside it.
///
/// # Errors
/// [`PageError`].
async fn confirm(
    State(portal): State<Portal>,
    context: RequestContext,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    context.staff()?;
    let (mut feedback, mut imported) = (Feedback::default(), Vec::new());
    let typed = customers(&fields);
    for (_, id) in fields.iter().filter(|(name, _)| name == "upload").take(MOST_FILES) {
        let upload = parse_id(id)?;
        let customer = typed.get(id.as_str()).copied().unwrap_or_default();
        let report = import::import(&portal, context.actor()?, upload, customer).await;
        imported.extend(sort_out(&mut feedback, (upload, customer), report)?);
    }
    answer(&portal, &context, feedback, imported).await
}

/// Imports one file although its number is here already, with what was typed beside it.
///
/// # Errors
/// [`PageError`].
async fn confirm_another(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((upload,)): PathIds<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let customer = customers(&fields).get(upload.to_string().as_str()).copied().unwrap_or_default();
    let report = import::import_another(&portal, context.actor()?, upload, customer).await;
    let mut feedback = Feedback { typed: typed(&fields)?, ..Feedback::default() };
    let imported = sort_out(&mut feedback, (upload, customer), report)?;
    answer(&portal, &context, feedback, imported).await
}

/// What was imported of a file; what was not is noted.
fn sort_out(
    feedback: &mut Feedback,
    (upload, customer): (UploadId, &str),
    report: Result<Report, ImportError>,
) -> Result<Vec<Imported>, PageError> {
    let mut imported = Vec::new();
    for document in report.map_or_else(|why| vec![Err(why)], |report| report.documents) {
        match document {
            Ok(one) => imported.push(one),
            Err(ImportError::Other(error @ (Error::NotIn | Error::Internal(_)))) => return Err(error.into()),
            Err(why) => {
                feedback.typed.insert(upload, customer.to_owned());
                feedback.not_imported.insert(upload, why);
            }
        }
    }
    Ok(imported)
}

/// The invoice where one was imported, what is left otherwise.
async fn answer(
    portal: &Portal,
    context: &RequestContext,
    mut feedback: Feedback,
    imported: Vec<Imported>,
) -> Result<Response, PageError> {
    match (feedback.not_imported.is_empty(), imported.as_slice()) {
        (true, [Imported::Invoice { id, customer }]) => Ok(Redirect::to(&links::invoice::show(*customer, *id)).into_response()),
        (true, _) => Ok(Redirect::to(&links::import::upload()).into_response()),
        (false, _) => {
            feedback.imported = imported.len();
            show(portal, context, StatusCode::UNPROCESSABLE_ENTITY, &feedback).await
        }
    }
}

/// Which customer was typed for each file.
fn customers(fields: &[(String, String)]) -> BTreeMap<&str, &str> {
    fields.iter().filter_map(|(name, typed)| Some((name.strip_prefix("customer.")?, typed.as_str()))).collect()
}

/// The same, to be put back where it was typed.
fn typed(fields: &[(String, String)]) -> Result<BTreeMap<UploadId, String>, PageError> {
    let typed = customers(fields).into_iter().filter(|(_, typed)| !typed.is_empty());
    typed.map(|(id, typed)| Ok((parse_id(id)?, typed.to_owned()))).collect()
}

/// Discards one file. What was typed for the others stays.
///
/// # Errors
/// [`PageError`].
async fn discard(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((upload,)): PathIds<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    import::discard(&portal, context.actor()?, upload).await?;
    let feedback = Feedback { typed: typed(&fields)?, ..Feedback::default() };
    if feedback.typed.is_empty() {
        return Ok(Redirect::to(&links::import::upload()).into_response());
    }
    show(&portal, &context, StatusCode::OK, &feedback).await
}

/// Discards all that waits.
///
/// # Errors
/// [`PageError`].
async fn discard_all(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    import::discard_all(&portal, context.actor()?).await?;
    Ok(Redirect::to(&links::import::upload()).into_response())
}

async fn show(portal: &Portal, context: &RequestContext, status: StatusCode, feedback: &Feedback) -> Result<Response, PageError> {
    let previewed = import::preview(portal, context.actor()?).await?;
    let today = portal.today(context.actor()?);
    let findings: usize = previewed.files.iter().flat_map(|file| &file.documents).map(finding_count).sum();
    layout::answer_long(context, status, findings * FINDING_BYTES, || {
        let words = &context.words;
        let main = view! {
            {head(words, previewed.files.is_empty(), context.actor().is_ok_and(coplan_usecases::bank::may_import))}
            <div class="page-main">
                {preview::refused(words, feedback)}
                {preview::form(words, &previewed, feedback, today, choose(words))}
                {recent(words, &previewed)}
            </div>
        };
        Page { links: staff_links(context), ..Page::plain(say!(words, "import-title"), "page narrow", main.into_any()) }
    })
    .await
}

/// About how many bytes a finding takes on the page.
const FINDING_BYTES: usize = 300;

fn finding_count(document: &DocumentPreview) -> usize {
    let Content::Invoice(preview) = &document.content;
    preview.ready().map_or(0, |read| read.findings.len())
}

fn head(words: &Words, choosing: bool, bank: bool) -> AnyView {
    let bank = bank.then(|| view! { <p><a href=links::bank::show()>{say!(words, "bank-title")}</a></p> });
    let step = |key, place: u8| {
        let here = place == u8::from(!choosing);
        let class = (!choosing && place == 0).then_some("past");
        view! { <li class=class aria-current=here.then_some("step")>{key}</li> }
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "invoice-way-back")><a href=links::portfolio::list()>{say!(words, "nav-customers")}</a></nav>
            <h1>{say!(words, "import-title")}</h1>
            {bank}
            <ol class="steps" aria-label=say!(words, "import-steps")>
                {step(say!(words, "import-step-choose"), 0)}
                {step(say!(words, "import-step-look"), 1)}
                {step(say!(words, "import-step-keep"), 2)}
            </ol>
        </div>
    }
    .into_any()
}

/// What the browser offers to choose from.
const ACCEPTED: &str = ".xml,.pdf,.csv,.zip,text/xml,application/xml,application/pdf,text/csv,application/zip";

fn choose(words: &Words) -> AnyView {
    let limit = i64::try_from(MAX_BYTES / 1024 / 1024).unwrap_or(0);
    let hint = say!(words, "import-hint", limit = limit, count = i64::try_from(MOST_FILES).unwrap_or(0));
    view! {
        <div class="sheet">
            <DropZone name="files".to_owned() class="drop".to_owned() accept=ACCEPTED.to_owned() label=say!(words, "import-drop") hint=hint/>
            <div class="actions end sheet-foot"><button class="button">{say!(words, "import-read")}</button></div>
        </div>
    }
    .into_any()
}

fn recent(words: &Words, previewed: &Preview) -> Option<AnyView> {
    (!previewed.recent.is_empty()).then(|| {
        let rows = previewed.recent.iter().map(|Recent::Invoice(one)| {
            let href = links::invoice::show(one.customer, one.id);
            let title = sums::kind(words, &one.kind, &one.number);
            view! { <li class="row"><div class="row-main"><strong><a href=href>{title}</a></strong><span class="quiet">{one.customer_name.clone()}</span></div></li> }
        });
        view! {
            <section class="sheet" aria-labelledby="h-recent">
                <h2 id="h-recent">{say!(words, "import-recent")}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
