//! Taking back an invoice that is another customer's: asks first, and says what goes with it and who may have seen it.

use super::show::Reader;
use axum::{extract::State, response::Redirect};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    links, say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::id::{CustomerId, InvoiceId};
use coplan_usecases::{
    Portal,
    invoice::{self, InvoiceView},
};
use leptos::prelude::*;

/// Takes the invoice back.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, and for what is no invoice of it.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, InvoiceId)>,
) -> Result<Redirect, PageError> {
    invoice::withdraw(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&Flash::Withdrawn.on(&links::invoice::list(customer))))
}

/// The deed, for whoever may.
pub(super) fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView, customer: &str) -> Option<AnyView> {
    let taking_back = view.internal.as_ref()?.taking_back.as_ref()?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let payments = count(view.payments.len());
    let payments = (payments > 0).then(|| say!(words, "invoice-take-back-payments", n = payments));
    let discussions = taking_back.discussions;
    let discussions = (discussions > 0).then(|| say!(words, "invoice-take-back-discussions", n = discussions));
    let names = &taking_back.may_have_seen;
    let seen = if names.is_empty() {
        say!(words, "invoice-take-back-unseen", customer = customer.to_owned())
    } else {
        say!(words, "invoice-take-back-seen", n = count(names.len()), names = names.join(", "))
    };
    let more = [payments, discussions, Some(seen)].into_iter().flatten().map(|said| view! { <p>{said}</p> });
    let ask = ConfirmForm {
        summary: say!(words, "invoice-take-back"),
        means: say!(words, "invoice-take-back-means", customer = customer.to_owned()),
        action: links::invoice::withdraw(reader.customer, view.id),
        sure: say!(words, "invoice-take-back-sure"),
        more: Some(more.collect_view().into_any()),
        ..ConfirmForm::default()
    };
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-take-back">
                <h2 id="h-take-back">{say!(words, "invoice-not-theirs")}</h2>
                {ask.draw()}
            </section>
        }
        .into_any(),
    )
}
