//! What was planned, what became of it, and withdrawing it.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError},
    layout::{self, Page, customer::staff_links},
    links, say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::hand_over::HandOverOutcome;
use coplan_usecases::{
    Portal,
    hand_over::{self, HandOver, HandOverCustomer, HandOverList, PlannedHandOver},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows what was planned.
///
/// # Errors
/// [`PageError::NotFound`] for members.
pub(super) async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let list = hand_over::list(&portal, context.actor()?).await?;
    Ok(layout::ok(&context, || page(&context, &list)))
}

fn page(context: &RequestContext, list: &HandOverList) -> Page {
    let words = &context.words;
    let title = say!(words, "hand-over-list");
    let rows = list.rows.iter().map(|one| row(words, one, list.today)).collect_view();
    let none = list.rows.is_empty().then(|| {
        view! { <div class="empty"><p><strong>{say!(words, "hand-over-none")}</strong>{say!(words, "hand-over-none-text")}</p></div> }
    });
    let plan = context.staff().is_ok_and(coplan_usecases::Staff::keeps_plans).then(|| {
        let href = links::hand_over::of(list.reader, false);
        view! { <div class="actions"><a class="button main" href=href>{say!(words, "hand-over-several")}</a></div> }
    });
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::portfolio::list()>{say!(words, "portfolio-title")}</a>
            </nav>
            <h1>{title.clone()}</h1>
            {plan}
        </div>
        <div class="page-main">
            <section class="sheet" aria-label=title.clone()>{none}<ul class="rows">{rows}</ul></section>
        </div>
    };
    Page { links: staff_links(context), ..Page::plain(title, "page narrow", main.into_any()) }
}

/// "4 customers to Saara Lind from 7 December".
fn named(words: &Words, one: &HandOver, today: Date) -> String {
    let n = i64::try_from(one.customers.len()).unwrap_or(i64::MAX);
    say!(words, "hand-over-named", n = n, name = one.heir.1.clone(), day = words.day(one.on_day, today))
}

fn row(words: &Words, planned: &PlannedHandOver, today: Date) -> AnyView {
    let one = &planned.hand_over;
    let name = named(words, one, today);
    let day = |at| words.day(words.day_of(at), today);
    let by = say!(words, "hand-over-by", name = one.planned_by.1.clone(), day = day(one.planned_at));
    let over = one.withdrawn.as_ref().map(|(at, who)| {
        view! { <span class="quiet">{say!(words, "hand-over-withdrawn", name = who.clone(), day = day(*at))}</span> }
    });
    let withdraw = planned.may_withdraw.then(|| {
        ConfirmForm {
            summary: say!(words, "hand-over-withdraw"),
            of: Some(name.clone()),
            means: say!(words, "hand-over-withdraw-means"),
            action: links::hand_over::withdraw(one.id),
            sure: say!(words, "hand-over-withdraw-sure"),
            ..ConfirmForm::default()
        }
        .draw()
    });
    let class = if one.withdrawn.is_some() { "row over" } else { "row" };
    let customers = one.customers.iter().map(|of| customer(words, one, of)).collect_view();
    view! {
        <li class=class>
            <div class="row-main">
                <strong>{name}</strong>
                <span class="quiet">{by}</span>
                {over}
                {said(words, one, say!(words, "hand-over-note"), &one.note)}
                {said(words, one, say!(words, "hand-over-word"), &one.word)}
                <ul class="hand-over-customers">{customers}</ul>
            </div>
            {withdraw}
        </li>
    }
    .into_any()
}

fn said(words: &Words, one: &HandOver, title: String, text: &str) -> Option<AnyView> {
    let (lang, text) = (words.foreign(one.language), text.to_owned());
    (!text.is_empty()).then(|| {
        view! { <p class="hand-over-said"><span class="quiet">{title}": "</span><span lang=lang>{text}</span></p> }.into_any()
    })
}

fn customer(words: &Words, one: &HandOver, of: &HandOverCustomer) -> AnyView {
    let outcome = of.outcome.map(|outcome| {
        let (class, said) = match outcome {
            HandOverOutcome::Done => ("status good", say!(words, "hand-over-done")),
            HandOverOutcome::Meanwhile => ("status warn", say!(words, "hand-over-meanwhile")),
            HandOverOutcome::HeirCannot => ("status warn", say!(words, "hand-over-heir-cannot", name = one.heir.1.clone())),
            HandOverOutcome::NotAllowed => ("status warn", say!(words, "hand-over-not-allowed", name = one.planned_by.1.clone())),
        };
        view! { " "<span class=class>{said}</span> }
    });
    view! { <li><a href=links::plan::show(of.customer)>{of.name.clone()}</a>" "<span class="quiet">{of.holder.clone()}</span>{outcome}</li> }
        .into_any()
}

/// What the reader gets, or planned, among what is good to know today.
#[must_use]
pub fn today_row(words: &Words, planned: &PlannedHandOver, is_heir: bool, today: Date) -> AnyView {
    let one = &planned.hand_over;
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (all, day) = (n(one.customers.len()), words.day(one.on_day, today));
    let (title, more) = if is_heir {
        let title = if planned.is_ahead {
            say!(words, "today-over-you-get", n = all, day = day)
        } else {
            say!(words, "today-over-you-got", n = n(planned.done()), day = day)
        };
        (title, one.note.clone())
    } else if planned.is_ahead {
        (named(words, one, today), String::new())
    } else {
        let failed = say!(words, "today-over-failed", done = n(planned.done()), n = all, name = one.heir.1.clone());
        (failed, say!(words, "today-over-why"))
    };
    let lang = words.foreign(one.language).filter(|_| is_heir);
    let more = (!more.is_empty()).then(|| view! { <span class="quiet" lang=lang>{more}</span> });
    view! { <li><a href=links::hand_over::list()>{title}</a>{more}</li> }.into_any()
}
