//! Asking a customer something, or all that is asked for a service.

use axum::{
    Form as FormBody,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions},
    words::Words,
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    knowledge::{self, AskQuestionForm, KnowledgeView},
};
use leptos::prelude::*;

/// Asks what to ask.
///
/// # Errors
/// [`PageError`] where the reader may not ask.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let form = AskQuestionForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, customer, &form, &[]).await
}

/// Asks it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<AskQuestionForm>,
) -> Result<Response, PageError> {
    match knowledge::ask(&portal, context.actor()?, customer, &form).await {
        Ok(_) => Ok(Redirect::to(&links::knowledge::list(customer)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Of which service all is asked.
#[derive(Debug, serde::Deserialize)]
pub struct ServiceForm {
    #[serde(default)]
    service: String,
}

/// Asks all that is asked for a service.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post_templates(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    FormBody(form): FormBody<ServiceForm>,
) -> Result<Redirect, PageError> {
    knowledge::ask_templates(&portal, context.actor()?, customer, &form.service).await?;
    Ok(Redirect::to(&links::knowledge::list(customer)))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &AskQuestionForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = knowledge::list(portal, context.actor()?, customer).await?;
    if !view.may_ask {
        return Err(PageError::NotResponsible);
    }
    let fields = FormView::new(words, form, problems).today(view.today);
    let main = view! {
        <form class="sheet" method="post" action=links::knowledge::ask(customer)>
            <div class="form">
                {fields.all()}
                {form_actions(words, links::knowledge::list(customer), say!(words, "background-ask"))}
            </div>
        </form>
        {services(words, customer, &view)}
    };
    let crumbs = vec![(links::knowledge::list(customer), say!(words, "nav-knowledge"))];
    let (title, fields) = (say!(words, "background-ask"), AskQuestionForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}

/// The services for which questions are kept, each asked with one press.
fn services(words: &Words, customer: CustomerId, view: &KnowledgeView) -> AnyView {
    let groups = view.templates.chunk_by(|one, next| one.service == next.service).map(|group| {
        let service = group[0].service.clone();
        let questions = group.iter().map(|template| template.words.clone()).collect::<Vec<_>>().join(" · ");
        let of = format!(": {service}");
        view! {
            <li class="row">
                <div class="row-main"><strong>{service.clone()}</strong><span class="quiet">{questions}</span></div>
                <form method="post" action=links::knowledge::ask_templates(customer)>
                    <input type="hidden" name="service" value=service/>
                    <button class="button">{say!(words, "background-ask-all")}<span class="unseen">{of}</span></button>
                </form>
            </li>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-services">
            <h2 id="h-services">{say!(words, "template-title")}</h2>
            <ul class="rows">{groups.collect_view()}</ul>
            <p class="actions"><a class="button plain" href=links::knowledge::templates()>{say!(words, "template-edit")}</a></p>
        </section>
    }
    .into_any()
}
