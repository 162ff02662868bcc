//! Claims about what comes back of a form that could not be taken.

use super::*;

fn drawn_for(side: Option<Side>, action: &str, body: &'static str, first: Remedy) -> String {
    let context = RequestContext { known_side: side, ..RequestContext::anonymous() };
    let sent = SubmittedBody::Form { action: action.to_owned(), body: body.into() };
    Owner::new_root(None).with(|| resend_form(&context, &sent, first).map(RenderHtml::to_html).unwrap_or_default())
}

fn drawn(action: &str, body: &'static str) -> String {
    drawn_for(None, action, body, Remedy::Wait)
}

#[test]
fn every_field_goes_along_seen_or_unseen() {
    let html = drawn("/c/1/threads/new", "title=A+%22b%22&thread=01K&text=c+d&about=plan.01K&upload=1&upload=2&version=3");
    for part in [
        r#"action="/c/1/threads/new""#,
        r#"name="thread" value="01K""#,
        r#"name="about" value="plan.01K""#,
        r#"name="upload" value="1""#,
        r#"name="upload" value="2""#,
        r#"name="version" value="3""#,
        r#"name="title" type="text" value="A &quot;b&quot;""#,
        ">\nc d</textarea>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn what_would_take_too_much_to_draw_does_not_come_back() {
    assert_eq!(drawn_length(b"a=%22%26%3c%C3%A4%%22+\"<"), 2 + 6 + 5 + 4 + 2 + 7 + 1 + 6 + 4);
    let comes_back = |text: &str, times| {
        let body = format!("text={}", text.repeat(times)).into();
        SubmittedBody::Form { action: "/c/1/threads/2/reply".to_owned(), body }.form().is_some()
    };
    assert!(comes_back("a", MOST_DRAWN - 5) && !comes_back("a", MOST_DRAWN));
    assert!(comes_back("%22", MOST_DRAWN / 6 - 1) && !comes_back("%22", MOST_DRAWN / 6));
}

#[test]
fn what_was_chosen_is_said_in_words() {
    let html = drawn("/c/1/projects/2/tasks/3", "name=Order&side=supplier&stage=backstage&due_on=2026-12-04&why=");
    for part in [
        r#"type="date" value="2026-12-04""#,
        r#"Northline<input type="hidden" name="side" value="supplier""#,
        r#"Internal<input type="hidden" name="stage" value="backstage""#,
        "What needs to be done",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn no_password_and_no_code_is_ever_sent_back() {
    for (action, body) in [
        ("/sign-in", "email=a%40b&password=Xyzzy1"),
        ("/me/password", "present=Xyzzy2&new=Xyzzy3"),
        ("/code", "code=Xyzzy4&recovery="),
        ("/me/second-factor/off", "recovery=Xyzzy5&code="),
    ] {
        for first in [Remedy::Wait, Remedy::ComeIn] {
            let html = drawn_for(None, action, body, first);
            assert!(!html.contains("Xyzzy"), "{html}");
            assert!(html.contains("<label"), "it is asked for once more: {html}");
            assert!(html.contains("enter them once more") && !html.contains("Everything you sent is here"), "{html}");
        }
        let words = Words::new(coplan_domain::person::Language::En, "Europe/Helsinki");
        let sent = SubmittedBody::Form { action: action.to_owned(), body: body.into() };
        let html = Owner::new_root(None).with(|| copy(&words, &sent).map(RenderHtml::to_html).unwrap_or_default());
        assert!(!html.contains("Xyzzy"), "{html}");
    }
    let link = drawn("/c/1/members/2/links", "new=01K");
    assert!(link.contains(r#"type="hidden" name="new" value="01K""#), "a new link's id is no password");
}

#[test]
fn everybody_is_shown_the_own_way_in() {
    let doors = |side, action| {
        let html = drawn_for(side, action, "text=a", Remedy::ComeIn);
        (html.contains("/sign-in\""), html.contains("/new-link\""))
    };
    assert_eq!(doors(Some(Side::Supplier), "/c/1/threads/2/reply"), (true, false));
    assert_eq!(doors(Some(Side::Customer), "/c/1/threads/2/reply"), (false, true));
    assert_eq!(doors(None, "/c/1/threads/2/reply"), (true, true));
    assert_eq!(doors(None, "/c/1/projects/2/status"), (true, false), "only staff sends this form");
}

#[test]
fn a_form_with_more_fields_than_any_of_ours_draws_nothing() {
    let context = RequestContext::anonymous();
    let sent = |fields: usize| SubmittedBody::Form {
        action: "/c/1/threads/2/reply".to_owned(),
        body: vec!["text=a"; fields].join("&").into(),
    };
    let drawn = |fields| {
        let sent = sent(fields);
        Owner::new_root(None).with(|| {
            let views = [resend_form(&context, &sent, Remedy::ComeIn), copy(&context.words, &sent)];
            (holds_words(&sent), views.into_iter().flatten().map(RenderHtml::to_html).collect::<String>())
        })
    };
    let (holds, most) = drawn(MOST_FIELDS);
    assert!(holds && most.matches("<textarea").count() == MOST_FIELDS, "{holds}");
    assert_eq!(drawn(MOST_FIELDS + 1), (false, String::new()));
}

#[test]
fn files_are_to_be_chosen_again_and_a_page_asks_for_nothing() {
    let context = RequestContext::anonymous();
    Owner::new_root(None).with(|| {
        assert!(
            resend_form(&context, &SubmittedBody::Files, Remedy::Wait)
                .is_some_and(|view| view.to_html().contains("choose them again"))
        );
        assert!(resend_form(&context, &SubmittedBody::Nothing { asked: "/".to_owned() }, Remedy::Wait).is_none());
    });
}
