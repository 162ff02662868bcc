//! What a phase would say if a proposal were accepted: only what the proposal changed is brought in, so that what the other
//! side has written meanwhile stays.

use super::PhaseForm;
use crate::{form::Parse, merge};
use coplan_domain::process::{Phase, PhasePeople, PhaseProposal, PhaseTerms};

/// What a phase would say with a proposal. Where both changed the same text, the proposal's holds: who accepts it has read
/// both.
pub(super) fn proposed(present: &PhaseTerms, proposal: &PhaseProposal) -> PhaseTerms {
    let mut form = PhaseForm { was: proposal.base.clone(), ..PhaseForm::of(&proposal.terms, 0) };
    merge::merge(&mut form, &PhaseForm::of(present, 0));
    form.parse().map_or_else(|_| proposal.terms.clone(), PhaseTerms::from)
}

/// Of whom it would speak.
pub(super) fn people(phase: &Phase, proposal: &PhaseProposal, terms: &PhaseTerms) -> PhasePeople {
    let of = |changed, new: &Option<String>, old: &Option<String>| if changed { new.clone() } else { old.clone() };
    PhasePeople {
        owner: of(terms.owner == proposal.terms.owner, &proposal.people.owner, &phase.people.owner),
        staff: of(terms.staff == proposal.terms.staff, &proposal.people.staff, &phase.people.staff),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::{Language, Side};
    use jiff::Timestamp;

    fn proposal(base: &PhaseTerms, terms: PhaseTerms) -> PhaseProposal {
        PhaseProposal {
            id: ulid::Ulid::from(1).into(),
            terms,
            people: PhasePeople { owner: None, staff: None },
            base: PhaseForm::of(base, 0).was,
            side: Side::Customer,
            by: String::new(),
            language: Language::En,
            at: Timestamp::UNIX_EPOCH,
            declined: None,
        }
    }

    #[test]
    fn only_what_a_proposal_changed_is_brought_in() {
        let base = PhaseTerms::named("Deliver".to_owned());
        let proposal = proposal(&base, PhaseTerms { goal: "No line stands".to_owned(), ..base.clone() });
        let present = PhaseTerms { supplier_part: "Works on Sundays".to_owned(), ..base };
        let merged = proposed(&present, &proposal);
        assert_eq!((merged.goal.as_str(), merged.supplier_part.as_str()), ("No line stands", "Works on Sundays"));
    }

    #[test]
    fn where_both_changed_the_same_the_proposal_holds() {
        let base = PhaseTerms::named("Deliver".to_owned());
        let proposal = proposal(&base, PhaseTerms { goal: "Theirs".to_owned(), ..base.clone() });
        assert_eq!(proposed(&PhaseTerms { goal: "Ours".to_owned(), ..base }, &proposal).goal, "Theirs");
    }
}
