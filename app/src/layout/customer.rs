//! What stands around every page of a customer: the bar's links and the responsible person.

use crate::{
    http::{context::RequestContext, errors::PageError},
    layout::{BarLink, Page},
    links,
    parts::contact::{self, Contact, Reach},
    say,
    words::Words,
};
use coplan_domain::{
    feedback::FeedbackKind,
    id::{CustomerId, PersonId},
    person::{Language, Scope, Side, StaffRole},
};
use coplan_usecases::{
    Portal,
    customer_layout::{self, CustomerLayoutView, Room},
    responsible::ResponsibleView,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// What stands around a page of a customer.
pub struct CustomerLayout {
    customer_name: String,
    several: bool,
    side: Side,
    links: Vec<BarLink>,
    contact: Contact,
    /// Whose card it is.
    responsible: PersonId,
    today: Date,
    feedback: Vec<(String, String)>,
}

impl CustomerLayout {
    /// What stands around this customer's pages for this visitor.
    ///
    /// # Errors
    /// [`PageError::NotIn`], [`PageError::NotFound`] where the customer is not the visitor's to see.
    pub async fn load(portal: &Portal, context: &RequestContext, customer: CustomerId) -> Result<Self, PageError> {
        let actor = context.actor()?;
        let view = customer_layout::show(portal, actor, customer).await?.ok_or(PageError::NotFound)?;
        Ok(Self::new(context, &view, portal.today(actor)))
    }

    /// The same from a view that a page's use case has given already.
    #[must_use]
    pub fn new(context: &RequestContext, view: &CustomerLayoutView, today: Date) -> Self {
        let contact = contact_of(context, view, today);
        let (responsible, links) = (view.responsible.person, bar_links(context, view));
        let (customer_name, several, side) = (view.name.clone(), view.several, view.side);
        Self { customer_name, several, side, links, contact, responsible, today, feedback: feedback(context, view) }
    }

    /// The customer's name.
    #[must_use]
    pub fn customer_name(&self) -> &str {
        &self.customer_name
    }

    /// The responsible person's card, first in the side of a wide page.
    #[must_use]
    pub fn contact_card(&self, words: &Words) -> AnyView {
        self.contact_card_with(words, Vec::new())
    }

    /// How whoever has a project is reached; none where that is the one on the card.
    #[must_use]
    pub fn own_contact(&self, words: &Words, responsible: &ResponsibleView) -> Option<Reach> {
        (responsible.person != self.responsible).then(|| Reach {
            speaks: languages(words, &responsible.speaks),
            phone: responsible.phone.clone(),
            email: responsible.email.clone(),
            away: away(words, responsible, self.today),
        })
    }

    /// The same card with more to do than calling and writing.
    #[must_use]
    pub fn contact_card_with(&self, words: &Words, actions: Vec<(String, String)>) -> AnyView {
        contact::card(words, &self.contact, actions).into_any()
    }

    /// A page of this customer. Members have the contact under the thumb too (WCAG 2.2 3.2.6).
    #[must_use]
    pub fn page(self, title: String, class: &'static str, main: AnyView) -> Page {
        let contact = (self.side == Side::Customer).then_some(self.contact);
        let (customer, several, links) = (Some(self.customer_name), self.several, self.links);
        Page { title, customer, several, links, contact, feedback: self.feedback, class, main }
    }
}

/// Where a member gives feedback of each kind about what the page is about.
fn feedback(context: &RequestContext, view: &CustomerLayoutView) -> Vec<(String, String)> {
    if view.side == Side::Supplier {
        return Vec::new();
    }
    let (words, about) = (&context.words, links::feedback::about_of(view.customer, &context.path));
    let kinds =
        [(FeedbackKind::Praise, say!(words, "feedback-praise")), (FeedbackKind::Problem, say!(words, "feedback-problem"))];
    let kinds = kinds.into_iter().map(|(kind, name)| (links::feedback::give_about(view.customer, kind, about), name));
    // An idea is everybody's to support, so it has a room of its own.
    kinds.chain([(links::idea::give(view.customer), say!(words, "feedback-idea"))]).collect()
}

fn bar_links(context: &RequestContext, view: &CustomerLayoutView) -> Vec<BarLink> {
    let words = &context.words;
    let mut bar = match view.side {
        // One finds here what is here; what is elsewhere, from there.
        Side::Supplier => own_links(context),
        Side::Customer => Vec::new(),
    };
    let plan = links::plan::show(view.customer);
    let mut below = vec!["projects", "changes", "responsible", "access", "acceptance"];
    // The supplier's people have a tab for people.
    below.extend((view.side == Side::Customer).then_some("network"));
    bar.push(BarLink::above(context, plan.clone(), &below, say!(words, "nav-plan")));
    if view.has_room(Scope::Discussion) {
        let room = BarLink::room(context, links::thread::list(view.customer), say!(words, "nav-discussions"));
        bar.push(room.and_below(context, &plan, &["contacts", "journey", "moments"]));
    }
    bar.push(BarLink::room(context, links::service_request::list(view.customer), say!(words, "nav-requests")));
    if view.has_room(Scope::Meetings) {
        bar.push(BarLink::room(context, links::meeting::list(view.customer), say!(words, "nav-meetings")));
    }
    // A member finds its process and what is reported beside the goals, where there are some: so many tabs have room in one line.
    let is_beside_goals = view.side == Side::Customer && view.has_room(Scope::Goals);
    if view.has_room(Scope::Goals) {
        let below: &[&str] = if is_beside_goals { &["process", "concerns", "year", "reports", "agreement"] } else { &[] };
        let room = BarLink::room(context, links::goal::list(view.customer), say!(words, "nav-goals"));
        bar.push(room.and_below(context, &plan, below));
    }
    if view.finds(Room::Process) && !is_beside_goals {
        let room = BarLink::room(context, links::phase::list(view.customer), say!(words, "nav-process"));
        bar.push(room.and_below(context, &plan, &["concerns", "year"]).rare());
    }
    if view.has_room(Scope::Money) {
        // Members find their work there, the supplier's people have a tab for it.
        let below: &[&str] = if view.side == Side::Customer { &["packages", "work"] } else { &["packages"] };
        let room = BarLink::room(context, links::invoice::list(view.customer), say!(words, "nav-invoices"));
        bar.push(room.and_below(context, &plan, below));
    }
    if view.finds(Room::Reports) && !is_beside_goals {
        let room = BarLink::room(context, links::report::list(view.customer), say!(words, "nav-reports"));
        bar.push(room.and_below(context, &plan, &["agreement"]).rare());
    }
    if view.has_knowledge {
        bar.push(BarLink::room(context, links::knowledge::list(view.customer), say!(words, "nav-knowledge")).rare());
    }
    if view.finds(Room::Feedback) {
        let room = BarLink::room(context, links::feedback::list(view.customer), say!(words, "nav-feedback"));
        bar.push(room.and_below(context, &plan, &["surveys"]).rare());
    }
    if view.finds(Room::Ideas) {
        let room = BarLink::room(context, links::idea::list(view.customer), say!(words, "nav-ideas"));
        bar.push(room.and_below(context, &plan, &["assessment"]).rare());
    }
    if view.side == Side::Supplier && view.has_room(Scope::Money) {
        bar.push(BarLink::room(context, links::work::list(view.customer), say!(words, "nav-work")).rare());
    }
    if let Some(staff) = context.actor.as_ref().and_then(coplan_usecases::Actor::staff) {
        let page = if staff.keeps_plans() { links::customer::edit } else { links::customer::people };
        let people = BarLink::page(context, page(view.customer), say!(words, "nav-people"));
        bar.push(people.and_below(context, &plan, &["members", "network"]));
    }
    bar.push(BarLink::page(context, links::search::customer(view.customer), say!(words, "nav-search")));
    bar
}

/// The bar's links on the supplier's own pages.
#[must_use]
pub fn staff_links(context: &RequestContext) -> Vec<BarLink> {
    let mut bar = own_links(context);
    let is_admin = context.staff().is_ok_and(|staff| staff.role() == StaffRole::Admin);
    if is_admin {
        bar.push(BarLink::room(context, links::staff::list(), say!(context.words, "nav-staff")));
    }
    bar.push(BarLink::page(context, links::search::all(), say!(context.words, "nav-search")));
    bar
}

/// Those of them that go along to the pages of a customer.
fn own_links(context: &RequestContext) -> Vec<BarLink> {
    vec![
        BarLink::page(context, links::today::show(), say!(context.words, "nav-today")),
        BarLink::room(context, links::portfolio::list(), say!(context.words, "nav-customers")),
        BarLink::page(context, links::work::own(), say!(context.words, "nav-own-work")).rare(),
    ]
}

fn contact_of(context: &RequestContext, view: &CustomerLayoutView, today: Date) -> Contact {
    let (words, responsible) = (&context.words, &view.responsible);
    Contact {
        name: responsible.name.clone(),
        about: responsible.title.clone(),
        speaks: languages(words, &responsible.speaks),
        phone: responsible.phone.clone(),
        email: responsible.email.clone(),
        away: away(words, responsible, today),
        write: (view.has_room(Scope::Discussion) && view.side == Side::Customer).then(|| write(context, view.customer)),
        is_reader: context.actor.as_ref().is_some_and(|actor| actor.person() == responsible.person),
        inside: view.side == Side::Supplier,
    }
}

/// Where a member writes from this page, and how that is called.
fn write(context: &RequestContext, customer: CustomerId) -> (String, String) {
    let is_reply = links::thread::of_path(customer, &context.path).is_some();
    let name = if is_reply { say!(context.words, "thread-reply") } else { say!(context.words, "write") };
    (links::thread::write_from(customer, &context.path), name)
}

/// The languages as the reader says them, in one line.
#[must_use]
pub fn languages(words: &Words, speaks: &[Language]) -> String {
    let names: Vec<String> = speaks
        .iter()
        .map(|language| match language {
            Language::En => say!(words, "language-en"),
            Language::Fi => say!(words, "language-fi"),
            Language::Sv => say!(words, "language-sv"),
        })
        .collect();
    let line = names.join(", ");
    let mut letters = line.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What to know of absences: for whom somebody stands in, and when the one shown will be away.
#[must_use]
pub fn away(words: &Words, responsible: &ResponsibleView, today: Date) -> String {
    let stands_in = responsible
        .stands_in_for
        .as_ref()
        .map(|(name, until)| say!(words, "contact-stands-in", name = name.clone(), day = words.day(*until, today)));
    let ahead = responsible.away.as_ref().map(|away| {
        let (first, last) = (words.day(away.first_day, today), words.day(away.last_day, today));
        say!(words, "contact-away", first = first, last = last, name = away.stand_in.clone())
    });
    [stands_in, ahead].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
