//! One member: what it sees, its links and its devices.

use super::{address, fields::MemberForm, tags, ways_in};
use crate::{
    failure::Failure,
    pages::{frame::Frame, path::At, undelivered},
    parts::{labels, problem},
    say, shell,
    visitor::Visitor,
    words::Words,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use coplan_domain::{
    chance::new_ulid,
    id::{CustomerId, LinkId, MembershipId},
    person::Membership,
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
/// [`Failure::NotFound`] for whoever does not keep this customer.
pub async fn get(
    State(portal): State<Portal>,
    visitor: Visitor,
    At((customer, member)): At<(CustomerId, MembershipId)>,
    Query(done): Query<Done>,
) -> Result<Response, Failure> {
    let told = Told { done: done.done, ..Told::default() };
    draw(&portal, &visitor, customer, member, StatusCode::OK, told).await
}

/// What the page's forms need.
pub(super) struct Ground {
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
    visitor: &Visitor,
    customer: CustomerId,
    member: MembershipId,
    status: StatusCode,
    told: Told,
) -> Result<Response, Failure> {
    let view = show_for_staff(portal, visitor.actor()?, customer, member).await?.ok_or(Failure::NotFound)?;
    let frame = Frame::load(portal, visitor, customer).await?;
    let now = portal.clock.now();
    let ground = Ground { address: address(customer, member), new_link: LinkId(new_ulid(now, &*portal.chance)), now };
    let words = &visitor.words;
    Ok(shell::answer(visitor, status, || {
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
            <nav class="crumbs" aria-label=words.say("way-back")>
                <a href=format!("/c/{customer}")>{name.to_owned()}</a>
                <a href=format!("/c/{customer}/edit")>{words.say("customer-edit-title")}</a>
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

fn main(words: &Words, ground: &Ground, view: &MemberAdminView, told: Told) -> AnyView {
    let typed = told.typed.unwrap_or_else(|| MemberForm::of(&view.membership));
    let once = told.created.map(|created| ways_in::once(words, ground, &view.membership.person, &created));
    let change = match told.theirs {
        Some(theirs) => typed.versus(words, ground.address.clone(), &theirs),
        None => change(words, ground, &typed, &told.problems),
    };
    view! {
        {once}
        {ways_in::links(words, ground, view)}
        {ways_in::devices(words, ground, view)}
        {change}
    }
    .into_any()
}

fn change(words: &Words, ground: &Ground, typed: &MemberForm, problems: &[FieldProblem]) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{words.say("member-change")}</h2>
            <form class="form" method="post" action=ground.address.clone()>
                {typed.known_person_fields(words, problems)}
                {typed.membership_fields(words, problems)}
                <div class="deeds">
                    <button class="button main">{words.say("save")}</button>
                    <a class="button danger" href=format!("{}/remove", ground.address)>{words.say("member-remove")}</a>
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
        "changed" => words.say("member-done-changed"),
        "mailed" => say!(words, "link-done-mailed", name = name),
        "shown" => words.say("link-done-shown"),
        "revoked" => words.say("link-done-revoked"),
        "ended" => words.say("member-done-device"),
        _ => return None,
    };
    Some(view! { <div class="notice good" role="status"><p>{said}</p></div> }.into_any())
}
