//! `/me/emails`: what a person wants to be told by email right away.

use super::{find_frame, told};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash},
    layout::{self, Page, customer::CustomerLayout},
    links, say,
    shared::{own_form::own_page, project_editor::form_actions},
    words::Words,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    mail_choice::{self, MailChoiceForm},
    today_mail::{self, TodayMailForm},
};
use leptos::prelude::*;

/// Shows what is chosen.
///
/// # Errors
/// [`PageError`] where nobody is in.
pub async fn get(State(portal): State<Portal>, context: RequestContext, done: Option<Flash>) -> Result<Response, PageError> {
    let mut shown = Shown::load(&portal, &context).await?;
    shown.said = done.and_then(|flash| told(&context.words, flash));
    Ok(layout::ok(&context, || page(&context, shown, &[])))
}

/// Keeps the choice.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<MailChoiceForm>,
) -> Result<Response, PageError> {
    match mail_choice::choose(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Settings.on(&links::account::mail_choice())).into_response()),
        Err(Error::Invalid(problems)) => {
            let shown = Shown { form, ..Shown::load(&portal, &context).await? };
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, shown, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Saves when what waits is emailed.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn post_today(
    State(portal): State<Portal>,
    context: RequestContext,
    Submitted(form): Submitted<TodayMailForm>,
) -> Result<Response, PageError> {
    match today_mail::choose(&portal, context.actor()?, &form).await {
        Ok(()) => Ok(Redirect::to(&Flash::Settings.on(&links::account::mail_choice())).into_response()),
        Err(Error::Invalid(problems)) => {
            let shown = Shown { today: Some(form), ..Shown::load(&portal, &context).await? };
            Ok(layout::answer(&context, StatusCode::UNPROCESSABLE_ENTITY, || page(&context, shown, &problems)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Both forms, and what stands around them.
struct Shown {
    frame: Option<CustomerLayout>,
    form: MailChoiceForm,
    /// Only the supplier's people have a day.
    today: Option<TodayMailForm>,
    said: Option<String>,
}

impl Shown {
    async fn load(portal: &Portal, context: &RequestContext) -> Result<Self, PageError> {
        let actor = context.actor()?;
        let (form, today) = (mail_choice::show(portal, actor).await?, today_mail::show(portal, actor).await?);
        Ok(Self { frame: find_frame(portal, context).await?, form, today, said: None })
    }
}

fn hours() -> Vec<(String, String)> {
    (0..24).map(|hour| (hour.to_string(), format!("{hour}:00"))).collect()
}

fn page(context: &RequestContext, shown: Shown, problems: &[FieldProblem]) -> Page {
    let words = &context.words;
    let title = say!(words, "mail-choice-title");
    let view = FormView::new(words, &shown.form, problems).entries(hours());
    let fields = [MailChoiceForm::FIELDS, TodayMailForm::FIELDS].concat();
    let summary = problem::summary(words, &fields, problems);
    let today = shown.today.map(|form| {
        let view = FormView::new(words, &form, problems).entries(hours());
        view! {
            <form class="sheet form" method="post" action=links::account::today_mail()>
                <h2>{say!(words, "today-mail-title")}</h2>
                <p>{say!(words, "today-mail-text")}</p>
                {view.all()}
                {form_actions(words, links::account::show(), say!(words, "save"))}
            </form>
        }
    });
    // The supplier's people have their own day's page; news go to the customers' people.
    let fields = if context.staff().is_ok() {
        let view =
            view.label("messages", say!(words, "mail-choice-staff")).hint("messages", say!(words, "mail-choice-staff-hint"));
        view.but(&["news"])
    } else {
        view.all()
    };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::account::show()>{say!(words, "account-title")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "mail-choice-text")}</p>
            {summary}
            {shown.said.map(|said| view! { <div class="notice good" role="status"><p>{said}</p></div> })}
        </div>
        <form class="sheet form" method="post" action=links::account::mail_choice()>
            {fields}
            {form_actions(words, links::account::show(), say!(words, "save"))}
        </form>
        {today}
    };
    match shown.frame {
        Some(frame) => frame.page(title, "page narrow", main.into_any()),
        None => own_page(context, title, "page narrow", main.into_any()),
    }
}

/// The way there, on the person's own page.
pub(super) fn sheet(words: &Words) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-emails">
            <h2 id="h-emails">{say!(words, "mail-choice-title")}</h2>
            <p>{say!(words, "mail-choice-text")}</p>
            <div class="actions"><a class="button" href=links::account::mail_choice()>{say!(words, "account-password-change")}</a></div>
        </section>
    }
    .into_any()
}
