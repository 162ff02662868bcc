//! Questions about an invoice or one line of it: asked with a reason, each as a thread that says how far it is.

use crate::{
    Error, InternalError, Portal,
    customer_layout::{self, CustomerLayoutView},
    form::{Choice, Parse, form, line, one_of, prose},
    portal::access_to,
    thread::{Opening, SubjectView, open_in},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, MessageId, ThreadId},
    invoice::InvoiceLine,
    money::Money,
    question::QuestionReason,
    text::{Line, Prose},
    thread::{About, AboutKind},
};
pub use coplan_store::invoice::question::InvoiceQuestion;
use coplan_store::{
    Conn,
    access::{Access, Actor, MoneyScope},
    invoice::{self, question},
    thread,
};
use std::sync::Arc;

const REASONS: &[Choice] = &[
    Choice::new(QuestionReason::Quantity.as_str(), "question-quantity"),
    Choice::new(QuestionReason::Price.as_str(), "question-price"),
    Choice::new(QuestionReason::NotOrdered.as_str(), "question-not-ordered"),
    Choice::new(QuestionReason::NotReceived.as_str(), "question-not-received"),
    Choice::new(QuestionReason::Twice.as_str(), "question-twice"),
    Choice::new(QuestionReason::Other.as_str(), "question-other"),
];

form! {
    /// A question with its first message.
    ReadQuestion {
        /// What it is about.
        reason: QuestionReason = one_of("question-reason", REASONS),
        /// The question in one line.
        title: Line = line("thread-title-label").autocomplete("off"),
        /// The first message, in small Markdown.
        text: Prose = prose("thread-text-label").hint("thread-markdown-hint"),
    }

    /// A question as it was typed. The ids were made when the form was drawn, so that sending it twice asks once.
    keyed AskForm {
        /// The thread's id.
        key thread: ThreadId,
        /// The first message's id.
        key message: MessageId,
        /// What it is about: an invoice or one of its lines.
        key about: About,
    }
}

/// What is questioned, as the invoice states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questioned {
    /// The invoice's number.
    pub number: String,
    /// The line; none for the whole invoice.
    pub line: Option<InvoiceLine>,
    /// What the invoice asks for.
    pub owed: Money,
}

/// A question with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// The question.
    pub question: InvoiceQuestion,
    /// What is questioned.
    pub questioned: Questioned,
}

/// What a new question would be about: for drawing the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskContext {
    /// The frame of the page.
    pub layout: Arc<CustomerLayoutView>,
    /// The object, as it is called now.
    pub subject: SubjectView,
    /// What is questioned.
    pub questioned: Questioned,
}

/// Looks up what a new question would be about.
///
/// # Errors
/// [`Error::NotFound`] for the supplier's people, for members who see no sums or take no part in discussions, and for what
/// is no part of an invoice.
pub async fn begin(portal: &Portal, actor: &Actor, customer: CustomerId, about: About) -> Result<AskContext, Error> {
    let mut conn = portal.db.read().await?;
    let access = access_to(&mut conn, actor, customer).await?.filter(|_| actor.staff().is_none()).ok_or(Error::NotFound)?;
    let (scope, money) = access.discussion.zip(access.money).ok_or(Error::NotFound)?;
    let subject = thread::find_subject(&mut conn, scope, Some(money), about).await?.ok_or(Error::NotFound)?;
    let invoice = subject.invoice.ok_or(Error::NotFound)?;
    let line = (about.kind == AboutKind::InvoiceLine).then_some(LineId(about.id));
    let questioned = questioned(&mut conn, money, (invoice, line)).await?.ok_or(Error::NotFound)?;
    let layout = customer_layout::find(portal, &mut conn, actor, &access).await?;
    Ok(AskContext { layout, subject: (&subject).into(), questioned })
}

/// Asks; the supplier has to move then. Sent twice, it is asked once.
///
/// # Errors
/// [`Error`], as [`begin`].
pub async fn ask(portal: &Portal, actor: &Actor, customer: CustomerId, form: &AskForm) -> Result<ThreadId, Error> {
    let ReadQuestion { reason, title, text } = form.parse()?;
    if actor.staff().is_some() {
        return Err(Error::NotFound);
    }
    let opening = Opening {
        thread: form.thread,
        message: form.message,
        about: form.about,
        title: title.as_str(),
        text: text.as_str(),
        reason: Some(reason),
        money: false,
        files: &[],
    };
    let mut change = portal.change_touched().await?;
    let id = open_in(&mut change, actor, customer, opening).await?;
    portal.commit(change).await?;
    Ok(id)
}

/// What an invoice states of itself or of one line; none where there is no such invoice or line.
async fn questioned(
    conn: &mut Conn,
    money: MoneyScope,
    (id, line): (InvoiceId, Option<LineId>),
) -> Result<Option<Questioned>, InternalError> {
    let Some(kept) = invoice::find(conn, money, id).await? else { return Ok(None) };
    let place = line.map(|line| kept.line_ids.iter().position(|known| *known == line));
    let (owed, number) = (kept.invoice.owed(), kept.invoice.number);
    Ok(match place {
        None => Some(Questioned { number, line: None, owed }),
        Some(place) => place.and_then(|place| kept.invoice.lines.into_iter().nth(place)).map(|line| Questioned {
            number,
            line: Some(line),
            owed,
        }),
    })
}

/// The question that a thread is, with what it is about.
pub(crate) async fn of_thread(conn: &mut Conn, access: &Access, id: ThreadId) -> Result<Option<QuestionView>, InternalError> {
    let Some((scope, money)) = access.discussion.zip(access.money) else { return Ok(None) };
    let Some(question) = question::find(conn, scope, Some(money), id).await? else { return Ok(None) };
    let found = questioned(conn, money, (question.invoice, question.line)).await?;
    Ok(found.map(|questioned| QuestionView { question, questioned }))
}

/// The questions about an invoice, and those that it settles; none without the scope for discussions.
pub(crate) async fn of_invoice(conn: &mut Conn, access: &Access, id: InvoiceId) -> Result<Vec<InvoiceQuestion>, InternalError> {
    match access.discussion.zip(access.money) {
        Some((scope, money)) => Ok(question::list(conn, scope, money, id).await?),
        None => Ok(Vec::new()),
    }
}

/// The customer's questions that the supplier still has to do something about; none without the scope for discussions.
pub(crate) async fn pending(conn: &mut Conn, access: &Access) -> Result<Vec<InvoiceQuestion>, InternalError> {
    match access.discussion.zip(access.money) {
        Some((scope, money)) => Ok(question::list_pending(conn, scope, money).await?),
        None => Ok(Vec::new()),
    }
}
