//! The plan of a year: the picture, the clashes with their rule, and what is needed by month.

use super::{YearQuery, month, months, picture};
use axum::{
    extract::{Query, State},
    response::Response,
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    need::{Need, NeedKind, NeedMonth},
    person::Side,
};
use coplan_usecases::{
    Portal,
    need::{self, YearPlanView},
};
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Query(asked): Query<YearQuery>,
) -> Result<Response, PageError> {
    let view = need::list(&portal, context.actor()?, customer, asked.year()).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "need-title"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, view: &YearPlanView, contact: AnyView) -> AnyView {
    let words = &context.words;
    let year = view.year.to_string();
    let add = view.may_write.then(|| {
        view! { <p class="actions"><a class="button main" href=links::need::add_in(customer, view.year)>{say!(words, "need-add")}</a></p> }
    });
    let body = if view.needs.is_empty() {
        let (strong, text) = (say!(words, "need-none", year = year.clone()), say!(words, "need-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }.into_any()
    } else {
        view! {
            <section class="sheet" aria-labelledby="h-year">
                <h2 class="unseen" id="h-year">{say!(words, "need-at-a-glance")}</h2>
                {picture::draw(words, view)}
                <p class="quiet">{say!(words, "need-legend")}</p>
            </section>
            {clashes(words, view)}
            {by_month(context, customer, view)}
        }
        .into_any()
    };
    let more = view.has_more.then(|| view! { <p class="quiet">{say!(words, "need-more")}</p> });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "need-of-year", year = year)}</h1>
            <p class="lead">{say!(words, "need-lead")}</p>
            {years(words, customer, view)}
            {add}
        </div>
        <div class="page-main">{body}{more}{removed(words, customer, view)}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn years(words: &Words, customer: CustomerId, view: &YearPlanView) -> AnyView {
    let link = |year: &i16| {
        let here = (*year == view.year).then_some("true");
        view! { <a class="button" href=links::need::of_year(customer, *year) aria-current=here>{year.to_string()}</a>" " }
    };
    let years = view.years.iter().map(link).collect_view();
    view! { <nav class="actions filters" aria-label=say!(words, "blueprint-years")>{years}</nav> }.into_any()
}

/// Where two needs clash, under the rule that says so.
fn clashes(words: &Words, view: &YearPlanView) -> Option<AnyView> {
    let row = |clash: &need::Clash| {
        let (one, other) = (view.find(clash.one)?, view.find(clash.other)?);
        let when = months(words, (clash.first, clash.last));
        let said = say!(words, "need-clash", people = one.said.people.clone(), months = when);
        let link = |need: &Need| {
            let href = format!("#need-{}", need.id);
            view! { <a href=href lang=words.foreign(need.language)>{need.said.what.clone()}</a> }
        };
        Some(view! {
            <li class="row">
                <div class="row-main"><span class="status warn">{said}</span><span class="need-pair">{link(one)}" – "{link(other)}</span></div>
            </li>
        })
    };
    let rows = view.clashes.iter().filter_map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-clashes">
                <h2 id="h-clashes">{say!(words, "need-clash-title")}</h2>
                <p class="quiet">{say!(words, "need-clash-rule")}</p>
                <ul class="rows">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn by_month(context: &RequestContext, customer: CustomerId, view: &YearPlanView) -> AnyView {
    let words = &context.words;
    let groups = NeedMonth::ALL.iter().filter_map(|of| {
        let needs = view.needs.iter().filter(|need| need.said.first == *of).collect::<Vec<_>>();
        let rows = needs.iter().map(|need| row(context, customer, view, need)).collect_view();
        (!needs.is_empty()).then(|| view! { <h3>{month(words, *of)}</h3><ul class="rows">{rows}</ul> })
    });
    let groups = groups.collect::<Vec<_>>();
    view! {
        <section class="sheet need-months" aria-labelledby="h-months">
            <h2 id="h-months">{say!(words, "need-by-month")}</h2>
            {groups}
        </section>
    }
    .into_any()
}

fn row(context: &RequestContext, customer: CustomerId, view: &YearPlanView, need: &Need) -> AnyView {
    let (words, said) = (&context.words, &need.said);
    let side = match need.side {
        Side::Customer => view.layout.name.clone(),
        Side::Supplier => context.supplier.clone(),
    };
    let people = (!said.people.is_empty()).then(|| say!(words, "need-takes", people = said.people.clone()));
    let amount = (!said.amount.is_empty()).then(|| said.amount.clone());
    let facts = [Some(months(words, (said.first, said.last))), Some(said.who.clone()), amount, people];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let sudden = (said.kind == NeedKind::Sudden).then(|| view! { <span class="badge">{say!(words, "need-is-sudden")}</span> });
    let clash = view.clashes_of(need.id).next().map(|_| view! { <span class="status warn">{say!(words, "need-clashes")}</span> });
    let name = if view.may_write {
        let href = links::need::change(customer, need.id);
        view! { <a href=href lang=words.foreign(need.language)>{said.what.clone()}</a> }.into_any()
    } else {
        view! { <strong lang=words.foreign(need.language)>{said.what.clone()}</strong> }.into_any()
    };
    view! {
        <li class="row" id=format!("need-{}", need.id)>
            <div class="row-main">
                {name}" "{sudden}" "{clash}
                <span class="quiet">{facts}</span>
                <span class="quiet">{say!(words, "need-by", name = need.by.clone(), side = side)}</span>
            </div>
        </li>
    }
    .into_any()
}

/// What was removed, with the way back.
fn removed(words: &Words, customer: CustomerId, view: &YearPlanView) -> Option<AnyView> {
    let row = |need: &Need| {
        let of = format!(": {}", need.said.what);
        view! {
            <li class="row over">
                <div class="row-main"><strong lang=words.foreign(need.language)>{need.said.what.clone()}</strong></div>
                <form method="post" action=links::need::restore(customer, need.id)>
                    <button class="button plain">{say!(words, "need-restore")}<span class="unseen">{of}</span></button>
                </form>
            </li>
        }
    };
    (view.may_write && !view.removed.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <details class="more">
                    <summary>{say!(words, "need-removed")}</summary>
                    <ul class="rows">{view.removed.iter().map(row).collect_view()}</ul>
                </details>
            </section>
        }
        .into_any()
    })
}
