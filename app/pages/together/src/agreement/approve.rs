//! That both sides agree to exactly one version of the agreement: who did and when, and the press that does.

use super::show::draw;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links, say,
    words::Words,
};
use coplan_domain::{agreement::AgreementVersion, id::CustomerId, person::Side};
use coplan_usecases::{
    Error, Portal,
    agreement::{self, AgreementView, ApproveAgreementForm, hash_of},
};
use leptos::prelude::*;

/// Agrees to what was read.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<ApproveAgreementForm>,
) -> Result<Response, PageError> {
    let done = agreement::approve(&portal, context.actor()?, customer, &form).await;
    answer(&portal, &context, customer, done).await
}

/// Takes it back.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<ApproveAgreementForm>,
) -> Result<Response, PageError> {
    let done = agreement::withdraw(&portal, context.actor()?, customer, form.version).await;
    answer(&portal, &context, customer, done).await
}

async fn answer(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    done: Result<(), Error<()>>,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(Redirect::to(&links::agreement::show(customer)).into_response()),
        Err(Error::Stale(_)) => draw(portal, context, customer, (None, StatusCode::CONFLICT)).await,
        Err(error) => Err(error.into()),
    }
}

/// Who agreed to the last version, and what the reader can do about it.
pub(super) fn seal(context: &RequestContext, customer: CustomerId, view: &AgreementView, last: &AgreementVersion) -> AnyView {
    let words = &context.words;
    let hash = hash_of(last);
    let press = if view.may_approve() {
        let version = last.version.to_string();
        Some(
            view! {
                <form class="actions" method="post" action=links::agreement::approve(customer)>
                    <input type="hidden" name="version" value=version/>
                    <input type="hidden" name="hash" value=hash.clone()/>
                    <button class="button main">{say!(words, "agreement-approve")}</button>
                </form>
            }
            .into_any(),
        )
    } else if view.may_withdraw() {
        let version = last.version.to_string();
        Some(
            view! {
                <form class="actions" method="post" action=links::agreement::withdraw(customer)>
                    <input type="hidden" name="version" value=version/>
                    <button class="button plain">{say!(words, "agreement-withdraw")}</button>
                    <span class="quiet">{say!(words, "agreement-withdraw-means")}</span>
                </form>
            }
            .into_any(),
        )
    } else {
        None
    };
    view! {
        <section class="sheet" aria-labelledby="h-approval">
            <h2 id="h-approval">{say!(words, "report-approval")}</h2>
            {sides(context, view, last)}
            {press}
            <p class="quiet lines">{say!(words, "agreement-hash", version = last.version, hash = hash)}</p>
        </section>
    }
    .into_any()
}

/// How each side stands to a version.
pub(super) fn sides(context: &RequestContext, view: &AgreementView, version: &AgreementVersion) -> AnyView {
    let words = &context.words;
    let hash = hash_of(version);
    let rows = [(Side::Supplier, context.supplier.clone()), (Side::Customer, view.layout.name.clone())].map(|(side, name)| {
        let approval = view.approval(version.version, side);
        let (class, said) = match approval {
            Some(approval) if approval.hash != hash => ("status late", say!(words, "agreement-otherwise")),
            Some(_) => ("status done", say!(words, "report-agreed")),
            None => ("status to-come", say!(words, "report-not-agreed")),
        };
        let by = approval.map(|by| {
            let said = say!(words, "goal-agreed-by", name = by.by.clone(), moment = words.moment(by.at, view.now));
            view! { <span class="quiet">{said}</span> }
        });
        view! { <li class="row"><div class="row-main"><strong>{name}</strong>" "<span class=class>{said}</span>" "{by}</div></li> }
    });
    view! { <ul class="rows">{rows.into_iter().collect_view()}</ul> }.into_any()
}

/// Said where somebody agreed to what is not the last version any more, or takes back what both have agreed to.
pub(super) fn stale(words: &Words) -> AnyView {
    view! { <div class="notice warn" role="alert"><p>{say!(words, "agreement-approve-stale")}</p></div> }.into_any()
}
