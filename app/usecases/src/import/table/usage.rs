//! A row that says how much a customer used of a service in a month.

use super::{
    columns::Cells,
    known::same,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled},
};
use crate::{
    InternalError,
    form::{FromField, Problem},
    package::Amount,
};
use coplan_domain::table_import::{TableField, cell};
use coplan_store::{access::may_write, package};

/// What would become of it. A month that is known already with the same volume changes nothing; another volume replaces it.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>) -> Result<Settled, InternalError> {
    let named = [TableField::Customer, TableField::Service, TableField::Month, TableField::Volume].map(|field| cells.get(field));
    let label = named.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let wrong = |field, why| Ok(Settled::wrong(label.clone(), vec![RowProblem::new(field, why)]));
    let word = |text: &str| RowProblemKind::UnknownWord(text.chars().take(60).collect());
    let customer = match ground.known.customer(&cells.text(TableField::Customer)) {
        Ok(customer) => customer.id,
        Err(why) => return wrong(TableField::Customer, why),
    };
    let opened = ground.known.open(ground.conn, ground.actor, customer).await?;
    let Some((plan, money)) = opened.and_then(|opened| Some((opened.plan, opened.money?))) else {
        return wrong(TableField::Customer, RowProblemKind::NotResponsible);
    };
    if !may_write(ground.conn, ground.staff, plan, None, ground.portal.clock.now()).await? {
        return wrong(TableField::Customer, RowProblemKind::NotResponsible);
    }
    let service = cells.text(TableField::Service);
    let offered = package::list_offered(ground.conn, money).await?;
    let Some(found) = offered.into_iter().find(|one| same(&one.package.service) == same(&service)) else {
        return wrong(TableField::Service, word(&service));
    };
    let written = cells.text(TableField::Month);
    let Some(month) = cell::month(&written) else { return wrong(TableField::Month, word(&written)) };
    let volume = cells.text(TableField::Volume);
    let read = match Amount::from_field(&volume) {
        Ok(Amount(read)) => read,
        Err(problem) => return wrong(TableField::Volume, RowProblemKind::Field(problem)),
    };
    if month > ground.portal.today(ground.actor) {
        return wrong(TableField::Month, RowProblemKind::Field(Problem::InFuture));
    }
    let (service, package) = (found.package.service, found.package.id);
    let known = package::list_usage(ground.conn, money, month).await?;
    if known.iter().any(|one| one.service == service && one.month == month && one.volume == read) {
        return Ok(Settled::here(label));
    }
    Ok(Settled::new(label, Vec::new(), Deed::Usage { customer, package, service, month, volume }))
}
