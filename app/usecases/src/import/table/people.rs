//! A row that is one of a customer's people.

use super::{
    columns::Cells,
    plan::{Deed, Ground, RowProblem, RowProblemKind, Settled, of_form, word},
};
use crate::{
    InternalError,
    form::{Parse, Problem, parse_email},
    member::AddMemberForm,
};
use coplan_domain::{
    person::{Language, Scope, Side},
    table_import::{TableField, cell},
};
use coplan_store::person;

/// What would become of it. A person is the same by its address.
pub(super) async fn settle(ground: &mut Ground<'_>, cells: Cells<'_>) -> Result<Settled, InternalError> {
    let label = name(cells);
    let customer = match cells.get(TableField::Customer).ok_or(RowProblemKind::Field(Problem::Empty)) {
        Err(why) => Err(why),
        Ok(typed) => ground.known.customer(typed).map(|customer| customer.id),
    };
    let mut problems = Vec::new();
    let form = form(ground.actor.entered().language(), cells, &mut problems);
    let said = form.parse().err().unwrap_or_default();
    problems.extend(of_form(said, |field| match field {
        "email" => TableField::Email,
        "language" => TableField::Language,
        "title" => TableField::Title,
        "scopes" => TableField::Scopes,
        _ => TableField::Name,
    }));
    let customer = match customer {
        Ok(customer) => customer,
        Err(why) => {
            problems.insert(0, RowProblem::new(TableField::Customer, why));
            return Ok(Settled::wrong(label, problems));
        }
    };
    let email = parse_email(&form.email).ok().map(|email| email.as_str().to_owned());
    let Some(opened) = ground.known.open(ground.conn, ground.actor, customer).await? else {
        let not_yours = RowProblem::new(TableField::Customer, RowProblemKind::NotResponsible);
        return Ok(Settled::wrong(label, vec![not_yours]));
    };
    if let Some(email) = &email {
        if opened.members.contains(email) {
            return Ok(Settled::here(label));
        }
        if person::find_by_email(ground.conn, email).await?.is_some_and(|known| known.side == Side::Supplier) {
            problems.push(RowProblem::of(TableField::Email, Problem::Taken));
        }
    }
    let settled = Settled::new(label, problems, Deed::Member { customer, form });
    if settled.brings() {
        opened.members.extend(email);
    }
    Ok(settled)
}

/// The name, from one column or two.
fn name(cells: Cells<'_>) -> String {
    let parts = [TableField::FirstName, TableField::LastName].into_iter().filter_map(|field| cells.get(field));
    cells.get(TableField::Name).map_or_else(|| parts.collect::<Vec<_>>().join(" "), str::to_owned)
}

/// The person as its form would be filled.
fn form(reader: Language, cells: Cells<'_>, problems: &mut Vec<RowProblem>) -> AddMemberForm {
    let language = word(cells.get(TableField::Language), reader, cell::language, TableField::Language, problems);
    let suggested = AddMemberForm::suggested(language);
    let scopes = match cells.get(TableField::Scopes).map(cell::scopes) {
        None => suggested.scopes.clone(),
        Some(Ok(scopes)) => scopes.iter().map(Scope::to_string).collect(),
        Some(Err(word)) => {
            problems.push(RowProblem::new(TableField::Scopes, RowProblemKind::UnknownWord(word)));
            Vec::new()
        }
    };
    let title = cells.get(TableField::Title).unwrap_or_else(|| untitled(language)).to_owned();
    AddMemberForm { name: name(cells), email: cells.text(TableField::Email), title, scopes, ..suggested }
}

/// What somebody is called at work of whom the table does not say it.
const fn untitled(language: Language) -> &'static str {
    match language {
        Language::En => "Contact person",
        Language::Fi => "Yhteyshenkilö",
        Language::Sv => "Kontaktperson",
    }
}
