//! The customer's voice: feedback from any page, what is done about it by whom and when, and whether that helped.

mod follow_up;
mod form;
mod give;
mod show;

pub use coplan_store::room_waiting::{RoomItem, RoomKind};
pub use follow_up::{answer, begin_answer, begin_promise, promise};
pub use form::{AnswerFeedbackForm, GiveForm, HelpedForm, PromiseForm};
pub use give::{GiveContext, begin, give, say_helped};
pub use show::{FeedbackList, FeedbackView, list, show};

use crate::record::record;
use coplan_domain::event::{Audience, EventKind, ObjectKind};
use coplan_store::{Change, Result, access::CustomerWrite};

/// The most characters of feedback that history repeats.
const LABEL: usize = 80;

/// Keeps that something happened, for the supplier's people: what somebody says of the work is between it and them.
pub(crate) async fn tell(change: &mut Change, write: &impl CustomerWrite, kind: EventKind, words: &str) -> Result<()> {
    let object = (ObjectKind::Feedback, write.customer().0);
    record(change, write, kind, object, &label(words), Audience::Internal).await
}

/// The first words of what was said.
pub(crate) fn label(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let mut cut = line.chars().take(LABEL).collect::<String>();
    if cut.len() < words.len() {
        cut.push('…');
    }
    cut
}
