//! The correspondence as a file for spreadsheets.

use super::{kind_of, of_kind, word_of};
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links::contact::KindQuery,
    say,
};
use coplan_domain::{format::csv_file, id::CustomerId};
use coplan_usecases::{Portal, contact, security_log};

/// Gives the file.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<KindQuery>,
) -> Result<Response, PageError> {
    let view = contact::list(&portal, context.actor()?, customer).await?;
    security_log::try_note_export(&portal, context.actor()?).await;
    let words = &context.words;
    let head = vec![
        say!(words, "contact-day"),
        say!(words, "contact-kind"),
        say!(words, "contact-who"),
        say!(words, "contact-with"),
        say!(words, "contact-about"),
        say!(words, "contact-promised"),
    ];
    let rows = of_kind(&view.lines, &asked.kind).map(|line| {
        let kind = words.say(word_of(kind_of(line)));
        let (who, with) = (line.who.clone(), line.with_whom.clone());
        vec![line.day.to_string(), kind, who, with, line.about.clone(), line.promised.clone()]
    });
    let file = csv_file::written(std::iter::once(head).chain(rows)).map_err(|_| PageError::Broken)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"contacts.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, file).into_response())
}
