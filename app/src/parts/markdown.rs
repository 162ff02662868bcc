//! The small Markdown of messages: to HTML that cannot do anything, and to plain words for mails and lists.

mod cache;
mod plain;

pub use cache::html_of;
pub use plain::plain;

use ammonia::{Builder, UrlRelative};
use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream, html};
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// What may be in a message. Everything else is taken away, even where the translation below should let it through.
static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(["p", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "br"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener noreferrer"));
    builder
});

/// Finds web addresses; one without `https://` may be meant as anything.
static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    finder
});

/// Pieces inside pieces are drawn to this depth; deeper ones only keep their words. Ten thousand lists in each other
/// would keep the server busy for seconds.
const DEPTH: usize = 20;

/// A message as HTML: paragraphs, emphasis, code, lists, links and line breaks as they were typed. HTML in it is
/// shown as text, addresses become links, headings are strong, pictures are their description.
#[must_use]
pub fn to_html(text: &str) -> String {
    let mut small = Small::default();
    let mut page = String::new();
    html::push_html(&mut page, TextMergeStream::new(events(text)).flat_map(|event| small.take(event)));
    SAFE.clean(&page).to_string()
}

/// What a text is made of. No emphasis begins inside a web address: `*` and `_` are a part of it.
fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    let addresses = addresses(text).map(|(start, address)| start..start + address.len()).collect::<Vec<_>>();
    Parser::new_ext(text, Options::empty()).into_offset_iter().map(move |(event, range)| {
        let marks = match event {
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => 1,
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => 2,
            _ => return event,
        };
        if !addresses.iter().any(|address| address.start < range.start && range.start < address.end) {
            return event;
        }
        let mark = match event {
            Event::Start(_) => text.get(range.start..range.start + marks),
            _ => text.get(range.end - marks..range.end),
        };
        Event::Text(mark.unwrap_or_default().into())
    })
}

/// Keeps what the small Markdown has and puts the rest into it.
#[derive(Default)]
struct Small {
    depth: usize,
    quotes: usize,
    in_link: bool,
    in_code: bool,
}

impl Small {
    fn take<'a>(&mut self, event: Event<'a>) -> Vec<Event<'a>> {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => vec![Event::Text(html)],
            Event::Text(text) if !self.in_link && !self.in_code => with_links(text),
            Event::Start(tag) => {
                self.depth += 1;
                let mut events = self.begin(tag);
                events.retain(|event| self.depth <= DEPTH || !matches!(event, Event::Start(_)));
                events
            }
            Event::End(end) => {
                self.depth -= 1;
                let mut events = self.finish(end);
                if self.depth >= DEPTH {
                    events.clear();
                }
                events
            }
            // Whoever begins a new line means one.
            Event::SoftBreak | Event::HardBreak => self.marked(vec![Event::HardBreak]),
            Event::Rule => vec![Event::Start(Tag::Paragraph), Event::Text("---".into()), Event::End(TagEnd::Paragraph)],
            event => vec![event],
        }
    }

    fn begin<'a>(&mut self, tag: Tag<'a>) -> Vec<Event<'a>> {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.marked(vec![Event::Start(Tag::Paragraph)]),
            Tag::Heading { .. } => self.marked(vec![Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)]),
            Tag::BlockQuote(_) => {
                self.quotes += 1;
                Vec::new()
            }
            Tag::Image { .. } => Vec::new(),
            Tag::CodeBlock(_) => {
                self.in_code = true;
                vec![Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))]
            }
            Tag::Link { .. } => {
                self.in_link = true;
                vec![Event::Start(tag)]
            }
            tag => vec![Event::Start(tag)],
        }
    }

    fn finish<'a>(&mut self, end: TagEnd) -> Vec<Event<'a>> {
        match end {
            TagEnd::HtmlBlock => vec![Event::End(TagEnd::Paragraph)],
            TagEnd::Heading(_) => vec![Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)],
            TagEnd::BlockQuote(_) => {
                self.quotes -= 1;
                Vec::new()
            }
            TagEnd::Image => Vec::new(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                vec![Event::End(end)]
            }
            TagEnd::Link => {
                self.in_link = false;
                vec![Event::End(end)]
            }
            end => vec![Event::End(end)],
        }
    }

    /// A quoted line keeps its sign: without it "> 5 hours" would say something else.
    fn marked<'a>(&self, mut events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        if self.quotes > 0 {
            events.push(Event::Text("> ".into()));
        }
        events
    }
}

/// The text with its web addresses as links.
fn with_links(text: CowStr<'_>) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    let mut end = 0;
    for (start, address) in addresses(&text) {
        events.push(Event::Text(text[end..start].to_owned().into()));
        end = start + address.len();
        let address = CowStr::from(address.to_owned());
        events.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: address.clone(),
            title: "".into(),
            id: "".into(),
        }));
        events.push(Event::Text(address));
        events.push(Event::End(TagEnd::Link));
    }
    if events.is_empty() {
        return vec![Event::Text(text)];
    }
    events.push(Event::Text(text[end..].to_owned().into()));
    events
}

/// The web addresses in a text, each with where it begins. Punctuation after an address belongs to the sentence, and so
/// do the quotation marks and the ellipsis of typography, which `linkify` takes for letters.
fn addresses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let links = FINDER.links(text).map(|link| (link.start(), link.as_str()));
    let links = links.filter(|(_, address)| address.starts_with("https://") || address.starts_with("http://"));
    links.map(|(start, address)| {
        let address =
            address.split(['\u{201c}', '\u{201d}', '\u{201e}', '\u{00ab}', '\u{00bb}', '\u{2026}']).next().unwrap_or(address);
        let address = address.trim_end_matches(['\u{2018}', '\u{2019}', '.', ',', ';', ':', '!', '?']);
        let end = start + address.len();
        // A mark that closes what was opened in the address belongs to it, though a sentence may end with one.
        let closes = |mark: &char| address.matches(*mark).count() % 2 == 1 && text[end..].starts_with(*mark);
        let more = ['*', '_'].iter().find(|mark| closes(mark)).map_or(0, |mark| mark.len_utf8());
        (start, &text[start..end + more])
    })
}

/// The beginning of a message in plain words on one line, at most this many characters, cut between words where there
/// are any.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut words = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::Rule => words.push(' '),
            Event::End(end) if !is_inline(end) => words.push(' '),
            _ => {}
        }
    }
    shorten(&words.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

fn is_inline(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

fn shorten(line: &str, limit: usize) -> String {
    let Some((cut, _)) = line.char_indices().nth(limit) else { return line.to_owned() };
    // One character less, for the sign that something follows.
    let room = line[..cut].char_indices().next_back().map_or(0, |(last, _)| last);
    let kept = match line[..room].rfind(char::is_whitespace) {
        Some(space) if !line[room..].starts_with(char::is_whitespace) => &line[..space],
        _ => &line[..room],
    };
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests;
