//! The responsible person: a card beside the page, and a bar under the thumb on a phone.

use crate::say;
use crate::words::Words;
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
    /// Where to write to the person here; none where the reader may not.
    pub write_href: Option<String>,
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

fn actions(words: &Words, contact: &Contact) -> impl IntoView + use<> {
    let call = contact.phone.as_ref().map(|phone| view! { <a class="button" href=dial(phone)>{say!(words, "call")}</a> });
    let write = contact.write_href.clone().unwrap_or_else(|| format!("mailto:{}", contact.email));
    let class = if contact.inside { "button" } else { "button main" };
    view! { {call} <a class=class href=write>{say!(words, "write")}</a> }
}

/// The card, for the side of a wide page, with links to more that can be done about who has it.
#[must_use]
pub fn card(words: &Words, contact: &Contact, more: Vec<(String, String)>) -> impl IntoView + use<> {
    let reach = (!contact.is_reader).then(|| actions(words, contact));
    let any = reach.is_some() || !more.is_empty();
    let more = more.into_iter().map(|(href, name)| view! { <a class="button" href=href>{name}</a> }).collect_view();
    let actions = any.then(|| view! { <div class="actions">{reach}{more}</div> });
    view! {
        <section class="sheet contact" aria-labelledby="h-contact">
            <div class="contact-card">
                <span class="face large" aria-hidden="true">{initials(&contact.name)}</span>
                <div>
                    <h2 id="h-contact">{contact.name.clone()}</h2>
                    <p class="quiet">{contact.about.clone()}<br/>{contact.speaks.clone()}</p>
                </div>
                {actions}
                <p class="promise"><a href=format!("mailto:{}", contact.email)>{contact.email.clone()}</a><br/>{contact.away.clone()}</p>
            </div>
        </section>
    }
}

/// The bar, fixed at the foot of a narrow page.
#[must_use]
pub fn bar(words: &Words, contact: &Contact) -> impl IntoView + use<> {
    let phone = contact.phone.clone().map(|phone| view! { <a href=dial(&phone)>{phone.clone()}</a><br/> });
    view! {
        <aside class="contact-bar" aria-label=say!(words, "contact-label")>
            <details>
                <summary>
                    <span class="face" aria-hidden="true">{initials(&contact.name)}</span>
                    <span><strong>{contact.name.clone()}</strong><span class="quiet">{say!(words, "has-this-now")}</span></span>
                </summary>
                <div class="contact-more">
                    <p>{contact.about.clone()}<br/><span class="quiet">{contact.speaks.clone()}</span></p>
                    <p>{phone}<a href=format!("mailto:{}", contact.email)>{contact.email.clone()}</a></p>
                    <p class="promise">{contact.away.clone()}</p>
                </div>
            </details>
            {actions(words, contact)}
        </aside>
    }
}
