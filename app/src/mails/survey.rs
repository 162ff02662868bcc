//! The mail that asks a survey: each score is a link that chooses it beforehand, and only sending the form stores it.

use super::letter::{Letter, Mail, words_of};
use crate::{links, parts::room_title, say};
use coplan_domain::id::{PersonId, SurveyId};
use coplan_usecases::{InternalError, Portal, survey};

/// To one who is asked; none where that one has answered.
pub(super) async fn mail(portal: &Portal, id: SurveyId, to: PersonId) -> Result<Option<Mail>, InternalError> {
    let Some(mail) = survey::mail_of(portal, id, to).await? else { return Ok(None) };
    let words = words_of(&mail.to);
    let supplier = portal.settings.supplier.clone();
    let it = &mail.survey;
    let question = room_title::question(&words, &supplier, it);
    let address = |path: String| format!("{}{path}", portal.settings.public_url);
    let scores =
        (it.scale.lowest()..=10).map(|score| (score.to_string(), address(links::survey::with_score(mail.customer, id, score))));
    let letter = Letter {
        subject: say!(words, "mail-survey-subject", n = it.further + 1, supplier = supplier.clone()),
        paragraphs: vec![question, say!(words, "survey-ends", lowest = it.scale.lowest())],
        code: None,
        choices: scores.collect(),
        follow: Some((say!(words, "survey-respond"), address(links::survey::show(mail.customer, id)))),
        foot: Some(say!(words, "mail-survey-foot", customer = mail.customer_name)),
    };
    Ok(Some(letter.to(&mail.to, &supplier)))
}
