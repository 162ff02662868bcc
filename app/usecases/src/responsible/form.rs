//! The form that hands over.

use crate::form::{form, listed};
use coplan_domain::id::PersonId;

form! {
    /// Who gets it.
    ReadHandOver {
        /// Who has it from now on.
        to: PersonId = listed("responsible-to", &[]).hint("responsible-to-hint"),
    }

    /// Handing over as it was chosen.
    keyed HandOverForm {
        /// Who had it when the form was drawn.
        key from: PersonId,
    }
}
