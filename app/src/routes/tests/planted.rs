//! What forms are about that take a few lines to make.

use super::id;
use coplan_domain::id::{AttachmentId, IdeaId, ThreadId};
use coplan_usecases::{
    attachment,
    idea::{self, GiveIdeaForm},
    testing::World,
    thread::{self, ReplyForm},
};
use futures_util::stream;

/// What Anna would like.
pub(super) async fn hoped(world: &World) -> IdeaId {
    let (category, what) = ("report".to_owned(), "A weekly graph".to_owned());
    let effect = "We see what gets better".to_owned();
    let form = GiveIdeaForm { category, what, effect, ..GiveIdeaForm::blank(id(&world.portal).await) };
    idea::give(&world.portal, &world.anna, world.lakeside, &form).await.unwrap()
}

/// A file that Anna brought to a discussion.
pub(super) async fn brought(world: &World, of: ThreadId) -> AttachmentId {
    let (portal, anna, lakeside) = (&world.portal, &world.anna, world.lakeside);
    let mut receiver = attachment::begin(portal, anna, lakeside).await.unwrap();
    let file = receiver.take(portal, "plan.txt", stream::iter([Ok("Gate 2".into())])).await.unwrap().unwrap();
    let form = ReplyForm { message: id(portal).await, text: "The plan".to_owned() };
    thread::reply_with(portal, anna, lakeside, of, &form, &[file]).await.unwrap();
    let view = thread::show(portal, anna, lakeside, of, None).await.unwrap();
    view.messages.into_iter().flat_map(|message| message.files).next().unwrap().id
}
