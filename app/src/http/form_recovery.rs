//! What was sent and could not be taken: it comes back as a form with everything in it, to be sent again; or, where
//! sending it again will not help, to be copied.

#[cfg(test)]
mod tests;

use crate::{
    forms::{Field, input_type, registry},
    http::context::RequestContext,
    links, say,
    words::Words,
};
use axum::body::Bytes;
use coplan_domain::person::Side;
use coplan_usecases::form::{FieldSpec, Kind, Word};
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

/// The most bytes that come back, as HTML writes them: a text many times too long for any field, and few enough that
/// drawing them takes little memory.
const MOST_DRAWN: usize = 2 << 20;

/// How many bytes a form's fields take on a page: a quote takes one byte in a form, or three (`%22`), and six in HTML.
fn drawn_length(body: &[u8]) -> usize {
    let (mut length, mut rest) = (0, body);
    while !rest.is_empty() {
        let (read, drawn) = match rest {
            [b'%', b'2', b'2', ..] => (3, 6),
            [b'%', b'2', b'6', ..] => (3, 5),
            [b'%', b'3', b'C' | b'c' | b'E' | b'e', ..] => (3, 4),
            [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => (3, 1),
            [b'"', ..] => (1, 6),
            [b'<' | b'>', ..] => (1, 4),
            _ => (1, 1),
        };
        length += drawn;
        rest = &rest[read..];
    }
    length
}

impl SubmittedBody {
    /// A form that could be one of ours and is not too long to be drawn: where it goes, and its fields.
    fn form(&self) -> Option<(&str, &[u8])> {
        match self {
            Self::Form { action, body } if !has_too_many_fields(body) && drawn_length(body) <= MOST_DRAWN => Some((action, body)),
            Self::Form { .. } | Self::Nothing { .. } | Self::Files => None,
        }
    }
}

/// What has to happen before it is sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
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

/// A field of what was sent.
struct RecoveredField {
    name: String,
    value: String,
    how: How,
}

/// How a field is shown.
#[derive(Clone, Copy)]
enum How {
    /// Not at all: it goes along unseen.
    Unseen,
    /// By what was chosen, which goes along as it was.
    Chosen(&'static FieldSpec),
    /// With what was written.
    Written(&'static FieldSpec),
    /// Empty, to be asked for once more: what is secret is never sent to a browser.
    Secret(&'static FieldSpec),
}

impl How {
    fn of(action: &str, name: &str, value: &str) -> Self {
        // A field that its form does not know might still be a secret of another one.
        let Some(spec) = registry::field(action, name).or_else(|| registry::secret(name)) else { return Self::Unseen };
        match spec.kind {
            _ if spec.is_secret() && value.is_empty() => Self::Unseen,
            _ if spec.is_secret() => Self::Secret(spec),
            Kind::Hidden => Self::Unseen,
            Kind::Choice(_) | Kind::Listed(_) | Kind::TimeZone | Kind::Several(_) | Kind::Tick | Kind::Confirm => {
                Self::Chosen(spec)
            }
            _ => Self::Written(spec),
        }
    }
}

fn read(action: &str, body: &[u8]) -> Vec<RecoveredField> {
    let sent = form_urlencoded::parse(body).into_owned();
    sent.map(|(name, value)| RecoveredField { how: How::of(action, &name, &value), name, value }).collect()
}

/// Whether something is in it that people wrote or chose.
pub fn holds_words(sent: &SubmittedBody) -> bool {
    let Some((action, body)) = sent.form() else { return false };
    read(action, body).iter().any(|field| !field.value.is_empty() && !matches!(field.how, How::Unseen))
}

/// The way to send it again, where there is something to send.
pub fn resend_form(context: &RequestContext, sent: &SubmittedBody, first: Remedy) -> Option<AnyView> {
    if matches!(sent, SubmittedBody::Files) {
        return Some(view! { <p>{say!(context.words, "typed-files")}</p> }.into_any());
    }
    sent.form().map(|(action, body)| form(context, action, body, first))
}

fn form(context: &RequestContext, action: &str, body: &[u8], first: Remedy) -> AnyView {
    let words = &context.words;
    let sent = read(action, body);
    let secret = sent.iter().any(|field| matches!(field.how, How::Secret(_)));
    let title = match first {
        Remedy::ComeIn | Remedy::SetUpSecondFactor => say!(words, "kept-steps"),
        _ if secret => say!(words, "typed-title-but-secrets"),
        _ => say!(words, "typed-title"),
    };
    let secret = secret.then(|| view! { <p>{say!(words, "typed-secrets")}</p> });
    let fields = sent.into_iter().map(|sent| field(context, sent));
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

fn field(context: &RequestContext, sent: RecoveredField) -> AnyView {
    let RecoveredField { name, value, how } = sent;
    let words = &context.words;
    let hidden = |name, value| view! { <input type="hidden" name=name value=value/> };
    match how {
        How::Unseen => hidden(name, value).into_any(),
        How::Secret(spec) => {
            let label = words.say(spec.label);
            let kind = if matches!(spec.kind, Kind::Password) { "password" } else { "text" };
            Field { name: spec.name, label, autocomplete: Some("off"), ..Field::default() }.input(kind)
        }
        How::Written(spec) => {
            let field = Field { name: spec.name, label: words.say(spec.label), value, ..Field::default() };
            if matches!(spec.kind, Kind::Prose) { field.textarea() } else { field.input(input_type(spec.kind)) }
        }
        How::Chosen(spec) => {
            let (label, said) = (words.say(spec.label), chosen(context, spec, &value));
            view! { <p><span class="quiet">{label}</span><br/>{said}{hidden(name, value)}</p> }.into_any()
        }
    }
}

/// What was chosen, in words.
fn chosen(context: &RequestContext, spec: &FieldSpec, value: &str) -> String {
    let words = &context.words;
    let choice = spec.choices().iter().find(|choice| choice.value == value);
    match (spec.kind, choice.map(|choice| choice.word)) {
        (Kind::Tick | Kind::Confirm, _) => say!(words, "typed-yes"),
        (Kind::TimeZone, _) => words.time_zone_name(value),
        (_, Some(Word::Key(key))) => words.say(key),
        (_, Some(Word::Language(name) | Word::Number(name))) => name.to_owned(),
        (_, Some(Word::Supplier)) => context.supplier.clone(),
        (_, Some(Word::Customer)) => say!(words, "typed-customer"),
        (_, None) => say!(words, "typed-as-chosen"),
    }
}

/// The words of what was sent, to be copied from here: where sending it again will not help, or must not be made easy.
pub fn copy(words: &Words, sent: &SubmittedBody) -> Option<AnyView> {
    let (action, body) = sent.form()?;
    let written = read(action, body).into_iter().filter_map(|field| match field.how {
        How::Written(spec) if !field.value.is_empty() => Some((words.say(spec.label), field.value)),
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
