//! `/sign-in/second-factor`: the code of the authenticator, or a recovery code.

use super::too_many;
use crate::entry::{EntryPage, let_in, minutes, refusal};
use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use coplan_app::{
    forms::{FormView, Submitted},
    http::{
        context::{RequestContext, cookie, waiting_cookie},
        errors::PageError,
    },
    layout::{self, Page},
    links::{self, sign_in::NextQuery},
    say,
};
use coplan_usecases::{
    Portal,
    sign_in::{SecondFactorError, SecondFactorForm, enter_second_factor},
};
use leptos::prelude::*;

/// Asks for the code; a browser that waits for none begins with the password.
pub async fn get(context: RequestContext, headers: HeaderMap, Query(next): Query<NextQuery>) -> Response {
    if cookie(&headers, waiting_cookie(context.tls)).is_none() {
        return Redirect::to(&links::sign_in::password_then(&next.next)).into_response();
    }
    layout::ok(&context, || page(&context, &next.next, Refused::default()))
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
/// [`PageError`] where the database cannot be written.
pub async fn post(
    State(portal): State<Portal>,
    context: RequestContext,
    headers: HeaderMap,
    Submitted(form): Submitted<SecondFactorForm>,
) -> Result<Response, PageError> {
    let words = &context.words;
    let waiting = cookie(&headers, waiting_cookie(context.tls)).unwrap_or_default();
    let by_recovery = !form.recovery.is_empty();
    let typed = if by_recovery { &form.recovery } else { &form.code };
    let (status, refused) = match enter_second_factor(&portal, &waiting, typed, &context.as_browser()).await {
        Ok(secret) => return Ok(let_in(&context, &secret, &form.next)),
        Err(SecondFactorError::Wrong { left }) if left > 0 => {
            let sentence = Some(say!(words, "second-factor-wrong", left = left));
            let (code, recovery) = if by_recovery { (None, sentence) } else { (sentence, None) };
            (StatusCode::UNPROCESSABLE_ENTITY, Refused { code, recovery, ..Refused::default() })
        }
        Err(SecondFactorError::Wrong { .. } | SecondFactorError::Expired) => {
            return Ok(layout::answer(&context, StatusCode::GONE, || over(&context, &form.next)));
        }
        Err(SecondFactorError::TooMany { retry_after }) => {
            let notice = Some(too_many(&context, minutes(retry_after)));
            (StatusCode::TOO_MANY_REQUESTS, Refused { notice, ..Refused::default() })
        }
        Err(SecondFactorError::Internal(error)) => return Err(error.into()),
    };
    Ok(layout::answer(&context, status, || page(&context, &form.next, refused)))
}

fn page(context: &RequestContext, next: &str, refused: Refused) -> Page {
    let words = &context.words;
    let title = say!(words, "second-factor-title");
    let next = links::local(next).to_owned();
    let open = refused.recovery.is_some();
    let label = say!(words, "second-factor-label", supplier = context.supplier.clone());
    let form = SecondFactorForm { next: next.clone(), ..SecondFactorForm::default() };
    let form = FormView::new(words, &form, &[]).label("code", label);
    let form = form.problem("code", refused.code).problem("recovery", refused.recovery);
    let body = view! {
        <ol class="steps" aria-label=say!(words, "sign-in-steps")>
            <li class="past">{say!(words, "sign-in-password")}</li>
            <li aria-current="step">{say!(words, "second-factor")}</li>
        </ol>
        <h1>{title.clone()}</h1>
        {refused.notice}
        <form class="form" method="post" action=links::sign_in::second_factor()>
            {form.hidden()}
            {form.only(&["code"])}
            <button type="submit" class="button main wide">{say!(words, "sign-in-deed")}</button>
        </form>
        <details class="more" open=open>
            <summary>{say!(words, "second-factor-no-phone")}</summary>
            <form class="form" method="post" action=links::sign_in::second_factor()>
                {form.hidden()}
                {form.only(&["recovery"])}
                <button type="submit" class="button">{say!(words, "second-factor-use-recovery")}</button>
            </form>
        </details>
    };
    letter(context, title, &next, body.into_any())
}

fn over(context: &RequestContext, next: &str) -> Page {
    let words = &context.words;
    let title = say!(words, "second-factor-over-title");
    let body = view! {
        <h1>{title.clone()}</h1>
        {refusal(say!(words, "second-factor-over-short"), say!(words, "second-factor-over-text"))}
        <p class="actions"><a class="button main wide" href=links::sign_in::password_then(next)>{say!(words, "second-factor-again")}</a></p>
    };
    letter(context, title, next, body.into_any())
}

fn letter(context: &RequestContext, title: String, next: &str, body: AnyView) -> Page {
    let kind = say!(context.words, "sign-in-kind", supplier = context.supplier.clone());
    let here = links::sign_in::second_factor_then(next);
    EntryPage { title, kind, here, body }.page(context)
}
