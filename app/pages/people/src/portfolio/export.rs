//! The table as a file for spreadsheets: days as they sort, sums as numbers.

use super::trend;
use axum::{
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    links::portfolio::PortfolioQuery,
    say,
    words::Words,
};
use coplan_domain::{format::csv_file, plan::Light};
use coplan_usecases::{
    Portal,
    portfolio::{self, CustomerTrend, PortfolioRow},
};

/// Gives the file.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
) -> Result<Response, PageError> {
    let sees_sums = context.staff()?.sees_sums();
    let asked = asked.seen_by(sees_sums);
    let (rows, trends) = portfolio::export(&portal, context.actor()?, &asked.question()).await?.ok_or(PageError::NotFound)?;
    let words = &context.words;
    let table = std::iter::once(head(words, sees_sums))
        .chain(rows.iter().map(|row| cells(words, row, trends.get(&row.customer), sees_sums)));
    let file = csv_file::written(table).map_err(|_| PageError::Broken)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, file).into_response())
}

fn head(words: &Words, sees_sums: bool) -> Vec<String> {
    let mut names = vec![
        say!(words, "portfolio-number"),
        say!(words, "portfolio-customer"),
        say!(words, "portfolio-responsible"),
        say!(words, "light-late"),
        say!(words, "light-at-risk"),
        say!(words, "light-on-track"),
        say!(words, "light-done"),
        say!(words, "portfolio-trend"),
        say!(words, "portfolio-waits"),
        say!(words, "portfolio-waits-since"),
        say!(words, "portfolio-promise"),
    ];
    if sees_sums {
        names.extend([say!(words, "portfolio-open"), say!(words, "portfolio-currency")]);
    }
    names.push(say!(words, "portfolio-visit"));
    names
}

fn cells(words: &Words, row: &PortfolioRow, lately: Option<&CustomerTrend>, sees_sums: bool) -> Vec<String> {
    let count = |light: Light| row.lights.iter().filter(|other| **other == light).count().to_string();
    let day = |at| words.day_of(at).to_string();
    let mut cells = vec![
        row.number.clone(),
        row.name.clone(),
        row.responsible.clone(),
        count(Light::Late),
        count(Light::AtRisk),
        count(Light::OnTrack),
        count(Light::Done),
        lately.and_then(|lately| lately.trend).map(|it| trend::word(words, it)).unwrap_or_default(),
        row.waiting.to_string(),
        row.waiting_since.map(day).unwrap_or_default(),
        row.next_promise.map(|day| day.to_string()).unwrap_or_default(),
    ];
    if sees_sums {
        cells.push(row.open.map(|sum| sum.to_decimal().to_string()).unwrap_or_default());
        cells.push(row.open.map(|sum| sum.currency().code().to_owned()).unwrap_or_default());
    }
    cells.push(row.last_visit_at.map(day).unwrap_or_default());
    cells
}
