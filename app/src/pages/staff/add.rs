//! `/staff/new`: an admin adds a colleague and is shown the first password once.

use super::{crumbs, fields::StaffFields, password_page};
use crate::{
    failure::Failure,
    pages::{account::own_page, desk::keep},
    parts::{field::Field, labels, problem},
    say,
    shell::{self, Page},
    visitor::Visitor,
    words::Words,
};
use axum::{Form, extract::State, http::StatusCode, response::Response};
use coplan_domain::person::{Language, StaffRole};
use coplan_usecases::{
    Portal,
    form::FieldProblem,
    staff::{AddStaffError, AddStaffForm, add_staff},
};
use leptos::prelude::*;

/// Asks who it is.
///
/// # Errors
/// [`Failure`] where no admin is in.
pub async fn get(visitor: Visitor) -> Result<Response, Failure> {
    if visitor.staff()?.role() != StaffRole::Admin {
        return Err(Failure::NotFound);
    }
    let language = visitor.words.language().as_str().to_owned();
    let fields = StaffFields { language, role: StaffRole::Manager.as_str().to_owned(), ..StaffFields::default() };
    Ok(shell::ok(&visitor, || page(&visitor, &fields, &[])))
}

/// Adds a colleague.
///
/// # Errors
/// [`Failure`] where no admin is in or the database cannot be written.
pub async fn post(State(portal): State<Portal>, visitor: Visitor, Form(fields): Form<StaffFields>) -> Result<Response, Failure> {
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
    match add_staff(&portal, visitor.actor()?, &form).await {
        Ok(added) => Ok(shell::ok(&visitor, || {
            let title = say!(visitor.words, "staff-added-title", name = fields.name.clone());
            password_page(&visitor, title, &fields.name, &fields.email, &added.password)
        })),
        Err(AddStaffError::Invalid(problems)) => {
            Ok(shell::answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, || page(&visitor, &fields, &problems)))
        }
        Err(AddStaffError::NotFound) => Err(Failure::NotFound),
        Err(AddStaffError::Fault(fault)) => Err(fault.into()),
    }
}

fn page(visitor: &Visitor, fields: &StaffFields, problems: &[FieldProblem]) -> Page {
    let words = &visitor.words;
    let title = words.say("staff-add");
    let main = view! {
        <div class="page-head">
            {crumbs(words)}
            <h1>{title.clone()}</h1>
            <p class="lead">{words.say("staff-add-text")}</p>
        </div>
        <form class="sheet form" method="post" action="/staff/new" novalidate>
            {problem::summary(words, &labels::STAFF, problems)}
            {StaffFields::input("name", words.say("staff-name"), &fields.name, "text", words, problems)}
            {StaffFields::input("email", words.say("sign-in-email"), &fields.email, "email", words, problems)}
            {fields.common(words, problems)}
            {reads(words, fields, problems)}
            {keep(words, "/staff".to_owned(), words.say("staff-add"))}
        </form>
    };
    own_page(visitor, title, "page narrow", main.into_any())
}

/// The language of the colleague's own pages and mails, until it chooses another.
fn reads(words: &Words, fields: &StaffFields, problems: &[FieldProblem]) -> AnyView {
    let names = [(Language::Fi, "Suomi"), (Language::Sv, "Svenska"), (Language::En, "English")];
    Field {
        name: "language",
        label: words.say("staff-reads"),
        value: fields.language.clone(),
        problem: problem::of(words, problems, "language"),
        ..Field::default()
    }
    .select(names.map(|(language, name)| (language.as_str().to_owned(), name.to_owned())).to_vec())
}
