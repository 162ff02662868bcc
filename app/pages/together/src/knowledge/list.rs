//! What is known of a customer: what it is still asked, then every answer with its source and day.

use axum::{extract::State, response::Response};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::{id::CustomerId, knowledge::Question};
use coplan_usecases::{
    Portal,
    knowledge::{self, KnowledgeView},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Shows it.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    let view = knowledge::list(&portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(&context, &view.layout, view.today);
    Ok(layout::ok(&context, || {
        let main = page(&context.words, customer, &view, frame.contact_card(&context.words));
        frame.page(say!(context.words, "nav-knowledge"), "page", main)
    }))
}

/// Why something is asked, for whom, by when, and what cannot go on before.
#[must_use]
pub fn reasons(words: &Words, question: &Question, today: Date) -> AnyView {
    let said = &question.said;
    let whom = (!said.for_whom.is_empty()).then(|| say!(words, "background-said-whom", whom = said.for_whom.clone()));
    let blocks = (!said.blocks.is_empty()).then(|| say!(words, "background-said-blocks", what = said.blocks.clone()));
    let due = said.due_on.map(|day| say!(words, "background-said-due", day = words.day(day, today)));
    let more = [Some(said.why.clone()), whom, blocks, due].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <span class="quiet" lang=words.foreign(question.language)>{more}</span> }.into_any()
}

fn page(words: &Words, customer: CustomerId, view: &KnowledgeView, contact: AnyView) -> AnyView {
    let ask = view.may_ask.then(|| {
        view! {
            <p class="actions"><a class="button main" href=links::knowledge::ask(customer)>{say!(words, "background-ask")}</a></p>
        }
    });
    let nothing = view.questions.is_empty().then(|| {
        let (strong, text) = (say!(words, "knowledge-none"), say!(words, "knowledge-none-text"));
        view! { <section class="sheet"><div class="empty"><p><strong>{strong}</strong>{text}</p></div></section> }
    });
    let (open, known): (Vec<_>, Vec<_>) = view.questions.iter().partition(|question| question.answer.is_none());
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")><a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a></nav>
            <h1>{say!(words, "nav-knowledge")}</h1>
            {ask}
        </div>
        <div class="page-main">
            {nothing}
            {sheet(words, customer, view, "h-open", say!(words, "background-open"), &open)}
            {sheet(words, customer, view, "h-known", say!(words, "background-answered"), &known)}
        </div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(
    words: &Words,
    customer: CustomerId,
    view: &KnowledgeView,
    id: &'static str,
    title: String,
    questions: &[&Question],
) -> Option<AnyView> {
    (!questions.is_empty()).then(|| {
        let rows = questions.iter().map(|question| row(words, customer, view, question)).collect_view();
        view! { <section class="sheet" aria-labelledby=id><h2 id=id>{title}</h2><ul class="rows">{rows}</ul></section> }
            .into_any()
    })
}

fn row(words: &Words, customer: CustomerId, view: &KnowledgeView, question: &Question) -> AnyView {
    let answer = question.answer.as_ref().map(|answer| {
        let source = say!(words, "background-source", name = answer.by.clone(), day = words.moment(answer.at, view.now));
        view! {
            <p class="lines" lang=words.foreign(answer.language)>{answer.words.clone()}</p>
            <span class="quiet">{source}</span>
        }
    });
    let of = format!(": {}", question.said.words);
    let respond = view.may_answer.then(|| {
        let said = if question.answer.is_some() { say!(words, "background-correct") } else { say!(words, "background-respond") };
        let class = if question.answer.is_some() { "button plain" } else { "button" };
        view! { <a class=class href=links::knowledge::answer(customer, question.id)>{said}<span class="unseen">{of.clone()}</span></a> }
    });
    let withdraw = (view.may_ask && question.answer.is_none()).then(|| {
        let form = ConfirmForm {
            summary: say!(words, "background-withdraw"),
            of: Some(question.said.words.clone()),
            means: say!(words, "background-withdraw-means"),
            action: links::knowledge::withdraw(customer, question.id),
            sure: say!(words, "background-withdraw-sure"),
            ..ConfirmForm::default()
        };
        form.draw()
    });
    view! {
        <li class="row">
            <div class="row-main">
                <strong lang=words.foreign(question.language)>{question.said.words.clone()}</strong>
                {reasons(words, question, view.today)}
                {answer}
                {withdraw}
            </div>
            {respond}
        </li>
    }
    .into_any()
}
