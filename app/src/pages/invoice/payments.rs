//! What was paid of an invoice; the supplier's people record it here and take a wrong entry back.

use super::{
    id,
    show::{Reader, show},
    sums,
};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    pages::project_editor::ConfirmForm,
    parts::{choices::tick, field::Field, labels, problem},
    say,
    words::Words,
};
use axum::{
    Form as Posted,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, PaymentId},
    system::new_ulid,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, Problem},
    invoice::{self, InvoiceView, PayError, PaymentForm, PaymentView},
};
use leptos::prelude::*;

/// The form as it is drawn.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Form {
    payment: String,
    amount: String,
    paid_on: String,
    more_than_open: bool,
    #[serde(skip)]
    problems: Vec<FieldProblem>,
}

impl Form {
    /// An empty form, which already knows the id of what it will record.
    pub(super) fn new(portal: &Portal, context: &RequestContext) -> Self {
        let payment = PaymentId(new_ulid(portal.clock.now(), &*portal.rng)).to_string();
        let paid_on = context.words.day_of(portal.clock.now()).to_string();
        Self { payment, paid_on, ..Self::default() }
    }
}

/// Records a payment.
///
/// # Errors
/// [`PageError`].
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice)): PathIds<(CustomerId, InvoiceId)>,
    Posted(mut form): Posted<Form>,
) -> Result<Response, PageError> {
    let (amount, paid_on) = (form.amount.clone(), form.paid_on.clone());
    let typed = PaymentForm { id: id(&form.payment)?, amount, paid_on, more_than_open: form.more_than_open };
    match invoice::record_payment(&portal, context.actor()?, customer, invoice, &typed).await {
        Ok(()) => Ok(back(customer, invoice)),
        Err(PayError::Invalid(problems)) => {
            form.problems = problems;
            show(&portal, &context, (customer, invoice), StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
        Err(error) => Err(refused(error)),
    }
}

/// Takes an entry back.
///
/// # Errors
/// [`PageError`].
pub async fn withdraw(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, invoice, payment)): PathIds<(CustomerId, InvoiceId, PaymentId)>,
) -> Result<Response, PageError> {
    invoice::take_back_payment(&portal, context.actor()?, customer, invoice, payment).await.map_err(refused)?;
    Ok(back(customer, invoice))
}

fn back(customer: CustomerId, invoice: InvoiceId) -> Response {
    Redirect::to(&format!("/c/{customer}/invoices/{invoice}#h-payments")).into_response()
}

/// What was typed by somebody who is not responsible any more is given back.
fn refused(error: PayError) -> PageError {
    match error {
        PayError::NotFound | PayError::Invalid(_) => PageError::NotFound,
        PayError::NotResponsible => PageError::NotResponsible,
        PayError::Internal(error) => PageError::Internal(error),
    }
}

/// What was paid, and the form; nothing where there is neither.
pub(super) fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView, form: &Form) -> Option<AnyView> {
    let may_record = view.internal.as_ref().is_some_and(|internal| internal.may_record);
    (may_record || !view.payments.is_empty()).then(|| {
        let href = reader.href(view);
        let rows = view.payments.iter().map(|payment| row(words, view, *payment, may_record.then_some(href.as_str())));
        let rows = rows.collect_view();
        let none = view.payments.is_empty().then(|| view! { <p class="quiet">{say!(words, "payments-none")}</p> });
        let record = may_record.then(|| record(words, view, &href, form));
        view! {
            <section class="sheet" aria-labelledby="h-payments">
                <div class="sheet-head">
                    <h2 id="h-payments">{say!(words, "payments-title")}</h2>
                    <span class="quiet">{sums::left(words, view)}</span>
                </div>
                {none}
                <ul class="rows">{rows}</ul>
                {record}
            </section>
        }
        .into_any()
    })
}

fn row(words: &Words, view: &InvoiceView, payment: PaymentView, href: Option<&str>) -> AnyView {
    let day = words.day(payment.paid_on, view.today);
    let withdraw = href.map(|href| {
        let ask = ConfirmForm {
            summary: say!(words, "payment-take-back"),
            of: Some(sums::sum(words, payment.amount)),
            means: say!(words, "payment-take-back-means"),
            action: format!("{href}/payments/{}/take-back", payment.id),
            sure: say!(words, "payment-take-back-sure"),
            ..ConfirmForm::default()
        };
        ask.draw()
    });
    view! {
        <li class="row">
            <div class="row-main"><strong class="num">{sums::sum(words, payment.amount)}</strong><span class="quiet"><time datetime=payment.paid_on.to_string()>{day}</time></span></div>
            {withdraw}
        </li>
    }
    .into_any()
}

fn record(words: &Words, view: &InvoiceView, href: &str, form: &Form) -> AnyView {
    let label = if view.owed.minor() < 0 { say!(words, "payment-given-back") } else { say!(words, "payment-amount") };
    let amount = Field {
        name: "amount",
        label: format!("{label}, {}", view.invoice.currency.code()),
        value: form.amount.clone(),
        problem: problem::of(words, &form.problems, "amount"),
        ..Field::default()
    };
    let paid_on = Field {
        name: "paid_on",
        label: say!(words, "payment-day"),
        value: form.paid_on.clone(),
        problem: problem::of(words, &form.problems, "paid_on"),
        ..Field::default()
    };
    let open = !form.problems.is_empty();
    let too_much = form.problems.iter().any(|it| matches!(it.problem, Problem::MoreThanOpen { .. }));
    let sure = (too_much || form.more_than_open).then(|| {
        let (label, hint) = (say!(words, "payment-more-than-open"), say!(words, "payment-more-than-open-hint"));
        tick("more_than_open", label, hint, form.more_than_open)
    });
    view! {
        <details class="more" open=open>
            <summary>{say!(words, "payment-record")}</summary>
            <form class="form" method="post" action=format!("{href}/payments")>
                {problem::summary(words, &labels::PAYMENT, &form.problems)}
                <input type="hidden" name="payment" value=form.payment.clone()/>
                <div class="form-row">{amount.input("text")}{paid_on.input("date")}</div>
                {sure}
                <div class="actions end"><button class="button main">{say!(words, "payment-record")}</button></div>
            </form>
        </details>
    }
    .into_any()
}
