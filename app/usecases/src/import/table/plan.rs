//! What each row of a table would bring, before anything is written.

use super::{TableColumn, columns::Cells, customers, invoices, known::Known, past, people, projects, tasks, usage, work};
use crate::{
    InternalError, Portal,
    customer::{CreateCustomerForm, InternalForm},
    form::{FieldProblem, Problem},
    idempotency,
    member::AddMemberForm,
    milestone::MilestoneForm,
    project::StartForm,
    task::AddTaskForm,
    work::RecordForm,
};
use coplan_domain::{
    format::{csv::Table, invoice_table::FaultKind},
    id::{CustomerId, InvoiceId, PackageId, PersonId, ProjectId, ThreadId, UploadId},
    invoice::Invoice,
    money::Money,
    table_import::{TableField, TableKind, cell},
};
use coplan_store::{
    Conn,
    access::{Actor, Staff},
    status_report::PastReport,
    thread::PastMessage,
};
use jiff::civil::Date;
use ulid::Ulid;

/// A row of a table as it is shown before it is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPreview {
    /// Its number, as a spreadsheet shows it.
    pub number: usize,
    /// What it brings, by name.
    pub label: String,
    /// What it comes to, of an invoice.
    pub sum: Option<Money>,
    /// What would become of it.
    pub fate: RowFate,
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFate {
    /// It is imported.
    New,
    /// It is here already, so it changes nothing.
    Here,
    /// It looks wrong and may be right; it is imported once somebody says so.
    Doubtful(Vec<RowProblem>),
    /// It cannot be imported as it is.
    Wrong(Vec<RowProblem>),
}

/// What is wrong with a row, and in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// What the column says.
    pub field: TableField,
    /// What is wrong there.
    pub why: RowProblemKind,
}

/// What is wrong in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblemKind {
    /// What the form says of its field.
    Field(Problem),
    /// Two days could be meant.
    AmbiguousDay,
    /// A word that says nothing there.
    UnknownWord(String),
    /// No customer has this number, business id or name.
    UnknownCustomer,
    /// Several customers have this name.
    SeveralCustomers,
    /// The customer is ended.
    EndedCustomer,
    /// The customer has no project of this name.
    UnknownProject,
    /// The customer has several projects of this name.
    SeveralProjects,
    /// None of the supplier's people has this address or name, or several have.
    UnknownColleague,
    /// Neither one of the supplier's people nor of the customer's.
    UnknownWriter,
    /// Others are responsible for it.
    NotResponsible,
    /// What is wrong with a row of an invoice.
    Invoice(FaultKind),
}

impl RowProblem {
    pub(super) fn new(field: TableField, why: RowProblemKind) -> Self {
        Self { field, why }
    }

    /// What a form says of one of its fields.
    pub(super) fn of(field: TableField, problem: Problem) -> Self {
        Self { field, why: RowProblemKind::Field(problem) }
    }

    fn can_be_confirmed(&self) -> bool {
        matches!(&self.why, RowProblemKind::Field(problem) if problem.can_be_confirmed())
    }
}

/// What a form says of its fields, said of the columns that they come from.
pub(super) fn of_form(problems: Vec<FieldProblem>, column: impl Fn(&'static str) -> TableField) -> Vec<RowProblem> {
    problems.into_iter().map(|problem| RowProblem::of(column(problem.field), problem.problem)).collect()
}

/// What a row brings, as the forms that it fills.
pub(super) enum Deed {
    Customer { form: CreateCustomerForm, internal: Option<InternalForm> },
    Member { customer: CustomerId, form: AddMemberForm },
    Project { customer: CustomerId, project: ProjectId, start: Option<StartForm>, milestone: Option<MilestoneForm> },
    Task { customer: CustomerId, project: ProjectId, form: AddTaskForm },
    Work { customer: CustomerId, person: PersonId, form: RecordForm },
    Usage { customer: CustomerId, package: PackageId, service: String, month: Date, volume: String },
    Invoice { id: InvoiceId, customer: CustomerId, invoice: Box<Invoice> },
    Report { customer: CustomerId, project: ProjectId, report: PastReport, label: String },
    Message { customer: CustomerId, thread: PastThread, message: PastMessage },
}

/// A discussion of the time before.
pub(super) struct PastThread {
    pub id: ThreadId,
    pub title: String,
    /// Whether the row is the first of it.
    pub begins: bool,
}

/// What would become of a row, with what it brings where it brings something.
pub(super) struct Planned {
    pub row: RowPreview,
    pub deed: Option<Deed>,
}

/// A row before its number is known.
pub(super) struct Settled {
    label: String,
    fate: RowFate,
    deed: Option<Deed>,
}

impl Settled {
    /// A row that is here already.
    pub fn here(label: String) -> Self {
        Self { label, fate: RowFate::Here, deed: None }
    }

    /// A row with what is wrong with it, perhaps nothing.
    pub fn new(label: String, problems: Vec<RowProblem>, deed: Deed) -> Self {
        if problems.is_empty() {
            Self { label, fate: RowFate::New, deed: Some(deed) }
        } else if problems.iter().all(RowProblem::can_be_confirmed) {
            Self { label, fate: RowFate::Doubtful(problems), deed: Some(deed) }
        } else {
            Self { label, fate: RowFate::Wrong(problems), deed: None }
        }
    }

    /// A row of which it is not clear what it speaks of.
    pub fn wrong(label: String, problems: Vec<RowProblem>) -> Self {
        Self { label, fate: RowFate::Wrong(problems), deed: None }
    }

    /// Whether it brings something.
    pub fn brings(&self) -> bool {
        self.deed.is_some()
    }
}

/// What all rows of a table are looked at with.
pub(super) struct Ground<'a> {
    pub portal: &'a Portal,
    pub actor: &'a Actor,
    pub staff: &'a Staff,
    pub conn: &'a mut Conn,
    pub known: Known,
    /// How the days of the table are written, where its work tells.
    pub order: Option<cell::DayOrder>,
}

/// Looks at all rows, in their order: a row may speak of what one before it brings.
pub(super) async fn plan(
    ground: &mut Ground<'_>,
    kind: TableKind,
    upload: UploadId,
    (table, columns): (&Table, &[TableColumn]),
) -> Result<Vec<Planned>, InternalError> {
    for number in table.rows().filter_map(|row| Cells::new(row, columns).get(TableField::Number)) {
        ground.known.reserve(number);
    }
    if kind == TableKind::Invoices {
        return invoices::plan(ground, upload, (table, columns)).await;
    }
    ground.order = cell::order(table.rows().filter_map(|row| Cells::new(row, columns).get(TableField::Day)));
    let mut planned = Vec::new();
    for row in table.rows() {
        let cells = Cells::new(row, columns);
        // The same words have the same id, so that a row is imported once, however often it is asked for.
        let [_, id]: [Ulid; 2] = idempotency::ids(upload.0, &cells.words(kind));
        let settled = match kind {
            TableKind::Customers => customers::settle(ground, cells, id).await?,
            TableKind::People => people::settle(ground, cells).await?,
            TableKind::Projects => projects::settle(ground, cells, id).await?,
            TableKind::Tasks => tasks::settle(ground, cells, id).await?,
            TableKind::Work => work::settle(ground, cells, id).await?,
            TableKind::Usage => usage::settle(ground, cells).await?,
            TableKind::Reports => past::settle_report(ground, cells).await?,
            TableKind::Messages => past::settle_message(ground, cells).await?,
            // Several rows are one invoice.
            TableKind::Invoices => continue,
        };
        let row = RowPreview { number: cells.number(), label: settled.label, sum: None, fate: settled.fate };
        planned.push(Planned { row, deed: settled.deed });
    }
    Ok(planned)
}

/// A day as a form takes it; what is no day goes on as it is written, so that the form says so.
pub(super) fn day(text: Option<&str>, field: TableField, problems: &mut Vec<RowProblem>) -> String {
    use coplan_domain::table_import::cell::{Day, day};
    match text.map(day) {
        None => String::new(),
        Some(Day::On(day)) => day.to_string(),
        Some(Day::Unknown) => text.unwrap_or_default().to_owned(),
        Some(Day::Ambiguous) => {
            problems.push(RowProblem::new(field, RowProblemKind::AmbiguousDay));
            String::new()
        }
    }
}

/// What is meant by the word in a cell, or what is said where nothing is written.
pub(super) fn word<T>(
    text: Option<&str>,
    otherwise: T,
    read: impl Fn(&str) -> Option<T>,
    field: TableField,
    problems: &mut Vec<RowProblem>,
) -> T {
    let Some(text) = text else { return otherwise };
    read(text).unwrap_or_else(|| {
        problems.push(RowProblem::new(field, RowProblemKind::UnknownWord(text.chars().take(60).collect())));
        otherwise
    })
}
