//! Sending a survey: what is asked, after which milestone, and who is asked now.

use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links::{self, survey::SendQuery},
    say,
    shared::project_editor::{FormPage, form_actions},
};
use coplan_domain::{id::CustomerId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    survey::{self, SendSurveyForm, rests_until},
};
use leptos::prelude::*;

/// The fields of further questions.
const MORE: [&str; 3] = ["scores", "choices", "words"];

/// Asks what to ask.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(query): Query<SendQuery>,
) -> Result<Response, PageError> {
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let form = SendSurveyForm { milestone: query.milestone, ..SendSurveyForm::blank(id) };
    draw(&portal, &context, customer, &form, &[]).await
}

/// Sends it.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<SendSurveyForm>,
) -> Result<Response, PageError> {
    match survey::send(&portal, context.actor()?, customer, &form).await {
        Ok(id) => Ok(Redirect::to(&links::survey::show(customer, id)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    form: &SendSurveyForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let found = survey::begin(portal, context.actor()?, customer).await?;
    let none = (String::new(), say!(words, "survey-no-milestone"));
    let milestones = found.milestones.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let fields = FormView::new(words, form, problems).entries(std::iter::once(none).chain(milestones).collect());
    let typed = [&form.scores, &form.choices, &form.words];
    let is_open = typed.iter().any(|it| !it.is_empty()) || problems.iter().any(|it| MORE.contains(&it.field));
    let people = found.people.iter().map(|one| {
        let rests = rests_until(one, found.now).map(|until| {
            let day = words.day(words.day_of(until), found.today);
            view! { <span class="quiet">{say!(words, "survey-rests", day = day)}</span> }
        });
        view! { <li class="row"><div class="row-main"><strong>{one.name.clone()}</strong>{rests}</div></li> }
    });
    let nobody = found.people.iter().all(|one| rests_until(one, found.now).is_some());
    let nobody = nobody.then(|| view! { <p class="notice warn">{say!(words, "problem-nobody-to-ask")}</p> });
    let main = view! {
        {nobody}
        <form class="sheet form" method="post" action=links::survey::send(customer)>
            <p class="quiet">{say!(words, "survey-send-means")}</p>
            {fields.hidden()}
            {fields.only(&["scale", "question", "milestone"])}
            <details class="more" open=is_open>
                <summary>{say!(words, "survey-more")}</summary>
                <p class="quiet">{say!(words, "survey-more-means")}</p>
                {fields.only(&MORE)}
            </details>
            {form_actions(words, links::feedback::list(customer), say!(words, "survey-send"))}
        </form>
        <section class="sheet" aria-labelledby="h-people">
            <h2 id="h-people">{say!(words, "survey-people")}</h2>
            <ul class="rows">{people.collect_view()}</ul>
        </section>
    };
    let crumbs = vec![(links::feedback::list(customer), say!(words, "nav-feedback"))];
    let (title, fields) = (say!(words, "survey-send"), SendSurveyForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &found.layout, found.today), crumbs))
}
