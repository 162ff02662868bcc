//! What became of an imported file, payment by payment; and undoing the import.

use super::{said, waiting, way_back};
use axum::{
    extract::State,
    http::StatusCode,
    response::{Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links, heavy},
    links,
    parts::sums,
    say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::id::BankStatementId;
use coplan_usecases::{
    Portal,
    bank::{self, StatementView, TransactionUse},
};
use leptos::prelude::*;

/// About how many bytes a payment takes on the page.
const ROW_BYTES: usize = 400;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] where it is not there, and for whoever may not see it.
pub(super) async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(BankStatementId,)>,
) -> Result<Response, PageError> {
    let view = heavy::read(&context, bank::statement(&portal, context.actor()?, id)).await??;
    layout::answer_long(&context, StatusCode::OK, view.transactions.len() * ROW_BYTES, || page(&context, &view)).await
}

/// Undoes it; where something stays, that is shown.
///
/// # Errors
/// [`PageError::NotFound`] for whoever may not.
pub(super) async fn undo(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(BankStatementId,)>,
) -> Result<Redirect, PageError> {
    let is_gone = bank::undo(&portal, context.actor()?, id).await?;
    Ok(Redirect::to(&if is_gone { links::bank::show() } else { links::bank::statement(id) }))
}

fn page(context: &RequestContext, view: &StatementView) -> Page {
    let words = &context.words;
    let title = view.brief.file_name.clone();
    let undo = ConfirmForm {
        summary: say!(words, "table-undo"),
        of: Some(title.clone()),
        means: say!(words, "bank-undo-means"),
        action: links::bank::undo(view.brief.id),
        sure: say!(words, "table-undo-sure"),
        ..ConfirmForm::default()
    };
    let waits = (view.brief.waiting > 0).then(|| view! { <p><a href=links::bank::show()>{say!(words, "bank-waiting")}</a></p> });
    let main = view! {
        <div class="page-head">
            {way_back(words, true)}
            <h1>{title.clone()}</h1>
            <p class="quiet">{said::outcome(words, &view.brief)}</p>
            {waits}
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=say!(words, "bank-payments")><ul class="rows">{rows(words, view)}</ul></section>
            <section class="sheet" aria-label=say!(words, "table-undo")>{undo.draw()}</section>
        </div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

fn rows(words: &Words, view: &StatementView) -> AnyView {
    let row = view.transactions.iter().map(|(row, uses)| {
        let is_part = !uses.is_empty();
        let rest = (is_part && row.rest.minor() > 0 && !row.is_dismissed)
            .then(|| view! { <span class="quiet">{say!(words, "bank-rest", sum = sums::sum(words, row.rest))}</span> });
        let uses = uses.iter().map(|one| used(words, one)).collect_view();
        let state = if row.is_dismissed {
            let action = links::bank::dismiss(row.id);
            view! {
                <form method="post" action=action>
                    <span class="quiet">{say!(words, "bank-dismissed")}" "</span>
                    <button class="button plain" name="again" value="true">{say!(words, "bank-wait-again")}</button>
                </form>
            }
            .into_any()
        } else if row.rest.minor() > 0 {
            let state = if is_part { say!(words, "bank-recorded-part") } else { say!(words, "bank-waits") };
            view! { <span class="status at-risk">{state}</span> }.into_any()
        } else {
            view! { <span class="status on-track">{say!(words, "bank-recorded")}</span> }.into_any()
        };
        view! { <li class="row"><div class="row-main">{waiting::told(words, &row.transaction, view.today)}{uses}{rest}</div>{state}</li> }
    });
    row.collect_view().into_any()
}

fn used(words: &Words, one: &TransactionUse) -> AnyView {
    let href = links::invoice::payments(one.customer, one.invoice);
    let sum = sums::sum(words, one.amount);
    view! { <span class="quiet"><a href=href>{one.number.clone()}</a>" · "{one.customer_name.clone()}" · "{sum}</span> }
        .into_any()
}
