//! What an email is before anybody reads it: a person's words, or something that a program or a mail server says.

use coplan_domain::incoming_mail::HeldReason;

/// How subjects of absence notes begin, in small letters.
const AWAY: [&str; 8] = [
    "automatic reply",
    "out of office",
    "auto:",
    "autoreply",
    "automaattinen vastaus",
    "poissa toimistosta",
    "autosvar",
    "automatiskt svar",
];
/// Who says that an email did not arrive.
const SERVERS: [&str; 2] = ["mailer-daemon@", "postmaster@"];

/// Why an email with these headers is no person's reply; none where it may be one.
pub(super) fn held(headers: &[(String, String)], from: &str, subject: &str) -> Option<HeldReason> {
    let values =
        |wanted: &'static str| headers.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value.to_lowercase());
    let has = |name| values(name).next().is_some();
    let reports = values("content-type").any(|it| it.starts_with("multipart/report") && !it.contains("disposition-notification"));
    let from_nobody = values("return-path").next().is_some_and(|path| path.trim() == "<>");
    let automatic = values("auto-submitted").any(|it| !it.starts_with("no"))
        || values("precedence").any(|it| ["bulk", "junk", "list", "auto_reply"].contains(&it.trim()))
        || values("content-type").any(|it| it.contains("disposition-notification"))
        || ["x-autoreply", "x-autorespond", "x-auto-reply", "list-id"].into_iter().any(has)
        || AWAY.iter().any(|words| subject.to_lowercase().starts_with(words));
    if reports || SERVERS.iter().any(|server| from.starts_with(server)) {
        Some(HeldReason::Bounce)
    } else if automatic || from_nobody {
        Some(HeldReason::Automatic)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(headers: &[(&str, &str)], from: &str, subject: &str) -> Option<HeldReason> {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>();
        held(&headers, from, subject)
    }

    #[test]
    fn programs_and_servers_are_told_from_people() {
        assert_eq!(said(&[("auto-submitted", "no"), ("return-path", "<anna@x.example>")], "anna@x.example", "Re: Gate"), None);
        for header in [("auto-submitted", "auto-replied"), ("precedence", "bulk"), ("x-autoreply", "yes"), ("return-path", "<>")]
        {
            assert_eq!(said(&[header], "anna@x.example", "Re: Gate"), Some(HeldReason::Automatic), "{header:?}");
        }
        assert_eq!(said(&[], "anna@x.example", "Automaattinen vastaus: Gate"), Some(HeldReason::Automatic));
        let report = ("content-type", "multipart/report; report-type=delivery-status; boundary=x");
        assert_eq!(said(&[report, ("auto-submitted", "auto-replied")], "x@y.example", "Gate"), Some(HeldReason::Bounce));
        assert_eq!(said(&[], "mailer-daemon@x.example", "Undelivered"), Some(HeldReason::Bounce));
    }
}
