//! One typed address per route: what pages and mails link to and the pattern that the router takes, declared together.

/// Declares routes. `name(id: Id) = "/pattern/{id}";` gives the function `name`, which makes the address, and
/// `name::PATTERN`, which the router takes: both come from the one literal. `for staff` says that only the supplier's
/// people read it or send a form to it, `, part` that it is no page of its own (see [`Route`]).
macro_rules! routes {
    (@staff) => { false };
    (@staff staff) => { true };
    (@part) => { false };
    (@part part) => { true };
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($($arg:ident: $ty:ty),*) = $pattern:literal $(for $who:ident)? $(, $part:ident)?;
    )+) => {
        $(
            $(#[doc = $doc])+
            #[must_use]
            pub fn $name($($arg: $ty),*) -> String {
                format!($pattern)
            }

            $(#[doc = $doc])+
            pub mod $name {
                /// The pattern that the router takes.
                pub const PATTERN: &str = $pattern;
            }
        )+

        /// All routes of this module.
        pub(super) const ROUTES: &[super::Route] = &[$(super::Route {
            pattern: $pattern,
            for_staff: routes!(@staff $($who)?),
            part: routes!(@part $($part)?),
        }),+];

        /// Each pattern with an address made from sample values.
        #[cfg(test)]
        pub(super) fn samples() -> Vec<(&'static str, String)> {
            vec![$(($pattern, $name($(<$ty as super::tests::Sample>::sample()),*))),+]
        }
    };
}

pub mod absence;
pub mod acceptance;
pub mod account;
pub mod agreement;
pub mod assessment;
pub mod bank;
pub mod blueprint;
pub mod concern;
pub mod contact;
pub mod customer;
pub mod entry;
pub mod feedback;
pub mod goal;
pub mod hand_over;
pub mod idea;
pub mod import;
pub mod invoice;
pub mod journey;
pub mod knowledge;
pub mod live;
pub mod meeting;
pub mod member;
pub mod milestone;
pub mod need;
pub mod network;
pub mod package;
pub mod phase;
pub mod plan;
pub mod portfolio;
pub mod preview;
pub mod project;
mod query;
pub mod report;
pub mod request;
pub mod request_kind;
pub mod responsible;
pub mod search;
pub mod security;
pub mod service_request;
pub mod sign_in;
pub mod site;
pub mod staff;
pub mod status_report;
pub mod survey;
pub mod table_import;
pub mod task;
#[cfg(test)]
mod tests;
pub mod thread;
pub mod today;
pub mod waiting;
pub mod work;

pub use query::TurnQuery;

use std::sync::LazyLock;

/// What is declared of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The pattern that the router takes.
    pub pattern: &'static str,
    /// Whether only the supplier's people read it or send a form to it.
    pub for_staff: bool,
    /// Whether it is a file or a fragment of the page whose address is the next shorter one. Nobody is led to it after
    /// signing in.
    pub part: bool,
}

/// The routes of all modules.
const ALL: [&[Route]; 49] = [
    absence::ROUTES,
    acceptance::ROUTES,
    account::ROUTES,
    agreement::ROUTES,
    assessment::ROUTES,
    concern::ROUTES,
    contact::ROUTES,
    bank::ROUTES,
    blueprint::ROUTES,
    customer::ROUTES,
    entry::ROUTES,
    feedback::ROUTES,
    goal::ROUTES,
    hand_over::ROUTES,
    idea::ROUTES,
    import::ROUTES,
    invoice::ROUTES,
    journey::ROUTES,
    knowledge::ROUTES,
    live::ROUTES,
    meeting::ROUTES,
    member::ROUTES,
    milestone::ROUTES,
    network::ROUTES,
    need::ROUTES,
    package::ROUTES,
    phase::ROUTES,
    plan::ROUTES,
    portfolio::ROUTES,
    preview::ROUTES,
    project::ROUTES,
    report::ROUTES,
    request::ROUTES,
    request_kind::ROUTES,
    responsible::ROUTES,
    search::ROUTES,
    security::ROUTES,
    service_request::ROUTES,
    sign_in::ROUTES,
    site::ROUTES,
    staff::ROUTES,
    status_report::ROUTES,
    survey::ROUTES,
    table_import::ROUTES,
    task::ROUTES,
    thread::ROUTES,
    today::ROUTES,
    waiting::ROUTES,
    work::ROUTES,
];

/// The matcher that axum's router uses too, so that an address leads to the same route here and there.
static TABLE: LazyLock<matchit::Router<Route>> = LazyLock::new(|| {
    let mut table = matchit::Router::new();
    for route in ALL.into_iter().flatten() {
        let inserted = table.insert(route.pattern, *route);
        debug_assert!(inserted.is_ok(), "{route:?} is in conflict with another route");
    }
    table
});

/// The route that an address leads to; its query does not matter.
#[must_use]
pub fn find(address: &str) -> Option<Route> {
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    TABLE.at(path).ok().map(|found| *found.value)
}

/// Who wrote what is sent, where it waited in a browser for a network: the islands say so in the query of its address.
#[must_use]
pub fn sent_by(query: &str) -> Option<&str> {
    query.strip_prefix("as=")
}

/// Whether only the supplier's people read this address or send a form to it.
#[must_use]
pub fn is_for_staff(address: &str) -> bool {
    find(address).is_some_and(|route| route.for_staff)
}

/// The page that an address belongs to: a [part](Route::part) is no place to come to.
#[must_use]
pub fn page_of(address: &str) -> String {
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    let is_part = |path: &str| find(path).is_none_or(|route| route.part);
    let mut page = path;
    while find(path).is_some_and(|route| route.part) && is_part(page) {
        // What belongs to no page leads to the start.
        let Some((shorter, _)) = page.rsplit_once('/') else { return site::home() };
        page = shorter;
    }
    query.map_or_else(|| page.to_owned(), |query| format!("{page}?{query}"))
}

/// A path of our own pages, as somebody sent it; the start where it leads anywhere else.
#[must_use]
pub fn local(typed: &str) -> &str {
    // Browsers take a backslash for a slash, and two slashes for another site.
    let ours = typed.starts_with('/') && !typed.starts_with("//") && !typed.contains('\\');
    if ours && typed.len() <= 2000 && typed.chars().all(|c| c.is_ascii_graphic()) { typed } else { site::home::PATTERN }
}

/// An address that remembers where to go on to afterwards.
fn with_next(address: String, next: &str) -> String {
    match local(next) {
        site::home::PATTERN => address,
        next => {
            let next = next.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23");
            format!("{address}?next={next}")
        }
    }
}
