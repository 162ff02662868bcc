//! What an admin types again before something far-reaching: the password, and a code where it has a second factor.

use coplan_app::{forms::FormView, http::context::RequestContext};
use coplan_usecases::{form::FieldProblem, sign_in::OwnProof};
use leptos::prelude::*;

/// The fields, with what is wrong with them. `hint` says when they are needed, where that is not always.
pub(super) fn fields(context: &RequestContext, problems: &[FieldProblem], hint: Option<String>) -> AnyView {
    let form = FormView::new(&context.words, &OwnProof::default(), problems);
    let form = match hint {
        Some(hint) => form.hint("own_password", hint),
        None => form,
    };
    let has_factor = context.staff().is_ok_and(coplan_usecases::Staff::has_second_factor);
    if has_factor { form.all() } else { form.only(&["own_password"]) }
}
