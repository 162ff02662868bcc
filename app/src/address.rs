//! Addresses that lead back into our own pages, and how they are told without what is secret in them.

use coplan_usecases::personal_link::LINK_PATH;

/// A path of our own pages, as somebody sent it; the start where it leads anywhere else.
#[must_use]
pub fn local(typed: &str) -> &str {
    // Browsers take a backslash for a slash, and two slashes for another site.
    let ours = typed.starts_with('/') && !typed.starts_with("//") && !typed.contains('\\');
    if ours && typed.len() <= 2000 && typed.chars().all(|c| c.is_ascii_graphic()) { typed } else { "/" }
}

/// The page that an address belongs to: a file that is downloaded from a page and rows that a page fetches are no place
/// to come to.
#[must_use]
pub fn page_of(asked: &str) -> String {
    let (path, question) = asked.split_once('?').map_or((asked, None), |(path, question)| (path, Some(question)));
    let page = ["/original", "/rows"].iter().find_map(|part| path.strip_suffix(part)).unwrap_or(path);
    question.map_or_else(|| page.to_owned(), |question| format!("{page}?{question}"))
}

/// Where staff signs in, to go on to this path afterwards.
#[must_use]
pub fn sign_in(next: &str) -> String {
    with_next("/sign-in", next)
}

/// A path that remembers where to go on to afterwards.
#[must_use]
pub fn with_next(path: &str, next: &str) -> String {
    match local(next) {
        "/" => path.to_owned(),
        next => format!("{path}?next={}", next.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace('#', "%23")),
    }
}

/// Whether only staff sends a form to this address.
#[must_use]
pub fn is_for_staff(action: &str) -> bool {
    const ROOMS: [&str; 6] = ["/customers/", "/invoices/new", "/staff", "/me/away", "/me/password", "/me/second-factor"];
    const DEEDS: [&str; 11] = [
        "/edit",
        "/members/",
        "/projects/new",
        "/milestones/",
        "/tasks/new",
        "/status",
        "/payments",
        "/note",
        "/responsible",
        "/take-back",
        "/bring-back",
    ];
    ROOMS.iter().any(|room| action.starts_with(room)) || DEEDS.iter().any(|deed| action.contains(deed))
}

/// A path as a log may know it: the secret of a personal link is not in it.
#[must_use]
pub fn without_secret(path: &str) -> &str {
    if path.starts_with(LINK_PATH) { LINK_PATH } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_on_to() {
        assert_eq!(local("/c/01?x=1&y=2"), "/c/01?x=1&y=2");
        for typed in ["", "https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nset-cookie: x=y", "/å", "c/01"] {
            assert_eq!(local(typed), "/", "{typed:?}");
        }
    }

    #[test]
    fn a_part_of_a_page_leads_to_the_page() {
        for (asked, page) in [
            ("/c/01/invoices/02/original", "/c/01/invoices/02"),
            ("/customers/rows?q=mills&sort=name", "/customers?q=mills&sort=name"),
            ("/c/01?x=/original", "/c/01?x=/original"),
            ("/", "/"),
        ] {
            assert_eq!(page_of(asked), page);
        }
    }

    #[test]
    fn where_to_go_on_survives_in_an_address() {
        assert_eq!(sign_in("/customers?q=a%20b&sort=name"), "/sign-in?next=/customers?q=a%2520b%26sort=name");
        assert_eq!(sign_in("//evil.example"), "/sign-in");
    }

    #[test]
    fn what_only_staff_sends_is_told_from_what_members_send_too() {
        for staffs in ["/c/1/invoices/2/take-back", "/c/1/projects/2/tasks/3/bring-back", "/staff/1/hand-over", "/c/1/edit"] {
            assert!(is_for_staff(staffs), "{staffs}");
        }
        for anybodys in ["/c/1/threads/2/reply", "/c/1/projects/2/tasks/3/state", "/me/settings"] {
            assert!(!is_for_staff(anybodys), "{anybodys}");
        }
    }

    #[test]
    fn a_log_never_knows_the_secret_of_a_link() {
        assert_eq!(without_secret("/in/abc"), "/in/");
        assert_eq!(without_secret("/invoices/new"), "/invoices/new");
    }
}
