//! Whether an email comes from whom it says, by what the receiving server wrote into it (RFC 8601).

mod results;

use results::{Results, Word, read};

/// What the receiving server says of the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It vouches for the sender's domain.
    Verified,
    /// It looked, and does not; or nobody can tell what it says.
    Failed,
    /// It says nothing.
    Unsaid,
}

/// What is believed of each method: the domains that it passes for, by these properties.
const METHODS: [(&str, &[&str]); 3] =
    [("dmarc", &["header.from"]), ("dkim", &["header.d", "header.i"]), ("spf", &["smtp.mailfrom", "smtp.mail"])];

/// What the server that is called `authserv` says in these fields about a sender of this domain; where none is named, whoever
/// wrote the topmost of them, which is the last server on the way. Of several by one server the topmost counts: whoever sends an
/// email can write others below it.
pub(super) fn verdict(fields: &[(String, String)], authserv: Option<&str>, domain: &str) -> Verdict {
    let mut said = fields.iter().filter(|(name, _)| name == "authentication-results").map(|(_, value)| read(value));
    let is_by = |results: &Results| {
        let server = results.server.as_deref();
        authserv.is_none_or(|named| server.is_some_and(|server| server.eq_ignore_ascii_case(named)))
    };
    match said.find(|results| results.as_ref().is_none_or(is_by)) {
        None => Verdict::Unsaid,
        Some(None) => Verdict::Failed,
        Some(Some(results)) => judge(&results, domain),
    }
}

fn judge(results: &Results, domain: &str) -> Verdict {
    let is = |method: &str, outcome: &str| results.each.iter().any(|words| is_result(words, method, outcome));
    let says = |outcomes: &[&str]| METHODS.iter().any(|(method, _)| outcomes.iter().any(|outcome| is(method, outcome)));
    if !is("dmarc", "fail") && results.each.iter().any(|words| vouches(words, domain)) {
        Verdict::Verified
    } else if says(&["fail", "softfail", "pass"]) {
        // What passes for another domain says nothing of this one.
        Verdict::Failed
    } else {
        Verdict::Unsaid
    }
}

fn is_result(words: &[Word], method: &str, outcome: &str) -> bool {
    words.first().is_some_and(|first| {
        first.name.split('/').next().is_some_and(|name| name == method) && first.plain().is_some_and(|value| value == outcome)
    })
}

/// Whether a result passes, and whatever it passes for belongs to this domain.
fn vouches(words: &[Word], domain: &str) -> bool {
    METHODS.iter().filter(|(method, _)| is_result(words, method, "pass")).any(|(_, names)| {
        let mut of = words.iter().skip(1).filter(|word| names.contains(&word.name.as_str())).peekable();
        of.peek().is_some() && of.all(|word| word.domain().is_some_and(|of| is_of(of, domain)))
    })
}

/// Whether a domain is this one, or the one is a part of the other.
fn is_of(one: &str, other: &str) -> bool {
    let part = |whole: &str, part: &str| part.len() < whole.len() && part.contains('.') && whole.ends_with(&format!(".{part}"));
    !other.is_empty() && (one == other || part(one, other) || part(other, one))
}

#[cfg(test)]
mod tests;
