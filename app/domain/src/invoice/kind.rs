//! What an invoice document is: BT-3, a code of UNTDID 1001.

/// What a document says it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InvoiceKind {
    /// 380.
    Invoice,
    /// 381; its amounts are given back. They ought to be positive.
    CreditNote,
    /// 384, takes the place of an earlier one.
    Corrected,
    /// Any other code, such as 326 (partial invoice) or 396 (factored credit note).
    Other {
        /// The code as written.
        code: String,
        /// Whether its amounts are given back.
        credit: bool,
    },
}

/// The codes of UNTDID 1001 that EN 16931 lets a credit note have, beside 381.
const CREDITS: [&str; 12] = ["81", "83", "261", "262", "296", "308", "396", "420", "458", "502", "503", "532"];

/// Pro forma invoice, invoice information for accounting purposes.
const INFORMATIVE: [&str; 2] = ["325", "751"];

impl InvoiceKind {
    /// The kind that a code stands for. `credit` tells whether it stood on the form of a credit note: that form always
    /// gives back, whatever code is written on it, and so does a code of a credit note on the form of an invoice.
    #[must_use]
    pub fn from_code(code: &str, credit: bool) -> Self {
        match code {
            "381" => Self::CreditNote,
            "380" if !credit => Self::Invoice,
            "384" if !credit => Self::Corrected,
            _ => Self::Other { code: code.to_owned(), credit: credit || CREDITS.contains(&code) },
        }
    }

    /// The code of UNTDID 1001.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Invoice => "380",
            Self::CreditNote => "381",
            Self::Corrected => "384",
            Self::Other { code, .. } => code,
        }
    }

    /// Whether it asks for nothing: a pro forma invoice or information for the books, which are shown and never paid.
    #[must_use]
    pub fn is_informative(&self) -> bool {
        INFORMATIVE.contains(&self.code())
    }

    /// Whether the amounts are given back rather than asked for.
    #[must_use]
    pub const fn is_credit(&self) -> bool {
        matches!(self, Self::CreditNote | Self::Other { credit: true, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_kept() {
        for code in ["380", "381", "384", "326", "396"] {
            assert_eq!(InvoiceKind::from_code(code, false).code(), code);
        }
    }

    #[test]
    fn the_form_of_a_credit_note_gives_back_whatever_its_code() {
        for code in ["380", "381", "384", "326", "396", "anything"] {
            let kind = InvoiceKind::from_code(code, true);
            assert!(kind.is_credit(), "{code}");
            assert_eq!(kind.code(), code);
        }
    }

    #[test]
    fn a_code_of_a_credit_note_gives_back_on_the_form_of_an_invoice_too() {
        for code in CREDITS.into_iter().chain(["381"]) {
            assert!(InvoiceKind::from_code(code, false).is_credit(), "{code}");
        }
        for code in ["380", "384", "326", "anything"] {
            assert!(!InvoiceKind::from_code(code, false).is_credit(), "{code}");
        }
    }
}
