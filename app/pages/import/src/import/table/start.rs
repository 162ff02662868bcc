//! What to import and from where, and what was imported lately.

use super::said;
use axum::{http::StatusCode, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links, say,
    words::Words,
};
use coplan_domain::table_import::TableKind;
use coplan_usecases::{
    Portal,
    import::table::{self, MOST_ROWS, TableImport},
};
use leptos::prelude::*;

/// Why a table was not taken in.
pub(super) enum Refused {
    /// Neither chosen nor pasted.
    Nothing,
    /// Not said what its rows are.
    NoKind,
}

/// What was typed, and why it was not taken in.
#[derive(Default)]
pub(super) struct Typed {
    /// What the rows are.
    pub kind: Option<TableKind>,
    /// What was pasted.
    pub cells: String,
    /// Why it was not taken in.
    pub refused: Option<Refused>,
}

/// Draws the page.
pub(super) async fn draw(
    portal: &Portal,
    context: &RequestContext,
    status: StatusCode,
    typed: &Typed,
) -> Result<Response, PageError> {
    let kinds = table::kinds(context.staff()?);
    let recent = table::recent(portal, context.actor()?).await?;
    let today = portal.today(context.actor()?);
    layout::answer_long(context, status, typed.cells.len(), || {
        let words = &context.words;
        let title = say!(words, "table-title");
        let main = view! {
            <div class="page-head">
                {way_back(words)}
                <h1>{title.clone()}</h1>
                <p>{say!(words, "table-lead")}</p>
                {typed.refused.as_ref().map(|why| refused(words, why))}
            </div>
            <div class="page-main">
                {form(words, &kinds, typed)}
                {known_columns(words, &kinds)}
                {(!recent.is_empty()).then(|| list(words, &recent, today))}
            </div>
        };
        Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
    })
    .await
}

/// The way back to the customers.
pub(super) fn way_back(words: &Words) -> AnyView {
    view! { <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::portfolio::list()>{say!(words, "nav-customers")}</a></nav> }
        .into_any()
}

fn refused(words: &Words, why: &Refused) -> AnyView {
    let said = match why {
        Refused::Nothing => say!(words, "table-nothing"),
        Refused::NoKind => say!(words, "table-no-kind"),
    };
    view! { <div class="notice bad" role="alert"><p><strong>{said}</strong></p></div> }.into_any()
}

fn form(words: &Words, kinds: &[TableKind], typed: &Typed) -> AnyView {
    let chosen = typed.kind.filter(|kind| kinds.contains(kind)).or(kinds.first().copied());
    let choices = kinds.iter().map(|kind| {
        let (value, checked) = (kind.as_str(), chosen == Some(*kind));
        view! {
            <label class="choice"><input type="radio" name="kind" value=value checked=checked/><span>{said::kind(words, *kind)}</span></label>
        }
    });
    view! {
        <form class="sheet form" method="post" enctype="multipart/form-data" action=links::table_import::start()>
            <fieldset class="choices across">
                <legend>{say!(words, "table-what")}</legend>
                {choices.collect_view()}
            </fieldset>
            <div class="field">
                <label for="cells">{say!(words, "table-paste")}</label>
                <p class="hint" id="cells-hint">{say!(words, "table-paste-hint")}</p>
                <textarea class="textarea" id="cells" name="cells" rows="8" wrap="off" spellcheck="false" autocomplete="off" aria-describedby="cells-hint">{typed.cells.clone()}</textarea>
            </div>
            <div class="field">
                <label for="file">{say!(words, "table-file")}</label>
                <p class="hint" id="file-hint">{say!(words, "table-file-hint", limit = said::count(MOST_ROWS))}</p>
                <input class="input" type="file" id="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-hint"/>
            </div>
            <div class="actions end"><button class="button main">{say!(words, "table-check")}</button></div>
        </form>
    }
    .into_any()
}

/// The columns that are known, so that a spreadsheet can be made for them.
fn known_columns(words: &Words, kinds: &[TableKind]) -> AnyView {
    let kinds = kinds.iter().map(|kind| {
        let named = |field| said::field(words, *kind, field);
        let required = kind.required().iter().map(|field| named(*field)).collect::<Vec<_>>().join(", ");
        let others = kind.fields().iter().filter(|field| !kind.required().contains(field));
        let others = others.map(|field| named(*field)).collect::<Vec<_>>().join(", ");
        view! { <dt>{said::kind(words, *kind)}</dt><dd><strong>{required}</strong>" · "{others}</dd> }
    });
    view! {
        <details class="sheet more">
            <summary>{say!(words, "table-known")}</summary>
            <p>{say!(words, "table-known-text")}</p>
            <dl class="facts">{kinds.collect_view()}</dl>
        </details>
    }
    .into_any()
}

fn list(words: &Words, recent: &[TableImport], today: jiff::civil::Date) -> AnyView {
    let rows = recent.iter().map(|import| {
        let day = words.day(words.day_of(import.at), today);
        view! {
            <li class="row"><div class="row-main">
                <strong><a href=links::table_import::show(import.id)>{said::kind(words, import.kind)}": "{import.file_name.clone()}</a></strong>
                <span class="quiet">{day}" · "{said::outcome(words, import)}</span>
            </div></li>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-recent">
            <h2 id="h-recent">{say!(words, "table-recent")}</h2>
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
