//! Whoever is named as a stand-in says yes or no. It stays the stand-in until another is chosen, so that customers always have
//! somebody to call.

use crate::{
    Error, InternalError, Portal,
    form::{Choice, FieldProblem, FromField, Parse, Problem, form, line, listed, one_of},
    job::{Job, enqueue},
    mail::Recipient,
};
use coplan_domain::{
    id::{AbsenceId, PersonId},
    stand_in::StandInAnswer,
    text::Line,
};
use coplan_store::{
    Change,
    absence::{self, Asked},
    access::{AbsenceWrite, Actor, StandInWrite, System},
    person::{self, InCharge},
};
use jiff::SignedDuration;

const ANSWERS: &[Choice] = &[
    Choice::new(StandInAnswer::Accepted.as_str(), "stand-in-accept").hint("stand-in-accept-hint"),
    Choice::new(StandInAnswer::Declined.as_str(), "stand-in-decline").hint("stand-in-decline-hint"),
];

impl FromField for StandInAnswer {
    type Raw = String;

    fn from_field(typed: &String) -> Result<Self, Problem> {
        typed.parse().map_err(|_| Problem::NotOneOf)
    }
}

form! {
    /// What a stand-in says.
    ReadStandInAnswer {
        /// Yes or no.
        answer: StandInAnswer = one_of("stand-in-answer", ANSWERS).stacked(),
        /// Why not.
        reason: Option<Line> = line("stand-in-reason").hint("stand-in-reason-hint").autocomplete("off"),
    } => |problems| {
        if answer == Some(StandInAnswer::Declined) && matches!(reason, Some(None)) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// What a stand-in says, as it was typed.
    plain StandInAnswerForm {}
}

form! {
    _ {
        /// Who has the matters meanwhile.
        stand_in: PersonId = listed("absence-who", &[]).hint("absence-who-hint"),
    }

    /// Another stand-in, as it was chosen.
    plain OtherStandInForm {}
}

/// Shows the actor the days for which it is named.
pub async fn find_asked(portal: &Portal, actor: &Actor, id: AbsenceId) -> Result<Asked, Error> {
    let staff = actor.staff().ok_or(Error::NotFound)?;
    absence::find_asked(&mut *portal.db.read().await?, staff, id).await?.ok_or(Error::NotFound)
}

/// Says whether the actor is the stand-in; the last word counts.
pub async fn answer(portal: &Portal, actor: &Actor, id: AbsenceId, form: &StandInAnswerForm) -> Result<(), Error> {
    // Whoever is not named learns nothing of what is wrong with the form.
    find_asked(portal, actor, id).await?;
    let ReadStandInAnswer { answer, reason } = form.parse()?;
    let mut change = portal.change_touched().await?;
    let write = StandInWrite::prove(&mut change, actor, id).await?;
    let reason = reason.filter(|_| answer == StandInAnswer::Declined);
    absence::update_answer(&mut change, &write, answer, reason.as_ref().map_or("", Line::as_str)).await?;
    Ok(portal.commit(change).await?)
}

/// Chooses another stand-in for planned days, who is asked; chosen before, nothing changes.
pub async fn choose_another(
    portal: &Portal,
    actor: &Actor,
    (whose, id): (PersonId, AbsenceId),
    form: &OtherStandInForm,
) -> Result<(), Error> {
    let to = form.stand_in.parse::<PersonId>().ok();
    let mut change = portal.change().await?;
    let write = AbsenceWrite::prove(&mut change, actor, whose, to).await?;
    let known = absence::find(&mut change, write.staff(), id).await?.filter(|known| known.staff == whose);
    let known = known.ok_or(Error::NotFound)?;
    let nobody = || Error::Invalid(vec![FieldProblem { field: "stand_in", problem: Problem::NotOneOf }]);
    let to = to.filter(|to| *to != whose).ok_or_else(nobody)?;
    person::find_in_charge(&mut change, to, InCharge::InsteadOf(whose)).await?.ok_or_else(nobody)?;
    if known.stand_in == to {
        return Ok(());
    }
    absence::update_own_stand_in(&mut change, &write, &known, to).await?;
    ask(&mut change, actor, id, to).await?;
    Ok(portal.commit(change).await?)
}

/// Asks the stand-in by email; one who named itself has said yes.
pub(super) async fn ask(change: &mut Change, actor: &Actor, id: AbsenceId, stand_in: PersonId) -> Result<(), Error> {
    if actor.person() == stand_in {
        let write = StandInWrite::prove(change, actor, id).await?;
        return Ok(absence::update_answer(change, &write, StandInAnswer::Accepted, "").await?);
    }
    Ok(enqueue(change, &Job::StandInMail { absence: id, to: stand_in }, Some(stand_in), SignedDuration::ZERO).await?)
}

/// The email that asks: to whom, and for which days; none where it was answered, or where somebody else is named by now.
///
/// # Errors
/// [`InternalError`] where the database cannot be read.
pub async fn mail_of(
    portal: &Portal,
    system: &System,
    id: AbsenceId,
    to: PersonId,
) -> Result<Option<(Recipient, Asked)>, InternalError> {
    let mut conn = portal.db.read().await?;
    let asked = absence::find_named(&mut conn, system, id, to).await?.filter(|asked| asked.answer.is_none());
    Ok(person::find(&mut conn, to).await?.map(Recipient::from).zip(asked))
}
