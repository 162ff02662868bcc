//! What the text of a setting has to be, each with a sentence for whoever wrote another one.

use coplan_domain::working_time::HolidayCountry;
use lettre::message::Mailbox;
use secrecy::SecretString;
use std::{convert::Infallible, net::IpAddr};
use tracing_subscriber::EnvFilter;
use url::{Host, Url};

/// What may hold a password, and is therefore shown nowhere.
#[expect(clippy::unnecessary_wraps, reason = "clap reads a value so")]
pub fn secret(typed: &str) -> Result<SecretString, Infallible> {
    Ok(typed.into())
}

/// Where people reach the portal, as browsers spell it, without a slash at the end.
///
/// TLS is not a matter of taste where personal links travel: without it only this machine is served.
pub fn public_url(typed: &str) -> Result<String, String> {
    let shape = || "write it as in https://plan.example.com, without a path".to_owned();
    // What reading would mend or pass over in silence is refused: the address goes into every link.
    if typed.contains(|letter: char| letter.is_whitespace() || letter.is_control() || "@?#\\".contains(letter)) {
        return Err(shape());
    }
    let url = Url::parse(typed).map_err(|_| shape())?;
    if url.path() != "/" || !typed.contains("://") {
        return Err(shape());
    }
    match (url.scheme(), url.host()) {
        ("https", Some(_)) => {}
        ("http", Some(host)) if is_this_machine(&host) => {}
        ("http", Some(_)) => {
            return Err("personal links need TLS: use https://, or http:// with 127.0.0.1 or localhost".to_owned());
        }
        _ => return Err(shape()),
    }
    Ok(url.origin().ascii_serialization())
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

/// Whom mail comes from.
pub fn mail_from(typed: &str) -> Result<Mailbox, String> {
    typed.parse().map_err(|_| "write COPLAN_MAIL_FROM as in Northline <plan@example.com>".to_owned())
}

/// A time zone by its IANA name.
pub fn time_zone(typed: &str) -> Result<String, String> {
    jiff::tz::TimeZone::get(typed).map_err(|_| "write a time zone as in Europe/Helsinki".to_owned())?;
    Ok(typed.to_owned())
}

/// Whose holidays hold.
pub fn holidays(typed: &str) -> Result<HolidayCountry, String> {
    typed.parse().map_err(|_| "write fi for Finland or se for Sweden".to_owned())
}

/// The name of a domain or of a server.
pub fn domain(typed: &str) -> Result<String, String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let fits = typed.contains('.') && typed.len() <= 190 && typed.chars().all(is_name) && !typed.starts_with(['.', '-']);
    if fits { Ok(typed.to_lowercase()) } else { Err("write the name alone, as in reply.example.com".to_owned()) }
}

/// Whether mail can go out by this address. It is not read as it is typed, because what is wrong there is shown with the
/// whole value, and this one holds a password.
pub fn verify_smtp_url(typed: &str) -> Result<(), String> {
    let shape = || Err("COPLAN_SMTP_URL: write it as in smtps://USER:PASSWORD@HOST or smtp://HOST:PORT?tls=required".to_owned());
    let Ok(url) = Url::parse(typed) else { return shape() };
    if !matches!(url.scheme(), "smtp" | "smtps") || url.host_str().is_none_or(str::is_empty) {
        return shape();
    }
    if url.username().is_empty() != url.password().is_none() {
        return Err("COPLAN_SMTP_URL: a user and its password go together, as in smtps://USER:PASSWORD@HOST".to_owned());
    }
    let says_tls = url.query_pairs().any(|(name, value)| name == "tls" && matches!(&*value, "required" | "opportunistic"));
    if url.scheme() == "smtp" && !says_tls && !url.host_str().is_some_and(is_here) {
        return Err("COPLAN_SMTP_URL: smtp:// to another machine sends links, codes and the password for all to read; use \
            smtps://, add ?tls=required, or say ?tls=opportunistic where the server may have no TLS"
            .to_owned());
    }
    Ok(())
}

/// Whether a host that is not read as one of the web's is this machine.
fn is_here(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// What is logged.
pub fn log(typed: &str) -> Result<String, String> {
    let read = EnvFilter::builder().parse(typed);
    read.map(|_| typed.to_owned()).map_err(|error| format!("write it as in info or debug,sqlx=warn: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_travel_only_by_tls_except_on_this_machine() {
        let kept = |typed: &str| public_url(typed).ok();
        assert_eq!(kept("https://plan.example.com/").as_deref(), Some("https://plan.example.com"));
        assert_eq!(kept("https://Plan.Example.com:8443").as_deref(), Some("https://plan.example.com:8443"));
        for local in ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"] {
            assert_eq!(kept(local).as_deref(), Some(local));
        }
        for open in ["http://plan.example.com", "http://0.0.0.0:3000", "http://localhost.example.com"] {
            assert!(public_url(open).unwrap_err().contains("TLS"), "{open}");
        }
    }

    #[test]
    fn an_address_that_leads_elsewhere_than_it_seems_is_no_public_address() {
        for typed in [
            "http://127.0.0.1:80@evil.example",
            "https://plan.example.com@evil.example",
            "https://plan example.com",
            " https://plan.example.com",
            "https://plan.example.com\n",
            "https://x.example?x=1",
            "https://x.example/#top",
            "https://x.example/plans",
            "https://x.example//",
            "https:\\\\x.example",
            "https:x.example",
            "https://",
            "https://x.example:port",
            "ftp://x.example",
            "plan.example.com",
            "localhost:3000",
            "",
        ] {
            assert_eq!(public_url(typed), Err("write it as in https://plan.example.com, without a path".to_owned()), "{typed:?}");
        }
    }

    #[test]
    fn a_sender_is_an_address_with_or_without_a_name() {
        assert_eq!(mail_from("Northline <plan@example.com>").unwrap().email.to_string(), "plan@example.com");
        assert!(mail_from("plan@example.com").is_ok());
        assert!(mail_from("garbage").unwrap_err().contains("COPLAN_MAIL_FROM"));
    }

    #[test]
    fn mail_goes_out_by_smtp_only() {
        for typed in ["smtps://user:p%40ss@smtp.example.com", "smtp://127.0.0.1:2525", "smtp://mail?tls=required"] {
            assert_eq!(verify_smtp_url(typed), Ok(()), "{typed}");
        }
        for typed in ["http://x", "smtp:", "smtps://", "mail.example.com", "user:hushhush@smtp.example.com:465"] {
            let told = verify_smtp_url(typed).unwrap_err();
            assert!(told.starts_with("COPLAN_SMTP_URL: write it as in smtps://") && !told.contains("hushhush"), "{told}");
        }
        for typed in ["smtps://user@smtp.example.com", "smtps://:hushhush@smtp.example.com"] {
            assert!(verify_smtp_url(typed).unwrap_err().contains("go together"), "{typed}");
        }
    }

    #[test]
    fn mail_leaves_this_machine_by_tls_unless_the_address_says_otherwise() {
        for typed in ["smtp://mail.example.com", "smtp://u:p@192.0.2.7:25", "smtp://x.example?tls=no", "smtp://localhost.example"]
        {
            assert!(verify_smtp_url(typed).unwrap_err().contains("?tls=required"), "{typed}");
        }
        for typed in [
            "smtp://mail.example.com:587?tls=required",
            "smtp://mail.example.com?tls=opportunistic",
            "smtp://localhost:25",
            "smtp://[::1]:2525",
            "smtps://mail.example.com",
        ] {
            assert_eq!(verify_smtp_url(typed), Ok(()), "{typed}");
        }
    }

    #[test]
    fn what_is_logged_is_read_or_refused() {
        assert_eq!(log("debug,sqlx=warn"), Ok("debug,sqlx=warn".to_owned()));
        assert!(log("sqlx=loudly").is_err());
    }
}
