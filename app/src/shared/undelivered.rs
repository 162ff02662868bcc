//! Mail that did not arrive, as those read it who can help.

use crate::{say, words::Words};
use coplan_domain::mail::WhyUndelivered;
use coplan_usecases::undelivered::{MailAbout, UndeliveredView};
use jiff::Timestamp;
use leptos::prelude::*;

fn what(words: &Words, about: MailAbout) -> String {
    words.say(match about {
        MailAbout::Link => "undelivered-link",
        MailAbout::Code => "undelivered-code",
        MailAbout::Message => "undelivered-message",
        MailAbout::Device => "undelivered-device",
        MailAbout::SecurityEvent => "undelivered-way-in",
        MailAbout::Other => "undelivered-other",
    })
}

fn why(words: &Words, why: WhyUndelivered) -> String {
    words.say(match why {
        WhyUndelivered::Refused => "undelivered-refused",
        WhyUndelivered::NotTaken => "undelivered-not-taken",
        WhyUndelivered::Bounced => "undelivered-bounced",
    })
}

/// What did not arrive, and then why, each reason once; at last what the email server said last.
#[must_use]
pub fn sentences(words: &Words, mails: &[UndeliveredView]) -> String {
    let whats = mails.iter().map(|mail| what(words, mail.about));
    let reasons = WhyUndelivered::ALL.iter().filter(|reason| mails.iter().any(|mail| mail.why == **reason));
    let newest = mails.iter().filter(|mail| mail.server_said.is_some()).max_by_key(|mail| mail.at);
    let said = newest.and_then(|mail| mail.server_said.clone());
    let said = said.map(|said| say!(words, "undelivered-server-said", said = said));
    whats.chain(reasons.map(|reason| why(words, *reason))).chain(said).collect::<Vec<_>>().join(" ")
}

/// Tells in a list of people that what was sent to one of them did not arrive, since when, and why; nothing where all did.
#[must_use]
pub fn line(words: &Words, mails: &[UndeliveredView], now: Timestamp) -> Option<AnyView> {
    let at = mails.iter().map(|mail| mail.at).max()?;
    let head = say!(words, "undelivered-line", day = words.past_day(at, now));
    Some(view! { <p class="undelivered"><span class="status bad">{head}</span>" "{sentences(words, mails)}</p> }.into_any())
}

/// Tells on somebody's own page what did not arrive, and when; nothing where all did.
#[must_use]
pub fn notice(words: &Words, name: &str, mails: &[UndeliveredView], now: Timestamp) -> Option<AnyView> {
    (!mails.is_empty()).then(|| {
        let rows = mails.iter().map(|mail| {
            let said = sentences(words, std::slice::from_ref(mail));
            view! { <li>{words.moment(mail.at, now)}": "{said}</li> }
        });
        view! {
            <div class="notice bad">
                <p><strong>{say!(words, "undelivered-to", name = name.to_owned())}</strong></p>
                <ul>{rows.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}
