//! What can be done about who is responsible: hand it over, be away, and see who was before.

use crate::{pages::responsible, say, words::Words};
use coplan_usecases::{Actor, plan::PlanView};

/// Where each leads, and what it is called; nothing for members.
pub(super) fn actions(words: &Words, actor: &Actor, view: &PlanView) -> Vec<(String, String)> {
    let Some(staff) = actor.staff() else { return Vec::new() };
    let over = staff.keeps_plans().then(|| (responsible::href(view.frame.customer, None), say!(words, "responsible-hand-over")));
    let away =
        (view.frame.responsible.person == actor.person()).then(|| ("/me/away".to_owned(), say!(words, "responsible-be-away")));
    [over, away].into_iter().flatten().collect()
}
