//! What was sent and could not be taken: it comes back as a form with everything in it, to be sent again; or, where
//! sending it again will not help, to be copied.

#[cfg(test)]
mod tests;

use crate::{
    http::context::RequestContext,
    links,
    parts::{
        field::Field,
        labels::{self, Labels},
    },
    say,
    words::Words,
};
use axum::body::Bytes;
use coplan_domain::person::Side;
use leptos::prelude::*;

/// What came with a request.
#[derive(Debug)]
pub enum SubmittedBody {
    /// A page was asked for.
    Nothing {
        /// Its address.
        asked: String,
    },
    /// A form.
    Form {
        /// Where it goes.
        action: String,
        /// Its fields as a browser writes them (`application/x-www-form-urlencoded`).
        body: Bytes,
    },
    /// Files, which are not held.
    Files,
}

/// More fields than any form of ours has: twenty files with a customer each are forty of them.
const MOST_FIELDS: usize = 200;

/// Whether this is no form of ours, whatever it says: each field costs many times its bytes once it is drawn, and
/// anybody can send fields of one letter.
#[must_use]
pub fn has_too_many_fields(body: &[u8]) -> bool {
    body.iter().filter(|byte| **byte == b'&').nth(MOST_FIELDS - 1).is_some()
}

impl SubmittedBody {
    /// A form that could be one of ours: where it goes, and its fields.
    fn form(&self) -> Option<(&str, &[u8])> {
        match self {
            Self::Form { action, body } if !has_too_many_fields(body) => Some((action, body)),
            Self::Form { .. } | Self::Nothing { .. } | Self::Files => None,
        }
    }
}

/// What has to happen before it is sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// A while passes.
    Wait,
    /// Whoever sent it comes in.
    ComeIn,
    /// Whoever sent it sets up a second factor.
    SetUpSecondFactor,
    /// It becomes theirs to change.
    BeResponsible,
    /// It becomes shorter.
    Shorten,
}

/// The fields that people write in over several lines.
const PROSE: [&str; 5] = ["text", "note", "reason", "why", "about"];

/// The fields in which something is chosen, which goes along as it was.
const CHOSEN: [&str; 16] = [
    "side",
    "stage",
    "light",
    "shared",
    "role",
    "language",
    "code_policy",
    "scopes",
    "speaks_fi",
    "speaks_sv",
    "speaks_en",
    "time_zone",
    "responsible",
    "stand_in",
    "to",
    "more_than_open",
];

/// The fields whose content is never sent to a browser. They are asked for once more.
const SECRET: [(&str, &str); 5] = [
    ("password", "sign-in-password"),
    ("present", "password-present"),
    ("new", "password-new"),
    ("code", "code-label"),
    ("recovery", "second-factor-recovery"),
];

/// A field of what was sent.
struct Told {
    name: String,
    value: String,
    how: How,
}

/// How a field is shown.
enum How {
    Unseen,
    Secret(&'static str, String),
    Line(&'static str, String),
    Prose(&'static str, String),
    Chosen(String),
}

fn read(words: &Words, action: &str, body: &[u8]) -> Vec<Told> {
    let sent: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    let labels = labels::at(action);
    // Elsewhere a field called `new` is a new link's id.
    let sets_password = sent.iter().any(|(name, _)| name == "present");
    let told = |(name, value): (String, String)| {
        let secret = SECRET.iter().find(|(known, _)| *known == name);
        let secret = secret.filter(|_| !value.is_empty() && (name != "new" || sets_password));
        let how = match (secret, labels.of(words, &name)) {
            (Some((name, label)), _) => How::Secret(name, words.say(label)),
            (None, None) => How::Unseen,
            (None, Some(label)) => shown(&name, label, labels),
        };
        Told { name, value, how }
    };
    sent.into_iter().map(told).collect()
}

fn shown(name: &str, label: String, labels: &Labels) -> How {
    if CHOSEN.contains(&name) {
        return How::Chosen(label);
    }
    match (PROSE.iter().find(|known| **known == name), labels.name(name)) {
        (Some(name), _) => How::Prose(name, label),
        (None, Some(name)) => How::Line(name, label),
        (None, None) => How::Unseen,
    }
}

/// Whether something is in it that people wrote or chose.
pub(crate) fn holds_words(words: &Words, sent: &SubmittedBody) -> bool {
    let Some((action, body)) = sent.form() else { return false };
    read(words, action, body).iter().any(|told| !told.value.is_empty() && !matches!(told.how, How::Unseen))
}

/// The way to send it again, where there is something to send.
pub(crate) fn resend_form(context: &RequestContext, sent: &SubmittedBody, first: Remedy) -> Option<AnyView> {
    if matches!(sent, SubmittedBody::Files) {
        return Some(view! { <p>{say!(context.words, "typed-files")}</p> }.into_any());
    }
    sent.form().map(|(action, body)| form(context, action, body, first))
}

fn form(context: &RequestContext, action: &str, body: &[u8], first: Remedy) -> AnyView {
    let words = &context.words;
    let told = read(words, action, body);
    let secret = told.iter().any(|told| matches!(told.how, How::Secret(..)));
    let title = match first {
        Remedy::ComeIn | Remedy::SetUpSecondFactor => say!(words, "kept-steps"),
        _ if secret => say!(words, "typed-title-but-secrets"),
        _ => say!(words, "typed-title"),
    };
    let secret = secret.then(|| view! { <p>{say!(words, "typed-secrets")}</p> });
    let fields = told.into_iter().map(|told| field(context, told));
    view! {
        <form class="sheet form" method="post" action=action.to_owned() aria-labelledby="h-typed">
            <h2 id="h-typed">{title}</h2>
            {steps(context, action, first)}
            {fields.collect_view()}
            {secret}
            <div class="actions"><button class="button main">{say!(words, "kept-send")}</button></div>
        </form>
    }
    .into_any()
}

/// What to do before it is sent again.
fn steps(context: &RequestContext, action: &str, first: Remedy) -> AnyView {
    let words = &context.words;
    let said = match first {
        Remedy::Wait => say!(words, "typed-text"),
        Remedy::BeResponsible => say!(words, "typed-be-responsible"),
        Remedy::Shorten => say!(words, "typed-shorten"),
        Remedy::ComeIn => return come_in(context, action),
        Remedy::SetUpSecondFactor => {
            let door = door(words, links::account::second_factor(), "second-factor");
            return view! { <p>{say!(words, "kept-second-factor")}</p><p class="actions">{door}</p> }.into_any();
        }
    };
    view! { <p>{said}</p> }.into_any()
}

/// Leads elsewhere and leaves this page, with what it holds, open.
fn door(words: &Words, href: String, key: &str) -> impl IntoView + use<> {
    view! { <a class="button" href=href target="_blank" rel="noopener">{words.say(key)}</a> }
}

fn come_in(context: &RequestContext, action: &str) -> AnyView {
    let words = &context.words;
    let door = |href, key| door(words, href, key);
    let (said, doors) = match context.side(action) {
        Some(Side::Supplier) => (say!(words, "kept-sign-in"), door(links::sign_in::password(), "sign-in-staff").into_any()),
        Some(Side::Customer) => (say!(words, "kept-open-link"), door(links::entry::new_link(), "ask-for-link").into_any()),
        None => {
            let both =
                view! { {door(links::entry::new_link(), "ask-for-link")}{door(links::sign_in::password(), "sign-in-staff")} };
            (say!(words, "kept-come-in"), both.into_any())
        }
    };
    view! { <p>{said}</p><p class="actions">{doors}</p> }.into_any()
}

fn field(context: &RequestContext, told: Told) -> AnyView {
    let Told { name, value, how } = told;
    match how {
        How::Unseen => view! { <input type="hidden" name=name value=value/> }.into_any(),
        How::Secret(name, label) => {
            let kind = if matches!(name, "code" | "recovery") { "text" } else { "password" };
            Field { name, label, autocomplete: Some("off"), ..Field::default() }.input(kind)
        }
        How::Line(name, label) => Field { name, label, value, ..Field::default() }.input(kind_of(name)),
        How::Prose(name, label) => Field { name, label, value, ..Field::default() }.textarea(),
        How::Chosen(label) => {
            let said = chosen(context, &name, &value);
            view! { <p><span class="quiet">{label}</span><br/>{said}<input type="hidden" name=name value=value/></p> }.into_any()
        }
    }
}

fn kind_of(name: &str) -> &'static str {
    match name {
        "due_on" | "promised_on" | "reached_on" | "paid_on" | "first_day" | "last_day" => "date",
        "email" => "email",
        "phone" => "tel",
        _ => "text",
    }
}

/// What was chosen, in words.
fn chosen(context: &RequestContext, name: &str, value: &str) -> String {
    let words = &context.words;
    let key = match (name, value) {
        ("side", "supplier") => return context.supplier.clone(),
        ("speaks_fi", _) | ("language", "fi") => "language-fi",
        ("speaks_sv", _) | ("language", "sv") => "language-sv",
        ("speaks_en", _) | ("language", "en") => "language-en",
        ("side", "customer") => "typed-customer",
        ("stage", "onstage") => "task-onstage",
        ("stage", "backstage") => "task-backstage",
        ("light", "on_track") => "light-on-track",
        ("light", "at_risk") => "light-at-risk",
        ("light", "late") => "light-late",
        ("light", "done") => "light-done",
        ("role", "admin") => "role-admin",
        ("role", "manager") => "role-manager",
        ("role", "specialist") => "role-specialist",
        ("code_policy", "always") => "customer-code-always",
        ("code_policy", "new_device") => "customer-code-new-device",
        ("code_policy", "never") => "customer-code-never",
        ("scopes", "plan") => "member-scope-plan",
        ("scopes", "money") => "member-scope-money",
        ("scopes", "discussion") => "member-scope-discussion",
        ("scopes", "meetings") => "member-scope-meetings",
        ("scopes", "people") => "member-scope-people",
        ("shared" | "more_than_open", "true") => "typed-yes",
        ("time_zone", zone) => return words.time_zone_name(zone),
        _ => "typed-as-chosen",
    };
    words.say(key)
}

/// The words of what was sent, to be copied from here: where sending it again will not help, or must not be made easy.
pub(crate) fn copy(words: &Words, sent: &SubmittedBody) -> Option<AnyView> {
    let (action, body) = sent.form()?;
    let written = read(words, action, body).into_iter().filter_map(|told| match told.how {
        How::Line(_, label) | How::Prose(_, label) if !told.value.is_empty() => Some((label, told.value)),
        _ => None,
    });
    let written: Vec<_> = written.collect();
    (!written.is_empty()).then(|| {
        let written = written.into_iter().map(|(label, value)| {
            view! { <p><span class="quiet">{label}</span><br/><span class="lines">{value}</span></p> }
        });
        view! {
            <section class="sheet" aria-labelledby="h-typed">
                <h2 id="h-typed">{say!(words, "typed-copy-title")}</h2>
                <div class="form"><p>{say!(words, "typed-copy")}</p>{written.collect_view()}</div>
            </section>
        }
        .into_any()
    })
}
