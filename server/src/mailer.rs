//! Sends mail: by SMTP, or to files where no server is set.

use crate::config::Config;
use coplan_app::{http::context::ShownMails, mails::Mail};
use coplan_domain::{id::JobId, mail::server_words};
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
    transport::smtp::{self, response::Code},
};
use secrecy::ExposeSecret;
use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::{
    fs::{File, remove_file, rename},
    io::AsyncWriteExt,
    time::timeout,
};

/// How long a mail may take to go out, from the first word with the server to its last.
const SEND_LIMIT: Duration = Duration::from_mins(1);
/// What a server says where it does not know us or does not serve us: 521 of RFC 7504, the others of RFC 4954. It says
/// nothing of the recipient, and can be mended.
const ABOUT_US: [&str; 5] = ["521", "530", "534", "535", "538"];

/// What a server said beside the code, in one line. Addresses may be in it, so it is no part of what is logged.
#[derive(Clone, Default)]
pub struct ServerSaid(Option<String>);

impl fmt::Debug for ServerSaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerSaid(..)")
    }
}

/// Why a mail did not go out. Nothing that a server said is told of it but the code, and no address: it stands in the log.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It cannot be put together.
    #[error("the mail cannot be put together")]
    Composition,
    /// The address is none.
    #[error("the address is none")]
    Address,
    /// The SMTP server never will take it.
    #[error("the SMTP server refused it: {0}")]
    AccessError(Code, ServerSaid),
    /// The SMTP server does not take it now.
    #[error("the SMTP server did not take it: {0}")]
    NotTaken(Code, ServerSaid),
    /// There is no speaking with the SMTP server.
    #[error("the SMTP server {0}")]
    Unreached(&'static str),
    /// The folder cannot be written.
    #[error("the mail folder cannot be written: {0}")]
    Folder(#[from] io::Error),
}

/// Whom mails in files come from where nobody is set.
const NOBODY: &str = "Coplan <coplan@localhost>";

impl MailError {
    /// Whether another try is of no use, because the recipient's address takes no mail.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Address | Self::AccessError(..) => true,
            Self::Composition | Self::NotTaken(..) | Self::Unreached(_) | Self::Folder(_) => false,
        }
    }
}

impl MailError {
    /// What the server said, for those who can help the recipient.
    pub fn server_said(&self) -> Option<&str> {
        match self {
            Self::AccessError(_, said) | Self::NotTaken(_, said) => said.0.as_deref(),
            Self::Composition | Self::Address | Self::Unreached(_) | Self::Folder(_) => None,
        }
    }
}

impl From<smtp::Error> for MailError {
    fn from(error: smtp::Error) -> Self {
        let said = |code: Code| {
            let words = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            ServerSaid(server_words(&format!("{code} {words}")))
        };
        match error.status() {
            Some(code) if error.is_permanent() && !ABOUT_US.contains(&code.to_string().as_str()) => {
                Self::AccessError(code, said(code))
            }
            Some(code) => Self::NotTaken(code, said(code)),
            None if error.is_timeout() => Self::Unreached("did not answer in time"),
            None if error.is_tls() => Self::Unreached("and we found no safe connection (TLS)"),
            None if error.is_client() || error.is_response() => Self::Unreached("was not understood, or asks what we cannot do"),
            None => Self::Unreached("was not reached"),
        }
    }
}

/// Says that a program sent it, so that absence notes do not answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The address that ends what a mail is one of (RFC 2369).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(value.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

/// That one post to that address is enough (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Sends mail.
pub struct Mailer {
    way: Way,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    shown: Option<Arc<ShownMails>>,
}

impl Mailer {
    /// The mailer that is set. In the demo, mails are shown on a page too.
    pub fn new(config: &Config, shown: Option<Arc<ShownMails>>) -> Result<Self, String> {
        let way = match &config.smtp_url {
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())
                    .map_err(|error| format!("COPLAN_SMTP_URL: {error}"))?
                    .timeout(Some(Duration::from_secs(20)))
                    .build(),
            ),
            None => Way::Folder(config.mail_folder.clone()),
        };
        let from = match &config.mail_from {
            Some(from) => from.clone(),
            None => NOBODY.parse().map_err(|error| format!("{NOBODY}: {error}"))?,
        };
        Ok(Self { way, from, reply_to: config.mail_reply_to.clone(), shown })
    }

    /// Sends one mail for a job. A mail that goes out twice carries the same Message-ID, by which programs that read mail
    /// know it again.
    pub async fn send(&self, job: JobId, mail: Mail) -> Result<(), MailError> {
        let to = Mailbox::new(Some(mail.name.clone()), mail.address.parse().map_err(|_| MailError::Address)?);
        let mut message = Message::builder().from(self.from.clone());
        let own =
            mail.reply_to.as_ref().map(|address| address.parse::<Address>().map_err(|_| MailError::Composition)).transpose()?;
        // What does not arrive is sent back to the envelope's sender, and not to whom an answer goes (RFC 5321, 6.1).
        let sender = own.clone().unwrap_or_else(|| self.from.email.clone());
        let envelope = Envelope::new(Some(sender), vec![to.email.clone()]).map_err(|_| MailError::Composition)?;
        message = message.envelope(envelope).to(to);
        let own = own.map(|address| Mailbox::new(self.from.name.clone(), address));
        if let Some(reply_to) = own.or_else(|| self.reply_to.clone()) {
            message = message.reply_to(reply_to);
        }
        if let Some(address) = &mail.unsubscribe {
            message = message.header(ListUnsubscribe(format!("<{address}>"))).header(OneClick);
        }
        let message = message
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{job}@{}>", self.from.email.domain())))
            .header(AutoSubmitted)
            .multipart(parts(&mail)?)
            .map_err(|_| MailError::Composition)?;
        match &self.way {
            Way::Smtp(smtp) => {
                timeout(SEND_LIMIT, smtp.send(message)).await.map_err(|_| MailError::Unreached("took too long"))??;
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let id = message.headers().get_raw("Message-ID").unwrap_or_default().to_owned();
                let name: String = id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
                write_whole(&folder.join(format!("{name}.eml")), &message.formatted()).await?;
            }
        }
        if let Some(shown) = &self.shown {
            shown.push(mail);
        }
        Ok(())
    }
}

/// What a mail says, as text and as HTML, and for calendars where it carries a meeting.
fn parts(mail: &Mail) -> Result<MultiPart, MailError> {
    let parts = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
    let Some(calendar) = &mail.calendar else { return Ok(parts) };
    let kind = format!("text/calendar; charset=utf-8; method={}", calendar.method);
    let kind = ContentType::parse(&kind).map_err(|_| MailError::Composition)?;
    Ok(parts.singlepart(SinglePart::builder().header(kind).body(calendar.text.clone())))
}

/// Writes a file that has its name only once all of it is there: on a full disk none is left that is empty.
async fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = file.with_added_extension("part");
    let written = async {
        let mut out = File::create(&part).await?;
        out.write_all(bytes).await?;
        out.sync_all().await?;
        rename(&part, file).await
    };
    let written = written.await;
    if written.is_err() {
        // The error says more than a file that stays.
        remove_file(&part).await.ok();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::write_whole;
    use coplan_domain::person::Email;
    use lettre::Address;
    use proptest::prelude::*;

    #[tokio::test]
    async fn a_mail_that_cannot_be_written_whole_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let names = || std::fs::read_dir(folder.path()).unwrap().count();
        // A folder has the name already.
        std::fs::create_dir(folder.path().join("taken.eml")).unwrap();
        std::fs::write(folder.path().join("taken.eml/inside"), "").unwrap();
        assert!(write_whole(&folder.path().join("taken.eml"), b"Dear Anna").await.is_err());
        assert_eq!(names(), 1);
        write_whole(&folder.path().join("a.eml"), b"Dear Anna").await.unwrap();
        assert_eq!((names(), std::fs::read(folder.path().join("a.eml")).unwrap()), (2, b"Dear Anna".to_vec()));
    }

    fn can_be_mailed(typed: &str) -> Result<(), TestCaseError> {
        if let Ok(email) = Email::parse(typed) {
            prop_assert!(email.as_str().parse::<Address>().is_ok(), "{}", email.as_str());
        }
        Ok(())
    }

    proptest! {
        /// Addresses, and what is nearly one: names and labels that are too long, or have dots and dashes where none go.
        #[test]
        fn whatever_is_taken_for_an_address_can_be_mailed(
            typed in r"[a-zA-Z0-9.+'_~-]{1,40}[.]?[a-z]{0,40}@[a-z0-9]{1,3}[a-z0-9_-]{0,2}([.][a-z0-9-]{1,8}){0,2}[.][a-z]{1,70}",
        ) {
            can_be_mailed(&typed)?;
        }

        /// An address with one character too many somewhere.
        #[test]
        fn whatever_character_is_taken_into_an_address_can_be_mailed(
            address in r"[a-z.]{0,4}[a-z]{1,3}@[a-z]{1,3}[.][a-z]{2}",
            more in prop::char::range(' ', '\u{2ff}'),
            at in 0_usize..8,
        ) {
            let address: Vec<char> = address.chars().collect();
            let (front, back) = address.split_at(at.min(address.len()));
            can_be_mailed(&front.iter().chain([&more]).chain(back).collect::<String>())?;
        }
    }
}
