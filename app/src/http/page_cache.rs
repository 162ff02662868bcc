//! Plans that were drawn before, for the reader who comes again.
//!
//! A page is a function of its view, of who reads it and of what time it is. The use case proves access at every
//! request and gives the very same view for as long as nothing has changed; for that long the page is the same too.

use crate::http::context::RequestContext;
use axum::body::Bytes;
use coplan_domain::{
    id::{CustomerId, PersonId},
    person::{Language, StaffRole},
};
use coplan_usecases::{Actor, plan::PlanView};
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many pages are kept, about 13 kB each; one more, and all begin anew.
const KEPT: usize = 1_000;

/// Where debug assertions are on, what is kept is drawn again and must be the same.
const VERIFY: bool = cfg!(debug_assertions);

/// The plans that were drawn, by reader and customer.
#[derive(Default)]
pub struct PageCache(Mutex<HashMap<(PersonId, CustomerId), Kept>>);

struct Kept {
    view: Arc<PlanView>,
    by: Drawer,
    page: Bytes,
}

/// What a page shows besides its view.
#[derive(PartialEq)]
struct Drawer {
    path: String,
    name: String,
    role: Option<StaffRole>,
    language: Language,
    time_zone: String,
    at: Timestamp,
}

impl PageCache {
    /// The page that was drawn from this very view in this quarter of an hour; or the one that `draw` gives for the
    /// quarter's beginning.
    ///
    /// # Panics
    /// With debug assertions, where a page is not what it was drawn from.
    pub(crate) fn find_or(
        &self,
        context: &RequestContext,
        actor: &Actor,
        view: &Arc<PlanView>,
        now: Timestamp,
        draw: impl FnOnce(Timestamp) -> String,
    ) -> Bytes {
        let at = quarter(now);
        let by = drawer(context, actor, at);
        let key = (actor.person(), view.frame.customer);
        let good = |kept: &&Kept| Arc::ptr_eq(&kept.view, view) && kept.by == by;
        let known = self.kept().get(&key).filter(good).map(|kept| kept.page.clone());
        if let Some(known) = known {
            assert!(!VERIFY || known == draw(at), "the page that was kept is not what is drawn now");
            return known;
        }
        let drawn = draw(at);
        // What holds the nonce of one answer is for no other.
        let shared = !drawn.contains(&*context.nonce);
        let drawn = Bytes::from(drawn);
        if shared {
            let kept = &mut *self.kept();
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(key, Kept { view: Arc::clone(view), by, page: drawn.clone() });
        }
        drawn
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<(PersonId, CustomerId), Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn drawer(context: &RequestContext, actor: &Actor, at: Timestamp) -> Drawer {
    let entered = actor.entered();
    Drawer {
        path: context.path.clone(),
        name: entered.name().to_owned(),
        role: actor.staff().map(coplan_usecases::Staff::role),
        language: context.words.language(),
        time_zone: entered.time_zone().to_owned(),
        at,
    }
}

/// The beginning of the quarter of an hour. Everywhere on earth the hour and the day begin with one.
fn quarter(now: Timestamp) -> Timestamp {
    now.round(TimestampRound::new().smallest(Unit::Minute).increment(15).mode(RoundMode::Floor)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        layout::{self, Page},
        words::Words,
    };
    use coplan_store::{Engine, testing};
    use coplan_usecases::{
        plan, project,
        project::StartForm,
        testing::{World, world},
    };
    use leptos::prelude::*;

    const MORNING: &str = "2026-11-16T07:00:00Z";

    async fn ground() -> World {
        world(testing::fresh(Engine::Sqlite).await.unwrap()).await
    }

    /// Ben, reading in this language.
    fn ben(w: &World, language: Language) -> RequestContext {
        let words = Words::new(language, w.ben.entered().time_zone());
        RequestContext { actor: Some(w.ben.clone()), words, ..RequestContext::anonymous() }
    }

    /// What Ben gets at this moment.
    async fn page(w: &World, drawn: &PageCache, context: &RequestContext, at: &str) -> Bytes {
        let view = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        let page = |now| layout::html(context, || Page::plain(context.words.clock(now), "page", ().into_any()));
        drawn.find_or(context, &w.ben, &view, at.parse().unwrap(), page)
    }

    #[tokio::test]
    async fn a_page_is_kept_for_a_quarter_of_an_hour_while_nothing_changes() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let first = page(&w, &drawn, &context, "2026-11-16T07:00:00Z").await;
        let again = page(&w, &drawn, &context, "2026-11-16T07:14:59Z").await;
        assert_eq!(first.as_ptr(), again.as_ptr());
        let later = page(&w, &drawn, &context, "2026-11-16T07:15:00Z").await;
        assert_ne!(first, later);
    }

    #[tokio::test]
    async fn a_change_of_the_plan_is_seen_at_once() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let before = page(&w, &drawn, &context, MORNING).await;
        let id = w.portal.change().await.unwrap().id();
        let form = StartForm { id, name: "New network".to_owned(), about: String::new(), shared: true };
        project::start(&w.portal, &w.mikko, w.lakeside, &form).await.unwrap();
        assert_ne!(before.as_ptr(), page(&w, &drawn, &context, MORNING).await.as_ptr());
    }

    #[tokio::test]
    async fn another_language_is_another_page() {
        let w = ground().await;
        let drawn = PageCache::default();
        let english = page(&w, &drawn, &ben(&w, Language::En), MORNING).await;
        assert_ne!(english, page(&w, &drawn, &ben(&w, Language::Fi), MORNING).await);
    }

    #[tokio::test]
    async fn a_page_with_the_nonce_of_its_answer_is_not_kept() {
        let w = ground().await;
        let (drawn, context) = (PageCache::default(), ben(&w, Language::En));
        let view = plan::show(&w.portal, &w.ben, w.lakeside).await.unwrap();
        let page = |_| layout::html(&context, || Page::plain(context.nonce.to_string(), "page", ().into_any()));
        drawn.find_or(&context, &w.ben, &view, MORNING.parse().unwrap(), page);
        assert!(drawn.kept().is_empty());
    }
}
