//! Discussions: their list, one of them, a new one, and what is done in them.

mod ball;
mod forms;
mod list;
mod messages;
mod new;
mod note;
mod reply;
mod resolve;
mod row;
mod show;
mod subject;
mod typed;

pub use ball::post as post_ball;
pub use list::get as get_list;
pub use new::{get as get_new, post as post_new};
pub use note::post as post_note;
pub use reply::post as post_reply;
pub use resolve::{post as post_resolve, reopen as post_reopen};
pub use row::{AboutList, Parties, about_list, threads_about};
pub use show::get;

use coplan_domain::{
    id::{CustomerId, ThreadId},
    system::new_ulid,
    thread::About,
};
use coplan_usecases::Portal;

/// Where the discussions of a customer are listed.
#[must_use]
pub fn list_href(customer: CustomerId) -> String {
    format!("/c/{customer}/threads")
}

/// Where a discussion is.
#[must_use]
pub fn href(customer: CustomerId, thread: ThreadId) -> String {
    format!("/c/{customer}/threads/{thread}")
}

/// Where one about this object begins.
#[must_use]
pub fn new_href(customer: CustomerId, about: About) -> String {
    format!("/c/{customer}/threads/new?about={about}")
}

/// An id for what a form will create, made when the form is drawn.
fn fresh(portal: &Portal) -> String {
    new_ulid(portal.clock.now(), &*portal.rng).to_string()
}
