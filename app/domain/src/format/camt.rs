//! Reads what banks tell in ISO 20022: statements (camt.053) and notifications (camt.054), from version 02 on.

use super::{
    excerpt,
    xml::{self, Element, XmlError},
};
use crate::{
    bank::{BankFile, BankTransaction, StatedReference, number_twins},
    exact::Exact,
    money::Money,
};
use jiff::civil::Date;

/// The most payments of one file.
pub const MAX_TRANSACTIONS: usize = 20_000;
/// The most letters that are kept of what a payer wrote or is called.
const MAX_TEXT: usize = 500;
/// The most letters of a reference.
const MAX_REFERENCE: usize = 140;
/// The most references of one payment.
const MAX_REFERENCES: usize = 200;

/// What keeps a file from being read as a statement or a notification.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableStatement {
    /// No XML that can be read.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Another document.
    #[error("neither camt.053 nor camt.054: {root}")]
    NotAStatement {
        /// Its outermost element.
        root: String,
    },
    /// An entry without something that each has.
    #[error("entry {entry} has no {element} that can be read")]
    BadEntry {
        /// Which, counted from 1.
        entry: usize,
        /// The element.
        element: &'static str,
    },
    /// More than [`MAX_TRANSACTIONS`].
    #[error("more than {limit} payments")]
    TooMany {
        /// How many there may be.
        limit: usize,
    },
}

type Parsed<T> = Result<T, UnreadableStatement>;

/// The namespace of a document without its version.
const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.05";

/// Reads every payment that came in.
///
/// # Errors
/// What keeps the file from being read, the first thing found; nothing is taken of such a file.
pub fn read(bytes: &[u8]) -> Parsed<BankFile> {
    let text = xml::decode(bytes)?;
    let root = xml::root(&text)?;
    let namespace = root.namespace.as_deref().unwrap_or_default();
    let path: [&str; 2] = match namespace.strip_prefix(NAMESPACE) {
        Some(rest) if rest.starts_with("3.001.") => ["BkToCstmrStmt", "Stmt"],
        Some(rest) if rest.starts_with("4.001.") => ["BkToCstmrDbtCdtNtfctn", "Ntfctn"],
        _ => return Err(UnreadableStatement::NotAStatement { root: excerpt(&root.name) }),
    };
    let document = xml::parse(&text, |inner| inner == Some(namespace))?;
    let (mut file, mut count) = (BankFile::default(), 0);
    let [message, statement] = path;
    for statement in document.all(message).flat_map(|message| message.all(statement)) {
        let account = text_at(statement, &["Acct", "Id", "IBAN"]).or_else(|| text_at(statement, &["Acct", "Id", "Othr", "Id"]));
        let first = file.transactions.len();
        for entry in statement.all("Ntry") {
            count += 1;
            take(&mut file, entry, account.as_deref(), count)?;
        }
        number_twins(file.transactions.get_mut(first..).unwrap_or_default());
    }
    Ok(file)
}

fn text_at(element: &Element, path: &[&str]) -> Option<String> {
    element.first(path).and_then(Element::trimmed).map(|text| text.chars().take(MAX_TEXT).collect())
}

/// An amount with its currency; none where it is no amount of a currency that is known.
fn money(element: &Element) -> Option<Money> {
    let amount: Exact = element.trimmed()?.parse().ok()?;
    Money::from_exact(&amount, element.attribute("Ccy")?.parse().ok()?).ok()
}

/// Whether the bank has booked it: a word of its own in the first versions, a code since.
fn is_booked(entry: &Element) -> bool {
    let state = text_at(entry, &["Sts", "Cd"]).or_else(|| text_at(entry, &["Sts"]));
    state.is_none_or(|state| state == "BOOK")
}

/// Takes the payments of an entry; what is none is counted.
fn take(file: &mut BankFile, entry: &Element, account: Option<&str>, number: usize) -> Parsed<()> {
    let missing = |element| UnreadableStatement::BadEntry { entry: number, element };
    let came_in = text_at(entry, &["CdtDbtInd"]).ok_or_else(|| missing("CdtDbtInd"))? == "CRDT";
    let is_reversal = text_at(entry, &["RvslInd"]).is_some_and(|word| word == "true" || word == "1");
    let amount = entry.first(&["Amt"]).and_then(money).ok_or_else(|| missing("Amt"))?;
    if !came_in || is_reversal || !is_booked(entry) || amount.minor() <= 0 {
        file.left_out += 1;
        return Ok(());
    }
    let booked_on = day(entry, "BookgDt").or_else(|| day(entry, "ValDt")).ok_or_else(|| missing("BookgDt"))?;
    let whole = Whole { booked_on, amount, account, bank_reference: text_at(entry, &["AcctSvcrRef"]) };
    let details: Vec<_> = entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
    match details.as_slice() {
        [] if is_batch(entry) => file.left_out += 1,
        [] => file.transactions.push(whole.transaction(entry, amount, None)),
        [only] => file.transactions.push(whole.transaction(only, amount, whole.bank_reference.clone())),
        several => {
            for one in several {
                let came_in = text_at(one, &["CdtDbtInd"]).is_none_or(|word| word == "CRDT");
                let amount = own_amount(one).filter(|amount| amount.minor() > 0 && came_in);
                match amount {
                    Some(amount) => file.transactions.push(whole.transaction(one, amount, None)),
                    None => file.left_out += 1,
                }
            }
        }
    }
    if file.transactions.len() > MAX_TRANSACTIONS {
        return Err(UnreadableStatement::TooMany { limit: MAX_TRANSACTIONS });
    }
    Ok(())
}

/// Whether an entry is the sum of several payments.
fn is_batch(entry: &Element) -> bool {
    let count = text_at(entry, &["NtryDtls", "Btch", "NbOfTxs"]).and_then(|count| count.parse::<u32>().ok());
    count.is_some_and(|count| count > 1)
}

/// A day of an entry, with or without a time.
fn day(entry: &Element, name: &str) -> Option<Date> {
    let date = text_at(entry, &[name, "Dt"]).or_else(|| text_at(entry, &[name, "DtTm"]))?;
    date.get(..10)?.parse().ok()
}

/// What one of several payments of an entry comes to.
fn own_amount(details: &Element) -> Option<Money> {
    let paths: [&[&str]; 2] = [&["Amt"], &["AmtDtls", "TxAmt", "Amt"]];
    paths.iter().find_map(|path| details.first(path).and_then(money))
}

/// What the payments of an entry have in common.
struct Whole<'a> {
    booked_on: Date,
    amount: Money,
    account: Option<&'a str>,
    bank_reference: Option<String>,
}

impl Whole<'_> {
    /// A payment as its details tell it; `known_by` where they do not say what the bank knows it by.
    fn transaction(&self, details: &Element, amount: Money, known_by: Option<String>) -> BankTransaction {
        let of_bank: [&[&str]; 2] = [&["Refs", "AcctSvcrRef"], &["AcctSvcrRef"]];
        // From version 08 on a party is one of several kinds.
        let payers: [&[&str]; 4] = [
            &["RltdPties", "Dbtr", "Nm"],
            &["RltdPties", "Dbtr", "Pty", "Nm"],
            &["RltdPties", "UltmtDbtr", "Nm"],
            &["RltdPties", "UltmtDbtr", "Pty", "Nm"],
        ];
        let message = details.all("RmtInf").flat_map(|told| told.all("Ustrd")).filter_map(Element::trimmed);
        let message = message.collect::<Vec<_>>().join(" ");
        let message = Some(message.chars().take(MAX_TEXT).collect()).filter(|message: &String| !message.is_empty());
        BankTransaction {
            booked_on: self.booked_on,
            amount,
            payer: payers.iter().find_map(|path| text_at(details, path)),
            references: references(details, self.amount),
            message: message.or_else(|| text_at(details, &["AddtlTxInf"])),
            bank_reference: of_bank.iter().find_map(|path| text_at(details, path)).or(known_by),
            account: self.account.map(str::to_owned),
            twin: 0,
        }
    }
}

/// What the payer says it is for: references, else numbers of invoices.
fn references(details: &Element, of: Money) -> Vec<StatedReference> {
    let stated = details.all("RmtInf").flat_map(|told| told.all("Strd")).filter_map(|stated| {
        let paths: [&[&str]; 2] = [&["CdtrRefInf", "Ref"], &["RfrdDocInf", "Nb"]];
        let reference = paths.iter().find_map(|path| text_at(stated, path))?;
        let reference = reference.chars().take(MAX_REFERENCE).collect();
        let amount = stated.first(&["RfrdDocAmt", "RmtdAmt"]).and_then(money);
        Some(StatedReference { reference, amount: amount.filter(|amount| amount.currency() == of.currency()) })
    });
    stated.take(MAX_REFERENCES).collect()
}

#[cfg(test)]
mod tests;
