//! `/me`: what a person sets for itself, its devices and its companies.

mod device;
mod mail_choice;
mod not_me;
mod password;
mod second_factor;
mod settings;

use axum::{Router, extract::State, http::StatusCode, response::Response, routing};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
        flash::Flash,
    },
    layout::{self, Page, customer::CustomerLayout},
    links, say,
    shared::own_form::own_page,
    words::Words,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    account::{self, Own, SettingsForm},
    device::{DeviceView, Over, list_own, list_own_over},
    form::FieldProblem,
    home::{self, Home},
    second_factor::SecondFactorView,
};
use leptos::prelude::*;

/// The routes of what a person sets for itself.
pub fn routes() -> Router<App> {
    Router::new()
        .route(links::account::show::PATTERN, routing::get(get))
        .route(links::account::settings::PATTERN, routing::post(settings::post))
        .route(links::account::end_device::PATTERN, routing::post(device::end))
        .route(links::account::disown_device::PATTERN, routing::post(not_me::post))
        .route(links::account::device_disowned::PATTERN, routing::get(not_me::get))
        .route(links::account::mail_choice::PATTERN, routing::get(mail_choice::get).post(mail_choice::post))
        .route(links::account::today_mail::PATTERN, routing::post(mail_choice::post_today))
        .route(links::account::password::PATTERN, routing::get(password::get).post(password::post))
        .merge(second_factor::routes())
}

/// What was just done.
fn told(words: &Words, flash: Flash) -> Option<String> {
    Some(match flash {
        Flash::Settings => say!(words, "account-done-settings"),
        Flash::Ended => say!(words, "account-done-ended"),
        Flash::DeviceDisowned => say!(words, "account-done-not-me"),
        Flash::Password => say!(words, "account-done-password"),
        _ => return None,
    })
}

/// What is shown besides the account as it is kept.
#[derive(Default)]
struct Shown {
    /// What was typed and not kept.
    form: Option<SettingsForm>,
    problems: Vec<FieldProblem>,
    /// What was typed beside what somebody else has changed meanwhile.
    clash: Option<AnyView>,
    /// What was just done.
    said: Option<String>,
}

/// Everything that stands on the page.
struct Account {
    me: Own,
    devices: Vec<DeviceView>,
    over: Vec<Over>,
    companies: Vec<(CustomerId, String)>,
    /// Only staff has one.
    second_factor: Option<SecondFactorView>,
    frame: Option<CustomerLayout>,
}

/// Shows the account.
///
/// # Errors
/// [`PageError`] where nobody is in or the database cannot be read.
async fn get(State(portal): State<Portal>, context: RequestContext, done: Option<Flash>) -> Result<Response, PageError> {
    let account = Account::load(&portal, &context).await?;
    let shown = Shown { said: done.and_then(|flash| told(&context.words, flash)), ..Shown::default() };
    Ok(layout::ok(&context, || page(&portal, &context, account, shown)))
}

/// The page again, with what was typed and what is wrong with it.
async fn again(portal: &Portal, context: &RequestContext, status: StatusCode, shown: Shown) -> Result<Response, PageError> {
    let account = Account::load(portal, context).await?;
    Ok(layout::answer(context, status, || page(portal, context, account, shown)))
}

impl Account {
    async fn load(portal: &Portal, context: &RequestContext) -> Result<Self, PageError> {
        let actor = context.actor()?;
        let me = account::show(portal, actor).await?.ok_or(PageError::NotIn)?;
        let companies = match home::find(portal, actor).await? {
            Home::Supplier => Vec::new(),
            Home::Companies(companies) => companies,
        };
        let frame = frame(portal, context, &companies).await?;
        let second_factor = match actor.staff() {
            Some(_) => Some(second_factor::state(portal, actor).await?),
            None => None,
        };
        let (devices, over) = (list_own(portal, actor).await?, list_own_over(portal, actor).await?);
        Ok(Self { me, devices, over, companies, second_factor, frame })
    }
}

/// What stands around the own pages of who has one plan.
async fn frame(
    portal: &Portal,
    context: &RequestContext,
    companies: &[(CustomerId, String)],
) -> Result<Option<CustomerLayout>, PageError> {
    match companies {
        [(only, _)] => Ok(Some(CustomerLayout::load(portal, context, *only).await?)),
        _ => Ok(None),
    }
}

/// The same where nothing else is known of the person yet.
async fn find_frame(portal: &Portal, context: &RequestContext) -> Result<Option<CustomerLayout>, PageError> {
    match home::find(portal, context.actor()?).await? {
        Home::Supplier => Ok(None),
        Home::Companies(companies) => frame(portal, context, &companies).await,
    }
}

fn page(portal: &Portal, context: &RequestContext, account: Account, shown: Shown) -> Page {
    let words = &context.words;
    let now = portal.clock.now();
    let me = &account.me.person;
    let title = me.name.clone();
    let form = shown.form.unwrap_or_else(|| SettingsForm::of(&account.me));
    let settings = shown.clash.unwrap_or_else(|| settings::sheet(words, &form, &shown.problems, now));
    let card = account.frame.as_ref().map(|frame| frame.contact_card(words));
    let side = (card.is_some() || !account.companies.is_empty())
        .then(|| view! { <div class="page-side">{card}{companies(words, &account.companies)}</div> });
    let main = view! {
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <p class="lead">{say!(words, "account-lead", email = me.email.clone())}</p>
            {shown.said.map(|said| view! { <div class="notice good" role="status"><p>{said}</p></div> })}
            <form class="actions" method="post" action=links::sign_in::sign_out()><button type="submit" class="button">{say!(words, "sign-out")}</button></form>
        </div>
        <div class="page-main">
            {settings}
            {mail_choice::sheet(words)}
            {device::sheet(words, &account.devices, &account.over, now, account.second_factor.is_some())}
            {account.second_factor.as_ref().map(|factor| signing_in(words, factor))}
            {account.second_factor.as_ref().map(|_| away(words))}
        </div>
        {side}
    }
    .into_any();
    match account.frame {
        Some(frame) => frame.page(title, "page", main),
        None => own_page(context, title, "page", main),
    }
}

fn companies(words: &Words, companies: &[(CustomerId, String)]) -> Option<AnyView> {
    (!companies.is_empty()).then(|| {
        let rows = companies.iter().map(|(id, name)| {
            view! {
                <li class="row">
                    <div class="row-main"><strong>{name.clone()}</strong></div>
                    <a class="button" href=links::plan::show(*id)>{say!(words, "go-to-plan")}<span class="unseen">": "{name.clone()}</span></a>
                </li>
            }
        });
        view! {
            <section class="sheet" aria-labelledby="h-companies">
                <h2 id="h-companies">{say!(words, "account-companies")}</h2>
                <ul class="rows">{rows.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn away(words: &Words) -> AnyView {
    view! {
        <section class="sheet" aria-labelledby="h-away">
            <h2 id="h-away">{say!(words, "absence-sheet")}</h2>
            <p>{say!(words, "absence-sheet-text-own")}</p>
            <div class="actions"><a class="button" href=links::absence::own()>{say!(words, "absence-sheet-go")}</a></div>
        </section>
    }
    .into_any()
}

fn signing_in(words: &Words, factor: &SecondFactorView) -> AnyView {
    let (class, state) = if factor.on {
        ("status good", say!(words, "account-factor-on", codes = factor.recovery_codes))
    } else {
        ("status warn", say!(words, "account-factor-off"))
    };
    view! {
        <section class="sheet" aria-labelledby="h-signing-in">
            <h2 id="h-signing-in">{say!(words, "account-signing-in")}</h2>
            <ul class="rows">
                <li class="row">
                    <div class="row-main"><strong>{say!(words, "sign-in-password")}</strong><span class="quiet">{say!(words, "account-password-about")}</span></div>
                    <a class="button" href=links::account::password()>{say!(words, "account-password-change")}</a>
                </li>
                <li class="row">
                    <div class="row-main"><strong>{say!(words, "second-factor")}</strong><span class="quiet"><span class=class>{state}</span></span></div>
                    <a class="button" href=links::account::second_factor()>{if factor.on { say!(words, "account-factor-keep") } else { say!(words, "account-factor-set-up") }}</a>
                </li>
            </ul>
        </section>
    }
    .into_any()
}
