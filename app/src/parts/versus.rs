//! Two people changed the same thing: both versions side by side, nothing lost, one button for each.

use crate::words::Words;
use leptos::prelude::*;

/// One thing that both have said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub what: String,
    /// As somebody else left it.
    pub theirs: String,
    /// As it was typed here, not kept yet.
    pub yours: String,
}

/// Both versions, and what it takes to keep one's own after all.
pub struct Versus {
    /// What both have said.
    pub said: Vec<Said>,
    /// Where the form posts to.
    pub action: String,
    /// What it posts: one's own version, on top of theirs.
    pub fields: Vec<(&'static str, String)>,
    /// Where leaving theirs leads.
    pub leave: String,
}

/// The sheet with both.
#[must_use]
pub fn versus(words: &Words, versus: Versus) -> AnyView {
    let theirs = versus.said.iter().map(|said| line(&said.what, &said.theirs, &said.yours)).collect_view();
    let yours = versus.said.iter().map(|said| line(&said.what, &said.yours, &said.theirs)).collect_view();
    let fields = versus.fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <section class="sheet" aria-labelledby="h-versus">
            <h2 id="h-versus">{words.say("versus-title")}</h2>
            <div class="form">
                <div class="notice warn" role="alert"><p>{words.say("versus-nothing-lost")}</p></div>
                <div class="versus">
                    <div class="version theirs">
                        <h3>{words.say("versus-theirs")}</h3>
                        {theirs}
                        <p class="deeds"><a class="button" href=versus.leave>{words.say("versus-leave-theirs")}</a></p>
                    </div>
                    <form class="version yours" method="post" action=versus.action>
                        <h3>{words.say("versus-yours")}</h3>
                        {yours}
                        {fields.collect_view()}
                        <p class="deeds"><button class="button main">{words.say("versus-take-mine")}</button></p>
                    </form>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn line(what: &str, text: &str, other: &str) -> impl IntoView + use<> {
    let (before, differs, after) = marked(text, other);
    let (before, differs, after) = (before.to_owned(), differs.to_owned(), after.to_owned());
    let differs = (!differs.is_empty()).then(|| view! { <mark>{differs}</mark> });
    view! { <p><span class="quiet">{what.to_owned()}</span><br/><span class="lines">{before}{differs}{after}</span></p> }
}

/// The text in three: what both begin with, what differs, what both end with; cut between words.
fn marked<'a>(text: &'a str, other: &str) -> (&'a str, &'a str, &'a str) {
    let words = text.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let others = other.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let same = |(mine, theirs): &(&&str, &&str)| mine.trim_end() == theirs.trim_end();
    let ahead = words.iter().zip(&others).take_while(same).count();
    let behind = words[ahead..].iter().rev().zip(others[ahead..].iter().rev()).take_while(same).count();
    let start = words[..ahead].iter().map(|word| word.len()).sum::<usize>();
    let end = text.len() - words[words.len() - behind..].iter().map(|word| word.len()).sum::<usize>();
    (&text[..start], &text[start..end], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn only_what_differs_is_marked() {
        let (theirs, yours) = ("The switches come ten days late.", "The switches come a week late.");
        assert_eq!(marked(theirs, yours), ("The switches come ", "ten days ", "late."));
        assert_eq!(marked(yours, theirs), ("The switches come ", "a week ", "late."));
    }

    #[test]
    fn what_is_the_same_is_not_marked() {
        assert_eq!(marked("as it was", "as it was"), ("as it was", "", ""));
    }

    #[test]
    fn what_has_no_word_in_common_is_marked_as_a_whole() {
        assert_eq!(marked("ä ö", "å"), ("", "ä ö", ""));
        assert_eq!(marked("", "å"), ("", "", ""));
        assert_eq!(marked("so so", "so"), ("so ", "so", ""));
    }
}
