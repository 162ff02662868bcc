//! Selections of the table that one of the supplier's people keeps by name.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted, problem},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::staff_links},
    links::{self, portfolio::PortfolioQuery},
    say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::{id::SavedFilterId, system::new_ulid};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Form},
    saved_filter::{self, SaveFilterForm, SavedFilter},
};
use leptos::prelude::*;

/// Shows what is kept, and asks what the selection of the address is to be called.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
) -> Result<Response, PageError> {
    let form = SaveFilterForm::blank(new_ulid(portal.clock.now(), &*portal.rng).into());
    draw(&portal, &context, &asked, &form, &[]).await
}

/// Keeps the selection of the address, and shows it.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<PortfolioQuery>,
    Submitted(form): Submitted<SaveFilterForm>,
) -> Result<Response, PageError> {
    match saved_filter::save(&portal, context.actor()?, &asked.selection(), &form).await {
        Ok(()) => Ok(Redirect::to(&links::portfolio::selected(&asked.selection())).into_response()),
        Err(Error::Invalid(problems)) => draw(&portal, &context, &asked, &form, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Keeps one no longer.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub async fn remove(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((filter,)): PathIds<(SavedFilterId,)>,
) -> Result<Redirect, PageError> {
    saved_filter::remove(&portal, context.actor()?, filter).await?;
    Ok(Redirect::to(&links::portfolio::saved_filters()))
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    asked: &PortfolioQuery,
    form: &SaveFilterForm,
    problems: &[FieldProblem],
) -> Result<Response, PageError> {
    let words = &context.words;
    let kept = saved_filter::list(portal, context.actor()?).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rows = kept.iter().map(|filter| {
        let remove = ConfirmForm {
            summary: say!(words, "saved-filter-remove"),
            of: Some(filter.name.clone()),
            means: say!(words, "saved-filter-remove-means", name = filter.name.clone()),
            action: links::portfolio::remove_filter(filter.id),
            sure: say!(words, "saved-filter-remove-sure"),
            ..ConfirmForm::default()
        };
        view! {
            <li class="row">
                <div class="row-main"><strong><a href=links::portfolio::selected(&filter.asked)>{filter.name.clone()}</a></strong></div>
                {remove.draw()}
            </li>
        }
    });
    let rows = rows.collect_view();
    let none = kept.is_empty().then(|| view! { <p class="quiet">{say!(words, "saved-filter-none")}</p> });
    let save = (asked.selects() || !problems.is_empty()).then(|| {
        view! {
            <form class="form" method="post" action=asked.saved()>
                {FormView::new(words, form, problems).all()}
                <div class="actions end">
                    <a class="button plain" href=links::portfolio::selected(&asked.selection())>{say!(words, "cancel")}</a>
                    <button class="button main">{say!(words, "saved-filter-save")}</button>
                </div>
            </form>
        }
    });
    let title = say!(words, "saved-filter-title");
    let main = view! {
        <div class="page-head"><h1>{title.clone()}</h1>{problem::summary(words, SaveFilterForm::FIELDS, problems)}</div>
        <div class="page-main">
            <section class="sheet" aria-label=title.clone()>{save}{none}<ul class="rows">{rows}</ul></section>
        </div>
    };
    let main = main.into_any();
    Ok(layout::answer(context, status, || Page { links: staff_links(context), ..Page::plain(title, "page narrow", main) }))
}

/// What the reader keeps, one press each; nothing where that is nothing.
pub fn shortcuts(words: &Words, kept: &[SavedFilter]) -> Option<AnyView> {
    if kept.is_empty() {
        return None;
    }
    let each = kept.iter().map(|filter| {
        view! { <li><a class="button plain" href=links::portfolio::selected(&filter.asked)>{filter.name.clone()}</a></li> }
    });
    let list = view! {
        <nav aria-label=say!(words, "saved-filter-title")>
            <ul class="shortcuts">{each.collect_view()}<li><a class="quiet" href=links::portfolio::saved_filters()>{say!(words, "saved-filter-edit")}</a></li></ul>
        </nav>
    };
    Some(list.into_any())
}
