//! A page of the person's own, or of the supplier's people, that asks for one thing.

use super::project_editor::form_actions;
use crate::{
    forms::FormView,
    http::context::RequestContext,
    layout::{self, Page, customer::staff_links},
    say,
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;

/// Such a page, before it is drawn.
pub struct OwnForm<'a> {
    /// What it asks for.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// The page for which it is left, and what that is called.
    pub back: (String, String),
    /// The form.
    pub form: FormView<'a>,
    /// Where it is sent.
    pub action: String,
    /// What is on its button.
    pub keep: String,
}

impl OwnForm<'_> {
    /// The page.
    #[must_use]
    pub fn answer(self, context: &RequestContext) -> Response {
        let words = &context.words;
        let Self { title, lead, back: (href, name), form, action, keep } = self;
        let status = if form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let main = view! {
            <div class="page-head">
                <nav class="crumbs" aria-label=say!(words, "way-back")><a href=href.clone()>{name}</a></nav>
                <h1>{title.clone()}</h1>
                <p class="lead">{lead}</p>
                {form.summary()}
            </div>
            <div class="page-main">
                <section class="sheet" aria-label=title.clone()>
                    <form class="form" method="post" action=action>
                        {form.all()}
                        {form_actions(words, href, keep)}
                    </form>
                </section>
            </div>
        };
        let main = main.into_any();
        layout::answer(context, status, || own_page(context, title, "page narrow", main))
    }
}

/// A page of the person's own, or of the supplier's people.
#[must_use]
pub fn own_page(context: &RequestContext, title: String, class: &'static str, main: AnyView) -> Page {
    let links = if context.staff().is_ok() { staff_links(context) } else { Vec::new() };
    Page { links, ..Page::plain(title, class, main) }
}
