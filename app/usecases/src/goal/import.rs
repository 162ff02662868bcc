//! Readings pasted from a spreadsheet: all rows are taken, or none and the first that cannot be read is told.

use super::{ImportReadingsForm, form::Measured, settle, tell, write_of};
use crate::{
    Error, Portal,
    form::{FieldProblem, FromField, Parse, Problem},
    idempotency,
};
use coplan_domain::{
    event::EventKind,
    id::{CustomerId, GoalId, ReadingId},
    text::Line,
};
use coplan_store::{access::Actor, goal};
use jiff::civil::Date;

/// The most rows that are taken at once.
const MOST: usize = 500;

/// One row: the day, what was measured, and what is to know of it.
type Row = (Date, Measured, String);

/// Reads the rows, each as `day;value;note` or with tabs between, as spreadsheets copy them. A first row without a day
/// names the columns.
fn read_rows(text: &str, today: Date) -> Result<Vec<Row>, Problem> {
    let mut rows = Vec::new();
    for (n, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let mut cells = line.splitn(3, ['\t', ';']).map(|cell| cell.trim().to_owned());
        let day = Date::from_field(&cells.next().unwrap_or_default());
        if day.is_err() && n == 1 {
            continue;
        }
        let value = Measured::from_field(&cells.next().unwrap_or_default());
        let note = Option::<Line>::from_field(&cells.next().unwrap_or_default());
        let (Ok(day), Ok(value), Ok(note)) = (day, value, note) else { return Err(Problem::NotARow { row: n }) };
        if day > today || rows.len() == MOST {
            return Err(Problem::NotARow { row: n });
        }
        rows.push((day, value, note.map(String::from).unwrap_or_default()));
    }
    if rows.is_empty() { Err(Problem::Empty) } else { Ok(rows) }
}

/// Writes down what was measured on many days, and says how many were new: what was written down by the same rows before
/// is there already. Nothing is written of a goal that ended.
pub async fn import(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: GoalId,
    form: &ImportReadingsForm,
) -> Result<usize, Error> {
    let read = form.parse();
    let mut change = portal.change_touched().await?;
    let (write, found) = write_of(&mut change, actor, customer, id).await?;
    let rows = read_rows(read?.rows.as_str(), portal.today(actor))
        .map_err(|problem| Error::Invalid(vec![FieldProblem { field: "rows", problem }]))?;
    if found.end.is_some() {
        return Err(Error::NotFound);
    }
    let mut new = 0;
    for (day, value, note) in rows {
        let said = [write.side().to_string(), day.to_string(), value.0.to_string(), note.clone()];
        let [_, reading] = idempotency::ids::<ReadingId>(id.0, &said);
        if goal::insert_reading(&mut change, &write, id, reading, (day, &value.0, &note)).await? {
            new += 1;
        }
    }
    if new > 0 {
        settle(&mut change, &write, id).await?;
        tell(&mut change, &write, EventKind::ReadingRecorded, id, &found.now.terms.title).await?;
    }
    portal.commit(change).await?;
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 29);

    #[test]
    fn rows_are_read_as_spreadsheets_copy_them() {
        let rows = read_rows("Day;min;note\n2026-11-01;12,5;Two new; leaders\n\n2.11.2026\t11\n", TODAY).unwrap();
        let rows: Vec<_> = rows.iter().map(|(day, value, note)| (day.to_string(), value.0.to_string(), note.as_str())).collect();
        let first = ("2026-11-01".to_owned(), "12.5".to_owned(), "Two new; leaders");
        assert_eq!(rows, [first, ("2026-11-02".to_owned(), "11".to_owned(), "")]);
    }

    #[test]
    fn the_first_row_that_cannot_be_read_is_told() {
        assert_eq!(read_rows("2026-11-01;1\nyesterday;2", TODAY), Err(Problem::NotARow { row: 2 }));
        assert_eq!(read_rows("2026-11-01;1\n2026-11-02;many", TODAY), Err(Problem::NotARow { row: 2 }));
        assert_eq!(read_rows("2026-11-30;1", TODAY), Err(Problem::NotARow { row: 1 }), "a day that has not come");
        assert_eq!(read_rows("Day;min\n", TODAY), Err(Problem::Empty));
        assert_eq!(read_rows(&"2026-11-01;1\n".repeat(501), TODAY), Err(Problem::NotARow { row: 501 }));
    }
}
