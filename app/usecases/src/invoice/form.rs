//! The form of a payment.

use crate::form::{day, form, line, tick};
use coplan_domain::id::PaymentId;
use jiff::civil::Date;

form! {
    _ {
        /// How much, in the currency of the invoice; never negative, of a credit note what was given back.
        amount: String = line("payment-amount"),
        /// The day it was paid.
        paid_on: Date = day("payment-day").beside(),
    }

    /// A payment as it was typed.
    new PaymentForm { id: PaymentId } + {
        /// Whether it was said that more than is open was paid.
        more_than_open: bool = tick("payment-more-than-open").hint("payment-more-than-open-hint"),
    }
}
