//! What the two sides make together, for the forms that are about it: how a contact was, what is needed in a year.

use super::id;
use coplan_domain::{
    id::{MomentId, NeedId},
    moment::{Rating, Touch, TouchKind},
    need::NeedMonth,
};
use coplan_usecases::{
    journey,
    need::{self, NeedForm},
    testing::World,
};

/// How Anna found a contact.
pub(super) async fn found(world: &World, id: ulid::Ulid) -> MomentId {
    let (portal, lakeside) = (&world.portal, world.lakeside);
    let of = Touch { kind: TouchKind::Contact, id };
    journey::rate(portal, &world.anna, lakeside, of, Rating::Bad).await.unwrap();
    let touches = journey::list(portal, &world.anna, lakeside, 0).await.unwrap().touches;
    touches.iter().flat_map(|touch| &touch.moments).next().unwrap().id
}

/// What Anna needs.
pub(super) async fn needed(world: &World) -> NeedId {
    let year = world.portal.today(&world.anna).year();
    let (what, who) = ("Annual stop".to_owned(), "The mill".to_owned());
    let form = NeedForm { what, who, ..NeedForm::blank(id(&world.portal).await, year, NeedMonth::June) };
    need::add(&world.portal, &world.anna, world.lakeside, &form).await.unwrap();
    form.id
}
