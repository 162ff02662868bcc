//! The first address: leads everybody to where their work is.

use crate::{
    failure::Failure,
    pages::entry::Letter,
    say,
    shell::{self, Page},
    visitor::Visitor,
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use coplan_domain::id::CustomerId;
use coplan_usecases::{
    Portal,
    home::{self, Home},
};
use leptos::prelude::*;

/// Leads to the plan or to the customers; whoever is not in sees who this is and the two ways in.
///
/// # Errors
/// [`Failure`] where the database cannot be read.
pub async fn get(State(portal): State<Portal>, visitor: Visitor) -> Result<Response, Failure> {
    let Some(actor) = &visitor.actor else {
        let begun = home::has_staff(&portal).await?;
        return Ok(shell::ok(&visitor, || if begun { front(&visitor) } else { first(&visitor) }));
    };
    Ok(match home::find(&portal, actor).await? {
        Home::Supplier => Redirect::to("/waiting").into_response(),
        Home::Companies(companies) => match companies.as_slice() {
            [] => shell::ok(&visitor, || nowhere(&visitor)),
            [(only, _)] => Redirect::to(&format!("/c/{only}")).into_response(),
            several => shell::ok(&visitor, || choice(&visitor, several)),
        },
    })
}

fn front(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("home-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("home-text")}</p>
        <p class="deeds"><a class="button main wide" href="/new-link">{words.say("ask-for-link")}</a></p>
        <p class="deeds"><a class="button wide" href="/sign-in">{words.say("sign-in-staff")}</a></p>
    };
    letter(visitor, title, String::new(), body.into_any())
}

fn first(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("home-first-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("home-first-text")}</p>
        <p class="secret">"coplan staff add --role admin --name 'Olli Oja' --email olli.oja@example.com"</p>
        <p>{words.say("home-first-then")}</p>
        <p class="deeds"><a class="button main wide" href="/sign-in">{words.say("sign-in-staff")}</a></p>
    };
    letter(visitor, title, words.say("home-first-kind"), body.into_any())
}

fn choice(visitor: &Visitor, companies: &[(CustomerId, String)]) -> Page {
    let words = &visitor.words;
    let title = words.say("home-choice-title");
    let links = companies.iter().map(|(id, name)| {
        view! { <li><a class="button main wide" href=format!("/c/{id}")>{name.clone()}</a></li> }
    });
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{words.say("home-choice-text")}</p>
        <ul class="companies">{links.collect_view()}</ul>
    };
    letter(visitor, title, words.say("home-choice-kind"), body.into_any())
}

fn nowhere(visitor: &Visitor) -> Page {
    let words = &visitor.words;
    let title = words.say("home-nowhere-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        <p>{say!(words, "home-nowhere-text", supplier = visitor.supplier.clone())}</p>
        <form method="post" action="/sign-out"><button type="submit" class="button wide">{words.say("sign-out")}</button></form>
    };
    letter(visitor, title, String::new(), body.into_any())
}

fn letter(visitor: &Visitor, title: String, kind: String, body: AnyView) -> Page {
    Letter { title, kind, here: "/".to_owned(), body }.page(visitor)
}
