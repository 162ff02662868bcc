//! `/staff/new`: an admin adds a colleague and is shown the first password once.

use super::{crumbs, fields::StaffFields, password_page};
use crate::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page},
    links,
    pages::{account::own_page, project_editor::form_actions},
    parts::{field::Field, labels, problem},
    say,
    words::Words,
};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::person::{Language, StaffRole};
use coplan_usecases::{
    Error, Portal,
    form::FieldProblem,
    staff::{AddStaffForm, add_staff},
};
use leptos::prelude::*;

/// Asks who it is.
///
/// # Errors
/// [`PageError`] where no admin is in.
pub async fn get(context: RequestContext) -> Result<Response, PageError> {
    if context.staff()?.role() != StaffRole::Admin {
        return Err(PageError::NotFound);
    }
    let language = context.words.language().as_str().to_owned();
    let fields = StaffFields { language, role: StaffRole::Manager.as_str().to_owned(), ..StaffFields::default() };
    Ok(layout::ok(&context, || page(&context, &fields, &[])))
}

/// Adds a colleague.
///
/// # Errors
/// [`PageError`] where no admin is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Form(fields): Form<StaffFields>,
) -> Result<Response, PageError> {
    let typed = fields.clone();
    let form = AddStaffForm {
        speaks: typed.speaks(),
        name: typed.name,
        email: typed.email,
        phone: typed.phone,
        role: typed.role,
        title: typed.title,
        language: typed.language,
    };
    match add_staff(&portal, context.actor()?, &form).await {
        Ok(added) => Ok(layout::ok(&context, || {
            let title = say!(context.words, "staff-added-title", name = fields.name.clone());
            password_page(&context, title, &fields.name, &fields.email, &added.password)
        })),
        Err(Error::Invalid(problems)) => {
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, &fields, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(context: &RequestContext, fields: &StaffFields, problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "staff-add");
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "staff-add-text")}</p>
        </div>
        <form class="sheet form" method="post" action=links::staff::add() novalidate>
            {problem::summary(words, &labels::STAFF, problems)}
            {StaffFields::input("name", say!(words, "staff-name"), &fields.name, "text", words, problems)}
            {StaffFields::input("email", say!(words, "sign-in-email"), &fields.email, "email", words, problems)}
            {fields.common(words, problems)}
            {reads(words, fields, problems)}
            {form_actions(words, links::staff::list(), say!(words, "staff-add"))}
        </form>
    };
    own_page(context, title, "page narrow", main.into_any())
}

/// The language of the colleague's own pages and mails, until it chooses another.
fn reads(words: &Words, fields: &StaffFields, problems: &[FieldProblem]) -> AnyView {
    let names = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")];
    Field {
        name: "language",
        label: say!(words, "staff-reads"),
        value: fields.language.clone(),
        problem: problem::of(words, problems, "language"),
        ..Field::default()
    }
    .select(names.map(|(language, name)| (language.as_str().to_owned(), name.to_owned())).to_vec())
}
