//! What an email says, read at once and away from the threads that answer requests.

use super::{contents::Contents, header};
use coplan_domain::{incoming_mail::reply_in, mail::bounce_reason, text::PROSE_LIMIT};
use coplan_store::incoming_mail::Found;

/// The most letters that are kept of a sender and of a subject.
const LINE: usize = 500;

/// The most bytes of an email in which its report is looked for; the email that came back is behind it.
const REPORT: usize = 256 * 1024;

/// What an email says.
#[derive(Debug)]
pub(super) struct Said {
    /// The fields of its header.
    pub fields: Vec<(String, String)>,
    /// The sender's address, in small letters.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// The reply in it.
    pub text: String,
    /// All of it.
    pub whole: String,
    /// Its first files.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether there are more.
    pub has_more_files: bool,
    /// Whether there is more text.
    pub is_cut: bool,
    /// Whether it was not read to its end.
    pub is_tangled: bool,
    /// Why an email came back, where this is the report of one that did.
    pub bounce: Option<String>,
}

impl Said {
    /// Reads an email; none where it is none.
    pub(super) fn read(raw: &[u8]) -> Option<Self> {
        let (header, body) = header::split(raw)?;
        let mail = header::parse(header)?;
        let fields = header::fields(&mail);
        let subject = mail.subject().unwrap_or_default().to_owned();
        let Contents { text: whole, files, has_more_files, is_cut, is_tangled, .. } = Contents::of(header, body);
        Some(Self {
            from: header::sender(&mail, &fields),
            text: reply_in(&subject, &whole),
            whole: whole.trim().to_owned(),
            fields,
            subject,
            files,
            has_more_files,
            is_cut,
            is_tangled,
            bounce: bounce_reason(&String::from_utf8_lossy(&body[..body.len().min(REPORT)])),
        })
    }

    /// What is kept of it for whoever decides about it: without what it quotes; all of it where that is nothing.
    pub(super) fn found(&self) -> Found {
        let begin = |text: &str, most: usize| text.chars().filter(|letter| *letter != '\0').take(most).collect();
        let text = if self.text.is_empty() { &self.whole } else { &self.text };
        // Of one with several senders, or none, it is told what it says.
        let says = self.fields.iter().filter(|(name, _)| name == "from").map(|(_, value)| value.as_str()).collect::<Vec<_>>();
        let sender = if self.from.is_empty() { says.join(", ") } else { self.from.clone() };
        Found { sender: begin(&sender, LINE), subject: begin(&self.subject, LINE), text: begin(text, 2 * PROSE_LIMIT) }
    }
}
