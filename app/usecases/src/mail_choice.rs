//! What a person wants to be told by mail, and when: messages, and what is new on the plan.

use crate::{
    Error, InternalError, Portal,
    form::{Choice, FromField, Parse, Problem, form, listed, tick},
};
use coplan_domain::mail::{Pace, next_digest};
use coplan_store::{
    access::{Actor, OwnAccount},
    mail_choice::{self, MailChoice},
};

const PACES: &[Choice] = &[
    Choice::new(Pace::AtOnce.as_str(), "mail-choice-at-once"),
    Choice::new(Pace::Daily.as_str(), "mail-choice-daily"),
    Choice::new(Pace::Weekly.as_str(), "mail-choice-weekly"),
];

form! {
    /// What somebody wants.
    ReadMailChoice {
        /// Messages in discussions.
        messages: bool = tick("mail-choice-messages").hint("mail-choice-messages-hint"),
        /// Moved dates, status reports, tasks, invoices and another contact.
        news: bool = tick("mail-choice-news").hint("mail-choice-news-hint"),
        /// Right away or together.
        pace: Pace = listed("mail-choice-pace", PACES).hint("mail-choice-pace-hint"),
        /// The hour of what is told together.
        hour: DigestHour = listed("mail-choice-hour", &[]),
        /// Whether nothing comes at night.
        quiet: bool = tick("mail-choice-quiet").hint("mail-choice-quiet-hint"),
    }

    /// What somebody wants to be told.
    plain MailChoiceForm {}
}

/// An hour of a day, from 0 to 23.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestHour(i8);

impl DigestHour {
    /// From 0 to 23.
    pub(crate) fn hour(self) -> i8 {
        self.0
    }
}

impl FromField for DigestHour {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        typed.parse().ok().filter(|hour| (0..24).contains(hour)).map(Self).ok_or(Problem::NotOneOf)
    }
}

/// What the actor has chosen, as its form is drawn.
pub async fn show(portal: &Portal, actor: &Actor) -> Result<MailChoiceForm, InternalError> {
    let mut conn = portal.db.read().await?;
    let MailChoice { messages, news, pace, hour, quiet } = mail_choice::find(&mut conn, actor.person()).await?;
    Ok(MailChoiceForm { messages, news, pace: pace.to_string(), hour: hour.to_string(), quiet })
}

/// Keeps the actor's choice. Only what its side is asked changes: news go to the customers' people.
///
/// # Errors
/// [`Error`].
pub async fn choose(portal: &Portal, actor: &Actor, form: &MailChoiceForm) -> Result<(), Error> {
    let read = form.parse()?;
    let (pace, hour) = (read.pace, read.hour.0);
    let mut change = portal.change_touched().await?;
    let own = OwnAccount::prove(&mut change, actor).await?;
    let news = read.news && actor.staff().is_none();
    let digest_at = next_digest(pace, hour, actor.entered().time_zone(), change.now());
    let choice = MailChoice { messages: read.messages, news, pace, hour, quiet: read.quiet };
    mail_choice::update(&mut change, &own, choice, digest_at).await?;
    portal.commit(change).await?;
    Ok(())
}
