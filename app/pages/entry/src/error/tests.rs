//! Claims about what a page answers when it cannot do what was asked.

use super::*;
use axum::{http::StatusCode, response::IntoResponse};
use coplan_usecases::{Error, form::FieldProblem};

async fn answered(failure: PageError, sent: &SubmittedBody) -> (Response<()>, String) {
    let (parts, body) = rendered(&RequestContext::anonymous(), failure.into_response(), sent).into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (Response::from_parts(parts, ()), String::from_utf8(bytes.to_vec()).unwrap())
}

fn form(body: &'static str) -> SubmittedBody {
    SubmittedBody::Form { action: "/c/1/threads/2/reply".to_owned(), body: body.into() }
}

/// Whether nothing can be sent but the choice of a language.
fn offers_languages_alone(page: &str) -> bool {
    page.matches("<form").count() == 1 && page.contains(r#"class="languages""#)
}

#[tokio::test]
async fn what_was_sent_during_an_outage_comes_back_to_be_sent_again() {
    let sent = form("message=01KQY2A6CE9KAWJG35W6NDN9GC&text=a+%3Cb%3E%0D%0Ac");
    let (answer, page) = answered(PageError::Outage(Outage::Unreachable), &sent).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()[header::RETRY_AFTER], "30");
    for part in [
        r#"action="/c/1/threads/2/reply""#,
        r#"type="hidden" name="message" value="01KQY2A6CE9KAWJG35W6NDN9GC""#,
        "a &lt;b>\r\nc</textarea>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[tokio::test]
async fn a_page_that_was_only_asked_for_can_be_asked_for_again() {
    let asked = SubmittedBody::Nothing { asked: "/customers?q=a".to_owned() };
    let (answer, page) = answered(PageError::Outage(Outage::Unwritable), &asked).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.contains(r#"href="/customers?q=a""#) && offers_languages_alone(&page), "{page}");
}

#[tokio::test]
async fn what_will_not_pass_by_itself_is_there_to_be_copied_and_not_offered_again() {
    for failure in [PageError::NotFound, PageError::BadRequest, PageError::TooLarge, PageError::TooSlow] {
        let (answer, page) = answered(failure, &form("text=Xyzzy")).await;
        assert!(!page.contains("<form") && page.contains("Xyzzy"), "{}: {page}", answer.status());
        assert!(!answer.headers().contains_key(header::RETRY_AFTER));
    }
}

#[tokio::test]
async fn what_another_site_wrote_is_never_shown_as_the_visitors_own_words() {
    let (answer, page) = answered(PageError::CrossSite, &form("text=Xyzzy&title=Plugh")).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert!(!page.contains("Xyzzy") && !page.contains("Plugh") && !page.contains("still here"), "{page}");
}

#[tokio::test]
async fn little_is_drawn_of_a_form_that_is_nothing_but_fields() {
    let body = vec!["a"; 600_000].join("&");
    for failure in [PageError::NotIn, PageError::TooLong, PageError::BadRequest, PageError::Broken, PageError::CrossSite] {
        let sent = SubmittedBody::Form { action: "/".to_owned(), body: body.clone().into() };
        let (answer, page) = answered(failure, &sent).await;
        assert!(page.len() < 20_000, "{} bytes with {}", page.len(), answer.status());
    }
}

#[tokio::test]
async fn a_fault_is_told_with_a_code_and_gives_back_what_was_sent() {
    let (answer, page) = answered(PageError::Broken, &form("text=a")).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.contains("ABC123") && page.contains("a</textarea>"), "{page}");
}

#[tokio::test]
async fn whatever_was_typed_comes_back_to_whoever_is_not_in_any_more() {
    for failure in [PageError::NotIn, PageError::NoSecondFactor, PageError::NotResponsible, PageError::TooLong] {
        let (answer, page) = answered(failure, &form("text=Xyzzy&message=01K")).await;
        assert!(page.contains("Xyzzy</textarea>") && page.contains(r#"value="01K""#), "{}: {page}", answer.status());
    }
    let (_, page) = answered(PageError::NotIn, &form("text=Xyzzy")).await;
    assert!(page.contains("Nothing you wrote is lost") && page.contains("another tab"), "{page}");
    let (_, page) = answered(PageError::NotIn, &SubmittedBody::Nothing { asked: "/".to_owned() }).await;
    assert!(page.contains("You are not signed in") && offers_languages_alone(&page), "{page}");
}

#[tokio::test]
async fn whoever_is_not_in_comes_to_the_page_that_was_asked_for_and_never_elsewhere() {
    let kept = async |failure: PageError, next: Option<&str>| {
        let context = RequestContext { next: next.map(str::to_owned), ..RequestContext::anonymous() };
        let asked = SubmittedBody::Nothing { asked: "/".to_owned() };
        let (parts, body) = rendered(&context, failure.into_response(), &asked).into_parts();
        let page = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let said = String::from_utf8_lossy(&page).contains("you get to the page you asked for");
        let cookie = parts.headers.get(header::SET_COOKIE).map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(said, cookie.is_some(), "it is said where it is so");
        cookie
    };
    let cookie = kept(PageError::NotIn, Some("/c/1/threads/2?x=1")).await.unwrap();
    assert!(cookie.starts_with("coplan-wish=/c/1/threads/2?x=1; "), "{cookie}");
    assert!(["; Path=/", "; Max-Age=3600", "; HttpOnly"].iter().all(|part| cookie.contains(part)), "{cookie}");
    for next in [Some("/"), Some("//evil.example"), Some("/a;Domain=x"), Some("/a\r\nb"), None] {
        assert_eq!(kept(PageError::NotIn, next).await, None, "{next:?}");
    }
    assert_eq!(kept(PageError::NotFound, Some("/c/1")).await, None, "nobody is asked to come in");
}

#[tokio::test]
async fn a_form_that_is_too_long_is_not_told_of_files() {
    let (answer, page) = answered(PageError::TooLong, &SubmittedBody::Nothing { asked: "/".to_owned() }).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("20000") && !page.contains("MB"), "{page}");
}

#[tokio::test]
async fn a_program_is_told_the_same_as_json_with_the_same_status() {
    let problem = FieldProblem { field: "name", problem: coplan_usecases::form::Problem::Empty };
    let told = [
        (PageError::from(Error::<()>::NotFound), r#"{"error":"not_found","fields":[]}"#),
        (PageError::from(Error::<()>::NotResponsible), r#"{"error":"not_responsible","fields":[]}"#),
        (PageError::from(Error::<()>::NotIn), r#"{"error":"not_in","fields":[]}"#),
        (
            PageError::from(Error::<()>::Invalid(vec![problem])),
            r#"{"error":"invalid","fields":[{"field":"name","problem":"empty"}]}"#,
        ),
        (PageError::from(Error::Stale(Box::new(()))), r#"{"error":"stale","fields":[]}"#),
        (PageError::Outage(Outage::Unwritable), r#"{"error":"unwritable","fields":[]}"#),
        (PageError::Broken, r#"{"error":"internal","fields":[],"reference":"ABC123"}"#),
    ];
    for (failure, body) in told {
        let (status, outage) = (failure.status(), failure.outage().is_some());
        let context = RequestContext { wants_json: true, ..RequestContext::anonymous() };
        let (parts, answer) = rendered(&context, failure.into_response(), &form("text=Xyzzy")).into_parts();
        let answer = axum::body::to_bytes(answer, usize::MAX).await.unwrap();
        assert_eq!(String::from_utf8_lossy(&answer), body);
        assert_eq!((parts.status, &parts.headers[header::CONTENT_TYPE]), (status, &HeaderValue::from_static("application/json")));
        assert_eq!(parts.headers.contains_key(header::RETRY_AFTER), outage);
    }
}
