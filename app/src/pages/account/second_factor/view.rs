//! How the second factor is shown.

use crate::{
    pages::{account::own_page, desk},
    parts::{code, field::Field, qr},
    say,
    shell::Page,
    visitor::Visitor,
    words::Words,
};
use coplan_usecases::{
    second_factor::{SecondFactorView, SetUp},
    secret::Hidden,
};
use leptos::prelude::*;

/// What did not work.
#[derive(Default)]
pub(super) struct Refused {
    pub notice: Option<AnyView>,
    pub password: Option<String>,
    pub code: Option<String>,
}

fn head(words: &Words, title: String, text: String) -> AnyView {
    view! {
        <div class="page-head">
            <nav class="crumbs" aria-label=words.say("crumbs-label")><a href="/me">{words.say("account-title")}</a></nav>
            <h1>{title}</h1>
            <p class="lead">{text}</p>
        </div>
    }
    .into_any()
}

/// How it stands and what can be done.
pub(super) fn page(visitor: &Visitor, state: SecondFactorView, refused: Refused) -> Page {
    let words = &visitor.words;
    let title = words.say("second-factor");
    let text = match state {
        SecondFactorView { on: true, recovery_codes, .. } => say!(words, "second-factor-on-text", codes = recovery_codes),
        SecondFactorView { required: true, .. } => words.say("second-factor-required-text"),
        SecondFactorView { .. } => words.say("second-factor-off-text"),
    };
    let deeds = if state.on { keep(words, state.required, refused) } else { set_up_form(words, refused) };
    let main = view! { {head(words, title.clone(), text)} {deeds} };
    own_page(visitor, title, "page narrow", main.into_any())
}

fn password(words: &Words, problem: Option<String>) -> AnyView {
    let (name, autocomplete) = ("password", Some("current-password"));
    Field { name, label: words.say("password-present"), problem, autocomplete, ..Field::default() }.input("password")
}

fn set_up_form(words: &Words, refused: Refused) -> AnyView {
    view! {
        <form class="sheet form" method="post" action="/me/second-factor/begin">
            {refused.notice}
            {password(words, refused.password)}
            <div class="deeds"><button type="submit" class="button main">{words.say("account-factor-set-up")}</button></div>
        </form>
    }
    .into_any()
}

/// A code of the authenticator, or a recovery code where the phone is gone: so no keypad of digits only.
fn code_or_recovery(words: &Words, problem: Option<String>) -> AnyView {
    let (label, hint) = (words.say("second-factor-keep-code"), Some(words.say("second-factor-keep-code-hint")));
    Field { name: "code", label, hint, problem, autocomplete: Some("one-time-code"), ..Field::default() }.input("text")
}

/// One password for either deed: the button says which.
fn keep(words: &Words, required: bool, refused: Refused) -> AnyView {
    let off = (!required).then(|| {
        view! {
            <button type="submit" class="button danger" formaction="/me/second-factor/off">{words.say("second-factor-switch-off")}</button>
        }
    });
    view! {
        <form class="sheet form" method="post" action="/me/second-factor/codes">
            {refused.notice}
            <p>{words.say("second-factor-keep-text")}</p>
            {password(words, refused.password)}
            {code_or_recovery(words, refused.code)}
            <div class="deeds">
                <button type="submit" class="button main">{words.say("second-factor-renew")}</button>
                {off}
            </div>
        </form>
    }
    .into_any()
}

/// The secret, for reading with a phone or typing.
pub(super) fn set_up(visitor: &Visitor, made: &SetUp, problem: Option<String>) -> Page {
    let words = &visitor.words;
    let title = words.say("second-factor-set-up-title");
    let main = view! {
        {head(words, title.clone(), words.say("second-factor-set-up-text"))}
        <div class="sheet">
            <div class="link-once">
                {qr::draw(made.address.expose(), words.say("second-factor-qr"))}
                <div class="form">
                    <details class="more">
                        <summary>{words.say("second-factor-by-hand")}</summary>
                        <p>{words.say("second-factor-by-hand-text")}</p>
                        <p class="secret">{made.secret.expose().to_owned()}</p>
                    </details>
                    <form class="form" method="post" action="/me/second-factor/set-up">
                        {code::field(
                            say!(words, "second-factor-label", supplier = visitor.supplier.clone()),
                            words.say("second-factor-hint"),
                            problem,
                        )}
                        {desk::keep(words, "/me".to_owned(), words.say("second-factor-turn-on"))}
                    </form>
                </div>
            </div>
        </div>
    };
    own_page(visitor, title, "page narrow", main.into_any())
}

/// The recovery codes, shown once.
pub(super) fn codes(visitor: &Visitor, codes: &[Hidden]) -> Page {
    let words = &visitor.words;
    let title = words.say("second-factor-codes-title");
    let items = codes.iter().map(|code| view! { <li>{code.expose().to_owned()}</li> }).collect_view();
    let main = view! {
        {head(words, title.clone(), words.say("second-factor-codes-text"))}
        <section class="sheet" aria-label=title.clone()>
            <ul class="recovery">{items}</ul>
            <p class="deeds sheet-foot"><a class="button main" href="/me">{words.say("second-factor-codes-kept")}</a></p>
        </section>
    };
    own_page(visitor, title, "page narrow", main.into_any())
}
