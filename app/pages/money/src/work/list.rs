//! A customer's work that is on no invoice: members see what the next one will be made of, the supplier's people approve.

use super::rows::{self, Chosen};
use axum::{
    Form,
    extract::State,
    response::{Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, WorkEntryId},
    work::WorkShown,
};
use coplan_usecases::{
    Portal,
    work::{self, CustomerWork, WorkRow},
};
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError::NotFound`] for members who do not see sums or are not shown the work.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = work::of_customer(&portal, context.actor()?, customer).await?;
    let is_staff = context.actor()?.staff().is_some();
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let title = if is_staff { say!(context.words, "nav-work") } else { say!(context.words, "work-uninvoiced-title") };
        let main = page(&context.words, customer, &view, is_staff, title.clone(), frame.contact_card(&context.words));
        frame.page(title, "page", main)
    }))
}

/// Approves what was chosen.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn approve(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(chosen): Form<Chosen>,
) -> Result<Redirect, PageError> {
    work::approve(&portal, context.actor()?, customer, &chosen.entries()).await?;
    Ok(Redirect::to(&links::work::list(customer)))
}

/// Takes an approval back.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn send_back(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, WorkEntryId)>,
) -> Result<Redirect, PageError> {
    work::send_back(&portal, context.actor()?, customer, id).await?;
    Ok(Redirect::to(&links::work::list(customer)))
}

/// How much the customer sees, as it was chosen.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct ShownForm {
    shown: WorkShown,
}

/// Says how much the customer sees.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn set_shown(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<ShownForm>,
) -> Result<Redirect, PageError> {
    work::set_shown(&portal, context.actor()?, customer, form.shown).await?;
    Ok(Redirect::to(&links::work::list(customer)))
}

fn page(words: &Words, customer: CustomerId, view: &CustomerWork, is_staff: bool, title: String, contact: AnyView) -> AnyView {
    let record = is_staff.then(|| {
        view! { <p class="actions"><a class="button main" href=links::work::own()>{say!(words, "work-record-own")}</a></p> }
    });
    let recorded = is_staff.then(|| recorded(words, customer, view));
    let shown = view.may_approve.then(|| shown(words, customer, view));
    let back = if is_staff {
        view! { <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a> }.into_any()
    } else {
        view! {
            <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
            <a href=links::invoice::list(customer)>{say!(words, "invoices-title")}</a>
        }
        .into_any()
    };
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>{back}</nav>
            <h1>{title}</h1>
            {record}
        </div>
        <div class="page-main">{recorded}{approved(words, customer, view)}{shown}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn recorded(words: &Words, customer: CustomerId, view: &CustomerWork) -> AnyView {
    let body = if view.recorded.is_empty() {
        view! { <p class="quiet">{say!(words, "work-none-to-approve")}</p> }.into_any()
    } else if view.may_approve {
        let chosen = view.recorded.iter().map(|row| (row, true));
        view! {
            <form class="form" method="post" action=links::work::approve(customer)>
                {rows::to_choose(words, chosen, view.today)}
                <div class="actions end"><button class="button main">{say!(words, "work-approve")}</button></div>
            </form>
        }
        .into_any()
    } else {
        rows::list(words, &view.recorded, view.today)
    };
    view! { <section class="sheet" aria-labelledby="h-recorded"><h2 id="h-recorded">{say!(words, "work-to-approve")}</h2>{body}</section> }
        .into_any()
}

fn approved(words: &Words, customer: CustomerId, view: &CustomerWork) -> AnyView {
    if view.approved.is_empty() {
        let (strong, text) = (say!(words, "work-none-uninvoiced"), say!(words, "work-none-uninvoiced-text"));
        return view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
            .into_any();
    }
    let list = view.approved.iter().map(|row| approved_row(words, customer, view, row)).collect_view();
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "work-cut")}</p> });
    view! {
        <section class="sheet" aria-labelledby="h-approved">
            <h2 id="h-approved">{say!(words, "work-next-invoice")}</h2>
            <p class="sum">{words.work_time(view.charged)}</p>
            <p class="quiet">{say!(words, "work-next-invoice-text")}</p>
            <ul class="rows work">{list}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn approved_row(words: &Words, customer: CustomerId, view: &CustomerWork, row: &WorkRow) -> AnyView {
    let back = view.may_approve.then(|| {
        let of = format!(": {}", row.entry.words);
        view! {
            <form class="work-do" method="post" action=links::work::send_back(customer, row.entry.id)>
                <button class="button plain">{say!(words, "work-send-back")}<span class="unseen">{of}</span></button>
            </form>
        }
    });
    view! { <li class="work-row">{rows::said(words, row, view.today, false)}{back}</li> }.into_any()
}

fn shown(words: &Words, customer: CustomerId, view: &CustomerWork) -> AnyView {
    let choices = [
        (WorkShown::Names, say!(words, "work-shown-names")),
        (WorkShown::Work, say!(words, "work-shown-work")),
        (WorkShown::Nothing, say!(words, "work-shown-nothing")),
    ];
    let choices = choices.map(|(shown, said)| {
        view! {
            <label class="choice">
                <input type="radio" name="shown" value=shown.as_str() checked=view.shown == shown/>
                <span>{said}</span>
            </label>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-shown">
            <h2 id="h-shown">{say!(words, "work-shown-title")}</h2>
            <form class="form" method="post" action=links::work::set_shown(customer)>
                <fieldset class="choices"><legend>{say!(words, "work-shown-legend")}</legend>{choices.into_iter().collect_view()}</fieldset>
                <div class="actions end"><button class="button">{say!(words, "save")}</button></div>
            </form>
        </section>
    }
    .into_any()
}
