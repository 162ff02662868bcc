//! Sends mail: by SMTP, or to files where no server is set.

use crate::config::Config;
use coplan_app::{mails::Mail, visitor::ShownMails};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// Why a mail did not go out. The reader's address is not in it: it stands in the log.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It cannot be put together, or the address is none.
    #[error("the mail cannot be put together")]
    Composition(#[from] lettre::error::Error),
    /// The address is none.
    #[error("the address is none")]
    Address(#[from] lettre::address::AddressError),
    /// The SMTP server did not take it.
    #[error("the SMTP server did not take it: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The folder cannot be written.
    #[error("the mail folder cannot be written: {0}")]
    Folder(#[from] std::io::Error),
}

/// Whom mails in files come from where nobody is set.
const NOBODY: &str = "Coplan <coplan@localhost>";

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Sends mail.
pub struct Mailer {
    way: Way,
    from: Mailbox,
    shown: Option<Arc<ShownMails>>,
}

impl Mailer {
    /// The mailer that is set. In the demo, mails are shown on a page too.
    pub fn new(config: &Config, shown: Option<Arc<ShownMails>>) -> Result<Self, String> {
        let way = match &config.smtp_url {
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
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
        Ok(Self { way, from, shown })
    }

    /// Sends one mail.
    pub async fn send(&self, mail: Mail) -> Result<(), MailError> {
        let to = Mailbox::new(Some(mail.name.clone()), mail.address.parse()?);
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            // Made here rather than by the server it goes to, so that a thread of mails and its file can be named.
            .message_id(None)
            .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))?;
        match &self.way {
            Way::Smtp(smtp) => {
                smtp.send(message).await?;
            }
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let id = message.headers().get_raw("Message-ID").unwrap_or_default().to_owned();
                let name: String = id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
                tokio::fs::write(folder.join(format!("{name}.eml")), message.formatted()).await?;
            }
        }
        if let Some(shown) = &self.shown {
            shown.push(mail);
        }
        Ok(())
    }
}
