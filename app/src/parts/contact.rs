//! The responsible person: a card beside the page, and a bar under the thumb on a phone.

use crate::{say, words::Words};
use coplan_domain::person::initials;
use leptos::prelude::*;

/// The responsible person as every page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The name.
    pub name: String,
    /// One line: what the person is here, since when.
    pub about: String,
    /// The languages, as the reader says them.
    pub speaks: String,
    /// Where a call reaches.
    pub phone: Option<String>,
    /// Where mail reaches.
    pub email: String,
    /// What to know of absences; may be empty.
    pub away: String,
    /// Where to write to the person here, and how that is called; none where the reader may not.
    pub write: Option<(String, String)>,
    /// Whether the reader is this person, who has nobody to call.
    pub is_reader: bool,
    /// Whether the reader is a colleague, for whom writing is one thing to do among others.
    pub inside: bool,
}

/// How somebody else than the responsible person is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The languages, as the reader says them.
    pub speaks: String,
    /// Where a call reaches.
    pub phone: Option<String>,
    /// Where mail reaches.
    pub email: String,
    /// What to know of absences; may be empty.
    pub away: String,
}

/// Languages, phone and mail as links, and absences, under a name that stands above.
#[must_use]
pub fn reach(it: &Reach) -> impl IntoView + use<> {
    let phone = it.phone.clone().map(|phone| view! { <a href=dial(&phone)>{phone.clone()}</a><br/> });
    let away = (!it.away.is_empty()).then(|| view! { <p class="promise">{it.away.clone()}</p> });
    view! {
        <p class="quiet">{it.speaks.clone()}</p>
        <p>{phone}<a href=format!("mailto:{}", it.email)>{it.email.clone()}</a></p>
        {away}
    }
}

fn dial(phone: &str) -> String {
    format!("tel:{}", phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
}

/// How to call; the number itself is on the button where there is room.
fn call(words: &Words, phone: &str) -> AnyView {
    let number = phone.replace(' ', "\u{a0}");
    view! { <a class="button" href=dial(phone)><span class="act">{say!(words, "call")}</span>" "<span class="number">{number}</span></a> }
        .into_any()
}

fn write(words: &Words, contact: &Contact) -> AnyView {
    let by_email = || (format!("mailto:{}", contact.email), say!(words, "write"));
    let (href, name) = contact.write.clone().unwrap_or_else(by_email);
    view! { <a class="button" href=href>{name}</a> }.into_any()
}

/// The card in the page, with links to more that can be done about who is responsible.
#[must_use]
pub fn card(words: &Words, contact: &Contact, more: Vec<(String, String)>) -> impl IntoView + use<> {
    let reach = (!contact.is_reader).then(|| {
        let call = contact.phone.as_ref().map(|phone| call(words, phone));
        view! { {call}{write(words, contact)} }
    });
    let more = more.into_iter().map(|(href, name)| view! { <a class="button" href=href>{name}</a> }).collect_view();
    let away = (!contact.away.is_empty()).then(|| view! { <p class="contact-away">{contact.away.clone()}</p> });
    let title = if contact.inside { say!(words, "responsible-title") } else { say!(words, "contact-label") };
    view! {
        <section class="contact" aria-labelledby="h-contact">
            <span class="face" aria-hidden="true">{initials(&contact.name)}</span>
            <div>
                <h2 id="h-contact">{title}</h2>
                <p class="contact-name">{contact.name.clone()}</p>
                <p class="contact-about">
                    {contact.about.clone()}<br/>{contact.speaks.clone()}
                    <span class="mail"><br/>{contact.email.clone()}</span>
                </p>
            </div>
            <div class="contact-actions" data-phone=contact.phone.clone()>{reach}{more}{away}</div>
        </section>
    }
}

/// The bar, one line at the foot of a narrow page.
#[must_use]
pub fn bar(words: &Words, contact: &Contact) -> impl IntoView + use<> {
    let phone = contact.phone.clone().map(|phone| view! { <p><a href=dial(&phone)>{phone.clone()}</a></p> });
    let call = contact.phone.as_ref().map(|phone| view! { <a class="button" href=dial(phone)>{say!(words, "call")}</a> });
    let away = (!contact.away.is_empty()).then(|| view! { <p>{contact.away.clone()}</p> });
    view! {
        <aside class="contact-bar" aria-label=say!(words, "contact-label")>
            // A popover, which browsers close by Escape and by a press beside it.
            <button type="button" class="contact-who" popovertarget="contact-more">
                <span class="face" aria-hidden="true">{initials(&contact.name)}</span><strong>{contact.name.clone()}</strong>
            </button>
            <div class="contact-more" id="contact-more" popover="auto">
                <p>{say!(words, "contact-label")}" · "{contact.about.clone()}<br/><span class="quiet">{contact.speaks.clone()}</span></p>
                {phone}
                <p><a href=format!("mailto:{}", contact.email)>{contact.email.clone()}</a></p>
                {away}
            </div>
            {call}{write(words, contact)}
        </aside>
    }
}
