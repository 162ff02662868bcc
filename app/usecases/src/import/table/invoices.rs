//! Rows that are lines of invoices: what is imported, is here already or is wrong is the invoice that they make.

use super::{
    TableColumn,
    plan::{Deed, Ground, Planned, RowFate, RowPreview, RowProblem, RowProblemKind},
};
use crate::{InternalError, form::Problem, idempotency};
use coplan_domain::{
    format::{
        csv::Table,
        invoice_table::{self, Draft, Fault},
    },
    id::{InvoiceId, UploadId},
    invoice::Invoice,
    table_import::TableField,
};
use coplan_store::{access::may_write, invoice};

/// What would become of each invoice, as of its first row; of one with something wrong, what is wrong in each of its rows.
pub(super) async fn plan(
    ground: &mut Ground<'_>,
    upload: UploadId,
    (table, columns): (&Table, &[TableColumn]),
) -> Result<Vec<Planned>, InternalError> {
    let named: Vec<_> = columns.iter().filter_map(|column| Some((column.field?, column.heading.clone()))).collect();
    let seller = ground.portal.settings.supplier.clone();
    let mut planned = Vec::new();
    for Draft { number, row, customer, read } in invoice_table::read(table, &named, &seller) {
        let named = [Some(number.as_str()).filter(|number| !number.is_empty()), customer.as_deref()];
        let label = named.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        match read {
            Ok(invoice) => {
                let sum = Some(invoice.owed());
                let (fate, deed) = settle(ground, upload, customer.as_deref(), invoice).await?;
                planned.push(Planned { row: RowPreview { number: row, label, sum, fate }, deed });
            }
            Err(faults) => planned.extend(wrong(&label, &faults)),
        }
    }
    Ok(planned)
}

/// The rows of an invoice in which something is wrong.
fn wrong(label: &str, faults: &[Fault]) -> Vec<Planned> {
    let rows = faults.chunk_by(|one, other| one.row == other.row);
    let row = |faults: &[Fault]| {
        let number = faults.first()?.row;
        let problem = |fault: &Fault| RowProblem::new(fault.field, RowProblemKind::Invoice(fault.why.clone()));
        let fate = RowFate::Wrong(faults.iter().map(problem).collect());
        Some(Planned { row: RowPreview { number, label: label.to_owned(), sum: None, fate }, deed: None })
    };
    rows.filter_map(row).collect()
}

/// What would become of an invoice that agrees. It is the same by its number, which the supplier gives once.
async fn settle(
    ground: &mut Ground<'_>,
    upload: UploadId,
    typed: Option<&str>,
    invoice: Invoice,
) -> Result<(RowFate, Option<Deed>), InternalError> {
    let wrong = |why| Ok((RowFate::Wrong(vec![RowProblem::new(TableField::Customer, why)]), None));
    let Some(typed) = typed else { return wrong(RowProblemKind::Field(Problem::Empty)) };
    let customer = match ground.known.customer(typed) {
        Ok(customer) => customer.id,
        Err(why) => return wrong(why),
    };
    let opened = ground.known.open(ground.conn, ground.actor, customer).await?;
    let Some(plan) = opened.filter(|opened| opened.money.is_some()).map(|opened| opened.plan) else {
        return wrong(RowProblemKind::NotResponsible);
    };
    if !may_write(ground.conn, ground.staff, plan, None, ground.portal.clock.now()).await? {
        return wrong(RowProblemKind::NotResponsible);
    }
    if invoice::find_same(ground.conn, ground.staff.into(), &invoice).await?.is_some() {
        return Ok((RowFate::Here, None));
    }
    // The same number has the same id, so that an invoice is imported once, however often it is asked for.
    let [_, id]: [InvoiceId; 2] = idempotency::ids(upload.0, &["invoice", &invoice.number]);
    Ok((RowFate::New, Some(Deed::Invoice { id, customer, invoice: Box::new(invoice) })))
}
