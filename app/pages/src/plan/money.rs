//! What the customer pays: the sum and its day, the newest invoice drawn in its parts, and where to pay.

use coplan_app::{
    links,
    parts::{status, sums},
    say,
    words::Words,
};
use coplan_domain::{
    id::CustomerId,
    money::Money,
    person::Side,
    sepa::{Transfer, grouped, qr_text},
};
use coplan_pages_money::invoice::{approve, pay, paying};
use coplan_usecases::{
    invoice::{InvoiceBrief, MoneyInShort, OpenSum, Share, ShareOf, ToPay},
    plan::PlanView,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// How many shades the drawing has.
const SHADES: usize = 5;

/// What is open, in one line for the top of the page.
pub(super) fn line(words: &Words, view: &PlanView) -> Option<AnyView> {
    let money = view.money.as_ref().filter(|money| money.last.is_some())?;
    let said = in_short(words, reader(view), &money.open, view.today);
    Some(view! { <p class="verdict-pay"><a href="#pay">{said}</a></p> }.into_any())
}

pub(super) fn section(words: &Words, view: &PlanView) -> Option<AnyView> {
    let money = view.money.as_ref()?;
    let title = if view.internal.is_some() { say!(words, "pay-title-staff") } else { say!(words, "pay-title") };
    let all = money.last.is_some().then(|| {
        view! { <a class="quiet" href=links::invoice::list(view.frame.customer)>{say!(words, "invoices-all")}</a> }
    });
    let body = match &money.last {
        Some(last) => filled(words, view, money, last),
        None => view! { <p>{say!(words, "pay-none")}</p> }.into_any(),
    };
    Some(
        view! {
            <section class="pay" id="pay" aria-labelledby="h-money">
                <div class="section-head"><h2 id="h-money">{title}</h2>{all}</div>
                {body}
            </section>
        }
        .into_any(),
    )
}

fn filled(words: &Words, view: &PlanView, money: &MoneyInShort, last: &InvoiceBrief) -> AnyView {
    let agrees = money.agrees.then(|| view! { " "<span class="status done">{say!(words, "verdict-all-agree")}</span> });
    let decided = last.decision.map(|decision| view! { " "{approve::chip(words, decision)} });
    view! {
        {asked(words, view, money)}
        {newest(words, view, money, last)}
        {drawing(&money.split)}
        <ul class="legend">{legend(words, &money.split)}</ul>
        {money.to_pay.as_ref().map(|to_pay| pay_to(words, view.frame.customer, money, to_pay))}
        <p class="pay-foot"><a href=links::invoice::show(view.frame.customer, last.id)>{sums::kind(words, &last.kind, &last.number)}</a>{agrees}{decided}</p>
    }
    .into_any()
}

/// What is to be paid in all, and until when; what is late of it comes first.
fn asked(words: &Words, view: &PlanView, money: &MoneyInShort) -> AnyView {
    let (Some(sum), favour) = sides(words, &money.open) else {
        let said = open(words, reader(view), &money.open).join(" ");
        return view! { <p class="pay-sum calm">{said}</p> }.into_any();
    };
    let favour = favour.map(|favour| view! { <p>{sums::in_favour(words, reader(view), favour)}</p> });
    let by = by(words, &sum, &money.open, view.today);
    view! { <p class="pay-sum"><strong>{sum}</strong>" "{by}</p>{favour} }.into_any()
}

fn by(words: &Words, sum: &str, open: &[OpenSum], today: Date) -> Option<AnyView> {
    let to_pay = || open.iter().filter(|open| open.sum.minor() > 0);
    let due = to_pay().filter_map(|open| open.next_due).min()?;
    let said = match joined(words, to_pay().map(|open| open.late).filter(|late| late.minor() > 0).collect()) {
        None => {
            let day = words.short_weekday_and_day(due, today);
            return Some(view! { <span>{say!(words, "pay-by", day = day)}</span> }.into_any());
        }
        Some(late) if late == sum => say!(words, "pay-late-all", day = words.day(due, today)),
        Some(late) => say!(words, "pay-late-part", sum = late, day = words.day(due, today)),
    };
    Some(status::status("late", said))
}

/// Which invoice the parts below are of, where it is not all that is to be paid.
fn newest(words: &Words, view: &PlanView, money: &MoneyInShort, last: &InvoiceBrief) -> Option<AnyView> {
    let is_all = last.open == last.owed && money.open.iter().all(|open| open.sum == last.open || open.sum.is_zero());
    if is_all && last.owed.minor() > 0 {
        return None;
    }
    let unasked = last.due.is_zero() && !last.owed.is_zero();
    let said = || if unasked { sums::not_for_payment(words, &last.kind) } else { say!(words, "invoice-paid") };
    let settled = last.open.is_zero().then(|| status::status("done", said()));
    let noted = noted(words, reader(view), last).map(|noted| view! { <p class="quiet">{noted}</p> });
    let (kind, when) = (sums::kind(words, &last.kind, &last.number), when(words, last, view.today));
    Some(
        view! {
            <p class="pay-of"><span>{kind}", "{when}</span><strong>{sums::sum(words, last.owed)}</strong>{settled}</p>
            {noted}
        }
        .into_any(),
    )
}

/// Where the newest invoice that is open is to be paid; each can be taken with one press and a copy.
fn pay_to(words: &Words, customer: CustomerId, money: &MoneyInShort, to_pay: &ToPay) -> AnyView {
    let is_all = money.open.iter().all(|open| open.sum == to_pay.open || open.sum.is_zero());
    let which = (!is_all).then(|| format!("{}: {}", to_pay.number, sums::sum(words, to_pay.open)));
    let is_collected = to_pay.means.is_direct_debit();
    let by_hand = |text: Option<String>| text.filter(|_| !is_collected);
    let account = to_pay.means.account.as_deref().map(grouped);
    let collected = is_collected.then(|| paying::collected(words, &to_pay.means));
    let rows = [
        (say!(words, "pay-invoice"), which, ""),
        (say!(words, "pay-to"), Some(to_pay.payee.clone()), ""),
        (say!(words, "invoice-direct-debit"), collected, ""),
        (say!(words, "pay-account"), by_hand(account), "copy"),
        (say!(words, "pay-reference"), by_hand(to_pay.means.reference.clone()), "copy"),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value, class)| value.map(|value| view! { <div><dt>{name}</dt><dd class=class>{value}</dd></div> }));
    let transfer = to_pay.means.account.as_deref().filter(|_| !is_collected).map(|account| Transfer {
        payee: &to_pay.payee,
        account,
        amount: to_pay.open,
        reference: to_pay.means.reference.as_deref(),
        text: &to_pay.number,
    });
    let code = transfer.and_then(|transfer| qr_text(&transfer)).map(|_| {
        let code = pay::code(words, customer, to_pay.id);
        view! { <details class="more tight"><summary>{say!(words, "pay-code")}</summary>{code}</details> }
    });
    view! { <dl class="pay-to">{rows.collect_view()}</dl>{code} }.into_any()
}

/// Until when something is to be paid; the invoice's own day where nothing is.
fn when(words: &Words, last: &InvoiceBrief, today: Date) -> String {
    match last.due_on {
        Some(due) if last.open.minor() > 0 => say!(words, "money-due", day = words.day(due, today)),
        _ => words.day(last.issued_on, today),
    }
}

/// What the whole sum alone would say wrongly: that it gives back, or that some of it is done with.
fn noted(words: &Words, reader: Side, last: &InvoiceBrief) -> Option<String> {
    let partly = !last.open.is_zero() && last.open != last.due;
    if let Some(favour) = last.open.checked_neg().ok().filter(|_| last.owed.minor() > 0 && last.open.minor() < 0) {
        return Some(sums::in_favour(words, reader, sums::sum(words, favour)));
    }
    if partly {
        let (sum, whole) = (sums::sum(words, last.open), sums::sum(words, last.owed));
        return Some(say!(words, "money-still-open", sum = sum, whole = whole));
    }
    (last.owed.minor() < 0).then(|| sums::gives_back(words, reader))
}

/// Whose person reads it.
fn reader(view: &PlanView) -> Side {
    if view.internal.is_some() { Side::Supplier } else { Side::Customer }
}

/// Sums of several currencies as one text; none where there are none.
fn joined(words: &Words, sums: Vec<Money>) -> Option<String> {
    let sums = sums.into_iter().map(|sum| sums::sum(words, sum)).collect::<Vec<_>>();
    (!sums.is_empty()).then(|| sums.join(" + "))
}

/// The sums to be paid, and those in the customer's favour, each as one text; none where there are none.
fn sides(words: &Words, open: &[OpenSum]) -> (Option<String>, Option<String>) {
    let to_pay = open.iter().map(|open| open.sum).filter(|sum| sum.minor() > 0).collect();
    let favour = open.iter().filter(|open| open.sum.minor() < 0).filter_map(|open| open.sum.checked_neg().ok()).collect();
    (joined(words, to_pay), joined(words, favour))
}

/// What is open altogether, a sentence each.
fn open(words: &Words, reader: Side, all: &[OpenSum]) -> Vec<String> {
    let (to_pay, favour) = sides(words, all);
    let to_pay = to_pay.map(|sum| say!(words, "money-open", sum = sum));
    let favour = favour.map(|sum| sums::in_favour(words, reader, sum));
    let said = [to_pay, favour].into_iter().flatten().collect::<Vec<_>>();
    if said.is_empty() { vec![sums::nothing(words, all)] } else { said }
}

/// The same in one line, with the next day by which something is to be paid, and how much of it is late.
fn in_short(words: &Words, reader: Side, open: &[OpenSum], today: Date) -> String {
    let to_pay = || open.iter().filter(|open| open.sum.minor() > 0);
    let next_due = to_pay().filter_map(|open| open.next_due).min();
    let late = joined(words, to_pay().map(|open| open.late).filter(|late| late.minor() > 0).collect());
    match (sides(words, open), next_due) {
        ((None, None), _) if open.iter().any(|open| open.any_open) => say!(words, "invoices-cancel-out"),
        ((None, None), _) => say!(words, "money-line-nothing"),
        ((None, Some(favour)), _) => sums::in_favour(words, reader, favour),
        ((Some(sum), _), None) => say!(words, "money-open", sum = sum),
        ((Some(sum), _), Some(day)) => {
            let day = words.day(day, today);
            match late {
                None => say!(words, "money-line", sum = sum, day = day),
                Some(late) if late == sum => say!(words, "money-line-all-late", sum = sum, day = day),
                Some(late) => say!(words, "money-line-late", late = late, sum = sum, day = day),
            }
        }
    }
}

/// The parts of the total with VAT as one bar; what was paid before is no part of it. Where some parts give and others take, a bar would say something false; then there is none.
fn drawing(split: &[Share]) -> Option<AnyView> {
    let split: Vec<&Share> = split.iter().filter(|share| is_drawn(share)).collect();
    let whole: i64 = split.iter().map(|share| share.amount.minor()).sum();
    if whole == 0 || split.iter().any(|share| share.amount.minor().signum() == -whole.signum()) {
        return None;
    }
    let permille = |minor: i64| i128::from(minor) * 1000 / i128::from(whole);
    let mut before = 0;
    let parts = split.iter().enumerate().map(|(place, share)| {
        let (x, end) = (permille(before), permille(before + share.amount.minor()));
        before += share.amount.minor();
        let percent = |permille: i128| format!("{}.{}%", permille / 10, permille % 10);
        view! { <rect class=shade(place) x=percent(x) width=percent(end - x) height="100%"/> }
    });
    let parts = parts.collect_view();
    Some(view! { <svg class="split" aria-hidden="true">{parts}</svg> }.into_any())
}

fn is_drawn(share: &Share) -> bool {
    !matches!(share.of, ShareOf::Prepaid | ShareOf::Rounding)
}

fn legend(words: &Words, split: &[Share]) -> Vec<AnyView> {
    let lines = split.iter().enumerate().map(|(place, share)| {
        let name = match &share.of {
            ShareOf::Line(name) => name.clone(),
            ShareOf::Rest => say!(words, "money-rest"),
            ShareOf::Vat => say!(words, "money-vat"),
            ShareOf::Prepaid => say!(words, "total-prepaid"),
            ShareOf::Rounding => say!(words, "total-rounding"),
        };
        let shade = is_drawn(share).then(|| shade(place));
        view! { <li class=shade><span>{name}</span><span>{sums::sum(words, share.amount)}</span></li> }.into_any()
    });
    lines.collect()
}

fn shade(place: usize) -> &'static str {
    ["shade-1", "shade-2", "shade-3", "shade-4", "shade-5"][place.min(SHADES - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::{invoice::InvoiceKind, money::Currency, person::Language};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    fn words() -> Words {
        Words::new(Language::En, "Europe/Helsinki")
    }

    fn euros(minor: i64) -> Money {
        Money::from_minor(minor, Currency::EUR)
    }

    fn last(owed: i64, open: i64) -> InvoiceBrief {
        InvoiceBrief {
            id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            number: "7".to_owned(),
            kind: InvoiceKind::from_code("380", owed < 0),
            issued_on: date(2026, 11, 20),
            due_on: Some(date(2026, 12, 4)),
            owed: euros(owed),
            due: euros(owed),
            open: euros(open),
            decision: None,
        }
    }

    fn opened(sum: i64, next_due: Option<Date>) -> OpenSum {
        OpenSum { sum: euros(sum), late: euros(0), next_due, any_open: sum != 0 }
    }

    #[test]
    fn what_is_settled_has_no_day_to_be_paid_by() {
        assert_eq!(when(&words(), &last(1000, 1000), TODAY), "due 4 December");
        assert_eq!(when(&words(), &last(1000, 400), TODAY), "due 4 December");
        assert_eq!(when(&words(), &last(1000, 0), TODAY), "20 November");
        assert_eq!(when(&words(), &last(-1000, -1000), TODAY), "20 November");
    }

    #[test]
    fn what_is_paid_in_part_says_how_much_is_left() {
        assert_eq!(noted(&words(), Side::Customer, &last(1000, 1000)), None);
        assert_eq!(noted(&words(), Side::Customer, &last(1000, 400)).unwrap(), "€4.00 of €10.00 is still unpaid.");
        assert_eq!(noted(&words(), Side::Customer, &last(1000, 0)), None);
    }

    #[test]
    fn a_credit_note_is_nothing_to_pay() {
        assert_eq!(
            noted(&words(), Side::Customer, &last(-1000, -1000)).unwrap(),
            "This lowers what you pay, or is paid back to you."
        );
        assert_eq!(open(&words(), Side::Customer, &[opened(-165_625, None)]), ["You have a credit of €1,656.25."]);
        assert_eq!(in_short(&words(), Side::Customer, &[opened(-165_625, None)], TODAY), "You have a credit of €1,656.25.");
    }

    #[test]
    fn what_is_to_be_paid_is_not_mixed_with_what_is_given_back() {
        let dollars = Money::from_minor(-500, "USD".parse().unwrap());
        let open_sums =
            [opened(1000, None), OpenSum { sum: dollars, late: Money::zero(dollars.currency()), next_due: None, any_open: true }];
        assert_eq!(open(&words(), Side::Customer, &open_sums), ["€10.00 to pay.", "You have a credit of $5.00."]);
        assert_eq!(open(&words(), Side::Customer, &[opened(0, None)]), ["Nothing to pay. Everything is paid."]);
    }

    #[test]
    fn what_cancels_out_is_not_called_paid() {
        let cancelling = [OpenSum { any_open: true, ..opened(0, None) }];
        assert_eq!(open(&words(), Side::Customer, &cancelling), ["Nothing to pay: invoices and credits cancel out."]);
        assert_eq!(in_short(&words(), Side::Customer, &cancelling, TODAY), "Nothing to pay: invoices and credits cancel out.");
    }

    #[test]
    fn what_was_paid_beyond_the_sum_is_in_the_customers_favour() {
        assert_eq!(noted(&words(), Side::Customer, &last(1000, -100)).unwrap(), "You have a credit of €1.00.");
        assert_eq!(when(&words(), &last(1000, -100), TODAY), "20 November");
    }

    #[test]
    fn what_was_paid_before_is_listed_and_not_drawn() {
        let share = |of, minor| Share { of, amount: euros(minor) };
        let drawn = vec![share(ShareOf::Rest, 750), share(ShareOf::Vat, 250)];
        let mut all = drawn.clone();
        all.extend([share(ShareOf::Prepaid, -500), share(ShareOf::Rounding, 2)]);
        assert_eq!(drawing(&all).map(RenderHtml::to_html), drawing(&drawn).map(RenderHtml::to_html));
        assert_eq!(legend(&words(), &all).len(), 4);
    }

    #[test]
    fn the_line_at_the_top_names_the_next_day() {
        let said = |sum, due| in_short(&words(), Side::Customer, &[opened(sum, due)], TODAY);
        assert_eq!(said(1000, Some(date(2026, 12, 4))), "€10.00 to pay by 4 December.");
        assert_eq!(said(0, None), "Nothing to pay right now.");
    }

    #[test]
    fn the_line_at_the_top_says_what_is_late_and_what_is_to_be_paid_in_all() {
        let late = |late| OpenSum { late: euros(late), ..opened(949_721, Some(date(2026, 11, 3))) };
        let said = |sum| in_short(&words(), Side::Customer, &[sum], TODAY);
        assert_eq!(said(late(1200)), "€12.00 overdue since 3 November, €9,497.21 to pay in all.");
        assert_eq!(said(late(949_721)), "€9,497.21 overdue since 3 November.");
    }

    #[test]
    fn the_customers_credit_is_not_told_to_the_supplier_as_its_own() {
        let said = open(&words(), Side::Supplier, &[opened(-165_625, None)]);
        assert_eq!(said, ["The customer has a credit of €1,656.25."]);
        assert_eq!(
            noted(&words(), Side::Supplier, &last(-1000, -1000)).unwrap(),
            "This lowers what the customer pays, or is paid back."
        );
    }

    #[test]
    fn the_parts_of_a_credit_note_are_drawn_as_those_of_an_invoice() {
        let split = |amounts: &[i64]| {
            let share = |amount: &i64| Share { of: ShareOf::Vat, amount: euros(*amount) };
            drawing(&amounts.iter().map(share).collect::<Vec<_>>()).map(RenderHtml::to_html)
        };
        assert_eq!(split(&[-750, -250]), split(&[750, 250]));
        assert!(split(&[-750, -250]).unwrap().contains("75.0%"));
        assert_eq!(split(&[750, -250]), None);
        assert_eq!(split(&[-750, 250]), None);
        assert_eq!(split(&[]), None);
    }
}
