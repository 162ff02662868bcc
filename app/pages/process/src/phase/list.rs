//! The customer's process: the picture, then each phase with what each side does in it, what is proposed of it, and the
//! concerns in it.

use super::{picture, proposal};
use crate::concern;
use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::markdown,
    say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    person::Side,
    process::{Concern, ConcernWait, PhasePeople, PhaseTerms, Relief},
};
use coplan_usecases::{
    Portal,
    phase::{self, PhaseView, ProcessView},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// How much of a concern is shown in a list, in characters.
const GIST: usize = 160;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = phase::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-process"), "page", main)
    }))
}

fn page(context: &RequestContext, customer: CustomerId, view: &ProcessView, contact: AnyView) -> AnyView {
    let words = &context.words;
    let is_empty = view.phases.is_empty();
    let begin = (is_empty && view.may_write && view.side == Side::Supplier).then(|| {
        view! {
            <form method="post" action=links::phase::begin(customer)>
                <button class="button main">{say!(words, "process-begin")}</button>
            </form>
        }
    });
    let add = view.may_write.then(|| {
        let class = if is_empty { "button" } else { "button main" };
        view! { <a class=class href=links::phase::add(customer)>{say!(words, "phase-add")}</a> }
    });
    let recurring = (view.side == Side::Supplier).then(|| {
        view! { <a class="button plain" href=links::concern::recurring()>{say!(words, "concern-recurring")}</a> }
    });
    let year = view! { <a class="button plain" href=links::need::list(customer)>{say!(words, "need-open")}</a> };
    let nothing = is_empty.then(|| {
        let (strong, text) = (say!(words, "process-none"), say!(words, "process-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let picture = (!is_empty).then(|| picture::sheet(context, view));
    let phases = (1..).zip(&view.phases).map(|(n, phase)| sheet(context, customer, view, n, phase)).collect_view();
    let lead = say!(words, "process-lead", customer = view.layout.name.clone(), supplier = context.supplier.clone());
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-process")}</h1>
            <p class="lead">{lead}</p>
            <div class="actions">{begin}{add}{year}{recurring}</div>
        </div>
        <div class="page-main">{nothing}{picture}{phases}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(context: &RequestContext, customer: CustomerId, view: &ProcessView, n: usize, it: &PhaseView) -> AnyView {
    let (words, phase) = (&context.words, &it.phase);
    let (id, heading) = (format!("phase-{}", phase.id), format!("h-{}", phase.id));
    let lang = words.foreign(phase.language);
    let name = format!("{n}. {}", phase.terms.name);
    let proposed = it.proposals.iter().map(|proposal| proposal::notice(context, customer, view, it, proposal)).collect_view();
    let shown = (phase.is_agreed).then(|| facts(context, view, &phase.terms, &phase.people, lang));
    view! {
        <section class="sheet" id=id aria-labelledby=heading.clone()>
            <h2 id=heading.clone() lang=lang>{name}</h2>
            {shown}
            {proposed}
            {concerns(context, customer, view, it)}
            {actions(words, customer, view, n, it)}
        </section>
    }
    .into_any()
}

/// What the joint process made of a phase.
pub(super) fn relief(words: &Words, terms: &PhaseTerms, today: Date) -> Option<String> {
    let day = words.day(terms.relieved_on?, today);
    match terms.relief {
        Relief::Kept => None,
        Relief::Shorter => Some(say!(words, "phase-since-shorter", day = day)),
        Relief::Unnecessary => Some(say!(words, "phase-since-unnecessary", day = day)),
    }
}

/// What a phase says, each part with its name.
fn facts(
    context: &RequestContext,
    view: &ProcessView,
    terms: &PhaseTerms,
    people: &PhasePeople,
    lang: Option<&'static str>,
) -> AnyView {
    let words = &context.words;
    let nobody = || say!(words, "phase-nobody");
    let open = || say!(words, "phase-not-said");
    let said = |text: &String, or: &dyn Fn() -> String| {
        if text.is_empty() { (or(), true) } else { (text.clone(), false) }
    };
    let who = |name: &Option<String>| name.clone().map_or_else(|| (nobody(), true), |name| (name, false));
    let (customer, supplier) = (view.layout.name.clone(), context.supplier.clone());
    let mut rows = vec![
        (say!(words, "phase-goal-of", name = customer.clone()), said(&terms.goal, &open)),
        (say!(words, "phase-owner-of", name = customer), who(&people.owner)),
        (say!(words, "phase-part-of", name = supplier.clone()), said(&terms.supplier_part, &open)),
        (say!(words, "phase-owner-of", name = supplier), who(&people.staff)),
    ];
    if !terms.missing.is_empty() {
        rows.push((say!(words, "phase-missing"), (terms.missing.clone(), false)));
    }
    if let Some(relief) = relief(words, terms, view.today) {
        rows.push((relief, (terms.effect.clone(), false)));
    }
    let rows = rows.into_iter().map(|(name, (text, is_gap))| {
        let class = if is_gap { "quiet" } else { "lines" };
        view! { <dt>{name}</dt><dd class=class lang=lang.filter(|_| !is_gap)>{text}</dd> }
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

fn concerns(context: &RequestContext, customer: CustomerId, view: &ProcessView, it: &PhaseView) -> Option<AnyView> {
    let words = &context.words;
    let found = view.concerns.iter().filter(|concern| concern.phase == it.phase.id).collect::<Vec<_>>();
    let row = |concern: &&Concern| {
        let said = format!("{} · {}", concern.by_name, words.moment(concern.at, view.now));
        view! {
            <li>
                <a href=links::concern::show(customer, concern.id) lang=words.foreign(concern.language)>
                    {markdown::excerpt(&concern.words, GIST)}
                </a>
                {concern::state(words, concern, view.today)}
                <span class="quiet">{said}</span>
            </li>
        }
    };
    (!found.is_empty()).then(|| {
        view! {
            <h3>{say!(words, "concern-title")}</h3>
            <ul class="waiting">{found.iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

fn actions(words: &Words, customer: CustomerId, view: &ProcessView, n: usize, it: &PhaseView) -> Option<AnyView> {
    let phase = &it.phase;
    let of = format!(": {}", phase.terms.name);
    let unseen = || view! { <span class="unseen">{of.clone()}</span> };
    let to = |is_there: bool, later: bool| {
        let (value, said) = if later { ("later", say!(words, "phase-later")) } else { ("earlier", say!(words, "phase-earlier")) };
        is_there.then(|| view! { <button class="button plain" name="to" value=value>{said}{unseen()}</button> })
    };
    let is_open = view.concerns.iter().any(|it| it.phase == phase.id && it.waits != ConcernWait::Nobody);
    let remove = (view.side == Side::Supplier && !is_open).then(|| {
        let form = ConfirmForm {
            summary: say!(words, "phase-remove"),
            of: Some(phase.terms.name.clone()),
            means: say!(words, "phase-remove-means"),
            action: links::phase::remove(customer, phase.id),
            sure: say!(words, "phase-remove-sure"),
            ..ConfirmForm::default()
        };
        form.draw()
    });
    view.may_write.then(|| {
        view! {
            <div class="actions">
                <a class="button" href=links::phase::change(customer, phase.id)>{say!(words, "phase-change")}{unseen()}</a>
                <a class="button" href=links::concern::raise(customer, phase.id)>{say!(words, "concern-raise")}{unseen()}</a>
                <form class="actions" method="post" action=links::phase::shift(customer, phase.id)>
                    <input type="hidden" name="place" value=phase.place.to_string()/>
                    {to(n > 1, false)}
                    {to(n < view.phases.len(), true)}
                </form>
            </div>
            {remove}
        }
        .into_any()
    })
}
