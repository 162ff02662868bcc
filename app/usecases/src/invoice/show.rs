//! An invoice as a reader of sums sees it, and its file.

use super::withdraw::{TakingBack, taking_back};
use crate::{
    Error, Portal,
    customer_layout::{self, CustomerLayoutView},
    portal::access_to,
    question::{self, InvoiceQuestion},
    security_log,
    thread::{self, ThreadLineView},
    work::{self, LineWork},
};
use coplan_domain::{
    id::{CustomerId, InvoiceId, LineId, PaymentId},
    invoice::{
        Invoice,
        check::{self, Finding, Verdict},
    },
    money::Money,
};
use coplan_store::{
    Conn,
    access::{Access, Actor, MoneyScope, may_write},
    files::FileStream,
    invoice::{
        self,
        approval::{self, ApprovalRow},
        payment,
    },
};
use jiff::{Timestamp, civil::Date};
use std::sync::Arc;

/// An invoice with everything it states: whoever may read sums may have the whole file.
#[derive(Debug, Clone)]
pub struct InvoiceView {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// Which.
    pub id: InvoiceId,
    /// What it states.
    pub invoice: Invoice,
    /// The id of each line, in their order.
    pub line_ids: Vec<LineId>,
    /// What doing its sums again says, with the sum behind each.
    pub findings: Vec<Finding>,
    /// The least favourable of that.
    pub overall: Verdict,
    /// What was paid, oldest first.
    pub payments: Vec<PaymentView>,
    /// What it asks for; negative where it gives back.
    pub owed: Money,
    /// What is to be paid of it: nothing of what only informs or was replaced.
    pub due: Money,
    /// The corrected invoice that takes its place, and its number.
    pub replaced_by: Option<(InvoiceId, String)>,
    /// What of it is still open; negative where the supplier still has to give back.
    pub open: Money,
    /// What its file was called.
    pub file_name: String,
    /// The reader's day, for telling what is late.
    pub today: Date,
    /// What is discussed about it and its lines; none where the reader takes no part in discussions.
    pub threads: Option<Vec<ThreadLineView>>,
    /// What is asked about it and its lines, and what it settles where it is a credit note; for readers of discussions.
    pub questions: Vec<InvoiceQuestion>,
    /// What the customer decided of it, the newest first.
    pub approvals: Vec<ApprovalRow>,
    /// Whether the reader may decide of it.
    pub may_approve: bool,
    /// The work behind each line, in their order.
    pub work: Vec<LineWork>,
    /// For the supplier's people only.
    pub internal: Option<InvoiceViewInternal>,
}

/// What only the supplier's people see of an invoice.
#[derive(Debug, Clone)]
pub struct InvoiceViewInternal {
    /// Whether this reader may record payments.
    pub may_record: bool,
    /// What is to be known before it is taken back; none where this reader may not.
    pub taking_back: Option<TakingBack>,
    /// Who brought it in; none where that was done at the console of the machine.
    pub brought_in_by: Option<String>,
    /// When.
    pub brought_in_at: Timestamp,
}

/// Something that was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentView {
    /// Which.
    pub id: PaymentId,
    /// Positive where the customer paid, negative where the supplier gave back.
    pub amount: Money,
    /// The day.
    pub paid_on: Date,
}

/// Shows an invoice with its sums done again.
pub async fn show(portal: &Portal, actor: &Actor, customer: CustomerId, id: InvoiceId) -> Result<InvoiceView, Error> {
    let mut conn = portal.db.read().await?;
    let (access, money) = reader(&mut conn, actor, customer).await?;
    let kept = invoice::find(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    let internal = match actor.staff() {
        Some(staff) => Some(InvoiceViewInternal {
            may_record: may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?,
            taking_back: taking_back(&mut conn, actor, &access, id).await?,
            brought_in_by: kept.brought_in_by,
            brought_in_at: kept.brought_in_at,
        }),
        None => None,
    };
    let currency = kept.invoice.currency;
    let payments = payment::list(&mut conn, money, id).await?.into_iter();
    let payments =
        payments.map(|row| PaymentView { id: row.id, amount: Money::from_minor(row.amount, currency), paid_on: row.paid_on });
    let payments: Vec<_> = payments.collect();
    let owed = kept.invoice.owed();
    let paid = payments.iter().fold(0_i64, |sum, payment| sum.saturating_add(payment.amount.minor()));
    let findings = check::check(&kept.invoice);
    let mut assigned = work::of_invoice(&mut conn, money, id).await?;
    let lines = kept.line_ids.iter().zip(&kept.invoice.lines);
    let work = lines.map(|(id, line)| assigned.take(*id, line)).collect();
    Ok(InvoiceView {
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        id,
        line_ids: kept.line_ids,
        overall: check::overall(&findings),
        findings,
        payments,
        owed,
        due: kept.due,
        replaced_by: kept.replaced_by,
        open: Money::from_minor(kept.due.minor().saturating_sub(paid), currency),
        file_name: kept.file_name,
        today: portal.today(actor),
        threads: thread::about(&mut conn, &access, id.0).await?,
        questions: question::of_invoice(&mut conn, &access, id).await?,
        approvals: approval::list(&mut conn, money, id).await?,
        may_approve: actor.staff().is_none() && kept.due.minor() > 0,
        work,
        internal,
        invoice: kept.invoice,
    })
}

pub(super) async fn reader(conn: &mut Conn, actor: &Actor, customer: CustomerId) -> Result<(Access, MoneyScope), Error> {
    let access = access_to(conn, actor, customer).await?.ok_or(Error::NotFound)?;
    let money = access.money.ok_or(Error::NotFound)?;
    Ok((access, money))
}

/// The file of an invoice, as it came.
pub struct Original {
    /// What it was called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// What is in it, one piece after the other; the last one only where all of it is as it came.
    pub bytes: FileStream,
}

/// Gives the file of an invoice as it came.
pub async fn original(portal: &Portal, actor: &Actor, customer: CustomerId, id: InvoiceId) -> Result<Original, Error> {
    let mut conn = portal.db.read().await?;
    let (_, money) = reader(&mut conn, actor, customer).await?;
    let found = invoice::find_original(&mut conn, money, id).await?.ok_or(Error::NotFound)?;
    // A slow download must not occupy a connection.
    drop(conn);
    let bytes = portal.files.get(&found.file).await?;
    security_log::try_note_export(portal, actor).await;
    Ok(Original { name: found.name, size: found.file.size, bytes })
}
