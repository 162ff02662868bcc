//! The mail that asks a colleague whether it is the stand-in for days away.

use super::letter::{Letter, Mail, words_of};
use crate::{links, say};
use coplan_domain::id::{AbsenceId, PersonId};
use coplan_usecases::{InternalError, Portal, System, absence, day_in};

/// To one who is named; none where that one has answered, or is not named any more.
pub(super) async fn mail(portal: &Portal, system: &System, id: AbsenceId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    let Some((to, asked)) = absence::mail_of(portal, system, id, to).await? else { return Ok(None) };
    let words = words_of(&to);
    let today = day_in(portal.clock.now(), &to.time_zone);
    let (first, last) = (words.day(asked.absence.first_day, today), words.day(asked.absence.last_day, today));
    let letter = Letter {
        subject: say!(words, "mail-stand-in-subject", name = asked.away.clone()),
        paragraphs: vec![say!(words, "mail-stand-in-text", name = asked.away, first = first, last = last)],
        code: None,
        choices: Vec::new(),
        follow: Some((
            say!(words, "stand-in-answer-go"),
            format!("{}{}", portal.settings.public_url, links::absence::answer(id)),
        )),
        foot: Some(say!(words, "mail-stand-in-foot")),
    };
    Ok(Some(letter.to(&to, &portal.settings.supplier)))
}
