//! What stands around every page: head, bar, main, the contact, foot; and how a view becomes an answer.

pub mod customer;
pub mod heavy;
mod palette;

use crate::{
    http::{context::RequestContext, errors::PageError},
    links,
    parts::{
        contact::{self, Contact},
        escaped::escaped,
    },
    say,
    words::Words,
};
use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use coplan_domain::person::{Side, initials};
use hydration_context::SsrSharedContext;
use leptos::{
    config::LeptosOptions,
    hydration::{AutoReload, HydrationScripts},
    nonce::Nonce,
    prelude::*,
};
use std::sync::Arc;

/// A link of the bar.
pub struct BarLink {
    /// Where to.
    pub href: String,
    /// The words.
    pub words: String,
    /// Where the reader is: `page` on it, `true` below it.
    pub here: Option<&'static str>,
    /// Whether it is folded under "More" where there are many, unless the reader is there.
    pub rare: bool,
}

/// How many links stand side by side; of more than that the rare ones are folded.
const SIDE_BY_SIDE: usize = 7;

impl BarLink {
    /// A link to one page.
    #[must_use]
    pub fn page(context: &RequestContext, href: impl Into<String>, words: String) -> Self {
        let href = href.into();
        Self { here: (context.path == href).then_some("page"), href, words, rare: false }
    }

    /// The same link, which is seldom used.
    #[must_use]
    pub fn rare(self) -> Self {
        Self { rare: true, ..self }
    }

    /// A link to a page from which these are reached; they are found below its address.
    #[must_use]
    pub fn above(context: &RequestContext, href: impl Into<String>, pages: &[&str], words: String) -> Self {
        let href = href.into();
        Self::page(context, href.clone(), words).and_below(context, &href, pages)
    }

    /// The same link, to where these pages below another address are found, too.
    #[must_use]
    pub fn and_below(mut self, context: &RequestContext, href: &str, pages: &[&str]) -> Self {
        self.here = self.here.or(Self::is_below(context, href, pages).then_some("true"));
        self
    }

    /// Whether the reader is at one of these pages below an address, or further below.
    fn is_below(context: &RequestContext, href: &str, pages: &[&str]) -> bool {
        let rest = context.path.strip_prefix(href).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        rest.split('/').next().is_some_and(|first| pages.contains(&first))
    }

    /// A link to a page that has others below it.
    #[must_use]
    pub fn room(context: &RequestContext, href: impl Into<String>, words: String) -> Self {
        let mut link = Self::page(context, href, words);
        let below = context.path.strip_prefix(&link.href).is_some_and(|rest| rest.starts_with('/'));
        link.here = link.here.or(below.then_some("true"));
        link
    }
}

/// A page before it is drawn.
pub struct Page {
    /// What the page is called, in the browser's tab too.
    pub title: String,
    /// The customer whose plan this belongs to, in the bar.
    pub customer: Option<String>,
    /// Whether the reader may change to another customer.
    pub several: bool,
    /// The bar's links.
    pub links: Vec<BarLink>,
    /// The responsible person; in the same place on every page (WCAG 2.2 3.2.6).
    pub contact: Option<Contact>,
    /// Where feedback is given, with the words for each kind of it; nothing where the reader gives none.
    pub feedback: Vec<(String, String)>,
    /// The class of `main`.
    pub class: &'static str,
    /// What stands in `main`.
    pub main: AnyView,
}

impl Page {
    /// A page of its own: no customer, no links, no contact.
    #[must_use]
    pub fn plain(title: String, class: &'static str, main: AnyView) -> Self {
        Self { title, customer: None, several: false, links: Vec::new(), contact: None, feedback: Vec::new(), class, main }
    }
}

/// The page as an answer, drawn for this visitor. The view is made inside, where islands find what they need.
pub fn answer(context: &RequestContext, status: StatusCode, page: impl FnOnce() -> Page) -> Response {
    send(context, status, html(context, page))
}

/// The page as an answer where it may be long: of about so many bytes of text.
///
/// # Errors
/// [`PageError::Busy`] where too many such pages are being drawn.
pub async fn answer_long(
    context: &RequestContext,
    status: StatusCode,
    bytes: usize,
    page: impl FnOnce() -> Page + Send,
) -> Result<Response, PageError> {
    heavy::draw(context, bytes, || answer(context, status, page)).await
}

/// The page as text, drawn for this visitor.
pub fn html(context: &RequestContext, page: impl FnOnce() -> Page) -> String {
    draw(&context.nonce, || document(context, page()))
}

/// What was drawn as an answer to this visitor.
pub fn send(context: &RequestContext, status: StatusCode, html: impl IntoResponse) -> Response {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src 'self'{}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        context.nonce,
        context.site.reload.map(|place| format!(" {place}")).unwrap_or_default()
    );
    (status, [(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, "no-store".to_owned())], Html(html))
        .into_response()
}

/// The page as an answer to somebody who asked for it and may see it.
pub fn ok(context: &RequestContext, page: impl FnOnce() -> Page) -> Response {
    answer(context, StatusCode::OK, page)
}

/// A view as text, with what islands need around them.
pub fn draw<V: IntoView>(nonce: &Arc<str>, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| {
        provide_context(Nonce::from_value(Arc::clone(nonce)));
        view().to_html()
    })
}

fn document(context: &RequestContext, page: Page) -> impl IntoView + use<> {
    let words = context.words.clone();
    let title = format!("{} · {}", page.title, page.customer.as_deref().unwrap_or(&context.supplier));
    // The letter that a stranger reads says whose it is; there is nowhere to go yet.
    let bare = page.class == "entry" && context.actor.is_none();
    // The plan is the page that is waited for on the road: it loads nothing that it does not need.
    let palette = palette::draw(context);
    let rooms = (palette.is_some() || !page.class.starts_with("plan"))
        .then(|| view! { <link rel="stylesheet" href=context.site.rooms.clone()/> });
    // Only a page with something that moves asks for the wasm.
    let main = page.main.to_html();
    let moves = palette.is_some() || main.contains("<leptos-island");
    let scripts = context.site.script.as_ref().zip(context.site.start.as_ref()).filter(|_| moves).map(|(name, start)| {
        // The plan can be read before any of that is asked for, and is the same for whoever comes again.
        if palette.is_none() && page.class.starts_with("plan") {
            return view! { <script type="module" src=start.clone()></script> }.into_any();
        }
        hydration(name).into_any()
    });
    let reload =
        context.site.reload.map(|_| view! { <AutoReload options=LeptosOptions::builder().output_name("coplan").build()/> });
    let feedback = (!page.feedback.is_empty()).then(|| {
        let links = page.feedback.into_iter().map(|(href, name)| view! { " "<a href=href>{name}</a> });
        view! { <nav aria-label=say!(words, "nav-feedback")>{say!(words, "foot-feedback")}{links.collect_view()}</nav> }
    });
    view! {
        <!DOCTYPE html>
        <html lang=words.language().as_str()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content="light dark"/>
                <title inner_html=escaped(&title)></title>
                <link rel="icon" type="image/svg+xml" href=context.site.icon.clone()/>
                <link rel="stylesheet" href=context.site.stylesheet.clone()/>
                {rooms}
                {scripts}
                {reload}
            </head>
            <body>
                <a class="skip" href="#main">{say!(words, "skip-to-content")}</a>
                {preview(context)}
                {(!bare).then(|| bar(context, page.customer, page.several, page.links))}
                <main class=page.class id="main" inner_html=main></main>
                <footer class="foot">
                    <span>{say!(words, "foot-supplier", name = context.supplier.clone())}</span>
                    {feedback}
                </footer>
                {page.contact.map(|contact| contact::bar(&words, &contact))}
                {palette.map(|palette| view! { <div inner_html=palette></div> })}
            </body>
        </html>
    }
}

fn hydration(name: &str) -> impl IntoView + use<> {
    let options = LeptosOptions::builder().output_name(name).site_root("none").build();
    view! { <HydrationScripts options islands=true/> }
}

/// The script that brings the islands of a page to life once it has been read, as a file: `name` is that of script and wasm.
#[must_use]
pub fn start(name: &str) -> String {
    let drawn = draw(&Arc::from(""), || hydration(name));
    let script = drawn.split_once("<script").and_then(|(_, rest)| rest.split_once('>')).map(|(_, rest)| rest);
    script.and_then(|script| script.split_once("</script>")).map(|(script, _)| script.to_owned()).unwrap_or_default()
}

/// Says as whom one of the supplier's people looks, in its own language, and how to leave.
fn preview(context: &RequestContext) -> Option<impl IntoView + use<>> {
    let entered = context.actor.as_ref()?.entered();
    let look = entered.preview()?;
    let words = Words::new(look.by_language, entered.time_zone());
    Some(view! {
        <aside class="notice warn" lang=look.by_language.as_str() aria-label=say!(words, "preview-title")>
            <p><strong>{say!(words, "preview-title")}</strong>" "{say!(words, "preview-bar", name = entered.name().to_owned())}</p>
            <form method="post" action=links::preview::leave()><button class="button">{say!(words, "preview-leave")}</button></form>
        </aside>
    })
}

/// The links side by side, and where there are many the rare ones under a button. It opens a popover, which needs no script
/// and which browsers close by Escape and by a press beside it.
fn nav(words: &Words, links: Vec<BarLink>) -> impl IntoView + use<> {
    let folds = links.len() > SIDE_BY_SIDE;
    let (rare, often): (Vec<_>, Vec<_>) = links.into_iter().partition(|link| folds && link.rare && link.here.is_none());
    let list = |links: Vec<BarLink>| {
        links.into_iter().map(|link| view! { <a href=link.href aria-current=link.here>{link.words}</a> }).collect_view()
    };
    let more = (!rare.is_empty()).then(|| {
        view! {
            <button type="button" class="bar-more menu" popovertarget="bar-more">{say!(words, "nav-more")}</button>
            <div class="bar-rare menu-list" id="bar-more" popover="auto">{list(rare)}</div>
        }
    });
    view! { <nav class="bar-nav" aria-label=say!(words, "nav-label")><div class="bar-tabs">{list(often)}</div>{more}</nav> }
}

fn bar(context: &RequestContext, customer: Option<String>, several: bool, links: Vec<BarLink>) -> impl IntoView + use<> {
    let words = &context.words;
    let nav = (!links.is_empty()).then(|| nav(words, links));
    // The account of the member as whom somebody looks is no part of the plan.
    let you = context.actor.as_ref().filter(|actor| actor.preview().is_none()).map(|actor| {
        let name = actor.entered().name().to_owned();
        let class = if actor.side() == Side::Customer { "face theirs" } else { "face" };
        let label = say!(words, "you-label", name = name.clone());
        view! { <a class=class href=links::account::show()><span aria-hidden="true">{initials(&name)}</span><span class="unseen">{label}</span></a> }
    });
    let inside = context.actor.as_ref().is_some_and(|actor| actor.side() == Side::Supplier);
    let customer = if several {
        // The choice is where the supplier's name leads too; nobody looks for it there.
        let change = say!(words, "bar-other-company");
        view! { <a class="bar-customer" href=links::site::home()>{customer}<span class="unseen">". "{change}</span></a> }
            .into_any()
    } else {
        // A member of one company knows which it is.
        customer.filter(|_| inside).map(|name| view! { <span class="bar-customer">{name}</span> }).into_any()
    };
    view! {
        <header class="bar">
            <a class="bar-name" href=links::site::home()>{context.supplier.clone()}</a>
            {customer}
            {nav}
            {you}
        </header>
    }
}
