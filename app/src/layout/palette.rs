//! Finding from any page of the supplier's people by a key, with what else keys do.

use crate::{
    http::context::RequestContext,
    islands::{Keys, LiveFinder},
    links, say,
};
use leptos::prelude::*;

/// The dialog, closed; for the supplier's people only, and not while they look as somebody else does.
pub(super) fn draw(context: &RequestContext) -> Option<String> {
    context.actor.as_ref().filter(|actor| actor.staff().is_some() && actor.preview().is_none())?;
    let words = &context.words;
    let keys = [
        ("/", say!(words, "keys-find")),
        ("j k", say!(words, "keys-lines")),
        ("e", say!(words, "keys-edit")),
        ("Esc", say!(words, "keys-close")),
    ];
    let keys = keys.map(|(key, does)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> }).collect_view();
    let form = view! {
        <form class="finder" method="get" action=links::search::all() role="search">
            <div class="field">
                <label for="palette-q">{say!(words, "keys-label")}</label>
                <input class="input" id="palette-q" name="q" type="search" autocomplete="off" maxlength="100" autofocus=true/>
            </div>
        </form>
    };
    let (fragment, into, old) = (links::search::all_found(), "palette-found".to_owned(), say!(words, "search-old"));
    let dialog = view! {
        <Keys label=say!(words, "keys-find")>
            <LiveFinder fragment=fragment into=into old=old stands_aside=true>{form.into_any()}</LiveFinder>
            <div id="palette-found"></div>
            <dl class="keys">{keys}</dl>
        </Keys>
    };
    Some(dialog.to_html())
}
