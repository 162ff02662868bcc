//! How the second factor is shown.

use coplan_app::{
    forms::FormView,
    http::context::RequestContext,
    layout::Page,
    links,
    parts::qr,
    say,
    shared::{own_form::own_page, project_editor},
    words::Words,
};
use coplan_usecases::{
    second_factor::{BeginForm, ConfirmForm, LoosenForm, SecondFactorView, SetUp},
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
            <nav class="crumbs" aria-label=say!(words, "crumbs-label")><a href=links::account::show()>{say!(words, "account-title")}</a></nav>
            <h1>{title}</h1>
            <p class="lead">{text}</p>
        </div>
    }
    .into_any()
}

/// How it stands and what can be done.
pub(super) fn page(context: &RequestContext, state: SecondFactorView, refused: Refused) -> Page {
    let words = &context.words;
    let title = say!(words, "second-factor");
    let text = match state {
        SecondFactorView { on: true, recovery_codes, .. } => say!(words, "second-factor-on-text", codes = recovery_codes),
        SecondFactorView { required: true, .. } => say!(words, "second-factor-required-text"),
        SecondFactorView { .. } => say!(words, "second-factor-off-text"),
    };
    let actions = if state.on { keep(words, state.required, refused) } else { set_up_form(words, state.required, refused) };
    let main = view! { {head(words, title.clone(), text)} {actions} };
    own_page(context, title, "page narrow", main.into_any())
}

fn set_up_form(words: &Words, required: bool, refused: Refused) -> AnyView {
    let later =
        (!required).then(|| view! { <a class="button plain" href=links::site::home()>{say!(words, "second-factor-later")}</a> });
    let form = FormView::new(words, &BeginForm::default(), &[]).problem("password", refused.password);
    view! {
        <form class="sheet form" method="post" action=links::account::begin_second_factor()>
            {refused.notice}
            {form.all()}
            <div class="actions">
                <button type="submit" class="button main">{say!(words, "account-factor-set-up")}</button>
                {later}
            </div>
        </form>
    }
    .into_any()
}

/// One password for either deed: the button says which.
fn keep(words: &Words, required: bool, refused: Refused) -> AnyView {
    let form = FormView::new(words, &LoosenForm::default(), &[]);
    let form = form.problem("password", refused.password).problem("code", refused.code);
    let off = (!required).then(|| {
        view! {
            <button type="submit" class="button danger" formaction=links::account::switch_off_second_factor()>{say!(words, "second-factor-switch-off")}</button>
        }
    });
    view! {
        <form class="sheet form" method="post" action=links::account::renew_recovery_codes()>
            {refused.notice}
            <p>{say!(words, "second-factor-keep-text")}</p>
            {form.all()}
            <div class="actions">
                <button type="submit" class="button main">{say!(words, "second-factor-renew")}</button>
                {off}
            </div>
        </form>
    }
    .into_any()
}

/// The secret, for reading with a phone or typing.
pub(super) fn set_up(context: &RequestContext, made: &SetUp, problem: Option<String>) -> Page {
    let words = &context.words;
    let title = say!(words, "second-factor-set-up-title");
    let label = say!(words, "second-factor-label", supplier = context.supplier.clone());
    let form = FormView::new(words, &ConfirmForm::default(), &[]).label("code", label).problem("code", problem);
    let main = view! {
        {head(words, title.clone(), say!(words, "second-factor-set-up-text"))}
        <div class="sheet">
            <div class="link-once">
                {qr::draw(made.address.expose(), say!(words, "second-factor-qr"))}
                <div class="form">
                    <details class="more">
                        <summary>{say!(words, "second-factor-by-hand")}</summary>
                        <p>{say!(words, "second-factor-by-hand-text")}</p>
                        <p class="secret">{made.secret.expose().to_owned()}</p>
                    </details>
                    <form class="form" method="post" action=links::account::set_up_second_factor()>
                        {form.all()}
                        {project_editor::form_actions(words, links::account::show(), say!(words, "second-factor-turn-on"))}
                    </form>
                </div>
            </div>
        </div>
    };
    own_page(context, title, "page narrow", main.into_any())
}

/// The recovery codes, shown once.
pub(super) fn codes(context: &RequestContext, codes: &[Hidden]) -> Page {
    let words = &context.words;
    let title = say!(words, "second-factor-codes-title");
    let items = codes.iter().map(|code| view! { <li>{code.expose().to_owned()}</li> }).collect_view();
    let main = view! {
        {head(words, title.clone(), say!(words, "second-factor-codes-text"))}
        <section class="sheet" aria-label=title.clone()>
            <ul class="recovery">{items}</ul>
            <p class="actions sheet-foot"><a class="button main" href=links::account::show()>{say!(words, "second-factor-codes-kept")}</a></p>
        </section>
    };
    own_page(context, title, "page narrow", main.into_any())
}
