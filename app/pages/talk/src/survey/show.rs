//! One survey: for who is asked, the question with its scores; for the supplier's people, what was answered.

use super::{in_short, questions, value};
use crate::feedback;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links::{self, survey::ScoreQuery},
    parts::room_title,
    say,
    shared::project_editor::{FormPage, form_actions},
    words::Words,
};
use coplan_domain::{
    feedback::Feedback,
    id::{CustomerId, SurveyId},
    person::Side,
    survey::Scale,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    survey::{self, RespondForm, SurveyView},
};
use leptos::prelude::*;

type Ids = (CustomerId, SurveyId);

/// Shows it. A score in the address is chosen beforehand and kept by nothing but sending the form.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Query(query): Query<ScoreQuery>,
) -> Result<Response, PageError> {
    let view = survey::show(&portal, context.actor()?, of.0, of.1).await?;
    let own = view.answers.first().map(|answer| answer.id);
    match (view.side, own) {
        (Side::Supplier, _) => Ok(results(&context, of, &view)),
        (Side::Customer, Some(id)) => Ok(Redirect::to(&links::feedback::show(of.0, id)).into_response()),
        (Side::Customer, None) => {
            let id = new_ulid(portal.clock.now(), &*portal.rng).into();
            let form = RespondForm { score: query.score, ..RespondForm::blank(id) };
            Ok(draw(&context, of, &view, &form, &[]))
        }
    }
}

/// Answers it.
///
/// # Errors
/// [`PageError::NotFound`] for who was not asked.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
    Submitted(form): Submitted<RespondForm>,
) -> Result<Response, PageError> {
    match survey::respond(&portal, context.actor()?, of.0, of.1, &form).await {
        Ok(Some(id)) => Ok(Redirect::to(&links::feedback::show(of.0, id)).into_response()),
        Ok(None) => Ok(Redirect::to(&links::feedback::list(of.0)).into_response()),
        Err(Error::Invalid(problems)) => {
            let view = survey::show(&portal, context.actor()?, of.0, of.1).await?;
            Ok(draw(&context, of, &view, &form, &problems))
        }
        Err(error) => Err(error.into()),
    }
}

/// Leaves it unanswered.
///
/// # Errors
/// [`PageError::NotFound`] for who was not asked.
pub async fn decline(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Redirect, PageError> {
    survey::decline(&portal, context.actor()?, of.0, of.1).await?;
    Ok(Redirect::to(&links::plan::show(of.0)))
}

/// The scores in a row, each to be pressed; what the ends mean is said below.
fn scores(words: &Words, scale: Scale, chosen: &str, problem: Option<String>) -> AnyView {
    let described = if problem.is_some() { "score-ends score-error" } else { "score-ends" };
    let choices = (scale.lowest()..=10).map(|score| {
        let (value, checked) = (score.to_string(), score.to_string() == chosen);
        let id = (score == scale.lowest()).then_some("score");
        view! {
            <label class="choice">
                <input type="radio" name="score" id=id value=value.clone() checked=checked aria-describedby=described/>
                <span>{value}</span>
            </label>
        }
    });
    let problem = problem.map(|problem| view! { <p class="error" id="score-error">{problem}</p> });
    view! {
        <fieldset class="choices scores">
            <legend>{say!(words, "survey-score")}</legend>
            {problem}
            {choices.collect_view()}
            <p class="hint" id="score-ends">{say!(words, "survey-ends", lowest = scale.lowest())}</p>
        </fieldset>
    }
    .into_any()
}

fn draw(context: &RequestContext, of: Ids, view: &SurveyView, form: &RespondForm, problems: &[FieldProblem]) -> Response {
    let words = &context.words;
    let it = &view.survey;
    let milestone = it.milestone.as_ref().map(|(_, name)| view! { <p>{say!(words, "survey-about", name = name.clone())}</p> });
    let fields = FormView::new(words, form, problems);
    let main = view! {
        <form class="sheet form" method="post" action=links::survey::show(of.0, of.1)>
            {milestone}
            <p class="quiet">{say!(words, "survey-means", n = it.further + 1, supplier = context.supplier.clone())}</p>
            {fields.hidden()}
            {scores(words, it.scale, &form.score, problem::of(words, problems, "score"))}
            {fields.only(&["reason"])}
            {questions::asked(words, view, form, problems)}
            {form_actions(words, links::plan::show(of.0), say!(words, "survey-respond"))}
        </form>
        <form method="post" action=links::survey::decline(of.0, of.1)>
            <button class="button plain">{say!(words, "survey-decline")}</button>
        </form>
    };
    let crumbs = vec![(links::plan::show(of.0), say!(words, "nav-plan"))];
    let (title, fields) = (room_title::question(words, &context.supplier, it), RespondForm::FIELDS);
    let page = FormPage { title, fields, problems, stale: false, main: main.into_any() };
    page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs)
}

fn results(context: &RequestContext, of: Ids, view: &SurveyView) -> Response {
    let words = &context.words;
    let it = &view.survey;
    let title = room_title::question(words, &context.supplier, it);
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    layout::ok(context, || {
        let milestone =
            it.milestone.as_ref().map(|(_, name)| view! { <p>{say!(words, "survey-about", name = name.clone())}</p> });
        let value = value(words, it);
        let value = (!value.is_empty()).then(|| view! { <p class="contact-name">{value}</p> });
        let margin = (it.scores.len() > 1).then(|| view! { <p class="quiet">{say!(words, "survey-margin")}</p> });
        let rows = view.answers.iter().map(|answer| row(words, of.0, view, answer)).collect_view();
        let answers = (!view.answers.is_empty()).then(|| {
            view! {
                <section class="sheet" aria-labelledby="h-answers">
                    <h2 id="h-answers">{say!(words, "survey-answers")}</h2>
                    <ul class="waiting">{rows}</ul>
                </section>
            }
        });
        let main = view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")>
                    <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                    <a href=links::feedback::list(of.0)>{say!(words, "nav-feedback")}</a>
                </nav>
                <h1>{title.clone()}</h1>
            </div>
            <div class="page-main">
                <section class="sheet" aria-labelledby="h-result">
                    <h2 id="h-result">{say!(words, "survey-result")}</h2>
                    {milestone}
                    {value}
                    <p>{in_short(words, it)}</p>
                    {margin}
                </section>
                {questions::results(words, view)}
                {answers}
            </div>
            <div class="page-side">{frame.contact_card(words)}</div>
        };
        frame.page(title, "page", main.into_any())
    })
}

fn row(words: &Words, customer: CustomerId, view: &SurveyView, answer: &Feedback) -> AnyView {
    let said = format!("{} · {}", answer.by_name, words.moment(answer.at, view.now));
    view! {
        <li>
            <a href=links::feedback::show(customer, answer.id) lang=words.foreign(answer.language)>{feedback::title(words, answer)}</a>
            {feedback::state(words, answer, view.today)}
            <span class="quiet">{said}</span>
        </li>
    }
    .into_any()
}
