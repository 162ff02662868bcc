//! An invoice that explains itself: what it asks for, what it is made of, the sum behind each sum.

use super::{approve, attachments, lines, pay, payments, summary, totals, withdraw};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_app::{
    forms::problem,
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout::{self, Page, customer::CustomerLayout},
    links::{self, invoice::LinesQuery},
    parts::{findings, sums},
    say,
    shared::discussions::{AboutList, Parties, about_list},
    words::Words,
};
use coplan_domain::{
    id::{ApprovalId, CustomerId, InvoiceId},
    invoice::check::Verdict,
    system::new_ulid,
    thread::{About, AboutKind},
};
use coplan_usecases::{
    Portal,
    form::Form,
    invoice::{self, ApprovalForm, InvoiceView, PaymentForm},
    thread::ThreadLineView,
};
use jiff::Timestamp;
use leptos::prelude::*;

/// About how many bytes a line takes on the page.
const LINE_BYTES: usize = 700;

/// Shows an invoice.
///
/// # Errors
/// [`PageError`].
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds(of): PathIds<(CustomerId, InvoiceId)>,
    Query(query): Query<LinesQuery>,
) -> Result<Response, PageError> {
    let form = Drawn::new(&portal, &context);
    show_from(&portal, &context, of, StatusCode::OK, form, query.from()).await
}

/// The forms of the page as they are drawn.
pub(super) struct Drawn {
    /// Of a payment.
    pub payment: payments::Drawn,
    /// The id of the decision that the form of the approval will make.
    pub approval_id: ApprovalId,
    /// The approval as it was typed, where it was not taken.
    pub approval: Option<approve::Refused>,
}

impl Drawn {
    /// Forms in which nothing was typed.
    pub fn new(portal: &Portal, context: &RequestContext) -> Self {
        let approval_id = new_ulid(portal.clock.now(), &*portal.rng).into();
        Self { payment: payments::Drawn::new(portal, context), approval_id, approval: None }
    }
}

/// Shows an invoice with its forms as they were typed.
pub(super) async fn show(
    portal: &Portal,
    context: &RequestContext,
    (customer, invoice): (CustomerId, InvoiceId),
    status: StatusCode,
    form: Drawn,
) -> Result<Response, PageError> {
    show_from(portal, context, (customer, invoice), status, form, 0).await
}

/// The same, with the page of its lines that has so many before it.
async fn show_from(
    portal: &Portal,
    context: &RequestContext,
    (customer, invoice): (CustomerId, InvoiceId),
    status: StatusCode,
    form: Drawn,
    from: usize,
) -> Result<Response, PageError> {
    let actor = context.actor()?;
    let view = invoice::show(portal, actor, customer, invoice).await?;
    let about = About { kind: AboutKind::Invoice, id: invoice.0 };
    let may_ask = view.threads.is_some() && view.internal.as_ref().is_none_or(|internal| internal.may_record);
    let reader = Reader { customer, threads: view.threads.as_deref(), may_ask };
    let sides = Parties::new(context, &view.layout.name);
    let now = portal.clock.now();
    let frame = CustomerLayout::new(context, &view.layout, view.today);
    layout::answer_long(context, status, view.invoice.lines.len().min(lines::LINES) * LINE_BYTES, || {
        let talk = discussion(&context.words, reader, &sides, about, now);
        page(&context.words, reader, &view, (&form, from, now), talk, frame)
    })
    .await
}

/// Where the reader is, and what is discussed there; none where it takes no part in that.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub customer: CustomerId,
    pub threads: Option<&'a [ThreadLineView]>,
    /// Whether the reader may open a thread here.
    pub may_ask: bool,
}

impl Reader<'_> {
    /// Where one asks about a part of the invoice: the supplier's people open a discussion, members ask a question that says
    /// how far it is.
    pub fn ask(self, view: &InvoiceView, about: About) -> String {
        match view.internal {
            Some(_) => links::thread::new_about(self.customer, about),
            None => links::invoice::ask_about(self.customer, view.id, about),
        }
    }
}

/// What is discussed about the invoice and its lines.
fn discussion(words: &Words, reader: Reader<'_>, sides: &Parties, about: About, now: Timestamp) -> Option<AnyView> {
    let threads = reader.threads?;
    let list = AboutList { customer: reader.customer, about, threads, has_more: false, may_open: reader.may_ask };
    Some(about_list(words, sides, &list, "sheet", now))
}

fn page(
    words: &Words,
    reader: Reader<'_>,
    view: &InvoiceView,
    (form, from, now): (&Drawn, usize, Timestamp),
    talk: Option<AnyView>,
    frame: CustomerLayout,
) -> Page {
    let title = sums::kind(words, &view.invoice.kind, &view.invoice.number);
    let refused = form.approval.as_ref().map(|refused| refused.problems.as_slice()).unwrap_or_default();
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "invoice-way-back")>
                <a href=links::plan::show(reader.customer)>{say!(words, "nav-plan")}</a>
                <a href=links::invoice::list(reader.customer)>{say!(words, "invoices-title")}</a>
            </nav>
            <h1>{title.clone()}</h1>
            {problem::summary(words, ApprovalForm::FIELDS, refused)}
            {problem::summary(words, PaymentForm::FIELDS, &form.payment.problems)}
        </div>
        <div class="page-main">
            {summary::sheet(words, reader, view)}
            {pay::sheet(words, reader.customer, view)}
            {approve::sheet(words, reader, view, form, now)}
            {differing(words, view)}
            {lines::sheet(words, reader, view, from)}
            {totals::adjustments(words, view)}
            {totals::vat(words, view)}
            {totals::sheet(words, view)}
            {attachments::sheet(words, reader, view)}
            {payments::sheet(words, reader, view, &form.payment)}
            {talk}
            {withdraw::sheet(words, reader, view, frame.customer_name())}
        </div>
        <div class="page-side">{frame.contact_card(words)}</div>
    };
    frame.page(title, "page", main.into_any())
}

/// What does not agree, where anything does not: before everything that rests on it.
fn differing(words: &Words, view: &InvoiceView) -> Option<AnyView> {
    let differing: Vec<_> = view.findings.iter().filter(|finding| finding.verdict != Verdict::Agrees).collect();
    let agreeing = i64::try_from(view.findings.len() - differing.len()).unwrap_or(i64::MAX);
    let differ = differing.len();
    let (title, text) = if differing.iter().all(|finding| finding.verdict == Verdict::NotComputable) {
        (say!(words, "untold-title"), say!(words, "untold-text"))
    } else {
        (say!(words, "differs-title"), say!(words, "differs-text"))
    };
    (!differing.is_empty()).then(|| {
        view! {
            <section class="sheet" aria-labelledby="h-differs">
                <h2 id="h-differs">{title}</h2>
                <p>{text}</p>
                {findings::list(words, differing.into_iter().take(findings::SHOWN))}
                {findings::more(words, differ)}
                <p class="quiet">{say!(words, "differs-others", count = agreeing)}</p>
            </section>
        }
        .into_any()
    })
}
