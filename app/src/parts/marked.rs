//! A text in which words that were looked for are marked, however their letters are written.

use coplan_domain::{search::stems, text::folded};
use leptos::prelude::*;

/// How much is shown before the first word that was found, in characters.
const BEFORE: usize = 60;

/// Which characters of a text are of these words, as the search finds them.
fn found(text: &[char], words: &[String]) -> Vec<bool> {
    // Each letter of what is looked through, with the place of the character that it comes from.
    let (mut letters, mut places, mut is_mark) = (String::new(), Vec::new(), vec![false; text.len()]);
    for (place, c) in text.iter().enumerate() {
        let plain = folded(c.encode_utf8(&mut [0; 4]));
        is_mark[place] = plain.is_empty();
        places.extend(std::iter::repeat_n(place, plain.len()));
        letters.push_str(&plain);
    }
    let mut marks = vec![false; text.len()];
    for word in words.iter().map(|word| folded(word)).filter(|word| !word.is_empty()) {
        for (at, _) in letters.match_indices(&word) {
            for place in &places[at..at + word.len()] {
                marks[*place] = true;
            }
        }
    }
    mark_forms(&mut marks, text, words);
    // What stands above a letter goes with it.
    for place in (1..text.len()).filter(|place| is_mark[*place]) {
        marks[place] = marks[place - 1];
    }
    marks
}

/// Marks the whole of what is another form of one of these words.
fn mark_forms(marks: &mut [bool], text: &[char], words: &[String]) {
    let sought: Vec<_> = words.iter().map(|word| stems(word)).collect();
    let mut start = 0;
    for piece in text.chunk_by(|one, other| one.is_alphanumeric() == other.is_alphanumeric()) {
        let place = start..start + piece.len();
        start = place.end;
        if !piece[0].is_alphanumeric() || marks[place.clone()].contains(&true) {
            continue;
        }
        let own = stems(&piece.iter().collect::<String>());
        if sought.iter().any(|stems| !stems.is_disjoint(&own)) {
            marks[place].fill(true);
        }
    }
}

/// The text around the first of the words, at most so many characters, with the words marked.
#[must_use]
pub fn excerpt(text: &str, words: &[String], limit: usize) -> AnyView {
    let all: Vec<char> = text.chars().collect();
    let marks = found(&all, words);
    let first = marks.iter().position(|marked| *marked).unwrap_or(0);
    let start = if all.len() <= limit { 0 } else { first.saturating_sub(BEFORE) };
    let end = all.len().min(start + limit);
    let pieces = all[start..end].iter().zip(&marks[start..end]).collect::<Vec<_>>();
    let pieces = pieces.chunk_by(|one, other| one.1 == other.1).map(|piece| {
        let said: String = piece.iter().map(|(c, _)| **c).collect();
        if *piece[0].1 { view! { <mark>{said}</mark> }.into_any() } else { said.into_any() }
    });
    let (before, behind) = ((start > 0).then_some("…"), (end < all.len()).then_some("…"));
    view! { {before}{pieces.collect_view()}{behind} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, words: &[&str], limit: usize) -> String {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let html = Owner::new_root(None).with(|| excerpt(text, &words, limit).to_html());
        html.replace("<!>", "").replace("<!---->", "")
    }

    #[test]
    fn words_are_marked_however_their_letters_are_written() {
        assert_eq!(drawn("Kylmäverkko & Ærø", &["kylma", "aero"], 100), "<mark>Kylmä</mark>verkko &amp; <mark>Ærø</mark>");
        assert_eq!(drawn("Bjo\u{308}rk <b>", &["björk"], 100), "<mark>Bjo\u{308}rk</mark> &lt;b&gt;");
        assert_eq!(drawn("nothing", &["other"], 100), "nothing");
        assert_eq!(drawn("Verkon laskut", &["verkko", "lasku"], 100), "<mark>Verkon</mark> <mark>lasku</mark>t");
    }

    #[test]
    fn a_long_text_is_shown_around_the_first_of_them() {
        let html = drawn(&format!("{} weekend {}", "a ".repeat(200), "b ".repeat(200)), &["weekend"], 100);
        assert!(html.starts_with('…') && html.ends_with('…') && html.contains("<mark>weekend</mark>"), "{html}");
    }
}
