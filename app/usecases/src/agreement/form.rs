//! The form of an agreement.

use crate::{
    acceptance::Lines,
    form::{Problem, day, form, prose},
};
use coplan_domain::{agreement::AgreementVersion, text::Prose};
use jiff::civil::Date;

form! {
    /// What is guaranteed.
    ReadAgreement {
        /// What, a line each.
        guarantees: Lines = prose("agreement-guarantees").hint("agreement-guarantees-hint"),
        /// Since when.
        first_day: Date = day("agreement-first-day"),
        /// Until when.
        last_day: Option<Date> = day("agreement-last-day").hint("agreement-last-day-hint").beside(),
        /// The technical details.
        appendix: Option<Prose> = prose("agreement-appendix").hint("agreement-appendix-hint"),
        /// What is different from the version before.
        note: Option<Prose> = prose("agreement-note").hint("agreement-note-hint"),
    } => |problems| {
        if let (Some(first), Some(Some(last))) = (first_day, last_day)
            && last < first
        {
            problems.add("last_day", Problem::EndsBeforeStart);
        }
    }

    /// What is guaranteed, as it was typed.
    keyed AgreementForm {
        /// The version that it follows; 0 for the first.
        key version: i64,
    }
}

impl AgreementForm {
    /// Asks for the version after this one, with what it says; for the first one where there is none.
    #[must_use]
    pub fn after(now: Option<&AgreementVersion>, today: Date) -> Self {
        let terms = now.map(|now| &now.terms);
        Self {
            version: now.map_or(0, |now| now.version),
            guarantees: terms.map(|terms| terms.guarantees.join("\n")).unwrap_or_default(),
            first_day: terms.map_or(today, |terms| terms.first_day).to_string(),
            last_day: terms.and_then(|terms| terms.last_day).map(|day| day.to_string()).unwrap_or_default(),
            appendix: terms.map(|terms| terms.appendix.clone()).unwrap_or_default(),
            note: String::new(),
        }
    }
}
