//! What the bank tells: take a file in, say what the payments are for that nobody can tell from the file, look back, undo.

pub mod said;
mod statement;
mod waiting;

use super::import::receive::receive_table;
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Multipart, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    http::{
        body_limit::UPLOAD_LIMIT,
        byte_budget::ByteBudget,
        context::{App, RequestContext},
        errors::PageError,
        flash::Flash,
        path_ids::PathIds,
    },
    layout::{self, Page, customer::staff_links, heavy},
    links, say,
    words::Words,
};
use coplan_domain::id::{BankStatementId, BankTransactionId, CustomerId, InvoiceId};
use coplan_usecases::{
    Error, Portal,
    bank::{self, BankView, Imported, NumberProblem, Recorded, StatementBrief},
};
use leptos::prelude::*;
use serde::Deserialize;
use std::sync::Arc;

/// The routes of payments that are there.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::bank::match_waiting::PATTERN, routing::post(match_waiting))
        .route(links::bank::statement::PATTERN, routing::get(statement::get))
        .route(links::bank::undo::PATTERN, routing::post(statement::undo))
        .route(links::bank::record::PATTERN, routing::post(record))
        .route(links::bank::dismiss::PATTERN, routing::post(dismiss))
}

/// What takes a file in, which a poor line needs time for.
pub fn uploads() -> Router<App> {
    let file = routing::get(get).post(upload).layer(DefaultBodyLimit::max(UPLOAD_LIMIT));
    Router::new().route(links::bank::show::PATTERN, file)
}

/// What just happened.
#[derive(Debug, Default)]
struct Feedback {
    /// What a file brought, or why it was not taken in.
    told: Option<(&'static str, String)>,
    /// The file that brought something.
    imported: Option<BankStatementId>,
    /// What was typed for a payment, and why it does not say what it is for.
    typed: Option<(BankTransactionId, String, NumberProblem)>,
}

/// What the address says of a file that was just imported.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct BankQuery {
    imported: String,
}

async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<BankQuery>,
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let words = &context.words;
    let told = match done {
        Some(Flash::Added) => Some(("good", say!(words, "bank-recorded-now"))),
        Some(Flash::Removed) => Some(("good", say!(words, "bank-dismissed-now"))),
        Some(Flash::Resumed) => Some(("good", say!(words, "bank-waits-now"))),
        _ => None,
    };
    let feedback = Feedback { told, imported: asked.imported.parse().ok(), ..Feedback::default() };
    draw(&portal, &context, StatusCode::OK, &feedback).await
}

/// Takes a file in and records what is clear.
async fn upload(
    State(portal): State<Portal>,
    State(budget): State<Arc<ByteBudget>>,
    context: RequestContext,
    form: Multipart,
) -> Result<Response, PageError> {
    if !bank::may_import(context.actor()?) {
        return Err(PageError::NotFound);
    }
    let (received, _) = receive_table(budget.reserve(context.byte_owner()), form).await?;
    let words = &context.words;
    let told = match received.file {
        None => ("bad", say!(words, "bank-nothing-chosen")),
        Some(file) => match bank::import(&portal, context.actor()?, file).await? {
            Ok(Imported::Statement(id)) => return Ok(Redirect::to(&links::bank::after(id)).into_response()),
            Ok(Imported::Nothing { present, left_out }) => ("good", said::nothing_new(words, present, left_out)),
            Err(why) => ("bad", said::unreadable(words, &why)),
        },
    };
    let status = if told.0 == "good" { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    draw(&portal, &context, status, &Feedback { told: Some(told), ..Feedback::default() }).await
}

async fn match_waiting(State(portal): State<Portal>, context: RequestContext) -> Result<Redirect, PageError> {
    bank::match_waiting(&portal, context.actor()?).await?;
    Ok(Redirect::to(&links::bank::show()))
}

/// Which invoices a payment is for: those of a proposal, or the numbers that were typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RecordBankForm {
    customer: String,
    invoices: String,
    numbers: String,
}

async fn record(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(BankTransactionId,)>,
    Form(form): Form<RecordBankForm>,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    if !bank::may_import(actor) {
        return Err(PageError::NotFound);
    }
    let proposed: Vec<InvoiceId> = form.invoices.split('.').filter_map(|invoice| invoice.parse().ok()).collect();
    let wrong = match form.customer.parse::<CustomerId>() {
        Ok(customer) if !proposed.is_empty() => bank::record(&portal, actor, id, customer, &proposed).await.map(Ok)?,
        Ok(_) | Err(_) => bank::record_numbers(&portal, actor, id, &form.numbers).await?,
    };
    match wrong {
        Ok(Recorded::Done) => Ok(Redirect::to(&Flash::Added.on(&links::bank::show())).into_response()),
        Ok(Recorded::Nothing) => {
            let told = Some(("bad", say!(context.words, "bank-nothing-recorded")));
            draw(&portal, &context, StatusCode::CONFLICT, &Feedback { told, ..Feedback::default() }).await
        }
        Err(problem) => {
            let feedback = Feedback { typed: Some((id, form.numbers, problem)), ..Feedback::default() };
            draw(&portal, &context, StatusCode::UNPROCESSABLE_ENTITY, &feedback).await
        }
    }
}

/// Whether a payment is for no invoice.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DismissForm {
    again: bool,
}

async fn dismiss(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((id,)): PathIds<(BankTransactionId,)>,
    Form(form): Form<DismissForm>,
) -> Result<Redirect, PageError> {
    bank::dismiss(&portal, context.actor()?, id, !form.again).await?;
    let done = if form.again { Flash::Resumed } else { Flash::Removed };
    Ok(Redirect::to(&done.on(&links::bank::show())))
}

async fn draw(portal: &Portal, context: &RequestContext, status: StatusCode, feedback: &Feedback) -> Result<Response, PageError> {
    let view = heavy::read(context, bank::show(portal, context.actor()?)).await??;
    let imported = match feedback.imported {
        Some(id) => match bank::statement(portal, context.actor()?, id).await {
            Ok(found) => Some(found.brief),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error.into()),
        },
        None => None,
    };
    let answer = layout::answer(context, status, || {
        let words = &context.words;
        let main = view! {
            <div class="page-head">
                {way_back(words, false)}
                <h1>{say!(words, "bank-title")}</h1>
                <p>{say!(words, "bank-lead")}</p>
                {feedback.told.clone().map(|(class, told)| notice(class, told))}
                {imported.map(|brief| told(words, &brief))}
            </div>
            <div class="page-main">
                {waiting::sheet(words, &view, feedback.typed.as_ref())}
                {choose(words)}
                {recent(words, &view)}
            </div>
        };
        Page { links: staff_links(context), ..Page::plain(say!(words, "bank-title"), "page narrow", main.into_any()) }
    });
    Ok(answer)
}

/// The way back: to the import of invoices, and from one file to the import of payments.
fn way_back(words: &Words, is_file: bool) -> AnyView {
    let (up, title) = if is_file {
        (links::bank::show(), say!(words, "bank-title"))
    } else {
        (links::import::upload(), say!(words, "import-title"))
    };
    view! {
        <nav class="crumbs" aria-label=say!(words, "way-back")>
            <a href=links::portfolio::list()>{say!(words, "nav-customers")}</a>
            <a href=up>{title}</a>
        </nav>
    }
    .into_any()
}

fn notice(class: &str, told: String) -> AnyView {
    let role = if class == "bad" { "alert" } else { "status" };
    view! { <div class=format!("notice {class}") role=role><p><strong>{told}</strong></p></div> }.into_any()
}

/// What a file brought that was just imported.
fn told(words: &Words, brief: &StatementBrief) -> AnyView {
    let href = links::bank::statement(brief.id);
    view! {
        <div class="notice good" role="status">
            <p><strong>{said::outcome(words, brief)}</strong></p>
            <p><a href=href>{say!(words, "bank-look")}</a></p>
        </div>
    }
    .into_any()
}

fn choose(words: &Words) -> AnyView {
    view! {
        <form class="sheet form" method="post" enctype="multipart/form-data" action=links::bank::show()>
            <div class="field">
                <label for="file">{say!(words, "bank-file")}</label>
                <p class="hint" id="file-hint">{say!(words, "bank-file-hint")}</p>
                <input class="input" type="file" id="file" name="file" accept=".xml,.csv,.txt,text/xml,application/xml,text/csv" aria-describedby="file-hint"/>
            </div>
            <div class="actions end"><button class="button main">{say!(words, "bank-import")}</button></div>
        </form>
    }
    .into_any()
}

fn recent(words: &Words, view: &BankView) -> Option<AnyView> {
    (!view.recent.is_empty()).then(|| {
        let rows = view.recent.iter().map(|brief| {
            let day = words.day(words.day_of(brief.at), view.today);
            let href = links::bank::statement(brief.id);
            view! {
                <li class="row"><div class="row-main">
                    <strong><a href=href>{brief.file_name.clone()}</a></strong>
                    <span class="quiet">{day}" · "{said::outcome(words, brief)}</span>
                </div></li>
            }
        });
        view! {
            <section class="sheet" aria-labelledby="h-recent">
                <h2 id="h-recent">{say!(words, "bank-recent")}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}
