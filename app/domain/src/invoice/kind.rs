//! What an invoice document is: BT-3, a code of UNTDID 1001.

/// What a document says it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InvoiceKind {
    /// 380.
    Invoice,
    /// 381; its amounts are positive and are given back.
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

impl InvoiceKind {
    /// The kind that a code stands for. `credit` tells on which form an unusual code stood.
    #[must_use]
    pub fn from_code(code: &str, credit: bool) -> Self {
        match code {
            "380" => Self::Invoice,
            "381" => Self::CreditNote,
            "384" => Self::Corrected,
            _ => Self::Other { code: code.to_owned(), credit },
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
    fn an_unusual_code_is_a_credit_where_its_form_was() {
        assert!(InvoiceKind::from_code("381", false).is_credit());
        assert!(InvoiceKind::from_code("396", true).is_credit());
        assert!(!InvoiceKind::from_code("326", false).is_credit());
        assert!(!InvoiceKind::from_code("384", true).is_credit());
    }
}
