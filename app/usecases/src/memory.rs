//! Views that were read before, for the reader who comes again: good until the customer's own events, or the
//! reader's day, make them stale.

use crate::{frame::FrameView, plan::PlanView};
use coplan_domain::id::{CustomerId, PersonId};
use coplan_store::access::{Access, State};
use jiff::{Timestamp, civil::Date};
use std::{
    collections::HashMap,
    fmt::Debug,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many views of a kind are remembered, about 10 kB each; one more, and all begin anew.
const REMEMBERED: usize = 1_500;
/// In tests what is remembered is read again, and must be the same.
const DOUBTED: bool = cfg!(feature = "testing");

/// What is remembered.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) frames: Views<FrameView>,
    pub(crate) plans: Views<PlanView>,
}

/// Until when a view is good if nothing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// What time it is.
    pub now: Timestamp,
    /// What day it is where the reader lives.
    pub today: Date,
}

/// The views of one kind, each for one reader and one customer.
pub(crate) struct Views<T>(Mutex<HashMap<(PersonId, CustomerId), Remembered<T>>>);

struct Remembered<T> {
    state: State,
    today: Date,
    until: Timestamp,
    view: Arc<T>,
}

impl<T> Default for Views<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Debug> Views<T> {
    /// The remembered view, or the one that `read` gives together with the moment until which it is good.
    pub(crate) async fn find_or<E>(
        &self,
        access: &Access,
        moment: Moment,
        read: impl AsyncFnOnce() -> Result<(T, Timestamp), E>,
    ) -> Result<Arc<T>, E> {
        let key = (access.plan.person(), access.customer());
        let known = self.kept().get(&key).filter(|known| known.is_good(access, moment)).map(|known| Arc::clone(&known.view));
        match known {
            Some(view) if !DOUBTED => return Ok(view),
            _ => {}
        }
        let (view, until) = read().await?;
        if let Some(known) = known {
            assert_eq!(format!("{known:?}"), format!("{view:?}"), "what was remembered is not what is kept");
        }
        let view = Arc::new(view);
        let kept = &mut *self.kept();
        if kept.len() >= REMEMBERED {
            kept.clear();
        }
        // It may be newer than the state that was proved before it was read, never older; so it is good for that
        // state, and for no later one.
        kept.insert(key, Remembered { state: access.state(), today: moment.today, until, view: Arc::clone(&view) });
        Ok(view)
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<(PersonId, CustomerId), Remembered<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Remembered<T> {
    fn is_good(&self, access: &Access, moment: Moment) -> bool {
        self.state == access.state() && self.today == moment.today && moment.now < self.until
    }
}
