//! Whether an email comes from whom it says, by what the receiving server wrote into it (RFC 8601).

/// What the receiving server says of the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It vouches for the sender's domain.
    Verified,
    /// It looked, and does not.
    Failed,
    /// It says nothing.
    Unsaid,
}

/// What the server that is called `authserv` says in these headers about a sender of this domain; where none is named, whoever
/// wrote the first of them, which is the last server on the way.
pub(super) fn verdict(headers: &[(String, String)], authserv: Option<&str>, domain: &str) -> Verdict {
    let said = headers.iter().filter(|(name, _)| name == "authentication-results").map(|(_, value)| value.to_lowercase());
    let by = |value: &String| value.split([';', ' ']).next().unwrap_or_default().to_owned();
    let trusted: Vec<String> = match authserv {
        Some(server) => said.filter(|value| by(value) == server.to_lowercase()).collect(),
        None => said.take(1).collect(),
    };
    let results = trusted.iter().flat_map(|value| value.split(';').skip(1)).map(str::trim).collect::<Vec<_>>();
    let failed =
        |result: &&str| ["dmarc=fail", "dkim=fail", "spf=fail", "spf=softfail"].iter().any(|bad| result.starts_with(bad));
    let vouches = |result: &&str| {
        let passes = |method: &str, keys: &[&str]| {
            result.starts_with(method) && keys.iter().filter_map(|key| property(result, key)).any(|of| is_of(of, domain))
        };
        passes("dmarc=pass", &["header.from"])
            || passes("dkim=pass", &["header.d", "header.i"])
            || passes("spf=pass", &["smtp.mailfrom", "smtp.mail"])
    };
    if results.iter().any(|result| result.starts_with("dmarc=fail")) {
        Verdict::Failed
    } else if results.iter().any(vouches) {
        Verdict::Verified
    } else if results.iter().any(failed) || results.iter().any(|result| result.contains("=pass")) {
        // What passes for another domain says nothing of this one.
        Verdict::Failed
    } else {
        Verdict::Unsaid
    }
}

/// The domain that a result is about.
fn property<'a>(result: &'a str, key: &str) -> Option<&'a str> {
    let words = result.split_whitespace().filter_map(|word| word.split_once('='));
    let value = words.filter(|(name, _)| *name == key).map(|(_, value)| value).next()?;
    Some(value.trim_matches('"').rsplit('@').next().unwrap_or(value))
}

/// Whether a domain is this one, or the one is a part of the other.
fn is_of(one: &str, other: &str) -> bool {
    let part = |whole: &str, part: &str| part.len() < whole.len() && part.contains('.') && whole.ends_with(&format!(".{part}"));
    one == other || part(one, other) || part(other, one)
}

#[cfg(test)]
mod tests {
    use super::{Verdict::*, *};

    fn said(values: &[&str], authserv: Option<&str>) -> Verdict {
        let headers = values.iter().map(|value| ("authentication-results".to_owned(), (*value).to_owned())).collect::<Vec<_>>();
        verdict(&headers, authserv, "mill.example")
    }

    #[test]
    fn the_receiving_server_vouches_for_the_domain_of_the_sender() {
        for good in [
            "mx.x.example; dkim=pass header.d=mill.example; spf=none",
            "mx.x.example; dmarc=pass (p=none) header.from=mill.example; dkim=fail header.d=list.example",
            "mx.x.example 1; spf=pass smtp.mailfrom=bounce@mail.mill.example",
        ] {
            assert_eq!(said(&[good], None), Verified, "{good}");
        }
        for bad in [
            "mx.x.example; dkim=fail header.d=mill.example; spf=pass smtp.mailfrom=x@evil.example",
            "mx.x.example; spf=softfail smtp.mailfrom=anna@mill.example",
            "mx.x.example; dkim=pass header.d=evil.example",
            "mx.x.example; dkim=pass header.d=example",
            "mx.x.example; dmarc=fail header.from=mill.example; spf=pass smtp.mailfrom=mill.example",
        ] {
            assert_eq!(said(&[bad], None), Failed, "{bad}");
        }
        assert_eq!((said(&[], None), said(&["mx.x.example; none"], None)), (Unsaid, Unsaid));
    }

    #[test]
    fn only_the_named_server_or_else_the_last_one_is_believed() {
        let (theirs, forged) =
            ("mx.x.example; dkim=fail header.d=mill.example", "mx.evil.example; dkim=pass header.d=mill.example");
        assert_eq!(said(&[theirs, forged], None), Failed);
        assert_eq!(said(&[forged, theirs], Some("mx.x.example")), Failed);
        assert_eq!(said(&[forged], Some("mx.x.example")), Unsaid);
    }
}
