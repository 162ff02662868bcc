//! `/security`: who did what to whose access, from where and with what outcome; for admins.

use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing,
};
use coplan_app::{
    forms::Field,
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page},
    links::{self, security::SecurityQuery},
    parts::pager::Pager,
    say,
    shared::own_form::own_page,
    words::Words,
};
use coplan_domain::id::PersonId;
use coplan_usecases::{
    Portal, Turn,
    security_log::{self, CONSOLE, SecurityKind, SecurityOutcome, SecurityRow, SecurityView},
};
use jiff::Timestamp;
use leptos::prelude::*;

/// The routes of the log.
pub fn routes() -> Router<App> {
    Router::new().route(links::security::list::PATTERN, routing::get(get))
}

/// Shows one page of the log.
///
/// # Errors
/// [`PageError::NotFound`] for whoever is no admin.
async fn get(
    State(portal): State<Portal>,
    context: RequestContext,
    Query(asked): Query<SecurityQuery>,
) -> Result<Response, PageError> {
    let view = security_log::show(&portal, context.actor()?, asked.filter(), &asked.turn()).await?.ok_or(PageError::NotFound)?;
    Ok(layout::ok(&context, || page(&context, &asked, &view, portal.clock.now())))
}

fn page(context: &RequestContext, asked: &SecurityQuery, view: &SecurityView, now: Timestamp) -> Page {
    let words = &context.words;
    let title = say!(words, "security-title");
    let rows = view.page.rows.iter().map(|event| row(words, event, now)).collect_view();
    let body = if view.page.rows.is_empty() {
        view! { <div class="empty"><p><strong>{say!(words, "security-none")}</strong></p></div> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let before = view.page.before.map(|key| asked.page(&Turn::Before(key)));
    let after = view.page.after.map(|key| asked.page(&Turn::After(key)));
    let pager = Pager { before, after, newer: say!(words, "changes-newer"), older: say!(words, "changes-older") };
    let main = view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::staff::list()>{say!(words, "nav-staff")}</a></nav>
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "security-lead")}</p>
        </div>
        <section class="sheet" aria-label=title.clone()>
            {finder(words, asked, view)}
            {body}
        </section>
        {pager.draw(words)}
    };
    own_page(context, title, "page narrow", main.into_any())
}

fn finder(words: &Words, asked: &SecurityQuery, view: &SecurityView) -> AnyView {
    let filter = asked.filter();
    let kinds = SecurityKind::ALL.iter().map(|kind| (kind.to_string(), name(words, *kind)));
    let kinds = std::iter::once((String::new(), say!(words, "security-all"))).chain(kinds).collect();
    // Somebody of a customer, or who has left, was chosen from a row.
    let other = view.person.iter().filter(|(id, _)| view.staff.iter().all(|staff| staff.person.id != *id)).cloned();
    let staff = view.staff.iter().map(|staff| (staff.person.id, staff.person.name.clone())).chain(other);
    let people = staff.map(|(id, name)| (id.to_string(), name));
    let people = std::iter::once((String::new(), say!(words, "portfolio-everyone"))).chain(people).collect();
    let field = |name, label, value: Option<String>| Field { name, label, value: value.unwrap_or_default(), ..Field::default() };
    let what = field("kind", say!(words, "security-kind"), filter.kind.map(|kind| kind.to_string()));
    let who = field("who", say!(words, "security-who"), filter.person.map(|person| person.to_string()));
    view! {
        <form class="finder" method="get" action=links::security::list()>
            {what.select(kinds)}
            {who.select(people)}
            <button class="button">{say!(words, "portfolio-find")}</button>
        </form>
    }
    .into_any()
}

fn row(words: &Words, event: &SecurityRow, now: Timestamp) -> AnyView {
    let outcome = match event.outcome {
        SecurityOutcome::Done => None,
        SecurityOutcome::Refused => Some(("status warn", say!(words, "security-refused"))),
        SecurityOutcome::Limited => Some(("status bad", say!(words, "security-limited"))),
    };
    let outcome = outcome.map(|(class, word)| view! { " "<span class=class>{word}</span> });
    let person = event.person.as_ref().map(person_link);
    // Of what somebody does to its own account one name is enough.
    let by = event.by.as_ref().filter(|by| event.person.as_ref() != Some(*by));
    let by = by.map(|by| view! { " "{say!(words, "security-by")}" "{person_link(by)} });
    let from = match event.network.as_str() {
        // What a demo tells has come from no network.
        "" => String::new(),
        CONSOLE => format!(" · {}", say!(words, "security-console")),
        address => format!(" · {}", say!(words, "security-from", address = address.to_owned())),
    };
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{name(words, event.kind)}</strong>{outcome}
                <span class="quiet">{person}{by}</span>
                <span class="quiet">{words.moment(event.at, now)}{from}</span>
            </div>
        </li>
    }
    .into_any()
}

fn person_link((id, name): &(PersonId, String)) -> AnyView {
    view! { <a href=links::security::of_person(*id)>{name.clone()}</a> }.into_any()
}

/// What a kind is called.
fn name(words: &Words, kind: SecurityKind) -> String {
    words.say(match kind {
        SecurityKind::SignIn => "sign-in-title",
        SecurityKind::SecondFactor => "second-factor-title",
        SecurityKind::LinkOpened => "security-link-opened",
        SecurityKind::Code => "security-code",
        SecurityKind::PasswordAsked => "security-password-asked",
        SecurityKind::PasswordChanged => "security-password-changed",
        SecurityKind::PasswordReset => "security-password-reset",
        SecurityKind::SecondFactorOn => "security-second-factor-on",
        SecurityKind::SecondFactorOff => "security-second-factor-off",
        SecurityKind::RecoveryCodes => "security-recovery-codes",
        SecurityKind::RoleChanged => "security-role-changed",
        SecurityKind::AddressChanged => "security-address-changed",
        SecurityKind::StaffAdded => "security-staff-added",
        SecurityKind::StaffEnded => "security-staff-ended",
        SecurityKind::MemberAdded => "security-member-added",
        SecurityKind::MemberEnded => "security-member-ended",
        SecurityKind::LinkMade => "security-link-made",
        SecurityKind::LinkRevoked => "security-link-revoked",
        SecurityKind::DeviceEnded => "security-device-ended",
        SecurityKind::DeviceDisowned => "security-device-disowned",
        SecurityKind::Export => "security-export",
        SecurityKind::Rights => "security-rights",
        SecurityKind::Malware => "security-malware",
    })
}
