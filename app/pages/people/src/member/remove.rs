//! Ending a membership: asks first, and says what ends with it.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::id::{CustomerId, MembershipId};
use coplan_usecases::{
    Portal,
    member::{self, show_for_staff},
};
use leptos::prelude::*;

/// Asks whether it is meant.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
) -> Result<Response, PageError> {
    let view = show_for_staff(&portal, context.actor()?, customer, member).await?.ok_or(PageError::NotFound)?;
    let frame = CustomerLayout::load(&portal, &context, customer).await?;
    let words = &context.words;
    Ok(layout::ok(&context, || {
        let title =
            say!(words, "member-remove-title", name = view.membership.person.name, customer = frame.customer_name().to_owned());
        let main = main(words, title.clone(), customer, member);
        frame.page(title, "page narrow", main)
    }))
}

/// Ends the membership.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer, and where the membership is over already.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
) -> Result<Response, PageError> {
    match member::remove(&portal, context.actor()?, customer, member).await {
        Ok(()) => Ok(Redirect::to(&Flash::Removed.on(&links::customer::edit(customer))).into_response()),
        Err(error) => Err(error.into()),
    }
}

fn main(words: &Words, title: String, customer: CustomerId, member: MembershipId) -> AnyView {
    view! {
        <div class="page-head"><h1>{title.clone()}</h1></div>
        <section class="sheet" aria-label=title>
            <p>{say!(words, "member-remove-text")}</p>
            <form class="actions end sheet-foot" method="post" action=links::member::remove(customer, member)>
                <a class="button plain" href=links::member::show(customer, member)>{say!(words, "cancel")}</a>
                <button class="button danger">{say!(words, "member-remove-deed")}</button>
            </form>
        </section>
    }
    .into_any()
}
