//! What was written by somebody who is not in any more: nothing of it is lost, and it can be sent again from here.

use super::new::{NewForm, fields};
use crate::{
    parts::field::Field,
    shell::{self, Page},
    visitor::Visitor,
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;

/// A new discussion that could not be opened.
pub(super) fn new(visitor: &Visitor, form: NewForm) -> Response {
    let hidden = [("thread", form.thread.clone()), ("message", form.message.clone()), ("about", form.about.clone())];
    shell::answer(visitor, StatusCode::UNAUTHORIZED, || page(visitor, &hidden, fields(visitor, form, &[])))
}

/// A reply or a note that could not be kept: the field it was written in, and the id it had.
pub(super) fn text(visitor: &Visitor, name: &'static str, text: String, id: (&'static str, String)) -> Response {
    shell::answer(visitor, StatusCode::UNAUTHORIZED, || {
        let field = Field { name, label: visitor.words.say("kept-text-label"), value: text, ..Field::default() };
        page(visitor, &[id], field.textarea())
    })
}

/// The form goes where it came to; whoever comes in meanwhile, in another tab, sends it with what it has there.
fn page(visitor: &Visitor, hidden: &[(&'static str, String)], fields: AnyView) -> Page {
    let words = &visitor.words;
    let title = words.say("kept-title");
    let hidden = hidden.iter().map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone()/> });
    let main = view! {
        <div class="page-head">
            <p class="kicker">{StatusCode::UNAUTHORIZED.as_u16()}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{words.say("kept-lead")}</p>
        </div>
        <div class="page-main">
            <section class="sheet form" aria-labelledby="h-kept">
                <h2 id="h-kept">{words.say("kept-steps")}</h2>
                <p>{words.say("kept-come-in")}</p>
                <p class="deeds">
                    <a class="button" href="/new-link" target="_blank" rel="noopener">{words.say("ask-for-link")}</a>
                    <a class="button" href="/sign-in" target="_blank" rel="noopener">{words.say("sign-in-staff")}</a>
                </p>
                <form class="form" method="post" action=visitor.path.clone()>
                    {hidden.collect_view()}
                    {fields}
                    <div class="deeds"><button class="button main">{words.say("kept-send")}</button></div>
                </form>
            </section>
        </div>
    };
    Page::plain(title, "page narrow", main.into_any())
}
