//! Bringing invoices in: choose files, look at what was read, keep.

use super::{read_files, sums};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::DropZone,
    layout::customer::staff_links,
    layout::{self, Page},
    say,
    words::Words,
};
use axum::{
    Form,
    extract::{Multipart, State, multipart::MultipartError},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{id::UploadId, invoice::ubl::MAX_BYTES};
use coplan_usecases::{
    Error, Portal,
    invoice::{self, IncomingFile, KeepError, Kept, MOST_FILES, Preview, RefusedFile},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The most bytes of one upload: several files of the largest size that an invoice may have.
pub const UPLOAD_LIMIT: usize = 40 * 1024 * 1024;

/// What happened to the files that were just sent, and what was typed.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Nothing was chosen.
    pub nothing_chosen: bool,
    /// Files that are not taken in.
    pub refused: Vec<RefusedFile>,
    /// Which customer was typed for a file.
    pub typed: BTreeMap<UploadId, String>,
    /// Why a file was not kept.
    pub not_kept: BTreeMap<UploadId, KeepError>,
    /// How many files were kept.
    pub kept: usize,
}

/// Shows what waits.
///
/// # Errors
/// [`PageError`].
pub async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    show(&portal, &context, StatusCode::OK, &Said::default()).await
}

/// Takes files in for a look.
///
/// # Errors
/// [`PageError`]; [`PageError::TooLarge`] where all files together are more than fits.
pub async fn post(State(portal): State<Portal>, context: RequestContext, files: Multipart) -> Result<Response, PageError> {
    context.staff()?;
    let (files, fields) = receive(files).await?;
    let typed = typed(&fields)?;
    if files.is_empty() {
        let said = Said { nothing_chosen: true, typed, ..Said::default() };
        return show(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, &said).await;
    }
    let refused = invoice::upload(&portal, context.actor()?, files).await?;
    let status = if refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    if refused.is_empty() && typed.is_empty() {
        return Ok(Redirect::to("/invoices/new").into_response());
    }
    show(&portal, &context, status, &Said { refused, typed, ..Said::default() }).await
}

/// What a form holds besides files.
type Fields = Vec<(String, String)>;

/// The files as they arrive, and what was typed for those that were read before. Of one that is too large only its
/// beginning is held.
async fn receive(mut form: Multipart) -> Result<(Vec<IncomingFile>, Fields), PageError> {
    let (mut files, mut fields) = (Vec::new(), Vec::new());
    while let Some(mut field) = form.next_field().await.map_err(|error| broken(&error))? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            if let Some(name) = field.name().map(str::to_owned) {
                fields.push((name, field.text().await.map_err(|error| broken(&error))?));
            }
            continue;
        };
        let mut file = IncomingFile { name, bytes: Vec::new(), size: 0 };
        while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
            file.size += chunk.len();
            if file.size <= MAX_BYTES {
                file.bytes.extend_from_slice(&chunk);
            }
        }
        // A browser sends one nameless empty file where none was chosen.
        if !file.name.is_empty() || file.size > 0 {
            files.push(file);
        }
    }
    Ok((files, fields))
}

fn broken(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { PageError::TooLarge } else { PageError::BadRequest }
}

/// Keeps what was looked at: `upload` for each file, `customer.ID` for what was typed beside it.
///
/// # Errors
/// [`PageError`].
pub async fn keep(
    State(portal): State<Portal>,
    context: RequestContext,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    context.staff()?;
    let (mut said, mut kept) = (Said::default(), Vec::new());
    let typed = customers(&fields);
    for (_, id) in fields.iter().filter(|(name, _)| name == "upload").take(MOST_FILES) {
        let upload = super::id(id)?;
        let customer = typed.get(id.as_str()).copied().unwrap_or_default();
        match invoice::keep(&portal, context.actor()?, upload, customer).await {
            Ok(one) => kept.push(one),
            Err(KeepError::Other(error @ (Error::NotIn | Error::Internal(_)))) => return Err(error.into()),
            Err(why) => {
                said.typed.insert(upload, customer.to_owned());
                said.not_kept.insert(upload, why);
            }
        }
    }
    match (said.not_kept.is_empty(), kept.as_slice()) {
        (true, [Kept { invoice, customer }]) => Ok(Redirect::to(&format!("/c/{customer}/invoices/{invoice}")).into_response()),
        (true, _) => Ok(Redirect::to("/invoices/new").into_response()),
        (false, _) => {
            said.kept = kept.len();
            show(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, &said).await
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
    typed.map(|(id, typed)| Ok((super::id(id)?, typed.to_owned()))).collect()
}

/// Leaves one file out. What was typed for the others stays.
///
/// # Errors
/// [`PageError`].
pub async fn discard(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((upload,)): PathIds<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    match invoice::discard(&portal, context.actor()?, upload).await {
        Ok(()) => {}
        Err(KeepError::Other(error)) => return Err(error.into()),
        Err(_) => return Err(PageError::NotFound),
    }
    let said = Said { typed: typed(&fields)?, ..Said::default() };
    if said.typed.is_empty() {
        return Ok(Redirect::to("/invoices/new").into_response());
    }
    show(&portal, &context, StatusCode::OK, &said).await
}

/// Throws away what waits.
///
/// # Errors
/// [`PageError`].
pub async fn discard_all(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    match invoice::discard_all(&portal, context.actor()?).await {
        Ok(()) => Ok(Redirect::to("/invoices/new").into_response()),
        Err(KeepError::Other(error)) => Err(error.into()),
        Err(_) => Err(PageError::NotFound),
    }
}

async fn show(portal: &Portal, context: &RequestContext, status: StatusCode, said: &Said) -> Result<Response, PageError> {
    let look = invoice::look_through(portal, context.actor()?).await?;
    let today = portal.today(context.actor()?);
    Ok(layout::answer(context, status, || {
        let words = &context.words;
        let main = view! {
            {head(words, look.uploads.is_empty())}
            <div class="page-main">
                {read_files::refused(words, said)}
                {read_files::form(words, &look, said, today, choose(words))}
                {recent(words, &look)}
            </div>
        };
        Page { links: staff_links(context), ..Page::plain(say!(words, "import-title"), "page narrow", main.into_any()) }
    }))
}

fn head(words: &Words, choosing: bool) -> AnyView {
    let step = |key, place: u8| {
        let here = place == u8::from(!choosing);
        let class = (!choosing && place == 0).then_some("past");
        view! { <li class=class aria-current=here.then_some("step")>{key}</li> }
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "invoice-way-back")><a href="/customers">{say!(words, "nav-customers")}</a></nav>
            <h1>{say!(words, "import-title")}</h1>
            <ol class="steps" aria-label=say!(words, "import-steps")>
                {step(say!(words, "import-step-choose"), 0)}
                {step(say!(words, "import-step-look"), 1)}
                {step(say!(words, "import-step-keep"), 2)}
            </ol>
        </div>
    }
    .into_any()
}

fn choose(words: &Words) -> AnyView {
    let limit = i64::try_from(MAX_BYTES / 1024 / 1024).unwrap_or(0);
    let hint = say!(words, "import-hint", limit = limit, count = i64::try_from(MOST_FILES).unwrap_or(0));
    view! {
        <div class="sheet">
            <DropZone label=say!(words, "import-drop") hint=hint/>
            <div class="actions end sheet-foot"><button class="button">{say!(words, "import-read")}</button></div>
        </div>
    }
    .into_any()
}

fn recent(words: &Words, look: &Preview) -> Option<AnyView> {
    (!look.recent.is_empty()).then(|| {
        let rows = look.recent.iter().map(|kept| {
            let href = format!("/c/{}/invoices/{}", kept.customer, kept.id);
            let title = sums::kind(words, &kept.kind, &kept.number);
            view! { <li class="row"><div class="row-main"><strong><a href=href>{title}</a></strong><span class="quiet">{kept.customer_name.clone()}</span></div></li> }
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
