//! Mails about coming in: personal links, codes, and devices that are new or not one's own.

use super::letter::{Letter, Mail, words_of};
use crate::{links, say};
use coplan_domain::{
    id::{CodeId, DeviceId, LinkId, PersonId},
    person::CodePolicy,
};
use coplan_usecases::{
    InternalError, Portal, System, device,
    job::LinkNote,
    password_link::{self, PasswordLink, PasswordReason},
    personal_link::{self, LinkMail},
    security_notice::{self, SecurityEvent, ToldOf},
};

/// The personal link that staff made.
pub(super) async fn link(
    portal: &Portal,
    system: &System,
    id: LinkId,
    note: Option<&LinkNote>,
) -> Result<Option<Mail>, InternalError> {
    Ok(personal_link::link_mail(portal, system, id).await?.map(|mail| link_letter(portal, &mail, note)))
}

/// The link that somebody asked for; nothing where the address was nobody's.
pub(super) async fn new_link(
    portal: &Portal,
    system: &System,
    person: Option<PersonId>,
    id: LinkId,
) -> Result<Option<Mail>, InternalError> {
    let Some(person) = person else { return Ok(None) };
    Ok(personal_link::new_link_mail(portal, system, person, id).await?.map(|mail| link_letter(portal, &mail, None)))
}

fn link_letter(portal: &Portal, mail: &LinkMail, note: Option<&LinkNote>) -> Mail {
    let words = words_of(&mail.to);
    let supplier = portal.settings.supplier.clone();
    let companies = mail.companies.join(", ");
    let until = words.day(words.day_of(mail.expires_at), words.day_of(portal.clock.now()));
    let (code, foot) = match mail.code_policy {
        CodePolicy::Always => (Some("mail-link-code-always"), "mail-link-foot"),
        CodePolicy::NewDevice => (Some("mail-link-code-new-device"), "mail-link-foot"),
        CodePolicy::Never => (None, "mail-link-foot-no-code"),
    };
    let personal = say!(words, "mail-link-personal", day = until);
    let note = note.map(|note| say!(words, "mail-link-note", name = note.by.clone(), text = note.text.clone()));
    let paragraphs = [
        say!(words, "mail-link-text", companies = companies, supplier = supplier.clone()),
        code.map_or_else(|| personal.clone(), |code| format!("{personal} {}", words.say(code))),
    ];
    Letter {
        subject: say!(words, "mail-link-subject", supplier = supplier.clone()),
        paragraphs: note.into_iter().chain(paragraphs).collect(),
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-link-open"), mail.address.expose().to_owned())),
        foot: Some(words.say(foot)),
    }
    .to(&mail.to, &supplier)
}

/// The one-time link to a password; nothing where the address was nobody's.
pub(super) async fn password(portal: &Portal, system: &System, asked: &PasswordLink) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = password_link::password_mail(portal, system, asked).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let supplier = portal.settings.supplier.clone();
    let (subject, text, foot) = match mail.reason {
        PasswordReason::Invitation => (
            say!(words, "mail-invitation-subject", supplier = supplier.clone()),
            say!(words, "mail-invitation-text", supplier = supplier.clone()),
            say!(words, "mail-invitation-foot"),
        ),
        PasswordReason::Reset => {
            (say!(words, "mail-reset-subject"), say!(words, "mail-reset-text"), say!(words, "mail-reset-foot"))
        }
        PasswordReason::Forgotten => {
            (say!(words, "mail-reset-subject"), say!(words, "mail-forgotten-text"), say!(words, "mail-forgotten-foot"))
        }
    };
    let until = words.moment(mail.expires_at, portal.clock.now());
    let letter = Letter {
        subject,
        paragraphs: vec![text, say!(words, "mail-password-until", when = until)],
        code: None,
        choices: Vec::new(),
        follow: Some((say!(words, "mail-password-open"), mail.address.expose().to_owned())),
        foot: Some(foot),
    };
    Ok(Some(Mail { good_until: Some(mail.expires_at), ..letter.to(&mail.to, &supplier) }))
}

/// The six digits for a new browser.
pub(super) async fn code(portal: &Portal, system: &System, id: CodeId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = personal_link::code_mail(portal, system, id).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let letter = Letter {
        subject: say!(words, "mail-code-subject", code = mail.code.expose().to_owned()),
        paragraphs: vec![say!(words, "mail-code-text")],
        code: Some(mail.code.expose().to_owned()),
        choices: Vec::new(),
        follow: None,
        foot: Some(say!(words, "mail-code-foot")),
    };
    Ok(Some(Mail { good_until: Some(mail.expires_at), ..letter.to(&mail.to, &portal.settings.supplier) }))
}

/// A new browser was let in.
pub(super) async fn new_device(portal: &Portal, id: DeviceId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = device::new_device_mail(portal, id).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let when = words.moment(mail.at, portal.clock.now());
    let subject = if mail.by_link { "mail-new-device-subject" } else { "mail-new-device-staff" };
    let letter = Letter {
        subject: words.say(subject),
        paragraphs: vec![say!(words, "mail-new-device-text", device = words.device(&mail.label), when = when)],
        code: None,
        choices: Vec::new(),
        follow: Some((
            say!(words, "mail-new-device-open"),
            format!("{}{}", portal.settings.public_url, links::account::devices()),
        )),
        foot: None,
    };
    Ok(Some(letter.to(&mail.to, &portal.settings.supplier)))
}

/// A person said that a device is not theirs.
pub(super) async fn not_me(portal: &Portal, id: DeviceId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = device::not_me_mail(portal, id, to).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let when = words.moment(mail.at, portal.clock.now());
    let staff = mail.companies.is_empty();
    let who = if staff { mail.person } else { format!("{} ({})", mail.person, mail.companies.join(", ")) };
    let (ended, next) =
        if staff { ("mail-not-me-ended-staff", "mail-not-me-next-staff") } else { ("mail-not-me-ended", "mail-not-me-next") };
    let text = say!(words, "mail-not-me-text", who = who.clone(), device = words.device(&mail.label), when = when);
    let letter = Letter {
        subject: say!(words, "mail-not-me-subject", who = who),
        paragraphs: vec![format!("{text} {}", words.say(ended)), words.say(next)],
        code: None,
        choices: Vec::new(),
        follow: None,
        foot: None,
    };
    Ok(Some(letter.to(&mail.to, &portal.settings.supplier)))
}

/// A person's way in has changed.
pub(super) async fn changed(portal: &Portal, told: &ToldOf) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = security_notice::way_in_mail(portal, told).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let when = words.moment(mail.at, portal.clock.now());
    let (subject, otherwise) = match mail.what {
        SecurityEvent::Password => (say!(words, "mail-way-in-password"), say!(words, "mail-way-in-not-you")),
        SecurityEvent::SecondFactorOn => (say!(words, "mail-way-in-factor-on"), say!(words, "mail-way-in-not-you")),
        SecurityEvent::SecondFactorOff => (say!(words, "mail-way-in-factor-off"), say!(words, "mail-way-in-not-you")),
        SecurityEvent::RecoveryCodes => (say!(words, "mail-way-in-recovery"), say!(words, "mail-way-in-not-you")),
        SecurityEvent::SecondFactorTried => (say!(words, "mail-way-in-tried"), say!(words, "mail-way-in-tried-not-you")),
        SecurityEvent::Address => (say!(words, "mail-way-in-address"), say!(words, "mail-way-in-not-asked")),
        SecurityEvent::SignInAddress => (say!(words, "mail-way-in-sign-in-address"), say!(words, "mail-way-in-not-asked-staff")),
    };
    let letter = Letter {
        paragraphs: vec![say!(words, "mail-way-in-text", what = subject.clone(), when = when), otherwise],
        subject,
        code: None,
        choices: Vec::new(),
        follow: None,
        foot: None,
    };
    Ok(Some(letter.to(&mail.to, &portal.settings.supplier)))
}
