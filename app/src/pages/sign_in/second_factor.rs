//! `/sign-in/second-factor`: the code of the authenticator, or a recovery code.

use super::{Next, too_many};
use crate::{
    address,
    failure::Failure,
    pages::entry::{Letter, let_in, minutes, refusal},
    parts::{code, field::Field},
    say,
    shell::{self, Page},
    visitor::{Visitor, cookie, waiting_cookie},
};
use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use coplan_usecases::{
    Portal,
    sign_in::{SecondFactorError, enter_second_factor},
};
use leptos::prelude::*;
use serde::Deserialize;

/// What the two forms send: a code of the authenticator, or a recovery code.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SecondFactorForm {
    code: String,
    recovery: String,
    next: String,
}

/// Asks for the code; a browser that waits for none begins with the password.
pub async fn get(visitor: Visitor, headers: HeaderMap, Query(next): Query<Next>) -> Response {
    if cookie(&headers, waiting_cookie(visitor.tls)).is_none() {
        return Redirect::to(&address::sign_in(&next.next)).into_response();
    }
    shell::ok(&visitor, || page(&visitor, &next.next, Refused::default()))
}

/// What did not work.
#[derive(Default)]
struct Refused {
    notice: Option<AnyView>,
    code: Option<String>,
    recovery: Option<String>,
}

/// Lets the browser in, if the code is right.
///
/// # Errors
/// [`Failure`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<SecondFactorForm>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let waiting = cookie(&headers, waiting_cookie(visitor.tls)).unwrap_or_default();
    let by_recovery = !form.recovery.is_empty();
    let typed = if by_recovery { &form.recovery } else { &form.code };
    let (status, refused) = match enter_second_factor(&portal, &waiting, typed, &visitor.as_browser()).await {
        Ok(secret) => return Ok(let_in(&visitor, &secret, &form.next)),
        Err(SecondFactorError::Wrong { left }) if left > 0 => {
            let sentence = Some(say!(words, "second-factor-wrong", left = left));
            let (code, recovery) = if by_recovery { (None, sentence) } else { (sentence, None) };
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { code, recovery, ..Refused::default() })
        }
        Err(SecondFactorError::Wrong { .. } | SecondFactorError::Expired) => {
            return Ok(shell::answer(&visitor, StatusCode::GONE, || over(&visitor, &form.next)));
        }
        Err(SecondFactorError::TooMany { retry_after }) => {
            let notice = Some(too_many(&visitor, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
        Err(SecondFactorError::Fault(fault)) => return Err(fault.into()),
    };
    Ok(shell::answer(&visitor, status, || page(&visitor, &form.next, refused)))
}

fn page(visitor: &Visitor, next: &str, refused: Refused) -> Page {
    let words = &visitor.words;
    let title = words.say("second-factor-title");
    let next = address::local(next).to_owned();
    let open = refused.recovery.is_some();
    let recovery = Field {
        name: "recovery",
        label: words.say("second-factor-recovery"),
        hint: Some(words.say("second-factor-recovery-hint")),
        problem: refused.recovery,
        autocomplete: Some("off"),
        ..Field::default()
    };
    let label = say!(words, "second-factor-label", supplier = visitor.supplier.clone());
    let body = view! {
        <ol class="steps" aria-label=words.say("sign-in-steps")>
            <li class="past">{words.say("sign-in-password")}</li>
            <li aria-current="step">{words.say("second-factor")}</li>
        </ol>
        <h1>{title.clone()}</h1>
        {refused.notice}
        <form class="form" method="post" action="/sign-in/second-factor">
            <input type="hidden" name="next" value=next.clone()/>
            {code::field(label, words.say("second-factor-hint"), refused.code)}
            <button type="submit" class="button main wide">{words.say("sign-in-deed")}</button>
        </form>
        <details class="more" open=open>
            <summary>{words.say("second-factor-no-phone")}</summary>
            <form class="form" method="post" action="/sign-in/second-factor">
                <input type="hidden" name="next" value=next.clone()/>
                {recovery.input("text")}
                <button type="submit" class="button">{words.say("second-factor-use-recovery")}</button>
            </form>
        </details>
    };
    letter(visitor, title, &next, body.into_any())
}

fn over(visitor: &Visitor, next: &str) -> Page {
    let words = &visitor.words;
    let title = words.say("second-factor-over-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        {refusal(words.say("second-factor-over-short"), words.say("second-factor-over-text"))}
        <p class="deeds"><a class="button main wide" href=address::sign_in(next)>{words.say("second-factor-again")}</a></p>
    };
    letter(visitor, title, next, body.into_any())
}

fn letter(visitor: &Visitor, title: String, next: &str, body: AnyView) -> Page {
    let kind = say!(visitor.words, "sign-in-kind", supplier = visitor.supplier.clone());
    let here = address::with_next("/sign-in/second-factor", next);
    Letter { title, kind, here, body }.page(visitor)
}
