//! Importing tables from a spreadsheet: paste or upload one, look at what each row would bring, import it.

mod content;
pub mod said;
mod start;
mod undo;

use super::receive::receive_table;
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Multipart, Query, State},
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
        flash::Flash,
        path_ids::PathIds,
    },
    links,
};
use coplan_domain::{
    id::UploadId,
    table_import::{TableField, TableKind},
};
use coplan_usecases::{
    Portal,
    import::{IncomingFile, table},
};
use serde::Deserialize;
use std::sync::Arc;

/// The routes of a table that is there.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::table_import::show::PATTERN, routing::get(show))
        .route(links::table_import::columns::PATTERN, routing::post(columns))
        .route(links::table_import::run::PATTERN, routing::post(run))
        .route(links::table_import::undo::PATTERN, routing::get(undo::get).post(undo::post))
        .route(links::table_import::mail_links::PATTERN, routing::post(mail_links))
        .route(links::table_import::discard::PATTERN, routing::post(discard))
}

/// What takes a table in, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    let table = routing::get(begin).post(upload).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
    Router::new().route(links::table_import::start::PATTERN, table)
}

/// What the address says of the table to come.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StartQuery {
    kind: String,
}

/// Asks for a table.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn begin(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<StartQuery>,
) -> Result<Response, PageError> {
    let typed = start::Typed { kind: asked.kind.parse().ok(), ..start::Typed::default() };
    start::draw(&portal, &context, StatusCode::OK, &typed).await
}

/// Takes a table in for a look: the file where one was chosen, else what was pasted.
///
/// # Errors
/// [`PageError`]; [`PageError::TooLarge`] where it is more than fits.
async fn upload(
    State(portal): State<Portal>,
    State(budget): State<Arc<ByteBudget>>,
    context: RequestContext,
    form: Multipart,
) -> Result<Response, PageError> {
    context.staff()?;
    let (received, fields) = receive_table(budget.reserve(context.byte_owner()), form).await?;
    let kind: Option<TableKind> = fields.iter().find(|(name, _)| name == "kind").and_then(|(_, kind)| kind.parse().ok());
    let pasted = String::from_utf8_lossy(&received.cells).into_owned();
    let file = received.file.or_else(|| {
        let has_cells = !pasted.trim().is_empty();
        let name = coplan_app::say!(context.words, "table-pasted");
        has_cells.then_some(IncomingFile { name, size: received.cells.len(), bytes: received.cells })
    });
    let refused = |refusal| start::Typed { kind, cells: pasted.clone(), refused: Some(refusal) };
    let problem = match (kind, file) {
        (Some(kind), Some(file)) => match table::insert(&portal, context.actor()?, kind, file).await? {
            Ok(id) => return Ok(Redirect::to(&links::table_import::show(id)).into_response()),
            Err(_) => return Err(PageError::TooLarge),
        },
        (None, _) => start::Refused::NoKind,
        (_, None) => start::Refused::Nothing,
    };
    start::draw(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, &refused(problem)).await
}

/// Shows what each row would bring, and what was imported.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
async fn show(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let preview = table::preview(&portal, context.actor()?, id).await?;
    content::draw(&context, &preview, done == Some(Flash::LinkMailed)).await
}

/// Takes over what the columns mean: `column.3` says it of the third.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
async fn columns(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, PageError> {
    let chosen = fields.iter().filter_map(|(name, value)| Some((name.strip_prefix("column.")?.parse().ok()?, value)));
    let chosen: Vec<_> = chosen.map(|(number, value)| (number, value.parse::<TableField>().ok())).collect();
    table::choose_columns(&portal, context.actor()?, id, &chosen).await?;
    Ok(Redirect::to(&links::table_import::show(id)))
}

/// Imports what can be imported.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
async fn run(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Redirect, PageError> {
    let confirmed = fields.iter().any(|(name, value)| name == "confirmed" && value == "true");
    table::run(&portal, context.actor()?, id, confirmed).await?;
    Ok(Redirect::to(&links::table_import::show(id)))
}

/// Mails a personal link to everybody whom it has brought.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
async fn mail_links(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
) -> Result<Redirect, PageError> {
    table::mail_links(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&Flash::LinkMailed.on(&links::table_import::show(id))))
}

/// Discards it.
///
/// # Errors
/// [`PageError::NotFound`] for members.
async fn discard(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
) -> Result<Redirect, PageError> {
    table::discard(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&links::table_import::start()))
}
