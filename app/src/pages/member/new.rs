//! Adding somebody to a customer.

use super::{address, fields::MemberForm};
use crate::{
    failure::Failure,
    pages::{desk::keep, frame::Frame, path::At},
    parts::{labels, problem},
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal, customer,
    form::FieldProblem,
    member::{AddMemberError, add_member},
};
use leptos::prelude::*;

/// Shows the form.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
) -> Result<Response, Failure> {
    let blank = MemberForm::blank(visitor.words.language());
    draw(&portal, &visitor, customer, StatusCode::OK, &blank, &[]).await
}

/// Adds the member and shows its page, where it gets its link; or shows the form again with what is wrong.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let form = MemberForm::from(pairs);
    match add_member(&portal, visitor.actor()?, customer, &form.to_add()).await {
        Ok(added) => {
            let done = if added.known { "known" } else { "added" };
            Ok(Redirect::to(&format!("{}?done={done}", address(customer, added.membership))).into_response())
        }
        Err(AddMemberError::NotFound) => Err(Failure::NotFound),
        Err(AddMemberError::Fault(fault)) => Err(fault.into()),
        Err(AddMemberError::Invalid(problems)) => {
            draw(&portal, &visitor, customer, StatusCode::UNPROCESSABLE_ENTITY, &form, &problems).await
        }
    }
}

async fn draw(
    portal: &Portal,
    visitor: &Visitor,
    customer: CustomerId,
    status: StatusCode,
    form: &MemberForm,
    problems: &[FieldProblem],
) -> Result<Response, Failure> {
    // The proof that the reader keeps this customer; others of the supplier's people may read it, but add nobody.
    customer::show_for_staff(portal, visitor.actor()?, customer).await?.ok_or(Failure::NotFound)?;
    let frame = Frame::load(portal, visitor, customer).await?;
    let words = &visitor.words;
    Ok(shell::answer(visitor, status, || {
        let main = main(words, customer, frame.customer_name(), form, problems);
        frame.page(words.say("member-add"), "page narrow", main)
    }))
}

fn main(words: &Words, customer: CustomerId, name: &str, form: &MemberForm, problems: &[FieldProblem]) -> AnyView {
    let back = format!("/c/{customer}/edit");
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("way-back")>
                <a href=format!("/c/{customer}")>{name.to_owned()}</a>
                <a href=back.clone()>{words.say("customer-edit-title")}</a>
            </nav>
            <h1>{say!(words, "member-add-to", name = name.to_owned())}</h1>
            {problem::summary(words, &labels::MEMBER, problems)}
        </div>
        <section class="sheet" aria-label=words.say("member-add")>
            <form class="form" method="post" action=format!("/c/{customer}/members/new")>
                {form.person_fields(words, problems)}
                {form.membership_fields(words, problems)}
                {keep(words, back, words.say("member-add-deed"))}
            </form>
        </section>
    }
    .into_any()
}
