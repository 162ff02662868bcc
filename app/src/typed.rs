//! What was sent and could not be taken: it comes back as a form with everything in it, to be sent again.

use crate::{parts::field::Field, words::Words};
use axum::body::Bytes;
use leptos::prelude::*;

/// What came with a request.
#[derive(Debug)]
pub enum Sent {
    /// A page was asked for.
    Nothing {
        /// Its address.
        asked: String,
    },
    /// A form.
    Form {
        /// Where it goes.
        action: String,
        /// Its fields as a browser writes them (`application/x-www-form-urlencoded`).
        body: Bytes,
    },
    /// Files, which are not held.
    Files,
}

/// The fields that people write in, with the words that stand over them. All others go along unseen.
const WRITTEN: [(&str, &str); 7] = [
    ("title", "thread-title-label"),
    ("text", "kept-text-label"),
    ("note", "kept-text-label"),
    ("outcome", "thread-outcome-label"),
    ("reason", "kept-text-label"),
    ("why", "task-why"),
    ("about", "project-about"),
];

/// The fields whose content is never sent to a browser. They are asked for once more.
const SECRET: [(&str, &str); 5] = [
    ("password", "sign-in-password"),
    ("present", "password-present"),
    ("new", "password-new"),
    ("code", "code-label"),
    ("recovery", "second-factor-recovery"),
];

/// The way to send it again, where there is something to send.
pub(crate) fn again(words: &Words, sent: &Sent) -> Option<AnyView> {
    match sent {
        Sent::Nothing { .. } => None,
        Sent::Files => Some(view! { <p>{words.say("typed-files")}</p> }.into_any()),
        Sent::Form { action, body } => Some(form(words, action, body)),
    }
}

fn form(words: &Words, action: &str, body: &[u8]) -> AnyView {
    let sent: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
    // Elsewhere a field called `new` is a new link's id.
    let sets_password = sent.iter().any(|(name, _)| name == "present");
    let fields = sent.into_iter().map(|(name, value)| {
        let is_secret = !value.is_empty() && (name != "new" || sets_password);
        match (find(&SECRET, &name).filter(|_| is_secret), find(&WRITTEN, &name)) {
            (Some((name, label)), _) => once_more(name, words.say(label)),
            (None, Some((name, label))) if !refers(name, &value) => {
                Field { name, label: words.say(label), value, ..Field::default() }.textarea()
            }
            _ => view! { <input type="hidden" name=name value=value/> }.into_any(),
        }
    });
    view! {
        <form class="sheet form" method="post" action=action.to_owned() aria-labelledby="h-typed">
            <h2 id="h-typed">{words.say("typed-title")}</h2>
            <p>{words.say("typed-text")}</p>
            {fields.collect_view()}
            <div class="deeds"><button class="button main">{words.say("kept-send")}</button></div>
        </form>
    }
    .into_any()
}

fn find(list: &[(&'static str, &'static str)], name: &str) -> Option<(&'static str, &'static str)> {
    list.iter().find(|(known, _)| *known == name).copied()
}

/// What a new discussion is about is an object, not words.
fn refers(name: &str, value: &str) -> bool {
    name == "about" && !value.contains(char::is_whitespace) && value.contains('.')
}

fn once_more(name: &'static str, label: String) -> AnyView {
    let kind = if matches!(name, "code" | "recovery") { "text" } else { "password" };
    Field { name, label, autocomplete: Some("off"), ..Field::default() }.input(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use coplan_domain::person::Language;

    fn drawn(body: &'static str) -> String {
        let words = Words::new(Language::En, "Europe/Helsinki");
        let sent = Sent::Form { action: "/there".to_owned(), body: body.into() };
        Owner::new_root(None).with(|| again(&words, &sent).map(RenderHtml::to_html).unwrap_or_default())
    }

    #[test]
    fn every_field_goes_along_seen_or_unseen() {
        let html = drawn("title=A+%22b%22&thread=01K&text=c+d&about=plan.01K&upload=1&upload=2&version=3");
        for part in [
            r#"action="/there""#,
            r#"name="thread" value="01K""#,
            r#"name="about" value="plan.01K""#,
            r#"name="upload" value="1""#,
            r#"name="upload" value="2""#,
            r#"name="version" value="3""#,
            ">\nA \"b\"</textarea>",
            ">\nc d</textarea>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn no_password_and_no_code_is_ever_sent_back() {
        for body in ["email=a%40b&password=Xyzzy1", "present=Xyzzy2&new=Xyzzy3", "code=Xyzzy4&recovery=", "recovery=Xyzzy5&code="]
        {
            let html = drawn(body);
            assert!(!html.contains("Xyzzy"), "{html}");
            assert!(html.contains("<label"), "it is asked for once more: {html}");
        }
        assert!(drawn("new=01K").contains(r#"type="hidden" name="new" value="01K""#), "a new link's id is no password");
    }

    #[test]
    fn files_are_to_be_chosen_again_and_a_page_asks_for_nothing() {
        let words = Words::new(Language::En, "Europe/Helsinki");
        Owner::new_root(None).with(|| {
            assert!(again(&words, &Sent::Files).is_some_and(|view| view.to_html().contains("choose them again")));
            assert!(again(&words, &Sent::Nothing { asked: "/".to_owned() }).is_none());
        });
    }
}
