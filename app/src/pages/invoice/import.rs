//! Bringing invoices in: choose files, look at what was read, keep.

use super::{read_files, sums};
use crate::{
    failure::Failure,
    islands::DropZone,
    pages::{frame::staff_links, path::At},
    say,
    shell::{self, Page},
    visitor::Visitor,
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
    Portal,
    invoice::{self, IncomingFile, KeepError, Kept, LookThrough, MOST_FILES, RefusedFile},
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
/// [`Failure`].
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    show(&portal, &visitor, StatusCode::OK, &Said::default()).await
}

/// Takes files in for a look.
///
/// # Errors
/// [`Failure`]; [`Failure::TooLarge`] where all files together are more than fits.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, files: Multipart) -> Result<Response, Failure> {
    visitor.staff()?;
    let (files, fields) = receive(files).await?;
    let typed = typed(&fields)?;
    if files.is_empty() {
        let said = Said { nothing_chosen: true, typed, ..Said::default() };
        return show(&portal, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &said).await;
    }
    let refused = invoice::upload(&portal, visitor.actor()?, files).await?;
    let status = if refused.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    if refused.is_empty() && typed.is_empty() {
        return Ok(Redirect::to("/invoices/new").into_response());
    }
    show(&portal, &visitor, status, &Said { refused, typed, ..Said::default() }).await
}

/// What a form holds besides files.
type Fields = Vec<(String, String)>;

/// The files as they arrive, and what was typed for those that were read before. Of one that is too large only its
/// beginning is held.
async fn receive(mut form: Multipart) -> Result<(Vec<IncomingFile>, Fields), Failure> {
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

fn broken(error: &MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::BadRequest }
}

/// Keeps what was looked at: `upload` for each file, `customer.ID` for what was typed beside it.
///
/// # Errors
/// [`Failure`].
pub async fn keep(
    State(portal): State<Portal>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    visitor.staff()?;
    let (mut said, mut kept) = (Said::default(), Vec::new());
    let typed = customers(&fields);
    for (_, id) in fields.iter().filter(|(name, _)| name == "upload").take(MOST_FILES) {
        let upload = super::id(id)?;
        let customer = typed.get(id.as_str()).copied().unwrap_or_default();
        match invoice::keep(&portal, visitor.actor()?, upload, customer).await {
            Ok(one) => kept.push(one),
            Err(KeepError::Fault(fault)) => return Err(Failure::Fault(fault)),
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
            show(&portal, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &said).await
        }
    }
}

/// Which customer was typed for each file.
fn customers(fields: &[(String, String)]) -> BTreeMap<&str, &str> {
    fields.iter().filter_map(|(name, typed)| Some((name.strip_prefix("customer.")?, typed.as_str()))).collect()
}

/// The same, to be put back where it was typed.
fn typed(fields: &[(String, String)]) -> Result<BTreeMap<UploadId, String>, Failure> {
    let typed = customers(fields).into_iter().filter(|(_, typed)| !typed.is_empty());
    typed.map(|(id, typed)| Ok((super::id(id)?, typed.to_owned()))).collect()
}

/// Leaves one file out. What was typed for the others stays.
///
/// # Errors
/// [`Failure`].
pub async fn leave_out(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((upload,)): At<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    match invoice::leave_out(&portal, visitor.actor()?, upload).await {
        Ok(()) => {}
        Err(KeepError::Fault(fault)) => return Err(Failure::Fault(fault)),
        Err(_) => return Err(Failure::NotFound),
    }
    let said = Said { typed: typed(&fields)?, ..Said::default() };
    if said.typed.is_empty() {
        return Ok(Redirect::to("/invoices/new").into_response());
    }
    show(&portal, &visitor, StatusCode::OK, &said).await
}

/// Throws away what waits.
///
/// # Errors
/// [`Failure`].
pub async fn throw_away(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    match invoice::throw_away(&portal, visitor.actor()?).await {
        Ok(()) => Ok(Redirect::to("/invoices/new").into_response()),
        Err(KeepError::Fault(fault)) => Err(Failure::Fault(fault)),
        Err(_) => Err(Failure::NotFound),
    }
}

async fn show(portal: &Portal, visitor: &Visitor, status: StatusCode, said: &Said) -> Result<Response, Failure> {
    let look = invoice::look_through(portal, visitor.actor()?).await?;
    let today = portal.today(visitor.actor()?);
    Ok(shell::answer(visitor, status, || {
        let words = &visitor.words;
        let main = view! {
            {head(words, look.uploads.is_empty())}
            <div class="page-main">
                {read_files::refused(words, said)}
                {read_files::form(words, &look, said, today, choose(words))}
                {lately(words, &look)}
            </div>
        };
        Page { links: staff_links(visitor), ..Page::plain(words.say("import-title"), "page narrow", main.into_any()) }
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
            <nav class="crumbs" aria-label=words.say("invoice-way-back")><a href="/customers">{words.say("nav-customers")}</a></nav>
            <h1>{words.say("import-title")}</h1>
            <ol class="steps" aria-label=words.say("import-steps")>
                {step(words.say("import-step-choose"), 0)}
                {step(words.say("import-step-look"), 1)}
                {step(words.say("import-step-keep"), 2)}
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
            <DropZone label=words.say("import-drop") hint=hint/>
            <div class="deeds end sheet-foot"><button class="button">{words.say("import-read")}</button></div>
        </div>
    }
    .into_any()
}

fn lately(words: &Words, look: &LookThrough) -> Option<AnyView> {
    (!look.lately.is_empty()).then(|| {
        let rows = look.lately.iter().map(|kept| {
            let href = format!("/c/{}/invoices/{}", kept.customer, kept.id);
            let title = sums::kind(words, &kept.kind, &kept.number);
            view! { <li class="row"><div class="row-main"><strong><a href=href>{title}</a></strong><span class="quiet">{kept.customer_name.clone()}</span></div></li> }
        });
        view! {
            <section class="sheet" aria-labelledby="h-lately">
                <h2 id="h-lately">{words.say("import-lately")}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
