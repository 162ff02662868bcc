//! How the people of Lakeside Mills found what they had with their supplier, and what they need in the year.

use crate::{
    Told,
    builder::{DemoBuilder, told},
};
use coplan_domain::{
    id::CustomerId,
    moment::{Rating, TouchKind},
    need::NeedMonth,
};
use coplan_store::access::Actor;
use coplan_usecases::{
    journey::{self, AnswerMomentForm, MomentWordsForm, Touchpoint},
    need::{self, NeedForm},
};

/// A need as it is told: what, who needs it, from which month to which, how much, and whose time it takes.
type Needed = (&'static str, &'static str, (NeedMonth, NeedMonth), &'static str, &'static str);

const STOP: Needed = (
    "Crew for the annual stop",
    "All halls",
    (NeedMonth::July, NeedMonth::August),
    "four installers, three weekends",
    "Installation crew",
);
const YARD: Needed =
    ("Cables for the new wood yard", "Wood yard", (NeedMonth::August, NeedMonth::October), "two weeks", "Installation crew");
const TRAINING: Needed = (
    "Training for the new shift leaders",
    "Night shift",
    (NeedMonth::February, NeedMonth::February),
    "six people, half a day",
    "",
);
const REHEARSAL: Needed = (
    "Recovery rehearsal with both shifts",
    "Plant management",
    (NeedMonth::April, NeedMonth::April),
    "two evenings",
    "Service desk",
);
const MAST: Needed =
    ("New mast after the storm", "Wood yard", (NeedMonth::November, NeedMonth::November), "one", "Installation crew");

/// Tells it.
pub async fn tell(builder: &DemoBuilder, mikko: &Actor, (anna, ben): (&Actor, &Actor), id: CustomerId) -> Told<()> {
    builder.go(24, 3);
    for (by, needed, sudden) in
        [(anna, &STOP, false), (ben, &TRAINING, false), (mikko, &REHEARSAL, false), (anna, &YARD, false), (ben, &MAST, true)]
    {
        add(builder, by, id, needed, sudden).await?;
    }
    builder.go(12, 1);
    let touches = told(journey::list(&builder.portal, anna, id, 0).await)?.touches;
    let now = builder.portal.clock.now();
    if let Some(letter) = touches.iter().find(|touch| is_letter(touch) && touch.at < now) {
        told(journey::rate(&builder.portal, anna, id, letter.of, Rating::Good).await)?;
    }
    builder.go(1, 18);
    moments(builder, mikko, ben, id).await
}

/// Whether it is a message of Mikko's.
fn is_letter(touch: &Touchpoint) -> bool {
    touch.of.kind == TouchKind::Message && touch.who == "Mikko Kallio"
}

/// Ben found a call good and the first letter bad, which Mikko answered.
async fn moments(builder: &DemoBuilder, mikko: &Actor, ben: &Actor, id: CustomerId) -> Told<()> {
    let portal = &builder.portal;
    let touches = told(journey::list(portal, ben, id, 0).await)?.touches;
    let call = touches.iter().find(|touch| touch.of.kind == TouchKind::Contact);
    let letter = touches.iter().rfind(|touch| is_letter(touch));
    let (Some(call), Some(letter)) = (call, letter) else { return Ok(()) };
    told(journey::rate(portal, ben, id, call.of, Rating::Good).await)?;
    told(journey::rate(portal, ben, id, letter.of, Rating::Bad).await)?;
    let seen = told(journey::list(portal, ben, id, 0).await)?.touches;
    let mut moments = seen.iter().flat_map(|touch| &touch.moments);
    let Some(bad) = moments.find(|moment| moment.rating == Rating::Bad) else { return Ok(()) };
    let words = "We heard of it a day late, when the shift had left.".to_owned();
    told(journey::say(portal, ben, id, bad.id, &MomentWordsForm { words }).await)?;
    let now = told(journey::show(portal, mikko, id, bad.id).await)?.moment;
    let answer = "You are right. From now on I call first and write afterwards.".to_owned();
    let form = AnswerMomentForm { rated_at: now.at.as_millisecond(), answer };
    told(journey::answer(portal, mikko, id, bad.id, &form).await)
}

async fn add(builder: &DemoBuilder, by: &Actor, id: CustomerId, needed: &Needed, sudden: bool) -> Told<()> {
    let (what, who, (first, last), amount, people) = *needed;
    let form = NeedForm {
        what: what.to_owned(),
        who: who.to_owned(),
        last_month: last.to_string(),
        amount: amount.to_owned(),
        people: people.to_owned(),
        sudden,
        ..NeedForm::blank(builder.id(), DemoBuilder::year(), first)
    };
    told(need::add(&builder.portal, by, id, &form).await)?;
    Ok(())
}
