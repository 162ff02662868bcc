//! The first address: leads everybody to where their work is.

use crate::entry::EntryPage;
use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing,
};
use coplan_app::{
    http::{
        context::{App, RequestContext},
        errors::PageError,
    },
    layout::{self, Page},
    links, say,
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    home::{self, Home},
};
use leptos::prelude::*;

/// The route of the start.
pub fn routes() -> Router<App> {
    Router::new().route(links::site::home::PATTERN, routing::get(get))
}

/// Leads to the plan or to the customers; whoever is not in sees who this is and the two ways in.
///
/// # Errors
/// [`PageError`] where the database cannot be read.
async fn get(State(portal): State<Portal>, context: RequestContext) -> Result<Response, PageError> {
    let Some(actor) = &context.actor else {
        let begun = home::has_staff(&portal).await?;
        return Ok(layout::ok(&context, || if begun { front(&context) } else { first(&context) }));
    };
    Ok(match home::find(&portal, actor).await? {
        Home::Supplier => Redirect::to(&links::today::show()).into_response(),
        Home::Companies(companies) => match companies.as_slice() {
            [] => {
                let ended = home::has_ended(&portal, actor).await?;
                layout::ok(&context, || nowhere(&context, ended))
            }
            [(only, _)] => Redirect::to(&links::plan::show(*only)).into_response(),
            several => layout::ok(&context, || choice(&context, several)),
        },
    })
}

fn front(context: &RequestContext) -> Page {
    let words = &context.words;
    let title = say!(words, "home-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "home-text")}</p>
        <p class="actions"><a class="button main wide" href=links::entry::new_link()>{say!(words, "ask-for-link")}</a></p>
        <p class="actions"><a class="button wide" href=links::sign_in::password()>{say!(words, "sign-in-staff")}</a></p>
    };
    letter(context, title, String::new(), body.into_any())
}

fn first(context: &RequestContext) -> Page {
    let words = &context.words;
    let title = say!(words, "home-first-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "home-first-text")}</p>
        <p class="secret">"coplan staff add --role admin --name 'Olli Oja' --title 'Service director' --email olli.oja@example.com"</p>
        <p>{say!(words, "home-first-then")}</p>
        <p class="actions"><a class="button main wide" href=links::sign_in::password()>{say!(words, "sign-in-staff")}</a></p>
    };
    letter(context, title, say!(words, "home-first-kind"), body.into_any())
}

fn choice(context: &RequestContext, companies: &[(CustomerId, String)]) -> Page {
    let words = &context.words;
    let title = say!(words, "home-choice-title");
    let links = companies.iter().map(|(id, name)| {
        view! { <li><a class="button main wide" href=links::plan::show(*id)>{name.clone()}</a></li> }
    });
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "home-choice-text")}</p>
        <ul class="companies">{links.collect_view()}</ul>
    };
    letter(context, title, say!(words, "home-choice-kind"), body.into_any())
}

fn nowhere(context: &RequestContext, ended: bool) -> Page {
    let words = &context.words;
    let title = say!(words, "home-nowhere-title");
    let supplier = context.supplier.clone();
    let text = if ended {
        say!(words, "home-ended-text", supplier = supplier)
    } else {
        say!(words, "home-nowhere-text", supplier = supplier)
    };
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{text}</p>
        <form method="post" action=links::sign_in::sign_out()><button type="submit" class="button wide">{say!(words, "sign-out")}</button></form>
    };
    letter(context, title, String::new(), body.into_any())
}

fn letter(context: &RequestContext, title: String, kind: String, body: AnyView) -> Page {
    EntryPage { title, kind, here: links::site::home(), body }.page(context)
}
