//! Payments as a bank's or a bookkeeping program's table lists them, by the headings of English, Finnish and Swedish ones.

use super::UnreadablePayments;
use crate::invoice::read_amount;
use coplan_domain::{
    bank::{BankFile, BankTransaction, StatedReference, number_twins},
    format::csv,
    money::{Currency, Money},
    table_import::{cell, normal},
};

/// The columns that are read: what each is called, as [`normal`] writes headings.
const DATE: &str = "date, booking date, booked, entry date, payment date, value date, kirjauspaiva, kirjauspvm, paiva, pvm, \
     paivamaara, maksupaiva, bokforingsdag, bokforingsdatum, datum, betalningsdag";
const AMOUNT: &str = "amount, sum, amount eur, amount in eur, paid, maara, maara euroa, maara eur, summa, summa eur, belopp, \
     belopp eur, betalt";
const PAYER: &str = "payer, debtor, name, from, sender, payer name, counterparty, maksaja, maksajan nimi, saaja maksaja, \
     maksaja saaja, nimi, betalare, avsandare, namn, motpart, mottagare betalare";
const REFERENCE: &str = "reference, reference number, payment reference, ref, creditor reference, viite, viitenumero, \
     maksun viite, referens, referensnummer, ocr, ocr nummer";
const MESSAGE: &str = "message, description, text, remittance information, details, viesti, selite, selitys, otsikko, \
     meddelande, beskrivning";
const BANK: &str = "transaction id, archive id, archive code, bank reference, id, arkistointitunnus, arkistotunnus, \
     tapahtumatunnus, arkiveringskod, transaktionsid";
const CURRENCY: &str = "currency, valuutta, valuta";
const ACCOUNT: &str = "account, account number, tili, tilinumero, konto, kontonummer";

/// Reads every payment that came in.
pub(super) fn read(bytes: &[u8]) -> Result<BankFile, UnreadablePayments> {
    let table = csv::read(bytes)?;
    let headings: Vec<_> = table.headings().map(str::to_owned).collect();
    let column = |known: &str| headings.iter().find(|heading| known.split(", ").any(|one| one == normal(heading)));
    let (Some(date), Some(amount)) = (column(DATE), column(AMOUNT)) else { return Err(UnreadablePayments::NoColumns) };
    let (payer, reference, message) = (column(PAYER), column(REFERENCE), column(MESSAGE));
    let (bank, currency, account) = (column(BANK), column(CURRENCY), column(ACCOUNT));
    let mut file = BankFile::default();
    for row in table.rows() {
        let text = |column: Option<&String>| column.and_then(|column| row.get(column)).map(str::to_owned);
        let wrong = |heading: &str| UnreadablePayments::BadCell { row: row.number(), heading: heading.to_owned() };
        let currency = match text(currency) {
            Some(code) => code.trim().to_uppercase().parse().map_err(|_| wrong("currency"))?,
            None => Currency::EUR,
        };
        let written = row.get(amount).unwrap_or_default();
        let Some(came_in) = came_in(written, currency).map_err(|()| wrong(amount))? else {
            file.left_out += 1;
            continue;
        };
        let cell::Day::On(booked_on) = cell::day(row.get(date).unwrap_or_default()) else { return Err(wrong(date)) };
        let reference = text(reference).filter(|text| text.chars().any(|c| c.is_alphanumeric() && c != '0'));
        file.transactions.push(BankTransaction {
            booked_on,
            amount: came_in,
            payer: text(payer),
            references: reference.into_iter().map(|reference| StatedReference { reference, amount: None }).collect(),
            message: text(message),
            bank_reference: text(bank),
            account: text(account),
            twin: 0,
        });
    }
    number_twins(&mut file.transactions);
    Ok(file)
}

/// An amount with its sign; none where nothing came in.
fn came_in(written: &str, currency: Currency) -> Result<Option<Money>, ()> {
    let bare: String = written.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{202f}' | '€' | '\'')).collect();
    let bare = bare.trim_end_matches(currency.code());
    let is_out = bare.starts_with(['-', '−', '–']) || bare.ends_with('-');
    let bare = bare.trim_matches(['-', '−', '–', '+']);
    if bare.chars().all(|c| matches!(c, '0' | ',' | '.')) {
        return if bare.is_empty() { Err(()) } else { Ok(None) };
    }
    let amount = read_amount(bare, currency).ok_or(())?;
    Ok(Some(amount).filter(|_| !is_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minors(text: &str) -> Result<(Vec<i64>, usize), UnreadablePayments> {
        read(text.as_bytes()).map(|file| (file.transactions.iter().map(|one| one.amount.minor()).collect(), file.left_out))
    }

    #[test]
    fn tables_of_finnish_swedish_and_other_banks_are_read() {
        let op = "\"Kirjauspäivä\";\"Arvopäivä\";\"Määrä EUROA\";\"Laji\";\"Selitys\";\"Saaja/Maksaja\";\"Viite\";\"Viesti\";\"Arkistointitunnus\"\n\
            16.11.2026;16.11.2026;+1 234,50;588;VIITESIIRTO;Lakeside Mills Oy;00000000000012345672;;2611162588NTN0001\n\
            16.11.2026;16.11.2026;-12,00;106;TILISIIRTO;Somebody;;;2611162588NTN0002\n";
        assert_eq!(minors(op), Ok((vec![123_450], 1)));
        let one = read(op.as_bytes()).unwrap().transactions.remove(0);
        assert_eq!((one.payer.as_deref(), one.bank_reference.as_deref()), (Some("Lakeside Mills Oy"), Some("2611162588NTN0001")));
        assert_eq!(one.references[0].reference, "00000000000012345672");
        let swedish =
            "Bokföringsdag;Belopp;Avsändare;Meddelande\n2026-11-16;1.234,50;Lakeside;1057\n2026-11-16;1.234,50;Lakeside;1057\n";
        assert_eq!(minors(swedish), Ok((vec![123_450, 123_450], 0)));
        assert_eq!(minors("date,amount,currency,payer\n2026-11-16,15,JPY,X\n2026-11-16,0.00,EUR,X\n"), Ok((vec![15], 1)));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_row() {
        let cell = |row, heading: &str| Err(UnreadablePayments::BadCell { row, heading: heading.to_owned() });
        assert_eq!(minors("Name;Shoe size\nX;41\n"), Err(UnreadablePayments::NoColumns));
        assert_eq!(minors("Date;Amount\n2026-11-16;5,00\n2026-11-16;five\n"), cell(3, "Amount"));
        assert_eq!(minors("Date;Amount\n4/12/2026;5,00\n"), cell(2, "Date"));
        assert_eq!(minors("Date;Amount;Currency\n2026-11-16;5,00;€€€\n"), cell(2, "currency"));
        assert_eq!(minors("Date;Amount\n2026-11-16;\n"), cell(2, "Amount"));
    }
}
