//! A row that is a customer.

use super::{
    columns::Cells,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled, of_form},
};
use crate::{
    InternalError,
    customer::{CreateCustomerForm, InternalForm, problems_of_new},
    form::Problem,
};
use coplan_domain::{customer::Customer, id::CustomerId, person::CodePolicy, table_import::TableField};
use ulid::Ulid;

/// What would become of it. A customer is the same by its business id, else by its name.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>, id: Ulid) -> Result<Settled, InternalError> {
    let name = cells.text(TableField::Name);
    let ids = [cells.get(TableField::BusinessId), cells.get(TableField::VatId)];
    if ground.known.same_customer(&name, ids).is_some() {
        return Ok(Settled::here(name));
    }
    let mut problems = Vec::new();
    let responsible = match cells.get(TableField::Responsible) {
        None => ground.actor.person(),
        Some(typed) => ground.known.in_charge(typed).unwrap_or_else(|| {
            problems.push(RowProblem::new(TableField::Responsible, RowProblemKind::UnknownColleague));
            ground.actor.person()
        }),
    };
    let number = cells.get(TableField::Number).map_or_else(|| ground.known.free_number(), str::to_owned);
    if ground.known.has_number(&number) {
        problems.push(RowProblem::of(TableField::Number, Problem::Taken));
    }
    let [business_id, vat_id] = ids.map(|id| id.unwrap_or_default().to_owned());
    let suggested = CreateCustomerForm::suggested(CustomerId(id), responsible);
    let form = CreateCustomerForm { name: name.clone(), number, business_id, vat_id, ..suggested };
    let said = problems_of_new(ground.conn, ground.staff, &form).await?;
    problems.extend(of_form(said, |field| match field {
        "number" => TableField::Number,
        "business_id" => TableField::BusinessId,
        "vat_id" => TableField::VatId,
        "responsible" => TableField::Responsible,
        _ => TableField::Name,
    }));
    let internal = internal(cells, &mut problems);
    let known = customer(ground, &form);
    let settled = Settled::new(name, problems, Deed::Customer { form, internal });
    if settled.brings() {
        ground.known.insert(known);
    }
    Ok(settled)
}

/// What only the supplier's people know of it; none where nothing is written.
fn internal(cells: Cells<'_>, problems: &mut Vec<RowProblem>) -> Option<InternalForm> {
    use crate::form::Parse;
    let (segment, about) = (cells.text(TableField::Segment), cells.text(TableField::About));
    if segment.is_empty() && about.is_empty() {
        return None;
    }
    let form = InternalForm { segment, about, ..InternalForm::default() };
    let said = form.parse().err().unwrap_or_default();
    problems.extend(of_form(said, |field| if field == "segment" { TableField::Segment } else { TableField::About }));
    Some(form)
}

/// The customer as the rows below may speak of it.
fn customer(ground: &Ground<'_>, form: &CreateCustomerForm) -> Customer {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Customer {
        id: form.id,
        number: form.number.clone(),
        name: form.name.clone(),
        business_id: some(&form.business_id),
        vat_id: some(&form.vat_id),
        code_policy: CodePolicy::NewDevice,
        created_at: ground.portal.clock.now(),
        ended_at: None,
        version: 1,
    }
}
