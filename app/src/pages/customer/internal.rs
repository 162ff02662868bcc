//! What only the supplier's people know of a customer: in its own colour, with the word, in a form of its own.

use super::edit::{self, Typed};
use crate::{
    failure::Failure,
    pages::path::At,
    parts::{
        field::Field,
        problem,
        versus::{Ask, Clash, Kind, versus},
    },
    say,
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
    Portal,
    customer::{ChangeInternalError, CustomerAdminView, CustomerInternal, InternalForm, change_internal},
    form::FieldProblem,
};
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InternalText {
    segment: String,
    about: String,
    version: i64,
    was: String,
}

impl InternalText {
    fn of(internal: &CustomerInternal) -> Self {
        let InternalForm { segment, about, version, was } = InternalForm::of(internal);
        Self { segment, about, version, was }
    }

    fn typed(&self) -> InternalForm {
        let Self { segment, about, version, was } = self.clone();
        InternalForm { segment, about, version, was }
    }
}

/// What was typed, and what somebody else wrote meanwhile.
pub(super) struct InternalTyped {
    yours: InternalText,
    theirs: Option<CustomerInternal>,
}

/// Changes what is internal; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer,)): At<(CustomerId,)>,
    Form(form): Form<InternalText>,
) -> Result<Response, Failure> {
    let (status, typed) = match change_internal(&portal, visitor.actor()?, customer, &form.typed()).await {
        Ok(()) => return Ok(Redirect::to(&format!("/c/{customer}/edit?done=changed")).into_response()),
        Err(ChangeInternalError::NotFound) => return Err(Failure::NotFound),
        Err(ChangeInternalError::Fault(fault)) => return Err(fault.into()),
        Err(ChangeInternalError::Invalid(problems)) => {
            let internal = Some(InternalTyped { yours: form, theirs: None });
            (StatusCode::UNPROCESSABLE_ENTITY, Typed { internal, problems, ..Typed::default() })
        }
        Err(ChangeInternalError::Stale(theirs)) => {
            let internal = Some(InternalTyped { yours: form, theirs: Some(theirs) });
            (StatusCode::CONFLICT, Typed { internal, ..Typed::default() })
        }
    };
    edit::draw(&portal, &visitor, customer, status, typed, "").await
}

/// The form.
pub(super) fn sheet(words: &Words, view: &CustomerAdminView, typed: Option<InternalTyped>, problems: &[FieldProblem]) -> AnyView {
    let (yours, theirs) = match typed {
        Some(typed) => (typed.yours, typed.theirs),
        None => (InternalText::of(&view.internal), None),
    };
    let address = format!("/c/{}/edit", view.customer.id);
    let inside = match theirs {
        Some(theirs) => conflict(words, address, &yours, &theirs),
        None => form(words, &address, &yours, problems),
    };
    view! {
        <section class="note" aria-labelledby="h-internal">
            <h2 class="note-word" id="h-internal">{say!(words, "customer-internal", name = view.customer.name.clone())}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn form(words: &Words, address: &str, yours: &InternalText, problems: &[FieldProblem]) -> AnyView {
    let field = |name: &'static str, label: String, hint: String, value: &String| Field {
        name,
        label,
        hint: Some(hint),
        value: value.clone(),
        problem: problem::of(words, problems, name),
        autocomplete: Some("off"),
    };
    let segment = field("segment", words.say("customer-segment"), words.say("customer-segment-hint"), &yours.segment);
    let about = field("about", words.say("customer-about"), words.say("customer-about-hint"), &yours.about);
    view! {
        <form class="form" method="post" action=format!("{address}/internal")>
            <input type="hidden" name="version" value=yours.version/>
            <input type="hidden" name="was" value=yours.was.clone()/>
            {segment.input("text")}
            {about.textarea()}
            <div class="deeds"><button class="button main">{words.say("save")}</button></div>
        </form>
    }
    .into_any()
}

fn conflict(words: &Words, address: String, yours: &InternalText, theirs: &CustomerInternal) -> AnyView {
    let asks = vec![
        Ask { name: "segment", label: words.say("customer-segment"), kind: Kind::Line },
        Ask { name: "about", label: words.say("customer-about"), kind: Kind::Prose },
    ];
    let (mine, theirs, action) = (yours.typed(), InternalForm::of(theirs), format!("{address}/internal"));
    versus(words, Clash { mine, theirs, asks, besides: Vec::new(), action, leave: address })
}
