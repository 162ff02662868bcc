//! Within what a seller numbers its documents once.

use super::{Invoice, InvoiceKind};
use jiff::civil::Date;

impl InvoiceKind {
    /// The series that a seller numbers the documents of this kind and day in: credit notes, corrected and informative
    /// invoices may have the number of an invoice, and many sellers begin anew each year. Such as `invoice/2026`.
    #[must_use]
    pub fn series(&self, issued_on: Date) -> String {
        let kind = match self {
            kind if kind.is_credit() => "credit",
            kind if kind.is_informative() => "information",
            Self::Corrected => "corrected",
            _ => "invoice",
        };
        format!("{kind}/{:04}", issued_on.year())
    }
}

impl Invoice {
    /// The series that its number is unique in for its seller.
    #[must_use]
    pub fn series(&self) -> String {
        self.kind.series(self.issued_on)
    }

    /// Whether both are one document: of one seller, one series and one number.
    #[must_use]
    pub fn is_same_document(&self, other: &Self) -> bool {
        self.number == other.number && self.series() == other.series() && self.seller.is_same_company(&other.seller)
    }
}

#[cfg(test)]
mod tests {
    use crate::{format::ubl, invoice::InvoiceKind};

    #[test]
    fn a_number_is_used_once_in_a_year_for_each_kind_of_document() {
        let invoice = ubl::read(include_bytes!("../../samples/three-short-tasks.xml")).unwrap();
        assert_eq!(invoice.series(), "invoice/2026");
        assert!(invoice.is_same_document(&invoice));
        for (code, credit) in [("381", true), ("384", false), ("325", false)] {
            let mut other = invoice.clone();
            other.kind = InvoiceKind::from_code(code, credit);
            assert!(!invoice.is_same_document(&other), "{code}");
        }
        let mut later = invoice.clone();
        later.issued_on = "2027-01-02".parse().unwrap();
        assert!(!invoice.is_same_document(&later));
        later.issued_on = "2026-12-31".parse().unwrap();
        assert!(invoice.is_same_document(&later));
    }
}
