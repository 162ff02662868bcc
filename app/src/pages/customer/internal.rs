//! What only the supplier's people know of a customer: in its own colour, with the word, and with a button of its own.

use super::{
    combined_form::{BothForms, carry_details},
    edit::{self, Typed},
    fields::DetailsForm,
};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    islands::Draft,
    links,
    parts::{
        conflict::{Conflict, ConflictField, ConflictKind, conflict},
        field::Field,
        problem,
    },
    say,
    words::Words,
};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Error, Portal,
    customer::{CustomerAdminView, CustomerInternal, InternalForm, change_internal},
    form::FieldProblem,
    merge::Edit,
};
use leptos::prelude::*;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct InternalText {
    pub(super) segment: String,
    pub(super) about: String,
    pub(super) version: String,
    pub(super) was: String,
}

impl InternalText {
    fn of(internal: &CustomerInternal) -> Self {
        let InternalForm { segment, about, version, was } = InternalForm::of(internal);
        Self { segment, about, version: version.to_string(), was }
    }

    fn typed(&self) -> InternalForm {
        let Self { segment, about, version, was } = self.clone();
        // A version that cannot be read is none that stands now.
        InternalForm { segment, about, version: version.parse().unwrap_or_default(), was }
    }

    /// Whether it says something else than what is kept now.
    pub(super) fn differs(&self, kept: &CustomerInternal) -> bool {
        // A browser ends the lines of what nobody touched in its own way.
        let mine = InternalForm { about: self.about.replace("\r\n", "\n"), ..self.typed() };
        mine.said() != InternalForm::of(kept).said()
    }
}

/// What was typed, and what somebody else wrote meanwhile.
pub(super) struct InternalTyped {
    pub(super) yours: InternalText,
    pub(super) theirs: Option<CustomerInternal>,
}

/// Changes what is internal; or shows the page again with what is wrong, or with what somebody else wrote meanwhile.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(both): Form<BothForms>,
) -> Result<Response, PageError> {
    let (form, details) = both.internal_first();
    let (status, theirs, problems) = match change_internal(&portal, context.actor()?, customer, &form.typed()).await {
        Ok(()) => return edit::kept(&portal, &context, customer, Typed { details, ..Typed::default() }).await,
        Err(Error::Invalid(problems)) => (StatusCode::UNPROCESSABLE_ENTITY, None, problems),
        Err(Error::Stale(theirs)) => (StatusCode::CONFLICT, Some(*theirs), Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let internal = Some(InternalTyped { yours: form, theirs });
    edit::draw(&portal, &context, customer, status, Typed { details, internal, problems, ..Typed::default() }, None).await
}

/// What was typed or is kept now, and what somebody else wrote meanwhile.
pub(super) fn typed(view: &CustomerAdminView, typed: Option<InternalTyped>) -> (InternalText, Option<CustomerInternal>) {
    match typed {
        Some(typed) => (typed.yours, typed.theirs),
        None => (InternalText::of(&view.internal), None),
    }
}

/// Its fields, in the form around.
pub(super) fn sheet(
    words: &Words,
    view: &CustomerAdminView,
    yours: &InternalText,
    problems: &[FieldProblem],
    place: &str,
) -> AnyView {
    let field = |name: &'static str, label: String, hint: String, value: &String| Field {
        name,
        label,
        hint: Some(hint),
        value: value.clone(),
        problem: problem::of(words, problems, name),
        autocomplete: Some("off"),
    };
    let segment = field("segment", say!(words, "customer-segment"), say!(words, "customer-segment-hint"), &yours.segment);
    let about = field("about", say!(words, "customer-about"), say!(words, "customer-about-hint"), &yours.about);
    let (place, version) = (place.to_owned(), format!("v{}", yours.version));
    let body = view! {
        <div class="form">
            <input type="hidden" name="internal_version" value=yours.version.clone()/>
            <input type="hidden" name="internal_was" value=yours.was.clone()/>
            {segment.input("text")}
            {about.textarea()}
            <div class="actions">
                <button class="button main" formaction=links::customer::internal(view.customer.id)>{say!(words, "save")}</button>
                <Draft place=place id=version fields="segment about".to_owned() change=true kept=say!(words, "thread-draft-kept")/>
            </div>
        </div>
    };
    around(words, view, body.into_any())
}

/// What somebody else wrote meanwhile, beside what was typed.
pub(super) fn conflict_page(
    words: &Words,
    view: &CustomerAdminView,
    yours: &InternalText,
    theirs: &CustomerInternal,
    details: DetailsForm,
) -> AnyView {
    let asks = vec![
        ConflictField { name: "segment", label: say!(words, "customer-segment"), kind: ConflictKind::Line },
        ConflictField { name: "about", label: say!(words, "customer-about"), kind: ConflictKind::Prose },
    ];
    let leave = links::customer::edit(view.customer.id);
    let (action, besides) = (links::customer::internal(view.customer.id), carry_details(details));
    let (mine, theirs) = (yours.typed(), InternalForm::of(theirs));
    around(words, view, conflict(words, Conflict { mine, theirs, asks, besides, action, leave }))
}

fn around(words: &Words, view: &CustomerAdminView, inside: AnyView) -> AnyView {
    view! {
        <section class="note" aria-labelledby="h-internal">
            <h2 class="note-word" id="h-internal">{say!(words, "customer-internal", name = view.customer.name.clone())}</h2>
            {inside}
        </section>
    }
    .into_any()
}
