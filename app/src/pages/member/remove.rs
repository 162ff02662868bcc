//! Ending a membership: asks first, and says what ends with it.

use super::address;
use crate::{
    failure::Failure,
    pages::{frame::Frame, path::At},
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::{CustomerId, MembershipId};
use coplan_usecases::{
    Portal,
    member::{RemoveMemberError, remove_member, show_for_staff},
};
use leptos::prelude::*;

/// Asks whether it is meant.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, member)): At<(CustomerId, MembershipId)>,
) -> Result<Response, Failure> {
    let view = show_for_staff(&portal, visitor.actor()?, customer, member).await?.ok_or(Failure::NotFound)?;
    let frame = Frame::load(&portal, &visitor, customer).await?;
    let words = &visitor.words;
    Ok(shell::ok(&visitor, || {
        let title =
            say!(words, "member-remove-title", name = view.membership.person.name, customer = frame.customer_name().to_owned());
        let main = main(words, title.clone(), &address(customer, member));
        frame.page(title, "page narrow", main)
    }))
}

/// Ends the membership.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer, and where the membership is over already.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, member)): At<(CustomerId, MembershipId)>,
) -> Result<Response, Failure> {
    match remove_member(&portal, visitor.actor()?, customer, member).await {
        Ok(()) => Ok(Redirect::to(&format!("/c/{customer}/edit?done=removed")).into_response()),
        Err(RemoveMemberError::NotFound) => Err(Failure::NotFound),
        Err(RemoveMemberError::Fault(fault)) => Err(fault.into()),
    }
}

fn main(words: &Words, title: String, address: &str) -> AnyView {
    view! {
        <div class="page-head"><h1>{title.clone()}</h1></div>
        <section class="sheet" aria-label=title>
            <p>{words.say("member-remove-text")}</p>
            <form class="deeds end sheet-foot" method="post" action=format!("{address}/remove")>
                <a class="button plain" href=address.to_owned()>{words.say("cancel")}</a>
                <button class="button danger">{words.say("member-remove-deed")}</button>
            </form>
        </section>
    }
    .into_any()
}
