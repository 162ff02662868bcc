//! A report as a document to keep: the same words as on its page, on A4.

use super::{
    show::{agreement, by_whom},
    told::{parts, sums},
};
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, download::saved_bytes, errors::PageError, path_ids::PathIds},
    layout::heavy,
    parts::report_title::title,
    say,
};
use coplan_domain::{
    id::{CustomerId, ReportId},
    person::Side,
};
use coplan_paper::{Block, Paper};
use coplan_usecases::{
    Portal,
    report::{self, ReportView},
};
use jiff::{Timestamp, civil::Date};

/// Gives the document.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, ReportId)>,
) -> Result<Response, PageError> {
    let view = report::show(&portal, context.actor()?, of.0, of.1).await?;
    let paper = paper(&context, &view);
    let pdf = heavy::draw(&context, heavy::HEAVY, || paper.to_pdf()).await?.map_err(|_| PageError::Broken)?;
    Ok(saved_bytes(&format!("{} {}.pdf", view.layout.name, view.report.span), "application/pdf", pdf))
}

fn paper(context: &RequestContext, view: &ReportView) -> Paper {
    // Whoever reads it in ten years is told the year with each day.
    let (words, today, now) = (&context.words, Date::ZERO, Timestamp::UNIX_EPOCH);
    let mut blocks = Vec::new();
    if view.report.published.is_none() {
        blocks.push(Block::Note(say!(words, "report-is-draft")));
    }
    if !view.is_intact {
        blocks.push(Block::Words(say!(words, "report-broken")));
    }
    if view.body.is_empty() {
        blocks.push(Block::Note(say!(words, "report-nothing")));
    }
    if !view.body.words.is_empty() {
        blocks.extend([Block::Words(view.body.words.clone()), Block::Note(by_whom(view))]);
    }
    for part in parts(words, &view.body, today) {
        blocks.push(Block::Heading(part.title));
        let rows = part.lines.into_iter();
        blocks.extend(rows.map(|line| Block::Row { main: line.main, about: line.about, more: line.more.into_iter().collect() }));
    }
    if let Some(sums) = sums(words, &view.body, today) {
        let rows = std::iter::once(sums.heads).chain(sums.rows).map(Vec::from).collect();
        blocks.extend([
            Block::Heading(say!(words, "report-spent")),
            Block::Table(rows),
            Block::Row { main: sums.total, about: String::new(), more: Vec::new() },
        ]);
    }
    if let Some(published) = &view.report.published {
        blocks.push(Block::Heading(say!(words, "report-approval")));
        let sides = [(Side::Supplier, context.supplier.clone()), (Side::Customer, view.layout.name.clone())];
        blocks.extend(sides.map(|(side, name)| {
            let (_, said, by) = agreement(words, view, side, now);
            Block::Row { main: name, about: said, more: by.into_iter().collect() }
        }));
        blocks.push(Block::Note(say!(words, "report-hash", hash = published.hash.clone())));
    }
    let name = title(words, view.report.span);
    Paper {
        overline: format!("{} · {}", context.supplier, view.layout.name),
        foot: format!("{} · {name}", view.layout.name),
        title: name,
        language: words.language().as_str(),
        at: view.report.published.as_ref().map_or(view.now, |published| published.at),
        blocks,
    }
}
