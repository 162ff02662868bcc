//! The one shape of all mails: a greeting, a few sentences, at most one address to follow, and who sends it.

use crate::{calendar::Attached, say, words::Words};
use coplan_domain::person::first_name;
use coplan_usecases::mail::Recipient;
use jiff::Timestamp;
use leptos::prelude::*;

/// A mail, ready to be sent.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The reader's name.
    pub name: String,
    /// The reader's address.
    pub address: String,
    /// What it is about.
    pub subject: String,
    /// The whole of it as text.
    pub text: String,
    /// The same, for readers that draw.
    pub html: String,
    /// Where a reply to it goes; none where that is as for all mails.
    pub reply_to: Option<String>,
    /// The address that ends what it is one of, where it is a digest (RFC 8058).
    pub unsubscribe: Option<String>,
    /// The meeting that it carries for a calendar.
    pub calendar: Option<Attached>,
    /// Until when it is of any use; none where that is always.
    pub good_until: Option<Timestamp>,
}

/// What a mail says, before it is put on paper.
pub(super) struct Letter {
    /// What it is about.
    pub subject: String,
    /// Its sentences, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Six digits or so that stand out.
    pub code: Option<String>,
    /// Words and address of each of several short choices, for readers that draw.
    pub choices: Vec<(String, String)>,
    /// Words and address of what to follow.
    pub follow: Option<(String, String)>,
    /// A last, quieter paragraph.
    pub foot: Option<String>,
}

/// The reader's words.
pub(super) fn words_of(to: &Recipient) -> Words {
    Words::new(to.language, &to.time_zone)
}

impl Letter {
    /// Puts it on paper for a reader.
    pub fn to(self, to: &Recipient, supplier: &str) -> Mail {
        let words = words_of(to);
        let first = first_name(&to.name).to_owned();
        let greeting = say!(words, "mail-greeting", name = first);
        let sender = say!(words, "mail-sender", name = supplier.to_owned());
        let text = self.text(&greeting, &sender);
        let html = self.html(&words, greeting, sender);
        Mail {
            name: to.name.clone(),
            address: to.email.clone(),
            subject: self.subject,
            text,
            html,
            reply_to: None,
            unsubscribe: None,
            calendar: None,
            good_until: None,
        }
    }

    fn text(&self, greeting: &str, sender: &str) -> String {
        let mut parts = vec![greeting.to_owned()];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.code.clone());
        parts.extend(self.follow.as_ref().map(|(label, address)| format!("{label}:\n{address}")));
        parts.extend(self.foot.clone());
        parts.push(format!("-- \n{sender}"));
        parts.join("\n\n") + "\n"
    }

    fn html(&self, words: &Words, greeting: String, sender: String) -> String {
        let paragraphs = self.paragraphs.iter().map(|text| view! { <p>{lines(text)}</p> }).collect_view();
        let code = self.code.clone().map(|code| {
            view! { <p style="font:600 28px/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.2em">{code}</p> }
        });
        let choices = self.choices.iter().cloned().map(|(label, address)| {
            view! {
                <a href=address style="display:inline-block;min-width:20px;padding:12px;margin:0 6px 6px 0;border:1px solid #17604b;border-radius:8px;color:#17604b;text-align:center;text-decoration:none">{label}</a>
            }
        });
        let choices = (!self.choices.is_empty()).then(|| view! { <p>{choices.collect_view()}</p> });
        let follow = self.follow.clone().map(|(label, address)| {
            view! {
                <p><a href=address.clone() style="display:inline-block;padding:12px 22px;border-radius:999px;background:#17604b;color:#fff;text-decoration:none;font-weight:600">{label}</a></p>
                <p style="color:#56615e;font-size:14px;word-break:break-all">{address}</p>
            }
        });
        let foot = self.foot.clone().map(|text| view! { <p style="color:#56615e;font-size:14px">{text}</p> });
        view! {
            <!DOCTYPE html>
            <html lang=words.language().as_str()>
                <head><meta charset="utf-8"/><title>{self.subject.clone()}</title></head>
                <body style="margin:0;background:#faf8f4;color:#1d2725;font:16px/1.5 system-ui,sans-serif">
                    <div style="max-width:34rem;margin:0 auto;padding:32px 20px">
                        <p>{greeting}</p>{paragraphs}{code}{choices}{follow}{foot}
                        <p style="border-top:1px solid #e3ded3;padding-top:16px;color:#56615e;font-size:14px">{sender}</p>
                    </div>
                </body>
            </html>
        }
        .to_html()
    }
}

/// A text with its line ends, which HTML takes for spaces.
fn lines(text: &str) -> AnyView {
    let lines = text.lines().enumerate().map(|(n, line)| view! { {(n > 0).then(|| view! { <br/> })}{line.to_owned()} });
    lines.collect_view().into_any()
}
