//! What the supplier's people do about who has the customer: hand it over, and be away.

use coplan_app::{links, say, words::Words};
use coplan_usecases::{Actor, plan::PlanView};

/// Where each leads, and what it is called; nothing for members.
pub(super) fn actions(words: &Words, actor: &Actor, view: &PlanView) -> Vec<(String, String)> {
    let Some(staff) = actor.staff() else { return Vec::new() };
    let over =
        staff.keeps_plans().then(|| (links::responsible::of_customer(view.frame.customer), say!(words, "responsible-hand-over")));
    let away =
        (view.frame.responsible.person == actor.person()).then(|| (links::absence::own(), say!(words, "responsible-be-away")));
    [over, away].into_iter().flatten().collect()
}
