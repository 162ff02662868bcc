//! What was paid of an invoice; the supplier's people record it here and take a wrong entry back.

use super::{
    pay,
    show::{self, Reader, show},
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    links,
    parts::sums,
    say,
    shared::project_editor::ConfirmForm,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, PaymentId},
    money::Money,
    system::new_ulid,
};
use coplan_usecases::{
    Error, Portal,
    form::{FieldProblem, Problem},
    invoice::{self, InvoiceView, PaymentForm, PaymentView},
};
use leptos::prelude::*;

/// The form with what is wrong with it.
pub struct Drawn {
    form: PaymentForm,
    /// What is wrong with it.
    pub(super) problems: Vec<FieldProblem>,
}

impl Drawn {
    /// An empty form, which already knows the id of what it will record.
    pub(super) fn new(portal: &Portal, context: &RequestContext) -> Self {
        let paid_on = context.words.day_of(portal.clock.now()).to_string();
        let form = PaymentForm::blank(PaymentId(new_ulid(portal.clock.now(), &*portal.rng)));
        Self { form: PaymentForm { paid_on, ..form }, problems: Vec::new() }
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
    Submitted(form): Submitted<PaymentForm>,
) -> Result<Response, PageError> {
    match invoice::record_payment(&portal, context.actor()?, customer, invoice, &form).await {
        Ok(()) => Ok(back(customer, invoice)),
        Err(Error::Invalid(problems)) => {
            let drawn = show::Drawn { payment: Drawn { form, problems }, ..show::Drawn::new(&portal, &context) };
            show(&portal, &context, (customer, invoice), StatusCode::UNPROCESSABLE_ENTITY, drawn).await
        }
        Err(error) => Err(error.into()),
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
    invoice::take_back_payment(&portal, context.actor()?, customer, invoice, payment).await?;
    Ok(back(customer, invoice))
}

fn back(customer: CustomerId, invoice: InvoiceId) -> Response {
    Redirect::to(&links::invoice::payments(customer, invoice)).into_response()
}

/// What was paid, and the form; nothing where there is neither.
pub(super) fn sheet(words: &Words, reader: Reader<'_>, view: &InvoiceView, drawn: &Drawn) -> Option<AnyView> {
    let may_record = view.internal.as_ref().is_some_and(|internal| internal.may_record);
    (may_record || !view.payments.is_empty()).then(|| {
        let withdraw = |payment: &PaymentView| links::invoice::withdraw_payment(reader.customer, view.id, payment.id);
        let rows = view.payments.iter().map(|it| row(words, view, *it, may_record.then(|| withdraw(it))));
        let rows = rows.collect_view();
        let none = view.payments.is_empty().then(|| view! { <p class="quiet">{say!(words, "payments-none")}</p> });
        let record = may_record.then(|| record(words, view, links::invoice::record_payment(reader.customer, view.id), drawn));
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

fn row(words: &Words, view: &InvoiceView, payment: PaymentView, withdraw: Option<String>) -> AnyView {
    let day = words.day(payment.paid_on, view.today);
    let withdraw = withdraw.map(|action| {
        let ask = ConfirmForm {
            summary: say!(words, "payment-take-back"),
            of: Some(sums::sum(words, payment.amount)),
            means: say!(words, "payment-take-back-means"),
            action,
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

/// The form as it is drawn: until somebody has sent it, what is open is filled in.
fn with_open(words: &Words, view: &InvoiceView, drawn: &Drawn) -> PaymentForm {
    let mut form = drawn.form.clone();
    let open = Money::from_minor(view.open.minor().saturating_abs(), view.open.currency());
    if drawn.problems.is_empty() && form.amount.is_empty() && !open.is_zero() {
        form.amount = pay::typed(words, open);
    }
    form
}

fn record(words: &Words, view: &InvoiceView, action: String, drawn: &Drawn) -> AnyView {
    let label = if view.owed.minor() < 0 { say!(words, "payment-given-back") } else { say!(words, "payment-amount") };
    let asked = with_open(words, view, drawn);
    let form = FormView::new(words, &asked, &drawn.problems);
    let form = form.label("amount", format!("{label}, {}", view.invoice.currency.code()));
    let open = !drawn.problems.is_empty();
    let too_much = drawn.problems.iter().any(|it| matches!(it.problem, Problem::MoreThanOpen { .. }));
    let sure = (too_much || drawn.form.more_than_open).then(|| form.only(&["more_than_open"]));
    view! {
        <details class="more" open=open>
            <summary>{say!(words, "payment-record")}</summary>
            <form class="form" method="post" action=action>
                {form.hidden()}
                {form.but(&["more_than_open"])}
                {sure}
                <div class="actions end"><button class="button main">{say!(words, "payment-record")}</button></div>
            </form>
        </details>
    }
    .into_any()
}
