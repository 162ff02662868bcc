//! One member: what it sees, its links and its devices.

use super::{links_and_devices, tags};
use axum::{extract::State, http::StatusCode, response::Response};
use coplan_app::{
    forms::{Conflict, FormView, conflict, problem},
    http::{context::RequestContext, errors::PageError, flash::Flash, path_ids::PathIds},
    layout::{self, customer::CustomerLayout},
    links, say,
    shared::undelivered,
    words::Words,
};
use coplan_domain::{
    id::{CustomerId, LinkId, MembershipId},
    person::Membership,
    system::new_ulid,
};
use coplan_usecases::{
    Portal,
    form::{FieldProblem, Form},
    member::{ChangeMemberForm, MemberAdminView, show_for_staff},
    personal_link::{Created, MailLinkForm},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// What the page tells besides how things stand.
#[derive(Default)]
pub(super) struct Told {
    /// What was just done.
    pub(super) done: Option<Flash>,
    /// A link that was just made; it is shown this once.
    pub(super) created: Option<Created>,
    /// What was typed and not kept.
    pub(super) typed: Option<ChangeMemberForm>,
    /// What somebody else wrote meanwhile.
    pub(super) theirs: Option<Membership>,
    /// A link that was not mailed, and why.
    pub(super) mail: Option<(MailLinkForm, Vec<FieldProblem>)>,
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
    done: Option<Flash>,
) -> Result<Response, PageError> {
    let told = Told { done, ..Told::default() };
    draw(&portal, &context, customer, member, StatusCode::OK, told).await
}

/// What the page's forms need.
pub(super) struct PageParams {
    /// Whose member.
    pub(super) customer: CustomerId,
    /// Which member.
    pub(super) member: MembershipId,
    /// The id of a link to be made, so that posting twice makes one.
    pub(super) new_link: LinkId,
    /// The moment.
    pub(super) now: Timestamp,
}

impl PageParams {
    /// The member's page.
    fn show(&self) -> String {
        links::member::show(self.customer, self.member)
    }
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
    let ground = PageParams { customer, member, new_link: LinkId(new_ulid(now, &*portal.rng)), now };
    let words = &context.words;
    Ok(layout::answer(context, status, || {
        let head = head(words, customer, frame.customer_name(), &view, &told, now);
        let main = main(words, &ground, frame.customer_name(), &view, told);
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
                <a href=links::plan::show(customer)>{name.to_owned()}</a>
                <a href=links::customer::edit(customer)>{say!(words, "customer-edit-title")}</a>
            </nav>
            <h1>{person.name.clone()}</h1>
            <p class="lead">{format!("{}, {}{phone}", membership.title, person.email)}</p>
            {tags(words, &membership.scopes)}
            {told.done.and_then(|flash| done(words, &person.name, flash))}
            {undelivered::notice(words, &person.name, &view.undelivered, now)}
            {problem::summary(words, ChangeMemberForm::FIELDS, &told.problems)}
            {told.mail.as_ref().and_then(|(_, problems)| problem::summary(words, MailLinkForm::FIELDS, problems))}
        </div>
    }
    .into_any()
}

fn main(words: &Words, ground: &PageParams, customer_name: &str, view: &MemberAdminView, told: Told) -> AnyView {
    let typed = told.typed.unwrap_or_else(|| ChangeMemberForm::of(&view.membership));
    let once = told.created.map(|created| links_and_devices::once(words, ground, &view.membership.person, &created));
    let change = match told.theirs {
        Some(theirs) => {
            let form = FormView::new(words, &typed, &[]);
            conflict(&form, Conflict::new(typed, ChangeMemberForm::of(&theirs), ground.show(), ground.show()))
        }
        None => change(words, ground, &typed, &told.problems),
    };
    let entry = if view.reaches_all {
        view! {
            {links_and_devices::links(words, ground, view, told.mail)}
            {links_and_devices::devices(words, ground, view)}
        }
        .into_any()
    } else {
        view! { <p class="notice">{say!(words, "member-elsewhere", name = view.membership.person.name.clone())}</p> }.into_any()
    };
    view! {
        {once}
        {preview(words, ground, customer_name, &view.membership)}
        {entry}
        {change}
    }
    .into_any()
}

/// The way to see what this member sees.
fn preview(words: &Words, ground: &PageParams, customer: &str, membership: &Membership) -> AnyView {
    let name = membership.person.name.clone();
    view! {
        <section class="sheet" aria-labelledby="h-preview">
            <h2 id="h-preview">{say!(words, "preview-title")}</h2>
            <p>{say!(words, "preview-about", name = name.clone(), customer = customer.to_owned())}</p>
            <form class="actions" method="post" action=links::preview::begin(ground.customer, ground.member)>
                <button class="button">{say!(words, "preview-as", name = name)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn change(words: &Words, ground: &PageParams, typed: &ChangeMemberForm, problems: &[FieldProblem]) -> AnyView {
    let form = FormView::new(words, typed, problems).hint("email", say!(words, "member-email-moves"));
    view! {
        <section class="sheet" aria-labelledby="h-sees">
            <h2 id="h-sees">{say!(words, "member-change")}</h2>
            <form class="form" method="post" action=ground.show()>
                {form.all()}
                <div class="actions">
                    <button class="button main">{say!(words, "save")}</button>
                    <a class="button danger" href=links::member::remove(ground.customer, ground.member)>{say!(words, "member-remove")}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn done(words: &Words, name: &str, flash: Flash) -> Option<AnyView> {
    let name = name.to_owned();
    let said = match flash {
        Flash::Added => say!(words, "member-done-added", name = name),
        Flash::AddedKnown => say!(words, "member-done-known", name = name),
        Flash::Changed => say!(words, "member-done-changed"),
        Flash::LinkMailed => say!(words, "link-done-mailed", name = name),
        Flash::LinkShown => say!(words, "link-done-shown"),
        Flash::LinkRevoked => say!(words, "link-done-revoked"),
        Flash::Ended => say!(words, "member-done-device"),
        _ => return None,
    };
    Some(view! { <div class="notice good" role="status"><p>{said}</p></div> }.into_any())
}
