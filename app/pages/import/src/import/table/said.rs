//! What tables, their columns and what is wrong with their rows are called in the reader's words.

use coplan_app::{forms::problem, parts::sums, say, words::Words};
use coplan_domain::{
    format::{
        csv::CsvError,
        invoice_table::{Fault, FaultKind},
    },
    table_import::{TableField, TableKind},
};
use coplan_usecases::{
    form::Problem,
    import::table::{RowFate, RowProblem, RowProblemKind, TableColumn, TableContent, TableImport},
};

/// A count as the words take it.
#[must_use]
pub fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What the rows of a table are.
#[must_use]
pub fn kind(words: &Words, kind: TableKind) -> String {
    match kind {
        TableKind::Customers => say!(words, "table-customers"),
        TableKind::People => say!(words, "table-people"),
        TableKind::Projects => say!(words, "table-projects"),
        TableKind::Tasks => say!(words, "table-tasks"),
        TableKind::Work => say!(words, "table-work"),
        TableKind::Usage => say!(words, "table-usage"),
        TableKind::Invoices => say!(words, "table-invoices"),
        TableKind::Reports => say!(words, "table-reports"),
        TableKind::Messages => say!(words, "table-messages"),
    }
}

/// What a column says.
#[must_use]
pub fn field(words: &Words, kind: TableKind, field: TableField) -> String {
    match field {
        TableField::Name if kind == TableKind::Customers => say!(words, "table-field-customer"),
        TableField::Name if kind == TableKind::Work => say!(words, "table-field-worker"),
        TableField::Words if kind == TableKind::Invoices => say!(words, "table-field-line"),
        TableField::Words if kind == TableKind::Reports => say!(words, "table-field-reason"),
        TableField::Words if kind == TableKind::Messages => say!(words, "table-field-text"),
        TableField::Name if kind == TableKind::Reports => say!(words, "table-field-reporter"),
        TableField::Day if matches!(kind, TableKind::Reports | TableKind::Messages) => say!(words, "table-field-date"),
        TableField::Email if kind == TableKind::Messages => say!(words, "table-field-writer"),
        TableField::Customer => say!(words, "table-field-customer"),
        TableField::Name => say!(words, "table-field-name"),
        TableField::FirstName => say!(words, "table-field-first-name"),
        TableField::LastName => say!(words, "table-field-last-name"),
        TableField::Number => say!(words, "customer-number"),
        TableField::BusinessId => say!(words, "customer-business-id"),
        TableField::VatId => say!(words, "customer-vat-id"),
        TableField::Responsible => say!(words, "portfolio-responsible"),
        TableField::Segment => say!(words, "customer-segment"),
        TableField::About if kind == TableKind::Projects => say!(words, "project-about"),
        TableField::About => say!(words, "customer-about"),
        TableField::Email => say!(words, "table-field-email"),
        TableField::Title => say!(words, "table-field-title"),
        TableField::Language => say!(words, "table-field-language"),
        TableField::Scopes => say!(words, "table-field-scopes"),
        TableField::Project => say!(words, "table-field-project"),
        TableField::Shared => say!(words, "table-field-shared"),
        TableField::Milestone => say!(words, "table-field-milestone"),
        TableField::PromisedOn => say!(words, "table-field-promised-on"),
        TableField::Task => say!(words, "table-field-task"),
        TableField::DueOn => say!(words, "table-field-due-on"),
        TableField::Side => say!(words, "table-field-side"),
        TableField::Stage => say!(words, "table-field-stage"),
        TableField::Why => say!(words, "table-field-why"),
        TableField::Day => say!(words, "work-day"),
        TableField::Time => say!(words, "work-time"),
        TableField::Words => say!(words, "table-field-done"),
        TableField::Charge => say!(words, "work-charge"),
        TableField::Service => say!(words, "package-service"),
        TableField::Month => say!(words, "spend-month"),
        TableField::Volume => say!(words, "package-used"),
        TableField::InvoiceNumber => say!(words, "table-field-invoice-number"),
        TableField::IssuedOn => say!(words, "table-field-issued-on"),
        TableField::Currency => say!(words, "table-field-currency"),
        TableField::Quantity => say!(words, "table-field-quantity"),
        TableField::Unit => say!(words, "table-field-unit"),
        TableField::Price => say!(words, "table-field-price"),
        TableField::Net => say!(words, "table-field-net"),
        TableField::VatRate => say!(words, "table-field-vat-rate"),
        TableField::Period => say!(words, "table-field-period"),
        TableField::PeriodEnd => say!(words, "table-field-period-end"),
        TableField::Reference => say!(words, "table-field-reference"),
        TableField::Order => say!(words, "table-field-order"),
        TableField::Account => say!(words, "table-field-account"),
        TableField::Total => say!(words, "table-field-total"),
        TableField::Credits => say!(words, "table-field-credits"),
        TableField::Light => say!(words, "table-field-light"),
        TableField::Topic => say!(words, "table-field-topic"),
    }
}

/// A column as a spreadsheet calls it: A to Z, then AA.
#[must_use]
pub fn letter(number: usize) -> String {
    let (mut rest, mut letters) = (number, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What is wrong with a row: in which column, and a sentence.
#[must_use]
pub fn row_problem(words: &Words, table: TableKind, columns: &[TableColumn], problem: &RowProblem) -> (String, String) {
    let column = columns.iter().find(|column| column.field == Some(problem.field)).map(|column| column.number);
    let place = in_column(words, table, (problem.field, column));
    let said = match &problem.why {
        RowProblemKind::Field(problem) => problem::sentence(words, *problem),
        RowProblemKind::AmbiguousDay => say!(words, "table-ambiguous-day"),
        RowProblemKind::UnknownWord(word) => say!(words, "table-unknown-word", word = word.as_str()),
        RowProblemKind::UnknownCustomer => say!(words, "table-unknown-customer"),
        RowProblemKind::SeveralCustomers => say!(words, "table-several-customers"),
        RowProblemKind::EndedCustomer => say!(words, "table-ended-customer"),
        RowProblemKind::UnknownProject => say!(words, "table-unknown-project"),
        RowProblemKind::SeveralProjects => say!(words, "table-several-projects"),
        RowProblemKind::UnknownColleague => say!(words, "table-unknown-colleague"),
        RowProblemKind::UnknownWriter => say!(words, "table-unknown-writer"),
        RowProblemKind::NotResponsible => say!(words, "table-not-responsible"),
        RowProblemKind::Invoice(why) => fault(words, why),
    };
    (place, said)
}

/// What a column says, and which one it is.
fn in_column(words: &Words, table: TableKind, (said, column): (TableField, Option<usize>)) -> String {
    let name = field(words, table, said);
    match column {
        Some(column) => say!(words, "table-in-column", name = name, column = letter(column)),
        None => name,
    }
}

/// How many wrong cells of one invoice are told.
const MOST_FAULTS: usize = 25;

/// What is wrong with the rows of an invoice, each with its place.
#[must_use]
pub fn faults(words: &Words, faults: &[Fault]) -> String {
    let more = faults.len().saturating_sub(MOST_FAULTS);
    let more = (more > 0).then(|| say!(words, "table-more-faults", n = count(more)));
    let each = faults.iter().take(MOST_FAULTS).map(|one| {
        let place = in_column(words, TableKind::Invoices, (one.field, one.column));
        format!("{} {}, {place}: {}", say!(words, "table-row"), one.row, fault(words, &one.why))
    });
    each.chain(more).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a cell of an invoice.
fn fault(words: &Words, why: &FaultKind) -> String {
    match why {
        FaultKind::Missing => problem::sentence(words, Problem::Empty),
        FaultKind::NotADay(written) => say!(words, "table-not-a-day", written = written.as_str()),
        FaultKind::AmbiguousDay => say!(words, "table-ambiguous-day"),
        FaultKind::NotAPeriod(written) => say!(words, "table-not-a-period", written = written.as_str()),
        FaultKind::NotANumber(written) => say!(words, "table-not-a-number", written = written.as_str()),
        FaultKind::UnknownCurrency(written) => say!(words, "table-unknown-currency", written = written.as_str()),
        FaultKind::UnknownVat(written) => say!(words, "table-unknown-vat", written = written.as_str()),
        FaultKind::TooFine => say!(words, "table-too-fine"),
        FaultKind::TooLarge => say!(words, "table-number-too-large"),
        FaultKind::TooLong { limit } => say!(words, "table-text-too-long", limit = count(*limit)),
        FaultKind::OtherThan { row, written } => {
            say!(words, "table-other-than", row = count(*row), written = written.as_str())
        }
        FaultKind::Differs { stated, computed } => {
            say!(words, "table-differs", stated = sums::sum(words, *stated), computed = sums::sum(words, *computed))
        }
    }
}

/// Why a file cannot be read as a table.
#[must_use]
pub fn unreadable(words: &Words, why: &CsvError) -> String {
    match why {
        CsvError::TooLarge { .. } => say!(words, "table-too-large"),
        CsvError::NotText => say!(words, "table-not-text"),
        CsvError::Empty => say!(words, "table-empty"),
        CsvError::HeadingTwice { at, heading } => {
            say!(words, "table-heading-twice", heading = heading.as_str(), column = letter(at.column))
        }
        CsvError::NoHeading { at, written } => {
            say!(words, "table-no-heading", row = count(at.row), column = letter(at.column), written = written.as_str())
        }
        CsvError::TooManyRows { limit, .. } => say!(words, "table-too-many-rows", limit = count(*limit)),
        CsvError::TooManyColumns { limit, .. } => say!(words, "table-too-many-columns", limit = count(*limit)),
        CsvError::CellTooLong { at, limit } => {
            say!(words, "table-cell-too-long", row = count(at.row), column = letter(at.column), limit = count(*limit))
        }
        CsvError::BadCharacter { at } => say!(words, "table-bad-character", row = count(at.row), column = letter(at.column)),
        CsvError::OpenQuote { at } => say!(words, "table-open-quote", row = count(at.row), column = letter(at.column)),
    }
}

/// Which columns are missing.
#[must_use]
pub fn missing(words: &Words, table: TableKind, fields: &[TableField]) -> String {
    let names = fields.iter().map(|missing| field(words, table, *missing)).collect::<Vec<_>>().join(", ");
    say!(words, "table-missing", names = names)
}

/// How many rows there are of each kind, in one line.
#[must_use]
pub fn counts(words: &Words, content: &TableContent) -> String {
    let number = |is: fn(&RowFate) -> bool| Some(count(content.count(is))).filter(|n| *n > 0);
    let parts = [
        number(|fate| matches!(fate, RowFate::New)).map(|n| say!(words, "table-count-new", n = n)),
        number(|fate| matches!(fate, RowFate::Here)).map(|n| say!(words, "table-count-present", n = n)),
        number(|fate| matches!(fate, RowFate::Doubtful(_))).map(|n| say!(words, "table-count-doubtful", n = n)),
        number(|fate| matches!(fate, RowFate::Wrong(_))).map(|n| say!(words, "table-count-wrong", n = n)),
    ];
    let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if said.is_empty() { say!(words, "table-no-rows") } else { said }
}

/// What became of an import, in one line.
#[must_use]
pub fn outcome(words: &Words, import: &TableImport) -> String {
    if import.undone_at.is_some() {
        return say!(words, "table-undone", n = count(import.added));
    }
    let added = match import.kind {
        TableKind::Invoices => say!(words, "table-count-invoices", n = count(import.added)),
        _ => say!(words, "table-count-added", n = count(import.added)),
    };
    let present = (import.present > 0).then(|| say!(words, "table-count-present", n = count(import.present)));
    let refused = (import.refused > 0).then(|| say!(words, "table-count-refused", n = count(import.refused)));
    [Some(added), present, refused].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([1, 26, 27, 52, 100].map(letter), ["A", "Z", "AA", "AZ", "CV"]);
    }
}
