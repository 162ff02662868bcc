//! `/me/password`: staff changes its own password.

use crate::{entry::minutes, sign_in::too_many};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page},
    links, say,
    shared::{own_form::own_page, project_editor::form_actions},
};
use coplan_usecases::{
    Error, Portal,
    account::{ChangePasswordError, PasswordForm, change_password},
};
use leptos::prelude::*;

/// What is wrong.
#[derive(Default)]
struct Refused {
    notice: Option<AnyView>,
    present: Option<String>,
    new: Option<String>,
}

/// Asks for both passwords.
///
/// # Errors
/// [`PageError`] where no staff is in.
pub async fn get(context: RequestContext) -> Result<Response, PageError> {
    context.staff()?;
    Ok(layout::ok(&context, || page(&context, Refused::default())))
}

/// Changes the password and ends the other devices.
///
/// # Errors
/// [`PageError`] where no staff is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<PasswordForm>,
) -> Result<Response, PageError> {
    let words = &context.words;
    let (status, refused) = match change_password(&portal, context.actor()?, &form.present, &form.new).await {
        Ok(()) => return Ok(Redirect::to(&Flash::Password.on(&links::account::show())).into_response()),
        Err(ChangePasswordError::WrongPassword) => {
            let present = Some(say!(words, "password-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { present, ..Refused::default() })
        }
        Err(ChangePasswordError::Other(Error::Invalid(problems))) => {
            let new = problem::of(words, &problems, "new");
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { new, ..Refused::default() })
        }
        Err(ChangePasswordError::TooMany { retry_after }) => {
            let notice = Some(too_many(&context, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
        Err(ChangePasswordError::Other(error)) => return Err(error.into()),
    };
    Ok(layout::answer(&context, status, || page(&context, refused)))
}

fn page(context: &RequestContext, refused: Refused) -> Page {
    let words = &context.words;
    let title = say!(words, "password-title");
    let form = FormView::new(words, &PasswordForm::default(), &[]);
    let form = form.problem("present", refused.present).problem("new", refused.new);
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::account::show()>{say!(words, "account-title")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "password-text")}</p>
        </div>
        <form class="sheet form" method="post" action=links::account::password()>
            {refused.notice}
            {form.all()}
            {form_actions(words, links::account::show(), say!(words, "password-change"))}
        </form>
    };
    own_page(context, title, "page narrow", main.into_any())
}
