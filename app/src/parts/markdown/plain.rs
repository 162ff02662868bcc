//! A message as plain text with its lines, for mails: numbers of lists and the addresses of links are not lost.

use super::{events, shorten};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// The beginning of a message as plain text, at most this many characters, cut between words where there are any.
#[must_use]
pub fn plain(text: &str, limit: usize) -> String {
    let mut plain = Plain::default();
    for event in events(text) {
        plain.take(event);
    }
    shorten(plain.text.trim_end(), limit)
}

/// What is written so far, and what is open.
#[derive(Default)]
struct Plain {
    text: String,
    /// The next number of each list that is open; none where it has no numbers.
    lists: Vec<Option<u64>>,
    /// Where a link leads, until its words are written; empty where they say so already.
    link: String,
    quotes: usize,
}

impl Plain {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.begin_line(),
            Event::Rule => {
                self.leave_line_free();
                self.text.push_str("---");
            }
            Event::Start(tag) => self.begin(tag),
            Event::End(end) => self.finish(end),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                if self.lists.is_empty() {
                    self.leave_line_free();
                }
                self.lists.push(first);
            }
            Tag::Item => self.begin_item(),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let says_so = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.link = if says_so { String::new() } else { dest_url.into_string() };
            }
            // A paragraph of an item goes on behind its number.
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock if self.lists.is_empty() => {
                self.leave_line_free();
            }
            _ => {}
        }
    }

    fn finish(&mut self, end: TagEnd) {
        match end {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Link if !self.link.is_empty() => {
                let address = std::mem::take(&mut self.link);
                self.text.extend([" (", address.as_str(), ")"]);
            }
            _ => {}
        }
    }

    fn begin_item(&mut self) {
        self.begin_line();
        let depth = self.lists.len().saturating_sub(1);
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number += 1;
                self.text.push_str(&mark);
            }
            _ => self.text.push_str("- "),
        }
    }

    /// Begins a line, unless one has just begun.
    fn begin_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        if self.quotes > 0 {
            self.text.push_str("> ");
        }
    }

    /// Begins a line with a free one before it.
    fn leave_line_free(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        if self.quotes > 0 {
            self.text.push_str("> ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_lines_and_link_targets_are_not_lost() {
        let typed = "Order:\n1) first\n2) second\n\n- [the plan](https://a.example/plan)\n- https://b.example/x_y_";
        let told = "Order:\n\n1. first\n2. second\n\n- the plan (https://a.example/plan)\n- https://b.example/x_y_";
        assert_eq!(plain(typed, 600), told);
    }

    #[test]
    fn paragraphs_quotes_and_code_are_told_apart() {
        assert_eq!(
            plain("# Hello\n\none\ntwo\n\n> 5 hours\n> more\n\n`a` **b**", 600),
            "Hello\n\none\ntwo\n\n> 5 hours\n> more\n\na b"
        );
        assert_eq!(plain("- a\n  - b\n- c", 600), "- a\n  - b\n- c");
        assert_eq!(plain("one\ntwo three", 9), "one\ntwo…");
        assert_eq!(plain("", 9), "");
    }
}
