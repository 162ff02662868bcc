//! A customer's invoices page by page, what they come to month by month, and what is open.

use super::show::reader;
use crate::{
    Error, Portal, Turn,
    customer_layout::{self, CustomerLayoutView},
    question::{self, InvoiceQuestion},
    work,
};
use coplan_domain::id::CustomerId;
use coplan_store::{
    Page,
    access::{Actor, may_write},
    invoice::{self, InvoiceBrief, InvoiceKey, MonthSum, OpenByAge, OpenSum},
};
use jiff::{ToSpan, civil::Date};
use std::sync::Arc;

/// How many invoices a page has.
const PAGE: usize = 100;

/// For how many months one sees what was invoiced: the choices, the usual one first.
pub const MONTHS: [i64; 2] = [12, 24];

/// Which of a customer's invoices are to be shown.
#[derive(Debug, Clone)]
pub struct InvoicesAsked {
    /// Where the page begins.
    pub turn: Turn<InvoiceKey>,
    /// Those of the month with this day only.
    pub month: Option<Date>,
    /// For how many months back one sees what they come to; one of [`MONTHS`], else the usual.
    pub months: i64,
}

impl Default for InvoicesAsked {
    fn default() -> Self {
        Self { turn: Turn::First, month: None, months: MONTHS[0] }
    }
}

/// The invoices of a customer.
#[derive(Debug, Clone)]
pub struct InvoiceList {
    /// What stands around the page.
    pub layout: Arc<CustomerLayoutView>,
    /// One page of them, newest first.
    pub invoices: Vec<InvoiceBrief>,
    /// Where the page of newer ones ends; none where there is none.
    pub before: Option<InvoiceKey>,
    /// Where the page of older ones begins; none where there is none.
    pub after: Option<InvoiceKey>,
    /// The first day of the month of which alone they are; none where all are listed.
    pub month: Option<Date>,
    /// For how many months back it is known what they come to.
    pub months: i64,
    /// The months among those in which something was invoiced, the oldest first, in the currency of the newest invoice.
    pub by_month: Vec<MonthSum>,
    /// What is open by its age, in that currency; none before the first invoice.
    pub by_age: Option<OpenByAge>,
    /// The questions that the supplier still has to do something about; for readers of discussions.
    pub questions: Vec<InvoiceQuestion>,
    /// Whether the customer has service packages, and whether another one is suggested to it.
    pub packages: (bool, bool),
    /// What is open, by currency, that of the newest invoice first.
    pub open: Vec<OpenSum>,
    /// Minutes of charged work that the reader sees and that is on no invoice yet.
    pub uninvoiced: Option<i64>,
    /// Whether the reader may save invoices of this customer.
    pub may_import: bool,
    /// The reader's day.
    pub today: Date,
}

/// Lists a customer's invoices.
pub async fn list(portal: &Portal, actor: &Actor, customer: CustomerId, asked: &InvoicesAsked) -> Result<InvoiceList, Error> {
    let mut conn = portal.db.read().await?;
    let (access, money) = reader(&mut conn, actor, customer).await?;
    let today = portal.today(actor);
    let month = asked.month.map(Date::first_of_month);
    let days = (month, month.map(Date::last_of_month));
    let Page { rows, before, after } = invoice::list(&mut conn, money, days, &asked.turn, PAGE).await?;
    let months = MONTHS.into_iter().find(|choice| *choice == asked.months).unwrap_or(MONTHS[0]);
    let open = invoice::list_open_sums(&mut conn, money, today).await?;
    let (by_month, by_age) = match open.first().map(|newest| newest.sum.currency()) {
        Some(currency) => {
            let since = today.first_of_month().saturating_sub((months - 1).months());
            let by_month = invoice::list_months(&mut conn, money, currency, since).await?;
            (by_month, Some(invoice::find_open_by_age(&mut conn, money, currency, today).await?))
        }
        None => (Vec::new(), None),
    };
    Ok(InvoiceList {
        packages: crate::package::has_packages(&mut conn, money, today).await?,
        layout: customer_layout::find(portal, &mut conn, actor, &access).await?,
        invoices: rows,
        before,
        after,
        month,
        months,
        by_month,
        by_age,
        questions: question::pending(&mut conn, &access).await?,
        open,
        uninvoiced: work::uninvoiced_minutes(&mut conn, money).await?,
        may_import: match actor.staff() {
            Some(staff) => may_write(&mut conn, staff, access.plan, None, portal.clock.now()).await?,
            None => false,
        },
        today,
    })
}
