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
    })
}

/// What did not arrive, and then why; each reason once.
pub(super) fn sentences(words: &Words, mails: &[UndeliveredView]) -> String {
    let whats = mails.iter().map(|mail| what(words, mail.about));
    let reasons = WhyUndelivered::ALL.iter().filter(|reason| mails.iter().any(|mail| mail.why == **reason));
    whats.chain(reasons.map(|reason| why(words, *reason))).collect::<Vec<_>>().join(" ")
}

/// Tells on somebody's own page what did not arrive, and when; nothing where all did.
pub(super) fn notice(words: &Words, name: &str, mails: &[UndeliveredView], now: Timestamp) -> Option<AnyView> {
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
