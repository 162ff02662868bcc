//! One idea: what it says, who supports it, how it came this far, and who tries it.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::{idea_state, status::status},
    say,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, IdeaId},
    idea::{IdeaState, IdeaStep, IdeaTrial, TrialAnswer},
};
use coplan_usecases::{
    Portal,
    idea::{self, IdeaView},
};
use leptos::prelude::*;

type Ids = (CustomerId, IdeaId);

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<Ids>,
) -> Result<Response, PageError> {
    let view = idea::show(&portal, context.actor()?, of.0, of.1).await?;
    let frame = CustomerLayout::new(&context, &view.list.layout, view.list.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, of, &view, frame.contact_card(&context.words));
        frame.page(view.idea.said.what.clone(), "page", main)
    }))
}

fn page(words: &Words, of: Ids, view: &IdeaView, contact: AnyView) -> AnyView {
    let (it, lang) = (&view.idea, words.foreign(view.idea.language));
    let by = format!("{}, {}", it.by_name, words.moment(it.at, view.list.now));
    let credit = (it.state == IdeaState::Done)
        .then(|| view! { <p><strong>{say!(words, "idea-credit", name = it.by_name.clone())}</strong></p> });
    let gains = (!it.said.gains.is_empty()).then(|| {
        view! { <dt>{say!(words, "idea-gains")}</dt><dd lang=lang>{it.said.gains.clone()}</dd> }
    });
    let decide = view.list.may_decide.then(|| {
        view! { <p class="actions"><a class="button main" href=links::idea::decide(of.0, of.1)>{say!(words, "idea-decide")}</a></p> }
    });
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(of.0)>{say!(words, "nav-plan")}</a>
                <a href=links::idea::list(of.0)>{say!(words, "nav-ideas")}</a>
            </nav>
            <h1 lang=lang>{it.said.what.clone()}</h1>
        </div>
        <div class="page-main">
            {invitation(words, of, view)}
            <section class="sheet" id=format!("i-{}", it.id) aria-labelledby="h-idea">
                <h2 class="unseen" id="h-idea">{say!(words, "idea-title")}</h2>
                <p class="meeting-when">{idea_state::draw(words, it.state)}</p>
                {credit}
                <dl class="facts">
                    <dt>{say!(words, "idea-category")}</dt><dd>{idea_state::category(words, it.said.category)}</dd>
                    <dt>{say!(words, "idea-effect")}</dt><dd class="lines" lang=lang>{it.said.effect.clone()}</dd>
                    {gains}
                    <dt>{say!(words, "idea-by")}</dt><dd>{by}</dd>
                </dl>
                {decide}
            </section>
            {support(words, of, view)}
            {steps(words, view)}
            {trials(words, of, view)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

/// Asks the reader to try it, where it was invited; until it is over, what was answered can be changed.
fn invitation(words: &Words, of: Ids, view: &IdeaView) -> Option<AnyView> {
    let trial = view.idea.trial_of(view.list.reader).filter(|_| view.idea.state.is_open())?;
    let yes = (trial.answer != Some(TrialAnswer::Yes)).then(|| {
        view! { <form method="post" action=links::idea::join(of.0, of.1)><button class="button main">{say!(words, "idea-trial-join")}</button></form> }
    });
    let no = (trial.answer != Some(TrialAnswer::No)).then(|| {
        view! { <form method="post" action=links::idea::decline(of.0, of.1)><button class="button">{say!(words, "idea-trial-decline")}</button></form> }
    });
    let said = match trial.answer {
        None => say!(words, "idea-trial-asked", name = view.list.layout.responsible.name.clone()),
        Some(TrialAnswer::Yes) => say!(words, "idea-trial-joined"),
        Some(TrialAnswer::No) => say!(words, "idea-trial-declined"),
    };
    Some(
        view! {
            <section class="sheet" aria-labelledby="h-trial">
                <h2 id="h-trial">{say!(words, "idea-trial-title")}</h2>
                <p>{said}</p>
                <div class="actions">{yes}{no}</div>
            </section>
        }
        .into_any(),
    )
}

/// Who supports it, by name, and the press that does or withdraws it.
fn support(words: &Words, of: Ids, view: &IdeaView) -> AnyView {
    let it = &view.idea;
    let names = it.supporters.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    let names = if names.is_empty() {
        view! { <p class="quiet">{say!(words, "idea-support-none")}</p> }.into_any()
    } else {
        view! { <p>{names.join(", ")}</p> }.into_any()
    };
    let press = (view.list.may_give && it.by != view.list.reader).then(|| {
        let (action, class, said) = if it.is_supported_by(view.list.reader) {
            (links::idea::withdraw_support(of.0, of.1), "button", say!(words, "idea-support-withdraw"))
        } else {
            (links::idea::support(of.0, of.1), "button main", say!(words, "idea-support"))
        };
        view! { <form class="actions" method="post" action=action><button class=class>{said}</button></form> }
    });
    view! {
        <section class="sheet" aria-labelledby="h-support">
            <h2 id="h-support">{say!(words, "idea-supporters")}" "<span class="count">{it.supporters.len()}</span></h2>
            {names}
            {press}
        </section>
    }
    .into_any()
}

/// How it came this far, the newest first.
fn steps(words: &Words, view: &IdeaView) -> Option<AnyView> {
    let row = |step: &IdeaStep| {
        view! {
            <li class="row">
                <div class="row-main">
                    {idea_state::draw(words, step.state)}
                    <p class="lines" lang=words.foreign(step.language)>{step.reason.clone()}</p>
                    <span class="quiet">{step.by.clone()}", "{words.moment(step.at, view.list.now)}</span>
                </div>
            </li>
        }
    };
    (!view.idea.steps.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-steps">
                <h2 id="h-steps">{say!(words, "idea-steps")}</h2>
                <ul class="rows">{view.idea.steps.iter().rev().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// Who was invited to try it and what they said.
fn trials(words: &Words, of: Ids, view: &IdeaView) -> Option<AnyView> {
    let row = |trial: &IdeaTrial| {
        let (class, said) = match trial.answer {
            None => ("to-come", say!(words, "idea-trial-invited")),
            Some(TrialAnswer::Yes) => ("done", say!(words, "idea-trial-yes")),
            Some(TrialAnswer::No) => ("to-come", say!(words, "idea-trial-no")),
        };
        view! { <li class="row"><div class="row-main"><strong>{trial.name.clone()}</strong></div>{status(class, said)}</li> }
    };
    let may_invite = view.list.may_decide && view.idea.state.is_open();
    let invite = may_invite.then(|| {
        view! { <p class="actions"><a class="button" href=links::idea::invite(of.0, of.1)>{say!(words, "idea-invite")}</a></p> }
    });
    (may_invite || !view.idea.trials.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-trials">
                <h2 id="h-trials">{say!(words, "idea-trials")}</h2>
                <ul class="rows">{view.idea.trials.iter().map(row).collect_view()}</ul>
                {invite}
            </section>
        }
        .into_any()
    })
}
