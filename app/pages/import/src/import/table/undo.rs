//! Undoing an import, which asks first and says what goes.

use super::{said, start::way_back};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links},
    links, say,
    words::Words,
};
use coplan_domain::id::UploadId;
use coplan_usecases::{
    Portal,
    import::table::{self, Item, UndoView},
};
use leptos::prelude::*;

/// About how many bytes a row takes on the page.
const ROW_BYTES: usize = 100;

/// Asks whether to undo it.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
pub(super) async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
) -> Result<Response, PageError> {
    let view = table::show_import(&portal, context.actor()?, id).await?;
    layout::answer_long(&context, StatusCode::OK, view.items.len() * ROW_BYTES, || page(&context, &view)).await
}

/// Undoes it as far as it can be, and shows what stays.
///
/// # Errors
/// [`PageError::NotFound`] where it is not the reader's.
pub(super) async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(UploadId,)>,
) -> Result<Redirect, PageError> {
    table::undo(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&links::table_import::undo(id)))
}

fn page(context: &RequestContext, view: &UndoView) -> Page {
    let words = &context.words;
    let title = if view.items.is_empty() || view.import.undone_at.is_some() {
        said::outcome(words, &view.import)
    } else {
        say!(words, "table-undo-title")
    };
    let main = view! {
        <div class="page-head">
            {way_back(words)}
            <h1>{title.clone()}</h1>
            <p class="quiet">{said::kind(words, view.import.kind)}": "{view.import.file_name.clone()}</p>
        </div>
        <div class="page-main">{if view.items.is_empty() { gone(words) } else { ask(words, view) }}</div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

fn gone(words: &Words) -> AnyView {
    view! {
        <p>{say!(words, "table-undo-nothing")}</p>
        <p class="actions"><a class="button" href=links::table_import::start()>{say!(words, "table-title")}</a></p>
    }
    .into_any()
}

fn ask(words: &Words, view: &UndoView) -> AnyView {
    let text = if view.import.undone_at.is_some() { say!(words, "table-undo-stays") } else { say!(words, "table-undo-text") };
    let rows = view.items.iter().map(|Item { row, label, .. }| {
        view! { <li class="row"><div class="row-main"><strong>{label.clone()}</strong><span class="quiet">{say!(words, "table-row")}" "{*row}</span></div></li> }
    });
    view! {
        <section class="sheet" aria-label=say!(words, "table-undo-title")>
            <p>{text}</p>
            <form method="post" action=links::table_import::undo(view.import.id)>
                <div class="actions end">
                    <a class="button plain" href=links::table_import::show(view.import.id)>{say!(words, "cancel")}</a>
                    <button class="button danger">{say!(words, "table-undo-sure")}</button>
                </div>
            </form>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
