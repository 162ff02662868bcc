//! The fifteen questions, each with its two ends, a score and room for a comment.

use super::criterion;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::customer::CustomerLayout,
    links, say,
    shared::project_editor::{FormPage, form_actions, keeps_draft},
    words::Words,
};
use coplan_domain::{
    assessment::{Criterion, HIGHEST, LOWEST, Theme},
    id::CustomerId,
    person::Side,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    assessment::{self, AssessForm, fields_of},
    form::{FieldProblem, Form},
};
use leptos::prelude::*;

/// Asks them.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, None, (&[], false)).await
}

/// Keeps the answers.
///
/// # Errors
/// [`PageError`] where the reader may not answer.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Submitted(form): Submitted<AssessForm>,
) -> Result<Response, PageError> {
    match assessment::give(&portal, context.actor()?, customer, &form).await {
        Ok(()) => Ok(Redirect::to(&links::assessment::show(customer)).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, customer, Some(form), (&problems, false)).await,
        Err(Error::Stale(_)) => draw(&portal, &context, customer, Some(form), (&[], true)).await,
        Err(error) => Err(error.into()),
    }
}

/// The score of a question in a row, with what its ends mean.
fn scores(words: &Words, of: Criterion, form: &AssessForm, problems: &[FieldProblem]) -> AnyView {
    let (name, _) = fields_of(of);
    let (low, high) = criterion::ends(words, of);
    let problem = problem::of(words, problems, name);
    let (ends, error) = (format!("{name}-ends"), format!("{name}-error"));
    let described = if problem.is_some() { format!("{ends} {error}") } else { ends.clone() };
    let chosen = form.values(name);
    let choices = (LOWEST..=HIGHEST).map(|score| {
        let value = score.to_string();
        let (id, checked) = ((score == LOWEST).then_some(name), chosen.contains(&value));
        view! {
            <label class="choice">
                <input type="radio" name=name id=id value=value.clone() checked=checked aria-describedby=described.clone()/>
                <span>{value}</span>
            </label>
        }
    });
    let problem = problem.map(|problem| view! { <p class="error" id=error>{problem}</p> });
    view! {
        <fieldset class="choices scores">
            <legend>{criterion::name(words, of)}</legend>
            <p class="hint" id=ends>"1: "{low}<br/>"5: "{high}</p>
            {problem}
            {choices.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// The questions of a theme.
fn questions(words: &Words, theme: Theme, form: &AssessForm, fields: &FormView<'_>, problems: &[FieldProblem]) -> AnyView {
    let of_theme = Criterion::ALL.iter().filter(|criterion| criterion.theme() == theme);
    let asked = of_theme.map(|criterion| {
        view! { {scores(words, *criterion, form, problems)}{fields.only(&[fields_of(*criterion).1])} }
    });
    view! { <h2>{criterion::theme(words, theme)}</h2>{asked.collect_view()} }.into_any()
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    typed: Option<AssessForm>,
    (problems, stale): (&[FieldProblem], bool),
) -> Result<Response, PageError> {
    let words = &context.words;
    let view = assessment::show(portal, context.actor()?, customer).await?;
    if view.open.is_empty() && typed.is_none() {
        return Err(PageError::NotResponsible);
    }
    let id = new_ulid(portal.clock.now(), &*portal.rng).into();
    let latest = view.open.first().map(ToString::to_string).unwrap_or_default();
    let form = typed.unwrap_or_else(|| AssessForm { year: latest, ..AssessForm::blank(id) });
    let company = if view.side == Side::Supplier { context.supplier.clone() } else { view.layout.name.clone() };
    let count = i64::try_from(Criterion::ALL.len()).unwrap_or(i64::MAX);
    let means = say!(words, "assessment-give-means", n = count, company = company);
    let choose = (String::new(), say!(words, "assessment-year-choose"));
    let years = view.open.iter().map(|year| (year.to_string(), year.to_string()));
    let fields = FormView::new(words, &form, problems).entries(std::iter::once(choose).chain(years).collect());
    let labelled = Criterion::ALL.iter().fold(fields, |fields, of| {
        fields.label(fields_of(*of).1, say!(words, "assessment-words-of", of = criterion::name(words, *of)))
    });
    let place = format!("assessment {customer} {}", context.actor()?.person());
    let draft = keeps_draft(words, &labelled, place, format!("as-{}", form.year), false);
    let taken = stale.then(|| view! { <div class="notice warn" role="alert"><p>{say!(words, "assessment-taken")}</p></div> });
    let asked = Theme::ALL.iter().map(|theme| questions(words, *theme, &form, &labelled, problems)).collect_view();
    let main = view! {
        <form class="sheet form" method="post" action=links::assessment::give(customer)>
            {taken}
            <p class="quiet">{means}</p>
            {labelled.hidden()}
            {labelled.only(&["year"])}
            {asked}
            {draft}
            {form_actions(words, links::assessment::show(customer), say!(words, "assessment-send"))}
        </form>
    };
    let crumbs = vec![
        (links::idea::list(customer), say!(words, "nav-ideas")),
        (links::assessment::show(customer), say!(words, "assessment-title")),
    ];
    let (title, fields) = (say!(words, "assessment-give"), AssessForm::FIELDS);
    let page = FormPage { title, fields, problems, stale, main: main.into_any() };
    Ok(page.answer(context, CustomerLayout::new(context, &view.layout, view.today), crumbs))
}
