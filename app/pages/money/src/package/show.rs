//! A customer's packages: what it has, what another one would have cost, and one press to ask for that or to say no.

use super::sums;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links,
    parts::sums::sum,
    say,
    words::Words,
};
use coplan_domain::id::{CustomerId, PackageId};
use coplan_usecases::{
    Error, Portal,
    package::{self, PackagesView, ServiceView, Suggested},
};
use jiff::civil::Date;
use leptos::prelude::*;
use serde::Deserialize;

/// What was typed and cannot be kept.
#[derive(Default)]
struct Feedback {
    /// For which package.
    package: Option<PackageId>,
    /// How much was used, as it was typed.
    typed: Vec<(Date, String)>,
    /// The months of which that is no number.
    wrong: Vec<Date>,
    /// Whether the reason is missing.
    no_reason: bool,
}

/// Shows them.
///
/// # Errors
/// [`PageError::NotFound`] for members who do not see sums.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
) -> Result<Response, PageError> {
    draw(&portal, &context, customer, &Feedback::default()).await
}

/// Which package the customer has.
#[derive(Debug, Deserialize)]
pub struct ChooseForm {
    package: PackageId,
}

/// Says which package the customer has.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn choose(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer,)): PathIds<(CustomerId,)>,
    Form(form): Form<ChooseForm>,
) -> Result<Redirect, PageError> {
    package::choose(&portal, context.actor()?, customer, form.package).await?;
    Ok(Redirect::to(&links::package::show(customer)))
}

/// Says how much was used: `m.2026-10-01` says it of October.
///
/// # Errors
/// [`PageError`] where the reader may not.
pub async fn usage(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, PackageId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let typed = fields.into_iter().filter_map(|(name, value)| Some((name.strip_prefix("m.")?.parse().ok()?, value)));
    let typed: Vec<(Date, String)> = typed.collect();
    match package::record_usage(&portal, context.actor()?, customer, id, &typed).await? {
        Ok(()) => Ok(Redirect::to(&links::package::show(customer)).into_response()),
        Err(wrong) => {
            let feedback = Feedback { package: Some(id), typed, wrong, ..Feedback::default() };
            draw(&portal, &context, customer, &feedback).await
        }
    }
}

/// Asks for another package in a discussion that readers of sums alone see.
///
/// # Errors
/// [`PageError::NotFound`] where the reader may not, or there is no such package.
pub async fn ask(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, PackageId)>,
) -> Result<Redirect, PageError> {
    let view = package::show(&portal, context.actor()?, customer).await?;
    let found = view.services.iter().find(|service| service.packages.iter().any(|one| one.package.id == id));
    let service = found.ok_or(PageError::NotFound)?;
    let name = |wanted: &dyn Fn(&package::PricedPackage) -> bool| {
        service.packages.iter().find(|one| wanted(one)).map(|one| one.package.name.clone()).unwrap_or_default()
    };
    let (now, then) = (name(&|one| one.is_current), name(&|one| one.package.id == id));
    let words = &context.words;
    let title = say!(words, "package-ask-title", service = service.service.clone(), name = then.clone());
    let text = say!(words, "package-ask-text", service = service.service.clone(), now = now, name = then);
    let thread = package::ask(&portal, context.actor()?, customer, id, (title, text)).await?;
    Ok(Redirect::to(&links::thread::show(customer, thread)))
}

/// Why another package is not wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    reason: String,
}

/// Says no to another package.
///
/// # Errors
/// [`PageError::NotFound`] where the reader may not, or there is no such package.
pub async fn decline(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, id)): PathIds<(CustomerId, PackageId)>,
    Form(form): Form<DeclineForm>,
) -> Result<Response, PageError> {
    match package::decline(&portal, context.actor()?, customer, id, &form.reason).await {
        Ok(()) => Ok(Redirect::to(&links::package::show(customer)).into_response()),
        Err(Error::Invalid(_)) => {
            let feedback = Feedback { package: Some(id), no_reason: true, ..Feedback::default() };
            draw(&portal, &context, customer, &feedback).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    feedback: &Feedback,
) -> Result<Response, PageError> {
    let view = package::show(portal, context.actor()?, customer).await?;
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    let status = if feedback.package.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(layout::answer(context, status, || {
        let main = page(&context.words, customer, &view, feedback, frame.contact_card(&context.words));
        frame.page(say!(context.words, "package-title"), "page", main)
    }))
}

fn page(words: &Words, customer: CustomerId, view: &PackagesView, feedback: &Feedback, contact: AnyView) -> AnyView {
    let none = view.services.is_empty().then(|| {
        let text = say!(words, "package-none-text");
        view! { <section class="sheet"><div class="empty"><p><strong>{say!(words, "package-none")}</strong>{text}</p></div></section> }
    });
    let services = view.services.iter().zip(1_usize..).map(|(service, n)| sheet(words, customer, (view, service, n), feedback));
    let choose = view.may_edit.then(|| choose_form(words, customer, view));
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=links::plan::show(customer)>{say!(words, "nav-plan")}</a>
                <a href=links::invoice::list(customer)>{say!(words, "invoices-title")}</a>
            </nav>
            <h1>{say!(words, "package-title")}</h1>
        </div>
        <div class="page-main">{none}{services.collect_view()}{choose}</div>
        <div class="page-side">{contact}</div>
    }
    .into_any()
}

fn sheet(
    words: &Words,
    customer: CustomerId,
    (view, service, n): (&PackagesView, &ServiceView, usize),
    feedback: &Feedback,
) -> AnyView {
    let id = format!("h-service-{n}");
    let named = id.clone();
    let now = service
        .current()
        .map(|current| view! { <p><strong>{current.name.clone()}</strong>" · "{sums::terms(words, current)}</p> });
    let known = service.months.iter().filter(|month| month.volume.is_some()).count();
    let count = i64::try_from(known).unwrap_or(0);
    let suggested = service.suggested.as_ref().map(|one| suggestion(words, customer, (view, one, count), feedback));
    let figures = (known > 0).then(|| {
        view! {
            {sums::picture(words, service)}
            <p class="quiet">{say!(words, "package-priced", n = count)}</p>
            {sums::compared(words, service)}
            <details class="more tight"><summary>{say!(words, "package-worked-out")}</summary>{sums::worked_out(words, service)}</details>
        }
    });
    let is_here = feedback.package.is_some() && feedback.package == service.current().map(|current| current.id);
    let (typed, wrong) = if is_here { (feedback.typed.as_slice(), feedback.wrong.as_slice()) } else { (&[][..], &[][..]) };
    let usage = view.may_edit.then(|| sums::usage(words, customer, service, typed, wrong)).flatten();
    view! {
        <section class="sheet" aria-labelledby=named>
            <h2 id=id>{service.service.clone()}</h2>
            {now}{suggested}{figures}{usage}
        </section>
    }
    .into_any()
}

/// What would have cost less, and what the customer says to it.
fn suggestion(
    words: &Words,
    customer: CustomerId,
    (view, one, months): (&PackagesView, &Suggested, i64),
    feedback: &Feedback,
) -> AnyView {
    let name = one.package.name.clone();
    let said = say!(
        words,
        "package-suggested",
        name = name.clone(),
        sum = sum(words, one.saving),
        percent = words.percent(&one.percent.to_string()),
        n = months
    );
    let answered = one.answer.as_ref().map(|answer| match (answer.thread, &answer.reason) {
        (Some(thread), _) => {
            let href = links::thread::show(customer, thread);
            view! { <p><a href=href>{say!(words, "package-asked")}</a></p> }.into_any()
        }
        (None, reason) => {
            view! { <p>{say!(words, "package-declined", reason = reason.clone().unwrap_or_default())}</p> }.into_any()
        }
    });
    let is_here = feedback.package == Some(one.package.id) && feedback.no_reason;
    let answer = (view.may_answer && one.answer.is_none()).then(|| {
        let problem = is_here.then(|| view! { <p class="error">{say!(words, "package-no-reason")}</p> });
        view! {
            <form method="post" action=links::package::ask(customer, one.package.id)>
                <div class="actions"><button class="button main">{say!(words, "package-ask", name = name.clone())}</button></div>
            </form>
            <details class="more" open=is_here>
                <summary>{say!(words, "package-decline")}</summary>
                <form class="form" method="post" action=links::package::decline(customer, one.package.id)>
                    <div class="field">
                        <label for="reason">{say!(words, "package-reason")}</label>
                        {problem}
                        <input class="input" id="reason" name="reason" autocomplete="off" aria-invalid=is_here.then_some("true")/>
                    </div>
                    <div class="actions end"><button class="button">{say!(words, "package-decline")}</button></div>
                </form>
            </details>
        }
    });
    view! { <div class="notice"><p><strong>{said}</strong></p>{answered}{answer}</div> }.into_any()
}

/// Which package the customer has, as its person says it.
fn choose_form(words: &Words, customer: CustomerId, view: &PackagesView) -> AnyView {
    let current: Vec<PackageId> =
        view.services.iter().filter_map(|service| service.current().map(|current| current.id)).collect();
    let options = view.choices.iter().map(|one| {
        let (value, said) = (one.id.to_string(), format!("{}: {}", one.service, one.name));
        view! { <option value=value selected=current.contains(&one.id)>{said}</option> }
    });
    let form = (!view.choices.is_empty()).then(|| {
        view! {
            <form class="form" method="post" action=links::package::choose(customer)>
                <div class="field">
                    <label for="package">{say!(words, "package-which")}</label>
                    <select class="select" id="package" name="package">{options.collect_view()}</select>
                </div>
                <div class="actions end"><button class="button">{say!(words, "save")}</button></div>
            </form>
        }
    });
    view! {
        <section class="sheet" aria-labelledby="h-which">
            <div class="sheet-head"><h2 id="h-which">{say!(words, "package-which")}</h2><a class="edit" href=links::package::catalogue()>{say!(words, "package-catalogue")}</a></div>
            {form}
        </section>
    }
    .into_any()
}
