//! Recording what was paid, and taking a wrong entry back.

use super::form::PaymentForm;
use crate::{
    Error, Portal,
    form::{FieldProblem, Problem, Problems},
    idempotency,
    record::record,
};
use coplan_domain::{
    event::{Audience, EventKind, ObjectKind},
    id::{CustomerId, InvoiceId, PaymentId},
    invoice::Invoice,
    money::{Currency, Money},
    person::Scope,
};
use coplan_store::{
    Change, StoreError,
    access::{Actor, MoneyWrite},
    invoice::{self, payment, payment::PaymentRow},
};
use jiff::civil::Date;

/// The most minor units that one payment can be; sums of many of them can still be counted.
const MOST: i64 = 1_000_000_000_000_000;

/// Records a payment of an invoice, or what was given back for a credit note. Doing it twice records one; another sum or
/// day with the same form is another payment. More than is open is recorded only where that was said.
pub async fn record_payment(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    form: &PaymentForm,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    let kept = invoice::find(&mut change, write.money(), id).await?.ok_or(Error::NotFound)?;
    let (amount, paid_on) = read(form, &kept.invoice, portal.today(actor))?;
    let known = payment::list(&mut change, write.money(), id).await?;
    let ids = idempotency::ids::<PaymentId>(form.id.0, &[&amount.minor().to_string(), &paid_on.to_string()]);
    let is_kept = |row: &PaymentRow| ids.contains(&row.id) && row.amount == amount.minor() && row.paid_on == paid_on;
    if known.iter().any(is_kept) {
        return Ok(());
    }
    if let Some(problem) = over(kept.due, &known, amount).filter(|_| !form.more_than_open) {
        return Err(Error::Invalid(vec![FieldProblem { field: "amount", problem }]));
    }
    for payment in ids {
        let row = PaymentRow { id: payment, amount: amount.minor(), paid_on, bank_transaction: None };
        if payment::insert(&mut change, &write, id, row).await? {
            tell(&mut change, &write, EventKind::InvoicePaid, id, &kept.invoice.number).await?;
            portal.commit(change).await?;
            return Ok(());
        }
        let known = payment::list(&mut change, write.money(), id).await?;
        // The id of another invoice's payment.
        let there = known.into_iter().find(|row| row.id == payment).ok_or(Error::NotFound)?;
        if there == row {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

/// By how much a payment would be more than what is open; none where it is not.
fn over(due: Money, known: &[PaymentRow], amount: Money) -> Option<Problem> {
    let paid = known.iter().fold(amount.minor(), |sum, row| sum.saturating_add(row.amount));
    let open = due.minor().saturating_sub(paid);
    // Of a credit note everything is the other way round.
    let over = if amount.minor() < 0 { open } else { open.saturating_neg() };
    (over > 0).then(|| Problem::MoreThanOpen { over: Money::from_minor(over, due.currency()) })
}

/// Takes an entry back that was wrong. Doing it twice takes one back.
pub async fn take_back_payment(
    portal: &Portal,
    actor: &Actor,
    customer: CustomerId,
    id: InvoiceId,
    payment: PaymentId,
) -> Result<(), Error> {
    let mut change = portal.change_touched().await?;
    let write = MoneyWrite::prove(&mut change, actor, customer).await?;
    let kept = invoice::find(&mut change, write.money(), id).await?.ok_or(Error::NotFound)?;
    let known = payment::list(&mut change, write.money(), id).await?;
    let taken = known.into_iter().find(|row| row.id == payment);
    if let Some(taken) = taken
        && payment::remove(&mut change, &write, id, payment).await?
    {
        // Its row is gone; what it was stays told.
        let label = format!("{} ({})", kept.invoice.number, Money::from_minor(taken.amount, kept.invoice.currency));
        tell(&mut change, &write, EventKind::PaymentTakenBack, id, &label).await?;
    }
    portal.commit(change).await?;
    Ok(())
}

/// Keeps that something happened to the payments of an invoice.
pub(crate) async fn tell(
    change: &mut Change,
    write: &MoneyWrite,
    kind: EventKind,
    id: InvoiceId,
    number: &str,
) -> Result<(), StoreError> {
    record(change, write, kind, (ObjectKind::Invoice, id.0), number, Audience::Scope(Scope::Money)).await
}

fn read(form: &PaymentForm, invoice: &Invoice, today: Date) -> Result<(Money, Date), Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let amount = read_amount(&form.amount, invoice.currency);
    if amount.is_none() {
        let problem = if form.amount.trim().is_empty() { Problem::Empty } else { Problem::NotAnAmount };
        problems.add("amount", problem);
    }
    let paid_on = problems.read::<Date>("paid_on", &form.paid_on);
    if paid_on.is_some_and(|day| day > today) {
        problems.add("paid_on", Problem::InFuture);
    }
    let gives_back = invoice.owed().minor() < 0;
    let amount = amount.map(|amount| if gives_back { Money::from_minor(-amount.minor(), invoice.currency) } else { amount });
    problems.finish(amount.zip(paid_on))
}

/// A positive amount as people type it: with a decimal comma or point, with spaces between thousands; with commas and
/// points only where it is clear which is which. None where it is anything else, or finer than the currency.
pub(crate) fn read_amount(typed: &str, currency: Currency) -> Option<Money> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    let mark = bare.rfind([',', '.']);
    let (whole, fraction) = mark.map_or((bare.as_str(), ""), |at| (&bare[..at], &bare[at + 1..]));
    let between = if mark.is_some_and(|at| bare[at..].starts_with(',')) { '.' } else { ',' };
    let mut groups = whole.split(between);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // Zeros are decimals too: "1,200" is twelve hundred to some and one twenty to others.
    let fits = fraction.len() <= currency.decimals() as usize;
    if digits.is_empty() || !only_digits(&digits) || !only_digits(fraction) || !fits {
        return None;
    }
    let exact: coplan_domain::exact::Exact = format!("{digits}.{fraction}").parse().ok()?;
    Money::from_exact(&exact, currency).ok().filter(|amount| (1..=MOST).contains(&amount.minor()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(typed: &str, currency: &str) -> Option<i64> {
        read_amount(typed, currency.parse().unwrap()).map(Money::minor)
    }

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for typed in ["1234.5", "1234,50", "1 234,50", "1\u{a0}234,50", "1\u{202f}234.50", "1,234.50", "1.234,50"] {
            assert_eq!(minor(typed, "EUR"), Some(123_450), "{typed}");
        }
        assert_eq!(minor("1500", "JPY"), Some(1500));
        assert_eq!(minor("1.234", "KWD"), Some(1234));
    }

    #[test]
    fn what_could_mean_two_sums_is_not_guessed() {
        for typed in [
            "",
            "0",
            "-5",
            "1,234",
            "1.234",
            "1,200",
            "1.200",
            "1.23.4",
            "12,34.5",
            "1e3",
            "€5",
            ",5,",
            "1,234,50",
            "99999999999999",
        ] {
            assert_eq!(minor(typed, "EUR"), None, "{typed}");
        }
        assert_eq!(minor("1.5", "JPY"), None);
    }
}
