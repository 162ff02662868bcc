//! What a table holds: its columns, what each row would bring, and the deeds.

use super::{said, start::way_back};
use axum::{http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links,
    parts::sums,
    say,
    words::Words,
};
use coplan_domain::table_import::TableKind;
use coplan_usecases::import::table::{RowFate, RowPreview, TableColumn, TableContent, TableImport, TablePreview};
use leptos::prelude::*;

/// About how many bytes a row takes on the page.
const ROW_BYTES: usize = 250;

/// Draws the page.
pub(super) async fn draw(context: &RequestContext, preview: &TablePreview, has_mailed: bool) -> Result<Response, PageError> {
    let rows = match &preview.content {
        Some(Ok(found)) => found.rows.len(),
        Some(Err(_)) | None => 0,
    };
    layout::answer_long(context, StatusCode::OK, rows * ROW_BYTES, || {
        let words = &context.words;
        let title = said::kind(words, preview.kind);
        let body = match &preview.content {
            None => view! { <p class="actions"><a class="button main" href=links::portfolio::list()>{say!(words, "table-to-customers")}</a>{another(words)}</p> }.into_any(),
            Some(Err(why)) => unreadable(words, preview, &said::unreadable(words, why)),
            Some(Ok(inside)) => found(words, preview, inside),
        };
        let main = view! {
            <div class="page-head">
                {way_back(words)}
                <h1>{say!(words, "table-check-title", kind = title.clone())}</h1>
                <p class="quiet">{preview.file_name.clone()}</p>
                {preview.imported.as_ref().map(|import| outcome(words, import, has_mailed))}
            </div>
            <div class="page-main">{body}</div>
        };
        Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
    })
    .await
}

fn another(words: &Words) -> AnyView {
    view! { <a class="button" href=links::table_import::start()>{say!(words, "table-another")}</a> }.into_any()
}

fn outcome(words: &Words, import: &TableImport, has_mailed: bool) -> AnyView {
    let is_whole = if import.undone_at.is_some() { import.added == 0 } else { import.refused == 0 };
    let class = if is_whole { "notice good" } else { "notice warn" };
    let undo =
        (import.added > 0).then(|| view! { <p><a href=links::table_import::undo(import.id)>{say!(words, "table-undo")}</a></p> });
    let mail = (import.kind == TableKind::People && import.added > 0 && import.undone_at.is_none()).then(|| {
        if has_mailed {
            return view! { <p>{say!(words, "table-links-mailed")}</p> }.into_any();
        }
        view! {
            <form method="post" action=links::table_import::mail_links(import.id)>
                <p>{say!(words, "table-links-text")}</p>
                <button class="button">{say!(words, "table-links")}</button>
            </form>
        }
        .into_any()
    });
    view! { <div class=class role="status"><p><strong>{said::outcome(words, import)}</strong></p>{mail}{undo}</div> }.into_any()
}

fn unreadable(words: &Words, preview: &TablePreview, why: &str) -> AnyView {
    view! {
        <div class="notice bad" role="alert"><p><strong>{say!(words, "table-unreadable")}</strong>" "{why.to_owned()}</p></div>
        <form method="post" action=links::table_import::discard(preview.id)>
            <div class="actions"><button class="button">{say!(words, "table-other")}</button></div>
        </form>
    }
    .into_any()
}

fn found(words: &Words, preview: &TablePreview, content: &TableContent) -> AnyView {
    let has_missing = !content.missing.is_empty();
    let rows = (!has_missing).then(|| rows(words, preview, content));
    view! {
        {has_missing.then(|| missing(words, preview.kind, content))}
        {columns(words, preview, content, has_missing)}
        {rows}
    }
    .into_any()
}

fn missing(words: &Words, kind: TableKind, content: &TableContent) -> AnyView {
    view! { <div class="notice warn" role="alert"><p><strong>{said::missing(words, kind, &content.missing)}</strong>" "{say!(words, "table-missing-text")}</p></div> }
        .into_any()
}

/// What each column means, to be chosen where its heading is not known; chosen once, it is remembered.
fn columns(words: &Words, preview: &TablePreview, content: &TableContent, has_missing: bool) -> AnyView {
    let choices = content.columns.iter().map(|column| column_choice(words, preview.kind, column)).collect_view();
    let unused = content.columns.iter().filter(|column| column.field.is_none()).count();
    let summary =
        if unused == 0 { say!(words, "table-columns-all") } else { say!(words, "table-columns-unused", n = said::count(unused)) };
    view! {
        <details class="sheet more" open=has_missing>
            <summary>{summary}</summary>
            <form class="form" method="post" action=links::table_import::columns(preview.id)>
                <p>{say!(words, "table-columns-text")}</p>
                <div class="form">{choices}</div>
                <div class="actions end"><button class="button">{say!(words, "table-columns-take")}</button></div>
            </form>
        </details>
    }
    .into_any()
}

fn column_choice(words: &Words, kind: TableKind, column: &TableColumn) -> AnyView {
    let name = format!("column.{}", column.number);
    let fields = kind.fields().iter().map(|field| {
        let (value, selected) = (field.as_str(), column.field == Some(*field));
        view! { <option value=value selected=selected>{said::field(words, kind, *field)}</option> }
    });
    let (hint, described) = (format!("{name}-hint"), format!("{name}-hint"));
    let sample = (!column.sample.is_empty())
        .then(|| view! { <p class="hint" id=hint>{say!(words, "table-sample", sample = column.sample.as_str())}</p> });
    view! {
        <div class="field">
            <label for=name.clone()>{format!("{}: {}", said::letter(column.number), column.heading)}</label>
            {sample}
            <select class="select" id=name.clone() name=name.clone() aria-describedby=(!column.sample.is_empty()).then_some(described)>
                <option value="" selected=column.field.is_none()>{say!(words, "table-column-left-out")}</option>
                {fields.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

fn rows(words: &Words, preview: &TablePreview, content: &TableContent) -> AnyView {
    let count = |is: fn(&RowFate) -> bool| said::count(content.count(is));
    let fresh = count(|fate| matches!(fate, RowFate::New));
    let doubtful = count(|fate| matches!(fate, RowFate::Doubtful(_)));
    let lines = content.rows.iter().map(|row| line(words, preview.kind, &content.columns, row)).collect_view();
    view! {
        <section class="sheet" aria-labelledby="h-rows">
            <h2 id="h-rows">{said::counts(words, content)}</h2>
            {deeds(words, preview, (fresh, doubtful))}
            <ol class="rows sheet-foot">{lines}</ol>
            // What asks for a confirmation says that it is below.
            {(doubtful > 0).then(|| view! { <div class="sheet-foot">{deeds(words, preview, (fresh, doubtful))}</div> })}
        </section>
    }
    .into_any()
}

/// Importing, and leaving it: above the rows, which may be many.
fn deeds(words: &Words, preview: &TablePreview, (fresh, doubtful): (i64, i64)) -> AnyView {
    let keep = (fresh > 0).then(|| {
        let said = match preview.kind {
            TableKind::Invoices => say!(words, "table-keep-invoices", n = fresh),
            _ => say!(words, "table-keep", n = fresh),
        };
        view! { <button class="button main">{said}</button> }
    });
    let keep_all = (doubtful > 0).then(|| {
        let said = say!(words, "table-keep-doubtful", n = fresh + doubtful);
        view! { <button class="button" name="confirmed" value="true">{said}</button> }
    });
    let nothing = (fresh + doubtful == 0)
        .then(|| view! { <a class="button" href=links::portfolio::list()>{say!(words, "table-to-customers")}</a> });
    view! {
        <form method="post" action=links::table_import::run(preview.id)>
            <div class="actions">
                {keep}{keep_all}{nothing}
                <button class="button plain" formaction=links::table_import::discard(preview.id)>{say!(words, "table-other")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn line(words: &Words, kind: TableKind, columns: &[TableColumn], row: &RowPreview) -> AnyView {
    let (badge, problems) = match &row.fate {
        RowFate::New => (view! { <span class="status on-track">{say!(words, "table-new")}</span> }.into_any(), None),
        RowFate::Here => (view! { <span class="quiet">{say!(words, "table-here")}</span> }.into_any(), None),
        RowFate::Doubtful(doubts) => {
            let badge = view! { <span class="status at-risk">{say!(words, "table-doubtful")}</span> };
            (badge.into_any(), Some(("hint", doubts)))
        }
        RowFate::Wrong(wrong) => (().into_any(), Some(("error", wrong))),
    };
    let problems = problems.map(|(class, problems)| {
        let each = problems.iter().map(|problem| {
            let (place, said) = said::row_problem(words, kind, columns, problem);
            view! { <p class=class><span>{place}": "{said}</span></p> }
        });
        each.collect_view()
    });
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{row.label.clone()}</strong>
                <span class="quiet">{say!(words, "table-row")}" "{row.number}{row.sum.map(|sum| format!(" · {}", sums::sum(words, sum)))}</span>
                {problems}
            </div>
            {badge}
        </li>
    }
    .into_any()
}
