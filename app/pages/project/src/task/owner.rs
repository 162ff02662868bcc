//! Whom a task can be on, for the list of its forms.

use coplan_app::{
    forms::Entry,
    http::{context::RequestContext, errors::PageError},
    say,
    shared::project_editor::ProjectEditor,
};
use coplan_domain::person::Side;
use coplan_usecases::{
    Portal,
    task::{self, Candidate},
};

/// Nobody yet, and then everybody of both sides with whose people they are.
pub(super) async fn entries(portal: &Portal, context: &RequestContext, desk: &ProjectEditor) -> Result<Vec<Entry>, PageError> {
    let found = task::list_candidates(portal, context.actor()?, desk.view.customer).await?;
    let entry = |one: Candidate| {
        let side = match one.side {
            Side::Customer => &desk.view.customer_name,
            Side::Supplier => &context.supplier,
        };
        (one.person.to_string(), format!("{}, {side}", one.name))
    };
    let nobody = (String::new(), say!(context.words, "task-owner-nobody"));
    Ok(std::iter::once(nobody).chain(found.into_iter().map(entry)).collect())
}
