//! One member: what it sees, its links and its devices.

use super::{address, fields::MemberForm, links_and_devices, tags};
use crate::{
    http::{context::RequestContext, errors::PageError, path_ids::PathIds},
    layout,
    layout::customer::CustomerLayout,
    pages::undelivered,
    parts::{labels, problem},
    say,
    words::Words,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_domain::{
    id::{CustomerId, LinkId, MembershipId},
    person::Membership,
    system::new_ulid,
};
use coplan_usecases::{
    Portal,
    form::FieldProblem,
    member::{MemberAdminView, show_for_staff},
    personal_link::Created,
};
use jiff::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;

/// What was just done, told on top.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// What the page tells besides how things stand.
#[derive(Default)]
pub(super) struct Told {
    /// What was just done.
    pub(super) done: String,
    /// A link that was just made; it is shown this once.
    pub(super) created: Option<Created>,
    /// What was typed and not kept.
    pub(super) typed: Option<MemberForm>,
    /// What somebody else wrote meanwhile.
    pub(super) theirs: Option<Membership>,
    /// What is wrong with what was typed.
    pub(super) problems: Vec<FieldProblem>,
}

/// Shows the member.
///
/// # Errors
/// [`PageError::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    PathIds((customer, member)): PathIds<(CustomerId, MembershipId)>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let told = Told { done: done.done, ..Told::default() };
    draw(&portal, &context, customer, member, StatusCode::OK, told).await
}

/// What the page's forms need.
pub(super) struct PageParams {
    /// Where the member's own addresses begin.
    pub(super) address: String,
    /// The id of a link to be made, so that posting twice makes one.
    pub(super) new_link: LinkId,
    /// The moment.
    pub(super) now: Timestamp,
}

/// The page as an answer.
pub(super) async fn draw(
    portal: &Portal,
    context: &RequestContext,
    customer: CustomerId,
    member: MembershipId,
    status: StatusCode,
    told: Told,
) -> Result<Response, PageError> {
    let view = show_for_staff(portal, context.actor()?, customer, member).await?.ok_or(PageError::NotFound)?;
    let frame = CustomerLayout::load(portal, context, customer).await?;
    let now = portal.clock.now();
    let ground = PageParams { address: address(customer, member), new_link: LinkId(new_ulid(now, &*portal.rng)), now };
    let words = &context.words;
    Ok(layout::answer(context, status, || {
        let head = head(words, customer, frame.customer_name(), &view, &told, now);
        let main = main(words, &ground, &view, told);
        let side = frame.contact_card(words);
        let main = view! { {head}<div class="page-main">{main}</div><div class="page-side">{side}</div> };
        frame.page(view.membership.person.name.clone(), "page", main.into_any())
    }))
}

fn head(words: &Words, customer: CustomerId, name: &str, view: &MemberAdminView, told: &Told, now: Timestamp) -> AnyView {
    let (membership, person) = (&view.membership, &view.membership.person);
    let phone = person.phone.as_ref().map(|phone| format!(", {phone}")).unwrap_or_default();
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "way-back")>
                <a href=format!("/c/{customer}")>{name.to_owned()}</a>
                <a href=format!("/c/{customer}/edit")>{say!(words, "customer-edit-title")}</a>
            </nav>
            <h1>{person.name.clone()}</h1>
            <p class="lead">{format!("{}, {}{phone}", membership.title, person.email)}</p>
            {tags(words, &membership.scopes)}
            {done(words, &person.name, &told.done)}
            {undelivered::notice(words, &person.name, &view.undelivered, now)}
            {problem::summary(words, &labels::MEMBER, &told.problems)}
        </div>
    }
    .into_any()
}

fn main(words: &Words, ground: &PageParams, view: &MemberAdminView, told: Told) -> AnyView {
    let typed = told.typed.unwrap_or_else(|| MemberForm::of(&view.membership));
    let once = told.created.map(|created| links_and_devices::once(words, ground, &view.membership.person, &created));
    let change = match told.theirs {
        Some(theirs) => typed.conflict(words, ground.address.clone(), &theirs),
        None => change(words, ground, &typed, &told.problems),
    };
    view! {
        {once}
        {links_and_devices::links(words, ground, view)}
        {links_and_devices::devices(words, ground, view)}
        {change}
    }
    .into_any()
}

fn change(words: &Words, ground: &PageParams, typed: &MemberForm, problems: &[FieldProblem]) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{say!(words, "member-change")}</h2>
            <form class="form" method="post" action=ground.address.clone()>
                {typed.known_person_fields(words, problems)}
                {typed.membership_fields(words, problems)}
                <div class="actions">
                    <button class="button main">{say!(words, "save")}</button>
                    <a class="button danger" href=format!("{}/remove", ground.address)>{say!(words, "member-remove")}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn done(words: &Words, name: &str, done: &str) -> Option<AnyView> {
    let name = name.to_owned();
    let said = match done {
        "added" => say!(words, "member-done-added", name = name),
        "known" => say!(words, "member-done-known", name = name),
        "changed" => say!(words, "member-done-changed"),
        "mailed" => say!(words, "link-done-mailed", name = name),
        "shown" => say!(words, "link-done-shown"),
        "revoked" => say!(words, "link-done-revoked"),
        "ended" => say!(words, "member-done-device"),
        _ => return None,
    };
    Some(view! { <div class="notice good" role="status"><p>{said}</p></div> }.into_any())
}
